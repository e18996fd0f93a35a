"""A page of a thread, and where the rest is."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from newsmodel.model.comments import More
from newsmodel.model.threads.tree import CommentTree, Entry

Page = tuple[str | None, int | None]
"""After which comment, and how many of its siblings, each with its replies. None: from the first, all of them."""


@attrs.frozen(eq=False, repr=False)
class CommentView:
    """Part of a walk over a thread, iterable and sized, and for every gap in it a `More` with what it takes to fill it.

    The next page of `tree.view(page=(None, 20))` is `tree.view(parent=more.parent, page=(more.cursor, 20))`.
    count of a `More`: the comments that are not shown there, replies among them.
    """

    entries: tuple[Entry, ...]
    more: tuple[More, ...]

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)


def view(
    tree: CommentTree,
    page: Page = (None, None),
    max_depth: int | None = None,
    nested_limit: int | None = None,
    parent: str | None = None,
) -> CommentView:
    """A page of *tree*: the comments at the top, or the direct replies to *parent*, with what is below them.

    page: `(after, limit)`: at most *limit* of them, from the one after the comment with the id *after*. An id from
    further down stands for the comment that it is below; one that is not there (removed since, or of another place)
    gives the first page, so that nothing is ever skipped and `merge` drops what came twice.
    max_depth: how many levels of replies are shown; 0 shows none. nested_limit: how many direct replies of each.
    Pages, and what their `more` lead to, make up the whole walk, each comment once.
    Takes time by the length of the page, not of the thread. Raises ValueError for a *limit* below 1, for negative
    numbers and for a *parent* that is not in the thread.
    """
    after, limit = page
    if (limit is not None and limit < 1) or min(max_depth or 0, nested_limit or 0) < 0:
        raise ValueError("a page holds 1 comment or more, and limits are not negative")
    start, end = tree.span(parent)
    first = start if after is None else _after(tree, after, parent, start)
    deepest = None if max_depth is None else max_depth + (tree.depths[start] if start < end else 0)
    shown = _Slice(tree, [], [])
    shown.fill(_Level(parent, end, limit), first, deepest, nested_limit)
    return CommentView(tuple(shown.entries), tuple(shown.more))


def _after(tree: CommentTree, after: str, parent: str | None, start: int) -> int:
    """The index that follows *after*, or the sibling that it is below, and all that is below that."""
    above = tree.positions[parent] if parent is not None else -1
    position = tree.positions.get(after, -1)
    while position >= 0 and tree.parents[position] != above:
        position = tree.parents[position]
    return start if position < 0 else tree.ends[tree.indexes[position]]


@attrs.define
class _Level:
    """Siblings while they are shown: below whom, up to which index, how many more (None: all), the last one shown."""

    parent: str | None
    end: int
    left: int | None
    last: str | None = None


@attrs.frozen
class _Slice:
    """What a view shows, while it is put together."""

    tree: CommentTree
    entries: list[Entry]
    more: list[More]

    def fill(self, top: _Level, index: int, deepest: int | None, nested_limit: int | None) -> None:
        """Walks from *index* to the end of the level *top*, stepping over what is too deep or too many."""
        levels = [top]
        while levels:
            level = levels[-1]
            if index >= level.end:
                levels.pop()
            elif level.left == 0:
                self.more.append(More(parent=level.parent, count=level.end - index, cursor=level.last))
                index = level.end
            else:
                index = self._show(levels, index, deepest, nested_limit)

    def _show(self, levels: list[_Level], index: int, deepest: int | None, nested_limit: int | None) -> int:
        """Shows the comment at *index* and gives the index to go on with."""
        tree, level = self.tree, levels[-1]
        comment, depth, end = tree.comments[tree.walked[index]], tree.depths[index], tree.ends[index]
        self.entries.append(Entry(comment, depth, end - index - 1))
        level.last = comment.id
        level.left = None if level.left is None else level.left - 1
        if end == index + 1:
            return end
        if deepest is not None and depth >= deepest:
            self.more.append(More(parent=comment.id, count=end - index - 1))
            return end
        levels.append(_Level(comment.id, end, nested_limit))
        return index + 1
