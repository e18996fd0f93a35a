"""Reader: HTML elements to blocks, a frozen table from tag to rule, the mirror image of `Renderer`.

One explicit walk flows through the elements: words gather in paragraphs, marks open and close around them, elements
without a rule are transparent, and a rule takes an element whole. Depth is no matter, and each node is met once.

    mine = reader.using({"cms-poll": my_poll})      # my_poll(element, read) -> a block, several, or None
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

import attrs
from attrs import field

from newsmodel.alphabet import clean, is_clean
from newsmodel.markup import engine
from newsmodel.model import (
    Block,
    Figure,
    Image,
    InlineImage,
    LineBreak,
    Link,
    Mark,
    Paragraph,
    Span,
    Text,
    Timeline,
    TimelineEvent,
)
from newsmodel.model.frozen import MAXIMUM_DEPTH
from newsmodel.model.text import Inline
from newsmodel.report import Effect, Report
from newsmodel.whitespace import collapse_inlines, collapse_string

Rule: TypeAlias = "Callable[[engine.Node, Read], Any]"
MarkRule: TypeAlias = "Callable[[engine.Node, Read], Mark | None]"
InlineRule: TypeAlias = "Callable[[engine.Node, Read], Inline | None]"

UNREAD = frozenset({"script", "style", "template", "head", "title", "link", "meta", "noscript", "svg", "math"})
"""Elements that are no content. (`noscript` is parsed as markup: what stands there repeats a lazy picture.)"""

_BREAKS = """
    address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search section select
    summary table tbody td tfoot th thead tr ul
"""
BREAKS = frozenset(_BREAKS.split())
"""Elements that end a paragraph (HTML Standard, section 15.3, `display: block` and its kin)."""


def _frozen(table: Mapping[str, Any]) -> Mapping[str, Any]:
    return MappingProxyType(dict(table))


LEAVES = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "hr", "img", "iframe", "video", "audio"})
"""Tags whose rules read no blocks."""


def may_nest(element: engine.Node) -> bool:
    """Whether the rule of an element may make a container: any but a leaf's, a figure's only around another figure."""
    name = engine.tag(element)
    return engine.find(element, "figure") is not None if name == "figure" else name not in LEAVES


@attrs.frozen
class Reader:
    """Reads elements by the rule of their tag.

    blocks: tag -> rule(element, read) -> a block, several blocks, or None for nothing.
    inlines: tag -> rule -> an inline, or None. marks: tag -> rule -> a mark, or None for none.
    A rule that gives `NotImplemented` leaves the element to be walked through.
    nests: whether the block rule of an element may make a container.
    """

    blocks: Mapping[str, Rule] = field(factory=dict, converter=_frozen)
    inlines: Mapping[str, InlineRule] = field(factory=dict, converter=_frozen)
    marks: Mapping[str, MarkRule] = field(factory=dict, converter=_frozen)
    nests: Callable[[engine.Node], bool] = may_nest

    def using(self, *tables: Mapping[str, Rule]) -> Reader:
        """A reader with these block rules in place of, or beside, its own; the later table wins."""
        merged = dict(self.blocks)
        for table in tables:
            merged.update(table)
        return attrs.evolve(self, blocks=merged)


class Read:
    """One reading: the reader, where the page comes from, whom to report to, and what rules call.

    url: relative links are joined to it. skip: elements to pass over with all they hold.
    """

    def __init__(
        self,
        reader: Reader,
        report: Report,
        *,
        url: str | None = None,
        skip: Callable[[engine.Node], bool] | None = None,
    ) -> None:
        self.reader = reader
        self.report = report
        self.base = url
        self.skip = skip
        self.depth: int = 0
        self._calls = 0
        self.memo: dict[Any, Any] = {}

    def blocks(self, nodes: Iterable[engine.Node], *, preserve: bool = False) -> tuple[Block, ...]:
        """The blocks in *nodes*, elements and texts in order. preserve: white space is significant."""
        found: list[Block] = []
        for node in self.nodes(nodes, preserve=preserve):
            if isinstance(node, TimelineEvent):  # out of its place: no other item has an element of its own
                self.report.loss(node.type, "flattened", "$.body")
                found += Timeline([node]).lower()
            elif isinstance(node, Block):
                found.append(node)
        return tuple(found)

    def nodes(self, nodes: Iterable[engine.Node], *, preserve: bool = False) -> list[Any]:
        """As `blocks`, with whatever else the rules give: items, rows, events."""
        self._calls += 1
        try:
            return _Flow(self, preserve).through(nodes)
        finally:
            self._calls -= 1

    def inside(self, element: engine.Node, *, preserve: bool = False) -> tuple[Block, ...]:
        """The blocks in *element*, one container deeper. Beyond 64 its containers are taken apart, with a loss."""
        self.depth += 1
        try:
            return self.blocks(engine.children(element), preserve=preserve)
        finally:
            self.depth -= 1

    def text(self, element: engine.Node, *, preserve: bool | None = None) -> Text:
        """The words in *element* as rich text, whatever elements they stand in."""
        kept = keeps_space(element) if preserve is None else preserve
        return self.text_of(engine.children(element), preserve=kept)

    def text_of(self, nodes: Iterable[engine.Node], *, preserve: bool = False) -> Text:
        """The words in *nodes* as rich text."""
        nodes = tuple(nodes)
        if len(nodes) == 1 and (raw := engine.text(nodes[0])) is not None:  # as in most paragraphs
            words = self.words(raw, nodes[0])
            return Text(words if preserve else collapse_string(words))
        return _Flow(self, preserve, one_text=True).text(nodes)

    def link(self, url: str) -> str:
        """*url* joined to the page's own."""
        if self.base is None:
            return url
        from newsmodel.urls import join

        return join(url, self.base)

    def words(self, raw: str, element: engine.Node) -> str:
        """*raw* in the model's alphabet, with a diagnostic if it was not."""
        if is_clean(raw):
            return raw
        raw = raw.replace("\f", " ")
        if not is_clean(raw):
            self.notice("character-replaced", "characters that no text may hold became U+FFFD", element)
        return clean(raw)

    def notice(self, code: str, message: str, element: engine.Node | None = None) -> None:
        """Records a diagnostic at *element*."""
        self.report.notice(code, message, source=_line(element))

    def lost(self, code: str, effect: Effect, element: engine.Node) -> None:
        """Records that something in *element* is not in the article."""
        self.report.loss(code, effect, "$.body", stage="parse", source=_line(element))

    def is_too_deep(self, element: engine.Node) -> bool:
        """Whether no container that *element* makes would fit, or no further rule on the stack."""
        if self._calls > _CALLS:
            return engine.tag(element) not in LEAVES
        return self.depth >= MAXIMUM_DEPTH and self.reader.nests(element)


