"""The trained judge of lines: boosted decision trees over whole numbers, run on all lines of a page at once.

A test ("size is at most 80") is one long integer with a lane for each line, whose lowest bit says which lines pass it.
A tree narrows a mask of lanes down to each leaf with two operations a node, and a leaf adds its value to all its lines
by one multiplication: a page costs what its trees cost, whatever number of lines it has, and no dependency is needed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

_LANE: Final = 32  # bits for the sum of one line's leaves
_OFFSET: Final = 1 << 20  # keeps a lane's sum above zero; the sum of all trees stays far below


class Tree(NamedTuple):
    """One tree. tests: the number of the test at each inner node, the root first. passed, failed: what comes next: an
    inner node that comes later, or ~n for leaf n. leaves: their values, in thousandths of the logarithm of the odds.
    """

    tests: tuple[int, ...]
    passed: tuple[int, ...]
    failed: tuple[int, ...]
    leaves: tuple[int, ...]


class Forest(NamedTuple):
    """features: the columns that are read. thresholds: of each feature, in rising order; its tests ("at most") are
    numbered on from those of the features before it. bias: what every line begins with.
    """

    features: tuple[str, ...]
    thresholds: tuple[tuple[int, ...], ...]
    trees: tuple[Tree, ...]
    bias: int

    def scores(self, columns: Mapping[str, Sequence[int]]) -> list[int]:
        """The score of every line: above zero if it is rather of the article than not."""
        count = len(columns[self.features[0]])
        every = sum(1 << _LANE * at for at in range(count))
        passing = [
            mask
            for name, thresholds in zip(self.features, self.thresholds, strict=True)
            for mask in _passing(columns[name], thresholds)
        ]
        total = every * (_OFFSET + self.bias)
        for tree in self.trees:
            total += _sum(tree, passing, every)
        lanes = total.to_bytes(count * _LANE // 8, "little")
        width = _LANE // 8
        return [int.from_bytes(lanes[at : at + width], "little") - _OFFSET for at in range(0, len(lanes), width)]


def _passing(values: Sequence[int], thresholds: tuple[int, ...]) -> list[int]:
    """For each threshold, the lanes of the lines whose value is at most that."""
    masks = [0] * (len(thresholds) + 1)
    for at, value in enumerate(values):
        masks[bisect_left(thresholds, value)] |= 1 << _LANE * at
    for at in range(1, len(masks)):
        masks[at] |= masks[at - 1]
    return masks[:-1]


def _sum(tree: Tree, passing: list[int], every: int) -> int:
    """What a tree adds to each lane."""
    reached = [0] * len(tree.tests)
    reached[0] = every
    total = 0
    for node, test in enumerate(tree.tests):
        lanes = reached[node]
        if not lanes:
            continue
        passed = lanes & passing[test]
        for following, mask in ((tree.passed[node], passed), (tree.failed[node], lanes ^ passed)):
            if following < 0:
                total += mask * tree.leaves[~following]
            else:
                reached[following] = mask
    return total
