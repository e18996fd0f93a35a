"""Flat spans to a tree of marks and back: the one pair that serves every tree-shaped format.

Neighbours share an element as long as their marks agree from the outside in. Marks are never re-sorted, so nothing is
lost: `flatten(nest(text)) == text`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

import attrs

from newsmodel.model.text import Inline, Mark, Text

Event: TypeAlias = "tuple[str, Mark | Inline]"


def events(text: Text) -> Iterator[Event]:
    """*text* as a walk over its tree: ("enter", mark), ("leave", mark), and ("inline", inline) for what is inside.

    The inlines still hold all their marks.
    """
    open_marks: list[Mark] = []
    for inline in text.spans:
        shared = shared_marks(open_marks, inline.marks)
        while len(open_marks) > shared:
            yield "leave", open_marks.pop()
        for mark in inline.marks[shared:]:
            open_marks.append(mark)
            yield "enter", mark
        yield "inline", inline
    while open_marks:
        yield "leave", open_marks.pop()


def shared_marks(open_marks: list[Mark], marks: tuple[Mark, ...]) -> int:
    """How many of the open marks go on under *marks*, from the outside in."""
    count = 0
    for one, other in zip(open_marks, marks, strict=False):
        if one is not other and one != other:
            break
        count += 1
    return count


@attrs.frozen
class Branch:
    """A mark and what stands under it: branches, and inlines without the marks above them."""

    mark: Mark
    children: tuple[Branch | Inline, ...]


def nest(text: Text) -> tuple[Branch | Inline, ...]:
    """*text* as a tree. Its depth is the number of marks on one span."""
    levels: list[list[Branch | Inline]] = [[]]
    for event, value in events(text):
        if event == "enter":
            levels.append([])
        elif event == "inline":
            assert isinstance(value, Inline)
            levels[-1].append(attrs.evolve(value, marks=()) if value.marks else value)
        else:
            assert isinstance(value, Mark)
            children = tuple(levels.pop())
            levels[-1].append(Branch(value, children))
    return tuple(levels[0])


def flatten(tree: Iterable[Branch | Inline]) -> Text:
    """The text of a tree: each inline under the marks of its branches, outermost first."""
    inlines: list[Inline] = []
    waiting: list[tuple[Branch | Inline, tuple[Mark, ...]]] = [(item, ()) for item in reversed(tuple(tree))]
    while waiting:
        item, marks = waiting.pop()
        if isinstance(item, Branch):
            waiting.extend((child, (*marks, item.mark)) for child in reversed(item.children))
        else:
            inlines.append(attrs.evolve(item, marks=(*marks, *item.marks)) if marks else item)
    return Text(inlines)
