"""What Markdown can carry of blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

import attrs

from newsmodel.fitting import Place, Rules
from newsmodel.formats.markdown.text_rules import words_of
from newsmodel.markup.markdown import paragraph as as_block
from newsmodel.markup.markdown import split_attribution
from newsmodel.model import (
    Block,
    Cell,
    Code,
    Divider,
    Figure,
    Heading,
    LineBreak,
    List,
    ListItem,
    Paragraph,
    Quote,
    RawBlock,
    Row,
    Table,
)
from newsmodel.model.text import Inline
from newsmodel.rendering.markdown import reads_as_tight

rules: Rules = Rules()
finish: Rules = Rules()

_LANGUAGE = re.compile(r"[A-Za-z0-9][\w.+#-]*", re.ASCII)
_HIGHEST_START = 999_999_999
_MOST_EMPTY_CELLS = 10_000

# The start of an HTML block of kind 6 (CommonMark 0.31.2, section 4.6); it ends at an empty line.
_HTML_BLOCK = re.compile(
    r"</?(?:address|article|aside|blockquote|center|details|dialog|div|dl|fieldset|figure|footer|form|h[1-6]|header|hr"
    r"|iframe|main|nav|ol|p|section|summary|table|ul)(?:[ \n]|/?>)",
    re.IGNORECASE,
)


@rules(Block)
def _block(node: Block, place: Place) -> Any:
    return place.lower(node)


@rules(Heading)
def _heading(node: Heading, place: Place) -> Any:
    return place.keep(node, "text", "level")


@rules(Divider)
def _divider(node: Divider, place: Place) -> Any:
    return place.keep(node)


@rules(Code)
def _code(node: Code, place: Place) -> Any:
    if node.caption:
        blocks = (attrs.evolve(node, caption=None), Paragraph(node.caption))
        return place.replace(node, blocks, "code.caption", "flattened")
    code = place.keep(node, "text", "programming_language")
    if code.programming_language and not _LANGUAGE.fullmatch(code.programming_language):
        return place.clear(code, "programming_language")
    return place.set(code, "altered", programming_language=code.programming_language or None)


@rules(RawBlock)
def _raw(node: RawBlock, place: Place) -> None:
    place.drop(node)


def with_raw_html() -> Rules:
    """The rule under which blocks of HTML stay, if Markdown reads them as what they are."""
    table = Rules()

    @table(RawBlock)
    def _kept(node: RawBlock, place: Place) -> Any:
        lines = node.content.split("\n")
        is_block = _HTML_BLOCK.match(node.content) and all(line.strip() for line in lines)
        if node.format != "html" or not is_block or "\t" in node.content:
            return place.drop(node)
        return place.keep(node, "format", "content")

    return table


@rules(Quote)
def _quote(node: Quote, place: Place) -> Any:
    return place.keep(node, "body", "attribution")


@finish(Quote)
def _attributed(node: Quote, place: Place) -> Any:
    if node.attribution is not None and not node.body:
        quote = Quote([Paragraph(node.attribution)] if node.attribution else [])
        return place.replace(node, quote, "quote.attribution", "flattened")
    if node.attribution is not None:
        return place.set(node, "altered", attribution=node.attribution or None)
    body, attribution = split_attribution(node.body)
    new = Quote(body, attribution=attribution)
    return place.replace(node, new, "quote.attribution", "altered", "its last paragraph reads as one")


@rules(List)
def _list(node: List, place: Place) -> Any:
    return place.keep(node, "items", "ordered", "start", "tight")


@rules(ListItem)
def _item(node: ListItem, place: Place) -> Any:
    return place.keep(node, "body", "checked")


@finish(ListItem)
def _task(node: ListItem, place: Place) -> Any:
    is_text = node.body and isinstance(node.body[0], (Paragraph, Figure))
    return node if is_text else place.clear(node, "checked")


@finish(List)
def _numbered(node: List, place: Place) -> Any:
    if not node.items:
        return place.drop(node, detail="it is empty")
    if not (0 <= node.start <= _HIGHEST_START if node.ordered else node.start == 1):
        node = place.set(node, "altered", start=1)
    return place.set(node, "altered", tight=reads_as_tight(node))


@rules(Table)
def _table(node: Table, place: Place) -> Any:
    if node.caption:
        blocks = (Paragraph(node.caption), attrs.evolve(node, caption=None))
        return place.replace(node, blocks, "table.caption", "flattened")
    return place.keep(node, "body", "head", "foot")


@rules(Row)
def _row(node: Row, place: Place) -> Any:
    return place.keep(node, "cells")


@rules(Cell)
def _cell(node: Cell, place: Place) -> Any:
    return place.keep(node, "body", "header", "colspan", "rowspan", "alignment")


@finish(Cell)
def _in_one_line(node: Cell, place: Place) -> Any:
    if not node.body or (len(node.body) == 1 and _is_line(node.body[0])):
        return node
    block = as_block(_in_line(node.body))
    return place.set(node, "flattened", body=(block,) if block else ())


def _is_line(block: Block) -> bool:
    bare = isinstance(block, Figure) and not block.media.caption and not block.media.credit
    return bare or isinstance(block, Paragraph)


@finish(Table)
def _grid(node: Table, place: Place) -> Any:
    if node.foot:
        longer = attrs.evolve(node, body=(*node.body, *node.foot), foot=())
        node = place.replace(node, longer, "table.foot", "flattened")
    if not node.head and node.body and node.body[0].cells and all(cell.header for cell in node.body[0].cells):
        node = place.replace(node, Table(node.body[1:], head=node.body[:1]), "table.head", "altered")
    if len(node.head) > 1:
        rest = (*node.head[1:], *node.body)
        node = place.replace(node, Table(rest, head=node.head[:1]), "table.head", "flattened", "one row can be a head")
    if not any(row.cells for row in (*node.head, *node.body)):
        return place.drop(node, detail="it is empty")
    return _squared(node, place)


def _squared(node: Table, place: Place) -> Any:
    """A table of rows of equal length, each cell in one column and row, the columns aligned as Markdown aligns them."""
    given = (*node.head, *node.body)
    rows = _expanded([row.cells for row in given])
    if rows is None:
        lines = [as_block(_in_line(row.cells)) for row in given]
        return place.replace(node, tuple(filter(None, lines)), "table", "flattened", "its rows are too unequal")
    columns = [_alignment(column) for column in zip(*rows, strict=True)]
    heads = len(node.head)
    settled = [_row_of(row, columns, header=position < heads) for position, row in enumerate(rows)]
    head = settled[:heads] if heads and any(cell.body for cell in settled[0].cells) else []
    new = Table(settled[heads:], head=head)
    if not new.head and not new.body:
        return place.drop(node, detail="it is empty")
    return place.replace(node, new, "table.cells", "altered", "spans, header cells or alignments that Markdown has not")


def _row_of(cells: Sequence[Cell], columns: Sequence[Any], *, header: bool) -> Row:
    pairs = zip(cells, columns, strict=True)
    return Row([Cell(cell.body, header=header, alignment=alignment) for cell, alignment in pairs])


def _in_line(nodes: Iterable[Cell | Block]) -> list[Inline]:
    """The texts of *nodes* as one, a line break between two."""
    inlines: list[Inline] = []
    for text in words_of(nodes):
        inlines += [LineBreak(), *text.spans] if inlines and text else text.spans
    return inlines


def _alignment(column: Sequence[Cell]) -> Any:
    return next((cell.alignment for cell in column if cell.alignment in ("left", "center", "right")), None)


def _expanded(rows: Sequence[Sequence[Cell]]) -> list[list[Cell]] | None:
    """*rows* with empty cells where a cell spans, padded to one length; None if most of the table would be padding."""
    if not _is_mostly_filled(rows):
        rows = [[attrs.evolve(cell, colspan=1, rowspan=1) for cell in row] for row in rows]
        if not _is_mostly_filled(rows):
            return None
    grid: list[dict[int, Cell]] = [{} for _ in rows]
    for top, row in enumerate(rows):
        column = 0
        for cell in row:
            while column in grid[top]:
                column += 1
            for line in grid[top : top + cell.rowspan]:
                line.update((column + offset, Cell()) for offset in range(cell.colspan))
            grid[top][column] = cell
            column += cell.colspan
    width = max(max(line, default=-1) for line in grid) + 1
    return [[line.get(column, Cell()) for column in range(width)] for line in grid]


def _is_mostly_filled(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether the grid of *rows* has not many times more places than there are cells."""
    covered = sum(cell.colspan * min(cell.rowspan, len(rows) - top) for top, row in enumerate(rows) for cell in row)
    width = max(sum(cell.colspan for cell in row) for row in rows)
    most = 4 * sum(map(len, rows)) + _MOST_EMPTY_CELLS
    return width * len(rows) <= most and covered <= most
