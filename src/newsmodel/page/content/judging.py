"""Which lines of a page are of its article: what the forest says of each, and a few rules of what stands together."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final

from newsmodel.page.content.features import Told, columns
from newsmodel.page.content.lines import Lines
from newsmodel.page.content.regions import Regions
from newsmodel.page.content.weights import forest
from newsmodel.page.survey import HEADINGS, Survey
from newsmodel.phrases.furniture import is_furniture, is_list_heading

# Scores are thousandths of the logarithm of the odds.
_LEAST_SCORE: Final = 100  # rather leave out than let in
_SURE_SCORE: Final = 1500
_NEAR_SCORE: Final = -1500
_TRUST: Final = 4000  # in a caller's word for where the article is
_LINKED: Final = 50  # per cent
_WITHIN: Final = 4  # elements above a line
_MOST_IN_BOXES: Final = 0.3


def lines_of_article(survey: Survey, lines: Lines, told: Told, within: Sequence[int] = ()) -> list[int]:
    """The elements of the lines that are of the article, in order; [] only for a page without lines.

    *told*: what the page says of its article. *within*: the elements that hold it, if a caller knows them.
    """
    if not lines:
        return []
    regions = Regions(survey, lines)
    measured = columns(survey, lines, regions, told)
    scores = forest().scores(measured)
    if within:
        scores = [
            score + _TRUST if survey.within(number, within) else -_TRUST
            for score, number in zip(scores, lines.numbers, strict=True)
        ]
    found = [score > _LEAST_SCORE and not is_furniture(text) for score, text in zip(scores, lines.texts, strict=True)]
    found = _with_sentences(survey, lines, found, scores, measured["end"])
    found = _without_boxes(lines, found, measured["named"], scores)
    if not any(found):  # a page too small to judge by
        found = [survey.within(number, within or regions.roots) for number in lines.numbers]
    if len(headings := survey.numbers("h1")) == 1:
        found = [each and number != headings[0] for each, number in zip(found, lines.numbers, strict=True)]
    return list(_without_hollow_headings(survey, lines, found))


def _with_sentences(survey: Survey, lines: Lines, found: list[bool], scores: list[int], ends: list[int]) -> list[bool]:
    """The lines found, and each whole sentence between two of them that stands beside them, if it was a near thing."""
    parents = [survey.parents[number] for number in lines.numbers]
    kept = list(found)
    for at in range(1, len(found) - 1):
        beside = found[at - 1] and found[at + 1] and parents[at - 1] == parents[at] == parents[at + 1]
        is_sentence = ends[at] == 1 and lines.links[at] < _LINKED
        kept[at] = found[at] or (beside and is_sentence and scores[at] > _NEAR_SCORE)
    return kept


def _without_boxes(lines: Lines, found: list[bool], named: list[int], scores: list[int]) -> list[bool]:
    """The lines found, without those in boxes of letters, shares and promotions, if such boxes hold little of them.

    Whatever a name says, what holds a good part of the text is no box: sites write `class="paywall"` on paid text.
    """
    whole = sum(size for size, each in zip(lines.sizes, found, strict=True) if each)
    boxed = [each and distance <= _WITHIN for each, distance in zip(found, named, strict=True)]
    if sum(size for size, each in zip(lines.sizes, boxed, strict=True) if each) > _MOST_IN_BOXES * whole:
        return found
    judged = zip(found, boxed, scores, strict=True)
    return [each and (not box or score > _SURE_SCORE) for each, box, score in judged]


def _without_hollow_headings(survey: Survey, lines: Lines, found: list[bool]) -> Iterator[int]:
    """The lines found, without headings of lists of further articles that went, and without headings at the end."""
    kept = [number for number, each in zip(lines.numbers, found, strict=True) if each]
    while len(kept) > 1 and survey.tags[kept[-1]] in HEADINGS:
        kept.pop()
    every = sorted(survey.lines)
    for number, following in zip_longest(kept, kept[1:]):
        goes_on = every[min(bisect_right(every, number), len(every) - 1)] == following
        if goes_on or survey.tags[number] not in HEADINGS or not is_list_heading("".join(survey.lines[number])):
            yield number
