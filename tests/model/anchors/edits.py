"""Generated edits of articles, letter by letter: every letter remembers where it came from, so that the truth is known.

The passage is in the original of a paragraph, not in its copy; once the original is gone, the copy is what was moved.
"""

from __future__ import annotations

import random
from pathlib import Path
from typing import NamedTuple

import attrs

import newsmodel as nm

EXAMPLES = Path(__file__).resolve().parents[3] / "examples" / "articles"
WORDS = tuple("harbour council never of the and 1,400 said yesterday bread because Maren „quoted“ it".split())  # noqa: SIM905


class Letter(NamedTuple):
    """A letter, and where it stood in the original: paragraph and offset, None if it is new. is_copy: or copied."""

    letter: str
    origin: tuple[int, int] | None
    is_copy: bool = False


class Piece(NamedTuple):
    """A paragraph as letters, and its id."""

    letters: list[Letter]
    id: str | None

    @property
    def text(self) -> str:
        return "".join(letter.letter for letter in self.letters)


def new(text: str) -> list[Letter]:
    return [Letter(letter, None) for letter in text]


def articles() -> list[nm.Article]:
    """The example articles, their body as a list of paragraphs."""
    return [_plain(nm.read(path)) for path in sorted(EXAMPLES.glob("*.json"))]


def _plain(article: nm.Article) -> nm.Article:
    texts = [nm.plain_text(block) for block in article.body]
    return nm.Article(article.headline, body=[nm.Paragraph(text) for text in texts if text])


def with_ids(article: nm.Article) -> nm.Article:
    return attrs.evolve(article, body=[attrs.evolve(block, id=f"p{n}") for n, block in enumerate(article.body)])


def pieces(article: nm.Article) -> list[Piece]:
    return [
        Piece([Letter(letter, (n, offset)) for offset, letter in enumerate(str(block.text))], block.id)
        for n, block in enumerate(article.body)
    ]


def article_of(pieces: list[Piece], headline: str = "") -> nm.Article:
    return nm.Article(headline, body=[nm.Paragraph(piece.text, id=piece.id) for piece in pieces])


def words(piece: Piece) -> list[tuple[int, int]]:
    """Where the words of a paragraph begin and end."""
    found, start = [], None
    for offset, letter in enumerate([*piece.letters, Letter(" ", None)]):
        if letter.letter.isspace():
            if start is not None:
                found.append((start, offset))
            start = None
        elif start is None:
            start = offset
    return found


def some_words(dice: random.Random, piece: Piece, most: int) -> tuple[int, int]:
    """A few words in a row, with no space around them."""
    found = words(piece)
    first = dice.randrange(len(found))
    last = min(first + dice.randint(1, most), len(found)) - 1
    return found[first][0], found[last][1]


def typo(dice: random.Random, word: list[Letter]) -> list[Letter]:
    """A word with a letter left out, doubled, changed, or two of them swapped."""
    place = dice.randrange(len(word))
    kind = dice.randrange(4)
    if kind == 0 and len(word) > 1:
        return word[:place] + word[place + 1 :]
    if kind == 1:
        return [*word[: place + 1], *new(word[place].letter), *word[place + 1 :]]
    if kind == 2 and place + 1 < len(word):
        return [*word[:place], word[place + 1], word[place], *word[place + 2 :]]
    return [*word[:place], *new(dice.choice("aeinrst")), *word[place + 1 :]]


def invented(dice: random.Random, most: int = 6) -> list[Letter]:
    return new(" ".join(dice.choices(WORDS, k=dice.randint(1, most))))


# Every edit changes the list of pieces, at or near paragraph number *at*.


def insert(dice, pieces, at):
    place = dice.choice(words(pieces[at]))[0]
    pieces[at].letters[place:place] = [*invented(dice), *new(" ")]


def delete(dice, pieces, at):
    start, end = some_words(dice, pieces[at], 8)
    del pieces[at].letters[start : end + 1]


def replace(dice, pieces, at):
    start, end = some_words(dice, pieces[at], 6)
    pieces[at].letters[start:end] = invented(dice)


def retype(dice, pieces, at):
    for start, end in reversed(words(pieces[at])):
        if dice.random() < 0.12:
            pieces[at].letters[start:end] = typo(dice, pieces[at].letters[start:end])


def move(dice, pieces, at):
    pieces.insert(dice.randrange(len(pieces)), pieces.pop(at))


def split(dice, pieces, at):
    letters, place = pieces[at].letters, dice.choice(words(pieces[at]))[0]
    if place:
        pieces[at : at + 1] = [Piece(letters[: place - 1], pieces[at].id), Piece(letters[place:], None)]


def merge(dice, pieces, at):
    if at + 1 < len(pieces):
        below = pieces.pop(at + 1)
        pieces[at].letters.extend([*new(" "), *below.letters])


def duplicate(dice, pieces, at):
    copy = [letter._replace(is_copy=True) for letter in pieces[at].letters]
    pieces.insert(dice.randint(at + 1, len(pieces)), Piece(copy, None))


def drop(dice, pieces, at):
    del pieces[at]


def write(dice, pieces, at):
    pieces.insert(at, Piece(invented(dice, 40), None))


EDITS = (insert, delete, replace, retype, move, split, merge, duplicate, drop, write)


class Truth(NamedTuple):
    """Where the passage is: paragraph, start and end of what is left of it. left: 0 to 1. whole: untouched."""

    place: int
    start: int
    end: int
    left: float
    whole: bool


def truths(pieces: list[Piece], at: int, start: int, end: int) -> list[Truth]:
    """What became of the passage *start* to *end* of paragraph *at*, the original first, what has most of it first."""
    found = []
    for place, piece in enumerate(pieces):
        for is_copy in (False, True):
            kept = [offset for offset, letter in enumerate(piece.letters) if _is_of(letter, at, start, end, is_copy)]
            if kept:
                found.append((is_copy, -len(kept), place, kept))
    return [
        Truth(place, kept[0], kept[-1] + 1, -count / (end - start), _is_whole(pieces[place], kept, at, start, end))
        for _, count, place, kept in sorted(found)
    ]


def _is_of(letter: Letter, at: int, start: int, end: int, is_copy: bool) -> bool:
    if letter.origin is None or letter.is_copy != is_copy:
        return False
    return letter.origin[0] == at and start <= letter.origin[1] < end


def _is_whole(piece: Piece, kept: list[int], at: int, start: int, end: int) -> bool:
    span = piece.letters[kept[0] : kept[-1] + 1]
    return [letter.origin for letter in span] == [(at, offset) for offset in range(start, end)]
