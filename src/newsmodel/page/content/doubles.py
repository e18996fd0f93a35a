"""A text that stands on its page twice: as it is shown, and in an element that is not, for a script to put there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from newsmodel.markup.engine import select
from newsmodel.page.content.lines import Lines
from newsmodel.page.survey import Survey

_UNSEEN: Final = '[style*="display:none"], [style*="display: none"]'
_LONG: Final = 100  # characters of a line that says nothing twice by chance
_HUGE: Final = 2000  # characters of a line that holds a whole article run together
_END: Final = 60  # characters at either end of a line by which it is known in a longer text
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
    said = _run_together(texts[number] for number in kept if number not in hidden)
    doubled: set[int] = set()
    for inside in unseen:
        again = sum(len(texts[number]) for number in inside if _is_in(_run_together([texts[number]]), said))
        if again >= _MOSTLY * sum(len(texts[number]) for number in inside):
            doubled.update(inside)
    return [number for number in kept if number not in doubled]


def _says_twice(texts: list[str]) -> bool:
    long = [text for text in texts if len(text) >= _LONG]
    return len(set(long)) < len(long) or any(len(text) >= _HUGE for text in long)


def _unseen(survey: Survey, kept: Sequence[int]) -> Iterator[Sequence[int]]:
    """The lines kept in each of the outermost elements that are not shown, if there are any."""
    end = -1
    for number in sorted(survey.number_of.get(node, -1) for node in select(survey.nodes[0], _UNSEEN)):
        if number >= end:
            end = survey.ends[number]
            if inside := kept[bisect_left(kept, number) : bisect_left(kept, end)]:
                yield inside


def _run_together(texts: Iterator[str] | list[str]) -> str:
    return "".join("".join(text.split()) for text in texts)


def _is_in(text: str, said: str) -> bool:
    return text[:_END] in said and text[-_END:] in said
