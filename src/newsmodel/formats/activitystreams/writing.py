"""Articles and their replies out, as ActivityStreams."""

from __future__ import annotations

from typing import Any

from newsmodel.codec import encode
from newsmodel.codec.foreign import given
from newsmodel.comment_export import require
from newsmodel.dates import format_rfc3339
from newsmodel.formats.activitystreams.terms import CONTEXT, TAG_NAMES
from newsmodel.html_fitting import fragment
from newsmodel.iris import to_iri
from newsmodel.model import Account, Article, Comment, CommentThread, Concept, Feed, Organisation, Person
from newsmodel.rendering.html_elements import escape


def render(document: Any, *, indent: int | None = None) -> bytes:
    """An `Article` with its replies, in UTF-8; a feed as a `Collection` of them.

    indent: each level on lines of its own, so many spaces deeper.
    """
    document = require(document, "activitystreams")
    context = [CONTEXT, {"Hashtag": "as:Hashtag"}]
    if isinstance(document, Feed):
        items = [_article(each) for each in document.articles]
        members = given(name=str(document.title) or None, totalItems=len(items), items=items)
        return encode({"@context": context, "type": "Collection", **members}, indent)
    return encode({"@context": context, **_article(document)}, indent)


def _iri(id: str | None) -> str | None:
    return None if id is None else to_iri(id)


def _article(article: Article) -> dict[str, Any]:
    return given(
        type="Article",
        id=_iri(article.id),
        name=str(article.headline) or None,
        summary=None if article.summary is None else str(escape(str(article.summary))),  # it is HTML
        attributedTo=[_agent(credit.agent) for credit in article.credits] or None,
        published=format_rfc3339(article.dates.published),
        updated=format_rfc3339(article.dates.modified),
        url=article.canonical_url,
        tag=[_tag(concept) for concept in article.concepts] or None,
        content=fragment(article.body) or None,
        replies=_replies(article),
    )


def _agent(agent: Person | Organisation) -> dict[str, Any]:
    picture = agent.image if isinstance(agent, Person) else agent.logo
    kind = "Person" if isinstance(agent, Person) else "Organization"
    return given(type=kind, name=agent.name, url=agent.url, icon=_picture(picture))


def _picture(url: str | None) -> dict[str, str] | None:
    return None if url is None else {"type": "Image", "url": url}


def _tag(concept: Concept) -> dict[str, Any]:
    kind = "Object" if concept.kind is None else TAG_NAMES[concept.kind]
    if kind == "Hashtag":
        return given(type=kind, name=concept.name, href=concept.uri)
    return given(type=kind, name=concept.name, id=concept.uri)


def _replies(article: Article) -> dict[str, Any] | None:
    thread = article.comments
    if thread == CommentThread():
        return None
    about = tuple(filter(None, (article.canonical_url, _iri(article.id))))
    items = [_comment(each, about) for each in thread] or None
    return given(type="Collection", totalItems=thread.declared, items=items)


def _comment(comment: Comment, about: tuple[str, ...]) -> dict[str, Any]:
    id, answered = to_iri(comment.id, about), _answered(comment, about)
    if comment.status == "deleted":
        return given(
            type="Tombstone",
            formerType="Note",
            id=id,
            inReplyTo=answered,
            published=format_rfc3339(comment.created),
        )
    return given(
        type="Note",
        id=id,
        attributedTo=None if comment.author is None else _account(comment.author),
        inReplyTo=answered,
        published=format_rfc3339(comment.created),
        updated=format_rfc3339(comment.edited),
        url=comment.url,
        content=fragment(comment.body) or None,
        likes=_count(comment.votes.up),
        replies=_count(comment.declared_replies),
    )


def _answered(comment: Comment, about: tuple[str, ...]) -> str | None:
    """What a comment is a reply to: its parent, or the article, of which no comment has the name."""
    if comment.parent is None:
        return about[0] if about else None
    return to_iri(comment.parent, about)


def _count(number: int | None) -> dict[str, Any] | None:
    return None if number is None else {"type": "Collection", "totalItems": number}


def _account(account: Account) -> dict[str, Any]:
    return given(
        type="Person",
        id=_iri(account.id),
        name=account.name,
        preferredUsername=account.handle,
        url=account.url,
        icon=_picture(account.avatar),
    )
