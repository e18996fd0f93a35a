"""Rich text: flat spans with ordered marks, outermost first.

`Text` is a value in normal form: neighbours that differ in nothing but their words are one span, and text without any
mark is held as the bare `str`. Equal texts are therefore equal values, whatever pieces they were built from.
A tree of inline elements, as HTML or Pandoc has it, is `nest(text)`; see `newsmodel.model.nesting`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Literal, Self, TypeAlias

import attrs
from attrs import field

from newsmodel.alphabet import is_clean
from newsmodel.model.base import Node
from newsmodel.model.concepts import Concept
from newsmodel.model.deep import equal, hash_of
from newsmodel.model.frozen import EMPTY, MAXIMUM_DEPTH, FrozenMap, frozen_map

Direction: TypeAlias = Literal["ltr", "rtl", "auto"]
StyleName: TypeAlias = Literal[
    "strong",
    "emphasis",
    "underline",
    "strikethrough",
    "subscript",
    "superscript",
    "code",
    "highlight",
    "small-caps",
    "quotation",
    "insertion",
    "deletion",
    "keyboard",
]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Mark(Node):
    """What a run of text is marked as. The base of all marks."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Style(Mark):
    """A simple mark, told by its name: strong, emphasis, subscript, code, quotation (inline) …"""

    name: StyleName = field(kw_only=False)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Link(Mark):
    """A link. *url* may be any string: markup writes an unsafe one without `href`, inert, and reads it back.

    rel: as in HTML, words parted by a space. target: a browsing context ("_blank").
    key: tells equal links apart that stand side by side.
    """

    url: str = field(kw_only=False)
    title: str | None = None
    rel: str | None = None
    target: str | None = None
    key: str | None = None


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Mention(Mark):
    """An entity that the text names here (NITF `person`, `org`, `location`; a mention in an editor)."""

    concept: Concept = field(kw_only=False)
    key: str | None = None


@attrs.frozen(kw_only=True, eq=False, repr=False)
class LanguageRun(Mark):
    """A run in another language (BCP 47) or direction."""

    language: str | None = field(default=None, kw_only=False)
    direction: Direction | None = None


@attrs.frozen(kw_only=True, eq=False, repr=False)
class UnknownMark(Mark):
    """A mark that only *format* understands, kept whole."""

    format: str = field(kw_only=False)
    name: str = field(kw_only=False)
    data: FrozenMap = field(default=EMPTY, converter=frozen_map)


def marks(values: Iterable[Mark | StyleName]) -> tuple[Mark, ...]:
    """Marks in the order given, a name standing for its `Style`, the second of two equal ones left out."""
    if type(values) is tuple and (not values or (len(values) == 1 and not isinstance(values[0], str))):  # as most
        return values
    if isinstance(values, str):
        raise TypeError(f"marks are a list, [{values!r}], not a str")
    return tuple(dict.fromkeys(Style(mark) if isinstance(mark, str) else mark for mark in values))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Inline(Node):
    """A piece of rich text under *marks*, outermost first: at most 64, and at most one of them a `Link`."""

    marks: tuple[Mark, ...] = field(default=(), converter=marks)

    def _invariants(self) -> None:
        if len(self.marks) > 1 and sum(isinstance(mark, Link) for mark in self.marks) > 1:
            raise ValueError(f"{type(self).__name__}.marks must hold one link at most")
        if len(self.marks) > MAXIMUM_DEPTH:
            raise ValueError(f"{type(self).__name__}.marks must be at most {MAXIMUM_DEPTH}")

    @property
    def plain(self) -> str:
        """The piece as plain text."""
        return ""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Span(Inline):
    """A run of text under the same marks: `Span("bold", marks=["strong"])`."""

    text: str = field(kw_only=False)

    @property
    def plain(self) -> str:
        return self.text


@attrs.frozen(kw_only=True, eq=False, repr=False)
class LineBreak(Inline):
    """A line break inside a block (HTML `br`)."""

    @property
    def plain(self) -> str:
        return "\n"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class InlineImage(Inline):
    """A small picture in the line. *alt*: None is not known, "" is decoration. Width and height in CSS pixels."""

    url: str = field(kw_only=False)
    alt: str | None = None
    title: str | None = None
    width: int | None = None
    height: int | None = None

    @property
    def plain(self) -> str:
        return self.alt or ""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class FootnoteReference(Inline):
    """A reference to the `Footnote` of `Article.notes` whose id is *note*."""

    note: str = field(kw_only=False)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class UnknownInline(Inline):
    """An inline object that only *format* understands, kept whole; *text* stands for it elsewhere."""

    format: str = field(kw_only=False)
    name: str = field(kw_only=False)
    data: FrozenMap = field(default=EMPTY, converter=frozen_map)
    text: str = ""

    @property
    def plain(self) -> str:
        return self.text


