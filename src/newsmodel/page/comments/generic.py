"""Comments of a system that nobody described: elements that come again and again, each with a date and a text, in a
comment section or with names that speak of comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from newsmodel.page.comments.identity import starts_of
from newsmodel.page.comments.roles import DATE, Part
from newsmodel.page.comments.sections import likely_places
from newsmodel.page.comments.shapes import converses, is_signed, named_dates, repeated, stands_aside, written_dates
from newsmodel.page.comments.speaking import Speaking
from newsmodel.page.comments.system import ITEMS, Start, System
from newsmodel.page.survey import Survey
from newsmodel.page.words import tokens_of

_ITEM: Final = re.compile(
    r"(?:[a-z0-9]+[-_]+){0,3}(?:comment|kommentar|commentaire|comentario|commento)"
    r"(?:[-_]+(?:item|entry|node|single|card|box|block|row|wrapper|container))?"
)
_LEAST_TEXT: Final = 8
_LEAST_COMMENT: Final = 16  # characters of an author, a date and a text
_BY_WORDS: Final = Part(DATE, 3)


def _never(_survey: Survey, _number: int) -> None:
    return None


GENERIC: Final = System("", "", _never)


class Opened(NamedTuple):
    """Where comments open, and the dates in them that only their words tell."""

    starts: dict[int, Start]
    parts: dict[int, Part]


def find_starts(survey: Survey, spoken: Speaking, sections: set[int]) -> Opened | None:
    """Where comments open in these sections, in other likely places, or anywhere by a name; None if nowhere."""
    sure: set[int] = set()
    alike: set[int] = set()
    for place in sorted(sections):
        found = _repeated_in(survey, place)
        sure |= found
        alike |= set() if found else _named_in(survey, place)
    if not sure and not alike:
        sure, alike = _elsewhere(survey, spoken, sections)
    if not sure and not alike:
        return None
    starts = starts_of(survey, sure, are_sure=True) | starts_of(survey, alike - sure, are_sure=False)
    return Opened(starts, _dates_in(survey, starts))


def _elsewhere(survey: Survey, spoken: Speaking, sections: set[int]) -> tuple[set[int], set[int]]:
    """Outside the sections: in places of a likely name, where they can be answered; else by their own names."""
    places = sorted(likely_places(survey, spoken) - sections)
    inside = set[int]().union(*(found for place in places if converses(survey, found := _repeated_in(survey, place))))
    if inside:
        return inside, set()
    sure = repeated(survey, 0, named_dates(survey, spoken.numbers))
    if sure and converses(survey, sure):
        return sure, set()
    if single := set[int]().union(*(_alone(survey, place) for place in places)):
        return set(), {min(single)}
    alike = _named(survey, spoken.numbers)
    return set(), alike if alike and not stands_aside(survey, min(alike)) else set()


def _named_in(survey: Survey, place: int) -> set[int]:
    """The elements of a place that say that each is a comment; if none has a date, what is around the only one."""
    named = _named(survey, range(place + 1, survey.ends[place]))
    is_dated = any(named_dates(survey, range(number, survey.ends[number])) for number in _outermost(survey, named))
    return named if is_dated or len(named) > 1 else _alone(survey, place) or named


def _outermost(survey: Survey, numbers: Iterable[int]) -> Iterator[int]:
    """Those of the elements that no other of them holds."""
    end = 0
    for number in sorted(numbers):
        if number >= end:
            yield number
            end = survey.ends[number]


def _alone(survey: Survey, place: int) -> set[int]:
    """The only comment of a place: all around its only date, if that names an author or can be answered."""
    if survey.chars[place] < _LEAST_COMMENT:
        return set()
    inside = range(place + 1, survey.ends[place])
    dates = named_dates(survey, inside) or written_dates(survey, inside.start, inside.stop)
    if len(dates) != 1 or stands_aside(survey, place):
        return set()
    number = dates[0]
    while survey.parents[number] > place:
        number = survey.parents[number]
    is_more = survey.chars[number] >= survey.chars[dates[0]] + _LEAST_TEXT
    return {number} if is_more and is_signed(survey, number) else set()


def _repeated_in(survey: Survey, place: int) -> set[int]:
    end = survey.ends[place]
    if survey.chars[place] < 2 * _LEAST_COMMENT:
        return set()
    return repeated(survey, place, named_dates(survey, range(place + 1, end))) or repeated(
        survey, place, written_dates(survey, place + 1, end)
    )


def _dates_in(survey: Survey, starts: Iterable[int]) -> dict[int, Part]:
    """The dates in words of comments that have no other; the first of each."""
    found: dict[int, Part] = {}
    ordered = sorted(starts)
    for number, limit in zip(ordered, [*ordered, len(survey.names)][1:], strict=True):
        end = min(survey.ends[number], limit)
        if not named_dates(survey, range(number, end)):
            found |= dict.fromkeys(written_dates(survey, number + 1, end)[:1], _BY_WORDS)
    return found


def _named(survey: Survey, numbers: Iterable[int]) -> set[int]:
    """Those of the elements whose class says that each is a comment."""
    return {
        number
        for number in numbers
        if survey.names[number]
        and survey.tags[number] in ITEMS
        and survey.chars[number] > _LEAST_TEXT
        and any(map(_ITEM.fullmatch, tokens_of(survey.names[number])))
    }
