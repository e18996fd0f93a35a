"""An article or a feed back from the element that our HTML writer made of it."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

import attrs

from newsmodel import html_shown, sharing
from newsmodel.html_policy import node_id
from newsmodel.markup.engine import Node, attribute, children, elements, tag
from newsmodel.markup.html import direction
from newsmodel.markup.own import own_reader
from newsmodel.markup.own_fields import build, classes, data, moment, string, url_of
from newsmodel.markup.own_media import media
from newsmodel.markup.own_thread import thread
from newsmodel.markup.own_trust import MARK
from newsmodel.markup.own_unread import repeats, whole
from newsmodel.markup.reading import Read
from newsmodel.model import (
    Article,
    Correction,
    Dates,
    Feed,
    Footnote,
    Label,
    Section,
    ShareAction,
    Text,
    plain_text,
)
from newsmodel.report import Report
from newsmodel.whitespace import collapse_string


def read_own(element: Node, report: Report, *, url: str | None = None) -> Article | Feed:
    """The article or feed of an element that `newsmodel.markup.own_trust.find_own` gave; it is then no longer there.

    Diagnostics: `attribute-unreadable`, `element-unreadable`, `own-markup-untrusted` for an article that stands in
    another, `edit-without-effect` for words that only repeat what stands elsewhere, changed by a person.
    Losses: `element-unplaced` for words where no part has its place, `comment` for one without an id of its own.
    """
    read = Read(own_reader, report, url=url)
    if "feed" in classes(element):
        return whole(element, read, _feed)
    return whole(element, read, _article)


def _feed(element: Node, read: Read) -> Feed:
    values: dict[str, Any] = _place(element)
    articles = []
    for child in children(element):
        tokens = classes(child) if tag(child) else []
        if "feed-title" in tokens:
            _add_words(values, "title", child, read)
        elif "description" in tokens:
            _add_words(values, "description", child, read)
        elif MARK in tokens and tag(child) == "article":
            articles.append(whole(child, Read(own_reader, read.report, url=read.base), _article))
    made = build(Feed, values | {"articles": articles} | data(element, read, Feed), read, element)
    return made if isinstance(made, Feed) else Feed(articles=articles)


def _place(element: Node) -> dict[str, Any]:
    return {"language": attribute(element, "lang"), "direction": direction(element)}


def _add_words(values: dict[str, Any], name: str, element: Node, read: Read) -> None:
    """Words of a part; those of a second element of it, where an editor parted the line, follow after a space."""
    text = read.text(element)
    values[name] = Text([*values[name], " ", *text]) if values.get(name) and text else text or values.get(name, text)


def _article(element: Node, read: Read) -> Article:
    values: dict[str, Any] = _place(element)
    if identity := node_id(attribute(element, "id")):
        values["id"] = identity
    derived: list[Node] = []
    for child in children(element):
        tokens = classes(child) if tag(child) else []
        if part := next((_PARTS[token] for token in tokens if token in _PARTS), None):
            _add(values, part(child, read))
        elif tag(child) == "header":
            derived += _header(child, values, read)
    hidden = data(element, read, Article)
    dates = hidden.pop("dates", Dates())
    shown = {key: values.pop(key) for key in ("published", "modified") if key in values}
    values["dates"] = attrs.evolve(dates, **shown) if shown else dates
    made = build(Article, values | hidden, read, element)
    if not isinstance(made, Article):
        made = Article(body=values.get("body", ()))
    return _with_byline(made, derived, read)


def _add(values: dict[str, Any], found: dict[str, Any]) -> None:
    """Adds what a part gives; a list that stands in two elements goes on in the second."""
    for name, value in found.items():
        before = values.get(name)
        values[name] = [*before, *value] if isinstance(value, (list, tuple)) and before else value


def _header(element: Node, values: dict[str, Any], read: Read) -> list[Node]:
    """Fills in the parts of the header; its lines of authors, which only repeat who they are, are given back."""
    authors = []
    for child in children(element):
        for token in classes(child) if tag(child) else ():
            if token in ("headline", "standfirst", "byline"):
                _add_words(values, token, child, read)
            elif token == "section" and "section" not in values:
                values["section"] = _section(child, read)
            elif token == "kicker" and "kicker" not in values:
                values["kicker"] = _label(child, read)
            elif token == "dates":
                values |= _times(child, read)
            elif token == "authors":
                authors.append(child)
    return authors


def _with_byline(article: Article, lines: list[Node], read: Read) -> Article:
    """The article; with the line of its authors as its byline, if a person changed it."""
    for line in lines:
        if collapse_string(string(line, read)) == collapse_string(html_shown.authors(article)):
            continue
        if article.byline is None:
            article = attrs.evolve(article, byline=read.text(line) or None)
        else:
            read.gave_back(line)
    return article


def _times(element: Node, read: Read) -> dict[str, Any]:
    found = {}
    for each in elements(element, "time"):
        for token in classes(each):
            if token in ("published", "modified") and token not in found and (value := moment(each)) is not None:
                found[token] = value
                repeats(each, read, [html_shown.instant(value)])
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
    figure = next((each for each in children(element) if tag(each) == "figure"), None)
    return {"lead_media": media(figure, read).medium if figure is not None else None}


def _body(element: Node, read: Read) -> dict[str, Any]:
    return {"body": read.blocks(children(element))}


def _notes(element: Node, read: Read) -> dict[str, Any]:
    """The notes: items right in the list, for what stands in a note can have an id that looks like a note's."""
    notes = []
    lists = [each for each in children(element) if tag(each) == "ol"]
    for item in (each for one in lists for each in children(one) if tag(each) == "li"):
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
        if inner is not None:
            actions.append(_share_action(item, inner, read))
    return {"share_actions": [action for action in actions if action]}


def _share_action(item: Node, inner: Node, read: Read) -> Any:
    label = string(inner, read)
    token = next((token for token in classes(item) if token.startswith("network-")), "network-")
    network = unquote(token.removeprefix("network-"))
    values: dict[str, Any] = {"network": network}
    if tag(inner) == "a" and "unaddressed" not in classes(item):
        values["url"] = url_of(inner)
    if "unlabelled" not in classes(item) or label != collapse_string(sharing.title(network)):
        values["label"] = label
    return build(ShareAction, values | data(item, read, ShareAction), read, item)


def _thread(element: Node, read: Read) -> dict[str, Any]:
    found = thread(element, read)
    return {} if found is None else {"comments": found}


_PARTS = {
    "lead": _lead,
    "body": _body,
    "notes": _notes,
    "corrections": _corrections,
    "share": _share,
    "comments": _thread,
}
