"""Edits of an anchored passage, what became of it, and whether an answer is right."""

from __future__ import annotations

import random
from typing import NamedTuple

from tests.model.anchors import edits
from tests.model.anchors.edits import Truth

import newsmodel as nm
from newsmodel.model.anchors import Passage, anchor
from newsmodel.model.anchors.matching import distances

ARTICLES = edits.articles()
CASES = 2000


class Case(NamedTuple):
    """An article before and after an edit, an anchor to the one, and the truth about the other."""

    old: nm.Article
    new: nm.Article
    anchor: nm.Anchor
    truths: list[Truth]


def generated(seed: int) -> Case:
    """One to three edits, mostly of the anchored paragraph; in every eighth case the passage is deleted first."""
    dice = random.Random(seed)
    old = dice.choice(ARTICLES)
    old = edits.with_ids(old) if dice.random() < 0.5 else old
    pieces = edits.pieces(old)
    at = dice.choices(range(len(pieces)), [len(piece.letters) for piece in pieces])[0]
    start, end = edits.some_words(dice, pieces[at], dice.choice([1, 3, 8, 20, 200]))
    if dice.random() < 0.125:
        del pieces[at].letters[start:end]
    for _ in range(dice.choice([1, 1, 2, 3])):
        pieces = [piece for piece in pieces if piece.text.strip()]
        home = [
            n
            for n, piece in enumerate(pieces)
            if any(letter.origin and letter.origin[0] == at for letter in piece.letters)
        ]
        where = dice.choice(home) if home and dice.random() < 0.6 else dice.randrange(len(pieces))
        dice.choice(edits.EDITS)(dice, pieces, where)
    pieces = [piece for piece in pieces if piece.text.strip()]
    new = edits.article_of(pieces)
    return Case(old, new, anchor(old, old.body[at], start, end), edits.truths(pieces, at, start, end))


def survives(case: Case) -> bool:
    """Whether four fifths of the passage stand together in one paragraph."""
    if not case.truths:
        return False
    truth = case.truths[0]
    text = str(case.new.body[truth.place].text)[truth.start : truth.end]
    *_, distance = distances(case.anchor.exact, text, anchored=True)
    return distance <= len(case.anchor.exact) / 5


def is_right(case: Case, found: Passage) -> bool:
    """Whether *found* is where the passage is: exactly there, if nothing in it was changed, else most of what is left.

    A copy that is the same letter by letter, in a paragraph that is the same letter by letter, is as right.
    """
    if not case.truths:
        return False
    block, start, end = found
    place = next(number for number, other in enumerate(case.new.body) if other is block)
    truth = case.truths[0]
    if place != truth.place and any(place == other.place for other in case.truths):
        return edits_made_it_undecidable(case, place)
    if place != truth.place:
        return False
    if truth.whole:
        return (start, end) == (truth.start, truth.end)
    shared = min(end, truth.end) - max(start, truth.start)
    return 2 * shared > max(end, truth.end) - min(start, truth.start)


def edits_made_it_undecidable(case: Case, place: int) -> bool:
    """Whether a copy reads as the passage did, with all of its context, while the original does not any more."""
    copy, original = (str(case.new.body[other].text) for other in (place, case.truths[0].place))
    context = case.anchor.prefix + case.anchor.exact + case.anchor.suffix
    return copy == original or (context in copy and context not in original)
