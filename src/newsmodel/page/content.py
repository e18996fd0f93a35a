"""Where the article is: the elements that hold its body, and what in them is to be left out.

Locators in the order of what they are worth, measured: `itemprop=articleBody`, the only `<article>` (or the one with
most prose), `<main>`, the whole page; from there down along the densest children, as long as one child holds nearly
all the prose.
"""

from __future__ import annotations

from collections.abc import Set
from typing import Final, NamedTuple

from newsmodel.markup.engine import Node, attribute
from newsmodel.page.chrome import chrome_of, outermost
from newsmodel.page.edges import edges, hollow, lists_of_links
from newsmodel.page.survey import Survey
from newsmodel.page.words import word_set

_LEAST_SHARE: Final = 0.3  # of the page's prose that a locator must hold to be believed
_WHOLES: Final = word_set("p ul ol dl table blockquote figure aside details pre")
_NEARLY_ALL: Final = 0.82  # of the prose that one child must hold for the way down to go on


class Content(NamedTuple):
    """The elements whose children are the body, in order, and those in them that are no part of it."""

    roots: tuple[int, ...]
    left_out: frozenset[int]

    def nodes(self, survey: Survey) -> tuple[Node, ...]:
        """The elements themselves."""
        return tuple(survey.nodes[number] for number in self.roots)


def locate(survey: Survey, sections: Set[int] = frozenset()) -> Content:
    """The body's elements and what is left out of them; linear in the size of the page.

    *sections*: the comment sections, which are left out wherever they stand.
    """
    chrome = outermost(survey, chrome_of(survey) | sections)
    prose = _prose_without(survey, chrome, sections)
    roots = _marked_bodies(survey, prose) or (_densest(survey, prose, _candidate(survey, prose), chrome),)
    left_out = {number for number in chrome if survey.within(number, roots)}
    for root in roots:
        left_out.update(list(lists_of_links(survey, root, left_out)))
        left_out.update(list(hollow(survey, root, left_out)))
    left_out.update(edges(survey, roots, left_out))
    return Content(roots, frozenset(left_out))


def _prose_without(survey: Survey, chrome: Set[int], sections: Set[int]) -> list[int]:
    """The prose of each element once chrome is gone; a comment in a section is no place to look for an article."""
    lost = [0] * len(survey.nodes)
    for number in chrome:
        lost[number] = survey.prose[number]
    for number in range(len(lost) - 1, 0, -1):
        if lost[number] and survey.parents[number] >= 0:
            lost[survey.parents[number]] += lost[number]
    prose = [before - gone for before, gone in zip(survey.prose, lost, strict=True)]
    for number in sections:
        prose[number : survey.ends[number]] = [0] * (survey.ends[number] - number)
    return prose


def _marked_bodies(survey: Survey, prose: list[int]) -> tuple[int, ...]:
    """The outermost elements that say they are the article's body; () if they hold too little."""
    found: list[int] = []
    for number in survey.items:
        says_so = "articleBody" in (attribute(survey.nodes[number], "itemprop") or "").split()
        if says_so and survey.chars[number] and not (found and survey.inside(number, found[-1])):
            found.append(number)
    best = max(found, key=prose.__getitem__, default=None)
    if best is None or prose[best] < _LEAST_SHARE * prose[0] or not prose[best]:
        return ()
    return tuple(number for number in found if survey.parents[number] == survey.parents[best])


def _candidate(survey: Survey, prose: list[int]) -> int:
    """Where to start the way down."""
    for tag in ("article", "main"):
        best = max(survey.numbers(tag), key=prose.__getitem__, default=None)
        if best is not None and prose[best] and prose[best] >= _LEAST_SHARE * prose[0]:
            return best
    return next(iter(survey.numbers("body")), 0)


def _densest(survey: Survey, prose: list[int], start: int, chrome: Set[int]) -> int:
    """The deepest element on the way from *start* that still holds nearly all of its prose."""
    current = start
    while True:
        children = [child for child in survey.children(current) if child not in chrome]
        best = max(children, key=prose.__getitem__, default=None)
        if best is None or not prose[best] or prose[best] < _NEARLY_ALL * prose[current]:
            return current
        if survey.own[best] >= prose[best] or survey.tags[best] in _WHOLES:  # one piece of a body, and no place for it
            return current
        current = best
