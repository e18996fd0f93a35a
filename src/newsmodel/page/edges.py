"""What a body's element still holds that is none of the body: lists of links, and lines before and after the text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator
from typing import Final

from newsmodel.page.survey import PHRASING, Survey
from newsmodel.page.words import word_set

_PARTS: Final = word_set("div section aside ul ol dl table p li h2 h3 h4 h5 h6 article details")
_HEADINGS: Final = word_set("h1 h2 h3 h4 h5 h6")
_BOXES: Final = word_set("div section aside article ul ol")
_MEDIA: Final = ("figure", "img", "video", "audio", "iframe", "picture")
_MOST_LINKED: Final = 0.66
_SHORT_LINE: Final = 60
_ENDS: Final = tuple(".!?…:\"”»“'’)。！？」』।")


def lists_of_links(survey: Survey, root: int, left_out: Container[int]) -> Iterator[int]:
    """The outermost parts of *root* whose text is nearly all links: teasers, "read also" lines, tags."""
    number, end = root + 1, survey.ends[root]
    while number < end:
        if number in left_out:
            number = survey.ends[number]
        elif survey.tags[number] in _PARTS and survey.linked[number] > _MOST_LINKED * survey.chars[number]:
            yield number
            number = survey.ends[number]
        else:
            number += 1


def hollow(survey: Survey, root: int, left_out: Container[int]) -> Iterator[int]:
    """The outermost parts of *root* of which only a heading is left ("Read also"), what it headed being left out."""
    size = survey.ends[root] - root
    words, cut = [0] * size, [False] * size
    for number in _kept(survey, root, left_out):
        if survey.own[number] and survey.tags[number] not in PHRASING and survey.tags[number] not in _HEADINGS:
            words[number - root] = survey.own[number]
        cut[number - root] = any(child in left_out and survey.chars[child] for child in survey.children(number))
    for number in range(survey.ends[root] - 1, root, -1):
        above = survey.parents[number] - root
        words[above] += words[number - root]
        cut[above] |= cut[number - root]
    media, end = survey.numbers(*_MEDIA), root
    for number in _kept(survey, root, left_out):
        is_hollow = cut[number - root] and not words[number - root] and survey.tags[number] in _BOXES
        holds_media = bisect_right(media, number) < bisect_left(media, survey.ends[number])
        if number > root and number >= end and is_hollow and not holds_media:
            yield number
            end = survey.ends[number]


def _kept(survey: Survey, root: int, left_out: Container[int]) -> Iterator[int]:
    """The elements of *root* that are not left out, itself first."""
    number, end = root, survey.ends[root]
    while number < end:
        if number in left_out:
            number = survey.ends[number]
        else:
            yield number
            number += 1


def edges(survey: Survey, roots: tuple[int, ...], left_out: Container[int]) -> Iterator[int]:
    """The lines before the first prose and after the last that are no part of the text.

    Before: all but a paragraph. After: headings, and lines that are no sentence.
    """
    lines = [number for root in roots for number in text_blocks(survey, root, left_out)]
    prose = [position for position, number in enumerate(lines) if survey.prose[number]]
    if not prose:
        return
    for number in lines[: prose[0]]:
        if survey.tags[number] != "p" or survey.own[number] < _SHORT_LINE // 3:
            yield number
    for number in reversed(lines[prose[-1] + 1 :]):
        if survey.tags[number] in ("p", "li", "blockquote", "td", "dd") and survey.own[number] >= _SHORT_LINE // 3:
            break
        yield number


def text_blocks(survey: Survey, root: int, left_out: Container[int]) -> Iterator[int]:
    """The elements inside *root* with lines of their own, in document order."""
    kept = _kept(survey, root, left_out)
    return (number for number in kept if survey.own[number] and survey.tags[number] not in PHRASING)
