"""A thread as a tree: who answers whom, and the order in which a reader walks it.

The tree is a pre-order with the end of each subtree beside it (nested sets, as SQL has them), so that a walk is a loop,
the replies below a comment are a slice, and skipping them is one step.
Source: J. Celko, "Trees and Hierarchies in SQL for Smarties", 2012, chapter 4.
"""

from __future__ import annotations

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
    """The walk over *parents* with siblings in the order of *ranking*."""
    children = _children(parents, ranking)
    walked: list[int] = []
    depths = [0] * len(parents)
    waiting = children.pop(TOP, [])[::-1]
    while waiting:
        position = waiting.pop()
        walked.append(position)
        if (below := children.get(position)) is not None:
            depth = depths[position] + 1
            for child in below:
                depths[child] = depth
            waiting.extend(reversed(below))
    sizes, indexes = _sizes(parents, walked), [0] * len(walked)
    for index, position in enumerate(walked):
        indexes[position] = index
    return {
        "walked": walked,
        "depths": [depths[position] for position in walked],
        "ends": [index + sizes[position] for index, position in enumerate(walked)],
        "indexes": indexes,
    }


def _children(parents: Sequence[int], ranking: Iterable[int]) -> dict[int, list[int]]:
    children: dict[int, list[int]] = {}
    for position in ranking:
        children.setdefault(parents[position], []).append(position)
    return children


def _sizes(parents: Sequence[int], walked: Sequence[int]) -> list[int]:
    """By position, how many comments there are from it down, itself among them."""
    sizes = [1] * len(walked)
    for position in reversed(walked):
        if (parent := parents[position]) != TOP:
            sizes[parent] += sizes[position]
    return sizes
