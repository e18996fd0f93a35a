"""Comments of a system that nobody described: elements that come again and again, each with a date and a text, in a
comment section or with names that speak of comments.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from newsmodel.markup.engine import attribute
from newsmodel.page.comments.roles import DATE, WEAK
from newsmodel.page.comments.system import ITEMS, Start, System, depth_of, parts_of
from newsmodel.page.survey import Survey
from newsmodel.page.words import tokens_of

_ITEM: Final = re.compile(
    r"(?:[a-z0-9]+[-_]+){0,3}(?:comment|kommentar|commentaire|comentario|commento)"
    r"(?:[-_]+(?:item|entry|node|single|card|box|block|row|wrapper|container))?"
)
_SPEAKING: Final = ("omment", "omentario")
_ID: Final = re.compile(r"(?:[A-Za-z]+[-_])*(\d{1,20}|[0-9a-f-]{12,40})$")
_ID_ATTRIBUTES: Final = ("data-comment-id", "data-commentid", "data-id", "id")
_MOST_LEVELS: Final = 12
_LEAST_TEXT: Final = 8  # characters beside the date
_MOST_DATES: Final = 20_000


def _never(_survey: Survey, _number: int) -> None:
    return None


GENERIC: Final = System("", (), _never, ("",))


def is_likely(named: str) -> bool:
    """Whether the names on a page, one a line, speak of comments."""
    return any(word in named for word in _SPEAKING)


def find_starts(survey: Survey, sections: set[int]) -> dict[int, Start]:
    """Where comments open in these sections, or anywhere by a name; {} if nothing looks like comments."""
    found: set[int] = set()
    for section in sections:
        inside = range(section + 1, survey.ends[section])
        found |= _repeated(survey, section, _dates(survey, inside)) or _named(survey, inside)
    if not found:
        speaking = sorted({number for word in _SPEAKING for number, names in enumerate(survey.names) if word in names})
        found = _named(survey, speaking) or _repeated(survey, 0, _dates(survey, speaking))
    return {number: _start(survey, number) for number in found}


def _start(survey: Survey, number: int) -> Start:
    node = survey.nodes[number]
    written = (attribute(node, name) or "" for name in _ID_ATTRIBUTES)
    own = next((found[1] for value in written if (found := _ID.search(value))), None)
    parent = attribute(node, "data-parent-id") or attribute(node, "data-parent") or None
    return Start(own, parent, depth_of(survey.names[number]))


def _repeated(survey: Survey, section: int, dates: list[int]) -> set[int]:
    """The outermost kind of element of which nearly every date of a section has one of its own; two at least."""
    holders: Counter[tuple[str, str]] = Counter()
    held: dict[tuple[str, str], set[int]] = {}
    order: dict[tuple[str, str], int] = {}
    for date in dates:
        seen: set[tuple[str, str]] = set()
        number = survey.parents[date]
        for level in range(_MOST_LEVELS):
            if number <= section:
                break
            kind = (survey.tags[number], _kind(survey.names[number]))
            if kind not in seen and survey.chars[number] >= survey.chars[date] + _LEAST_TEXT:
                seen.add(kind)
                holders[kind] += 1
                held.setdefault(kind, set()).add(number)
                order[kind] = max(order.get(kind, 0), level)
            number = survey.parents[number]
    likely = [kind for kind, count in holders.items() if count * 10 >= len(dates) * 9 and len(held[kind]) > 1]
    if not likely:
        return set()
    best = max(likely, key=lambda kind: (len(held[kind]), order[kind]))
    return held[best]


def _kind(names: str) -> str:
    """The first class of an element, without numbers."""
    return re.sub(r"\d+", "", names.split(maxsplit=1)[0].lower()) if names else ""


def _dates(survey: Survey, numbers: Sequence[int]) -> list[int]:
    """Those of the elements that tell a date, none in another."""
    found: list[int] = []
    end = 0
    for number in numbers:
        if number >= end and (survey.tags[number] == "time" or _is_date(survey.names[number])):
            found.append(number)
            end = survey.ends[number]
    return found[:_MOST_DATES]


def _is_date(names: str) -> bool:
    return any(part.role == DATE and part.rank < WEAK - 1 for part in parts_of(GENERIC, names))


def _named(survey: Survey, numbers: Sequence[int]) -> set[int]:
    """Those of the elements whose class says that each is a comment."""
    return {
        number
        for number in numbers
        if survey.names[number]
        and survey.tags[number] in ITEMS
        and survey.chars[number] > _LEAST_TEXT
        and any(map(_ITEM.fullmatch, tokens_of(survey.names[number])))
    }
