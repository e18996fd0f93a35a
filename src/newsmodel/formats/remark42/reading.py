"""A backup of Remark42 in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TypeAlias

from newsmodel.codec.foreign import Object, read
from newsmodel.comment_export import lost_without_id, unless_empty
from newsmodel.dates import format_rfc3339
from newsmodel.errors import FormatError
from newsmodel.formats.remark42.terms import ADMINISTRATOR, NO_TIME, SYSTEM, VERSION
from newsmodel.html_fitting import read_fragment
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
from newsmodel.site_comments import pages

_Page: TypeAlias = tuple[str | None, str | None]
"""Site and address."""


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
    for number, line in _lines(data, report):
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


def _lines(data: bytes, report: Report) -> Iterator[tuple[int, Object]]:
    for number, line in enumerate(data.split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            yield number, read(line, report, "comment", "a line holds one object", at=f"line {number}")
        except FormatError as error:
            error.line = number
            error.at = None if error.at == f"line {number}" else error.at
            raise


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
    return None if format_rfc3339(found) == NO_TIME else found


def _votes(line: Object) -> Tally:
    """The score; who voted is counted and not kept."""
    votes = line.below("votes")
    given = [votes.truth(name) for name in votes.names()] if votes is not None else []
    up, down = given.count(True), given.count(False)
    return Tally(score=line.integer("score"), up=up if given else None, down=down if given else None)


def _account(user: Object | None) -> Account | None:
    if user is None:
        return None
    account = Account(
        user.string("name"),
        id=user.key("id"),
        avatar=user.string("picture"),
        role=ADMINISTRATOR if user.truth("admin") else None,
        verified=user.truth("verified"),
    )
    user.finish()
    return unless_empty(account)
