"""WordPress REST comments JSON (`wordpress-comments`), `wp/v2`: the list that `/wp-json/wp/v2/comments` answers with.

`post` is the thread's key. What is said of the post itself is in `_embedded.up`, if it was asked for (`?_embed`): its
title and address. With `context=edit` there are e-mail addresses, IP addresses and user agents. Ids are numbers, 0 is
no comment. Content is HTML (`content.rendered`). Dates are `date_gmt`, without a zone.
Source: https://developer.wordpress.org/rest-api/reference/comments/.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import attrs

from newsmodel.codec import encode
from newsmodel.codec.foreign import Object, given, read_all
from newsmodel.comment_export import articles_of, fitter, unless_empty
from newsmodel.embedded import members
from newsmodel.errors import FormatError
from newsmodel.fitting import Place
from newsmodel.format import Format, beginning
from newsmodel.html_fitting import fragment, read_fragment, read_words
from newsmodel.model import Account, Article, Comment, CommentPrivate, CommentThread, Document
from newsmodel.model.comments import Status
from newsmodel.rendering.html_elements import escape
from newsmodel.report import Report
from newsmodel.site_comments import (
    article_rule,
    comment_rule,
    fit_pages,
    in_seconds,
    number,
    numbered,
    pages,
    rules,
    thread_rule,
    value_rule,
    with_numbers,
)

SYSTEM = "wordpress"
_STATUSES: dict[str, Status] = {
    "approved": "published",
    "approve": "published",
    "1": "published",
    "hold": "pending",
    "0": "pending",
    "spam": "spam",
    "trash": "deleted",
}
_NAMES: dict[Status, str] = {"published": "approved", "pending": "hold", "spam": "spam", "deleted": "trash"}
_KINDS = ("comment", "pingback", "trackback")


def parse(data: bytes, report: Report) -> Document:
    """The posts with comments: one as an article, several as a feed.

    Losses: members that only WordPress has (`meta` of plug-ins), by their names; the words of a comment in the trash.
    Raises FormatError for what is no list of comments.
    """
    posts: dict[str | None, tuple[str, str | None]] = {}
    found: list[tuple[str | None, Comment]] = []
    for each in read_all(data, report, "comment", "an answer is a list of comments"):
        if "id" not in each:
            raise FormatError('a comment has an "id"', at=each.at)
        post = each.key("post")
        key = None if post == "0" else post
        told = _post(each)
        posts.setdefault(key, told)
        found += [(key, comment) for comment in _comment(each)]

    def make(key: str | None, comments: tuple[Comment, ...]) -> Article:
        title, url = posts[key]
        return Article(title, canonical_url=url, comments=CommentThread(comments, system=SYSTEM, key=key))

    return pages(found, make, report)


def _post(each: Object) -> tuple[str, str | None]:
    """The title and the address of the post, if they are told."""
    embedded = each.below("_embedded", "embedded")
    up = next(embedded.objects("up", what="post"), None) if embedded else None
    if up is None:
        return "", None
    title = up.below("title", "title")
    return read_words((title.string("rendered") if title else None) or ""), up.string("link")


def _comment(each: Object) -> Iterator[Comment]:
    id = each.key("id")
    each.pass_over("content", "_links", "author_avatar_urls", "date", "date_gmt")
    if id is None:
        return
    parent = each.key("parent")
    status = _STATUSES.get(each.string("status") or "approved", "unknown")
    content = each.below("content", "content")
    words = (content.string("rendered", "raw") if content else None) or ""
    is_deleted = status == "deleted"
    if is_deleted and words:
        each.report.loss("comment.body", "dropped", "$.comments", "it is in the trash", source=each.at)
    kind = each.string("type") or "comment"
    private = CommentPrivate(
        email=each.string("author_email"),
        ip_address=each.string("author_ip"),
        user_agent=each.string("author_user_agent"),
    )
    yield Comment(
        id=id,
        parent=None if parent == "0" else parent,
        author=_account(each),
        created=_moment(each),
        body=() if is_deleted else read_fragment(words, each.report),
        kind=kind if kind in _KINDS else "comment",
        status=status,
        url=each.string("link"),
        private=unless_empty(private),
    )
    each.finish()


def _account(each: Object) -> Account | None:
    avatars = each.below("author_avatar_urls")
    found = [url for size in avatars.names() if (url := avatars.string(size))] if avatars is not None else []
    id = each.key("author")
    account = Account(
        each.string("author_name"),
        id=None if id == "0" else id,
        url=each.string("author_url"),
        avatar=found[-1] if found else None,
    )
    return unless_empty(account)


def _moment(each: Object) -> datetime | None:
    """`date_gmt`; without it `date`, which is the site's own time, and says so."""
    return each.moment("date_gmt", in_utc=True) or each.moment("date")


