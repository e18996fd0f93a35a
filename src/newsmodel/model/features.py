"""The blocks of the newsroom: figures and galleries, embeds, boxes, notes, interviews, timelines, live posts, cards.

Each says with `lower` what it is in the simpler blocks of `newsmodel.model.blocks`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import attrs
from attrs import field

from newsmodel.model.base import Node
from newsmodel.model.block import Block, Container, blocks
from newsmodel.model.blocks import Heading, List, ListItem, Paragraph, quoted, strong
from newsmodel.model.convert import as_instant, as_number
from newsmodel.model.frozen import EMPTY, FrozenMap, frozen_map
from newsmodel.model.media import Image, Media
from newsmodel.model.people import Credit, credits
from newsmodel.model.text import Link, Span, Text, as_optional_text, as_text


def _titled(title: Text | None, *content: Block) -> tuple[Block, ...]:
    return (Paragraph(strong(title)), *content) if title else content


def _linked(text: Text | str | None, url: str | None) -> tuple[Block, ...]:
    words = as_text(text or url or "")
    if not words:
        return ()
    if not url or any(isinstance(mark, Link) for inline in words for mark in inline.marks):
        return (Paragraph(words),)
    return (Paragraph([attrs.evolve(inline, marks=(Link(url), *inline.marks)) for inline in words.spans]),)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Figure(Block):
    """A medium in the body, with its caption and credit. link: where the picture leads. layout: "wide", "left" …"""

    media: Media = field(kw_only=False)
    link: str | None = None
    layout: str | None = None


def figures(values: Iterable[Figure | Media]) -> tuple[Figure, ...]:
    """Figures in order; a medium is a figure of its own."""
    return tuple(Figure(value) if isinstance(value, Media) else value for value in values)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Gallery(Block):
    """Several figures that belong together. layout: "carousel", "grid", "pair" …"""

    figures: tuple[Figure, ...] = field(kw_only=False, default=(), converter=figures)
    title: Text | None = field(default=None, converter=as_optional_text)
    caption: Text | None = field(default=None, converter=as_optional_text)
    layout: str | None = None

    def lower(self) -> tuple[Block, ...]:
        caption = (Paragraph(self.caption),) if self.caption else ()
        return _titled(self.title, *self.figures, *caption)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Embed(Container):
    """Something from elsewhere shown here: a post, a film, a chart.

    provider: lower case ("youtube", "x", "datawrapper"). reference: the provider's id.
    html: the provider's markup as it was at *fetched*; never rendered unless the caller opts in.
    fallback: blocks that stand for it where it cannot be shown. Width and height in CSS pixels.
    """

    url: str = field(kw_only=False, default="")
    provider: str | None = None
    reference: str | None = None
    title: str | None = None
    caption: Text | None = field(default=None, converter=as_optional_text)
    html: str | None = None
    fetched: datetime | None = field(default=None, converter=as_instant)
    width: int | None = None
    height: int | None = None
    fallback: tuple[Block, ...] = field(default=(), converter=blocks)

    def lower(self) -> tuple[Block, ...]:
        caption = (Paragraph(self.caption),) if self.caption else ()
        return (*(self.fallback or _linked(self.title, self.url)), *caption)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Aside(Container):
    """Blocks set apart with a role of their own.

    kind: "infobox", "factbox", "key-takeaways", "group", "columns", "details", or a format's own word.
    """

    body: tuple[Block, ...] = field(kw_only=False, default=(), converter=blocks)
    kind: str | None = None
    title: Text | None = field(default=None, converter=as_optional_text)

    def lower(self) -> tuple[Block, ...]:
        return _titled(self.title, *self.body)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Correction(Block):
    """A published correction, in the body or in `Article.corrections`.

    kind: "correction", "clarification", "retraction", "update". target: id of the block that was corrected.
    """

    text: Text = field(kw_only=False, default=Text(), converter=as_text)
    kind: str | None = None
    published: datetime | None = field(default=None, converter=as_instant)
    target: str | None = None

    def lower(self) -> tuple[Block, ...]:
        return (Paragraph(self.text),) if self.text else ()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class EditorNote(Container):
    """A note of the editors to the reader (to colleagues: `Internal.editor_note`)."""

    body: tuple[Block, ...] = field(kw_only=False, default=(), converter=quoted)

    def lower(self) -> tuple[Block, ...]:
        return self.body


@attrs.frozen(kw_only=True, eq=False, repr=False)
class QuestionAndAnswer(Container):
    """A question and its answer; several make an explainer. questioner, respondent: who asks, who answers."""

    question: Text = field(kw_only=False, default=Text(), converter=as_text)
    answer: tuple[Block, ...] = field(kw_only=False, default=(), converter=quoted)
    questioner: str | None = None
    respondent: str | None = None

    def lower(self) -> tuple[Block, ...]:
        return _titled(self.question or None, *self.answer)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Speech(Container):
    """A turn in an interview (JATS `speech`)."""

    speaker: str = field(kw_only=False, default="")
    body: tuple[Block, ...] = field(kw_only=False, default=(), converter=quoted)

    def lower(self) -> tuple[Block, ...]:
        return _titled(Text(self.speaker) if self.speaker else None, *self.body)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class TimelineEvent(Node):
    """An event of a timeline. date: as printed, however vague; instant: when it is known exactly."""

    title: Text = field(kw_only=False, default=Text(), converter=as_text)
    body: tuple[Block, ...] = field(kw_only=False, default=(), converter=blocks)
    date: str | None = None
    instant: datetime | None = field(default=None, converter=as_instant)


def timeline_events(values: Iterable[TimelineEvent]) -> tuple[TimelineEvent, ...]:
    """Events in order."""
    return tuple(values)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Timeline(Container):
    """Events in the order of time."""

    events: tuple[TimelineEvent, ...] = field(kw_only=False, default=(), converter=timeline_events)
    title: Text | None = field(default=None, converter=as_optional_text)

    def lower(self) -> tuple[Block, ...]:
        lowered: list[Block] = []
        for event in self.events:
            date = [Span(event.date), Span(": ")] if event.date and event.title else [Span(event.date or "")]
            lowered += _titled(Text([*date, *event.title.spans]), *event.body)
        return _titled(self.title, *lowered)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Rating(Node):
    """A rating: *value* between *worst* and *best*, in *unit* ("stars"); count: of how many."""

    value: float = field(kw_only=False, converter=as_number)
    best: float | None = field(default=None, converter=as_number)
    worst: float | None = field(default=None, converter=as_number)
    unit: str | None = None
    count: int | None = None


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Review(Container):
    """A verdict on something: the item, its rating, and what is said of it."""

    item: str = field(kw_only=False, default="")
    rating: Rating | None = None
    url: str | None = None
    body: tuple[Block, ...] = field(default=(), converter=blocks)

    def facts(self) -> tuple[Paragraph, ...]:
        """The rating in words: "4/5 stars"."""
        if self.rating is None:
            return ()
        of = f"/{self.rating.best:g}" if self.rating.best is not None else ""
        return (Paragraph(f"{self.rating.value:g}{of} {self.rating.unit or ''}".rstrip()),)

    def lower(self) -> tuple[Block, ...]:
        return (*_linked(self.item, self.url), *self.facts(), *self.body)


def texts(values: Iterable[Text | str]) -> tuple[Text, ...]:
    """Texts in order; a str is plain text."""
    if isinstance(values, str):
        raise TypeError(f"texts are a list, [{values!r}], not a str")
    return tuple(as_text(value) for value in values)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Recipe(Container):
    """A recipe: ingredients line by line, and the method as blocks. Times in minutes; servings as printed ("4")."""

    name: Text = field(kw_only=False, default=Text(), converter=as_text)
    ingredients: tuple[Text, ...] = field(default=(), converter=texts)
    method: tuple[Block, ...] = field(default=(), converter=blocks)
    servings: str | None = None
    preparation_minutes: int | None = None
    cooking_minutes: int | None = None

    def facts(self) -> tuple[Paragraph, ...]:
        """Servings and times in one line: "4, 10 min, 25 min"."""
        times = (f"{minutes} min" for minutes in (self.preparation_minutes, self.cooking_minutes) if minutes)
        line = ", ".join(filter(None, [self.servings, *times]))
        return (Paragraph(line),) if line else ()

    def lower(self) -> tuple[Block, ...]:
        items = (List([ListItem([Paragraph(text)]) for text in self.ingredients]),) if self.ingredients else ()
        return _titled(self.name or None, *self.facts(), *items, *self.method)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class LinkCard(Block):
    """A teaser of another page. label: the small line above its title ("Read more")."""

    url: str = field(kw_only=False, default="")
    title: Text | None = field(default=None, converter=as_optional_text)
    description: Text | None = field(default=None, converter=as_optional_text)
    image: Image | None = None
    label: str | None = None

    def lower(self) -> tuple[Block, ...]:
        description = (Paragraph(self.description),) if self.description else ()
        picture = (Figure(self.image),) if self.image else ()
        return (*picture, *_linked(self.title, self.url), *description)


def link_cards(values: Iterable[LinkCard]) -> tuple[LinkCard, ...]:
    """Cards in order."""
    return tuple(values)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class LinkList(Block):
    """Several teasers under one title."""

    cards: tuple[LinkCard, ...] = field(kw_only=False, default=(), converter=link_cards)
    title: Text | None = field(default=None, converter=as_optional_text)

    def lower(self) -> tuple[Block, ...]:
        items = [ListItem(card.lower()) for card in self.cards]
        return _titled(self.title, *((List(items),) if items else ()))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Placeholder(Block):
    """A place for something that is no content.

    kind: "advertisement", "newsletter", "signup", "promotion", "paywall", or a format's own word.
    """

    kind: str = field(kw_only=False)
    parameters: FrozenMap = field(default=EMPTY, converter=frozen_map)

    def lower(self) -> tuple[Block, ...]:
        return ()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class LivePost(Container):
    """A post of a live blog. key_event: it is in the summary of the day. pinned: it stays on top."""

    body: tuple[Block, ...] = field(kw_only=False, default=(), converter=blocks)
    title: Text | None = field(default=None, converter=as_optional_text)
    published: datetime | None = field(default=None, converter=as_instant)
    modified: datetime | None = field(default=None, converter=as_instant)
    credits: tuple[Credit, ...] = field(default=(), converter=credits)
    key_event: bool = False
    pinned: bool = False
    summary: Text | None = field(default=None, converter=as_optional_text)

    def lower(self) -> tuple[Block, ...]:
        title = (Heading(self.title, level=2),) if self.title else ()
        summary = (Paragraph(self.summary),) if self.summary else ()
        return (*title, *summary, *self.body)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class RawBlock(Block):
    """Markup that only *format* understands; never rendered unless the caller opts in."""

    format: str = field(kw_only=False)
    content: str = field(kw_only=False, default="")

    def lower(self) -> tuple[Block, ...]:
        return ()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class UnknownBlock(Container):
    """A block that only *format* understands, kept whole in *data*: it goes back verbatim to its own format.

    fallback: blocks that stand for it elsewhere.
    """

    format: str = field(kw_only=False)
    name: str = field(kw_only=False)
    data: FrozenMap = field(default=EMPTY, converter=frozen_map)
    fallback: tuple[Block, ...] = field(default=(), converter=blocks)

    def lower(self) -> tuple[Block, ...]:
        return self.fallback
