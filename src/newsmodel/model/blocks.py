"""The blocks of running text: paragraphs, headings, lists, quotes, code, tables, dividers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, TypeAlias

import attrs
from attrs import field

from newsmodel.model.base import Node
from newsmodel.model.block import Block, Container, blocks
from newsmodel.model.text import Style, Text, as_optional_text, as_text

Alignment: TypeAlias = Literal["left", "center", "right", "justify"]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Paragraph(Block):
    """A paragraph. drop_cap: its first letter is set large."""

    text: Text = field(kw_only=False, default=Text(), converter=as_text)
    drop_cap: bool = False


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Heading(Block):
    """A heading within the body, level 1 to 6; the article's own title is `Article.headline`.

    anchor: the fragment by which readers link to it. label: a number or word set before it ("Chapter 1").
    """

    text: Text = field(kw_only=False, default=Text(), converter=as_text)
    level: int = 2
    anchor: str | None = None
    label: str | None = None

    def _invariants(self) -> None:
        if not 1 <= self.level <= 6:
            raise ValueError(f"Heading.level must be 1 to 6, not {self.level}")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ListItem(Node):
    """An item of a list. checked: None is no task, else whether it is done."""

    body: tuple[Block, ...] = field(kw_only=False, default=(), converter=blocks)
    checked: bool | None = None


def list_items(values: Iterable[ListItem | str]) -> tuple[ListItem, ...]:
    """Items in order; a str is an item of one paragraph."""
    if isinstance(values, str):
        raise TypeError(f"items are a list, [{values!r}], not a str")
    return tuple(ListItem([value]) if isinstance(value, str) else value for value in values)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class List(Container):
    """A list, bulleted or ordered. tight: its items are set without space between them."""

    items: tuple[ListItem, ...] = field(kw_only=False, default=(), converter=list_items)
    ordered: bool = False
    start: int = 1
    tight: bool = True


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Definition(Node):
    """A term, or several names of one, and what is said of it."""

    term: Text = field(kw_only=False, converter=as_text)
    body: tuple[Block, ...] = field(kw_only=False, default=(), converter=blocks)


def definitions(values: Iterable[Definition]) -> tuple[Definition, ...]:
    """Definitions in order."""
    return tuple(values)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class DefinitionList(Container):
    """Terms and their descriptions (HTML `dl`)."""

    items: tuple[Definition, ...] = field(kw_only=False, default=(), converter=definitions)

    def lower(self) -> tuple[Block, ...]:
        return tuple(block for item in self.items for block in (Paragraph(strong(item.term)), *item.body))


def quoted(values: str | Iterable[Block | str]) -> tuple[Block, ...]:
    """Blocks in order; one str is one paragraph."""
    return blocks([values] if isinstance(values, str) else values)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Quote(Container):
    """A block quote. attribution: who is quoted. source_url: where it was said."""

    body: tuple[Block, ...] = field(kw_only=False, default=(), converter=quoted)
    attribution: Text | None = field(default=None, converter=as_optional_text)
    source_url: str | None = None


@attrs.frozen(kw_only=True, eq=False, repr=False)
class PullQuote(Block):
    """A passage of the article set out to draw the eye; it repeats the text, so it is no `Quote`."""

    text: Text = field(kw_only=False, default=Text(), converter=as_text)
    attribution: Text | None = field(default=None, converter=as_optional_text)

    def lower(self) -> tuple[Block, ...]:
        return (Quote([Paragraph(self.text)], attribution=self.attribution),)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Code(Block):
    """Preformatted text. programming_language: as schema.org and highlighters name it ("python")."""

    text: str = field(kw_only=False, default="")
    programming_language: str | None = None
    caption: Text | None = field(default=None, converter=as_optional_text)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Divider(Block):
    """A thematic break."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Cell(Node):
    """A cell: `Cell("text")` or `Cell([Paragraph("one"), Paragraph("two")])`. Spans are 1 or more."""

    body: tuple[Block, ...] = field(kw_only=False, default=(), converter=quoted)
    header: bool = False
    colspan: int = 1
    rowspan: int = 1
    alignment: Alignment | None = None

    def _invariants(self) -> None:
        if not (1 <= self.colspan <= 1000 and 1 <= self.rowspan <= 65534):  # the limits of the HTML standard
            raise ValueError("Cell spans must be 1 to 1000 columns and 1 to 65534 rows")


def cells(values: Iterable[Cell | str]) -> tuple[Cell, ...]:
    """Cells in order; a str is a cell of one paragraph."""
    return tuple(Cell(value) if isinstance(value, str) else value for value in values)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Row(Node):
    """A row of cells."""

    cells: tuple[Cell, ...] = field(kw_only=False, default=(), converter=cells)


def rows(values: Iterable[Row]) -> tuple[Row, ...]:
    """Rows in order."""
    return tuple(values)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Table(Container):
    """A table: rows of the body, and those of head and foot."""

    body: tuple[Row, ...] = field(kw_only=False, default=(), converter=rows)
    head: tuple[Row, ...] = field(default=(), converter=rows)
    foot: tuple[Row, ...] = field(default=(), converter=rows)
    caption: Text | None = field(default=None, converter=as_optional_text)


def strong(text: Text) -> Text:
    """*text*, all of it strong."""
    style = Style("strong")
    return Text([attrs.evolve(inline, marks=(style, *inline.marks)) for inline in text.spans])
