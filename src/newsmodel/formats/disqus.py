"""Disqus XML, the export of a forum (`disqus`): its threads and their posts, of the schema 1.0.

A thread is an article: `link` its address, `title` its headline, the thread's `dsq:id` its identifier of the scheme
"disqus"; `id`, the site's own name for the page, is the thread's key. Messages are HTML. Votes, edits and who approved
what are not in an export. A post whose thread is not in the file is kept, with an article that has the identifier only.
Source: the export of Disqus and its schemas, https://disqus.com/api/schemas/1.0/disqus.xsd and
https://disqus.com/api/schemas/1.0/disqus-internals.xsd, described at
https://help.disqus.com/en/articles/1717164-comments-export.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import attrs

from newsmodel.comment_export import articles_of, fitter, lost_without_id, unless_empty
from newsmodel.dates import format_rfc3339, parse_date
from newsmodel.errors import FormatError
from newsmodel.fitting import Place
from newsmodel.format import Format
from newsmodel.html_fitting import fragment, read_fragment
from newsmodel.model import (
    Account,
    Article,
    Comment,
    CommentPrivate,
    CommentThread,
    Document,
    Identifier,
)
from newsmodel.report import Report
from newsmodel.site_comments import (
    article_rule,
    comment_rule,
    fit_pages,
    in_seconds,
    number,
    pages,
    rules,
    thread_rule,
    value_rule,
)
from newsmodel.whitespace import SPACE
from newsmodel.xml import Element, cdata, escape
from newsmodel.xml import parse as parse_xml

SYSTEM = "disqus"
_NAMESPACE = "http://disqus.com"
_INTERNALS = "http://disqus.com/disqus-internals"
_ID = (_INTERNALS, "id")


def parse(data: bytes, report: Report) -> Document:
    """The threads that have posts: one as an article, several as a feed.

    Losses: what is said of a thread without posts; the words of a deleted post; a post without an id.
    Raises FormatError with the line for what is not well-formed, and for another kind of XML.
    """
    root = parse_xml(data, report)
    if (root.namespace, root.name) != (_NAMESPACE, "disqus"):
        raise FormatError(f'the root of an export is <disqus xmlns="{_NAMESPACE}">', line=root.line, column=1)
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


def _stripped(node: Any, place: Place) -> Any:
    """*node* with strings as they are read: without space around them, None for an empty one."""
    for field in attrs.fields(type(node)):
        value = getattr(node, field.name)
        if isinstance(value, str) and value != value.strip(SPACE):
            node = place.set(node, "altered", **{field.name: value.strip(SPACE)})
    return node


def _strip_then(rule: Any) -> Any:
    return lambda node, place: rule(_stripped(node, place), place)


def _own_identifier(node: Article, place: Place) -> Any:
    own = [each for each in node.identifiers if each.scheme == SYSTEM and each.value.strip(SPACE)][:1]
    if own:
        own = [Identifier(own[0].value.strip(SPACE), scheme=SYSTEM)]
        return place.set(node, "altered", identifiers=own)
    page = node.canonical_url or node.comments.key or str(node.headline)
    return place.set(node, "guessed", identifiers=[Identifier(str(number(page)), scheme=SYSTEM)])


_page = article_rule("headline", "canonical_url", "identifiers")
_post = comment_rule(statuses=("published", "spam", "deleted"), otherwise={"": "spam"})


def _article_rule(node: Article, place: Place) -> Any:
    node = _page(_stripped(_with_own_ids(node, place), place), place)
    return _own_identifier(node, place) if node.comments.comments else node


def _with_own_ids(node: Article, place: Place) -> Article:
    """*node* with the first comment of each id, as ids are read, without space around them; a blank one is none."""
    kept: dict[str, Comment] = {}
    for comment in node.comments:
        kept.setdefault(comment.id.strip(SPACE), comment)
    kept.pop("", None)
    if len(kept) == len(node.comments):
        return node
    new: Article = place.set(node, "dropped", comments=attrs.evolve(node.comments, comments=kept.values()))
    return new


def _comment_rule(node: Comment, place: Place) -> Any:
    return in_seconds(_post(_stripped(node, place), place), place)


_FIT = fitter(
    rules(
        _comment_rule,
        _strip_then(thread_rule(SYSTEM, "key", "open")),
        _article_rule,
        account=_strip_then(value_rule("name", "id", "anonymous")),
        private=_strip_then(value_rule("email", "ip_address")),
    )
)


def _page_key(article: Article) -> Any:
    return article.identifiers


def fit(document: Any, report: Report, *, internal: bool = False) -> Any:
    """Pages with comments: headline, address, identifier, key, and whether the thread is open; comments with parents.

    Bodies as HTML, dates in seconds of UTC; a status that Disqus does not have becomes spam, which is not shown.
    A page without an identifier of the scheme "disqus" gets a number made of its address. No votes, no edits.
    internal: e-mail addresses and IP addresses too.
    """
    return fit_pages(document, report, _FIT, _page_key, internal=internal)


def render(document: Any) -> bytes:
    """An export, in UTF-8: threads, then posts."""
    articles = articles_of(document, "disqus")
    given = [article for article in articles if article.comments.comments]
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<disqus xmlns="{_NAMESPACE}" xmlns:dsq="{_INTERNALS}">',
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


def sniff(head: bytes) -> float:
    """By the namespace of its root."""
    return 1.0 if b"<disqus" in head and b"http://disqus.com" in head else 0.0


FORMAT = Format(
    name="disqus",
    title="Disqus XML",
    spec="https://help.disqus.com/en/articles/1717164-comments-export",
    suffixes=(".disqus.xml",),
    media_types=("application/xml", "text/xml"),
    sniff=sniff,
    parse=parse,
    fit=fit,
    render=render,
)
