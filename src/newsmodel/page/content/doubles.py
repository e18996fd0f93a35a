"""A text that stands on its page twice: as it is shown, and in an element that is not, for a script to put there."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from newsmodel.markup.engine import select
from newsmodel.page.content.lines import Lines
from newsmodel.page.survey import Survey

_UNSEEN: Final = '[style*="display:none"], [style*="display: none"]'
_LONG: Final = 100  # characters of a line that says nothing twice by chance
_HUGE: Final = 2000  # characters of a line that holds a whole article run together
_END: Final = re.compile("[.!?…。！？।]+")
_MOSTLY: Final = 0.8  # of what is not shown, that is also shown


def without_doubles(survey: Survey, lines: Lines, kept: Sequence[int]) -> list[int]:
    """The lines kept, without those that are not shown and say again what others say.

    Pages are asked for what they do not show only where a long line stands twice, or one is huge. In linear time.
    """
    texts = dict(zip(lines.numbers, lines.texts, strict=True))
    if not _says_twice([texts[number] for number in kept]):
        return list(kept)
    unseen = list(_unseen(survey, kept))
    hidden = {number for inside in unseen for number in inside}
    shown = {sentence for number in kept if number not in hidden for sentence in _sentences(texts[number])}
    doubled: set[int] = set()
    for inside in unseen:
        said = [sentence for number in inside for sentence in _sentences(texts[number])]
        if sum(len(sentence) for sentence in said if sentence in shown) >= _MOSTLY * sum(map(len, said)):
            doubled.update(inside)
    return [number for number in kept if number not in doubled]


def _says_twice(texts: list[str]) -> bool:
    long = [text for text in texts if len(text) >= _LONG]
    return len(set(long)) < len(long) or any(len(text) >= _HUGE for text in long)


def _unseen(survey: Survey, kept: Sequence[int]) -> Iterator[Sequence[int]]:
    """The lines kept in each of the outermost elements that are not shown, if there are any."""
    hidden = sorted(survey.number_of[node] for node in select(survey.nodes[0], _UNSEEN))
    for number in survey.outermost(hidden):
        if inside := kept[bisect_left(kept, number) : bisect_left(kept, survey.ends[number])]:
            yield inside


def _sentences(text: str) -> list[str]:
    """The sentences of a text without their ends: what two texts share that are cut into lines in different ways."""
    return [sentence for piece in _END.split(text) if (sentence := piece.strip())]
