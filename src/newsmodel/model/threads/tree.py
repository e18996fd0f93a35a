"""A thread as a tree: who answers whom, and the order in which a reader walks it.

The tree is a pre-order with the end of each subtree beside it (nested sets, as SQL has them), so that a walk is a loop,
the replies below a comment are a slice, and skipping them is one step.
Source: J. Celko, "Trees and Hierarchies in SQL for Smarties", 2012, chapter 4.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import attrs

from newsmodel.model.comments import Comment, CommentThread
from newsmodel.model.threads.links import TOP, link
from newsmodel.model.threads.orders import Order, ranked

if TYPE_CHECKING:
    from newsmodel.model.threads.view import CommentView


class Entry(NamedTuple):
    """A comment on a walk. depth: 0 at the top. replies: how many comments stand below it, at any depth."""

    comment: Comment
    depth: int
    replies: int


@attrs.frozen(eq=False, repr=False)
class CommentTree:
    """The comments of a thread in the order of a walk, each before its replies. Made by `tree`.

    A *position* is a place in `comments`, as the thread holds them; an *index* is a place in the walk.

    parents: by position, the position of the comment above; -1 at the top.
    walked: by index, the position of the comment. depths: by index, 0 at the top.
    ends: by index, where the replies below it end: they are those from index + 1 up to, not with, `ends[index]`.
    indexes: by position, the index. positions: by id, the position.
    orphans: positions of comments whose parent is not in the thread; they stand at the top, and keep their `parent`.
    cuts: positions of comments that stand at the top because they were the earliest in a ring of replies.
    """

    comments: tuple[Comment, ...]
    parents: Sequence[int]
    walked: Sequence[int]
    depths: Sequence[int]
    ends: Sequence[int]
    indexes: Sequence[int]
    positions: dict[str, int]
    orphans: tuple[int, ...] = ()
    cuts: tuple[int, ...] = ()

    def __len__(self) -> int:
        return len(self.comments)

    def __iter__(self) -> Iterator[Entry]:
        for index, (position, depth, end) in enumerate(zip(self.walked, self.depths, self.ends, strict=True), 1):
            yield Entry(self.comments[position], depth, end - index)

    def events(self) -> Iterator[tuple[str, Entry]]:
        """The walk with its ends: ("enter", entry) before the replies of a comment, ("leave", entry) after them."""
        entered: list[tuple[int, Entry]] = []
        for index, entry in enumerate(self):
            while entered and entered[-1][0] <= index:
                yield "leave", entered.pop()[1]
            yield "enter", entry
            entered.append((self.ends[index], entry))
        while entered:
            yield "leave", entered.pop()[1]

    def children(self, id: str | None = None) -> tuple[Comment, ...]:
        """The direct replies to a comment in order; without an id the comments at the top. ValueError if absent."""
        index, end = self.span(id)
        found = []
        while index < end:
            found.append(self.comments[self.walked[index]])
            index = self.ends[index]
        return tuple(found)

    def span(self, id: str | None) -> tuple[int, int]:
        """From where to where in the walk what is below a comment stands; the whole walk for None."""
        if id is None:
            return 0, len(self.walked)
        if id not in self.positions:
            raise ValueError(f"there is no comment {id!r} in the thread")
        index = self.indexes[self.positions[id]]
        return index + 1, self.ends[index]

    def sorted(self, order: Order, pinned_first: bool = False) -> CommentTree:
        """The same tree with all siblings in *order*, every other one staying where it is. As `tree` takes them."""
        ranking = ranked(self, order)
        if pinned_first:
            ranking = sorted(ranking, key=lambda position: not is_pinned(self.comments[position]))
        return attrs.evolve(self, **_laid_out(self.parents, ranking))

    def view(
        self,
        page: tuple[str | None, int | None] = (None, None),
        max_depth: int | None = None,
        nested_limit: int | None = None,
        parent: str | None = None,
    ) -> CommentView:
        """A page of the tree; see `newsmodel.model.threads.view`."""
        from newsmodel.model.threads.view import view

        return view(self, page, max_depth, nested_limit, parent)


def is_pinned(comment: Comment) -> bool:
    """Whether a comment is kept above the others, flag "pinned" or "sticky"."""
    return "pinned" in comment.flags or "sticky" in comment.flags


def tree(thread: CommentThread, order: Order = "as-given", pinned_first: bool = False) -> CommentTree:
    """*thread* as a tree with its siblings in *order*, pinned and sticky comments before the others if asked.

    A comment whose parent is absent stands at the top. In a ring of replies, as broken exports have them, the earliest
    created comment does (of two, the one that comes first), and the others stay below it. Linear, sorting apart.
    Raises ValueError for an order that there is not.
    """
    links = link(thread.comments)
    plain = CommentTree(
        thread.comments,
        links.parents,
        **_laid_out(links.parents, range(len(thread))),
        positions=links.positions,
        orphans=links.orphans,
        cuts=links.cuts,
    )
    return plain if order == "as-given" and not pinned_first else plain.sorted(order, pinned_first)


def _laid_out(parents: Sequence[int], ranking: Iterable[int]) -> dict[str, Any]:
    """The walk over *parents* with siblings in the order of *ranking*: down to the first reply, beside, and up again.

    All in flat arrays: a list for the replies of each comment took twice the time, most of it waiting for memory.
    """
    first, beside = _linked(parents, ranking)
    walked, depths = array("q"), array("q")
    indexes, ends = _unset(len(parents)), _unset(len(parents))
    position, depth = first[TOP], 0
    while position != TOP:
        indexes[position] = len(walked)
        walked.append(position)
        depths.append(depth)
        if first[position] != TOP:
            position, depth = first[position], depth + 1
            continue
        ends[-1 + len(walked)] = len(walked)
        while beside[position] == TOP and parents[position] != TOP:
            position, depth = parents[position], depth - 1
            ends[indexes[position]] = len(walked)
        position = beside[position]
    return {"walked": walked, "depths": depths, "ends": ends, "indexes": indexes}


def _linked(parents: Sequence[int], ranking: Iterable[int]) -> tuple[array[int], array[int]]:
    """By position, the first reply to a comment (the last item: the first at the top), and its next sibling."""
    first, beside = _unset(len(parents) + 1), _unset(len(parents))
    for position in reversed([*ranking]):
        above = parents[position]
        beside[position] = first[above]
        first[above] = position
    return first, beside


def _unset(size: int) -> array[int]:
    return array("q", [TOP]) * size
