"""Which lines of a page are of its article: what the forest says of each, what is around it, and a few rules."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final

from newsmodel.page.content.coherence import coherent
from newsmodel.page.content.features import Columns, Told, columns
from newsmodel.page.content.lines import Lines
from newsmodel.page.content.regions import Regions
from newsmodel.page.content.weights import forest
from newsmodel.page.survey import HEADINGS, Survey
from newsmodel.phrases.furniture import is_furniture, is_list_heading

# Scores are thousandths of the logarithm of the odds.
_LEAST_SCORE: Final = 100  # rather leave out than let in
_COST: Final = 300  # of a line or an element that is in where its parent is not, or the other way round
_LINKED: Final = 50  # per cent of a sentence in links, from which on it says little itself
_NEAR: Final = -1500
_TRUST: Final = 4000  # in a caller's word for where the article is


def lines_of_article(survey: Survey, lines: Lines, told: Told, within: Sequence[int] = ()) -> list[int]:
    """The elements of the lines that are of the article, in order; [] only for a page without lines.

    *told*: what the page says of its article. *within*: the elements that hold it, if a caller knows them.
    """
    if not lines:
        return []
    regions = Regions(survey, lines)
    measured = columns(survey, lines, regions, told)
    scores = _scores(survey, lines, measured, within)
    found = _together(survey, lines, scores)
    found = _with_sentences(survey, lines, found, scores, measured["end"])
    if not any(found):  # a page too small to judge by
        found = [survey.within(number, within or regions.roots) for number in lines.numbers]
    return list(_without_hollow_headings(survey, lines, found))


def _scores(survey: Survey, lines: Lines, measured: Columns, within: Sequence[int]) -> list[int]:
    """Of each line, above zero if it is of the article: by the forest, and by the caller who knows where it is."""
    scores = [score - _LEAST_SCORE for score in forest().scores(measured)]
    if not within:
        return scores
    judged = zip(scores, lines.numbers, strict=True)
    return [score + _TRUST if survey.within(number, within) else -_TRUST for score, number in judged]


def _together(survey: Survey, lines: Lines, scores: list[int]) -> list[bool]:
    """The lines that are in by their scores and those of what is around them; no furniture."""
    headline = _headline(survey)
    voices = [0 if number == headline else score for number, score in zip(lines.numbers, scores, strict=True)]
    together = coherent(survey, lines.numbers, voices, _COST)
    return [each and not is_furniture(text) for each, text in zip(together, lines.texts, strict=True)]


def _headline(survey: Survey) -> int:
    """The page's one h1, which is no line of the text and says nothing of those around it; -1 if there is none such."""
    headings = survey.by_tag.get("h1", ())
    return headings[0] if len(headings) == 1 else -1


def _with_sentences(survey: Survey, lines: Lines, found: list[bool], scores: list[int], ends: list[int]) -> list[bool]:
    """The lines found, and each whole sentence between two of them that stands beside them, if it was a near thing."""
    parents = [survey.parents[number] for number in lines.numbers]
    kept = list(found)
    for at in range(1, len(found) - 1):
        beside = found[at - 1] and found[at + 1] and parents[at - 1] == parents[at] == parents[at + 1]
        kept[at] = found[at] or (beside and ends[at] == 1 and lines.links[at] < _LINKED and scores[at] > _NEAR)
    return kept


def _without_hollow_headings(survey: Survey, lines: Lines, found: list[bool]) -> Iterator[int]:
    """The lines found, without the headline, headings of lists of further articles that went, headings at the end."""
    headline = _headline(survey)
    kept = [number for number, each in zip(lines.numbers, found, strict=True) if each and number != headline]
    while len(kept) > 1 and survey.tags[kept[-1]] in HEADINGS:
        kept.pop()
    every = sorted(survey.lines)
    for number, following in zip_longest(kept, kept[1:]):
        goes_on = every[min(bisect_right(every, number), len(every) - 1)] == following
        if goes_on or survey.tags[number] not in HEADINGS or not is_list_heading("".join(survey.lines[number])):
            yield number