_given_comment = comment_rule("kind", "url", statuses=_NAMES, otherwise="pending", kinds=_KINDS)
_page = article_rule("headline", "canonical_url")
_thread = thread_rule(SYSTEM, "key")
_account_fields = value_rule("name", "id", "url", "avatar")


def _article_rule(node: Article, place: Place) -> Any:
    """A post that has no number gets one made of its address."""
    if node.comments.comments and not node.comments.key and node.canonical_url:
        key = str(number(node.canonical_url))
        node = place.set(node, "guessed", comments=attrs.evolve(node.comments, key=key))
    return _page(node, place)


def _comment_rule(node: Comment, place: Place) -> Any:
    return in_seconds(numbered(_given_comment(node, place), place), place)


def _thread_rule(node: CommentThread, place: Place) -> Any:
    node = _thread(node, place)
    if node.key is not None:
        key = str(number(node.key))
        node = place.set(node, "altered", key=None if key == "0" else key)
    return with_numbers(node, place)


def _account_rule(node: Account, place: Place) -> Any:
    if node.id is not None:
        id = str(number(node.id))
        node = place.set(node, "altered", id=None if id == "0" else id)
    return _account_fields(node, place)


_FIT = fitter(
    rules(
        _comment_rule,
        _thread_rule,
        _article_rule,
        account=_account_rule,
        private=value_rule("email", "ip_address", "user_agent"),
    )
)


def fit(document: Any, report: Report, *, internal: bool = False) -> Any:
    """Pages with comments: headline, address, the post's number (the thread's key); comments with parents and kinds.

    Ids of comments, posts and authors become numbers (`newsmodel.site_comments.number`), dates whole seconds of UTC,
    bodies HTML; a status that WordPress does not have becomes pending. No votes, no edits.
    internal: e-mail addresses, IP addresses and user agents too, as with `context=edit`.
    """
    return fit_pages(document, report, _FIT, lambda article: article.comments.key, internal=internal)


def render(document: Any, *, indent: int | None = None) -> bytes:
    """The list of comments, in UTF-8, each with its post embedded.

    indent: each level on lines of its own, so many spaces deeper.
    """
    articles = articles_of(document, "wordpress-comments")
    return encode([_data(comment, article) for article in articles for comment in article.comments], indent)


def _data(comment: Comment, article: Article) -> dict[str, Any]:
    author, private = comment.author or Account(), comment.private or CommentPrivate()
    return {
        "id": int(comment.id),
        "post": int(article.comments.key or 0),
        "parent": int(comment.parent or 0),
        "author": int(author.id or 0),
        "author_name": author.name or "",
        **given(author_email=private.email),
        "author_url": author.url or "",
        **given(author_ip=private.ip_address, author_user_agent=private.user_agent),
        **given(date_gmt=_written(comment.created)),
        "content": {"rendered": fragment(comment.body)},
        **given(link=comment.url),
        "status": _NAMES[comment.status],
        "type": comment.kind,
        **given(author_avatar_urls={"96": author.avatar} if author.avatar else None),
        **given(_embedded=_embedded(article)),
    }


def _embedded(article: Article) -> dict[str, Any] | None:
    title = str(escape(str(article.headline)))
    post = given(link=article.canonical_url, title={"rendered": title} if title else None)
    return {"up": [{"id": int(article.comments.key or 0), **post}]} if post else None


def _written(value: datetime | None) -> str | None:
    return None if value is None else value.astimezone(UTC).isoformat().removesuffix("+00:00")


def sniff(head: bytes) -> float:
    """By two members that only its comments have."""
    text = beginning(head)
    if text.rstrip() == b"[]":
        return 0.1  # no comments: only a name can say whose
    return 0.95 if text[:1] in (b"[", b"{") and b'"author_name"' in text and b'"author_url"' in text else 0.0


FORMAT = Format(
    name="wordpress-comments",
    title="WordPress REST comments JSON",
    spec="https://developer.wordpress.org/rest-api/reference/comments/",
    suffixes=(".wordpress-comments.json",),
    media_types=("application/json",),
    sniff=sniff,
    parse=parse,
    fit=fit,
    render=render,
    markup=members("rendered"),
)
