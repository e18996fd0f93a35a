"""Which comments a page holds: asked of each system in turn whose signs are on it; most pages show none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newsmodel.page.comments import generic, schema_org
from newsmodel.page.comments.gathering import Item, gather
from newsmodel.page.comments.roles import AUTHOR, BODY, DATE
from newsmodel.page.comments.sections import comment_sections
from newsmodel.page.comments.system import System
from newsmodel.page.comments.systems import SYSTEMS
from newsmodel.page.survey import Survey


class Discussion(NamedTuple):
    """Where a page has its comments.

    sections: the elements that hold them, outermost first, to be left out of the body. system: whose they are, None if
    it is not known. items: the comments found. holds_feedback: whether passages of the body are marked for comments.
    """

    sections: set[int]
    system: System | None = None
    items: tuple[Item, ...] = ()
    holds_feedback: bool = False


def find_discussion(survey: Survey) -> Discussion:
    """The comment sections of a page and the comments in them and elsewhere."""
    sections = comment_sections(survey)
    named = "\n".join(filter(None, survey.names))
    holds_feedback = "wpd-inline-shortcode" in named
    for system, items in _found(survey, sections, named):
        held = [item for item in items if _is_comment(item, is_guess=not system.name)]
        if held:
            return Discussion(sections | _outside(survey, held, sections), system, tuple(held), holds_feedback)
    return Discussion(sections, holds_feedback=holds_feedback)


def _found(survey: Survey, sections: set[int], named: str) -> Iterator[tuple[System, list[Item]]]:
    for system in SYSTEMS:
        if any(sign in named for sign in system.signs):
            yield system, gather(survey, system)
    if survey.items:
        yield schema_org.SCHEMA_ORG, gather(survey, schema_org.SCHEMA_ORG)
    if (sections or generic.is_likely(named)) and (starts := generic.find_starts(survey, sections)):
        yield generic.GENERIC, gather(survey, generic.GENERIC, starts)


def _is_comment(item: Item, is_guess: bool) -> bool:
    """Whether what opened like a comment has what a comment has: an author or a date, and a text of some kind."""
    is_sure = is_guess or item.id is not None or BODY in item.parts
    return item.kind != "comment" or AUTHOR in item.parts or (DATE in item.parts and is_sure)


def _outside(survey: Survey, items: list[Item], sections: set[int]) -> set[int]:
    """The outermost comments that are in none of *sections*."""
    ordered = sorted(sections)
    found: set[int] = set()
    end = -1
    for item in items:
        if item.number >= end and not survey.within(item.number, ordered):
            found.add(item.number)
            end = item.end
    return found
