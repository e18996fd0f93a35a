"""CommonMark text, with GitHub's tables, task lists, strikethrough and footnotes, as blocks.

The events of the parser are read with a stack of its own, so that nesting costs none.
Source: CommonMark 0.31.2, https://spec.commonmark.org/0.31.2/; GitHub Flavored Markdown, https://github.github.com/gfm/.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from typing import Any, NamedTuple

import attrs

from newsmodel.markup.decoding import cleaned
from newsmodel.markup.markdown_events import parse_markdown
from newsmodel.markup.markdown_text import INLINE_TAGS, SMALL, InlineReader, SoftBreak
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
from newsmodel.model.features import Figure, RawBlock
from newsmodel.model.frozen import MAXIMUM_DEPTH
from newsmodel.model.media import Image
from newsmodel.model.publishing import Footnote
from newsmodel.model.text import Inline, InlineImage, Link, Mark, Span, Style, Text
from newsmodel.report import Report

_DASH = "— "
_EMPHASIS = Style("emphasis")
_CODE_ELEMENT = re.compile(r"<pre><code(?: class=\"language-([A-Za-z0-9][\w.+#-]*)\")?>([^<]*)</code></pre>", re.ASCII)


class MarkdownDocument(NamedTuple):
    """What a Markdown text holds."""

    body: tuple[Block, ...]
    notes: tuple[Footnote, ...]


def read_markdown(text: str, report: Report, *, url: str | None = None, **bounds: int) -> MarkdownDocument:
    """The blocks and footnotes of *text*, which is in the model's alphabet. url: relative links are joined to it.

    bounds: those of `parse_markdown`.

    A picture alone in its paragraph is a `Figure`; an emphasised line below it is the caption, a line in `<small>` the
    credit. The last paragraph of a quote, if it begins with "— ", is its attribution. HTML blocks are `RawBlock`s, but
    a `pre` of nothing but code is `Code`.
    Losses: `container.nesting` flattened beyond 64 levels, `footnote.id` dropped for a second one of a label.
    Raises FormatError beyond a bound, MissingExtraError without pyromark.
    """
    events = list(parse_markdown(text, report, **bounds))
    labels: dict[str, str] = {}
    for name, value in events:
        if name == "Start" and isinstance(value, dict) and "FootnoteDefinition" in value:
            labels.setdefault(value["FootnoteDefinition"].casefold(), value["FootnoteDefinition"])
    return _BlockReader(report, url, labels).read(events)


def paragraph(inlines: Iterable[Inline]) -> Block | None:
    """The block that a paragraph of these inlines is: a paragraph, a figure, or None if there is nothing in it."""
    pieces = list(inlines)
    while pieces and isinstance(pieces[-1], SoftBreak):
        pieces.pop()
    if pieces and isinstance(pieces[0], InlineImage) and (figure := _figure(pieces[0], pieces[1:])):
        return figure
    text = Text([_settled(piece) for piece in pieces])
    return Paragraph(text) if text else None


def _settled(inline: Inline) -> Inline:
    """Without what only the reading of a paragraph knows: line ends that are spaces, `small`."""
    if SMALL in inline.marks:
        inline = attrs.evolve(inline, marks=[mark for mark in inline.marks if mark != SMALL])
    return Span(" ", marks=inline.marks) if isinstance(inline, SoftBreak) else inline


def _figure(image: InlineImage, rest: list[Inline]) -> Figure | None:
    link = image.marks[0] if image.marks else None
    if len(image.marks) > 1 or not (link is None or (isinstance(link, Link) and _is_bare(link))):
        return None
    if image.width is not None or image.height is not None or image.id is not None or image.extra:
        return None
    lines = _lines(rest)
    if lines is None:
        return None
    caption = _unwrapped(lines, _EMPHASIS)
    credit = _unwrapped(lines, SMALL)
    if lines:
        return None
    media = Image(image.url, alt=image.alt, title=image.title, caption=caption, credit=credit)
    return Figure(media, link=link.url if link else None)


def _is_bare(link: Link) -> bool:
    return link == Link(link.url)


def _lines(rest: list[Inline]) -> list[list[Inline]] | None:
    """The lines below a picture; None if something stands on its own line."""
    if not rest:
        return []
    if not isinstance(rest[0], SoftBreak):
        return None
    lines: list[list[Inline]] = []
    for inline in rest:
        if isinstance(inline, SoftBreak) and not (lines and inline.marks):
            lines.append([])
        else:
            lines[-1].append(inline)
    return lines


def _unwrapped(lines: list[list[Inline]], mark: Mark) -> Text | None:
    """Takes the first of *lines* if all of it is under *mark*: its text."""
    if not lines or not lines[0] or any(not inline.marks or inline.marks[0] != mark for inline in lines[0]):
        return None
    line = lines.pop(0)
    return Text([_settled(attrs.evolve(inline, marks=inline.marks[1:])) for inline in line])


def split_attribution(body: tuple[Block, ...]) -> tuple[tuple[Block, ...], Text | None]:
    """The body of a quote parted from its attribution, the last paragraph of several if it begins with a dash."""
    last = body[-1] if len(body) > 1 else None
    if type(last) is not Paragraph or last != Paragraph(last.text) or not last.text:
        return body, None
    first, *rest = last.text.spans
    if type(first) is not Span or first != Span(first.text) or not first.text.startswith(_DASH):
        return body, None
    text = Text([Span(first.text[len(_DASH) :]), *rest])
    return (body[:-1], text) if text else (body, None)


class _Frame:
    """An open container. blocks: where its content goes; beyond the deepest nesting, that of its parent."""

    __slots__ = ("blocks", "checked", "data", "has_paragraphs", "is_flat", "items", "kind")

    def __init__(self, kind: str, data: Any, blocks: list[Block], *, is_flat: bool = False) -> None:
        self.kind = kind
        self.data = data
        self.blocks = blocks
        self.is_flat = is_flat
        self.items: list[Any] = []
        self.has_paragraphs = False
        self.checked: bool | None = None


class _BlockReader:
    """Builds blocks from events."""

    def __init__(self, report: Report, url: str | None, labels: dict[str, str]) -> None:
        self.report = report
        self.url = url
        self.labels = labels
        self.frames = [_Frame("document", None, [])]
        self.notes: dict[str, Footnote] = {}
        self.depth = 0
        self.inline: InlineReader | None = None
        self.source: list[str] | None = None  # of code and HTML
        self.info = ""  # the words after the fence of code
        self.rows: list[Row] = []
        self.cells: list[Cell] = []

    def read(self, events: list[tuple[str, Any]]) -> MarkdownDocument:
        for name, value in events:
            if name == "Start":
                self._start(*_tag(value))
            elif name == "End":
                self._end(*_tag(value))
            else:
                self._content(name, value)
        self._close_text()
        return MarkdownDocument(tuple(self.frames[0].blocks), tuple(self.notes.values()))

    def _content(self, name: str, value: Any) -> None:
        if self.source is not None:
            self.source.append(value or "")
        elif name == "Rule":
            self._add(Divider())
        elif name == "TaskListMarker":
            self.frames[-1].checked = value
        else:
            self._text().feed(name, value)

    def _start(self, name: str, data: Any) -> None:
        if name in INLINE_TAGS:
            self._text().start(name, data)
            return
        self._close_text()
        if name in ("Paragraph", "Heading", "TableCell"):
            self._text()
            self.frames[-1].has_paragraphs |= name == "Paragraph"
        elif name in ("CodeBlock", "HtmlBlock"):
            self.source, self.info = [], data.get("Fenced", "") if isinstance(data, dict) else ""
        elif name in ("BlockQuote", "List", "Item", "FootnoteDefinition", "Table"):
            self._open(name, data)

    def _open(self, name: str, data: Any) -> None:
        is_container = name in ("BlockQuote", "List", "Table")
        is_flat = self.frames[-1].is_flat if name == "Item" else is_container and self.depth >= MAXIMUM_DEPTH
        if is_flat and not self.frames[-1].is_flat and is_container:
            detail = f"containers nest at most {MAXIMUM_DEPTH} deep"
            self.report.loss("container.nesting", "flattened", detail=detail)
        self.frames.append(_Frame(name, data, self.frames[-1].blocks if is_flat else [], is_flat=is_flat))
        self.depth += is_container

    def _end(self, name: str, data: Any) -> None:
        if name in INLINE_TAGS:
            if self.inline is not None:
                self.inline.end(name)
            return
        handler = getattr(self, _HANDLERS.get(name, "_close_text"))
        handler(data)

    def _heading(self, level: Any) -> None:
        self._add(Heading(Text([_settled(piece) for piece in self._taken()]), level=int(level[1])))

    def _code(self, _data: Any) -> None:
        words = self.info.split()
        if len(words) > 1:
            self.report.notice("code-info", f"of the words after a fence, {self.info[:60]!r}, the first was kept")
        text = "".join(self.source or ())
        self._add(Code(text.removesuffix("\n"), programming_language=words[0] if words else None))
        self.source = None

    def _html(self, _data: Any) -> None:
        content = "".join(self.source or ()).removesuffix("\n")
        self.source = None
        code = _CODE_ELEMENT.fullmatch(content)
        text = cleaned(html.unescape(code[2]), self.report).removesuffix("\n") if code else ""
        self._add(Code(text, programming_language=code[1]) if code else RawBlock("html", content))

    def _quote(self, _data: Any) -> None:
        frame = self._closed()
        if not frame.is_flat:
            body, attribution = split_attribution(tuple(frame.blocks))
            self._add(Quote(body, attribution=attribution))

    def _list(self, _data: Any) -> None:
        frame = self._closed()
        if not frame.is_flat:
            start = frame.data
            ordered = start is not None
            tight = not frame.has_paragraphs
            self._add(List(frame.items, ordered=ordered, start=start if ordered else 1, tight=tight))

    def _item(self, _data: Any) -> None:
        frame = self._closed(container=False)
        parent = self.frames[-1]
        parent.has_paragraphs |= frame.has_paragraphs
        if not frame.is_flat:
            parent.items.append(ListItem(frame.blocks, checked=frame.checked))

    def _note(self, _data: Any) -> None:
        frame = self._closed(container=False)
        if self.notes.setdefault(frame.data, note := Footnote(frame.blocks, id=frame.data)) is not note:
            self.report.loss("footnote.id", "dropped", detail=f"there is a second footnote {frame.data!r}")

    def _cell(self, _data: Any) -> None:
        block = paragraph(self._taken())
        self.cells.append(Cell([block] if block else []))

    def _row(self, _data: Any) -> None:
        self.rows.append(Row(self.cells))
        self.cells = []

    def _table(self, _data: Any) -> None:
        frame = self._closed()
        head, *body = self.rows
        self.rows = []
        if frame.is_flat:
            for row in (head, *body):
                frame.blocks.extend(block for cell in row.cells for block in cell.body)
            return
        columns = [None if alignment == "None" else alignment.lower() for alignment in frame.data]
        titles = _aligned(head, columns, header=True)
        has_head = any(cell.body for cell in head.cells)
        rows = [_aligned(row, columns, header=False) for row in body]
        self._add(Table(rows, head=[titles] if has_head else []))

    def _closed(self, *, container: bool = True) -> _Frame:
        self._close_text()
        self.depth -= container
        return self.frames.pop()

    def _text(self) -> InlineReader:
        if self.inline is None:
            self.inline = InlineReader(self.report, self.url, self.labels)
        return self.inline

    def _taken(self) -> list[Inline]:
        inlines = self.inline.inlines if self.inline else []
        self.inline = None
        return inlines

    def _close_text(self, _data: Any = None) -> None:
        if self.inline is not None and (block := paragraph(self._taken())):
            self._add(block)

    def _add(self, block: Block) -> None:
        self._close_text()
        self.frames[-1].blocks.append(block)


_HANDLERS: dict[str, str] = {
    "Heading": "_heading",
    "CodeBlock": "_code",
    "HtmlBlock": "_html",
    "BlockQuote": "_quote",
    "List": "_list",
    "Item": "_item",
    "FootnoteDefinition": "_note",
    "TableCell": "_cell",
    "TableHead": "_row",
    "TableRow": "_row",
    "Table": "_table",
}


def _tag(value: Any) -> tuple[str, Any]:
    return (value, None) if isinstance(value, str) else next(iter(value.items()))


def _aligned(row: Row, columns: list[Any], *, header: bool) -> Row:
    pairs = zip(row.cells, columns, strict=False)
    return Row([attrs.evolve(cell, header=header, alignment=alignment) for cell, alignment in pairs])
