"""Two functions timed in turns, and what the ratio of their times is."""

from __future__ import annotations

import gc
import math
import statistics
from collections.abc import Callable
from time import process_time

import attrs

Function = Callable[[], object]
Round = Callable[[], tuple[float, float]]
"""One round: the CPU seconds of ours, and of what it is measured against."""

LEAST_S = 0.01
"""How long one side of a round takes at least: a fast function is called again and again."""


@attrs.frozen
class Row:
    """One line of the table.

    goal: what the ratio may be at most; with *throughput*, where the ratio is of work in a time, what it must be at
    least. None: no goal is set.
    """

    what: str
    against: str
    round: Round
    goal: float | None = None
    throughput: bool = False

    def ratio(self) -> float:
        """The ratio of one round."""
        ours, theirs = self.round()
        return theirs / ours if self.throughput else ours / theirs

    def met(self, ratio: float) -> bool | None:
        """Whether *ratio* is within the goal; None if there is none."""
        if self.goal is None:
            return None
        return ratio >= self.goal if self.throughput else ratio <= self.goal


@attrs.frozen
class Result:
    """The median of the ratios of all rounds, and between what half of them lie."""

    ratio: float
    low: float
    high: float


def measure(row: Row, rounds: int) -> Result:
    """*rounds* rounds of *row*, after one that warms the caches; without garbage collection, as `timeit` does it.

    A collection costs by what else is alive, and strikes whichever side is running.
    """
    row.ratio()
    gc.collect()
    gc.disable()
    try:
        ratios = [row.ratio() for _ in range(rounds)]
    finally:
        gc.enable()
    low, middle, high = statistics.quantiles(ratios, n=4, method="inclusive")
    return Result(middle, low, high)


def in_turns(ours: Function, theirs: Function, least_s: float = LEAST_S) -> Round:
    """Rounds in which both run, each as often as it takes to last *least_s*; 0 runs each once."""
    times: dict[Function, int] = {}

    def seconds(function: Function) -> float:
        if function not in times:
            times[function] = 1 if not least_s else math.ceil(least_s / max(_seconds(function, 2), 1e-6))
        return _seconds(function, times[function])

    return lambda: (seconds(ours), seconds(theirs))


def _seconds(function: Function, times: int) -> float:
    """The CPU time of one call, out of several in a row."""
    start = process_time()
    for _ in range(times):
        function()
    return (process_time() - start) / times
