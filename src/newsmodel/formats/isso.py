"""Isso's generic JSON (`isso`), which `isso import --type generic` reads: a list of threads and their comments.

A thread's `id` is the path of its page, or what `data-isso-id` says: the thread's key. Comments have numbers for ids.
Written besides what Isso's import reads, and passed over by it: `parent`, `mode`, `modified`, `likes`, `dislikes`, as
the table of comments and the API name them. `created` has no zone: it is UTC. Texts are HTML, as Isso's other imports
store it; see the option *markdown* for texts as people typed them. What the API answers with for a page is read too.
Source: https://isso-comments.de/docs/guides/advanced-migration/ and, for the API, https://isso-comments.de/docs/reference/server-api/.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import attrs

from newsmodel.codec import encode
from newsmodel.codec.foreign import Object, read_all
from newsmodel.comment_export import articles_of, fitter, lost_without_id, unless_empty
from newsmodel.embedded import members
from newsmodel.errors import FormatError
from newsmodel.fitting import Place
from newsmodel.format import Format, beginning
from newsmodel.html_fitting import fragment, read_fragment
from newsmodel.model import (
    Account,
    Article,
    Comment,
    CommentPrivate,
    CommentSource,
    CommentThread,
    Document,
    Tally,
)
from newsmodel.model.comments import Status
from newsmodel.plain_fitting import is_safe_link
from newsmodel.report import Report
from newsmodel.site_comments import (
    article_rule,
    comment_rule,
    document,
    fit_pages,
    in_seconds,
    numbered,
    read_typed,
    rules,
    thread_rule,
    value_rule,
    with_numbers,
)
from newsmodel.urls import join

SYSTEM = "isso"
_STATUSES: dict[int, Status] = {1: "published", 2: "pending", 4: "deleted"}
_MODES = {status: mode for mode, status in _STATUSES.items()}


def parse(data: bytes, report: Report, *, url: str | None = None, markdown: bool = False) -> Document:
    """The threads that have comments: one as an article, several as a feed.

    url: that of the site, to which the thread's id is joined for the article's address.
    markdown: the texts are Markdown, which is kept as the comment's source, not HTML (needs the extra `markdown`).
    Losses: other members, by their names; a thread without comments; a comment without an id, or whose id stands twice.
    Raises FormatError for what is neither a list of threads nor an answer of the API.
    """
    threads = read_all(data, report, "thread", "an export is a list of threads")
    for thread in threads:
        if "comments" not in thread and not _is_answer(thread):
            raise FormatError('a thread has "comments"', at=thread.at)
    found = [article for thread in threads if (article := _article(thread, url, markdown)).comments.comments]
    return document(found)


def _is_answer(thread: Object) -> bool:
    """Whether it is what the API says of a page, which names neither the page nor itself."""
    return thread.at == "$" and thread.has_list("replies")


def _article(thread: Object, url: str | None, markdown: bool) -> Article:
    key = None if _is_answer(thread) else thread.key("id")
    if _is_answer(thread):
        thread.pass_over("id", "total_replies", "hidden_replies")
    comments = _unique(_comments(thread, markdown), thread)
    if not comments and (key or "title" in thread):
        thread.report.loss("article", "dropped", "$", "a thread without comments", source=thread.at)
    article = Article(
        thread.string("title") or "",
        canonical_url=join(key, url) if key and url else None,
        comments=CommentThread(comments, system=SYSTEM, key=key) if comments else CommentThread(),
    )
    thread.finish()
    return article


def _unique(comments: Iterator[Comment], thread: Object) -> tuple[Comment, ...]:
    kept: dict[str, Comment] = {}
    for comment in comments:
        if comment.id in kept:
            detail = f"the id {comment.id!r} stands twice"
            thread.report.loss("comment", "dropped", "$.comments", detail, source=thread.at)
        kept.setdefault(comment.id, comment)
    return tuple(kept.values())


def _comments(thread: Object, markdown: bool) -> Iterator[Comment]:
    """Every comment, and after it its replies, as the API nests them."""
    waiting = list(thread.objects("replies" if _is_answer(thread) else "comments", what="comment"))[::-1]
    while waiting:
        each = waiting.pop()
        each.pass_over("hash", "gravatar_image", "total_replies", "hidden_replies", "voters", "notification", "tid")
        waiting += list(each.objects("replies"))[::-1]
        id = each.key("id")
        if id is None:
            lost_without_id(thread.report, each.at)
            continue
        yield _comment(each, id, markdown)
        each.finish()


def _comment(each: Object, id: str, markdown: bool) -> Comment:
    mode = each.integer("mode") if "mode" in each else 1
    status: Status = _STATUSES.get(mode or 0, "unknown")
    text = "" if status == "deleted" else each.string("text") or ""
    each.pass_over("text")
    private = CommentPrivate(email=each.string("email"), ip_address=each.string("remote_addr"))
    account = Account(each.string("author"), url=each.string("website"))
    return Comment(
        id=id,
        parent=each.key("parent"),
        author=unless_empty(account),
        created=each.moment("created", in_utc=True),
        edited=each.moment("modified", in_utc=True),
        body=read_typed(text, each.report) if markdown else read_fragment(text, each.report),
        source=CommentSource(text, format="markdown") if markdown and text else None,
        status=status,
        votes=Tally(up=each.integer("likes"), down=each.integer("dislikes")),
        private=unless_empty(private),
    )


_given_comment = comment_rule("edited", "votes", statuses=_MODES, otherwise="pending")
_page = article_rule("headline")
_given_thread = thread_rule(SYSTEM, "key")


def _comment_rule(node: Comment, place: Place) -> Any:
    return in_seconds(numbered(_given_comment(node, place), place, zero=True), place)


def _thread(node: CommentThread, place: Place) -> Any:
    """A thread's key is the address that its page is linked by."""
    if not is_safe_link(node.key):
        node = place.clear(node, "key")
    return with_numbers(_given_thread(node, place), place, zero=True)


