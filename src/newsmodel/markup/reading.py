"""Reader: HTML elements to blocks, frozen tables from tag or class name to rule, the mirror image of `Renderer`.

    mine = reader.using({"cms-poll": my_poll})      # my_poll(element, read) -> a block, several, or None
    mine = reader.using({".poll-box": my_poll})     # by the words of a class name: `c-pollBox`, `poll-box--wide`

The walk itself is `newsmodel.markup.flow`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from copy import copy
from types import MappingProxyType
from typing import Any, NamedTuple, TypeAlias

import attrs
from attrs import field

from newsmodel.alphabet import REPLACEMENT
from newsmodel.markup import engine
from newsmodel.markup.class_names import ClassTable, squeezed
from newsmodel.markup.flow import BREAKS, UNREAD, Flow, Picture, squeeze
from newsmodel.model import Block, Embed, Figure, Gallery, Mark, Paragraph, Text, Timeline, TimelineEvent
from newsmodel.model.frozen import MAXIMUM_DEPTH
from newsmodel.model.text import Inline
from newsmodel.report import Effect, Report
from newsmodel.whitespace import SPACE, collapse_string

__all__ = ["BREAKS", "UNREAD", "Caption", "InlineRule", "MarkRule", "Picture", "Read", "Reader", "Rule", "may_nest"]

Rule: TypeAlias = "Callable[[engine.Node, Read], Any]"
MarkRule: TypeAlias = "Callable[[engine.Node, Read], Mark | None]"
InlineRule: TypeAlias = "Callable[[engine.Node, Read], Inline | Picture | None]"


def _frozen(table: Mapping[str, Any]) -> Mapping[str, Any]:
    return MappingProxyType(dict(table))


def _by_words(table: Mapping[str, Any] | ClassTable[Any]) -> ClassTable[Any]:
    return table if isinstance(table, ClassTable) else ClassTable(table)


LEAVES = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "hr", "img", "iframe", "video", "audio"})
"""Tags whose rules read no blocks."""


def may_nest(element: engine.Node) -> bool:
    """Whether the rule of an element may make a container: any but a leaf's, a figure's only around another figure."""
    name = engine.tag(element)
    return engine.find(element, "figure") is not None if name == "figure" else name not in LEAVES


@attrs.frozen
class Reader:
    """Reads elements by the rule of their tag or class.

    blocks: tag -> rule(element, read) -> a block, several blocks, or None for nothing.
    classes: the words of a class name -> such a rule; it is asked before the tag's, of elements that are no phrasing.
    inlines: tag -> rule -> an inline or a `Picture`, or None. marks: tag -> rule -> a mark, or None for none.
    A rule that gives `NotImplemented` leaves the element to the next one, at last to be walked through.
    nests: whether the block rule of an element may make a container.
    """

    blocks: Mapping[str, Rule] = field(factory=dict, converter=_frozen)
    inlines: Mapping[str, InlineRule] = field(factory=dict, converter=_frozen)
    marks: Mapping[str, MarkRule] = field(factory=dict, converter=_frozen)
    nests: Callable[[engine.Node], bool] = may_nest
    classes: ClassTable[Rule] = field(factory=dict, converter=_by_words)

    def using(self, *tables: Mapping[str, Rule]) -> Reader:
        """A reader with these block rules in place of, or beside, its own; the later table wins.

        A key is a tag ("cms-poll"), or a point and a class name (".poll-box").
        """
        blocks, classes = dict(self.blocks), dict(self.classes.rules)
        for name, rule in (item for table in tables for item in table.items()):
            if name.startswith("."):
                classes[squeezed(name)] = rule
            else:
                blocks[name] = rule
        return attrs.evolve(self, blocks=blocks, classes=classes)


class Caption(NamedTuple):
    """What a rule gives for words that belong to the figure before them; they are a paragraph where none is."""

    caption: Text | None = None
    credit: Text | None = None


class Read:
    """One reading: the reader, where the page comes from, whom to report to, and what rules call.

    url: relative links are joined to it. skip: elements to pass over with all they hold.
    rules: rules for single elements of this page, which are asked before all others.
    explain: whether every element that is passed over is a diagnostic, `left-out`, with its first words.
    notes: filled with the place of each footnote that is referred to, see `newsmodel.markup.html_notes`; None for none.
    prose: whether a line break between two long sentences parts paragraphs, as writers without an editor use it.
    met: filled with the text nodes whose words were read, for a caller who reports the others; None for none.
    For rules: depth, how deep in containers; figures, in how many figures; elsewhere, elements that a rule reads, which
    are passed over where they stand.
    """

    def __init__(
        self,
        reader: Reader,
        report: Report,
        *,
        url: str | None = None,
        skip: Callable[[engine.Node], bool] | None = None,
        rules: Mapping[engine.Node, Rule] | None = None,
        explain: bool = False,
        notes: dict[str, engine.Node] | None = None,
        prose: bool = False,
        met: set[engine.Node] | None = None,
    ) -> None:
        self.reader = reader
        self.report = report
        self.base = url
        self.skip = skip
        self.rules: Mapping[engine.Node, Rule] = rules or {}
        self.explain = explain
        self.notes = notes
        self.prose = prose
        self.met = met
        self.depth: int = 0
        self.figures: int = 0
        self.elsewhere: set[engine.Node] = set()
        self._calls = 0
        self._looks = 0
        self._known: dict[tuple[str, str | None], tuple[Rule, ...]] = {}  # the rules of a tag and its class
        self.memo: dict[Any, Any] = {}

    def blocks(self, nodes: Iterable[engine.Node], *, preserve: bool = False) -> tuple[Block, ...]:
        """The blocks in *nodes*, elements and texts in order. preserve: white space is significant."""
        return self.as_blocks(self.nodes(nodes, preserve=preserve))

    def as_blocks(self, made: Iterable[Any]) -> tuple[Block, ...]:
        """What rules gave, as blocks: items that are none are put into some."""
        found: list[Block] = []
        for node in made:
            if isinstance(node, Block):
                found.append(node)
            elif isinstance(node, TimelineEvent):  # out of its place: no other item has an element of its own
                self.report.loss(node.type, "flattened", "$.body")
                found += Timeline([node]).lower()
            elif isinstance(node, Caption):
                found[-1:] = captioned(found[-1:], node)
        return tuple(found)

    def nodes(self, nodes: Iterable[engine.Node], *, preserve: bool = False) -> list[Any]:
        """As `blocks`, with whatever else the rules give: items, rows, events."""
        self._calls += 1
        try:
            return Flow(self, preserve).through(nodes)
        finally:
            self._calls -= 1

    def inside(self, element: engine.Node, *, preserve: bool = False) -> tuple[Block, ...]:
        """The blocks in *element*, one container deeper. Beyond 64 its containers are taken apart, with a loss."""
        return self.deeper(engine.children(element), preserve=preserve)

    def deeper(self, nodes: Iterable[engine.Node], *, preserve: bool = False) -> tuple[Block, ...]:
        """The blocks in *nodes*, one container deeper."""
        self.depth += 1
        try:
            return self.blocks(nodes, preserve=preserve)
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
            words = raw if preserve else squeeze(raw).strip(SPACE)
            if self.met is not None:
                self.met.add(nodes[0])
            return Text(self.words(words, nodes[0]))
        return Flow(self, preserve, one_text=True).text(nodes)

    def with_reader(self, reader: Reader) -> Read:
        """This reading, from where it stands, by other rules."""
        other = copy(self)
        other.reader = reader
        other._known = {}
        return other

    def took(self, element: engine.Node) -> None:
        """Says that the words in *element* were read, by a rule that looks at its text itself."""
        if self.met is not None:
            self.met.update(engine.texts(element))

    def gave_back(self, element: engine.Node) -> None:
        """Says that the words in *element* were read in vain: nothing could be made of them."""
        if self.met is not None:
            self.met.difference_update(engine.texts(element))

    def link(self, url: str) -> str:
        """*url* joined to the page's own."""
        if self.base is None or url.startswith(("https://", "http://")):
            return url
        from newsmodel.urls import join

        return join(url, self.base)

    def words(self, raw: str, element: engine.Node | None) -> str:
        """*raw*, words of *element* as the engine gives them, with a diagnostic if a character of them was replaced."""
        if REPLACEMENT in raw and element is not None and engine.is_altered(element):
            self.notice("character-replaced", "characters that no text may hold became U+FFFD", element)
        return raw

    def rules_for(self, name: str, element: engine.Node) -> tuple[Rule, ...]:
        """The block rules to ask of an element, in order: its own, its class's, its tag's."""
        classes = engine.attribute(element, "class") if name in BREAKS else None
        rules = self._known.get((name, classes))
        if rules is None:
            named = self.reader.classes.find(classes) if classes and self.reader.classes else None
            rules = tuple(rule for rule in (named, self.reader.blocks.get(name)) if rule is not None)
            self._known[name, classes] = rules
        if self.rules and (own := self.rules.get(element)) is not None:
            rules = (own, *rules)
        return rules

    def passes_over(self, element: engine.Node) -> bool:
        """Whether an element is left out with all it holds."""
        if self.elsewhere and element in self.elsewhere:
            return True
        if self.skip is None or not self.skip(element):
            return False
        if self.figures and self._frames_picture(element):
            return False
        if self.explain:
            self.left_out(element)
        return True

    def _frames_picture(self, element: engine.Node) -> bool:
        """Whether an element in a figure is what its picture stands in: a "placeholder", by its class."""
        self._looks += 1
        return self._looks <= _MOST_LOOKS and engine.find(element, "img") is not None

    def left_out(self, element: engine.Node) -> None:
        """Records, where the caller asks for an explanation, that an element is no part of the article."""
        if self.explain:
            names = engine.attribute(element, "class") or ""
            words = collapse_string(engine.text_content(element))[:_BRIEF]
            self.notice("left-out", f"<{engine.tag(element)} class={names[:_BRIEF]!r}> {words!r}", element)

    def notice(self, code: str, message: str, element: engine.Node | None = None) -> None:
        """Records a diagnostic at *element*."""
        self.report.notice(code, message, source=_line(element))

    def lost(self, code: str, effect: Effect, element: engine.Node, detail: str = "") -> None:
        """Records that something in *element* is not in the article."""
        self.report.loss(code, effect, "$.body", detail, stage="parse", source=_line(element))

    def is_too_deep(self, element: engine.Node) -> bool:
        """Whether no container that *element* makes would fit, or no further rule on the stack."""
        if self._calls > _CALLS:
            return engine.tag(element) not in LEAVES
        return self.depth >= MAXIMUM_DEPTH and self.reader.nests(element)


