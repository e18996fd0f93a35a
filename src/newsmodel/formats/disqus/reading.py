"""Threads of Disqus in."""

from __future__ import annotations

from datetime import datetime

from newsmodel.comment_export import lost_without_id, unless_empty
from newsmodel.dates import parse_date
from newsmodel.errors import FormatError
from newsmodel.formats.disqus.terms import INTERNALS, NAMESPACE, SYSTEM
from newsmodel.html_fitting import read_fragment
from newsmodel.model import Account, Article, Comment, CommentPrivate, CommentThread, Document, Identifier
from newsmodel.report import Report
from newsmodel.site_comments import pages
from newsmodel.whitespace import SPACE
from newsmodel.xml import Element
from newsmodel.xml import parse as parse_xml

_ID = (INTERNALS, "id")


def parse(data: bytes, report: Report) -> Document:
    """The threads that have posts: one as an article, several as a feed.

    Losses: what is said of a thread without posts; the words of a deleted post; a post without an id.
    Raises FormatError with the line for what is not well-formed, and for another kind of XML.
    """
    root = parse_xml(data, report)
    if (root.namespace, root.name) != (NAMESPACE, "disqus"):
        raise FormatError(
            f"the root of an export is a disqus element in the namespace {NAMESPACE}", line=root.line, column=1
        )
    threads = {id: each for each in root.each("thread") if (id := _id(each))}
    found = [(_thread_of(post), comment) for post in root.each("post") if (comment := _comment(post, report))]
    used = {id for id, _ in found}
    for id, thread in threads.items():
        if id not in used and (_word(thread, "link") or _word(thread, "title")):
            report.loss("article", "dropped", "$", "a thread without posts", source=f"line {thread.line}")

    def make(id: str, comments: tuple[Comment, ...]) -> Article:
        return _article(id, threads.get(id), comments, report)

    return pages(found, make, report)


def _id(element: Element | None) -> str:
    return element.attributes.get(_ID, "").strip(SPACE) if element is not None else ""


def _thread_of(post: Element) -> str:
    return _id(post.first("thread"))


def _word(element: Element, name: str) -> str | None:
    child = element.first(name)
    return (child.text.strip(SPACE) or None) if child is not None else None


def _truth(element: Element, name: str, report: Report) -> bool | None:
    word = _word(element, name)
    if word not in (None, "true", "false"):
        report.notice("member-unreadable", f"{name} is true or false, not {word!r}", source=f"line {element.line}")
    return {"true": True, "false": False}.get(word or "")


def _article(id: str, thread: Element | None, comments: tuple[Comment, ...], report: Report) -> Article:
    identifiers = [Identifier(id, scheme=SYSTEM)] if id else []
    if thread is None:
        report.notice("thread-missing", f"the thread {id!r} of {len(comments)} posts is not in the export")
        return Article(identifiers=identifiers, comments=CommentThread(comments, system=SYSTEM))
    closed = _truth(thread, "isClosed", report)
    return Article(
        _word(thread, "title") or "",
        identifiers=identifiers,
        canonical_url=_word(thread, "link"),
        comments=CommentThread(
            comments, system=SYSTEM, key=_word(thread, "id"), open=None if closed is None else not closed
        ),
    )


def _comment(post: Element, report: Report) -> Comment | None:
    id = _id(post) or _word(post, "id")
    if not id:
        lost_without_id(report, f"line {post.line}")
        return None
    message = post.first("message")
    words = message.text if message is not None else ""
    is_deleted = bool(_truth(post, "isDeleted", report))
    if is_deleted and words.strip(SPACE):
        report.loss("comment.body", "dropped", "$.comments", "it was deleted", source=f"line {post.line}")
    is_spam = _truth(post, "isSpam", report)
    author = post.first("author")
    return Comment(
        id=id,
        parent=_id(post.first("parent")) or None,
        author=_account(author, report),
        created=_moment(post, report),
        body=() if is_deleted else read_fragment(words, report),
        status="deleted" if is_deleted else "spam" if is_spam else "published",
        private=_private(post, author),
    )


def _moment(post: Element, report: Report) -> datetime | None:
    word = _word(post, "createdAt")
    date = parse_date(word) if word else None
    if word and date is None:
        report.notice("member-unreadable", f"createdAt is a date, not {word!r}", source=f"line {post.line}")
    return date.value if date is not None else None  # without a zone it is UTC, as all of Disqus is


def _account(author: Element | None, report: Report) -> Account | None:
    if author is None:
        return None
    anonymous = bool(_truth(author, "isAnonymous", report))
    account = Account(_word(author, "name"), id=_word(author, "username"), anonymous=anonymous)
    return unless_empty(account)


def _private(post: Element, author: Element | None) -> CommentPrivate | None:
    email = None if author is None else _word(author, "email")
    private = CommentPrivate(email=email, ip_address=_word(post, "ipAddress"))
    return unless_empty(private)
