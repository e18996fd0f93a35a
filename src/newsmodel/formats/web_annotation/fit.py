"""What annotations carry of an article and its thread."""

from __future__ import annotations

import re
from typing import Any, TypeGuard

import attrs

from newsmodel.comment_export import each_article, fit_adopted, fitter, without_body
from newsmodel.dates import in_utc
from newsmodel.fitting import Fitter, Place, Rules
from newsmodel.formats.web_annotation.terms import EXTRA, MOTIVATIONS
from newsmodel.html_fitting import settle_body
from newsmodel.model import Account, Anchor, Article, Comment, CommentThread, Document, Feed
from newsmodel.model.frozen import FrozenMap
from newsmodel.plain_fitting import absolute, natural, only, plain
from newsmodel.report import Report

_FRAGMENT = re.compile(r"[^\s$]\S*")  # an id; "$.body[0]" is a path
_rules = Rules()
_last = Rules()


@_rules(Feed)
def _feed(node: Feed, place: Place) -> Any:
    return place.keep(node, "articles")


@_rules(Article)
def _article(node: Article, place: Place) -> Any:
    node = plain(only(node, place, "headline", "canonical_url", "comments"), place, "headline")
    return absolute(node, place, "canonical_url")


@_last(Article)
def _article_without_target(node: Article, place: Place) -> Any:
    """Only annotations of the page itself say which page it is."""
    about = any(comment.parent is None or comment.anchor is not None for comment in node.comments)
    return node if about else place.clear(node, "canonical_url")


@_rules(CommentThread)
def _thread(node: CommentThread, place: Place) -> Any:
    node = absolute(only(node, place, "comments", "declared", "url"), place, "url")
    return natural(node, place, "declared")


@_rules(Comment)
def _comment(node: Comment, place: Place) -> Any:
    """An annotation is public: what is not published is none. Its dates are in UTC (section 3.3.1)."""
    if node.status != "published":
        return place.drop(node, detail=f"it is {node.status}")
    node = only(node, place, "id", "parent", "author", "created", "edited", "body", "language", "kind", "anchor")
    node = place.set(node, "altered", created=in_utc(node.created), edited=in_utc(node.edited))
    if not node.body:  # a language is that of a body
        node = place.clear(node, "language")
    return node if node.kind in MOTIVATIONS else place.set(node, "altered", kind="comment")


@_last(Comment)
def _comment_without_words(node: Comment, place: Place) -> Any:
    node = settle_body(node, place)
    return node if node.body else place.clear(node, "language")


@_rules(Account)
def _account(node: Account, place: Place) -> Any:
    return absolute(only(node, place, "id", "name", "url", "handle"), place, "url")


@_rules(Anchor)
def _anchor(node: Anchor, place: Place) -> Any:
    node = only(node, place, "exact", "prefix", "suffix", "block", "extra")
    position = node.extra.get(EXTRA)
    node = place.set(node, "dropped", extra={EXTRA: position} if is_position(position) else {})
    if node.block is not None and not _FRAGMENT.fullmatch(node.block):
        node = place.clear(node, "block")
    if not node.exact:
        node = place.clear(node, "prefix", "suffix")
    return node if node != Anchor() else place.drop(node)


def is_position(value: Any) -> TypeGuard[dict[str, int]]:
    """Whether *value* is a position in code units: {"start": 4, "end": 9}."""
    if not isinstance(value, dict) or set(value) != {"start", "end"}:
        return False
    start, end = value["start"], value["end"]
    return type(start) is int and type(end) is int and 0 <= start < end


_SETTLED = fitter(_rules)
_FIT = Fitter(_SETTLED.rules, {**_SETTLED.finish, **_last})


def fit(document: Any, report: Report) -> Any:
    """Headline, address and the published comments: authors, dates in UTC, bodies as HTML, kinds, parents, anchors.

    Everything else is dropped, comments that are not published too. An anchor's offsets become a position in the text
    of the whole body, in UTF-16 code units, if its passage stands there; of the block, its id is kept. A page is known
    by its annotations alone: without one that is about the page itself, its address is dropped.
    """
    return fit_adopted(document, report, _fit_document)


def _fit_document(document: Document, report: Report) -> Any:
    return _FIT(without_body(_positioned(document, report), report), report)


def _positioned(document: Document, report: Report) -> Document:
    """*document* with the offsets of its anchors as positions, while there is a text to find them in."""
    return each_article(document, lambda article, at: _of_article(article, at, report))


def _of_article(article: Article, at: str, report: Report) -> Article:
    if not article.body or not any(comment.anchor for comment in article.comments):
        return article
    from newsmodel.model.anchors.body import Body

    body, comments = Body(article), list(article.comments)
    for number, comment in enumerate(comments):
        if comment.anchor is not None and comment.status == "published":
            place = Place(f"{at}.comments.comments[{number}].anchor", report)
            comments[number] = attrs.evolve(comment, anchor=_in_code_units(comment.anchor, body, place))
    return attrs.evolve(article, comments=attrs.evolve(article.comments, comments=comments))


def _in_code_units(anchor: Anchor, body: Any, place: Place) -> Anchor:
    from newsmodel.model.anchors.body import GAP
    from newsmodel.model.anchors.locating import locate
    from newsmodel.model.anchors.selectors import units

    found = locate(body, anchor)
    if found is None:
        return anchor
    offset = body.places[found.place].offset
    start, end = (units(body.text, len(GAP), offset + point) for point in (found.start, found.end))
    position = FrozenMap({**anchor.extra, EXTRA: {"start": start, "end": end}})
    new: Anchor = place.set(anchor, "altered", start=None, end=None, extra=position)
    return new