_BRIEF = 60
_MOST_LOOKS = 200  # into elements of figures, a page

_CALLS = 2 * MAXIMUM_DEPTH + 2
"""How often rules call each other: twice for a container whose items are elements with rules of their own."""


def captioned(before: list[Block], caption: Caption) -> list[Block]:
    """The block before a caption, if there is one, with it; the caption as paragraphs if it cannot take it."""
    if before and not any(caption):
        return before
    if before and isinstance(figure := before[0], Figure):
        medium = figure.media
        if not (medium.caption and caption.caption) and not (medium.credit and caption.credit):
            told, credit = medium.caption or caption.caption, medium.credit or caption.credit
            return [attrs.evolve(figure, media=attrs.evolve(medium, caption=told, credit=credit))]
    elif before and isinstance(block := before[0], (Embed, Gallery)) and not block.caption and not caption.credit:
        return [attrs.evolve(block, caption=caption.caption)]
    return [*before, *(Paragraph(text) for text in caption if text)]


def _line(element: engine.Node | None) -> str | None:
    place = engine.position(element) if element is not None else None
    return f"line {place[0]}" if place else None


def keeps_space(element: engine.Node) -> bool:
    """Whether white space in *element* is significant, as our own pages mark it."""
    return engine.attribute(element, "data-space") == "preserve"
