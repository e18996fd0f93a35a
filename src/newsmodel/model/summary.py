"""An article as a few lines for a terminal: what `print(article)` shows."""

from __future__ import annotations

from collections import Counter

from newsmodel.model.article import Article
from newsmodel.model.walk import plain_text, word_count

_WIDTH = 88  # columns
_LINES = 3  # of the text
_KINDS = 6  # of blocks that are counted


def summary(article: Article) -> str:
    """Headline, standfirst, byline and date, the first words, and what there is."""
    import textwrap

    head = [str(article.headline) or "(no headline)"]
    if article.standfirst:
        head.append(str(article.standfirst))
    by = str(article.byline or "") or ", ".join(author.name for author in article.authors)
    facts = [
        by,
        article.section.name if article.section else "",
        f"{article.published:%Y-%m-%d %H:%M}" if article.published else "",
    ]
    opening = textwrap.wrap(plain_text(article)[: _WIDTH * (_LINES + 2)], _WIDTH)
    more = ["…"] if len(opening) > _LINES else []
    shown = [*head, " · ".join(filter(None, facts)), "", *opening[:_LINES], *more, "", _counts(article)]
    return "\n".join(line for position, line in enumerate(shown) if line or (position and shown[position - 1]))


def _counts(article: Article) -> str:
    kinds = Counter(block.type for block in article.body)
    listed = ", ".join(f"{count} x {kind}" for kind, count in kinds.most_common(_KINDS))
    comments = [_counted(len(article.comments), "comment")] if len(article.comments) else []
    return f"[{'; '.join([_counted(word_count(article), 'word'), listed or 'no blocks', *comments])}]"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"
