"""What is told by standing in all comments alike: what is there to be clicked, in whatever language, and the author.

A short piece that reads the same in nearly every comment says nothing ("Share this comment?"). The first kind of piece
that nearly every comment has, and that reads otherwise in each, is who wrote it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from newsmodel.page.comments.actions import is_action
from newsmodel.page.comments.bodies import left_over
from newsmodel.page.comments.gathering import Item
from newsmodel.page.comments.roles import AUTHOR, BODY, WEAK
from newsmodel.page.comments.shapes import WRITTEN_DATE
from newsmodel.page.nodes import brief_text
from newsmodel.page.survey import Survey

_DIGITS: Final = re.compile(r"[\d\W]+")
_LONGEST: Final = 48
_LEAST_ITEMS: Final = 3
_LEAST_NAME: Final = 3  # characters; two are initials in place of a picture
_LEAST_SHARE: Final = 0.8  # of the comments that it stands in
_MOST_LOOKS: Final = 120
_RANK: Final = WEAK + 3

Piece: TypeAlias = tuple[Item, int, str]


def compare(survey: Survey, items: Sequence[Item]) -> None:
    """Sets apart in each comment what stands in nearly all of them, and finds the authors that no name tells."""
    if len(items) < _LEAST_ITEMS:
        return
    pieces = [(item, number, brief_text(survey.nodes[number])) for item in items for number in _pieces(survey, item)]
    for found in _widespread(_by_text(pieces), len(items)):
        for item, number, _ in found:
            item.apart.add(number)
    nameless = [piece for piece in pieces if AUTHOR not in piece[0].parts and piece[1] not in piece[0].apart]
    told = _widespread(_by_kind(survey, nameless), len({piece[0].number for piece in nameless}) or 1)
    for item, number, _ in next((found for found in told if _are_names(survey, found)), ()):
        if AUTHOR not in item.parts:
            item.parts[AUTHOR] = (_RANK, number)
            item.authors.append((_RANK, number))
            item.apart.add(number)


def _pieces(survey: Survey, item: Item) -> Iterator[int]:
    """The innermost elements outside the text that hold a short one."""
    body = item.part(BODY)
    text = range(0) if body is None else range(body, survey.ends[body])
    for number in range(item.number + 1, min(item.own_end, item.number + _MOST_LOOKS)):
        is_short = 0 < survey.chars[number] <= _LONGEST and number not in text and number not in item.apart
        if is_short and not any(survey.chars[number + 1 : survey.ends[number]]):
            yield number


def _by_text(pieces: list[Piece]) -> Mapping[str, list[Piece]]:
    found: dict[str, list[Piece]] = defaultdict(list)
    for piece in pieces:
        found[_DIGITS.sub(" ", piece[2]).casefold()].append(piece)
    return found


def _by_kind(survey: Survey, pieces: list[Piece]) -> Mapping[tuple[str, str], list[Piece]]:
    """The pieces by element and names without numbers, those of the first comments first."""
    found: dict[tuple[str, str], list[Piece]] = defaultdict(list)
    for piece in pieces:
        number = piece[1]
        found[survey.tags[number], _DIGITS.sub("", survey.names[number])].append(piece)
    return found


def _widespread(
    found: Mapping[str, list[Piece]] | Mapping[tuple[str, str], list[Piece]], items: int
) -> list[list[Piece]]:
    least = _LEAST_SHARE * items
    return [pieces for pieces in found.values() if len({item.number for item, _, _ in pieces}) >= least]


def _are_names(survey: Survey, pieces: list[Piece]) -> bool:
    """Whether these are something else than labels, dates and the texts themselves."""
    texts = {item.number: left_over(survey, item) for item, _, _ in pieces if BODY not in item.parts}
    unlike = sum(
        len(said) < _LEAST_NAME
        or is_action(said)
        or WRITTEN_DATE.search(said) is not None
        or texts.get(item.number, survey.chars[number] + 1) <= survey.chars[number]
        for item, number, said in pieces
    )
    return 10 * unlike <= len(pieces)
