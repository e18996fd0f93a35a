"""HTML tables to `Table`; a table that only lays out a page is taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, Final, NamedTuple, get_args

from newsmodel.markup.engine import Node, attribute, children, elements, find, tag, text_content
from newsmodel.markup.reading import Read
from newsmodel.model import Cell, Row, Table, Text
from newsmodel.model.blocks import Alignment

SECTIONS: Final = {"thead": "head", "tbody": "body", "tfoot": "foot"}
_CELLS: Final = frozenset({"td", "th"})
_PARTS: Final = ("p", "div", "h1", "h2", "h3", "h4", "ul", "ol", "blockquote")
_LEAST_PROSE: Final = 300  # characters of a cell in several parts, from which on it is a column of a page
_MOST_LOOKS: Final = 200
_ALIGNMENTS: Final = frozenset(get_args(Alignment))
_SPAN: Final = re.compile(r"\s*\+?(\d{1,9})", re.ASCII)
_ALIGNED: Final = re.compile(r"text-align\s*:\s*(\w+)", re.IGNORECASE)
_CLASS_ALIGNED: Final = re.compile(r"(?:^|\s)(?:has-)?text-(?:align-)?(left|right|center|justify)(?:\s|$)")


class _Line(NamedTuple):
    """A row as it stands on the page."""

    section: str
    cells: list[Node]


def table(element: Node, read: Read) -> Any:
    """`table` with its caption, sections and spans.

    Transparent is one that is layout: it says so (`role=presentation`), has a single cell in each row, holds another
    table or columns of prose, or numbers the lines of code. Rows of nothing but `th` at the top are the head.
    """
    if (attribute(element, "role") or "").lower() in ("presentation", "none"):
        return NotImplemented
    captions = [each for each in children(element) if tag(each) == "caption" and text_content(each).strip()]
    lines = [_Line(name, [each for each in children(row) if tag(each) in _CELLS]) for name, row in _rows(element, read)]
    lines = [line for line in lines if line.cells]
    if not captions and (laid_out := _laid_out(lines)) is not None:
        return read.blocks(laid_out)
    read.depth += 1
    caption = next((text for each in captions if (text := read.text(each))), None)
    rows = [(line.section, Row([cell(each, read) for each in line.cells])) for line in lines]
    read.depth -= 1
    if not any(each.body for _, row in rows for each in row.cells):
        return ()
    return _in_sections(rows, caption)


def _rows(element: Node, read: Read) -> Iterator[tuple[str, Node]]:
    """The rows of a table that are not left out, with the section each is in."""
    for child in children(element):
        name = tag(child) or ""
        rows = [child] if name == "tr" else children(child) if name in SECTIONS else ()
        for row in rows:
            if tag(row) == "tr" and not read.passes_over(row):
                yield SECTIONS.get(name, "body"), row


def _laid_out(lines: list[_Line]) -> list[Node] | None:
    """The cells of a table that is layout, those that say something; None for a table of data."""
    cells = [each for line in lines for each in line.cells]
    if all(len(line.cells) == 1 for line in lines):
        return cells
    if any(tag(each) == "th" for each in cells) or any(line.section != "body" for line in lines):
        return None
    if len(lines) == 1 and any(find(each, "pre") for each in cells):
        return [each for each in cells if text_content(each).translate(_NUMBERS).strip()] or None
    return cells if any(_is_column(each) for each in cells) else None


_NUMBERS: Final = dict.fromkeys(map(ord, "0123456789"), None)


def _is_column(node: Node) -> bool:
    """Whether a cell is a part of a page: it holds a table, or prose in several parts."""
    if find(node, "table") is not None:
        return True
    parts = sum(1 for _ in islice(elements(node, *_PARTS), _MOST_LOOKS))
    return parts > 1 and len(text_content(node)) >= _LEAST_PROSE


def _in_sections(rows: list[tuple[str, Row]], caption: Text | None) -> Table:
    head, body, foot = ([row for section, row in rows if section == name] for name in SECTIONS.values())
    if not head:
        at = next((at for at, row in enumerate(body) if not all(each.header for each in row.cells)), 0)
        if all(len(row.cells) > 1 for row in body[:at]):
            head, body = body[:at], body[at:]
    return Table(body, head=head, foot=foot, caption=caption)


def cell(element: Node, read: Read) -> Cell:
    """`td` or `th`; a span beyond the standard's limits is held to them."""
    return Cell(
        read.blocks(children(element)),
        header=tag(element) == "th",
        colspan=span(attribute(element, "colspan"), 1000),
        rowspan=span(attribute(element, "rowspan"), 65534),
        alignment=_alignment(element),
    )


def span(value: str | None, most: int) -> int:
    """A span as HTML reads it: at least 1, at most *most*."""
    found = _SPAN.match(value) if value else None
    return min(max(int(found[1]), 1), most) if found else 1


def _alignment(element: Node) -> Alignment | None:
    found = _ALIGNED.search(attribute(element, "style") or "")
    found = found or _CLASS_ALIGNED.search(attribute(element, "class") or "")
    value = (found[1] if found else attribute(element, "align") or "").lower()
    return value if value in _ALIGNMENTS else None  # type: ignore[return-value]
