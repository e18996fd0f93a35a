"""Approximate matching: where a pattern stands in a text, give or take some edits.

Bit-parallel: a column of the table of edit distances is one integer, so that a step costs a few operations on it.
Source: G. Myers, "A fast bit-vector algorithm for approximate string matching", JACM 46 (1999); H. Hyyrö (2003).
"""

from __future__ import annotations

from collections.abc import Iterator


def distances(pattern: str, text: str, anchored: bool = False) -> Iterator[int]:
    """For every end in *text* the edits from *pattern*, not empty, to what ends there: the best of all beginnings.

    anchored: to all of *text* up to there.
    """
    masks: dict[str, int] = {}
    for place, letter in enumerate(pattern):
        masks[letter] = masks.get(letter, 0) | 1 << place
    every, last, first = (1 << len(pattern)) - 1, 1 << len(pattern) - 1, int(anchored)
    rises, falls, distance = every, 0, len(pattern)  # rises: where a row has one edit more than the row above
    for letter in text:
        equal = masks.get(letter, 0)
        diagonal = (((equal & rises) + rises) ^ rises) | equal
        right_up = (falls | ~(diagonal | rises)) & every
        right_down = rises & diagonal
        distance += 1 if right_up & last else -1 if right_down & last else 0
        vertical = equal | falls
        right_up = (right_up << 1 | first) & every
        rises = (right_down << 1 | ~(vertical | right_up)) & every
        falls = right_up & vertical
        yield distance


def distance_at_start(pattern: str, text: str) -> int:
    """The edits from *pattern* to the best beginning of *text*."""
    return min(distances(pattern, text, anchored=True), default=len(pattern)) if pattern else 0


def occurrences(pattern: str, text: str, most: int) -> Iterator[tuple[int, int, int]]:
    """(start, end, edits) of passages of *text* that are *pattern* with at most *most* edits; of overlapping the best.

    *most* must be less than the length of *pattern*.
    """
    best: tuple[int, int] | None = None  # edits, end
    for end, edits in enumerate(distances(pattern, text), 1):
        if edits > most:
            continue
        if best is not None and end - best[1] >= len(pattern) // 2 + 1:
            yield _whole(pattern, text, *best)
            best = None
        if best is None or edits < best[0]:
            best = edits, end
    if best is not None:
        yield _whole(pattern, text, *best)


def _whole(pattern: str, text: str, edits: int, end: int) -> tuple[int, int, int]:
    """An occurrence of which the end is known: of the beginnings with as few edits, the one of likeliest length."""
    before = text[max(0, end - len(pattern) - edits) : end][::-1]
    lengths = enumerate(distances(pattern[::-1], before, anchored=True), 1)
    length = min(lengths, key=lambda item: (item[1], abs(item[0] - len(pattern))))[0]
    return end - length, end, edits
