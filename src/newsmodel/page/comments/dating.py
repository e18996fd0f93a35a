"""When a comment was written: the moment that a machine can read, if it is one, else the one in words.

A date that tells no zone is taken as UTC and noticed once. An age ("1 year ago") is no date: it stays a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Final

from newsmodel.dates import ParsedDate, parse_date, parse_epoch
from newsmodel.markup.engine import attribute
from newsmodel.page.comments.gathering import Item
from newsmodel.page.nodes import brief_text
from newsmodel.page.sources import Sources
from newsmodel.page.survey import Survey
from newsmodel.page.values import line
from newsmodel.page.words import word_set
from newsmodel.phrases.dates import written_date

_MACHINE: Final = ("datetime", "content", "data-timestamp", "data-time", "data-date", "data-created", "data-utime")
_SAID: Final = ("title", "data-tippy-content", "data-original-title", "aria-label")
_EPOCH: Final = re.compile(r"[?&]showComment=(\d{10,13})(?=[&#]|$)")
_SLASHED: Final = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4})(?![\d/])")
_YEAR_FIRST: Final = re.compile(r"(?<![\d/])(\d{4})/(\d{1,2})/(\d{1,2})(?![\d/])")
_BETWEEN: Final = re.compile(
    r"(?<=\d),? (?:@ ?|(?:[/|·•–—-]|at|um|à|a las|alle|om|kl\.?) )(?=\d)|(?<=\d),(?= \d{1,2}[:.]\d\d)"
)
_HOURS: Final = re.compile(r"(?<=\d) ?(?:Uhr|horas?|hrs?|h|u)\.?$", re.IGNORECASE)
_DAY_FIRST: Final = word_set("fr it es pt de nl da nb no fi pl cs sk ro el tr ru uk vi id ca gl eu hr sl sr bg")
_DAY_FIRST_ENGLISH: Final = word_set("en-gb en-au en-nz en-ie en-in en-za")
_DIGIT: Final = re.compile(r"\d")
_DATED: Final = re.compile(r"(?<!\d)[12]\d{3}(?!\d)|\d[./-] ?\d{1,2}[./-] ?\d{2}(?!\d)")
_MOST_AROUND: Final = 8  # words before a date, and after it
_MOST_WORDS: Final = 20
_MOST_LOOKS: Final = 20  # elements in one that tells a date
_MOST_DATES: Final = 10
_LONGEST: Final = 120


def moment(sources: Sources, item: Item) -> tuple[datetime | None, str | None]:
    """The moment, and the date as shown (the one in the tool tip if what shows is an age)."""
    survey = sources.survey
    shown = ""
    found: ParsedDate | None = None
    ranked = sorted(item.dates, key=lambda date: (survey.tags[date[1]] != "time", date))
    dates = [number for _, number in ranked[:_MOST_DATES]]
    for number in dates:
        if found := _by_machine(survey, number):
            shown = shown or _shown(survey, number)
            break
        shown = shown or _shown(survey, number)
    if found is None or "time" in found.missing:
        said, words = _in_words(survey, dates, shown, _is_day_first(sources.head.language))
        if found is None or (said and "time" not in said.missing and said.value.date() == found.value.date()):
            found, shown = said, words
    if found is None:
        return None, shown or None
    if "zone" in found.missing:
        sources.report.notice("date-without-zone", "dates of comments name no zone; UTC is assumed")
    return found.value, shown or None


def _by_machine(survey: Survey, number: int) -> ParsedDate | None:
    """What an attribute of the element says, or of one in it or right around it."""
    around = [number] if survey.tags[number] == "time" else _around(survey, number)
    for each in (*range(number, min(survey.ends[number], number + _MOST_LOOKS)), *around):
        node = survey.nodes[each]
        for name in _MACHINE:
            written = attribute(node, name)
            if written and (found := _parsed(written)):
                return found
        if survey.tags[each] == "a" and (epoch := _EPOCH.search(attribute(node, "href") or "")):
            value = parse_epoch(epoch[1])
            return ParsedDate(value) if value else None
    return None


def _parsed(written: str) -> ParsedDate | None:
    if written.strip().isdecimal():
        value = parse_epoch(written) if len(written.strip()) in (10, 13) else None
        return ParsedDate(value) if value else None
    found = parse_date(written)
    return found if found and "day" not in found.missing else None


def _is_day_first(language: str) -> bool:
    """Whether 03/04/2026 is the third of April in a language; of English it depends on the country."""
    tag = language.lower().replace("_", "-")
    return tag[:2] in _DAY_FIRST or tag in _DAY_FIRST_ENGLISH


def _in_words(survey: Survey, dates: list[int], shown: str, day_first: bool) -> tuple[ParsedDate | None, str]:
    """The first date in a tool tip or in the text, and the words that say it."""
    for number in dates:
        for text in (*_tool_tips(survey, number), _shown(survey, number)):
            if found := date_in(text, day_first=day_first):
                return found
    return None, shown


def date_in(text: str, *, day_first: bool = False) -> tuple[ParsedDate, str] | None:
    """The date in a short text ("Submitted by Ann on 3 May 2024 Reply") and the words that say it.

    day_first: 03/04/2026 is the third of April; else it is no date, unless one of the two is above 12.
    """
    if not _DATED.search(text):
        return None
    if found := _date(text, day_first):
        return found, text
    words = text.split()[:_MOST_WORDS]
    for start in range(min(len(words), _MOST_AROUND)):
        for end in range(len(words), max(start, len(words) - _MOST_AROUND), -1):
            if found := _date(" ".join(words[start:end]), day_first):
                return found, _trimmed(words[start:end], found, day_first)
    return None


def _date(said: str, day_first: bool) -> ParsedDate | None:
    if not _DIGIT.search(said):
        return None
    said = said.rstrip(".,; ")
    return written_date(said) or written_date(_plain(said, day_first))


def _trimmed(words: list[str], found: ParsedDate, day_first: bool) -> str:
    """Without first and last words that the date does not need."""
    while len(words) > 1 and _date(" ".join(words[1:]), day_first) == found:
        words = words[1:]
    while len(words) > 1 and _date(" ".join(words[:-1]), day_first) == found:
        words = words[:-1]
    return " ".join(words).strip(" ,|/-\u2013\u2014·•@")


def _plain(said: str, day_first: bool) -> str:
    """Without signs between the day and the hour, and with points or hyphens in place of slashes."""
    said = _SLASHED.sub(lambda found: _with_points(found, day_first), _YEAR_FIRST.sub(_with_hyphens, said))
    return _HOURS.sub("", " ".join(_BETWEEN.sub(" ", said).split()))


def _with_hyphens(found: re.Match[str]) -> str:
    return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}"


def _with_points(found: re.Match[str], day_first: bool) -> str:
    first, second, year = found.groups()
    if (12 < int(first) <= 31 or day_first) and int(second) <= 12:
        return f"{first}.{second}.{year}"
    if 12 < int(second) <= 31 and int(first) <= 12:
        return f"{second}.{first}.{year}"
    return found[0]


def _around(survey: Survey, number: int) -> list[int]:
    """The elements around that hold nothing else."""
    found: list[int] = []
    above = survey.parents[number]
    while len(found) < _MOST_AROUND and above >= 0 and survey.chars[above] == survey.chars[number]:
        found.append(above)
        above = survey.parents[above]
    return found


def _tool_tips(survey: Survey, number: int) -> Iterator[str]:
    inside = range(number, min(survey.ends[number], number + _MOST_LOOKS))
    for each in (*inside, *_around(survey, number)):
        for name in _SAID:
            if written := attribute(survey.nodes[each], name):
                yield line(written)[:_LONGEST]


def _shown(survey: Survey, number: int) -> str:
    return brief_text(survey.nodes[number])[:_LONGEST]
