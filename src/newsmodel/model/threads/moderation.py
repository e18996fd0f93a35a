"""Who may see what: visible comments, tombstones, private data."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import attrs

from newsmodel.model.comments import Comment, CommentThread, Status

_REMOVED = frozenset({"deleted", "rejected", "spam"})


def is_visible(comment: Comment) -> bool:
    """Whether everyone may read it: its status is "published"."""
    return comment.status == "published"


def is_tombstone(comment: Comment) -> bool:
    """Whether it was removed and only holds a place: "deleted", "rejected" or "spam", without a body."""
    return comment.status in _REMOVED and not comment.body


def tombstone(
    comment: Comment, status: Status = "deleted", removed_by: str | None = None, hard: bool = False
) -> Comment:
    """What is left of *comment* once it is removed: its id, parent, dates and URL, and unless *hard* its author.

    Body, source, attachments, votes, private and foreign data are gone; its replies stay where they are.
    """
    return Comment(
        id=comment.id,
        parent=comment.parent,
        author=None if hard else comment.author,
        created=comment.created,
        created_text=comment.created_text,
        edited=comment.edited,
        kind=comment.kind,
        status=status,
        removed_by=removed_by,
        declared_replies=comment.declared_replies,
        url=comment.url,
    )


def redact(thread: CommentThread) -> CommentThread:
    """*thread* without private data of commenters (`Comment.private`); itself if there was none.

    `newsmodel.fitting.redact` does so for whole documents, and reports it.
    """
    if all(comment.private is None for comment in thread):
        return thread
    return _with(
        thread,
        (comment if comment.private is None else attrs.evolve(comment, private=None) for comment in thread),
    )


def public(thread: CommentThread) -> CommentThread:
    """*thread* as everyone may see it: the published comments, without private data and sources.

    Every other comment goes; where a published one stands below it, a tombstone of the same status holds its place,
    with an author only if it was a tombstone before.
    """
    kept = _with_ancestors(thread, is_visible)
    return _with(thread, (_published(comment) for comment in thread if comment.id in kept))


def _published(comment: Comment) -> Comment:
    if not is_visible(comment):
        return tombstone(comment, comment.status, comment.removed_by, hard=not is_tombstone(comment))
    if comment.private is None and comment.source is None:
        return comment
    return attrs.evolve(comment, private=None, source=None)


def prune(thread: CommentThread) -> CommentThread:
    """*thread* without the tombstones below which nothing is left but tombstones; itself if there were none.

    Nobody gets a new parent, and nothing but tombstones goes.
    """
    kept = _with_ancestors(thread, lambda comment: not is_tombstone(comment))
    if len(kept) == len(thread):
        return thread
    return _with(thread, (comment for comment in thread if comment.id in kept))


def _with_ancestors(thread: CommentThread, wanted: Callable[[Comment], bool]) -> set[str]:
    """The ids of the comments that are *wanted*, and of all that they answer; it ends in a ring of replies too."""
    by_id = {comment.id: comment for comment in thread}
    kept: set[str] = set()
    for start in filter(wanted, thread):
        comment: Comment | None = start
        while comment is not None and comment.id not in kept:
            kept.add(comment.id)
            comment = None if comment.parent is None else by_id.get(comment.parent)
    return kept


def _with(thread: CommentThread, comments: Iterable[Comment]) -> CommentThread:
    return attrs.evolve(thread, comments=tuple(comments))
