"""How many comments there are: four numbers that are never mixed, and whether all are here."""

from __future__ import annotations

from typing import NamedTuple, get_args

from newsmodel.model.comments import CommentThread, Status
from newsmodel.model.threads.moderation import is_visible


class CommentCounts(NamedTuple):
    """declared: what the page says, None if it says nothing. loaded: how many the thread holds.

    visible: those of them that are published. top_level: those of them that answer nobody.
    """

    declared: int | None
    loaded: int
    visible: int
    top_level: int


def counts(thread: CommentThread) -> CommentCounts:
    """The four counts of *thread*."""
    visible = sum(map(is_visible, thread))
    return CommentCounts(thread.declared, len(thread), visible, sum(comment.parent is None for comment in thread))


def states(thread: CommentThread) -> dict[Status, int]:
    """How many comments are in each state, the states in the order of `Status`, those of none left out."""
    found: dict[Status, int] = dict.fromkeys(get_args(Status), 0)
    for comment in thread:
        found[comment.status] += 1
    return {status: count for status, count in found.items() if count}


def is_complete(thread: CommentThread) -> bool | None:
    """Whether all comments are here; None if that cannot be known.

    What `thread.complete` says, where it does. Else what is left to load (`more`) and the declared number say, unless
    that was rounded ("1.2K"): it counts the published comments on some systems, all of them on others.
    """
    if thread.complete is not None:
        return thread.complete
    if thread.more:
        return False
    declared, loaded, visible, top_level = counts(thread)
    if top_level < (thread.declared_top_level or 0):
        return False
    if declared is None or not _is_exact(thread):
        return None
    return True if declared in (loaded, visible) else False if loaded < declared else None


def _is_exact(thread: CommentThread) -> bool:
    """Whether the declared number is the one that was shown, digit by digit, if one was shown."""
    shown = "".join(str(int(letter)) for letter in thread.declared_text or "" if letter.isdecimal())
    return not shown or str(thread.declared) in shown
