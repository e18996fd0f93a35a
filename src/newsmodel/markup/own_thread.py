"""A discussion back from the lists that our HTML writer made of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from newsmodel import html_shown
from newsmodel.markup.engine import Node, attribute, children, tag
from newsmodel.markup.own_fields import build, classes, data, moment, string, url_of
from newsmodel.markup.own_text import COMMENTED
from newsmodel.markup.own_unread import brief, edited, repeats, whole
from newsmodel.markup.reading import Read
from newsmodel.model import Account, Comment, CommentThread
from newsmodel.whitespace import collapse_string


class _Discussion:
    """The comments of one thread as they are found, by their ids, and what is to be compared when all are there."""

    def __init__(self) -> None:
        self.comments: dict[str, Comment] = {}
        self.places: dict[str, int] = {}
        self.replies: list[tuple[Node, str, str]] = []  # the link to what is answered, its words, the id there
        self.place = -1

    def name_of(self, identity: str) -> str | None:
        """Who wrote a comment."""
        author = self.comments[identity].author if identity in self.comments else None
        return author.name if author else None


def thread(element: Node, read: Read) -> CommentThread | None:
    """The discussion in a `section` of ours; None, and a diagnostic, if nothing can be made of it."""
    for each in _counts(element):
        if html_shown.COUNTED.fullmatch(string(each, read)) is None:
            read.gave_back(each)
    found = _Discussion()
    for item in _items(element):
        _item(item, found, read)
    for link, said, identity in found.replies:
        if said != _answering(identity, found):
            edited(said, link, read)
    ordered = sorted(found.comments.values(), key=lambda comment: found.places[comment.id])
    made: CommentThread | None = build(
        CommentThread, {"comments": ordered} | data(element, read, CommentThread), read, element
    )
    return made


def _counts(element: Node) -> Iterator[Node]:
    """The heading, and the ways to the rest: they say how many comments there are."""
    for child in children(element):
        if tag(child) == "h2" or "more" in classes(child):
            yield child
        elif tag(child) == "details":
            yield from (each for each in children(child) if tag(each) == "summary")


def _item(item: Node, found: _Discussion, read: Read) -> None:
    articles = [each for each in children(item) if tag(each) == "article"]
    if not articles and (said := string(item, read)):
        read.lost("comment", "dropped", item, brief(said))  # written by hand: an id is never made up
    for article in articles:
        comment = whole(article, read, lambda element, read: _comment(element, found, read))
        if comment is None or comment.id in found.comments:
            read.lost("comment", "dropped", article, brief(string(article, read)))
        else:
            found.comments[comment.id], found.places[comment.id] = comment, found.place


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


def _answering(identity: str, found: _Discussion) -> str:
    return collapse_string(html_shown.in_reply_to(found.name_of(identity)))


def _comment(element: Node, found: _Discussion, read: Read) -> Comment | None:
    """The comment of an `article`; its place in the thread is after the one before, unless it says otherwise."""
    identity = (attribute(element, "id") or "").removeprefix("comment-")
    values: dict[str, Any] = {"id": unquote(identity)}
    parts: dict[str, Node] = {}
    rest: list[Node] = []
    for child in children(element):
        name = _part_of(child)
        if tag(child) == "header":
            _header(child, values, found, read)
        elif name is None or name in parts:
            rest.append(child)
        else:
            parts[name] = child
    hidden = data(element, read, Comment, besides=("position",))
    position = hidden.pop("position", found.place)
    found.place = position if type(position) is int else found.place
    if "body" in parts:
        rest[:0] = children(parts["body"])
    return _completed(values | hidden, rest, parts, element, read)


def _part_of(child: Node) -> str | None:
    for token in classes(child) if tag(child) in ("div", "p") else ():
        if token in ("body", "about", "votes"):
            return token
    return None


def _completed(
    values: dict[str, Any], rest: list[Node], parts: dict[str, Node], element: Node, read: Read
) -> Comment | None:
    """The comment, its words read from what is left beside its parts; what only repeats its facts is compared."""
    ended = html_shown.ENDED.get(values.get("status", ""))
    if ended:
        rest = [each for each in rest if tag(each) != "p" or string(each, read) != ended]
    read.memo[COMMENTED] = True
    values["body"] = read.blocks(rest)
    del read.memo[COMMENTED]
    made: Comment | None = build(Comment, values, read, element)
    if made is not None:
        quoted = [collapse_string(made.anchor.exact)] if made.anchor else []
        for name, said in (("about", quoted), ("votes", [collapse_string(html_shown.votes(made.votes))])):
            if name in parts:
                repeats(parts[name], read, said)
    return made


def _header(element: Node, values: dict[str, Any], found: _Discussion, read: Read) -> None:
    """Fills in who, when, and what is answered; badges and flags only repeat what stands elsewhere."""
    shown: list[Node] = []
    for child in children(element):
        tokens = classes(child) if tag(child) else []
        if "author" in tokens and "author" not in values:
            values["author"] = _account(child, read)
        elif "created" in tokens and "created" not in values:
            values |= _created(child, read)
        elif "created-text" in tokens:
            values["created_text"] = string(child, read)
        elif "parent" in tokens and "parent" not in values:
            values["parent"] = _parent(child, found, read)
        elif "badge" in tokens or "flag" in tokens:
            shown.append(child)
    for child in shown:
        repeats(child, read, _badges(values) if "badge" in classes(child) else html_shown.FLAGS.values())


def _badges(values: dict[str, Any]) -> list[str]:
    author = values.get("author")
    return [collapse_string(badge.label) for badge in author.badges] if author else []


def _account(element: Node, read: Read) -> Any:
    values = {"name": string(element, read) or None, "url": url_of(element)}
    return build(Account, values | data(element, read, Account), read, element)


def _created(element: Node, read: Read) -> dict[str, Any]:
    value = moment(element)
    if "as-shown" in classes(element):
        return {"created": value, "created_text": string(element, read)}
    if value is not None:
        repeats(element, read, [html_shown.instant(value)])
    return {"created": value}


def _parent(element: Node, found: _Discussion, read: Read) -> str:
    identity = unquote((attribute(element, "href") or "").removeprefix("#comment-"))
    said = string(element, read)
    if said and said != _answering(identity, found):  # what it answers may come later
        found.replies.append((element, said, identity))
    return identity
