"""Stories of Coral in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from newsmodel.codec.foreign import Object, read
from newsmodel.comment_export import lost_without_id, unique
from newsmodel.errors import FormatError
from newsmodel.formats.coral.terms import BEST, FLAGS, KINDS, ROLES, STATUSES, SYSTEM, WORST
from newsmodel.html_fitting import read_fragment
from newsmodel.model import (
    Account,
    Article,
    Comment,
    CommentThread,
    Dates,
    Document,
    Feed,
    More,
    Rating,
    Section,
    Tally,
    Text,
)
from newsmodel.model.comments import Status
from newsmodel.report import Report


def parse(data: bytes, report: Report) -> Document:
    """The story as an article with what is said of the page and its thread; several as a feed.

    Losses: what only Coral says, each by its name ("comment.site"), dropped; a comment without an id, or with one that
    stands twice, dropped. Raises FormatError for what holds no story.
    """
    expected = 'a story of Coral is an object with a connection "comments"'
    answer = read(data, report, "story", expected)
    holder = answer.below("data") if "data" in answer else answer
    if holder is None:
        raise FormatError(expected, at="$.data")
    if holder.has_object("stories") and (stories := holder.below("stories", "stories")) is not None:
        return Feed(articles=[_story(node) for node in _nodes(stories, "story")])
    if holder.has_object("story") and (story := holder.below("story", "story")) is not None:
        return _story(story)
    if holder.has_object("comments"):
        return _story(holder)
    raise FormatError(expected, at=holder.at)


def _nodes(connection: Object, what: str) -> Iterator[Object]:
    """The nodes of a connection, by its edges or its nodes."""
    for edge in connection.objects("edges"):
        node = edge.below("node", what)
        if node is not None:
            yield node
    yield from connection.objects("nodes", what=what)


def _story(story: Object) -> Article:
    metadata = story.below("metadata", "story.metadata") or Object({}, story.report, "story.metadata")
    description, section = metadata.string("description"), metadata.string("section")
    article = Article(
        metadata.string("title") or "",
        canonical_url=story.string("url"),
        byline=metadata.string("author"),
        summary=None if description is None else Text(description),
        section=None if section is None else Section(section),
        dates=Dates(published=metadata.moment("publishedAt"), modified=metadata.moment("modifiedAt")),
        comments=_thread(story),
    )
    metadata.finish()
    story.finish()
    return article


def _thread(story: Object) -> CommentThread:
    closed = story.truth("isClosed")
    counts = story.below("commentCounts")
    declared = counts.integer("totalPublished", "totalVisible") if counts else story.integer("commentCount")
    connection = story.below("comments", "comments")
    comments, more = ([], []) if connection is None else _loaded(connection)
    return CommentThread(
        unique(comments, story.report),
        declared=declared,
        open=None if closed is None else not closed,
        system=SYSTEM,
        key=story.key("id"),
        more=more,
    )


class _Open(NamedTuple):
    """A connection that is being read: the nodes that are left of it, and the comment that they answer."""

    nodes: Iterator[Object]
    parent: str | None


def _loaded(connection: Object) -> tuple[list[Comment], list[More]]:
    """Every comment of a connection and of those in its nodes, in their order, however deep; and where more are."""
    comments: list[Comment] = []
    more = list(_more(connection, None))
    reading = [_Open(_nodes(connection, "comment"), None)]
    while reading:
        node = next(reading[-1].nodes, None)
        if node is None:
            reading.pop()
            continue
        comment = _comment(node, reading[-1].parent)
        replies = node.below("replies", "replies")
        node.finish()
        if comment is not None:
            comments.append(comment)
        if comment is not None and replies is not None:
            more += _more(replies, comment.id)
            reading.append(_Open(_nodes(replies, "comment"), comment.id))
    return comments, more


def _more(connection: Object, parent: str | None) -> Iterator[More]:
    page = connection.below("pageInfo", "pageInfo")
    if page is not None and page.truth("hasNextPage"):
        yield More(parent=parent, cursor=page.string("endCursor"))


def _comment(node: Object, parent: str | None) -> Comment | None:
    id = node.key("id")
    if id is None:
        lost_without_id(node.report, node.at)
        return None
    answered = node.below("parent", "parent")
    tags = {tag.string("code") for tag in node.objects("tags", what="tag")}
    is_edited, edited = _editing(node)
    body = node.string("body") or ""
    return Comment(
        id=id,
        parent=(answered.key("id") if answered else None) or parent,
        author=_account(node.below("author", "account")),
        created=node.moment("createdAt"),
        edited=edited,
        body=read_fragment(body, node.report),
        kind=next((KINDS[tag] for tag in KINDS if tag in tags), "comment"),
        status=_status(node),
        votes=_votes(node),
        rating=_rating(node.integer("rating")),
        flags=[*(FLAGS[tag] for tag in FLAGS if tag in tags), *(["edited"] if is_edited else [])],
        declared_replies=node.integer("replyCount"),
        url=node.string("permalink"),
    )


def _status(node: Object) -> Status:
    name = node.string("status")
    if node.truth("deleted"):
        return "deleted"
    return STATUSES.get(name or "NONE", "unknown")


def _editing(node: Object) -> tuple[bool, Any]:
    """Whether a comment was edited; when, its revision says."""
    editing, revision = node.below("editing"), node.below("revision")
    is_edited = bool(editing is not None and editing.truth("edited"))
    return is_edited, revision.moment("createdAt") if is_edited and revision is not None else None


def _votes(node: Object) -> Tally:
    actions = node.below("actionCounts")
    reaction = actions.below("reaction") if actions is not None else None
    return Tally(up=reaction.integer("total") if reaction is not None else None)


def _rating(stars: int | None) -> Rating | None:
    return None if stars is None else Rating(stars, best=BEST, worst=WORST)


def _account(author: Object | None) -> Account | None:
    if author is None:
        return None
    role = author.string("role")
    account = Account(
        author.string("username"),
        id=author.key("id"),
        avatar=author.string("avatar"),
        role=None if role is None else ROLES.get(role, role.lower()),
        badges=list(author.strings("badges")),
    )
    author.finish()
    return account
