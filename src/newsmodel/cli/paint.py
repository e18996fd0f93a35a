"""Blocks for a terminal, each kind in its own manner: a table from class to rule, as renderers have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any, TypeAlias

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text as Line

from newsmodel.cli.ink import joined, line, plain
from newsmodel.cli.terminal import counted
from newsmodel.model import (
    Aside,
    Block,
    Code,
    Divider,
    Embed,
    Figure,
    Heading,
    List,
    ListItem,
    LivePost,
    Media,
    Paragraph,
    Placeholder,
    PullQuote,
    Quote,
    RawBlock,
    Row,
    Speech,
    Table,
    UnknownBlock,
    plain_text,
)
from newsmodel.rules import RuleTable

Painted: TypeAlias = Iterator[RenderableType]
Rule: TypeAlias = Callable[[Any, int], Painted]

_rules: RuleTable[Rule] = RuleTable()
_DEEPEST = 24  # columns: what is nested deeper is not indented further, so that words keep room
_LOWERINGS = 64
_MOST_COLUMNS = 8


def paint(block: Block, indent: int = 0) -> Painted:
    """*block* as what rich can print, indented by *indent* columns."""
    rule = next((_rules[base] for base in type(block).__mro__ if base in _rules), _lowered)
    return rule(block, indent)


def each(blocks: Iterable[Block], indent: int = 0) -> Painted:
    """*blocks*, one after another."""
    for block in blocks:
        yield from paint(block, indent)


def moment(instant: datetime) -> str:
    """`3 May 2026, 14:05 +02:00`."""
    offset = "UTC" if not instant.utcoffset() else f"{instant:%z}"[:3] + ":" + f"{instant:%z}"[3:]
    return f"{instant.day} {instant:%B %Y, %H:%M} {offset}"


def _set(content: RenderableType, indent: int, below: int = 1) -> RenderableType:
    return Padding(content, (0, 0, below, min(indent, _DEEPEST)))


def label(words: str) -> Line:
    """What something is, where it cannot be shown: `[image]`."""
    return plain(f"[{words}]", "dim")


def _lowered(block: Block, indent: int) -> Painted:
    """Its kind, then what it is in simpler blocks, as it says itself."""
    simpler: tuple[Block, ...] = block.lower()
    if simpler == (block,):
        yield _set(joined(label(block.type), " ", plain_text(block)), indent)
        return
    yield _set(label(block.type), indent, below=0 if simpler else 1)
    # A kind of one's own may be lowered into others of its own; the indent counts how often, and sees the end of it.
    if indent < _LOWERINGS * 2:
        yield from each(simpler, indent + 2)
    else:
        yield _set(plain(plain_text(block)), indent)


@_rules(Paragraph)
def _paragraph(block: Paragraph, indent: int) -> Painted:
    yield _set(line(block.text), indent)


@_rules(Heading)
def _heading(block: Heading, indent: int) -> Painted:
    words = line(block.text, "bold" if block.level > 2 else "bold underline")
    yield _set(joined(f"{block.label} ", words) if block.label else words, indent)


@_rules(List)
def _list(block: List, indent: int) -> Painted:
    yield from _items(block, indent)
    yield plain("")


def _items(block: List, indent: int) -> Painted:
    for number, item in enumerate(block.items, block.start):
        yield from _item(item, f"{number}." if block.ordered else "•", indent)


def _item(item: ListItem, bullet: str, indent: int) -> Painted:
    if item.checked is not None:
        bullet = "[x]" if item.checked else "[ ]"
    first, rest = item.body[:1], item.body[1:]
    if first and type(first[0]) is Paragraph:
        roomy = bool(rest) and not isinstance(rest[0], List)
        yield _set(_hung(f"{bullet} ", line(first[0].text)), indent, below=int(roomy))
    else:
        yield _set(plain(bullet), indent, below=0)
        rest = item.body
    for block in rest:
        within = indent + len(bullet) + 1
        yield from _items(block, within) if isinstance(block, List) else paint(block, within)


def _hung(before: str, words: Line) -> RenderableType:
    """*words* with *before* standing out to the left of all their lines."""
    grid = Grid.grid()
    grid.add_column(width=len(before))
    grid.add_column(ratio=1, overflow="fold")
    grid.add_row(plain(before), words)
    return grid


@_rules(Quote)
def _quote(block: Quote, indent: int) -> Painted:
    yield from each(block.body, indent + 4)
    if block.attribution:
        yield _set(joined("— ", line(block.attribution)), indent + 4)


@_rules(PullQuote)
def _pull_quote(block: PullQuote, indent: int) -> Painted:
    yield _set(joined("❝ ", line(block.text, "bold italic"), " ❞"), indent + 4, below=0 if block.attribution else 1)
    if block.attribution:
        yield _set(joined("— ", line(block.attribution)), indent + 4)


@_rules(Code)
def _code(block: Code, indent: int) -> Painted:
    yield _set(plain(block.text.expandtabs(4), "cyan"), indent + 4)
    if block.caption:
        yield _set(line(block.caption, "dim"), indent + 4)


@_rules(Divider)
def _divider(block: Divider, indent: int) -> Painted:
    yield _set(plain("* * *", "dim"), indent)


@_rules(Table)
def _table(block: Table, indent: int) -> Painted:
    rows = (*block.head, *block.body, *block.foot)
    if max((len(row.cells) for row in rows), default=0) > _MOST_COLUMNS:  # too narrow to read: a line for each row
        for row in rows:
            yield _set(plain(" | ".join(_cells(row))), indent, below=0)
    elif rows:
        yield _set(_grid(block), indent, below=0)
    if block.caption:
        yield _set(line(block.caption, "dim"), indent, below=0)
    yield plain("")


def _grid(block: Table) -> Grid:
    first = _cells(block.head[0]) if block.head else []
    width = max(len(row.cells) for row in (*block.head, *block.body, *block.foot))
    grid = Grid(show_header=bool(first), header_style="bold", box=None, pad_edge=False, padding=(0, 3, 0, 0))
    for position in range(width):
        grid.add_column(plain(first[position] if position < len(first) else ""), overflow="fold")
    for row in (*block.head[1:], *block.body, *block.foot):
        grid.add_row(*map(plain, _cells(row)))
    return grid


def _cells(row: Row) -> list[str]:
    return [" ".join(plain_text(cell.body).split()) for cell in row.cells]


@_rules(Figure)
def _figure(block: Figure, indent: int) -> Painted:
    yield _set(medium(block.media), indent)


def medium(media: Media) -> Line:
    """`[image] The harbour at dawn. Photo: Ann Lee`, and below where it is."""
    words = media.caption or media.alt or media.title or ""
    credit = joined(" ", line(media.credit, "dim")) if media.credit else ""
    where = plain(f"\n{media.url or media.reference or ''}", "dim") if media.url or media.reference else ""
    return joined(label(media.type), " ", line(words), credit, where)


@_rules(Embed)
def _embed(block: Embed, indent: int) -> Painted:
    words = " ".join(filter(None, (block.title, block.url or block.reference)))
    yield _set(joined(label(block.provider or "embed"), f" {words}"), indent, below=0 if block.fallback else 1)
    yield from each(block.fallback, indent + 4)
    if block.caption:
        yield _set(line(block.caption, "dim"), indent)


@_rules(Aside)
def _aside(block: Aside, indent: int) -> Painted:
    title = joined(" ", line(block.title, "bold")) if block.title else ""
    yield _set(joined(label(block.kind or "aside"), title), indent, below=0)
    yield from each(block.body, indent + 4)


@_rules(Speech)
def _speech(block: Speech, indent: int) -> Painted:
    yield _set(plain(f"{block.speaker}:", "bold"), indent, below=0)
    yield from each(block.body, indent + 4)


@_rules(LivePost)
def _live_post(block: LivePost, indent: int) -> Painted:
    time = plain(moment(block.published), "dim") if block.published else ""
    marks = " ".join(word for word, is_so in (("pinned", block.pinned), ("key event", block.key_event)) if is_so)
    yield _set(joined(time, " " if time else "", label(marks) if marks else ""), indent, below=0)
    if block.title:
        yield _set(line(block.title, "bold underline"), indent)
    yield from each(block.body, indent)


@_rules(Placeholder)
def _placeholder(block: Placeholder, indent: int) -> Painted:
    yield _set(label(block.kind), indent)


@_rules(RawBlock)
def _raw(block: RawBlock, indent: int) -> Painted:
    yield _set(label(f"raw {block.format}, {counted(len(block.content), 'character')}"), indent)


@_rules(UnknownBlock)
def _unknown(block: UnknownBlock, indent: int) -> Painted:
    yield _set(label(f"{block.format}: {block.name}"), indent, below=0 if block.fallback else 1)
    yield from each(block.fallback, indent + 2)
