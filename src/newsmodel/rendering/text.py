"""Blocks as plain text: paragraphs with one empty line between them, as `plain_text` gives them, and a little more.

List items have a bullet or number, the rows of a table stand line by line, an attribution begins with a dash, a
thematic break is `* * *`. An article's headline stands first, underlined with "=" so that it can be told from a body
without one. An underline alone begins a text without a headline whose first paragraph is underlined itself, or which
has lines that stand around the texts of pages ("1 comment"): what follows it is the text, all of it.
"""

from __future__ import annotations

from collections.abc import Iterable

from newsmodel.model.article import Article, Feed
from newsmodel.model.base import Node
from newsmodel.model.block import Block
from newsmodel.model.blocks import Code, Divider, List, Quote, Row, Table
from newsmodel.model.comments import CommentThread
from newsmodel.model.features import Figure, RawBlock, UnknownBlock
from newsmodel.model.media import Media
from newsmodel.model.text import Text
from newsmodel.model.walk import plain_text
from newsmodel.phrases.chrome import is_chrome
from newsmodel.rendering.renderer import Out, Renderer, Rules

_WIDEST_LINE = 72

rules: Rules = Rules()


def paragraphs(text: str) -> list[str]:
    """The runs of lines of *text* that are not blank, each as it stands."""
    found: list[list[str]] = []
    open_run = False
    for line in text.split("\n"):
        if not line.strip():
            open_run = False
        elif open_run:
            found[-1].append(line)
        else:
            found.append([line])
            open_run = True
    return ["\n".join(lines) for lines in found]


def underlined(headline: str) -> str:
    """*headline* with a line of "=" below it, as long as its longest line; without one, a line of "=" alone."""
    longest = max(map(len, headline.split("\n")))
    line = "=" * max(3, min(longest, _WIDEST_LINE))
    return f"{headline}\n{line}" if headline else line


def split_headline(paragraph: str) -> str | None:
    """The headline that *paragraph* is, "" for none; None if its last line is no underline."""
    headline, _, last = paragraph.rpartition("\n")
    return headline if len(last) >= 3 and not last.strip("=") else None


@rules(Article)
def _article(node: Article, out: Out) -> str:
    body = out.body(node.body)
    headline = str(node.headline)
    if headline or _needs_underline(body):
        return f"{underlined(headline)}\n\n{body}" if body else underlined(headline)
    return body


def _needs_underline(body: str) -> bool:
    """Whether a text without a headline would be taken for one with one, or for a page that somebody pasted."""
    opening = paragraphs(body)[:1]
    return bool(opening) and (split_headline(opening[0]) is not None or any(map(is_chrome, body.split("\n"))))


@rules(Feed)
def _feed(node: Feed, out: Out) -> str:
    title = [underlined(str(node.title))] if node.title else []
    return _joined([*title, *out.each(node.articles, "articles")])


@rules(CommentThread)
def _thread(node: CommentThread, out: Out) -> str:
    return _joined(out.each(node.comments, "comments"))


@rules(Text)
def _text(node: Text, out: Out) -> str:
    return str(node)


@rules(Code)
def _code(node: Code, out: Out) -> str:
    return _joined([node.text, out.field(node, "caption")])


@rules(Divider)
def _divider(node: Divider, out: Out) -> str:
    return "* * *"


@rules(Quote)
def _quote(node: Quote, out: Out) -> str:
    attribution = f"— {node.attribution}" if node.attribution else ""
    return _joined([out.body(node.body), attribution])


@rules(List)
def _list(node: List, out: Out) -> str:
    lines = []
    for position, item in enumerate(node.items):
        marker = f"{node.start + position}." if node.ordered else "-"
        with out.below("items", position):
            lines.append(_hanging(f"{marker} ", out.body(item.body)))
    return "\n".join(lines)


def _hanging(marker: str, text: str) -> str:
    indent = "\n" + " " * len(marker)
    return marker + indent.join(line for line in text.split("\n") if line.strip())


@rules(Table)
def _table(node: Table, out: Out) -> str:
    rows = (*node.head, *node.body, *node.foot)
    lines = [_line(row) for row in rows]
    return _joined([out.field(node, "caption"), "\n".join(lines)])


@rules(Row)
def _row(node: Row, out: Out) -> str:
    return _line(node)


def _line(row: Row) -> str:
    return " | ".join(" ".join(plain_text(cell.body).split()) for cell in row.cells)


@rules(Figure)
def _figure(node: Figure, out: Out) -> str:
    return out.field(node, "media")


@rules(Media)
def _media(node: Media, out: Out) -> str:
    """What stands for the picture where it cannot be seen, and what is said of it."""
    return _joined([node.alt or "", out.field(node, "caption"), out.field(node, "credit")])


@rules(UnknownBlock)
def _unknown(node: UnknownBlock, out: Out) -> str:
    return out.body(node.fallback, "fallback")


@rules(RawBlock)
def _raw(node: RawBlock, out: Out) -> str:
    return ""


@rules(Block)
def _block(node: Block, out: Out) -> str:
    """What it is in simpler blocks; where there are none, its words."""
    lowered = node.lower()
    return plain_text(node) if lowered == (node,) else out.body(lowered)


@rules(Node)
def _node(node: Node, out: Out) -> str:
    return plain_text(node)


def _joined(pieces: Iterable[str]) -> str:
    return "\n\n".join(filter(None, pieces))


text: Renderer = Renderer("text", rules, separator="\n\n")
"""Blocks, and any other node, as plain text."""
