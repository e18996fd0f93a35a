"""Comments out, as Disqus's export."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from newsmodel.comment_export import articles_of
from newsmodel.dates import format_rfc3339
from newsmodel.formats.disqus.terms import INTERNALS, NAMESPACE
from newsmodel.html_fitting import fragment
from newsmodel.model import Account, Article, Comment, CommentPrivate
from newsmodel.xml import Written, cdata, element, join


def render(document: Any) -> bytes:
    """An export, in UTF-8: threads, then posts."""
    articles = articles_of(document, "disqus")
    given = [article for article in articles if article.comments.comments]
    root = element(
        "disqus",
        {"xmlns": NAMESPACE, "xmlns:dsq": INTERNALS},
        *(_indented(_thread(article), 2) for article in given),
        *(_indented(_post(comment, _identifier(article)), 2) for article in given for comment in article.comments),
        "\n",
    )
    return f'<?xml version="1.0" encoding="utf-8"?>\n{root}\n'.encode()


def _identifier(article: Article) -> str:
    return article.identifiers[0].value


def _indented(written: str, indent: int) -> Written:
    return join(["\n" + " " * indent, written])


def _optional(name: str, value: str | None) -> str:
    return "" if value is None else element(name, {}, value)


def _bool(value: bool) -> str:
    return "true" if value else "false"


def _record(name: str, id: str | None, members: Iterable[str], indent: int = 4) -> Written:
    """An element of others, each on a line of its own."""
    end = "\n" + " " * (indent - 2)
    return element(name, {"dsq:id": id}, *(_indented(member, indent) for member in members if member), end)


def _thread(article: Article) -> Written:
    thread = article.comments
    members = [
        element("id", {}, thread.key or ""),
        _optional("link", article.canonical_url),
        _optional("title", str(article.headline)),
        _optional("isClosed", None if thread.open is None else _bool(not thread.open)),
    ]
    return _record("thread", _identifier(article), members)


def _post(comment: Comment, thread: str) -> Written:
    private = comment.private or CommentPrivate()
    members = [
        element("message", {}, *([cdata(fragment(comment.body))] if comment.body else [])),
        _optional("createdAt", format_rfc3339(comment.created)),
        _optional("isDeleted", _bool(comment.status == "deleted")),
        _optional("isSpam", _bool(comment.status == "spam")),
        _author(comment.author or Account(), private),
        _optional("ipAddress", private.ip_address),
        element("thread", {"dsq:id": thread}),
        "" if comment.parent is None else element("parent", {"dsq:id": comment.parent}),
    ]
    return _record("post", comment.id, members)


def _author(author: Account, private: CommentPrivate) -> Written:
    """Always, with a name: other readers of exports take both for granted."""
    members = [
        _optional("email", private.email),
        element("name", {}, author.name or ""),
        _optional("isAnonymous", _bool(author.anonymous)),
        _optional("username", author.id),
    ]
    return _record("author", None, members, 6)
