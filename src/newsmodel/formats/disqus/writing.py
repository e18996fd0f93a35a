"""Comments out, as Disqus's export."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newsmodel.comment_export import articles_of
from newsmodel.dates import format_rfc3339
from newsmodel.formats.disqus.terms import INTERNALS, NAMESPACE
from newsmodel.html_fitting import fragment
from newsmodel.model import Account, Article, Comment, CommentPrivate
from newsmodel.xml import cdata, escape


def render(document: Any) -> bytes:
    """An export, in UTF-8: threads, then posts."""
    articles = articles_of(document, "disqus")
    given = [article for article in articles if article.comments.comments]
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<disqus xmlns="{NAMESPACE}" xmlns:dsq="{INTERNALS}">',
        *(line for article in given for line in _thread_lines(article)),
        *(line for article in given for post in article.comments for line in _post_lines(post, _identifier(article))),
        "</disqus>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _identifier(article: Article) -> str:
    return article.identifiers[0].value


def _line(name: str, value: str | None, indent: int = 4) -> Iterator[str]:
    if value is not None:
        yield f"{' ' * indent}<{name}>{escape(value)}</{name}>"


def _bool(value: bool) -> str:
    return "true" if value else "false"


def _attribute(value: str) -> str:
    return escape(value).replace("\n", "&#10;").replace("\t", "&#9;")


def _thread_lines(article: Article) -> Iterator[str]:
    thread = article.comments
    yield f'  <thread dsq:id="{_attribute(_identifier(article))}">'
    yield f"    <id>{escape(thread.key or '')}</id>"
    yield from _line("link", article.canonical_url)
    yield from _line("title", str(article.headline))
    yield from _line("isClosed", None if thread.open is None else _bool(not thread.open))
    yield "  </thread>"


def _post_lines(comment: Comment, thread: str) -> Iterator[str]:
    yield f'  <post dsq:id="{_attribute(comment.id)}">'
    yield f"    <message>{cdata(fragment(comment.body))}</message>" if comment.body else "    <message/>"
    yield from _line("createdAt", format_rfc3339(comment.created))
    yield from _line("isDeleted", _bool(comment.status == "deleted"))
    yield from _line("isSpam", _bool(comment.status == "spam"))
    private = comment.private or CommentPrivate()
    author = comment.author or Account()
    yield "    <author>"  # always, with a name: other readers of exports take both for granted
    yield from _line("email", private.email, 6)
    yield from _line("name", author.name or "", 6)
    yield from _line("isAnonymous", _bool(author.anonymous), 6)
    yield from _line("username", author.id, 6)
    yield "    </author>"
    yield from _line("ipAddress", private.ip_address)
    yield f'    <thread dsq:id="{_attribute(thread)}"/>'
    if comment.parent is not None:
        yield f'    <parent dsq:id="{_attribute(comment.parent)}"/>'
    yield "  </post>"
