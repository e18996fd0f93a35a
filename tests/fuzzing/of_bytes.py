"""Mutations that know nothing of a format: bytes and lines taken out, put in, doubled, exchanged, spliced."""

from __future__ import annotations

from random import Random

from tests.fuzzing.nasty import BYTES, LINES, STRINGS


def mutated(data: bytes, other: bytes, random: Random) -> bytes:
    """*data* with one change. other: a file of the same format, for splices."""
    return random.choice(_CHANGES)(data, other, random)


def _place(data: bytes, random: Random) -> tuple[int, int]:
    start = random.randrange(len(data) + 1)
    return start, min(len(data), start + random.choice((1, 1, 2, 4, 16, 64)))


def _exchanged(data: bytes, _other: bytes, random: Random) -> bytes:
    start, end = _place(data, random)
    return data[:start] + random.choice(BYTES) + data[end:]


def _put_in(data: bytes, _other: bytes, random: Random) -> bytes:
    start, _ = _place(data, random)
    return data[:start] + random.choice(BYTES) + data[start:]


def _flipped(data: bytes, _other: bytes, random: Random) -> bytes:
    if not data:
        return b"\0"
    at = random.randrange(len(data))
    return data[:at] + bytes([data[at] ^ (1 << random.randrange(8))]) + data[at + 1 :]


def _taken_out(data: bytes, _other: bytes, random: Random) -> bytes:
    start, end = _place(data, random)
    return data[:start] + data[end:]


def _doubled(data: bytes, _other: bytes, random: Random) -> bytes:
    start, end = _place(data, random)
    return data[:start] + data[start:end] * random.choice((2, 3, 40)) + data[end:]


def _cut(data: bytes, _other: bytes, random: Random) -> bytes:
    return data[: random.randrange(len(data) + 1)]


def _spliced(data: bytes, other: bytes, random: Random) -> bytes:
    return data[: random.randrange(len(data) + 1)] + other[random.randrange(len(other) + 1) :]


def _with_lines_changed(data: bytes, other: bytes, random: Random) -> bytes:
    lines, others = data.split(b"\n"), other.split(b"\n")
    at = random.randrange(len(lines))
    kind = random.randrange(5)
    if kind == 0:
        lines[at] = random.choice(others)
    elif kind == 1:
        lines.insert(at, random.choice((*LINES, *STRINGS)).encode("utf-8", "surrogatepass"))
    elif kind == 2:
        lines[at] = random.choice((*LINES, *STRINGS)).encode("utf-8", "surrogatepass")
    elif kind == 3:
        lines.insert(random.randrange(len(lines) + 1), lines.pop(at))
    else:
        del lines[at : at + random.choice((1, 2, 5))]
    return b"\n".join(lines)


_CHANGES = (
    _exchanged,
    _put_in,
    _flipped,
    _taken_out,
    _doubled,
    _cut,
    _spliced,
    _with_lines_changed,
    _with_lines_changed,
)
