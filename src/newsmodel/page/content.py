"""Where the article is: the element that holds its body, and what in it is to be left out.

Every line of the page is judged (`judging`); what is kept of the page is what holds a line of the article, with the
pictures and embeds between them. A body in several containers needs no joining, and a teaser in the
midst of it no rule of its own.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from itertools import islice
from typing import Final, NamedTuple

from newsmodel.page.chrome_names import names_chrome
from newsmodel.page.features import Told
from newsmodel.page.judging import lines_of_article
from newsmodel.page.lines import Lines
from newsmodel.page.survey import Survey
from newsmodel.page.words import word_set, words_of

_PIECES: Final = word_set(
    "p ul ol li dl dt dd table thead tbody tfoot tr blockquote figure aside details pre h1 h2 h3 h4 h5 h6"
)
_MEDIA: Final = word_set("figure picture img video audio iframe amp-img amp-video amp-iframe")
_EMBEDS: Final = word_set("embed tweet instagram tiktok")
_CAPTIONS: Final = word_set("caption captions legend bildunterschrift leyenda legende didascalia credit credits")
_LONGEST_CAPTION: Final = 600
_MOST_STEPS: Final = 30  # from a caption up to what it is of


class Content(NamedTuple):
    """The elements whose children are the body, in order, and those in them that are no part of it."""

    roots: tuple[int, ...]
    left_out: frozenset[int]


def locate(
    survey: Survey, sections: Set[int] = frozenset(), told: Told | None = None, within: Sequence[int] = ()
) -> Content:
    """The body's element and what is left out of it; linear in the size of the page.

    *sections*: the comment sections, which are left out wherever they stand. *told*: what the page says of its article.
    *within*: the elements that hold the article, if a caller knows them: only what is plainly none is taken from them.
    """
    lines = Lines(survey, sections)
    kept = lines_of_article(survey, lines, told or Told(), within)
    if not kept:
        return Content((), frozenset())
    root = _around(survey, kept)
    return Content((root,), frozenset(_left_out(survey, root, kept, sections)))


def _around(survey: Survey, kept: Sequence[int]) -> int:
    """The deepest element around all lines that is no piece of a body itself."""
    number = survey.parents[kept[0]]
    while number > 0 and (survey.ends[number] <= kept[-1] or survey.tags[number] in _PIECES):
        number = survey.parents[number]
    return max(number, 0)


def _left_out(survey: Survey, root: int, kept: list[int], sections: Set[int]) -> Iterator[int]:
    """The outermost elements in *root* that hold nothing of the article."""
    every = sorted(survey.lines)
    waiting = survey.children(root)[::-1]
    while waiting:
        number = waiting.pop()
        end = survey.ends[number]
        held = bisect_left(kept, end) - bisect_left(kept, number)
        if number in sections or (not held and not _is_medium(survey, number, kept)):
            yield number
        elif not held:
            yield from _captions(survey, number, every)
        elif held < bisect_left(every, end) - bisect_left(every, number):
            waiting.extend(survey.children(number)[::-1])


def _is_medium(survey: Survey, number: int, kept: list[int]) -> bool:
    """Whether an element without a line of the article is a picture or an embed of its body, or wordless."""
    names = survey.names[number]
    between = kept[0] < number < kept[-1]
    if names and words_of(names) & _EMBEDS:
        return between
    if survey.linked[number] or survey.chars[number] > _LONGEST_CAPTION or (names and names_chrome(names)):
        return False
    if not any(survey.tags[inner] in _MEDIA for inner in range(number, survey.ends[number])):
        return between and not survey.chars[number]
    return between or survey.parents[number] in (survey.parents[kept[0]], survey.parents[kept[-1]])


def _captions(survey: Survey, number: int, every: list[int]) -> Iterator[int]:
    """The lines in a picture or an embed that are no caption of a figure and no post: nobody says what they are."""
    for line in every[bisect_left(every, number) : bisect_left(every, survey.ends[number])]:
        if not any(_is_caption(survey, inner) for inner in islice(_between(survey, line, number), _MOST_STEPS)):
            yield line


def _is_caption(survey: Survey, number: int) -> bool:
    tag = survey.tags[number]
    return tag in ("figcaption", "blockquote") or bool(words_of(survey.names[number]) & _CAPTIONS)


def _between(survey: Survey, number: int, outer: int) -> Iterator[int]:
    """The elements from one up to another around it, both among them."""
    while number >= outer:
        yield number
        number = survey.parents[number]
