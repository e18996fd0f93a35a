"""What a bait costs at n and at 4n: CPU seconds, and the peak of its memory."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

import attrs
from tests.growth.bait import Bait

ROOT = Path(__file__).resolve().parents[2]

STEPS = 4
"""How much larger the second size is."""


@attrs.frozen
class Cost:
    """bytes: of the input; of an article to write, as JSON. cpu_s, peak_bytes: what it took, beyond making the bait."""

    bytes: int
    cpu_s: float
    peak_bytes: int

    def least(self, other: Cost) -> Cost:
        """The better of two measures of one thing: a busy machine only ever adds."""
        return Cost(self.bytes, min(self.cpu_s, other.cpu_s), min(self.peak_bytes, other.peak_bytes))


@attrs.frozen
class Growth:
    """What a bait costs at n (small) and at 4n (large)."""

    small: Cost
    large: Cost

    @property
    def cpu(self) -> float:
        """How many times the CPU seconds of n those of 4n are."""
        return self.large.cpu_s / max(self.small.cpu_s, 0.001)

    @property
    def peak(self) -> float:
        """The same of memory; with two megabytes on both sides, for the steps in which an allocator grows."""
        return (self.large.peak_bytes + 2**21) / (self.small.peak_bytes + 2**21)

    def least(self, other: Growth) -> Growth:
        """The better of two measures."""
        return Growth(self.small.least(other.small), self.large.least(other.large))


class Worker:
    """A process that takes baits, each in a fork of its own; it imports everything once."""

    def __enter__(self) -> Self:
        command = [sys.executable, "-m", "tests.growth.worker"]
        self._process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.communicate()

    def growth(self, bait: Bait, scale: int = 1) -> Growth:
        """The bait at *scale* times its size, and at four times that."""
        return Growth(self.cost(bait, bait.size * scale), self.cost(bait, bait.size * scale * STEPS))

    def cost(self, bait: Bait, size: int) -> Cost:
        """What the bait costs at one size. Raises AssertionError if it fails, with its trace, or takes a minute."""
        asking, answering = self._process.stdin, self._process.stdout
        assert asking
        assert answering
        asking.write(json.dumps([bait.id, size]) + "\n")
        asking.flush()
        answer = json.loads(answering.readline())
        if isinstance(answer, str):
            raise AssertionError(f"{bait.id}, {size}: {answer}")
        return Cost(*answer)
