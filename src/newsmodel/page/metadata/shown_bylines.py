"""The byline that a page shows: an element that is named or marked as one, or a line that reads like one.

Looked for behind the h1, then before it; at last, marked author links anywhere. Never among comments and teasers.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from heapq import merge
from itertools import chain
from operator import itemgetter
from typing import Final, NamedTuple

from newsmodel.markup.engine import attribute
from newsmodel.page.metadata.surroundings import is_elsewhere
from newsmodel.page.named import named
from newsmodel.page.nodes import brief_text
from newsmodel.page.survey import Survey
from newsmodel.page.words import word_set, words_of
from newsmodel.phrases.bylines import has_lead, is_byline, listed, names_in, without_lead
from newsmodel.phrases.dates import written_date
from newsmodel.phrases.furniture import is_furniture_around

_NAMED: Final = word_set("byline bylines author authors autor autore auteur writer authorname autorin vcard reporter")
_EXACT: Final = word_set("fn vcard authorname")
_AUTHOR: Final = word_set("author authors autor auteur autore writer byline")
_EXACT_WITH_AUTHOR: Final = word_set("name link url fullname")
_PARTS: Final = re.compile(r"\s+[|•·–—]\s+|\s*[|•·]\s*")
_JOINED: Final = re.compile(r"\s*(?:,|;|/|\||•|·|&|＆|、|and|und|et|y|e|og|och|en|i|a|и)?\s*", re.IGNORECASE)
_BY: Final = re.compile(r"(?<=\S)\s+(by|von|par|por)\s+(?=\S)", re.IGNORECASE)
_LONGEST: Final = 200
_LONGEST_LINE: Final = 120
_BEHIND: Final = 150  # elements behind the h1 among which a byline is looked for
_BEFORE: Final = 40
_LINES_BEHIND: Final = 60
_MOST_LINKS: Final = 12


class Byline(NamedTuple):
    """A byline as shown, without the date beside it, and the names in it."""

    text: str
    names: tuple[str, ...]


def shown_byline(survey: Survey, *, thoroughly: bool) -> Byline | None:
    """The first byline of the page; None if it shows none.

    thoroughly: look for author links at the end of the page too.
    """
    heading = next(iter(survey.numbers("h1") or survey.numbers("h2")), 0)
    behind, before = (heading, heading + _BEHIND), (max(0, heading - _BEFORE), heading)
    near = merge(
        ((number, _of_element) for number in named(survey, _NAMED, *behind)),
        ((number, _of_element) for number in _marked(survey, *behind)),
        ((number, _of_line) for number in _lines(survey, heading)),
        key=itemgetter(0),
    )
    far = chain(named(survey, _NAMED, *before), _marked(survey, 0, len(survey.nodes) if thoroughly else 0))
    for number, read in chain(near, ((number, _of_element) for number in far)):
        if (found := read(survey, number)) and not is_elsewhere(survey, number):
            return found
    return None


def _of_element(survey: Survey, number: int) -> Byline | None:
    """The byline in an element: the names that are marked in it, else those of its links, else those of its text."""
    if not 0 < survey.chars[number] <= _LONGEST or survey.tags[number] in ("script", "style", "button"):
        return None
    text = _without_dates(brief_text(survey.nodes[number]))
    inside = [number, *_between(survey.by_tag.get("a", []), number + 1, survey.ends[number])[:_MOST_LINKS]]
    marked = [name for each in inside if _is_exact(survey, each) for name in _all_names(survey, each)]
    linked = marked or [name for each in inside[1:] for name in names_in(brief_text(survey.nodes[each]))]
    found = _in_one_list(tuple(dict.fromkeys(linked)), text)
    begins = has_lead(text) and without_lead(text).startswith(found[:1] or "\n")
    if found and (marked or begins or all(map(_is_proper, found))):
        return Byline(text, found)
    names = names_in(text)
    return Byline(text, names) if names and all(map(_is_proper, names)) else None


def _all_names(survey: Survey, number: int) -> tuple[str, ...]:
    """The names in an element that holds nothing else, desks and nicknames among them."""
    return listed(without_lead(_without_dates(brief_text(survey.nodes[number]))))[:_MOST_LINKS]


def _in_one_list(names: tuple[str, ...], text: str) -> tuple[str, ...]:
    """The first of the names and those that a list goes on with: what stands between two is a comma or an "and"."""
    for at in range(1, len(names)):
        start, stop = text.find(names[at - 1]) + len(names[at - 1]), text.find(names[at])
        if not _JOINED.fullmatch(text[start:stop]):
            return names[:at]
    return names


def _of_line(survey: Survey, number: int) -> Byline | None:
    """The byline that the own text of a block is, and nothing else; or that stands behind the date."""
    line = " ".join("".join(survey.lines[number]).split())
    before, lead, rest = _BY.split(line, 1) if _BY.search(line) else ("", "", "")
    text = _without_dates(f"{lead} {rest}" if lead and written_date(before) else line)
    return Byline(text, names_in(text)) if is_byline(text) else None


def _lines(survey: Survey, heading: int) -> Iterator[int]:
    """The blocks behind the h1 with a short text of their own that may be a byline."""
    for number in range(heading, min(len(survey.nodes), heading + _LINES_BEHIND)):
        if 0 < survey.own[number] <= _LONGEST_LINE and number in survey.lines:
            line = "".join(survey.lines[number]).lstrip()
            if has_lead(line[:_LONGEST]) or _BY.search(line):
                yield number


def _marked(survey: Survey, start: int, stop: int) -> Iterator[int]:
    """The elements that say by an attribute that they are the author."""
    for number in _between(survey.by_tag.get("a", []), start, stop):
        if attribute(survey.nodes[number], "rel") == "author":
            yield number
    for number in _between(survey.items, start, stop):
        if attribute(survey.nodes[number], "itemprop") == "author":
            yield number


def _between(numbers: list[int], start: int, stop: int) -> list[int]:
    """Those of some numbers in order that are in a range."""
    return numbers[bisect_left(numbers, start) : bisect_left(numbers, stop)]


def _is_exact(survey: Survey, number: int) -> bool:
    """Whether an element can hold nothing but a name: by hCard's classes, "author-name", `rel=author`."""
    words = words_of(survey.names[number])
    by_class = bool(words & _EXACT or (words & _AUTHOR and words & _EXACT_WITH_AUTHOR))
    return by_class or attribute(survey.nodes[number], "rel") == "author"


def _without_dates(text: str) -> str:
    """A byline without the dates and reading times that share its line."""
    parts = _PARTS.split(text)
    kept = [part for part in parts if not (written_date(part) or is_furniture_around(part))]
    return text if len(kept) == len(parts) else " | ".join(kept)


def _is_proper(name: str) -> bool:
    """Whether it is written as names are: two words or more with capitals, or a script that has none."""
    words = without_lead(name).split()
    if not any(letter.islower() or letter.isupper() for letter in name):
        return bool(words)
    return len(words) >= 2 and not words[0][:1].islower() and not words[-1][:1].islower()
