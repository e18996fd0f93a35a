"""Stories of Coral out."""

from __future__ import annotations

from typing import Any

from newsmodel.codec import encode
from newsmodel.codec.foreign import given
from newsmodel.comment_export import require
from newsmodel.dates import format_rfc3339
from newsmodel.formats.coral.terms import KIND_NAMES, ROLE_NAMES, STATUS_NAMES
from newsmodel.html_fitting import fragment
from newsmodel.model import Account, Article, Comment, CommentThread, Feed


def render(document: Any, *, indent: int | None = None) -> bytes:
    """The story as the answer to a query for it, in UTF-8; a feed as `stories`.

    indent: each level on lines of its own, so many spaces deeper.
    """
    document = require(document, "coral")
    if isinstance(document, Feed):
        answer: dict[str, Any] = {"stories": {"edges": [{"node": _story(each)} for each in document.articles]}}
    else:
        answer = {"story": _story(document)}
    return encode({"data": answer}, indent)


def _words(value: Any) -> str | None:
    return str(value) if value else None


def _story(article: Article) -> dict[str, Any]:
    thread = article.comments
    metadata = given(
        title=_words(article.headline),
        author=_words(article.byline),
        description=_words(article.summary),
        section=None if article.section is None else article.section.name,
        publishedAt=format_rfc3339(article.dates.published),
        modifiedAt=format_rfc3339(article.dates.modified),
    )
    return given(
        id=thread.key,
        url=article.canonical_url,
        metadata=metadata or None,
        isClosed=None if thread.open is None else not thread.open,
        commentCounts=None if thread.declared is None else {"totalPublished": thread.declared},
        comments=_connection(thread),
    )


def _connection(thread: CommentThread) -> dict[str, Any]:
    cursor = thread.more[0].cursor if thread.more else None
    page = {"hasNextPage": cursor is not None, "endCursor": cursor}
    return {"edges": [{"node": _comment(each)} for each in thread], "pageInfo": page}


def _comment(comment: Comment) -> dict[str, Any]:
    tags = [*(["FEATURED"] if "featured" in comment.flags else []), KIND_NAMES.get(comment.kind)]
    return given(
        id=comment.id,
        parent=None if comment.parent is None else {"id": comment.parent},
        author=None if comment.author is None else _account(comment.author),
        body=fragment(comment.body) if comment.body else None,
        createdAt=format_rfc3339(comment.created),
        editing={"edited": True} if "edited" in comment.flags else None,
        revision=None if comment.edited is None else {"createdAt": format_rfc3339(comment.edited)},
        status=STATUS_NAMES[comment.status],
        deleted=True if comment.status == "deleted" else None,
        tags=[{"code": tag} for tag in tags if tag] or None,
        actionCounts=None if comment.votes.up is None else {"reaction": {"total": comment.votes.up}},
        rating=None if comment.rating is None else int(comment.rating.value),
        replyCount=comment.declared_replies,
        permalink=comment.url,
    )


def _account(account: Account) -> dict[str, Any]:
    return given(
        id=account.id,
        username=account.name,
        avatar=account.avatar,
        role=None if account.role is None else ROLE_NAMES[account.role],
        badges=[badge.label for badge in account.badges] or None,
    )
