"""Where the prose of a page stands: how much of it each element holds that is around a line, and the way to the most.

Only the elements around lines are counted, a few hundred even on the largest page.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsmodel.markup.engine import attribute
from newsmodel.page.content.lines import Lines
from newsmodel.page.survey import Survey
from newsmodel.page.words import word_set

_LEAST_SHARE: Final = 0.3  # of the page's prose that a locator must hold to be believed
_WHOLES: Final = word_set("p ul ol dl table blockquote figure aside details pre")
_NEARLY_ALL: Final = 0.82  # of the prose that one child must hold for the way down to go on


class Regions:
    """The elements around the lines of a page.

    prose: of all lines inside an element. own_prose, own_count: of the lines right inside it. children: those of
    its children that are around lines or are one. densest: the element with most prose right inside. above: from there
    up, with the steps. marked: the elements that say they are the article's body. roots: where the article seems to be.
    """

    __slots__ = (
        "above", "children", "densest", "marked", "own_count", "own_prose", "prose", "roots", "total"
    )  # fmt: skip

    def __init__(self, survey: Survey, lines: Lines) -> None:
        self.prose: dict[int, int] = {}
        self.own_prose: dict[int, int] = {}
        self.own_count: dict[int, int] = {}
        self.children: dict[int, list[int]] = {}
        self.total: int = sum(lines.prose) or 1
        self._sum_up(survey, lines)
        self.densest: int = max(self.own_prose, key=self.own_prose.__getitem__, default=0)
        self.above: dict[int, int] = {number: steps for steps, number in enumerate(_upwards(survey, self.densest))}
        self.marked: frozenset[int] = frozenset(_marked(survey))
        self.roots: tuple[int, ...] = self._roots(survey)

    def _sum_up(self, survey: Survey, lines: Lines) -> None:
        parents = survey.parents
        around: set[int] = set()
        for number in lines.numbers:
            while number >= 0 and number not in around:
                around.add(number)
                number = parents[number]
        self.prose = dict.fromkeys(around, 0)
        for number, prose in zip(lines.numbers, lines.prose, strict=True):
            parent = max(parents[number], 0)
            self.own_prose[parent] = self.own_prose.get(parent, 0) + prose
            self.own_count[parent] = self.own_count.get(parent, 0) + 1
            self.prose[number] = prose
        for number in sorted(around, reverse=True):
            if (parent := parents[number]) >= 0:
                self.prose[parent] += self.prose[number]
                self.children.setdefault(parent, []).append(number)

    def _roots(self, survey: Survey) -> tuple[int, ...]:
        """By what they are worth: `itemprop=articleBody`, the `<article>` with most prose, `<main>`, the page."""
        found = self._believed(self.marked)
        if found:
            beside = survey.parents[found[0]]
            return tuple(sorted(number for number in self.marked if survey.parents[number] == beside))
        start = self._believed(survey.numbers("article")) or self._believed(survey.numbers("main"))
        return (self._down(survey, next(iter(start), next(iter(survey.numbers("body")), 0))),)

    def _believed(self, numbers: list[int] | frozenset[int]) -> list[int]:
        """The one of *numbers* with most prose, if that is a good part of the page's; else none."""
        best = max(sorted(numbers), key=lambda number: self.prose.get(number, 0), default=-1)
        held = self.prose.get(best, 0)
        return [best] if held and held >= _LEAST_SHARE * self.total else []

    def _down(self, survey: Survey, number: int) -> int:
        """The deepest element on the way down that still holds nearly all of the prose, and is no piece of a body."""
        while True:
            best = max(self.children.get(number, ()), key=lambda child: self.prose.get(child, 0), default=-1)
            held = self.prose.get(best, 0)
            if not held or held < _NEARLY_ALL * self.prose[number]:
                return number
            if survey.own[best] >= held or survey.tags[best] in _WHOLES:
                return number
            number = best


def _upwards(survey: Survey, number: int) -> Iterator[int]:
    while number >= 0:
        yield number
        number = survey.parents[number]


def _marked(survey: Survey) -> Iterator[int]:
    """The outermost elements with `itemprop=articleBody`."""
    end = -1
    for number in survey.items:
        says_so = "articleBody" in (attribute(survey.nodes[number], "itemprop") or "").split()
        if says_so and number >= end and survey.chars[number]:
            yield number
            end = survey.ends[number]
