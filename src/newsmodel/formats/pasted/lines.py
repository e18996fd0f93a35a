"""The lines of pasted text, and what a line by itself can be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from newsmodel.phrases.chrome import words_of

_SENTENCE_END: Final = re.compile(r"[.!?…。！？।][\"”»“'’)\]]*$")
_LONGEST_END: Final = 12
_LABEL: Final = re.compile(r"[^.!?:;\"“„»]{2,40}")
_LONG: Final = 180  # characters; from here on a line is prose whatever its end
_LEAST_PROSE: Final = 60
_LEAST_SENTENCE: Final = 20
_MOST_LABEL_WORDS: Final = 4
_WRAPPED: Final = range(45, 101)  # lengths of lines that an editor broke


class Line(NamedTuple):
    """A line that is not blank: its words, its number from 1, and whether a blank line stands before it."""

    text: str
    number: int
    after_blank: bool


def lines_of(text: str) -> list[Line]:
    """The lines that are not blank, white space in them collapsed."""
    found: list[Line] = []
    blank = False
    for number, raw in enumerate(text.split("\n"), 1):
        words = words_of(raw)
        if words:
            found.append(Line(words, number, blank))
        blank = not words
    return found


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does."""
    return _SENTENCE_END.search(text[-_LONGEST_END:]) is not None


def is_prose(text: str) -> bool:
    """Whether a line is running text beyond doubt, and no headline."""
    if len(text) >= _LONG:
        return True
    ended = ends_sentence(text) and not text.endswith("?")
    return ended and len(text) >= _LEAST_PROSE


def is_sentence(text: str) -> bool:
    """Whether a line can be a short paragraph: below a headline a full stop suffices."""
    return is_prose(text) or (ends_sentence(text) and len(text) >= _LEAST_SENTENCE)


def is_label(text: str) -> bool:
    """Whether a line can name a section: a few words without any stop, none of them a number."""
    found = _LABEL.fullmatch(text) is not None and len(text.split()) <= _MOST_LABEL_WORDS
    return found and not any(letter.isdigit() for letter in text) and any(letter.isalpha() for letter in text)


def unwrapped(lines: Sequence[Line]) -> list[Line]:
    """The paragraphs: a line each, or the lines of a block joined where an editor broke them at a width."""
    paragraphs: list[Line] = []
    block: list[Line] = []
    for line in lines:
        if line.after_blank or (block and line.number != block[-1].number + 1):
            paragraphs.extend(_joined(block))
            block = []
        block.append(line)
    return paragraphs + _joined(block)


def _joined(block: list[Line]) -> list[Line]:
    broken = block[:-1]
    at_width = all(len(line.text) in _WRAPPED for line in broken)
    within = sum(not ends_sentence(line.text) for line in broken)
    if len(block) < 2 or not at_width or within * 2 < len(broken):
        return block
    return [block[0]._replace(text=" ".join(line.text for line in block))]
