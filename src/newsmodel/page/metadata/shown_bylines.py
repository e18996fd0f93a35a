"""The byline that a page shows: an element that is named or marked as one, or a line that reads like one.

Looked for behind the h1, then before it; at last, marked author links anywhere. Never among comments and teasers.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Final, NamedTuple

from newsmodel.markup.engine import attribute, select
from newsmodel.page.metadata.surroundings import is_elsewhere
from newsmodel.page.named import named
from newsmodel.page.nodes import brief_text
from newsmodel.page.survey import Survey
from newsmodel.page.words import word_set, words_of
from newsmodel.phrases.bylines import has_lead, is_byline, listed, names_in, without_lead
from newsmodel.phrases.dates import date_within, written_date
from newsmodel.phrases.furniture import is_furniture_around

_NAMED: Final = word_set("byline bylines author authors autor autore auteur writer authorname autorin vcard reporter")
_EXACT: Final = word_set("fn vcard authorname")
_AUTHOR: Final = word_set("author authors autor auteur autore writer byline")
_EXACT_WITH_AUTHOR: Final = word_set("name link url fullname")
_OF_AUTHOR: Final = word_set("name fullname")  # inside an element of that name
_PARTS: Final = re.compile(r"(?<!\s)\s++[|•·–—]\s++|(?:(?<!\s)\s++)?+[|•·]\s*+")
_JOINED: Final = re.compile(r"\s*+(?:,|;|/|\||•|·|&|＆|、|and|und|et|y|e|og|och|en|i|a|и)?\s*+", re.IGNORECASE)
_BY: Final = re.compile(r"(?<=\S)\s++(by|von|par|por)\s++(?=\S)", re.IGNORECASE)
_PROFILE: Final = re.compile(
    r"[/-](?:authors?|autor(?:en|es|in)?|auteurs?|autori|writers?|contributors?|journalists?|reporters?)"
    r"/[^/?#]+(?:/[^/?#]+)?/?(?:[?#]|$)"
)
_WORDS: Final = re.compile(r"[^\W\d]\D*")
_INITIALS: Final = re.compile(r"[A-Z]{1,2}")
_MARKED: Final = (
    'a[href*="aut"], a[href*="writer"], a[href*="contributor"], a[href*="journalist"], a[href*="reporter"]'
    ", a[rel=author], [itemprop=author]"
)
_LONGEST: Final = 200
_LONGEST_LEAD: Final = 20  # characters before the first name, if words, that belong to it: "Recipe by", "Reuters,"
_LONGEST_LINE: Final = 120
_BEHIND: Final = 150  # elements behind the h1 among which a byline is looked for
_BEFORE: Final = 40
_FAR_BEHIND: Final = 400
_LINES_BEHIND: Final = 60
_MOST_LINKS: Final = 12
_MOST_MARKED: Final = 200
_MOST_INSIDE: Final = 40  # elements in a byline


class Byline(NamedTuple):
    """A byline as shown, without the date beside it, and the names in it."""

    text: str
    names: tuple[str, ...]


_Candidate = tuple[int, Callable[[Survey, int], Byline | None]]


def shown_byline(survey: Survey, *, thoroughly: bool) -> Byline | None:
    """The first byline of the page; None if it shows none.

    thoroughly: look for author links at the end of the page too.
    """
    heading = next(iter(survey.numbers("h1") or survey.numbers("h2")), 0)
    found: Byline | None = None
    stop = heading + _BEHIND
    for look, read in ((_named, _of_element), (_lines, _of_line), (_marked, _of_element)):
        nearest, at = _first(survey, ((number, read) for number in look(survey, heading, stop)))
        if nearest:  # the others are looked for before it only
            found, stop = nearest, at
    return found or _first(survey, _farther(survey, heading, thoroughly))[0]


def _farther(survey: Survey, heading: int, thoroughly: bool) -> Iterator[_Candidate]:
    """Where a byline may be that does not stand behind the h1: before it, at last at the end of the text."""
    before = max(0, heading - _BEFORE)
    yield from ((number, _of_element) for number in _named(survey, before, heading))
    yield from ((number, _of_line) for number in _lines(survey, before, heading))
    if thoroughly:
        yield from ((number, _of_link) for number in islice(_all_marked(survey), _MOST_MARKED))
        yield from ((number, _of_label) for number in _named(survey, heading + _BEHIND, heading + _FAR_BEHIND))


def _first(survey: Survey, candidates: Iterable[_Candidate]) -> tuple[Byline | None, int]:
    """The first of these elements that is a byline of the article: what it says, and where; (None, 0) if none is."""
    for number, read in candidates:
        if (found := read(survey, number)) and not is_elsewhere(survey, number):
            return found, number
    return None, 0


def _of_element(survey: Survey, number: int) -> Byline | None:
    """The byline in an element: the names that are marked in it, else those of its links, else those of its text."""
    if not 0 < survey.chars[number] <= _LONGEST or survey.tags[number] in ("script", "style", "button"):
        return None
    text = _without_dates(brief_text(survey.nodes[number]))
    links = _links(survey, number)
    marked = [name for each in _exact(survey, number, links) for name in _all_names(survey, each)]
    linked = marked or [name for each in links for name in names_in(brief_text(survey.nodes[each]))]
    found = _in_one_list(tuple(dict.fromkeys(linked)), text)
    begins = has_lead(text) and without_lead(text).startswith(found[:1] or "\n")
    if found and (marked or begins or _are_proper(found)):
        return Byline(_around(text, found), found)
    names = names_in(text)
    return Byline(_around(text, names), names) if _are_proper(names) else None


def _around(text: str, names: tuple[str, ...]) -> str:
    """A byline's text from its lead or its first name on, without a date behind the last."""
    start, last = text.find(names[0]), text.rfind(names[-1])
    if min(start, last) < 0:  # the names are written in another way
        return text or ", ".join(names)
    before, behind = text[:start], text[last + len(names[-1]) :]
    is_lead = has_lead(text) or (len(before) <= _LONGEST_LEAD and _WORDS.fullmatch(before) is not None)
    return text[0 if is_lead else start : -len(behind) if behind and date_within(behind) else None]