def _line(element: engine.Node | None) -> str | None:
    place = engine.position(element) if element is not None else None
    return f"line {place[0]}" if place else None


def keeps_space(element: engine.Node) -> bool:
    """Whether white space in *element* is significant, as our own pages mark it."""
    return engine.attribute(element, "data-space") == "preserve"


_CALLS = 2 * MAXIMUM_DEPTH + 2
"""How often rules call each other: twice for a container whose items are elements with rules of their own."""


class _Flow:
    """The walk. Its stack holds nodes to meet, and what to do on leaving an element."""

    def __init__(self, read: Read, preserve: bool, *, one_text: bool = False) -> None:
        self.read = read
        self.preserve = preserve
        self.one_text = one_text
        self.done: list[Any] = []
        self.inlines: list[Inline] = []
        self.marks: tuple[Mark, ...] = ()

    def through(self, nodes: Iterable[engine.Node]) -> list[Any]:
        self._walk(nodes)
        self._end_paragraph()
        return self.done

    def text(self, nodes: Iterable[engine.Node]) -> Text:
        self._walk(nodes)
        return Text(self.inlines if self.preserve else collapse_inlines(self.inlines))

    def _walk(self, nodes: Iterable[engine.Node]) -> None:
        waiting: list[Any] = list(nodes)[::-1]
        while waiting:
            item = waiting.pop()
            if type(item) is tuple:  # the marks to go back to; None: a block ends here
                self._leave(item)
                continue
            name = engine.tag(item)
            if name is None:
                self._text(item)
            elif name not in UNREAD and not (self.read.skip and self.read.skip(item)):
                waiting.extend(self._element(name, item))

    def _leave(self, item: tuple[Any, ...]) -> None:
        if item[0] is None:
            self._end_paragraph()
        else:
            self.marks = item[0]

    def _text(self, node: engine.Node) -> None:
        if raw := engine.text(node):
            self.inlines.append(Span(self.read.words(raw, node), marks=self.marks))

    def _element(self, name: str, node: engine.Node) -> list[Any]:
        """Takes the element, and gives what of it must still be walked, last first."""
        reader = self.read.reader
        if name in reader.inlines and (inline := reader.inlines[name](node, self.read)) is not NotImplemented:
            if inline is not None:
                self.inlines.append(_marked(inline, self.marks))
            return []
        inside = engine.children(node)[::-1]
        if not self.one_text and self._takes(name, node):
            return []
        if name in BREAKS:
            self._boundary()
            return [(None,), *inside]
        mark = self._mark(name, node)
        if mark is None:
            return list(inside)
        before, self.marks = self.marks, (*self.marks, mark)
        return [(before,), *inside]

    def _takes(self, name: str, node: engine.Node) -> bool:
        """Whether a rule took the element; its blocks are then done."""
        rule = self.read.reader.blocks.get(name)
        if rule is None:
            return False
        if self.read.is_too_deep(node):
            self.read.lost("container-too-deep", "flattened", node)
            return False
        pending, self.inlines = self.inlines, []
        result = rule(node, self.read)
        self.inlines = pending
        if result is NotImplemented:
            return False
        self._end_paragraph()
        self.done.extend(result if isinstance(result, (tuple, list)) else () if result is None else (result,))
        return True

    def _mark(self, name: str, node: engine.Node) -> Mark | None:
        rule = self.read.reader.marks.get(name)
        mark = rule(node, self.read) if rule else None
        if mark is None or (isinstance(mark, Link) and any(isinstance(other, Link) for other in self.marks)):
            return None
        if len(self.marks) >= MAXIMUM_DEPTH:
            self.read.lost("mark-too-deep", "dropped", node)
            return None
        return mark

    def _boundary(self) -> None:
        if self.one_text:
            if self.inlines and not isinstance(self.inlines[-1], LineBreak):
                self.inlines.append(Span(" ", marks=self.marks))
        else:
            self._end_paragraph()

    def _end_paragraph(self) -> None:
        if self.one_text:
            self.inlines.append(Span(" "))
            return
        inlines, self.inlines = self.inlines, []
        for line in [inlines] if self.preserve else _at_double_breaks(inlines):
            self.done.extend(self._paragraphs(line))

    def _paragraphs(self, inlines: list[Inline]) -> Iterable[Block]:
        kept = inlines if self.preserve else collapse_inlines(inlines)
        text = Text(kept)
        if not text:
            return ()
        if all(type(inline) in (InlineImage, LineBreak) for inline in text) and not self.preserve:
            return [as_figure(inline) for inline in text if isinstance(inline, InlineImage)]
        return (Paragraph(text),)


def as_figure(image: InlineImage) -> Figure:
    """A picture that stands alone as a figure, linked as it was."""
    link = next((mark.url for mark in image.marks if isinstance(mark, Link)), None)
    medium = Image(image.url, alt=image.alt, title=image.title, width=image.width, height=image.height)
    return Figure(medium, link=link)


def _marked(inline: Inline, marks: tuple[Mark, ...]) -> Inline:
    return attrs.evolve(inline, marks=(*marks, *inline.marks)) if marks else inline


def _at_double_breaks(inlines: list[Inline]) -> list[list[Inline]]:
    """*inlines* split where two or more line breaks stand with nothing but space between them.

    Breaks at the ends of a paragraph break nothing.
    """
    lines: list[list[Inline]] = [[]]
    breaks: list[Inline] = []
    for inline in inlines:
        if type(inline) is LineBreak or (breaks and isinstance(inline, Span) and not inline.text.strip(" \t\n\r\f")):
            breaks.append(inline)
            continue
        if sum(type(each) is LineBreak for each in breaks) > 1:
            lines.append([])
        elif lines[-1]:
            lines[-1] += breaks
        breaks = []
        lines[-1].append(inline)
    return lines
