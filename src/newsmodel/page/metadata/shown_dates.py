"""The dates that a page shows near its headline: `time` elements, then lines that hold a date in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from newsmodel.dates import ParsedDate
from newsmodel.markup.engine import attribute
from newsmodel.page.metadata.surroundings import is_elsewhere
from newsmodel.page.named import named
from newsmodel.page.nodes import brief_text
from newsmodel.page.survey import Survey
from newsmodel.page.values import line
from newsmodel.page.words import word_set
from newsmodel.phrases.dates import date_within, is_modification

_DATED: Final = word_set(
    "date published publication pubdate posted timestamp datetime time created updated datum fecha tarih dates"
)
_LONGEST: Final = 120
_LONGEST_LABEL: Final = 60  # characters of a line that tells a date; a longer one may tell of a date
_BESIDE: Final = 15  # elements from the h1 in which it hardly does
_BEHIND: Final = 150  # elements behind the h1 among which a date is looked for
_BEFORE: Final = 40
_FAR_BEHIND: Final = 400

Shown = tuple[str, str, ParsedDate]


def shown_dates(survey: Survey) -> Iterator[Shown]:
    """(source, text, date) of the best date that the page shows; nothing if it shows none.

    One that says when the text was changed serves where there is no other.
    """
    later: list[Shown] = []
    for number, source, text in _texts(survey):
        read = date_within(text)
        if read is None or "day" in read.missing or is_elsewhere(survey, number):
            continue
        if not is_modification(text):
            yield source, text, read
            return
        later.append((source, text, read))
    yield from later[:1]


def _texts(survey: Survey) -> Iterator[tuple[int, str, str]]:
    """The texts that may hold a date, likeliest first: (element, source, text)."""
    heading = next(iter(survey.numbers("h1") or survey.numbers("h2")), 0)
    stop = min(len(survey.nodes), heading + _BEHIND)
    times = survey.by_tag.get("time", [])
    yield from _of_times(survey, (number for number in times if heading < number < stop))
    yield from _of_names(survey, heading, stop)
    near = (*range(heading, stop), *range(max(0, heading - _BEFORE), heading))
    lines = [number for number in near if 0 < survey.own[number] <= _LONGEST and number in survey.lines]
    for number in sorted(lines, key=lambda each: survey.own[each] > _LONGEST_LABEL and abs(each - heading) > _BESIDE):
        yield number, "text", "".join(survey.lines[number])
    yield from _of_names(survey, stop, heading + _FAR_BEHIND)
    yield from _of_times(survey, (number for number in times if not heading < number < stop))


def _of_names(survey: Survey, start: int, stop: int) -> Iterator[tuple[int, str, str]]:
    """The texts of elements in a range that are named for a date."""
    for number in named(survey, _DATED, start, stop):
        if survey.chars[number] <= _LONGEST:
            yield number, "title", line(attribute(survey.nodes[number], "title") or "")  # as hAtom has it
            yield number, "text", brief_text(survey.nodes[number])


def _of_times(survey: Survey, numbers: Iterable[int]) -> Iterator[tuple[int, str, str]]:
    for number in numbers:
        if written := line(attribute(survey.nodes[number], "datetime") or ""):
            yield number, "time", written
        yield number, "time", brief_text(survey.nodes[number])