def _of_label(survey: Survey, number: int) -> Byline | None:
    """The byline in an element that begins as one does."""
    is_label = survey.chars[number] <= _LONGEST and has_lead(brief_text(survey.nodes[number]))
    return _of_element(survey, number) if is_label else None


def _of_link(survey: Survey, number: int) -> Byline | None:
    """The byline in a link far from the heading: not "here", nor "Articles by Ann Lee"."""
    found = _of_element(survey, number)
    return found if found and not any(name[:1].islower() or " by " in name for name in found.names) else None


def _all_names(survey: Survey, number: int) -> tuple[str, ...]:
    """The names in an element that holds nothing else, desks and nicknames among them, but no initials of an avatar."""
    found = listed(without_lead(_without_dates(brief_text(survey.nodes[number]))))[:_MOST_LINKS]
    return tuple(name for name in found if not _INITIALS.fullmatch(name))


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
    if not is_byline(text):
        return None
    is_linked = any(_leads_to_author(survey, each) for each in _links(survey, number))
    linked = _of_element(survey, number) if is_linked else None
    return Byline(text, linked.names if linked else names_in(text))


def _named(survey: Survey, start: int, stop: int) -> Iterator[int]:
    """The elements in a range that are named as a byline."""
    return named(survey, _NAMED, start, stop)


def _lines(survey: Survey, start: int, stop: int) -> Iterator[int]:
    """The blocks at the beginning of a range with a short text of their own that may be a byline."""
    for number in range(start, min(len(survey.nodes), stop, start + _LINES_BEHIND)):
        if 0 < survey.own[number] <= _LONGEST_LINE and number in survey.lines:
            line = "".join(survey.lines[number]).lstrip()
            if has_lead(line[:_LONGEST]) or _BY.search(line):
                yield number


def _marked(survey: Survey, start: int, stop: int) -> Iterator[int]:
    """The elements in a range that say by an attribute that they are the author."""
    for number in _between(survey.by_tag.get("a", []), start, stop):
        if _leads_to_author(survey, number):
            yield number
    for number in _between(survey.items, start, stop):
        if attribute(survey.nodes[number], "itemprop") == "author":
            yield number


def _all_marked(survey: Survey) -> Iterator[int]:
    """The same of the whole page."""
    for node in select(survey.nodes[0], _MARKED):
        number = survey.number_of[node]
        if survey.tags[number] != "a" or _leads_to_author(survey, number):
            yield number


def _links(survey: Survey, number: int) -> list[int]:
    """The links inside an element."""
    return _between(survey.by_tag.get("a", []), number + 1, survey.ends[number])[:_MOST_LINKS]


def _between(numbers: list[int], start: int, stop: int) -> list[int]:
    """Those of some numbers in order that are in a range."""
    return numbers[bisect_left(numbers, start) : bisect_left(numbers, stop)]


def _exact(survey: Survey, number: int, links: list[int]) -> list[int]:
    """The elements inside a byline that hold nothing but a name; else itself, if it is one."""
    is_authors = not words_of(survey.names[number]).isdisjoint(_AUTHOR)
    end = min(survey.ends[number], number + _MOST_INSIDE)
    names = named(survey, _OF_AUTHOR, number + 1, end) if is_authors else ()
    if inside := [each for each in links if _is_exact(survey, each)] or survey.outermost(names):
        return inside
    if not _is_exact(survey, number):
        return []
    return [each for each in links if _are_proper(names_in(brief_text(survey.nodes[each])))] or [number]


def _is_exact(survey: Survey, number: int) -> bool:
    """Whether an element can hold nothing but a name: by hCard's classes, "author-name", or as a link to an author."""
    words = words_of(survey.names[number])
    by_class = bool(words & _EXACT or (words & _AUTHOR and words & _EXACT_WITH_AUTHOR))
    return by_class or _leads_to_author(survey, number)


def _leads_to_author(survey: Survey, number: int) -> bool:
    """Whether it is a link that says by its `rel`, or by its address, that it leads to the author."""
    node = survey.nodes[number]
    if survey.tags[number] != "a":
        return False
    return attribute(node, "rel") == "author" or _PROFILE.search((attribute(node, "href") or "").lower()) is not None


def _without_dates(text: str) -> str:
    """A byline without the dates and reading times that share its line."""
    parts = _PARTS.split(text)
    kept = [part for part in parts if not (written_date(part) or is_furniture_around(part))]
    return text if len(kept) == len(parts) else " | ".join(kept)


def _are_proper(names: tuple[str, ...]) -> bool:
    """Whether there are names, and all of them are written as names are."""
    return bool(names) and all(map(_is_proper, names))


def _is_proper(name: str) -> bool:
    """Whether it is written as names are: two words or more with capitals, or a script that has none."""
    words = without_lead(name).split()
    if not any(letter.islower() or letter.isupper() for letter in name):
        return bool(words)
    return len(words) >= 2 and not words[0][:1].islower() and not words[-1][:1].islower()
