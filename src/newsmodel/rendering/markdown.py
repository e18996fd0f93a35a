"""Blocks as CommonMark with GitHub's tables, task lists, strikethrough and footnotes, as a person would write them.

Emphasis is `*`, strong `**`, bullets are `-` (two lists in a row take turns with `*`), code is fenced, a thematic break
is `---`. A figure is a picture in a paragraph of its own; on the next lines its caption, emphasised, and its credit,
small. The last line of a quote, "— Ann Lee", is its attribution.
Whatever of this an engine knows, it finds no markup but ours: what opens a tag is a character reference, an address
that could run code is left out, and code that holds markup is a `pre` element.
Source: CommonMark 0.31.2, https://spec.commonmark.org/0.31.2/; GitHub Flavored Markdown, https://github.github.com/gfm/.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, zip_longest

import attrs

from newsmodel.model.article import Article, Feed
from newsmodel.model.base import Node
from newsmodel.model.block import Block
from newsmodel.model.blocks import (
    Cell,
    Code,
    Divider,
    Heading,
    List,
    ListItem,
    Paragraph,
    Quote,
    Row,
    Table,
)
from newsmodel.model.comments import Comment, CommentThread
from newsmodel.model.features import Figure, RawBlock
from newsmodel.model.media import Image, Media
from newsmodel.model.publishing import Footnote
from newsmodel.model.text import Inline, Link, Mark, Span, Style, Text
from newsmodel.model.walk import plain_text
from newsmodel.rendering.html_elements import NONE, end_tag, start_tag
from newsmodel.rendering.markdown_escapes import code_element, destination, is_inert, no_destination
from newsmodel.rendering.markdown_text import Where, image_markdown, inline_markdown
from newsmodel.rendering.renderer import Out, Renderer, Rules
from newsmodel.urls import is_safe

EMPHASIS = Style("emphasis")
DASH = "— "
"""What the attribution of a quote begins with."""

_WIDEST_TABLE = 100
_HIGHEST_NUMBER = 999_999_999  # nine digits, CommonMark section 5.2

rules: Rules = Rules()


@rules(Text)
def _text(node: Text, out: Out) -> str:
    return inline_markdown(node)


@rules(Inline)
def _inline(node: Inline, out: Out) -> str:
    return inline_markdown(Text([node]))


@rules(Paragraph)
def _paragraph(node: Paragraph, out: Out) -> str:
    return out.field(node, "text")


@rules(Heading)
def _heading(node: Heading, out: Out) -> str:
    words = inline_markdown(node.text, "heading")
    words = re.sub(r"(?:(?<=\s)|^)(#+)$", lambda found: found[0][:-1] + "\\#", words)
    return f"{'#' * node.level} {words}".rstrip(" ")


@rules(List)
def _list(node: List, out: Out) -> str:
    avoid = out.memo.pop("avoid", "")
    bullet = (")" if avoid == "." else ".") if node.ordered else ("*" if avoid == "-" else "-")
    rendered = []
    for position, item in enumerate(node.items):
        number = min(node.start + position, _HIGHEST_NUMBER)
        marker = f"{number}{bullet}" if node.ordered else bullet
        with out.below("items", position):
            body = _task(item) + _body(item.body, out, bullet, tight=node.tight)
        rendered.append(_indented(f"{marker} {body}".rstrip(" "), " " * (len(marker) + 1)))
    out.memo["used"] = bullet
    return ("\n" if node.tight else "\n\n").join(rendered)


@rules(ListItem)
def _item(node: ListItem, out: Out) -> str:
    return _indented(f"- {_task(node)}{_body(node.body, out, '-')}", "  ")


def _task(item: ListItem) -> str:
    return {None: "", False: "[ ] ", True: "[x] "}[item.checked]


def _body(blocks: Sequence[Block], out: Out, opening: str = "", *, tight: bool = False) -> str:
    """*blocks* with what must stand between them. opening: the bullet on the line of the first one."""
    pieces: list[str] = []
    previous: Block | None = None
    for position, block in enumerate(blocks):
        follows_list = isinstance(block, List) and isinstance(previous, List) and block.ordered == previous.ordered
        out.memo["avoid"] = out.memo.get("used", "") if follows_list else "" if position else opening
        with out.below("body", position):
            rendered = out.render(block)
        if previous is not None:
            pieces.append("\n" if tight and stands_close(previous, block) else "\n\n")
        pieces.append(rendered)
        previous = block
    return "".join(pieces)


def stands_close(one: Block, other: Block) -> bool:
    """Whether *other* can follow *one* without an empty line, and is read as it is."""
    if isinstance(other, (RawBlock, Table)):
        return False
    if isinstance(one, (Heading, Code, Divider)):
        return True
    if not isinstance(one, (Paragraph, Figure)):
        return False
    if isinstance(other, List):
        interrupts = other.items and other.items[0].body and (not other.ordered or other.start == 1)
        return bool(interrupts) and isinstance(other.items[0].body[0], Paragraph)
    return isinstance(other, (Code, Heading))


def reads_as_tight(node: List) -> bool:
    """Whether Markdown can only say, or says of itself, that this list is tight."""
    bodies = [item.body for item in node.items]
    if not any(isinstance(block, (Paragraph, Figure)) for body in bodies for block in body):
        return True
    if not all(stands_close(one, other) for body in bodies for one, other in pairwise(body)):
        return False
    return node.tight or (len(bodies) == 1 and len(bodies[0]) <= 1)


def _indented(text: str, indent: str, empty: str = "") -> str:
    """*text* with *indent* before all lines but the first."""
    first, *lines = text.split("\n")
    return "\n".join([first, *((indent + line) if line else empty for line in lines)])


@rules(Quote)
def _quote(node: Quote, out: Out) -> str:
    body = _body(node.body, out)
    if node.attribution:
        line = out.render(Text([Span(DASH), *node.attribution.spans]))
        body = f"{body}\n\n{line}" if body else line
    return _indented(f"> {body}".rstrip(" "), "> ", ">") if body else ">"


@rules(Code)
def _code(node: Code, out: Out) -> str:
    if not is_inert(node.text):
        return code_element(node.text, node.programming_language)
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", node.text)), default=0))
    text = f"{node.text}\n" if node.text else ""
    return f"{fence}{node.programming_language or ''}\n{text}{fence}"


@rules(Divider)
def _divider(node: Divider, out: Out) -> str:
    return "___" if out.memo.get("avoid") in ("-", "*") else "---"


@rules(RawBlock)
def _raw(node: RawBlock, out: Out) -> str:
    return node.content if node.format == "html" and out.options.get("raw") else ""


@rules(Table)
def _table(node: Table, out: Out) -> str:
    given = (*node.head, *node.body, *node.foot)
    columns = max((len(row.cells) for row in given), default=0)
    rows = [[_cell(cell) for cell in row.cells] + [""] * (columns - len(row.cells)) for row in given]
    if node.head:
        rows[0][: len(node.head[0].cells)] = [_cell(cell, "head") for cell in node.head[0].cells]
    else:
        rows.insert(0, [""] * columns)
    first = given[0].cells if given else ()
    rules_of_columns = [_alignment(cell.alignment if cell else None) for cell, _ in zip_longest(first, rows[0])]
    rows.insert(1, rules_of_columns)
    widths = [max(len(row[column]) for row in rows) for column in range(columns)]
    if sum(widths) + 3 * columns > _WIDEST_TABLE:
        widths = [len(rule) for rule in rules_of_columns]
    rows[1] = [rule.replace("---", "-" * (3 + width - len(rule))) for rule, width in zip(rows[1], widths, strict=True)]
    lines = [" | ".join(map(_padded, row, widths, rules_of_columns)) for row in rows]
    return "\n".join(f"| {line} |" for line in lines)


def _padded(cell: str, width: int, rule: str) -> str:
    return cell.rjust(width) if rule == "---:" else cell.ljust(width)


def _alignment(alignment: str | None) -> str:
    return {"left": ":---", "center": ":---:", "right": "---:"}.get(alignment or "", "---")


def _cell(node: Cell, where: Where = "cell") -> str:
    """The cell, whose body is one paragraph, one picture, or empty."""
    if not node.body:
        return ""
    block = node.body[0]
    if isinstance(block, Figure):
        return _picture(block, where).replace("|", "\\|")
    return inline_markdown(block.text if isinstance(block, Paragraph) else Text(plain_text(node)), where)


@rules(Row, Cell)
def _part_of_table(node: Row | Cell, out: Out) -> str:
    cells = node.cells if isinstance(node, Row) else (node,)
    return " | ".join(map(_cell, cells))


@rules(Figure)
def _figure(node: Figure, out: Out) -> str:
    lines = [_picture(node)]
    if node.media.caption:
        caption = [attrs.evolve(inline, marks=(EMPHASIS, *inline.marks)) for inline in node.media.caption.spans]
        lines.append(inline_markdown(Text(caption)))
    if node.media.credit:
        lines.append("".join([start_tag("small", NONE), inline_markdown(node.media.credit), end_tag("small")]))
    return "\n".join(lines)


def _picture(node: Figure, where: Where = "block") -> str:
    media = node.media
    if isinstance(media, Image):
        picture = image_markdown(media, where)
        return f"[{picture}]({destination(node.link)})" if node.link is not None and is_safe(node.link) else picture
    return inline_markdown(Text([Span(media.title or media.alt or media.url, marks=[Link(media.url)])]), where)


@rules(Media)
def _media(node: Media, out: Out) -> str:
    return _figure(Figure(node), out)


@rules(Footnote)
def _footnote(node: Footnote, out: Out) -> str:
    body = _body(node.body, out)
    if node.body and isinstance(node.body[0], (Paragraph, Figure)):
        body = no_destination(body)
    return _indented(f"[^{node.id}]: {body}".rstrip(" "), "    ")


@rules(Article)
def _article(node: Article, out: Out) -> str:
    """The body and the footnotes; the record is front matter, which the format writes."""
    notes = out.each(node.notes, "notes")
    return "\n\n".join(filter(None, [_body(node.body, out), *notes]))


@rules(Feed)
def _feed(node: Feed, out: Out) -> str:
    pieces = [out.render(Heading(node.title, level=1))] if node.title else []
    for article in node.articles:
        heading = out.render(Heading(article.headline, level=2)) if article.headline else ""
        pieces += [heading, out.render(article)]
    return "\n\n".join(filter(None, pieces))


@rules(Comment)
def _comment(node: Comment, out: Out) -> str:
    return _body(node.body, out)


@rules(CommentThread)
def _comments(node: CommentThread, out: Out) -> str:
    return "\n\n---\n\n".join(filter(None, out.each(node.comments, "comments")))


@rules(Mark)
def _mark(node: Mark, out: Out) -> str:
    return ""


@rules(Node)
def _node(node: Node, out: Out) -> str:
    return out.render(Text(plain_text(node)))


markdown: Renderer = Renderer("markdown", rules, separator="\n\n")
"""Blocks, and any other node, as Markdown. Option `raw`: HTML blocks are written as they are."""
