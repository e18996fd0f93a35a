"""Remark42's backup, also its native import (`remark42`), version 1: JSON, one value a line.

The first line says what is known of users and posts, each further one is a comment, its `locator` the page (site and
URL). `text` is HTML, `orig` the Markdown that it was made of. A page is an article: `url` its address, `title` its
headline; the site is its thread's key. There is no state besides deleted: what is not public is written as deleted.
Source: https://github.com/umputun/remark42/blob/master/backend/app/migrator/native.go and
https://github.com/umputun/remark42/blob/master/backend/app/store/comment.go.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import attrs

from newsmodel.codec import decode, encode
from newsmodel.codec.foreign import Object, given
from newsmodel.comment_export import articles_of, each_article, fitter, lost_without_id, unless_empty
from newsmodel.dates import format_rfc3339
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
from newsmodel.report import Report
from newsmodel.site_comments import (
    article_rule,
    comment_rule,
    fit_pages,
    markdown_source,
    pages,
    rules,
    thread_rule,
    value_rule,
)

SYSTEM = "remark42"
VERSION = 1
_ADMINISTRATOR = "administrator"
_NO_TIME = "0001-01-01T00:00:00Z"  # Go's zero
_HEAD = re.compile(rb'\s*\{\s*"version"\s*:\s*\d+\s*,\s*"(?:users|posts)"\s*:')
_COMMENT = re.compile(rb'\{\s*"id"\s*:[^\n]*"locator"\s*:')

_Page = tuple[str | None, str | None]


def parse(data: bytes, report: Report) -> Document:
    """The pages with comments: one as an article, several as a feed.

    Losses: what is known of users besides their comments (blocks, e-mail addresses), and other members by their names.
    Raises FormatError with the line for what is not JSON, or no comment.
    """
    closed: set[str] = set()
    titles: dict[_Page, str] = {}
    found: list[tuple[_Page, Comment]] = []
    if not data.strip():
        raise FormatError("a backup has a line that says its version", line=1, column=1)
    for number, value in _lines(data):
        line = Object(value, report, "comment", f"line {number}")
        if "version" in line:
            closed |= _closed(line, number)
            continue
        if "locator" not in line:
            raise FormatError('a comment is an object with a "locator"', line=number, column=1)
        page = _page(line)
        if title := line.string("title"):
            titles.setdefault(page, title)
        found += [(page, comment) for comment in _comment(line)]

    def make(page: _Page, comments: tuple[Comment, ...]) -> Article:
        site, url = page
        thread = CommentThread(comments, system=SYSTEM, key=site, open=False if url in closed else None)
        return Article(titles.get(page, ""), canonical_url=url, comments=thread)

    return pages(found, make, report)


def _lines(data: bytes) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(data.split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            value = decode(line)
        except FormatError as error:
            error.line = number
            raise
        if not isinstance(value, dict):
            raise FormatError("a line holds one object", line=number, column=1)
        yield number, value


def _closed(meta: Object, line: int) -> set[str]:
    """The addresses of the pages that are read only."""
    if meta.integer("version") not in (0, VERSION):
        raise FormatError(f"the version of a backup is {VERSION}", line=line, column=1)
    meta.what = "meta"
    posts = list(meta.objects("posts", what="post"))
    closed = {url for post in posts if (url := post.string("url")) and post.truth("read_only")}
    meta.finish()
    return closed


def _page(line: Object) -> _Page:
    locator = line.below("locator", "locator")
    return (None, None) if locator is None else (locator.string("site"), locator.string("url"))


def _comment(line: Object) -> Iterator[Comment]:
    id = line.key("id")
    line.pass_over("text", "vote", "controversy", "imported", "voted_ips")
    if id is None:
        lost_without_id(line.report, line.at)
        return
    user = line.below("user", "account")
    edit = line.below("edit", "edit")
    orig, is_deleted = line.string("orig"), bool(line.truth("delete"))
    text = line.string("text") or ""
    ip_address = user.string("ip") if user else None
    yield Comment(
        id=id,
        parent=line.key("pid"),
        author=_account(user),
        created=_moment(line),
        edited=edit.moment("time") if edit else None,
        edit_note=edit.string("summary") if edit else None,
        body=() if is_deleted else read_fragment(text, line.report),
        source=CommentSource(orig, format="markdown") if orig and not is_deleted else None,
        status="deleted" if is_deleted else "published",
        votes=_votes(line),
        flags=["pinned"] if line.truth("pin") else [],
        private=CommentPrivate(ip_address=ip_address) if ip_address else None,
    )
    line.finish()


def _moment(line: Object) -> datetime | None:
    found = line.moment("time")
    return None if format_rfc3339(found) == _NO_TIME else found


def _votes(line: Object) -> Tally:
    """The score; who voted is counted and not kept."""
    votes = line.raw("votes")
    given = list(votes.values()) if isinstance(votes, dict) else []
    up, down = sum(vote is True for vote in given), sum(vote is False for vote in given)
    return Tally(score=line.integer("score"), up=up if given else None, down=down if given else None)


def _account(user: Object | None) -> Account | None:
    if user is None:
        return None
    account = Account(
        user.string("name"),
        id=user.key("id"),
        avatar=user.string("picture"),
        role=_ADMINISTRATOR if user.truth("admin") else None,
        verified=user.truth("verified"),
    )
    user.finish()
    return unless_empty(account)


_given_comment = comment_rule(
    *("source", "edited", "edit_note", "flags", "votes"),
    statuses=("published", "deleted"),
    otherwise={"": "deleted"},
)


def _comment_rule(node: Comment, place: Place) -> Any:
    node = _given_comment(node, place)
    if format_rfc3339(node.created) == _NO_TIME:
        node = place.clear(node, "created")
    if node.edited is None:
        node = place.clear(node, "edit_note")
    if node.source is not None and (node.status == "deleted" or not node.source.text):
        node = place.clear(node, "source")
    return place.set(node, "dropped", flags=[flag for flag in node.flags if flag == "pinned"])


_thread = thread_rule(SYSTEM, "key", "open")
_account_fields = value_rule("name", "id", "avatar", "role", "verified")


def _thread_rule(node: CommentThread, place: Place) -> Any:
    """The key is the site at Remark42: that of another system is none."""
    if node.comments and node.system != SYSTEM:
        node = place.clear(node, "key")
    node = _thread(node, place)
    return place.clear(node, "open") if node.open else node


def _account_rule(node: Account, place: Place) -> Any:
    if node.role not in (None, _ADMINISTRATOR):
        node = place.clear(node, "role")
    return _account_fields(node, place)


_page_rule = article_rule("headline", "canonical_url")


def _article_rule(node: Article, place: Place) -> Any:
    """Another system's key is the address, where there is none."""
    thread = node.comments
    if thread.comments and thread.key and thread.system != SYSTEM and not node.canonical_url:
        node = place.set(node, "altered", canonical_url=thread.key)
    node = _page_rule(node, place)
    if node.canonical_url is None and node.comments.open is not None:
        return place.set(node, "altered", comments=attrs.evolve(node.comments, open=None))
    return node


