"""Partly loaded threads made one: a join, so that it does not matter which page came first, or twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any, TypeVar

import attrs

from newsmodel.model.base import Node
from newsmodel.model.comments import Comment, CommentThread
from newsmodel.model.frozen import FrozenMap
from newsmodel.model.threads.canonical import canonical
from newsmodel.model.threads.moderation import is_tombstone

N = TypeVar("N", bound=Node)
_EARLIEST = datetime.min.replace(tzinfo=UTC)


def merge(thread: CommentThread, *others: CommentThread) -> CommentThread:
    """All comments of threads that are pages, or copies of another day, of one discussion.

    Of two versions of a comment the one edited later stays; if neither is, the tombstone (what was taken down stays
    down); else the one whose `canonical` text sorts last. Comments stand by creation, then id, those without a date
    last, and `order` is "oldest". Counts are the greatest that were declared. It is complete if one of them was, and
    has no `more` then; else `more` and `forms` are those of all. Other fields: the greater of two, if they differ.
    The result is the same whatever the order of the threads, however they are grouped, and however often one is given.
    """
    threads = (thread, *others)
    complete = max((each.complete for each in threads), key=_known)
    joined = {name: max((getattr(each, name) for each in threads), key=_greatness) for name in _OTHER_FIELDS}
    return attrs.evolve(
        thread,
        **joined,
        **_declared(threads),
        comments=_by_creation(latest(comment for each in threads for comment in each)),
        order="oldest",
        complete=complete,
        open=max((each.open for each in threads), key=_closed),
        maximum_depth=max((each.maximum_depth for each in threads), key=_known),
        more=() if complete else _union(more for each in threads for more in each.more),
        forms=_union(form for each in threads for form in each.forms),
        extra=_extra(threads),
    )


_OTHER_FIELDS = ("id", "system", "key", "url", "rating")


def latest(comments: Iterable[Comment]) -> tuple[Comment, ...]:
    """The latest version of each comment, where the first of its id stood; for readers of untidy exports."""
    return _distinct(comments, lambda comment: comment.id, _lateness)


def _lateness(comment: Comment) -> tuple[Any, ...]:
    return comment.edited is not None, comment.edited or _EARLIEST, is_tombstone(comment), canonical(comment)


def _by_creation(comments: Iterable[Comment]) -> list[Comment]:
    return sorted(comments, key=lambda comment: (comment.created is None, comment.created or _EARLIEST, comment.id))


def _union(items: Iterable[N]) -> list[N]:
    """All *items*, the greatest of each id, sorted by their canonical text."""
    distinct = _distinct(items, lambda item: ("id", item.id) if item.id else canonical(item), canonical)
    return sorted(distinct, key=canonical)


def _distinct(items: Iterable[N], identity: Callable[[N], Any], rank: Callable[[N], Any]) -> tuple[N, ...]:
    """Of *items* of one identity the one of the highest rank; most copies are equal, and need no rank."""
    found: dict[Any, N] = {}
    for item in items:
        known = found.setdefault(identity(item), item)
        if known is not item and known != item:
            found[identity(item)] = max(known, item, key=rank)
    return tuple(found.values())


def _greatness(value: Any) -> tuple[bool, str]:
    return value is not None, canonical(value)


def _known(value: int | None) -> int:
    """None below every number."""
    return -(2**63) - 1 if value is None else value


def _closed(value: bool | None) -> int:
    """Not known below open below closed: a discussion that was closed stays so."""
    return 0 if value is None else 2 - value


def _declared(threads: Iterable[CommentThread]) -> dict[str, Any]:
    """The declared numbers of the one that declares most, with its own text: they are never mixed."""
    most = max(
        threads,
        key=lambda each: (_known(each.declared), _known(each.declared_top_level), _greatness(each.declared_text)),
    )
    return {name: getattr(most, name) for name in ("declared", "declared_top_level", "declared_text")}


def _extra(threads: Iterable[CommentThread]) -> FrozenMap:
    found: dict[str, Any] = {}
    for each in threads:
        for key, value in each.extra.items():
            found[key] = max(found.get(key, value), value, key=canonical)
    return FrozenMap(found)
