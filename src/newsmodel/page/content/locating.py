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

from newsmodel.markup.html_embeds import post_classes
from newsmodel.page.comments.inline import MARKER
from newsmodel.page.content.chrome_names import names_chrome
from newsmodel.page.content.doubles import without_doubles
from newsmodel.page.content.features import Told
from newsmodel.page.content.judging import lines_of_article
from newsmodel.page.content.lines import Lines
from newsmodel.page.survey import Survey
from newsmodel.page.words import EMBEDDED, tokens_of, word_set, words_of

_PIECES: Final = word_set(
    "p ul ol li dl dt dd table thead tbody tfoot tr blockquote figure aside details pre h1 h2 h3 h4 h5 h6"
)
_MEDIA: Final = word_set("figure picture img video audio iframe amp-img amp-video amp-iframe")
_WHOLES: Final = word_set("table dl")
_SET_APART: Final = _WHOLES | {"blockquote", "pre"}
_MOST_LINKED: Final = 3  # a third of its words
_INSERTED: Final = frozenset(name.removeprefix(".") for name in post_classes) | word_set(
    "kg-callout-card kg-toggle-card kg-bookmark-card kg-file-card kg-audio-card kg-video-card kg-gallery-card"
    " kg-embed-card wp-block-file wp-embedded-content"
)
"""What writers insert: posts of networks, cards of Ghost and WordPress, but not their buttons."""

_CAPTIONS: Final = word_set("caption captions legend bildunterschrift leyenda legende didascalia credit credits")
_LONGEST_CAPTION: Final = 600
_MOST_CAPTIONS: Final = 2  # lines of a caption that does not say so: words and a credit
_MOST_STEPS: Final = 30  # from a caption up to what it is of


class Content(NamedTuple):
    """roots: the elements whose children are the body, in order. left_out: those in them that are no part of it.
    figures: those that are a picture with the words beside it, whatever their tag.
    """

    roots: tuple[int, ...] = ()
    left_out: frozenset[int] = frozenset()
    figures: frozenset[int] = frozenset()


def locate(
    survey: Survey, sections: Set[int] = frozenset(), told: Told | None = None, within: Sequence[int] = ()
) -> Content:
    """The body's element and what is left out of it; linear in the size of the page.

    *sections*: the comment sections, which are left out wherever they stand. *told*: what the page says of its article.
    *within*: the elements that hold the article, if a caller knows them: only what is plainly none is taken from them.
    """
    lines = Lines(survey, sections)
    kept = lines_of_article(survey, lines, told or Told(), within)
    return _cut(survey, without_doubles(survey, lines, kept), sections) if kept else Content()


def _around(survey: Survey, kept: Sequence[int]) -> int:
    """The deepest element around all lines that is no piece of a body itself."""
    number = survey.parents[kept[0]]
    while number > 0 and (survey.ends[number] <= kept[-1] or survey.tags[number] in _PIECES):
        number = survey.parents[number]
    return max(number, 0)


def _cut(survey: Survey, kept: list[int], sections: Set[int]) -> Content:
    """The element around the lines kept, and what in it holds none of them."""
    root = _around(survey, kept)
    every, lines = sorted(survey.lines), set(kept)
    left_out: list[int] = []
    figures: list[int] = []
    waiting = survey.children(root)[::-1]
    while waiting:
        number = waiting.pop()
        end = survey.ends[number]
        first, last = bisect_left(every, number), bisect_left(every, end)
        held = bisect_left(kept, end) - bisect_left(kept, number)
        if number in sections:
            left_out.append(number)
        elif _is_whole(survey, number, held, last - first, kept) or (first == last and survey.blocks[number] in lines):
            continue  # the latter are words of a line that is kept
        elif 0 < held < last - first or (not held and number > kept[0] and MARKER in survey.names[number]):
            waiting.extend(survey.children(number)[::-1])
        elif not held and not _is_medium(survey, number, kept):
            left_out.append(number)
        elif not held and last > first:
            left_out.extend(_no_captions(survey, number, every[first:last]))
            figures.append(number)
    return Content((root,), frozenset(left_out), frozenset(_boxes(survey, figures)))


def _is_whole(survey: Survey, number: int, held: int, lines: int, kept: list[int]) -> bool:
    """Whether an element is read as it stands: a table or list of terms without holes, a card of the editor's own.

    So is a quote, a table, code, a list of terms right between two lines of the article, if it leads nowhere, and a
    caption, which goes with its table.
    """
    tag = survey.tags[number]
    if tag == "caption" or (tag in _SET_APART and lines and _is_between(survey, number, kept)):
        return True
    if tag in _WHOLES:
        return 2 * held > lines
    return kept[0] < number < kept[-1] and not _INSERTED.isdisjoint(tokens_of(survey.names[number]))


def _is_between(survey: Survey, number: int, kept: list[int]) -> bool:
    """Whether the lines kept before and after an element are its own neighbours, and nothing speaks against it."""
    before, after = bisect_left(kept, number), bisect_left(kept, survey.ends[number])
    if not before or after == len(kept) or _MOST_LINKED * survey.linked[number] > survey.chars[number]:
        return False
    names, parent = survey.names[number], survey.parents[number]
    beside = survey.parents[kept[before - 1]] == parent == survey.parents[kept[after]]
    return beside and not (names and names_chrome(names))


def _is_medium(survey: Survey, number: int, kept: list[int]) -> bool:
    """Whether an element without a line of the article is a picture or an embed of its body, or wordless."""
    names = survey.names[number]
    between = kept[0] < number < kept[-1]
    if _is_embed(survey, number):
        return between
    if survey.linked[number] or survey.chars[number] > _LONGEST_CAPTION or (names and names_chrome(names)):
        return False
    if not any(survey.tags[inner] in _MEDIA for inner in range(number, survey.ends[number])):
        return between and not survey.chars[number]
    return between or survey.parents[number] in (survey.parents[kept[0]], survey.parents[kept[-1]])


def _no_captions(survey: Survey, number: int, lines: list[int]) -> list[int]:
    """The lines beside a picture or an embed that are no caption: nobody says so, and they are more than one or two."""
    others = [line for line in lines if not _says_caption(survey, line, number)]
    is_caption = len(others) == len(lines) <= _MOST_CAPTIONS and not _is_embed(survey, number)
    return [] if is_caption else others


def _boxes(survey: Survey, figures: list[int]) -> Iterator[int]:
    """Those that need the rule for figures, because their own element has none."""
    for number in figures:
        inside = range(number, survey.ends[number])
        if not _is_embed(survey, number) and not any(survey.tags[inner] == "figure" for inner in inside):
            yield number


def _is_embed(survey: Survey, number: int) -> bool:
    return bool(words_of(survey.names[number]) & EMBEDDED)


def _says_caption(survey: Survey, line: int, number: int) -> bool:
    return any(_is_caption(survey, inner) for inner in islice(_between(survey, line, number), _MOST_STEPS))


def _is_caption(survey: Survey, number: int) -> bool:
    tag = survey.tags[number]
    return tag in ("figcaption", "blockquote") or bool(words_of(survey.names[number]) & _CAPTIONS)


def _between(survey: Survey, number: int, outer: int) -> Iterator[int]:
    """The elements from one up to another around it, both among them."""
    while number >= outer:
        yield number
        number = survey.parents[number]
