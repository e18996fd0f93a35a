"""The trained judge of lines: boosted decision trees over whole numbers, run on all lines of a page at once.

A test ("size is at most 80") is one long integer with a lane for each line, whose lowest bit says which lines pass it.
A tree narrows a mask of lanes down to each leaf with two operations a node, and a leaf adds its value to all its lines
by one multiplication: lines cost little more than one line would, and no dependency is needed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

_LANE: Final = 24  # bits for the sum of one line's leaves
_ABREAST: Final = 128  # lines that are judged at once: on longer integers, a line more would cost more than the last
_OFFSET: Final = 1 << 22  # keeps a lane's sum above zero; the sum of all trees stays far below


class Tree(NamedTuple):
    """One tree. nodes: the inner ones, the root first: the number of its test, then what comes next for those who pass
    and for those who fail: an inner node that comes later, or ~n for leaf n. leaves: their values, in thousandths of
    the logarithm of the odds.
    """

    nodes: tuple[tuple[int, int, int], ...]
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
        read = [columns[name] for name in self.features]
        starts = range(0, len(read[0]), _ABREAST)
        return [score for at in starts for score in self._abreast([column[at : at + _ABREAST] for column in read])]

    def _abreast(self, columns: list[Sequence[int]]) -> list[int]:
        units = [1 << _LANE * at for at in range(len(columns[0]))]
        every = sum(units)
        passing = [
            mask
            for column, thresholds in zip(columns, self.thresholds, strict=True)
            for mask in _passing(column, thresholds, units)
        ]
        total = every * (_OFFSET + self.bias)
        for tree in self.trees:
            total += _sum(tree, passing, every)
        width = _LANE // 8
        lanes = total.to_bytes(len(units) * width, "little")
        return [int.from_bytes(lanes[at : at + width], "little") - _OFFSET for at in range(0, len(lanes), width)]


def _passing(values: Sequence[int], thresholds: tuple[int, ...], units: list[int]) -> Iterator[int]:
    """For each threshold, the lanes of the lines whose value is at most that."""
    held: dict[int, int] = {}
    for value, unit in zip(values, units, strict=True):
        held[value] = held.get(value, 0) | unit
    rising = sorted(held)
    at, mask = 0, 0
    for threshold in thresholds:
        while at < len(rising) and rising[at] <= threshold:
            mask |= held[rising[at]]
            at += 1
        yield mask


def _sum(tree: Tree, passing: list[int], every: int) -> int:
    """What a tree adds to each lane."""
    nodes, leaves = tree
    reached = [0] * len(nodes)
    reached[0] = every
    total = 0
    for lanes, (test, passed, failed) in zip(reached, nodes, strict=True):  # those further on are filled on the way
        if not lanes:
            continue
        if mask := lanes & passing[test]:
            if passed < 0:
                total += mask * leaves[~passed]
            else:
                reached[passed] = mask
        if mask := lanes ^ mask:
            if failed < 0:
                total += mask * leaves[~failed]
            else:
                reached[failed] = mask
    return total