Content: TypeAlias = str | tuple[Inline, ...]


def _content(values: str | Iterable[Inline | str]) -> Content:
    if type(values) is str:
        return values
    return str(values) if isinstance(values, str) else _normal(values)


@attrs.frozen(repr=False, eq=False)
class Text:
    """Rich text: `Text("plain")`, or `Text(["one ", Span("bold", marks=["strong"])])`.

    content: the bare str while nothing is marked, else the inlines in normal form; `spans` is the view that is always
    a tuple. `str(text)` and f-strings give the plain text; line breaks are "\\n", an inline image is its alt text.
    """

    content: Content = field(default="", converter=_content)

    def __attrs_post_init__(self) -> None:
        if isinstance(self.content, str) and not is_clean(self.content):
            raise ValueError("Text must hold only XML 1.0 characters with LF line ends")

    @property
    def spans(self) -> tuple[Inline, ...]:
        """The inlines, a bare str as one unmarked `Span`."""
        if isinstance(self.content, tuple):
            return self.content
        return (Span(self.content),) if self.content else ()

    def __eq__(self, other: object) -> bool:
        if type(other) is not Text:
            return NotImplemented
        try:
            return self.content == other.content
        except RecursionError:
            return equal(self, other)

    def __hash__(self) -> int:
        try:
            return hash(self._parts())
        except RecursionError:
            return hash_of(self)

    def _parts(self) -> tuple[Content]:
        return (self.content,)

    def __iter__(self) -> Iterator[Inline]:
        return iter(self.spans)

    def __bool__(self) -> bool:
        return bool(self.content)

    def __add__(self, other: Text | str) -> Text:
        return Text([*self.spans, *as_text(other).spans])

    def __str__(self) -> str:
        return self.content if isinstance(self.content, str) else "".join(inline.plain for inline in self.content)

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)

    def __repr__(self) -> str:
        shown = str(self)
        shown = shown if len(shown) <= 60 else f"{shown[:59]}…"
        return f"Text({shown!r})" if isinstance(self.content, str) else f"Text({shown!r}, <{len(self.content)} spans>)"

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, _memo: Any) -> Self:
        return self


def _normal(values: Iterable[Inline | str]) -> Content:
    """Empty spans dropped, equal neighbours joined (in linear time), one unmarked span as its str."""
    inlines: list[Inline] = []
    runs: dict[int, list[str]] = {}  # the texts of those that are several spans in one, by their place
    for value in values:
        inline = Span(value) if isinstance(value, str) else value
        if not isinstance(inline, Inline):
            raise TypeError(f"Text takes str, Span and other inlines, not {type(inline).__name__}")
        if not isinstance(inline, Span):
            inlines.append(inline)
        elif inline.text or _is_kept(inline):
            if inlines and _joins(inlines[-1], inline):
                runs.setdefault(len(inlines) - 1, [inlines[-1].plain]).append(inline.text)
            else:
                inlines.append(inline)
    for place, texts in runs.items():
        inlines[place] = Span("".join(texts), marks=inlines[place].marks)
    if len(inlines) == 1 and type(inlines[0]) is Span and not inlines[0].marks and not _is_kept(inlines[0]):
        return inlines[0].text
    return tuple(inlines) or ""


def _is_kept(span: Span) -> bool:
    return span.id is not None or bool(span.extra) or type(span) is not Span


def _joins(one: Inline, other: Span) -> bool:
    return type(one) is Span and one.marks == other.marks and not _is_kept(one) and not _is_kept(other)


def as_text(value: str | Text | Iterable[Inline | str]) -> Text:
    """*value* as Text: itself, or built from a str or a list of inlines."""
    return value if isinstance(value, Text) else Text(value)


def as_optional_text(value: str | Text | Iterable[Inline | str] | None) -> Text | None:
    """As `as_text`, None staying None."""
    return None if value is None else as_text(value)
