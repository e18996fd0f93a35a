"""In what order siblings stand. Every order is total and stable: whatever is equal stays as the thread has it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from math import nextafter, sqrt
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from newsmodel.model.comments import Comment, Tally

if TYPE_CHECKING:
    from newsmodel.model.threads.tree import CommentTree

Order: TypeAlias = Literal["oldest", "newest", "best", "top", "controversial", "most-replies", "active", "as-given"]
ORDERS: tuple[Order, ...] = get_args(Order)
"""oldest, newest: by creation. best: by `wilson`. top: by score. controversial: by `controversy`.

most-replies: by how many replies there are below it, or are declared if that is more. active: by the last comment below
it or itself, newest first. as-given: as the thread holds them. A missing date is last, whether oldest or newest come
first. Equal scores stand oldest first."""

Z = 1.281551565545  # 80 % of a normal distribution lie below it
_BELOW_ONE = nextafter(1.0, 0.0)


def ranked(tree: CommentTree, order: Order) -> Sequence[int]:
    """All positions of *tree*, sorted so that siblings come in *order*. Raises ValueError for an unknown one."""
    if order not in _RANKERS:
        raise ValueError(f"there is no order {order!r}; the orders are {', '.join(ORDERS)}")
    return _RANKERS[order](tree)


def wilson(up: int, down: int) -> float:
    """How good a comment is at least, by its votes, in [0, 1): 0 without a vote in its favour.

    The lower bound of the Wilson score interval at 80 %, written without a difference of like numbers.
    Source: E. B. Wilson, "Probable inference", JASA 22 (1927); as Reddit's `confidence` of its open-sourced code.
    """
    if up <= 0:
        return 0.0
    total, square = up + max(down, 0), Z * Z
    root = Z * sqrt(square + 4 * (up / total) * max(down, 0))
    return min(2 * up / total * up / (2 * up + square + root), _BELOW_ONE)


def controversy(up: int, down: int) -> float:
    """How divided the voters are: all votes to the power of lesser by greater, 0 where all agree. As Reddit has it."""
    if up <= 0 or down <= 0:
        return 0.0
    return float((up + down) ** (min(up, down) / max(up, down)))


def votes(tally: Tally) -> tuple[int, int]:
    """Votes for and against. Where only the score is known, it counts as votes of one kind."""
    if tally.up is None and tally.down is None:
        score = tally.score or 0
        return max(score, 0), max(-score, 0)
    return max(tally.up or 0, 0), max(tally.down or 0, 0)


def score(tally: Tally) -> int:
    """The net votes: those published, else the difference; 0 if nothing is known."""
    return (tally.up or 0) - (tally.down or 0) if tally.score is None else tally.score


def _dated(dates: Sequence[datetime | None], reverse: bool = False) -> list[int]:
    """Positions by date, those without one last."""
    dated = {position: date for position, date in enumerate(dates) if date is not None}
    undated = [position for position, date in enumerate(dates) if date is None]
    return sorted(dated, key=dated.__getitem__, reverse=reverse) + undated


def _scored(tree: CommentTree, scores: Iterable[float]) -> list[int]:
    return sorted(_oldest(tree), key=list(scores).__getitem__, reverse=True)


def _by(key: Callable[[Comment], float]) -> Callable[[CommentTree], list[int]]:
    return lambda tree: _scored(tree, map(key, tree.comments))


def _oldest(tree: CommentTree) -> list[int]:
    return _dated([comment.created for comment in tree.comments])


def _newest(tree: CommentTree) -> list[int]:
    return _dated([comment.created for comment in tree.comments], reverse=True)


def _most_replies(tree: CommentTree) -> list[int]:
    loaded = [tree.ends[index] - index - 1 for index in tree.indexes]
    declared = (comment.declared_replies or 0 for comment in tree.comments)
    return _scored(tree, map(max, loaded, declared))


def _active(tree: CommentTree) -> list[int]:
    latest = [comment.created for comment in tree.comments]
    for position in reversed(tree.walked):
        parent, date = tree.parents[position], latest[position]
        if parent >= 0 and date is not None:
            above = latest[parent]
            latest[parent] = date if above is None or date > above else above
    return _dated(latest, reverse=True)


_RANKERS: dict[str, Callable[[CommentTree], Sequence[int]]] = {
    "oldest": _oldest,
    "newest": _newest,
    "best": _by(lambda comment: wilson(*votes(comment.votes))),
    "top": _by(lambda comment: score(comment.votes)),
    "controversial": _by(lambda comment: controversy(*votes(comment.votes))),
    "most-replies": _most_replies,
    "active": _active,
    "as-given": lambda tree: range(len(tree)),
}
