"""An article or a feed back from the element that our HTML writer made of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

import attrs

from newsmodel.html_policy import node_id
from newsmodel.markup.engine import Node, attribute, children, elements, tag
from newsmodel.markup.html import direction
from newsmodel.markup.own import media, own_reader
from newsmodel.markup.own_fields import build, classes, data, moment, string, url_of
from newsmodel.markup.own_text import COMMENTED
from newsmodel.markup.own_trust import MARK
from newsmodel.markup.reading import Read
from newsmodel.model import (
    Account,
    Article,
    Comment,
    CommentThread,
    Correction,
    Dates,
    Feed,
    Footnote,
    Label,
    Section,
    ShareAction,
    plain_text,
)
from newsmodel.report import Report


def read_own(element: Node, report: Report, *, url: str | None = None) -> Article | Feed:
    """The article or feed of an element that `newsmodel.markup.own_trust.find_own` gave.

    Diagnostics: `attribute-unreadable`, `element-unreadable`, `own-markup-untrusted` for an article that stands in
    another.
    """
    if "feed" in classes(element):
        return _feed(element, report, url)
    return _article(element, Read(own_reader, report, url=url))


def _feed(element: Node, report: Report, url: str | None) -> Feed:
    read = Read(own_reader, report, url=url)
    values: dict[str, Any] = _place(element)
    articles = []
    for child in children(element):
        tokens = classes(child) if tag(child) else []
        if "feed-title" in tokens:
            values["title"] = read.text(child)
        elif "description" in tokens:
            values["description"] = read.text(child)
        elif MARK in tokens and tag(child) == "article":
            articles.append(_article(child, Read(own_reader, report, url=url)))
    made = build(Feed, values | {"articles": articles} | data(element, read, Feed), read, element)
    return made if isinstance(made, Feed) else Feed(articles=articles)


def _place(element: Node) -> dict[str, Any]:
    return {"language": attribute(element, "lang"), "direction": direction(element)}


def _article(element: Node, read: Read) -> Article:
    values: dict[str, Any] = _place(element)
    if identity := node_id(attribute(element, "id")):
        values["id"] = identity
    for child in children(element):
        name = tag(child)
        if name is None:
            continue
        tokens = classes(child)
        part = next((_PARTS[token] for token in tokens if token in _PARTS), _header if name == "header" else None)
        if part is not None:
            values |= part(child, read)
        else:
            _unplaced(child, read)
    hidden = data(element, read, Article)
    dates = hidden.pop("dates", Dates())
    shown = {key: values.pop(key) for key in ("published", "modified") if key in values}
    values["dates"] = attrs.evolve(dates, **shown) if shown else dates
    made = build(Article, values | hidden, read, element)
    return made if isinstance(made, Article) else Article(body=values.get("body", ()))


def _unplaced(element: Node, read: Read) -> None:
    """Records that a person put words where no part of an article has its place."""
    if string(element, read):
        read.lost("element-unplaced", "dropped", element)


def _header(element: Node, read: Read) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for child in children(element):
        if not tag(child):
            continue
        tokens = classes(child)
        if not _HEADER.intersection(tokens):
            _unplaced(child, read)
        for token in tokens:
            if token in ("headline", "standfirst", "byline"):
                values[token] = read.text(child)
            elif token == "section":
                values["section"] = _section(child, read)
            elif token == "kicker":
                values["kicker"] = _label(child, read)
            elif token == "dates":
                values |= _times(child)
    return values


_HEADER = frozenset({"headline", "standfirst", "byline", "authors", "section", "kicker", "dates"})


def _times(element: Node) -> dict[str, Any]:
    found = {}
    for each in elements(element, "time"):
        for token in classes(each):
            if token in ("published", "modified") and (instant := moment(each)) is not None:
                found[token] = instant
    return found


def _target(element: Node) -> str | None:
    """Where the link around a part leads; None without one."""
    return next((url_of(each) for each in elements(element, "a") if "to" in classes(each)), None)


def _section(element: Node, read: Read) -> Any:
    values = {"name": string(element, read), "url": _target(element)}
    return build(Section, values | data(element, read, Section), read, element)


def _label(element: Node, read: Read) -> Any:
    values = {"text": read.text(element), "url": _target(element)}
    return build(Label, values | data(element, read, Label), read, element)


def _lead(element: Node, read: Read) -> dict[str, Any]:
    return {"lead_media": next((media(each, read)[0] for each in children(element) if tag(each) == "figure"), None)}


def _body(element: Node, read: Read) -> dict[str, Any]:
    return {"body": read.blocks(children(element))}


def _notes(element: Node, read: Read) -> dict[str, Any]:
    notes = []
    for item in elements(element, "li"):
        identity = attribute(item, "id") or ""
        if identity.startswith("note-"):
            values = {"id": unquote(identity.removeprefix("note-")), "body": read.blocks(children(item))}
            notes.append(build(Footnote, values | data(item, read, Footnote), read, item))
    return {"notes": [note for note in notes if note]}


def _corrections(element: Node, read: Read) -> dict[str, Any]:
    found = read.blocks(children(element))
    return {"corrections": [each if isinstance(each, Correction) else Correction(plain_text(each)) for each in found]}


def _share(element: Node, read: Read) -> dict[str, Any]:
    actions = []
    for item in elements(element, "li"):
        inner = next((each for each in children(item) if tag(each) in ("a", "span")), None)
        if inner is None:
            continue
        label = string(inner, read)
        network = next((token for token in classes(item) if token.startswith("network-")), "network-")
        values: dict[str, Any] = {"network": unquote(network.removeprefix("network-"))}
        if tag(inner) == "a" and "unaddressed" not in classes(item):
            values["url"] = url_of(inner)
        if "unlabelled" not in classes(item):
            values["label"] = label
        actions.append(build(ShareAction, values | data(item, read, ShareAction), read, item))
    return {"share_actions": [action for action in actions if action]}


def _thread(element: Node, read: Read) -> dict[str, Any]:
    found: dict[str, Comment] = {}
    places: dict[str, int] = {}
    place = -1
    for item in _items(element):
        articles = [each for each in children(item) if tag(each) == "article"]
        if not articles and string(item, read):
            read.lost("comment", "dropped", item)  # written by hand: an id is never made up
        for article in articles:
            comment, place = _comment(article, read, place)
            if comment is None or comment.id in found:
                read.lost("comment", "dropped", article)
            else:
                found[comment.id], places[comment.id] = comment, place
    ordered = sorted(found.values(), key=lambda comment: places[comment.id])
    thread = build(CommentThread, {"comments": ordered} | data(element, read, CommentThread), read, element)
    return {} if thread is None else {"comments": thread}


def _items(element: Node) -> Iterator[Node]:
    """The items of the lists of a discussion, replies after what they answer."""
    waiting = list(children(element))[::-1]
    while waiting:
        node = waiting.pop()
        name = tag(node)
        if name in ("ol", "details"):
            waiting.extend(reversed(children(node)))
        elif name == "li":
            yield node
            waiting.extend(child for child in reversed(children(node)) if tag(child) == "ol")


def _comment(element: Node, read: Read, before: int) -> tuple[Comment | None, int]:
    """The comment of an `article`, and its place in the thread: after the one *before*, unless it says otherwise."""
    identity = (attribute(element, "id") or "").removeprefix("comment-")
    values: dict[str, Any] = {"id": unquote(identity)}
    for child in children(element):
        if tag(child) == "header":
            for each in children(child):
                values |= _comment_part(each, read) if tag(each) else {}
        elif tag(child) == "div" and "body" in classes(child):
            read.memo[COMMENTED] = True
            values["body"] = read.blocks(children(child))
            del read.memo[COMMENTED]
    hidden = data(element, read, Comment, besides=("position",))
    position = hidden.pop("position", before)
    comment: Comment | None = build(Comment, values | hidden, read, element)
    return comment, position if type(position) is int else before


def _comment_part(element: Node, read: Read) -> dict[str, Any]:
    tokens = classes(element)
    if "author" in tokens:
        values = {"name": string(element, read) or None, "url": url_of(element)}
        return {"author": build(Account, values | data(element, read, Account), read, element)}
    if "created" in tokens:
        shown = {"created_text": string(element, read)} if "as-shown" in tokens else {}
        return {"created": moment(element)} | shown
    if "created-text" in tokens:
        return {"created_text": string(element, read)}
    if "parent" in tokens:
        return {"parent": unquote((attribute(element, "href") or "").removeprefix("#comment-"))}
    return {}


_PARTS = {
    "lead": _lead,
    "body": _body,
    "notes": _notes,
    "corrections": _corrections,
    "share": _share,
    "comments": _thread,
}