_FIT = fitter(
    {
        **rules(
            _comment_rule,
            _thread_rule,
            _article_rule,
            account=_account_rule,
            private=value_rule("ip_address"),
            votes=("score",),
        ),
        CommentSource: markdown_source,
    }
)


def _page_of(article: Article) -> _Page:
    return article.comments.key, article.canonical_url


def fit(document: Any, report: Report, *, internal: bool = False, site: str | None = None) -> Any:
    """Pages with comments: headline, address, site (the thread's key), whether they are closed; comments with parents.

    Bodies as HTML, `source` as Markdown, the score, edits, pins. A comment that is not public becomes a deleted one:
    Remark42 has no other state, and would show it.
    internal: IP addresses too.
    site: the id of the site at Remark42, for pages that come from elsewhere and have none.
    """
    fitted = fit_pages(document, report, _FIT, _page_of, internal=internal)
    return fitted if site is None else each_article(fitted, lambda article, _at: _of_site(article, site, report))


def _of_site(article: Article, site: str, report: Report) -> Article:
    if article.comments.key is not None or not article.comments.comments:
        return article
    return attrs.evolve(article, comments=Place("$", report).set(article.comments, "guessed", key=site))


def render(document: Any) -> bytes:
    """A backup, in UTF-8, one value a line."""
    articles = articles_of(document, "remark42")
    closed = [{"url": each.canonical_url, "read_only": True} for each in articles if each.comments.open is False]
    lines: list[Any] = [{"version": VERSION, "users": [], "posts": closed}]
    lines += [_data(comment, article) for article in articles for comment in article.comments]
    return b"".join(encode(line) + b"\n" for line in lines)


def _data(comment: Comment, article: Article) -> dict[str, Any]:
    site = article.comments.key
    edit = None
    if comment.edited is not None:
        edit = {"time": format_rfc3339(comment.edited), "summary": comment.edit_note or ""}
    return {
        "id": comment.id,
        "pid": comment.parent or "",
        "text": fragment(comment.body),
        **given(orig=comment.source.text if comment.source else None),
        "user": _user(comment),
        "locator": {**given(site=site), "url": article.canonical_url or ""},
        **given(score=comment.votes.score),
        "time": format_rfc3339(comment.created) or _NO_TIME,
        **given(edit=edit, pin=True if "pinned" in comment.flags else None),
        **given(delete=True if comment.status == "deleted" else None, title=str(article.headline) or None),
    }


def _user(comment: Comment) -> dict[str, Any]:
    account, private = comment.author or Account(), comment.private or CommentPrivate()
    return {
        "name": account.name or "",
        "id": account.id or "",
        "picture": account.avatar or "",
        **given(ip=private.ip_address),
        "admin": account.role == _ADMINISTRATOR,
        **given(verified=account.verified),
    }


def sniff(head: bytes) -> float:
    """By its first line, or by a comment and its locator."""
    text = beginning(head)
    if _HEAD.match(text):
        return 0.95
    return 0.9 if _COMMENT.match(text) and b'"pid"' in text else 0.0


FORMAT = Format(
    name="remark42",
    title="Remark42 backup",
    spec="https://github.com/umputun/remark42/blob/master/backend/app/migrator/native.go",
    suffixes=(".remark42.json",),
    media_types=("application/x-ndjson",),
    sniff=sniff,
    parse=parse,
    fit=fit,
    render=render,
)
