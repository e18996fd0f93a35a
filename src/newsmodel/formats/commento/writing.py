"""Comments out, as Commento's export."""

from __future__ import annotations

from typing import Any

from newsmodel.codec import encode
from newsmodel.codec.foreign import given
from newsmodel.comment_export import articles_of
from newsmodel.dates import format_rfc3339
from newsmodel.formats.commento.terms import ADDRESS, ANONYMOUS, MODERATOR, ROOT, STATES, VERSION, typed
from newsmodel.html_fitting import fragment
from newsmodel.model import Account, Article, Comment, CommentPrivate


def render(document: Any, *, indent: int | None = None) -> bytes:
    """The export, in UTF-8.

    indent: each level on lines of its own, so many spaces deeper.
    """
    articles = articles_of(document, "commento")
    authors = {
        c.author.id: c for each in articles for c in reversed(each.comments.comments) if c.author and c.author.id
    }
    return encode(
        {
            "version": VERSION,
            "comments": [_data(comment, article) for article in articles for comment in article.comments],
            "commenters": [_commenter(comment) for comment in authors.values()],
        },
        indent,
    )


def _data(comment: Comment, article: Article) -> dict[str, Any]:
    found = ADDRESS.fullmatch(article.canonical_url or "")
    author = comment.author or Account()
    return {
        "commentHex": comment.id,
        "domain": found[1] if found else "",
        "url": found[2] if found else article.canonical_url or "",
        "commenterHex": author.id or ANONYMOUS,
        "markdown": comment.source.text if comment.source else typed(comment.body),
        "html": fragment(comment.body),
        "parentHex": comment.parent or ROOT,
        **given(score=comment.votes.score),
        "state": STATES[comment.status],
        **given(creationDate=format_rfc3339(comment.created)),
        "deleted": comment.status == "deleted",
    }


def _commenter(comment: Comment) -> dict[str, Any]:
    author, private = comment.author or Account(), comment.private or CommentPrivate()
    return {
        "commenterHex": author.id,
        "email": private.email or "",
        "name": author.name or "",
        "link": author.url or "",
        "photo": author.avatar or "",
        "isModerator": author.role == MODERATOR,
    }
