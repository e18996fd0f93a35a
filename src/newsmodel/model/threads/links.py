"""Who answers whom: parent ids turned into positions, with orphans and rings of replies found on the way."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, MutableSequence, Sequence
from datetime import datetime
from operator import lt
from typing import NamedTuple

from newsmodel.model.comments import Comment

TOP = -1
"""Stands for the parent of a comment that answers nobody."""


class Links(NamedTuple):
    """parents: by position, the position of the comment above, or `TOP`; it has no ring. Others as in `CommentTree`."""

    parents: MutableSequence[int]
    positions: dict[str, int]
    orphans: tuple[int, ...]
    cuts: tuple[int, ...]


def link(comments: Sequence[Comment]) -> Links:
    """The links of *comments*, in linear time."""
    positions = {comment.id: position for position, comment in enumerate(comments)}
    parents, orphans = array("q"), []
    for position, comment in enumerate(comments):
        parent = TOP if comment.parent is None else positions.get(comment.parent, TOP)
        parents.append(parent)
        if parent == TOP and comment.parent is not None:
            orphans.append(position)
    cuts = tuple(min(ring, key=lambda position: _age(comments, position)) for ring in _rings(parents))
    for position in cuts:
        parents[position] = TOP
    return Links(parents, positions, tuple(orphans), tuple(sorted(cuts)))


def _age(comments: Sequence[Comment], position: int) -> tuple[bool, datetime | int, int]:
    """Sorts the earliest created first, those without a date last, and of two the one that comes first."""
    created = comments[position].created
    return (True, position, position) if created is None else (False, created, position)


def _rings(parents: Sequence[int]) -> Iterator[list[int]]:
    """Every ring of positions, each of which answers the next."""
    if all(map(lt, parents, range(len(parents)))):
        return  # every comment answers an earlier one, as nearly always
    seen, climbing = 1, 2
    state = bytearray(len(parents))
    for start in range(len(parents)):
        climb, position = [], start
        while position != TOP and not state[position]:
            state[position] = climbing
            climb.append(position)
            position = parents[position]
        if position != TOP and state[position] == climbing:
            yield climb[climb.index(position) :]
        for position in climb:
            state[position] = seen
