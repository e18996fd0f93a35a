"""Comments by their shape: the same kind of element again and again, each with a date of its own and a text.

A kind is an element's name with one of its classes, numbers left out: themes number, alternate and combine classes,
and one of them stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from newsmodel.page.comments.actions import LONGEST, is_action
from newsmodel.page.comments.ages import is_age
from newsmodel.page.comments.roles import AUTHOR, DATE, REPLIES, Part, parts_by_name
from newsmodel.page.comments.sections import is_section
from newsmodel.page.nodes import brief_text
from newsmodel.page.survey import UNSEEN, Survey
from newsmodel.page.words import word_set, words_of

WRITTEN_DATE: Final = re.compile(
    r"(?<!\d)(?:\d{1,2}[./-] ?\d{1,2}[./-] ?(?:19|20)?\d{2}(?!\d)|(?:19|20)\d{2}[./-]\d{1,2}[./-]\d{1,2}(?!\d)"
    r"|\d{1,2}(?:st|nd|rd|th|er|º|\.)?(?: (?:of|de|d'))? ?[^\W\d]{3,12}\.?,?(?: (?:de|del))? (?:19|20)\d{2}(?!\d)"
    r"|(?:19|20)\d{2} ?[年년])"
    r"|[^\W\d]{3,12}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d{2}(?!\d)"
)
_DIGITS: Final = re.compile(r"\d+")
_CHANGING: Final = word_set("even odd alt first last active new parent byuser bypostauthor author- bg row")
_VAGUE_DATE: Final = 4  # a line that holds the author, too
_LEAST_TEXT: Final = 8  # characters beside the date
_LONGEST_DATED: Final = 100
_MOST_LEVELS: Final = 14
_MOST_DATES: Final = 20_000
_MOST_JUDGED: Final = 12
_MOST_LOOKS: Final = 60
_ASIDE_TAGS: Final = word_set("aside nav")
_ASIDE: Final = word_set("sidebar widget widgets teaser teasers carousel")
_NEW: Final = word_set("recent latest newest aktuelle neueste derniers ultimos")
_TALKING: Final = word_set("reply replies comment comments antwort antworten kommentar upvote downvote upvotes")


def named_dates(survey: Survey, numbers: Iterable[int]) -> list[int]:
    """Those of the elements that tell a date by their name, none in another."""
    found: list[int] = []
    end = 0
    for number in numbers:
        is_short = number >= end and survey.chars[number] <= _LONGEST_DATED
        if is_short and (survey.tags[number] == "time" or _names_date(survey.names[number])):
            found.append(number)
            end = survey.ends[number]
    return found[:_MOST_DATES]


def written_dates(survey: Survey, start: int, end: int) -> list[int]:
    """The innermost elements whose short text has a date or an age in it."""
    found: list[int] = []
    for number in range(end - 1, start - 1, -1):
        if not 2 <= survey.chars[number] <= _LONGEST_DATED or survey.tags[number] in UNSEEN:
            continue
        inner = number + 1
        if inner < survey.ends[number] and survey.chars[inner] == survey.chars[number]:
            continue  # the same text, which was looked at
        if found and number < found[-1] < survey.ends[number]:
            continue
        said = brief_text(survey.nodes[number])
        if WRITTEN_DATE.search(said) or is_age(said):
            found.append(number)
    return found[::-1][:_MOST_DATES]


def repeated(survey: Survey, place: int, dates: Sequence[int]) -> set[int]:
    """The outermost kind of element of which nearly every date of a place has one of its own; two at least."""
    held: dict[tuple[str, str], set[int]] = {}
    counted: dict[tuple[str, str], int] = {}
    order: dict[tuple[str, str], int] = {}
    for date in dates:
        seen: set[tuple[str, str]] = set()
        number = survey.parents[date]
        for level in range(_MOST_LEVELS):
            if number <= place:
                break
            if survey.chars[number] >= survey.chars[date] + _LEAST_TEXT or _is_vague(survey, date, number):
                for kind in _kinds(survey.tags[number], survey.names[number]):
                    if kind not in seen:
                        seen.add(kind)
                        counted[kind] = counted.get(kind, 0) + 1
                        held.setdefault(kind, set()).add(number)
                        order[kind] = max(order.get(kind, 0), level)
            number = survey.parents[number]
    likely = [kind for kind, count in counted.items() if count * 10 >= len(dates) * 9 and len(held[kind]) > 1]
    best = max(likely, key=lambda kind: (len(held[kind]), order[kind], _text_in(survey, held[kind])), default=None)
    return held[best] if best else set()


def _text_in(survey: Survey, numbers: set[int]) -> int:
    return sum(survey.chars[number] for number in numbers)


def converses(survey: Survey, items: set[int]) -> bool:
    """Whether these are rather comments than teasers: most of the first few can be replied to, or say so.

    Teasers are links, and stand aside; so do the latest comments on other pages.
    """
    looked = sorted(items)[:_MOST_JUDGED]
    if not looked or stands_aside(survey, looked[0]):
        return False
    linked = sum(survey.linked[number] * 10 > survey.chars[number] * 6 for number in looked)
    answered = sum(_can_be_answered(survey, number) for number in looked)
    return 2 * answered > len(looked) and 2 * linked <= len(looked)


def stands_aside(survey: Survey, number: int) -> bool:
    """Whether an element stands in what is there on every page: a sidebar, a footer, a box of what is new."""
    above = survey.parents[number]
    while above >= 0:
        words = words_of(survey.names[above])
        is_own = bool(words & _TALKING) and not words & _NEW
        if survey.tags[above] in _ASIDE_TAGS or (words & (_ASIDE | _NEW) and not is_own):
            return survey.tags[above] not in ("body", "html")
        above = survey.parents[above]
    return False


def is_signed(survey: Survey, number: int) -> bool:
    """Whether an element names an author, or a link or button in it answers one."""
    for each in range(number, min(survey.ends[number], number + _MOST_LOOKS)):
        if any(part.role == AUTHOR for part in parts_by_name(survey.names[each], _NOTHING, is_guess=True)):
            return True
        if _is_label(survey, each):
            return True
    return False


def _is_label(survey: Survey, number: int) -> bool:
    is_short = survey.tags[number] in ("a", "button") and 0 < survey.chars[number] <= LONGEST
    return is_short and is_action(brief_text(survey.nodes[number]))


def _can_be_answered(survey: Survey, number: int) -> bool:
    for each in range(number, min(survey.ends[number], number + _MOST_LOOKS)):
        if words_of(survey.names[each]) & _TALKING:
            return True
        if _is_label(survey, each):
            return True
    return False


def _is_vague(survey: Survey, date: int, number: int) -> bool:
    """Whether the date stands in one line with the author, and the element holds more than that line."""
    return False if survey.chars[number] == survey.chars[date] else survey.chars[date] > 24


@lru_cache(maxsize=4096)
def _kinds(tag: str, names: str) -> tuple[tuple[str, str], ...]:
    tokens = {_DIGITS.sub("", token) for token in names.lower().split()} - _CHANGING
    if any(map(_is_list, tokens)):
        return ()
    return tuple((tag, token) for token in sorted(tokens)) or ((tag, ""),)


def _is_list(token: str) -> bool:
    """Whether a class names a list of comments, which replies have around them as comments have."""
    bare = token.rstrip("-_")
    return is_section(bare) or any(part.role == REPLIES for part in parts_by_name(bare, _NOTHING))


_NOTHING: Final[dict[str, Part]] = {}


@lru_cache(maxsize=4096)
def _names_date(names: str) -> bool:
    dated = (part for part in parts_by_name(names, _NOTHING) if part.role == DATE) if names else ()
    return any(part.rank != _VAGUE_DATE for part in dated)
