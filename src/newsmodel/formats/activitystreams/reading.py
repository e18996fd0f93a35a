"""Articles and their replies in, from ActivityStreams."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newsmodel.codec.foreign import Object, read
from newsmodel.comment_export import unique
from newsmodel.errors import FormatError
from newsmodel.formats.activitystreams.terms import AGENTS, ARTICLES, COLLECTIONS, TAG_TYPES
from newsmodel.html_fitting import read_fragment, read_words
from newsmodel.iris import from_iri
from newsmodel.model import (
    Account,
    Article,
    Comment,
    CommentThread,
    Concept,
    Credit,
    Dates,
    Document,
    Feed,
    More,
    Organisation,
    Person,
    Tally,
    Text,
)
from newsmodel.report import Report
from newsmodel.whitespace import collapse_string


def parse(data: bytes, report: Report) -> Document:
    """The object as an article with its replies; a collection of objects as a feed.

    Losses: members without a place here, each by its name ("note.attachment"), dropped; a reply without an id is known
    by its `url`, and by its place if it has neither, with a diagnostic `id-missing`. Raises FormatError for
    what is no object to read.
    """
    document = read(data, report, "article", "ActivityStreams is an object")
    document.pass_over("@context")
    kind = _type(document)
    if kind in COLLECTIONS:
        items = [each for each in _items(document) if _type(each) in ARTICLES]
        title = document.string("name") or ""
        return Feed(title, articles=[_article(each) for each in items])
    if kind not in ARTICLES and document.has_object("object"):  # an activity: Create, Announce, Update
        document = document.below("object") or document
        kind = _type(document)
    if kind not in ARTICLES:
        raise FormatError(
            f"an article, a note or a collection of them was expected, not {kind or 'an untyped object'}",
            at=document.at,
        )
    return _article(document)


def _type(each: Object) -> str:
    return next(each.strings("type", "@type", "objectType"), "").rpartition("#")[2].lower()


def _items(collection: Object) -> Iterator[Object]:
    """What a collection holds, in itself and in its first page if that stands in it."""
    collection.pass_over("totalItems", "type", "id", "first")
    yield from collection.objects("items", "orderedItems")
    first = collection.below("first") if collection.has_object("first") else None
    if first is not None:
        yield from first.objects("items", "orderedItems")


def _words(each: Object, *names: str) -> str | None:
    """A natural-language value on one line."""
    value = each.string(*names)
    return None if value is None else collapse_string(value) or None


def _summary(each: Object) -> Text | None:
    """The words of a summary, which is HTML (Vocabulary, section 4)."""
    words = read_words(each.string("summary") or "")
    return Text(words) if words else None


def _article(each: Object) -> Article:
    id = each.string("id", "@id")
    url = _address(each, "url")
    article = Article(
        _words(each, "name", "displayName") or "",
        id=from_iri(id),
        canonical_url=url,
        summary=_summary(each),
        credits=[Credit(agent) for one in each.objects("attributedTo", "author") if (agent := _agent(one))],
        dates=Dates(published=each.moment("published"), modified=each.moment("updated")),
        concepts=[concept for one in each.objects("tag", "tags") if (concept := _concept(one))],
        body=read_fragment(each.string("content") or "", each.report),
        comments=_thread(each, frozenset(filter(None, (id, url)))),
    )
    each.finish()
    return article


def _address(each: Object, name: str) -> str | None:
    """A URL: as such, or the `href` or `url` of the first link or picture."""
    found = next(each.objects(name, named="url"), None)
    return None if found is None else found.string("href", "url")


def _agent(each: Object) -> Person | Organisation | None:
    kind = AGENTS.get(_type(each).capitalize(), Person)
    name = each.string("name", "displayName", "preferredUsername")
    if name is None:
        return None
    picture = _address(each, "icon")
    url = _address(each, "url")
    return Person(name, url=url, image=picture) if kind is Person else Organisation(name, url=url, logo=picture)


def _concept(each: Object) -> Concept | None:
    name = each.string("name", "displayName")
    kind = TAG_TYPES.get(next(each.strings("type"), ""))
    uri = each.string("href") if kind == "keyword" else each.string("id", "href")
    return None if name is None else Concept(name, kind=kind, uri=uri)


class _Reply(NamedTuple):
    note: Object
    parent: str | None


def _thread(article: Object, about: frozenset[str]) -> CommentThread:
    """Every reply, in the order of the document, however deep; those of the article itself have no parent."""
    replies = article.below("replies", "replies")
    if replies is None:
        return CommentThread()
    found: list[Comment] = []
    more = list(_more(replies, None))
    waiting = [_Reply(note, None) for note in _items(replies)][::-1]
    while waiting:
        note, parent = waiting.pop()
        comment = _comment(note, parent, about, f"reply-{len(found) + 1}")
        below = note.below("replies") if note.has_object("replies") else None
        note.finish()
        found.append(comment)
        if below is not None:
            more += _more(below, comment.id)
            waiting += [_Reply(each, comment.id) for each in _items(below)][::-1]
    declared = replies.integer("totalItems")
    return CommentThread(unique(found, article.report), declared=declared, more=more)


def _more(replies: Object, parent: str | None) -> Iterator[More]:
    """Where a page says that another follows it."""
    for name in ("first", "next"):
        page = next(replies.objects(name, named="next"), None)
        if page is not None and page.has_text("next") and (url := page.string("next")):
            yield More(parent=parent, url=url)


def _comment(note: Object, parent: str | None, about: frozenset[str], name: str) -> Comment:
    """name: its id if it has neither an id nor a URL, as an object of passing interest may."""
    url = _address(note, "url")
    id = from_iri(note.string("id", "@id") or url)
    if id is None:
        note.report.notice("id-missing", f"a reply has neither an id nor a URL: it is called {name}", source=note.at)
        id = name
    answered = _answered(note)
    known = parent if parent is not None else next((one for one in answered if one not in about), None)
    created = note.moment("published")
    parent = from_iri(known)
    if _type(note) == "tombstone":
        note.pass_over("formerType", "deleted", "attributedTo", "content")
        return Comment(id=id, parent=parent, created=created, status="deleted")
    return Comment(
        id=id,
        parent=parent,
        author=_author(note),
        created=created,
        edited=note.moment("updated"),
        body=read_fragment(note.string("content") or "", note.report),
        votes=Tally(up=_count(note, "likes")),
        url=url,
        declared_replies=_count(note, "replies"),
    )


def _answered(note: Object) -> list[str]:
    """The ids of what a note is a reply to."""
    return [id for each in note.objects("inReplyTo", named="id") if (id := each.string("id"))]


def _author(note: Object) -> Account | None:
    """Who wrote a note; perhaps nothing is said of them but the id."""
    if note.has_text("attributedTo"):
        id = note.string("attributedTo")
        return None if id is None else Account(id=from_iri(id))
    author = next(note.objects("attributedTo", "author"), None)
    return None if author is None else _account(author)


def _count(note: Object, name: str) -> int | None:
    note.pass_over(name)
    held = note.below(name) if note.has_object(name) else None
    return None if held is None else held.integer("totalItems")


def _account(each: Object) -> Account:
    id = each.string("id", "@id")
    return Account(
        each.string("name", "displayName"),
        id=from_iri(id),
        url=_address(each, "url"),
        avatar=_address(each, "icon"),
        handle=each.string("preferredUsername"),
    )
