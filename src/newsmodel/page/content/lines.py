"""The lines of a page: each element with text of its own that may be a piece of an article, and what is measured of it.

Left aside, because no piece of an article was ever seen there: navigation, the page's footer, buttons, menus, what
is hidden or a form and holds no prose, comment sections, captions (they belong to their figure), and short lines that
are nothing but links in the midst of links.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import Final

from newsmodel.page.survey import DENSE, HEADINGS, Survey

_ASIDE: Final = ("nav", "footer", "button", "select", "dialog", "figcaption", "menu", "textarea")
_MOSTLY: Final = 90  # per cent of a line's text in links, from which on it is a link
_SHORT: Final = 120
_LEAST_PROSE: Final = 80  # of size
_MOST_LINKED: Final = 50  # per cent


class Lines:
    """The lines in document order, as parallel lists.

    numbers: of the element, in the survey. texts: with single spaces. sizes: how much a line says: its characters, a
    character of a script without spaces counted twice. links: per cent of its characters in links. prose: its size if
    it is long and free of links enough to be a paragraph, else 0.
    """

    __slots__ = ("links", "numbers", "prose", "sizes", "texts")

    def __init__(self, survey: Survey, sections: Set[int] = frozenset()) -> None:
        self.numbers: list[int] = []
        self.texts: list[str] = []
        self.sizes: list[int] = []
        self.links: list[int] = []
        self.prose: list[int] = []
        outside = list(_outside(survey, sections))
        for number in [each for each in outside if not _is_link_among_links(survey, each)] or outside:
            text = " ".join("".join(survey.lines[number]).split())
            size = len(text) if text.isascii() else len(text) + len(DENSE.findall(text))
            self.numbers.append(number)
            self.texts.append(text)
            self.sizes.append(size)
            self.links.append(links := 100 * survey.linked_own[number] // survey.own[number])
            self.prose.append(size if size >= _LEAST_PROSE and links <= _MOST_LINKED else 0)

    def __len__(self) -> int:
        return len(self.numbers)


def _outside(survey: Survey, sections: Set[int]) -> Iterator[int]:
    """The elements with text of their own, in document order, without those in what is left aside."""
    without_prose = (number for number in (*survey.hidden, *survey.numbers("form")) if not survey.prose[number])
    furniture = [*without_prose, *survey.numbers(*_ASIDE)]
    most = survey.chars[0] // 2  # an element with more text than that is the page, whatever it is called
    left_aside = sorted([*sections, *(number for number in furniture if survey.chars[number] <= most)])
    gaps = iter(_gaps(survey, left_aside))
    begin, end = next(gaps)
    for number in sorted(survey.lines):
        while number >= end:
            begin, end = next(gaps)
        if number >= begin and survey.own[number]:
            yield number


def _gaps(survey: Survey, left_aside: list[int]) -> Iterator[tuple[int, int]]:
    """The ranges of elements around those left aside; the last has no end."""
    begin = 0
    for number in left_aside:
        if number >= begin:
            yield begin, number
            begin = survey.ends[number]
    yield begin, len(survey.nodes)


def _is_link_among_links(survey: Survey, number: int) -> bool:
    parent = survey.parents[number]
    return (
        100 * survey.linked_own[number] >= _MOSTLY * survey.own[number]
        and survey.own[number] < _SHORT
        and survey.tags[number] not in HEADINGS
        and 100 * survey.linked[parent] >= _MOSTLY * survey.chars[parent]
    )
