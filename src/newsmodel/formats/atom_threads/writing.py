"""Articles and their comments out, as entries."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from newsmodel.comment_export import require
from newsmodel.dates import format_rfc3339
from newsmodel.formats.atom_threads.terms import ANSWER, ARTICLE, ATOM, FEED, THREADING, UNDATED
from newsmodel.html_fitting import fragment
from newsmodel.iris import to_iri, wrapped
from newsmodel.model import Account, Article, Comment, CommentThread, Feed, Organisation, Person
from newsmodel.xml import Written, element, join


def render(document: Any) -> bytes:
    """A feed document in UTF-8: an entry for the article, then those of its comments."""
    document = require(document, "atom-threads")
    articles = document.articles if isinstance(document, Feed) else (document,)
    entries = [entry for article in articles for entry in _entries(article)]
    dates = [date for article in articles for date in _dates(article)]
    if isinstance(document, Feed):
        title, url, id = document.title, document.url, wrapped(FEED + (document.url or ""))
    else:
        title, url, id = document.headline, document.canonical_url, wrapped(FEED + _id(document))
    head = [
        _element("id", id),
        _element("title", str(title)),
        _element("updated", format_rfc3339(max(dates, default=UNDATED))),
        _link("alternate", url),
    ]
    feed = element(
        "feed", {"xmlns": ATOM, "xmlns:thr": THREADING}, "\n", join(filter(None, [*head, *entries]), "\n"), "\n"
    )
    return f'<?xml version="1.0" encoding="utf-8"?>\n{feed}\n'.encode()


def _element(name: str, text: str) -> Written:
    return element(name, {}, text)


def _link(rel: str, url: str | None, **more: str | None) -> str:
    return "" if url is None else element("link", {"rel": rel, "href": url, **more})


def _dates(article: Article) -> Iterable[datetime]:
    moments = [article.dates.published, article.dates.modified]
    moments += [moment for comment in article.comments for moment in (comment.created, comment.edited)]
    return (moment for moment in moments if moment is not None)


def _id(article: Article) -> str:
    own = wrapped(ARTICLE + (article.canonical_url or ""))
    return own if article.id is None else to_iri(article.id, (own,))


def _entries(article: Article) -> Iterable[str]:
    """The article's entry, and one for each comment."""
    id = _id(article)
    thread = article.comments
    yield _entry(
        _element("id", id),
        _element("title", str(article.headline)),
        *(_author(credit.agent) for credit in article.credits),
        "" if article.credits else _author(None),
        *_moments(article.dates.published, article.dates.modified),
        _link("alternate", article.canonical_url),
        _replies(thread),
        "" if thread.declared is None else _element("thr:total", str(thread.declared)),
        *(element("category", {"term": concept.name}) for concept in article.concepts),
        "" if article.summary is None else _element("summary", str(article.summary)),
        _content(article.body),
    )
    yield from (_comment(comment, article, id) for comment in thread)


def _entry(*pieces: str) -> str:
    return element("entry", {}, "\n", join(filter(None, pieces), "\n"), "\n")


def _replies(thread: CommentThread) -> str:
    count = None if thread.declared is None else str(thread.declared)
    return _link("replies", thread.url, **{"type": "application/atom+xml", "thr:count": count})


def _content(body: tuple[Any, ...]) -> str:
    return element("content", {"type": "html"}, fragment(body))


def _author(author: Account | Person | Organisation | None) -> str:
    """An entry without an author would inherit one, so an author of no name stands for none."""
    name, url = ("", None) if author is None else (author.name or "", author.url)
    return element("author", {}, _element("name", name), "" if url is None else _element("uri", url))


def _moments(published: datetime | None, modified: datetime | None) -> tuple[str, str]:
    first = "" if published is None else _element("published", format_rfc3339(published))
    return first, _element("updated", format_rfc3339(modified or published or UNDATED))


def _comment(comment: Comment, article: Article, about: str) -> str:
    answered = about if comment.parent is None else to_iri(comment.parent, (about,))
    return _entry(
        _element("id", to_iri(comment.id, (about,))),
        _element("title", f"{ANSWER}{article.headline}"),
        _author(comment.author),
        *_moments(comment.created, comment.edited),
        _link("alternate", comment.url),
        element("thr:in-reply-to", {"ref": answered}),
        "" if comment.declared_replies is None else _element("thr:total", str(comment.declared_replies)),
        _content(comment.body),
    )
