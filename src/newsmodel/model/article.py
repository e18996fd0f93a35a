"""Article, the whole news article as one value; Feed, a list of articles; Document, either of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TypeAlias

import attrs
from attrs import field

from newsmodel.model.base import Node
from newsmodel.model.block import Block, blocks
from newsmodel.model.comments import CommentThread
from newsmodel.model.concepts import Concept, Identifier, concepts, identifiers
from newsmodel.model.convert import as_instant
from newsmodel.model.features import Correction, LivePost
from newsmodel.model.media import Image, Media
from newsmodel.model.outline import OutlineSection, outline
from newsmodel.model.people import Credit, Organisation, Person, as_organisation, credits
from newsmodel.model.publishing import (
    AlternateUrl,
    AlternativeHeadline,
    CommentPolicy,
    Coverage,
    Dateline,
    Dates,
    Footnote,
    Internal,
    Label,
    Provenance,
    RelatedItem,
    Revision,
    TrustIndicator,
    as_dateline,
    as_label,
    footnotes,
    headlines,
    related_items,
    revisions,
    trust_indicators,
    urls,
)
from newsmodel.model.rights import Access, Rights
from newsmodel.model.section import Section, as_section, sections
from newsmodel.model.sharing import ShareAction, share_actions
from newsmodel.model.text import Direction, Text, as_optional_text, as_text

NO_DATES = Dates()
NO_COMMENTS = CommentThread()


def corrections(values: Iterable[Correction]) -> tuple[Correction, ...]:
    """Corrections in order."""
    return tuple(values)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Article(Node):
    """A news article: `Article("Headline", body=[Paragraph("…")])`. Every field is optional.

    What goes where, where newsrooms differ in words:
    kind is the form ("article", "liveblog", "gallery", "video", "audio", "interactive"), genres what it does.
    standfirst (dek, deck, subtitle) belongs to the page; summary (teaser, excerpt) speaks for it elsewhere.
    kicker is the label above the headline; slug is part of the URL, slugline the wire's name for the story.
    section is the main section of the publication, sections the further ones.
    byline is the line as shown, credits says who did what; `authors` is derived from them.
    publisher publishes, provider supplied it, distributor passed it on, source is where the report comes from.
    language is BCP 47. urgency is 1 (flash) to 9. status is "draft", "scheduled", "usable", "withheld", "cancelled" …
    lead_media (promo, feature image) stands above the body; `lead_image` is derived.
    notes are the footnotes. internal is never published.
    """

    headline: Text = field(default=Text(), kw_only=False, converter=as_text)
    identifiers: tuple[Identifier, ...] = field(default=(), converter=identifiers)
    kind: str = "article"
    genres: tuple[Concept, ...] = field(default=(), converter=concepts)
    headlines: tuple[AlternativeHeadline, ...] = field(default=(), converter=headlines)
    standfirst: Text | None = field(default=None, converter=as_optional_text)
    summary: Text | None = field(default=None, converter=as_optional_text)
    kicker: Label | None = field(default=None, converter=as_label)
    slug: str | None = None
    slugline: str | None = None
    section: Section | None = field(default=None, converter=as_section)
    sections: tuple[Section, ...] = field(default=(), converter=sections)
    byline: Text | None = field(default=None, converter=as_optional_text)
    credits: tuple[Credit, ...] = field(default=(), converter=credits)
    publisher: Organisation | None = field(default=None, converter=as_organisation)
    provider: Organisation | None = field(default=None, converter=as_organisation)
    distributor: Organisation | None = field(default=None, converter=as_organisation)
    source: Organisation | None = field(default=None, converter=as_organisation)
    dateline: Dateline | None = field(default=None, converter=as_dateline)
    dates: Dates = NO_DATES
    language: str | None = None
    direction: Direction | None = None
    canonical_url: str | None = None
    urls: tuple[AlternateUrl, ...] = field(default=(), converter=urls)
    version: str | None = None
    status: str | None = None
    urgency: int | None = None
    revisions: tuple[Revision, ...] = field(default=(), converter=revisions)
    concepts: tuple[Concept, ...] = field(default=(), converter=concepts)
    lead_media: Media | None = None
    body: tuple[Block, ...] = field(default=(), converter=blocks)
    coverage: Coverage | None = None
    notes: tuple[Footnote, ...] = field(default=(), converter=footnotes)
    corrections: tuple[Correction, ...] = field(default=(), converter=corrections)
    related: tuple[RelatedItem, ...] = field(default=(), converter=related_items)
    rights: Rights | None = None
    access: Access | None = None
    comments: CommentThread = NO_COMMENTS
    comment_policy: CommentPolicy | None = None
    share_actions: tuple[ShareAction, ...] = field(default=(), converter=share_actions)
    provenance: Provenance | None = None
    trust: tuple[TrustIndicator, ...] = field(default=(), converter=trust_indicators)
    internal: Internal | None = None

    def _invariants(self) -> None:
        if self.urgency is not None and not 1 <= self.urgency <= 9:
            raise ValueError(f"Article.urgency must be 1 to 9, not {self.urgency}")

    @property
    def authors(self) -> tuple[Person | Organisation, ...]:
        """The agents credited as author, in order."""
        return tuple(credit.agent for credit in self.credits if credit.role == "author")

    @property
    def published(self) -> datetime | None:
        """When it was published: the latest publication, else the first, else the date displayed."""
        return self.dates.published or self.dates.first_published or self.dates.displayed

    @property
    def modified(self) -> datetime | None:
        """When it was last modified."""
        return self.dates.modified

    @property
    def lead_image(self) -> Image | None:
        """The lead medium if it is a picture, or the poster of a lead film."""
        poster = getattr(self.lead_media, "poster", None)
        return self.lead_media if isinstance(self.lead_media, Image) else poster

    @property
    def posts(self) -> tuple[LivePost, ...]:
        """The live posts of the body, in order."""
        return tuple(block for block in self.body if isinstance(block, LivePost))

    def outline(self) -> tuple[OutlineSection, ...]:
        """The body as nested sections by its headings; `Article(body=article.outline())` is the way back."""
        return outline(self.body)

    def __str__(self) -> str:
        from newsmodel.model.summary import summary

        return summary(self)


def articles(values: Iterable[Article]) -> tuple[Article, ...]:
    """Articles in order."""
    return tuple(values)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Feed(Node):
    """Articles in order, under one title: a feed, a front, an export. url: the page that it belongs to."""

    title: Text = field(default=Text(), kw_only=False, converter=as_text)
    articles: tuple[Article, ...] = field(default=(), converter=articles)
    url: str | None = None
    feed_url: str | None = None
    description: Text | None = field(default=None, converter=as_optional_text)
    language: str | None = None
    direction: Direction | None = None
    updated: datetime | None = field(default=None, converter=as_instant)
    credits: tuple[Credit, ...] = field(default=(), converter=credits)
    publisher: Organisation | None = field(default=None, converter=as_organisation)
    icon: str | None = None
    rights: Rights | None = None
    concepts: tuple[Concept, ...] = field(default=(), converter=concepts)


Document: TypeAlias = Article | Feed
