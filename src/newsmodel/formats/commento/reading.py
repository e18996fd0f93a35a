"""Comments of Commento in."""

from __future__ import annotations

from collections.abc import Iterator

from newsmodel.codec.foreign import Object, read
from newsmodel.comment_export import lost_without_id
from newsmodel.errors import FormatError
from newsmodel.formats.commento.terms import (
    ANONYMOUS,
    MODERATOR,
    ROOT,
    STATUSES,
    SYSTEM,
    UNDEFINED,
    VERSION,
    typed,
)
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
from newsmodel.site_comments import pages, read_typed

_Person = tuple[Account | None, str | None]


def parse(data: bytes, report: Report) -> Document:
    """The pages with comments: one as an article, several as a feed.

    Losses: other members, by their names ("commenter.provider"). Raises FormatError for what is no export.
    """
    expected = 'an export is an object with "version", "comments" and "commenters"'
    export = read(data, report, "export", expected)
    if not export.has_list("comments"):
        raise FormatError(expected, at="$")
    if export.integer("version") != VERSION:
        raise FormatError(f"the version of an export is {VERSION}", at="$.version")
    people = dict(_people(export))
    found = [
        (_url(each), comment)
        for each in export.objects("comments", what="comment")
        for comment in _comment(each, people)
    ]
    export.finish()
    return pages(found, _page, report)


def _page(url: str | None, comments: tuple[Comment, ...]) -> Article:
    return Article(canonical_url=url, comments=CommentThread(comments, system=SYSTEM))


def _url(each: Object) -> str | None:
    domain, path = each.string("domain"), each.string("url") or ""
    if domain is None:
        return path or None
    return f"https://{domain}{path if path[:1] in ('', '/', '?') else f'/{path}'}"


def _people(export: Object) -> Iterator[tuple[str, _Person]]:
    for each in export.objects("commenters", what="commenter"):
        each.pass_over("joinDate")
        photo = each.string("photo")
        account = Account(
            each.string("name"),
            id=each.key("commenterHex"),
            url=_unless_undefined(each.string("link")),
            avatar=_unless_undefined(photo),
            role=MODERATOR if each.truth("isModerator") else None,
        )
        email = each.string("email")
        each.finish()
        if account.id is not None:
            yield account.id, (account, email)


def _unless_undefined(value: str | None) -> str | None:
    return None if value == UNDEFINED else value


def _comment(each: Object, people: dict[str, _Person]) -> Iterator[Comment]:
    id = each.key("commentHex")
    each.pass_over("direction", "markdown", "html", "state")
    if id is None:
        lost_without_id(each.report, each.at)
        return
    is_deleted = bool(each.truth("deleted"))
    source, html = ("", "") if is_deleted else (each.string("markdown") or "", each.string("html") or "")
    body = read_fragment(html, each.report) if html else read_typed(source, each.report)
    parent = each.key("parentHex")
    account, email = _person(each.key("commenterHex"), people)
    yield Comment(
        id=id,
        parent=None if parent == ROOT else parent,
        author=account,
        created=each.moment("creationDate"),
        body=body,
        source=None if not body or source in ("", typed(body)) else CommentSource(source, format="markdown"),
        status="deleted" if is_deleted else STATUSES.get(each.string("state") or "approved", "unknown"),
        votes=Tally(score=each.integer("score")),
        private=CommentPrivate(email=email) if email else None,
    )
    each.finish()


def _person(hex: str | None, people: dict[str, _Person]) -> _Person:
    if hex in (None, ANONYMOUS):
        return Account(anonymous=True), None
    return people.get(hex, (Account(id=hex), None))