def _article_rule(node: Article, place: Place) -> Any:
    """Without a key the path of its address is one."""
    if node.comments.comments and not node.comments.key and node.canonical_url:
        path = _path(node.canonical_url)
        node = place.set(node, "altered", comments=attrs.evolve(node.comments, key=path or None))
    return _page(node, place)


def _path(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


_FIT = fitter(
    rules(
        _comment_rule,
        _thread,
        _article_rule,
        account=value_rule("name", "url"),
        private=value_rule("email", "ip_address"),
        votes=("up", "down"),
    )
)


def fit(document: Any, report: Report, *, internal: bool = False) -> Any:
    """Pages with comments: headline and key (else the path of the address); comments with parents and votes.

    Ids become numbers (`newsmodel.site_comments.number`), dates whole seconds of UTC, bodies HTML; a status that Isso
    does not have becomes pending. Of an author the name and the website.
    internal: e-mail addresses and IP addresses too.
    """
    return fit_pages(document, report, _FIT, lambda article: article.comments.key, internal=internal)


def render(document: Any, *, indent: int | None = None) -> bytes:
    """The list of threads, in UTF-8, each comment with all that Isso's import asks for.

    indent: each level on lines of its own, so many spaces deeper.
    """
    articles = articles_of(document, "isso")
    return encode([_thread_data(article) for article in articles if article.comments.comments], indent)


def _thread_data(article: Article) -> dict[str, Any]:
    return {
        "id": article.comments.key or "",
        "title": str(article.headline),
        "comments": [_comment_data(comment) for comment in article.comments],
    }


def _comment_data(comment: Comment) -> dict[str, Any]:
    author, private = comment.author or Account(), comment.private or CommentPrivate()
    further: dict[str, Any] = {
        "parent": None if comment.parent is None else int(comment.parent),
        "mode": None if comment.status == "published" else _MODES[comment.status],
        "modified": _written(comment.edited) or None,
        "likes": comment.votes.up,
        "dislikes": comment.votes.down,
    }
    return {
        "id": int(comment.id),
        "author": author.name or "",
        "email": private.email or "",
        "website": author.url or "",
        "remote_addr": private.ip_address or "",
        "created": _written(comment.created),
        "text": fragment(comment.body),
        **{name: value for name, value in further.items() if value is not None},
    }


def _written(value: datetime | None) -> str:
    return "" if value is None else value.isoformat(sep=" ").removesuffix("+00:00")


def sniff(head: bytes) -> float:
    """By a list of threads with "comments", or by what only the API's answers say."""
    text = beginning(head)
    if text.rstrip() == b"[]":
        return 0.1  # no threads: only a name can say whose
    if text[:1] == b"[" and b'"comments"' in text and b'"remote_addr"' in text:
        return 0.95
    return 0.9 if text[:1] == b"{" and b'"hidden_replies"' in text and b'"total_replies"' in text else 0.0


FORMAT = Format(
    name="isso",
    title="Isso JSON",
    spec="https://isso-comments.de/docs/guides/advanced-migration/",
    suffixes=(".isso.json",),
    media_types=("application/json",),
    sniff=sniff,
    parse=parse,
    fit=fit,
    render=render,
    markup=members("text"),
)
