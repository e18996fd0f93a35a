"""Comments out, as a backup of Remark42."""

from __future__ import annotations

from typing import Any

from newsmodel.codec import encode
from newsmodel.codec.foreign import given
from newsmodel.comment_export import articles_of
from newsmodel.dates import format_rfc3339
from newsmodel.formats.remark42.terms import ADMINISTRATOR, NO_TIME, VERSION
from newsmodel.html_fitting import fragment
from newsmodel.model import Account, Article, Comment, CommentPrivate


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
        "time": format_rfc3339(comment.created) or NO_TIME,
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
        "admin": account.role == ADMINISTRATOR,
        **given(verified=account.verified),
    }
