"""The trained judge of lines: boosted decision trees over whole numbers, none of which is walked.

All leaves of all trees are the bits of one long integer. How a test turns out ("size is at most 80") rules out the
leaves on its other side; so every value of a feature, which answers all tests of that feature, is one mask of the
leaves that it leaves open, and what all masks of a line leave open is one leaf of each tree. No dependency is needed.
Source: after Lucchese et al., QuickScorer, SIGIR 2015, https://doi.org/10.1145/2766462.2767733.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from operator import and_, or_
from typing import NamedTuple


class Tree(NamedTuple):
    """One tree. nodes: the inner ones, the root first: the number of its test, then what comes next for those who pass
    and for those who fail: an inner node that comes later, or ~n for leaf n. leaves: their values, in thousandths of
    the logarithm of the odds.
    """

    nodes: tuple[tuple[int, int, int], ...]
    leaves: tuple[int, ...]


class Forest:
    """The trees, made ready to judge.

    features: the columns that are read. thresholds: of each feature, in rising order; its tests ("at most") are
    numbered on from those of the features before it. bias: what every line begins with.
    """

    __slots__ = ("_every", "_least", "_masks", "_planes", "_thresholds", "features")

    def __init__(
        self, features: Sequence[str], thresholds: Sequence[Sequence[int]], trees: Sequence[Tree], bias: int
    ) -> None:
        self.features: Sequence[str] = features
        self._thresholds = thresholds
        self._every = (1 << sum(len(tree.leaves) for tree in trees)) - 1
        self._masks = list(_masks(thresholds, trees, self._every))
        self._planes = list(enumerate(_planes(trees)))
        self._least = bias + sum(min(tree.leaves) for tree in trees)

    def scores(self, columns: Mapping[str, Sequence[int]]) -> list[int]:
        """The score of every line: above zero if it is rather of the article than not."""
        reached = [self._every] * len(columns[self.features[0]])
        whole = self._every
        for name, thresholds, masks in zip(self.features, self._thresholds, self._masks, strict=True):
            values = columns[name]
            opened = {value: masks[bisect_left(thresholds, value)] for value in set(values)}
            if len(opened) > 1:
                reached = list(map(and_, reached, map(opened.__getitem__, values)))
            else:  # what is true of the whole page
                whole = reduce(and_, opened.values(), whole)
        return [self._score(leaves & whole) for leaves in reached]

    def _score(self, reached: int) -> int:
        """What the leaves that a line reaches add up to."""
        score = self._least
        for power, plane in self._planes:
            score += (reached & plane).bit_count() << power
        return score


def _masks(thresholds: Sequence[Sequence[int]], trees: Sequence[Tree], every: int) -> Iterator[list[int]]:
    """For each feature the leaves that stay open, by the number of its thresholds that a value is above."""
    passing, failing = _ruled_out(sum(map(len, thresholds)), trees)
    start = 0
    for tests in map(len, thresholds):
        end = start + tests
        failed = range(start, end + 1)  # the tests before this one
        yield [every ^ reduce(or_, failing[start:at] + passing[at:end], 0) for at in failed]
        start = end


def _ruled_out(tests: int, trees: Sequence[Tree]) -> tuple[list[int], list[int]]:
    """For each test the leaves that whoever passes it does not reach, and those that whoever fails it does not."""
    passing, failing = [0] * tests, [0] * tests
    start = 0
    for tree in trees:
        below = [0] * len(tree.nodes)
        for at in range(len(tree.nodes) - 1, -1, -1):  # what is below a node comes later
            test, *sides = tree.nodes[at]
            passed, failed = (below[to] if to >= 0 else 1 << ~to for to in sides)
            below[at] = passed | failed
            passing[test] |= failed << start
            failing[test] |= passed << start
        start += len(tree.leaves)
    return passing, failing


def _planes(trees: Sequence[Tree]) -> Iterator[int]:
    """The leaves whose value has a one at the first binary place, at the second, and so on.

    The value is counted from the least of its tree, so that none is below zero.
    """
    values = [value - min(tree.leaves) for tree in trees for value in tree.leaves]
    for place in range(max(values, default=0).bit_length()):
        yield sum(1 << leaf for leaf, value in enumerate(values) if value >> place & 1)
