"""What Markdown with front matter can carry of a document."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import attrs

from newsmodel.fitting import Fitter, Place, Rules, discussion, with_discussion
from newsmodel.formats.markdown import block_rules, footnotes, text_rules
from newsmodel.formats.markdown.record import is_tag, known
from newsmodel.formats.markdown.record_values import FIELDS
from newsmodel.model import (
    Access,
    Article,
    Block,
    Comment,
    CommentThread,
    Credit,
    Dates,
    Feed,
    Figure,
    FrozenMap,
    Heading,
    Image,
    Inline,
    Label,
    Media,
    Paragraph,
    Person,
    Rights,
    Text,
    plain_text,
)
from newsmodel.rendering.front_matter import is_key
from newsmodel.report import Report
from newsmodel.urls import is_safe_image

_TEXTS = ("headline", "standfirst", "summary", "byline")
_RECORD = (
    *("id", "extra", *_TEXTS, "kind", "kicker", "slug", "slugline", "section", "sections", "credits", "publisher"),
    *("provider", "distributor", "source", "dateline", "dates", "language", "direction", "canonical_url", "version"),
    *("status", "urgency", "concepts", "lead_media", "body", "notes", "rights", "access"),
)


def fit(document: Any, report: Report, *, raw: bool = False, comments: bool = False) -> Any:
    """*document* as Markdown can carry it.

    Of an article the record as far as `record` names it, the body, the footnotes; of any other node its blocks. A feed
    becomes one article, the texts of its articles under their headlines. Blocks of the newsroom become simpler ones.
    raw: blocks of HTML are kept. comments: the discussion becomes lists at the end of the body, not lost.
    """
    if isinstance(document, CommentThread):
        document = discussion(document, report)
    if isinstance(document, Article):
        labels = footnotes.labels_of(document.notes)
        return _fitter(labels, raw, "discussed" if comments else "article")(document, report)
    if isinstance(document, (Feed, Comment)):
        return _fitter({}, raw, "feed")(document, report)
    return _fit_block(_as_block(document, report), report, raw)


def _fitter(labels: Mapping[str, str], raw: bool, kind: str = "block") -> Fitter:
    return _cached_fitter(tuple(labels.items()), raw, kind)


@lru_cache(maxsize=16)  # a fitter plans its walk once; most articles have no footnotes, and share one
def _cached_fitter(labels: tuple[tuple[str, str], ...], raw: bool, kind: str) -> Fitter:
    rules = {**text_rules.rules, **block_rules.rules, **footnotes.references(dict(labels))}
    rules |= {"article": _ARTICLE, "discussed": _DISCUSSED, "feed": _FEED}.get(kind, {})
    rules |= block_rules.with_raw_html() if raw else {}
    finish = {
        **text_rules.finish,
        **block_rules.finish,
        **footnotes.renamed(dict(labels)),
        **(_ARTICLE_FINISH if kind in ("article", "discussed") else {}),
        Feed: _as_article,
    }
    return Fitter(rules, finish)


def _as_block(node: Any, report: Report) -> Block:
    """*node* as a block: a picture as a figure, an inline in a paragraph, anything else by its words."""
    if isinstance(node, Block):
        return node
    if isinstance(node, Media):
        return Figure(node)
    if isinstance(node, (Inline, Text)):
        return Paragraph(node if isinstance(node, Text) else [node])
    words = plain_text(node) or str(getattr(node, "name", ""))
    block: Block = Place("$", report).replace(node, Paragraph(words), node.type, "flattened")
    return block


def _fit_block(block: Block, report: Report, raw: bool) -> Any:
    """*block* as Markdown can carry it; an article of several blocks, or of none, if it is not one any more."""
    inner = Report()
    fitted: Article = _fitter({}, raw)(Article(body=[block]), inner)
    report.losses += [attrs.evolve(loss, at=f"${loss.at.removeprefix('$.body[0]')}") for loss in inner.losses]
    return fitted.body[0] if len(fitted.body) == 1 else fitted


_ARTICLE = Rules()
_ARTICLE_FINISH = Rules()
_FEED = Rules()


@_ARTICLE(Article)
def _article(node: Article, place: Place) -> Any:
    node = place.clear(node, "internal", effect="redacted")
    node = place.keep(node, *_RECORD)
    node = place.set(node, "dropped", extra=_own_extra(node.extra))
    node = place.set(node, "flattened", **{name: _plain(getattr(node, name)) for name in _TEXTS})
    if node.access is not None:
        node = place.set(node, "altered", access=Access(node.access.level) if node.access.level is not None else None)
    if node.rights is not None and node.rights == Rights(id=node.rights.id, extra=node.rights.extra):
        node = place.clear(node, "rights")
    unique = tuple({note.id: note for note in reversed(node.notes)}.values())[::-1]
    if len(unique) < len(node.notes):
        node = place.replace(node, attrs.evolve(node, notes=unique), "footnote.id", "dropped")
    return _lead(node, place)


def _lead(node: Article, place: Place) -> Article:
    if node.lead_media is None:
        return node
    if not isinstance(node.lead_media, Image) or not is_safe_image(node.lead_media.url):
        cleared: Article = place.clear(node, "lead_media")
        return cleared
    plain = attrs.evolve(
        node.lead_media, caption=_plain(node.lead_media.caption), credit=_plain(node.lead_media.credit)
    )
    kept: Article = place.replace(node, attrs.evolve(node, lead_media=plain), "image.caption", "flattened")
    return kept


def _plain(text: Text | None) -> Text | None:
    return None if text is None else Text(str(text))


def _own_extra(extra: FrozenMap) -> FrozenMap:
    """Of *extra* the keys of front matter that no field of the record has."""
    own = extra.get("markdown")
    if not isinstance(own, FrozenMap):
        return FrozenMap()
    kept = {key: value for key, value in own.items() if known(key) is None and _can_be_written(key, value)}
    if kept and len(kept) == len(own) and len(extra) == 1:
        return extra
    return FrozenMap({"markdown": kept}) if kept else FrozenMap()


def _can_be_written(key: str, value: Any) -> bool:
    if not is_key(key):
        return False
    if isinstance(value, FrozenMap):
        return all(_can_be_written(inner, item) for inner, item in value.items())
    return all(_can_be_written("", item) for item in value) if isinstance(value, tuple) else True


@_ARTICLE_FINISH(Article)
def _in_order(node: Article, place: Place) -> Any:
    """Authors before other credits, keywords before other concepts: front matter lists them apart."""
    credits = sorted(node.credits, key=lambda credit: credit.role != "author")
    concepts = sorted(node.concepts, key=lambda concept: not is_tag(concept))
    return place.set(node, "altered", credits=tuple(credits), concepts=tuple(concepts))


@_ARTICLE(Label)
def _label(node: Label, place: Place) -> Any:
    return place.set(place.keep(node, *FIELDS[Label]), "flattened", text=_plain(node.text))


@_ARTICLE(Credit)
def _credit(node: Credit, place: Place) -> Any:
    return place.keep(node, "agent", "role")


@_ARTICLE(Dates)
def _dates(node: Dates, place: Place) -> Any:
    return place.clear(node, "id", "extra")


@_ARTICLE(Person)
def _person(node: Person, place: Place) -> Any:
    return place.keep(place.clear(node, "email", effect="redacted"), *FIELDS[Person])


def _kept(names: tuple[str, ...]) -> Any:
    return lambda node, place: place.keep(node, *names)


for _cls, _names in FIELDS.items():
    if _cls not in (Label, Person, Image):
        _ARTICLE[_cls] = _kept(_names)


@_FEED(Article)
def _article_of_feed(node: Article, place: Place) -> Any:
    return place.keep(node, "headline", "body")


@_FEED(Feed)
def _feed(node: Feed, place: Place) -> Any:
    return place.keep(node, "title", "articles")


def _as_article(node: Feed, place: Place) -> Any:
    body: list[Block] = []
    for article in node.articles:
        body += [Heading(article.headline)] if article.headline else []
        body += article.body
    return place.replace(node, Article(str(node.title), body=body), "feed", "flattened")


@_FEED(Comment)
def _comment(node: Comment, place: Place) -> Any:
    return place.keep(place.clear(node, "private", effect="redacted"), "id", "body")


_DISCUSSED = {**_ARTICLE, Article: with_discussion(_ARTICLE[Article])}
