"""`python -m tests.growth`, from the root of the repository: what bait costs every reader and writer, as a table.

A line is the dearest bait of a reader or writer, by CPU for each byte; with `--all`, every bait.
"""

import argparse
import sys
from collections.abc import Iterator

from tests.growth.bait import Bait
from tests.growth.baits import BAITS
from tests.growth.measure import Growth, Worker
from tests.growth.test_growth import MOST

_WIDTHS = (24, 5, 44, 7, 6, 9, 9, 5, 8)
_HEAD = (
    "reader or writer",
    "baits",
    "the dearest bait",
    "bytes",
    "CPU ms",
    "µs a byte",
    "memory MB",
    "CPU ×",
    "memory ×",
)


def main() -> int:
    """Prints the table. 1 if anything grows more than eight times where its size grows four times."""
    options = argparse.ArgumentParser(prog="python -m tests.growth", description=__doc__)
    options.add_argument("--scale", type=int, default=4, help="times the size of the tests (4)")
    options.add_argument("--only", default="", metavar="WORD", help="only the baits that name WORD")
    options.add_argument("--all", action="store_true", help="a line for every bait")
    given = options.parse_args()
    print(_line(*_HEAD))
    print(_line(*("-" * width for width in _WIDTHS)))
    worst = 0.0
    with Worker() as worker:
        for (verb, format), baits in _by_format(given.only).items():
            grown = {bait.name: _least(worker, bait, given.scale) for bait in baits}
            worst = max(worst, *(growth.cpu for growth in grown.values()))
            names = sorted(grown, key=lambda name: _share(grown[name]), reverse=True)
            for name in names if given.all else names[:1]:
                print(_row(f"{verb} {format}", len(baits), name, grown[name]), flush=True)
    return 1 if worst > MOST else 0


def _by_format(word: str) -> dict[tuple[str, str], list[Bait]]:
    found: dict[tuple[str, str], list[Bait]] = {}
    for bait in BAITS.values():
        if word in bait.id:
            found.setdefault((bait.verb, bait.format), []).append(bait)
    return found


def _least(worker: Worker, bait: Bait, scale: int) -> Growth:
    """The growth of a bait, measured again where it is much: something else may have taken the processor's caches."""
    found = worker.growth(bait, scale)
    return found if found.cpu <= MOST else found.least(worker.growth(bait, scale))


def _share(growth: Growth) -> float:
    return growth.large.cpu_s / growth.large.bytes


def _row(what: str, count: int, name: str, growth: Growth) -> str:
    large = growth.large
    counted = (large.bytes, f"{1e3 * large.cpu_s:.0f}", f"{1e6 * _share(growth):.1f}", f"{large.peak_bytes / 1e6:.0f}")
    return _line(what, count, name, *counted, f"{growth.cpu:.1f}", f"{growth.peak:.1f}")


def _line(*cells: object) -> str:
    return "| " + " | ".join(_padded(cells)) + " |"


def _padded(cells: tuple[object, ...]) -> Iterator[str]:
    return (str(cell).ljust(width) for cell, width in zip(cells, _WIDTHS, strict=True))


if __name__ == "__main__":
    sys.exit(main())
