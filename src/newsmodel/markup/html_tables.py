"""HTML tables to `Table`; a table that only lays out a page is taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, get_args

from newsmodel.markup.engine import Node, attribute, children, tag
from newsmodel.markup.reading import Read
from newsmodel.model import Cell, Row, Table
from newsmodel.model.blocks import Alignment

SECTIONS = {"thead": "head", "tbody": "body", "tfoot": "foot"}


def table(element: Node, read: Read) -> Any:
    """`table` with its caption, sections and spans.

    One that says that it is layout (`role=presentation`), or with a single cell in each row, is transparent.
    """
    if (attribute(element, "role") or "").lower() in ("presentation", "none"):
        return NotImplemented
    rows: dict[str, list[Row]] = {"head": [], "body": [], "foot": []}
    caption = None
    read.depth += 1
    for section, row_element in _rows(element):
        if read.passes_over(row_element):
            continue
        if section == "caption":
            caption = read.text(row_element) or None
        else:
            rows[section].append(Row([cell(each, read) for each in children(row_element) if tag(each) in ("td", "th")]))
    read.depth -= 1
    kept = {name: [row for row in found if row.cells] for name, found in rows.items()}
    every = [row for found in kept.values() for row in found]
    if not any(each.body for row in every for each in row.cells):
        return ()
    if caption is None and all(len(row.cells) == 1 for row in every):
        return tuple(block for row in every for block in row.cells[0].body)
    return Table(kept["body"], head=kept["head"], foot=kept["foot"], caption=caption)


def _rows(element: Node) -> Iterator[tuple[str, Node]]:
    """The rows of a table with the section each is in, and its caption."""
    for child in children(element):
        name = tag(child)
        if name == "caption":
            yield "caption", child
        elif name == "tr":
            yield "body", child
        elif name in SECTIONS:
            yield from ((SECTIONS[name], row) for row in children(child) if tag(row) == "tr")


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
    found = re.match(r"\s*\+?(\d{1,9})", value or "", re.ASCII)
    return min(max(int(found[1]), 1), most) if found else 1


def _alignment(element: Node) -> Alignment | None:
    found = re.search(r"text-align\s*:\s*(\w+)", attribute(element, "style") or "", re.IGNORECASE)
    value = (found[1] if found else attribute(element, "align") or "").lower()
    return value if value in get_args(Alignment) else None  # type: ignore[return-value]
