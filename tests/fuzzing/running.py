"""Running a reader over mutated files: the same ones for the same seed."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from time import process_time
from typing import NamedTuple

from tests.fuzzing import of_bytes, of_json, of_markup
from tests.fuzzing.checking import Failure, failure
from tests.fuzzing.seeds import corpus, seeds

from newsmodel.format import Format

_SYSTEMATIC = 0.4  # of the executions, at most, go over the files value by value
_AT_ONCE = 30  # of one file: listing all that could be done to it takes as long as reading dozens
_LONGEST = 20_000


class Result(NamedTuple):
    """Of one reader: how many files it read, what failed, one of each kind, and the CPU seconds of the slowest."""

    executions: int
    failures: list[Failure]
    slowest: tuple[float, bytes]


def inputs(format: Format, executions: int, seed: int = 0, *, own_only: bool = False) -> Iterator[bytes]:
    """Mutated files for a reader: those that once failed, then some systematically, then by chance."""
    random = Random(f"{seed} {format.name}")
    files = seeds(format, own_only=own_only)
    once_failed = list(corpus(format.name).values())
    yield from once_failed
    yield from files
    systematic = int(_SYSTEMATIC * executions)
    room = max(_AT_ONCE, systematic // len(files))
    for data in random.sample(files, min(len(files), systematic // room)):
        yield from _sampled(data, room, random)
    pool = [*files, *once_failed]
    while True:
        data, other = random.choice(pool), random.choice(pool)
        for _ in range(random.choice((1, 1, 2, 3))):
            data = mutated_once(data, other, random)[:_LONGEST]
        yield data


def _sampled(data: bytes, room: int, random: Random) -> Iterator[bytes]:
    """At most *room* of all systematic mutations of a file."""
    changes = of_json.every(data) or (of_markup.every(data) if b"<" in data else [])
    yield from (change() for change in random.sample(changes, min(room, len(changes))))


def mutated_once(data: bytes, other: bytes, random: Random) -> bytes:
    """*data* changed as what it is: JSON, markup, or bytes. other: a file for splices."""
    kinds = [of_bytes.mutated]
    if data.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] in (b"{", b"["):
        kinds += [of_json.mutated] * 4
    if b"<" in data:
        kinds += [of_markup.mutated] * 2
    return random.choice(kinds)(data, other, random)


def fuzz(
    format: Format,
    executions: int | None = None,
    seconds: float | None = None,
    seed: int = 0,
    *,
    own_only: bool = False,
) -> Result:
    """Reads mutated files until there were *executions* or *seconds* of CPU are over, whichever comes first."""
    found: dict[str, Failure] = {}
    start, done, slowest = process_time(), 0, (0.0, b"")
    for data in inputs(format, executions or 10_000, seed, own_only=own_only):
        before = process_time()
        if (executions is not None and done >= executions) or (seconds is not None and before - start >= seconds):
            break
        problem = failure(format, data)
        slowest = max(slowest, (process_time() - before, data))
        done += 1
        if problem is not None and (problem.where not in found or len(data) < len(found[problem.where].data)):
            found[problem.where] = problem
    return Result(done, list(found.values()), slowest)
