"""Whether the cost of work grows as its size: a ratio of CPU seconds, which a slow or busy machine does not change."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time
from typing import Any, TypeVar

T = TypeVar("T")

STEPS = 4
MOST = 10
"""How many times longer four times the size may take: 4 is linear, 16 quadratic."""

_NOISE_S = 0.05
_MEASURES = 4


def assert_linear(make: Callable[[int], T], work: Callable[[T], Any], size: int) -> None:
    """Raises AssertionError if *work* on `make(4 * size)` takes far more than four times as long as on `make(size)`.

    The best of several measures counts: whatever else the machine does only ever adds.
    """
    small, large = make(size), make(STEPS * size)
    one = four = float("inf")
    for _ in range(_MEASURES):
        one, four = min(one, _seconds(work, small)), min(four, _seconds(work, large))
        if four <= MOST * one + _NOISE_S:
            return
    raise AssertionError(f"{STEPS} times the size takes {four / one:.1f} times as long: {one:.3f} s, {four:.3f} s")


def _seconds(work: Callable[[T], Any], given: T) -> float:
    start = process_time()
    work(given)
    return process_time() - start
