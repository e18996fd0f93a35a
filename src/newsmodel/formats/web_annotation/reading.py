"""Annotations in, as comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import attrs

from newsmodel.codec.foreign import Object, read_all
from newsmodel.comment_export import lost_without_id, unique
from newsmodel.errors import FormatError
from newsmodel.formats.web_annotation.fit import is_position
from newsmodel.formats.web_annotation.terms import COLLECTION, EXTRA, KINDS, NOWHERE, REPLYING
from newsmodel.html_fitting import read_fragment
from newsmodel.iris import from_iri, is_iri, wrapped
from newsmodel.model import Account, Anchor, Article, Block, Comment, CommentThread, Document, Feed, More, Paragraph
from newsmodel.report import Report

_TYPES = frozenset({"Annotation", "AnnotationPage", "AnnotationCollection"})
_OWN = (wrapped(COLLECTION), wrapped(NOWHERE))


def parse(data: bytes, report: Report, *, article: Article | None = None) -> Document:
    """The annotations as the thread of an article that says which page they are about; a graph as a feed.

    article: the text that they are about: anchors are then attached to its blocks, if their passages are certain, and
    the article comes back with the thread. Losses: members without a place here ("annotation.rights"), and bodies that
    stand elsewhere, dropped. Raises FormatError for what is no annotation.
    """
    expected = "an annotation, a page or a collection of them was expected"
    found = read_all(data, report, "annotation", expected)
    alone = found[0] if found and found[0].at == "$" else None
    if alone is not None and alone.has_list("@graph"):
        found = list(alone.objects("@graph", what="collection"))
        if all(_type(each) == "AnnotationCollection" for each in found):
            return Feed(articles=[_collection(each) for each in found])
        document = _article(found, report)
    elif alone is not None and _type(alone) in _TYPES:
        document = _collection(alone)
    elif alone is None and any(_type(each) == "Annotation" for each in found):
        document = _article(found, report)
    else:
        raise FormatError(expected, at="$")
    return document if article is None else _attached(document, article)


def _type(each: Object) -> str | None:
    """What an object is, by the first of its types."""
    return next(each.strings("type"), None)


def _attached(read: Article, article: Article) -> Article:
    """*article* with the thread that was read, its anchors attached to its blocks."""
    from newsmodel.model.anchors.body import Body
    from newsmodel.model.anchors.selectors import from_selectors, to_selectors

    body, comments = Body(article), []
    for comment in read.comments:
        if comment.anchor is not None:
            position = {"type": "TextPositionSelector", **comment.anchor.extra.get(EXTRA, {})}
            anchor = from_selectors([*to_selectors(comment.anchor), position], body)
            is_found = anchor is not None and anchor.block is not None
            comment = attrs.evolve(comment, anchor=anchor if is_found else comment.anchor)
        comments.append(comment)
    return attrs.evolve(article, comments=attrs.evolve(read.comments, comments=comments))


def _collection(holder: Object) -> Article:
    """A collection with its first page, a page, or a lone annotation."""
    holder.pass_over("@context")
    if _type(holder) == "Annotation":
        holder.what = "annotation"
        return _article([holder], holder.report)
    holder.what = "collection"
    headline, declared, url = holder.string("label"), holder.integer("total"), holder.string("id")
    first = holder.below("first", "page") if holder.has_object("first") else None
    page = holder if first is None else first
    page.pass_over("id", "type", "startIndex", "partOf", "last", "label", "total", "first", "next")
    more = [More(url=text) for name in ("first", "next") if page.has_text(name) and (text := page.string(name))]
    article = _article(list(page.objects("items", what="annotation")), holder.report)
    for each in (page, holder):
        each.finish()
    named = url if url is not None and is_iri(url) and _type(page) != _type(holder) else None
    fields: dict[str, Any] = {"declared": declared, "url": named, "more": more}
    return attrs.evolve(article, headline=headline or "", comments=attrs.evolve(article.comments, **fields))


class _Target(NamedTuple):
    """sources: what is annotated, whole. page: what a passage stands in. anchor: the passage."""

    sources: tuple[str, ...]
    page: str | None
    anchor: Anchor | None


def _article(annotations: list[Object], report: Report) -> Article:
    page: str | None = None
    comments: list[Comment] = []
    for each in annotations:
        comment, about = _comment(each)
        each.finish()
        if comment is not None:
            comments.append(comment)
        if about is not None and about not in _OWN and page is None:
            page = about
        elif about is not None and about != page and about not in _OWN:
            report.loss("annotation.target", "dropped", "$.canonical_url", "it is about another page", source=each.at)
    return Article(canonical_url=page, comments=CommentThread(unique(comments, report)))


def _comment(each: Object) -> tuple[Comment | None, str | None]:
    """A comment, and the page that it is about if that is said."""
    each.pass_over("@context", "type", "generator", "generated")
    id, target = from_iri(each.string("id")), _target(each)
    motivations = list(each.strings("motivation"))
    is_reply = REPLYING in motivations and bool(target.sources)
    about = target.page or (None if is_reply else next(iter(target.sources), None))
    if id is None:
        lost_without_id(each.report, each.at)
        return None, about
    body, language = _body(each)
    comment = Comment(
        id=id,
        parent=from_iri(target.sources[0]) if is_reply else None,
        author=_account(each),
        created=each.moment("created"),
        edited=each.moment("modified"),
        body=body,
        language=language if body else None,
        kind=next((KINDS[each] for each in motivations if each in KINDS), "comment"),
        anchor=target.anchor,
    )
    return comment, about


def _account(each: Object) -> Account | None:
    for creator in each.objects("creator", what="creator", named="id"):
        id = creator.string("id")
        account = Account(
            creator.string("name"),
            id=from_iri(id),
            handle=creator.string("nickname"),
            url=creator.string("homepage"),
        )
        creator.pass_over("type")
        creator.finish()
        return account
    return None


def _body(each: Object) -> tuple[tuple[Block, ...], str | None]:
    """The words of every textual body, and their language."""
    found: list[Block] = []
    language = None
    plain = each.string("bodyValue")
    if plain is not None:
        found += _paragraphs(plain)
    for body in each.objects("body", what="body", named="id"):
        value = body.string("value")
        if value is None:
            each.report.loss("annotation.body", "dropped", "$.comments", "it stands elsewhere", source=body.at)
            continue
        is_markup = body.string("format") == "text/html"
        found += read_fragment(value, each.report) if is_markup else _paragraphs(value)
        language = language or body.string("language")
        body.pass_over("type", "purpose")
        body.finish()
    return tuple(found), language


def _paragraphs(text: str) -> Iterator[Block]:
    return (Paragraph(words) for part in re.split(r"\n\s*\n", text) if (words := " ".join(part.split())))


def _target(each: Object) -> _Target:
    sources: list[str] = []
    page, anchor = None, None
    for target in each.objects("target", what="target", named="id"):
        if "source" not in target:
            sources += filter(None, [target.string("id")])
            continue
        target.pass_over("source")
        page = target.string("source") if target.has_text("source") else page
        anchor = _anchor(target) or anchor
        target.pass_over("type", "id")
        target.finish()
    return _Target(tuple(sources), page, anchor)


def _anchor(target: Object) -> Anchor | None:
    """The passage that the selectors select; one in another's `refinedBy` counts where there is no other."""
    exact, prefix, suffix, block = "", "", "", None
    position: dict[str, int] = {}
    waiting = list(target.objects("selector", what="selector"))
    for selector in waiting:  # it grows by what refines them, one level deep
        kind = _type(selector)
        if kind == "TextQuoteSelector" and not exact:
            exact, prefix, suffix = (selector.string(name) or "" for name in ("exact", "prefix", "suffix"))
        elif kind == "TextPositionSelector" and not position:
            given = {"start": selector.integer("start"), "end": selector.integer("end")}
            position = given if is_position(given) else {}
        elif kind == "FragmentSelector" and block is None:
            block = selector.string("value")
        refining = selector.below("refinedBy") if len(waiting) < _MOST_SELECTORS else None
        if refining is not None:
            waiting.append(refining)
    extra = {EXTRA: position} if position else {}
    anchor = Anchor(exact, prefix=prefix if exact else "", suffix=suffix if exact else "", block=block, extra=extra)
    return anchor if anchor != Anchor() else None


_MOST_SELECTORS = 20
