"""The parts of an article's record: dates, dateline, labels, revisions, related items, provenance, internal notes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import attrs
from attrs import field

from newsmodel.model.base import Node
from newsmodel.model.block import Block
from newsmodel.model.blocks import quoted
from newsmodel.model.concepts import Concept
from newsmodel.model.convert import as_instant, strings
from newsmodel.model.frozen import EMPTY, FrozenMap, frozen_map
from newsmodel.model.media import Image
from newsmodel.model.text import Text, as_text


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Dates(Node):
    """The moments in an article's life; each aware. displayed: the date that the publication shows."""

    created: datetime | None = field(default=None, converter=as_instant)
    first_published: datetime | None = field(default=None, converter=as_instant)
    published: datetime | None = field(default=None, converter=as_instant)
    modified: datetime | None = field(default=None, converter=as_instant)
    displayed: datetime | None = field(default=None, converter=as_instant)
    embargoed_until: datetime | None = field(default=None, converter=as_instant)
    scheduled: datetime | None = field(default=None, converter=as_instant)
    expires: datetime | None = field(default=None, converter=as_instant)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Dateline(Node):
    """Where and when a report was filed: the text as printed ("GENEVA, 3 May"), the place, the date as printed."""

    text: str = field(default="", kw_only=False)
    place: Concept | None = None
    date: str | None = None


def as_dateline(value: Dateline | str | None) -> Dateline | None:
    """A dateline; a str is its text."""
    return Dateline(value) if isinstance(value, str) else value


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Label(Node):
    """The small line above the headline (the kicker), which may lead somewhere."""

    text: Text = field(kw_only=False, converter=as_text)
    url: str | None = None


def as_label(value: Label | Text | str | None) -> Label | None:
    """A label; a str or Text is its text."""
    return Label(value) if isinstance(value, (str, Text)) else value


@attrs.frozen(kw_only=True, eq=False, repr=False)
class AlternativeHeadline(Node):
    """A headline for another use. use: "short", "web", "print", "mobile", "seo", "social", or a format's own word."""

    text: Text = field(kw_only=False, converter=as_text)
    use: str = field(default="short", kw_only=False)


def headlines(values: Iterable[AlternativeHeadline]) -> tuple[AlternativeHeadline, ...]:
    """Headlines in order."""
    return tuple(values)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class AlternateUrl(Node):
    """Another address of the article. kind: "short", "amp", "print", "mobile", "syndicated", or a site's name."""

    url: str = field(kw_only=False)
    kind: str | None = None
    language: str | None = None


def urls(values: Iterable[AlternateUrl]) -> tuple[AlternateUrl, ...]:
    """Addresses in order."""
    return tuple(values)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Revision(Node):
    """An earlier or later version: its number, when, by whom, and what changed."""

    version: str = field(default="", kw_only=False)
    published: datetime | None = field(default=None, converter=as_instant)
    author: str | None = None
    note: str | None = None


def revisions(values: Iterable[Revision]) -> tuple[Revision, ...]:
    """Revisions in order."""
    return tuple(values)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class RelatedItem(Node):
    """Another item. relation: "related", "part-of", "previous", "next", "citation", or a format's own word.

    reference: its id in the system, where there is no URL.
    """

    title: str = field(default="", kw_only=False)
    url: str | None = None
    relation: str = "related"
    reference: str | None = None
    description: str | None = None
    image: Image | None = None
    published: datetime | None = field(default=None, converter=as_instant)


def related_items(values: Iterable[RelatedItem]) -> tuple[RelatedItem, ...]:
    """Items in order."""
    return tuple(values)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Coverage(Node):
    """When a live blog starts and ends."""

    start: datetime | None = field(default=None, converter=as_instant)
    end: datetime | None = field(default=None, converter=as_instant)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class CommentPolicy(Node):
    """The settings of the discussion, not the discussion. moderation: "pre", "post", "reactive" or "none"."""

    open: bool | None = None
    closes: datetime | None = field(default=None, converter=as_instant)
    moderation: str | None = None
    shown: bool | None = None


@attrs.frozen(kw_only=True, eq=False, repr=False)
class AiUse(Node):
    """What a machine did: the system, and its part ("translation", "summary", "illustration")."""

    system: str = field(default="", kw_only=False)
    purpose: str | None = None
    description: str | None = None


def ai_uses(values: Iterable[AiUse]) -> tuple[AiUse, ...]:
    """Uses in order."""
    return tuple(values)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Provenance(Node):
    """How the article was made. digital_source_type: IPTC's term (http://cv.iptc.org/newscodes/digitalsourcetype/)."""

    digital_source_type: str | None = None
    ai: tuple[AiUse, ...] = field(default=(), converter=ai_uses)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class TrustIndicator(Node):
    """A page by which a publisher vouches. kind: "publishing-principles", "ethics-policy", "ownership" …"""

    kind: str = field(kw_only=False)
    url: str = field(default="", kw_only=False)
    title: str | None = None


def trust_indicators(values: Iterable[TrustIndicator]) -> tuple[TrustIndicator, ...]:
    """Indicators in order."""
    return tuple(values)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Internal(Node):
    """Not for publication: written only with `internal=True`, and reported as redacted otherwise."""

    editor_note: str | None = None
    notes: tuple[str, ...] = field(default=(), converter=strings)
    budget_line: str | None = None
    planning: FrozenMap = field(default=EMPTY, converter=frozen_map)
    workflow: FrozenMap = field(default=EMPTY, converter=frozen_map)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Footnote(Node):
    """A footnote, found by its `id` from `FootnoteReference.note`. label: as printed ("1", "*")."""

    id: str
    body: tuple[Block, ...] = field(default=(), kw_only=False, converter=quoted)
    label: str | None = None

    def _invariants(self) -> None:
        if not self.id:
            raise ValueError("Footnote.id must not be empty")


def footnotes(values: Iterable[Footnote]) -> tuple[Footnote, ...]:
    """Footnotes in order."""
    return tuple(values)
