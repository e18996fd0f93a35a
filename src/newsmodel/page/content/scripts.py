"""The body of a page that shows next to none: from the record of the article, or from what the page hands its scripts.

One page in some hundreds is drawn by its scripts alone. Its text stands in their data all the same: as the
`articleBody` of the JSON-LD, as one long string of HTML, or as a list with an item for each paragraph.
Source: schema.org, https://schema.org/articleBody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape
from typing import Any, Final

from newsmodel.markup.engine import attribute, children, parse_fragment, text_content
from newsmodel.markup.html import reader
from newsmodel.markup.own_trust import parse_strangers
from newsmodel.markup.reading import Read
from newsmodel.model import Block, Heading, Paragraph
from newsmodel.page.content.passages import best_passage
from newsmodel.page.content.script_data import script_data
from newsmodel.page.sources import Sources
from newsmodel.page.values import first, line, whole
from newsmodel.page.words import CUT

HOLLOW: Final = 400
"""Characters of a body below which the scripts are asked for a better one."""

_TIMES: Final = 3  # how much longer than the body found another must be
_LEAST: Final = 250
_WHOLE: Final = 0.8  # of the words that the page counts
_LONGEST: Final = 1_000_000
_MARKUP: Final = re.compile(r"<(?:p|br|div|h[1-6]|ul|ol|blockquote|figure)\b[^<>]*>", re.IGNORECASE)
_ESCAPED: Final = re.compile(r"&lt;(?:p|br|div|h[1-6])\b", re.IGNORECASE)
_SLOT: Final = re.compile(r"(\$\$|%%|\[\[|\{\{|##)\s?[\w:. -]{1,40}\s?(?:\$\$|%%|\]\]|\}\}|##)")  # for a script to fill


def fuller_body(body: tuple[Block, ...], sources: Sources) -> tuple[Block, ...]:
    """*body*, or where it is next to nothing the body in the scripts, if that is far longer.

    Noticed: `body-from-script`. Costs nothing where the body has 400 characters.
    """
    size = _size(body)
    if size >= HOLLOW:
        return body
    found = body_from_scripts(sources)
    if _size(found) <= _TIMES * size:
        return body
    sources.report.notice("body-from-script", "the page shows no text; the body is from the data of its scripts")
    return found


def body_from_scripts(sources: Sources) -> tuple[Block, ...]:
    """The body in the record of the article, if it is whole, else in the data of the scripts; () if there is none.

    Linear in the size of the scripts, of which 5 million characters are read; raises nothing.
    """
    told, found = _told(sources), _in_data(sources)
    if _is_better(found, told):
        told = found
    if not told:
        return ()
    read = Read(reader, sources.report, url=sources.base or None, prose=True)
    return read.blocks(children(parse_strangers(_SLOT.sub("", told), sources.report)))


def _is_better(found: str, told: str) -> bool:
    """Whether a passage is as long as the record's text and has the paragraphs that most records run together."""
    return len(found) >= _WHOLE * len(told) and found.count("<p") > told.count("<p")


def _size(body: tuple[Block, ...]) -> int:
    return sum(len(str(block.text)) for block in body if isinstance(block, (Paragraph, Heading)))


def _told(sources: Sources) -> str:
    """The `articleBody` as markup; "" if it is short or cut off."""
    written = first(sources.article.get("articleBody"))
    if not isinstance(written, str) or not _LEAST <= len(written) <= _LONGEST:
        return ""
    markup = as_markup(written)
    text = text_content(parse_fragment(markup)).strip()
    count = whole(sources.article.get("wordCount"))
    if len(text) < _LEAST or text.endswith(CUT) or (count and len(text.split()) < _WHOLE * count):
        return ""
    return markup


def as_markup(written: str) -> str:
    """A text as markup: what is HTML as it stands, of anything else each line a paragraph."""
    if _ESCAPED.search(written):
        written = unescape(written)
    if _MARKUP.search(written):
        return written
    return "".join(
        f"<p>{escape(unescape(each), quote=False)}</p>" for each in map(str.strip, written.split("\n")) if each
    )


def _in_data(sources: Sources) -> str:
    """The passage in the data of the scripts that is most likely the article."""
    survey = sources.survey
    scripts = (survey.nodes[number] for number in survey.numbers("script"))
    written = [text_content(each) for each in scripts if "ld+json" not in (attribute(each, "type") or "")]
    return best_passage(script_data(written), " ".join(_known(sources)), whole(sources.article.get("wordCount")))


def _known(sources: Sources) -> Iterator[str]:
    """What the page says of its article elsewhere: headline and description."""
    article: dict[str, Any] = sources.article
    yield line(first(article.get("headline"))) or sources.head.first("og:title", "twitter:title") or sources.head.title
    yield line(first(article.get("description"))) or sources.head.first("og:description", "description")
