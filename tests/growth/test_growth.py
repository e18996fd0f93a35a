"""Reading and writing take linear time and memory, whatever the bait.

The plain run takes each bait once, at a size at which quadratic work would be noticed, and measures its growth only if
it is dear; NEWSMODEL_DEEP=1 measures the growth of all at sixteen times that size.
"""

import os
from collections.abc import Callable, Iterator

import pytest
from tests.growth.bait import Bait
from tests.growth.baits import BAITS
from tests.growth.measure import STEPS, Cost, Growth, Worker

from newsmodel import registry

DEEP = bool(os.environ.get("NEWSMODEL_DEEP"))
SCALE = 16 if DEEP else 1
MOST = 8
"""How many times longer four times the input may take: 4 is linear, 16 quadratic."""

CHEAP_S = 0.15
"""What takes less at the larger of the plain sizes is not measured twice."""

MEASURES = 4
"""How often a growth is measured before it counts: a busy machine only ever adds."""

MOST_PEAK = 2000
FREE_PEAK = 64 * 2**20
"""Bytes of memory for each byte of the input, and for what is there anyway."""

BOUNDED_ELSEWHERE = frozenset({"read markdown: a wide table of short rows", "read markdown: TOML, dotted keys"})

PARTS = 40
"""Tests that the baits are spread over: one of its own for each would spend the time on reports."""


@pytest.fixture(scope="session")
def worker() -> Iterator[Worker]:
    if not hasattr(os, "fork"):
        pytest.skip("memory is measured in forks of a process")
    with Worker() as started:
        yield started


def measured(worker: Worker, bait: Bait) -> Growth:
    """The growth of a bait: the least of several measures, as soon as it is little enough."""
    found = worker.growth(bait, SCALE)
    for _ in range(MEASURES - 1):
        if found.cpu <= MOST and found.peak <= MOST:
            break
        found = found.least(worker.growth(bait, SCALE))
    return found


def complaint(worker: Worker, bait: Bait) -> str | None:
    """What is wrong with the cost of a bait; None if nothing is."""
    if not DEEP:
        once = worker.cost(bait, bait.size * STEPS)
        if once.cpu_s <= CHEAP_S and once.peak_bytes <= FREE_PEAK:
            return None
    found = measured(worker, bait)
    if found.large.cpu_s > CHEAP_S and found.cpu > MOST:
        return f"CPU grows {found.cpu:.1f} times: {found}"
    if found.large.peak_bytes > FREE_PEAK + MOST_PEAK * found.large.bytes or found.peak > MOST:
        return f"memory grows {found.peak:.1f} times: {found}"
    return None


@pytest.mark.parametrize("part", range(PARTS))
def test_what_a_bait_costs_grows_as_its_size(worker, part):
    baits = [bait for bait in list(BAITS.values())[part::PARTS] if bait.id not in BOUNDED_ELSEWHERE]

    assert {} == {bait.id: said for bait in baits if (said := complaint(worker, bait))}


def test_every_reader_and_writer_has_baits():
    readers = {(bait.verb, bait.format) for bait in BAITS.values()}

    for format in registry.every():
        assert not format.parse or ("read", format.name) in readers
        assert not format.render or ("write", format.name) in readers


class _Pretended(Worker):
    """A worker that takes no bait and says what a careless reader would have cost."""

    def __init__(self, cpu_s: Callable[[int], float], peak_bytes: Callable[[int], int]) -> None:
        self.cpu_s, self.peak_bytes = cpu_s, peak_bytes

    def cost(self, bait: Bait, size: int) -> Cost:
        return Cost(size, self.cpu_s(size), self.peak_bytes(size))


@pytest.mark.parametrize(
    ("cpu_s", "peak_bytes", "grows"),
    [
        (lambda size: size / 1e4, lambda size: 500 * size, None),
        (lambda size: size**1.2 / 1e4, lambda size: 500 * size, None),
        (lambda size: size**2 / 1e8, lambda size: 500 * size, "CPU"),
        (lambda size: size**1.7 / 1e6, lambda size: 500 * size, "CPU"),
        (lambda size: size / 1e6, lambda size: 30 * size**2, "memory"),
        (lambda size: size / 1e6, lambda size: 30_000 * size, "memory"),
    ],
)
def test_what_grows_faster_than_its_size_is_seen(cpu_s, peak_bytes, grows):
    bait = Bait("read", "text", "pretended", lambda size: b"", 4000)
    said = complaint(_Pretended(cpu_s, peak_bytes), bait)

    assert grows is None if said is None else said.startswith(str(grows))


def test_a_bait_that_is_refused_though_it_must_not_be_is_an_error(worker):
    bait = BAITS["read json: broken, commas"]

    with pytest.raises(AssertionError, match="is read"):
        Bait("read", "text", "junk", lambda size: b"x", 1, refused=True).take(b"x")
    assert worker.cost(bait, 3).bytes > 0
