"""Which comments a page holds: asked of each system in turn whose signs are on it; most pages show none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newsmodel.page.comments import generic, schema_org
from newsmodel.page.comments.alike import compare
from newsmodel.page.comments.gathering import Item, gather, starts_of
from newsmodel.page.comments.roles import AUTHOR, BODY, DATE
from newsmodel.page.comments.sections import comment_sections
from newsmodel.page.comments.speaking import Speaking, speaking
from newsmodel.page.comments.system import System
from newsmodel.page.comments.systems import SYSTEMS
from newsmodel.page.survey import Survey


class Discussion(NamedTuple):
    """Where a page has its comments.

    sections: the elements that hold them, outermost first, to be left out of the body. system: whose they are, None if
    it is not known. items: the comments found. spoken: the names that speak of comments. holds_feedback: whether
    passages of the body are marked for comments.
    """

    sections: set[int]
    system: System | None = None
    items: tuple[Item, ...] = ()
    spoken: Speaking = Speaking()
    holds_feedback: bool = False


def find_discussion(survey: Survey) -> Discussion:
    """The comment sections of a page and the comments in them and elsewhere."""
    spoken = speaking(survey)
    if not spoken.names and not survey.items:
        return Discussion(set())
    sections = comment_sections(survey, spoken)
    named = "\n".join(spoken.names)
    found = Discussion(sections, spoken=spoken, holds_feedback="wpd-inline-shortcode" in named)
    for system, items in _found(survey, spoken, named, sections):
        held = [item for item in items if _is_comment(item, is_guess=not system.name)]
        if held:
            outside = _outside(survey, held, sections)
            return found._replace(sections=sections | outside, system=system, items=tuple(held))
    return found


def _found(survey: Survey, spoken: Speaking, named: str, sections: set[int]) -> Iterator[tuple[System, list[Item]]]:
    for system in SYSTEMS:
        if system.may_be_on(named):
            yield system, gather(survey, system, starts_of(survey, system, spoken))
    if survey.items:
        yield (
            schema_org.SCHEMA_ORG,
            gather(survey, schema_org.SCHEMA_ORG, starts_of(survey, schema_org.SCHEMA_ORG, spoken)),
        )
    if spoken.names and (opened := generic.find_starts(survey, spoken, sections)):
        items = gather(survey, generic.GENERIC, opened.starts, opened.parts)
        compare(survey, items)
        yield generic.GENERIC, items


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
