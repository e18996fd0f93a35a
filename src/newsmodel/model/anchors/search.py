"""Where a quote may stand now, the best match first, and whether that is clearly the best.

Scores are those of Hypothes.is (`matchQuote`: quote 50, prefix 20, suffix 20, position 2). It takes the best match
whatever it is like, and so comments move to look-alikes (hypothesis/client#7571). Here a match needs a good quote, a
good score, and to be the only one of its kind, else the anchor is an orphan.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import nlargest
from itertools import islice
from typing import NamedTuple

from newsmodel.model.anchors.body import CONTEXT, GAP, Body, trigrams
from newsmodel.model.anchors.matching import distance_at_start, occurrences
from newsmodel.model.comments import Anchor

LEAST_SCORE = 0.75
LEAST_QUOTE = 0.8
LEAST_CONTEXT = 0.5

MARGIN = 0.1
"""By how much a match must be better than the second best where its context is weak."""

LEAST_MARGIN = 0.1
"""By how much it must be better where its context is good: of equals none is the one."""

HOME = 0.1
"""What it counts to stand in the block where the passage stood."""

HALF = 0.5
"""By how much one side of a weaker match may be more like the context than that of the best."""

LONG = 24
"""A quote of so many characters that is there once, and whole, is no coincidence, whatever stands around it."""

WORD_END = 4  # letters: of a word that goes on for longer it is not known whether it belongs to the quote
MOST_SIMILAR = 16  # blocks in which a changed quote is looked for, those that share most letters with it
MOST_EXACT = 48  # matches whose context is looked at closely: of a word such as "the" there are hundreds


class Wanted(NamedTuple):
    """A quote with what stood before and behind it, a gap for the end of its block, and the blocks where it stood."""

    exact: str
    prefix: str
    suffix: str
    home: frozenset[int] = frozenset()


class Match(NamedTuple):
    """A passage of block number *place*. score: 0 to 1.

    quote, context, before, behind: how much is as it was, the last two of either side. context is None if it had none.
    """

    place: int
    start: int
    end: int
    score: float = 1.0
    quote: float = 1.0
    context: float | None = 1.0
    at_home: bool = False
    before: float = 1.0
    behind: float = 1.0

    @property
    def rank(self) -> float:
        """The score, and what it counts to stand where the passage stood."""
        return self.score + HOME * self.at_home


def wanted_of(anchor: Anchor, home: frozenset[int] = frozenset()) -> Wanted:
    """What is looked for to find *anchor*. Context that is short was cut by the end of the block, if we made it."""
    prefix, suffix = anchor.prefix, anchor.suffix
    if anchor.target_version is not None:
        prefix = GAP + prefix if len(prefix) < CONTEXT else prefix
        suffix = suffix + GAP if len(suffix) < CONTEXT else suffix
    return Wanted(anchor.exact, prefix, suffix, home)


def ranked(body: Body, wanted: Wanted, scope: Iterable[int]) -> list[Match]:
    """The matches of *wanted* in the blocks *scope*, the best first; of those that overlap only the best."""
    found = dict.fromkeys(_exact(body, wanted, scope), 1.0)
    for place, start, end, quote in _similar(body, wanted.exact, scope):
        if quote < 1:
            found.setdefault((place, *_whole_words(body.places[place].text, start, end, wanted)), quote)
    matches = [_scored(body, wanted, *passage, quote) for passage, quote in found.items()]
    kept: list[Match] = []
    for match in sorted(matches, key=lambda match: (-match.rank, match.place, match.start)):
        if not any(overlaps(match, other) for other in kept):
            kept.append(match)
    return kept


def overlaps(one: Match, other: Match) -> bool:
    """Whether two matches share a character."""
    return one.place == other.place and one.start < other.end and other.start < one.end


def is_certain(matches: list[Match]) -> bool:
    """Whether the first of *matches* is good, and none of the others could be meant."""
    if not matches:
        return False
    best, margin = matches[0], margin_of(matches)
    if not _is_good(best):
        return False
    if (best.context or 0) < LEAST_CONTEXT:
        return margin >= MARGIN
    others = [match for match in matches[1:] if match.at_home == best.at_home and match.place != best.place]
    return margin >= LEAST_MARGIN and not any(map(_is_good, others)) and not any(_parts(best, m) for m in matches[1:])


def _parts(best: Match, other: Match) -> bool:
    """Whether what stood on one side of the passage stands at *best*, and what stood on the other side at *other*."""
    return other.before > best.before + HALF or other.behind > best.behind + HALF


def _is_good(match: Match) -> bool:
    return match.score >= LEAST_SCORE and match.quote >= LEAST_QUOTE


def margin_of(matches: list[Match]) -> float:
    """By how much the first is better than the second."""
    return matches[0].rank - matches[1].rank if len(matches) > 1 else 1.0


def _exact(body: Body, wanted: Wanted, scope: Iterable[int]) -> list[tuple[int, int, int]]:
    """Where the quote stands as it is; if that is often, the places where most of the context is equal."""
    has_context = bool(wanted.prefix or wanted.suffix)
    found = list(islice(_whole(body, wanted.exact, scope), None if has_context else MOST_EXACT))
    if len(found) > MOST_EXACT:
        found.sort(key=lambda passage: -_equal_context(body, wanted, *passage))
    return found[:MOST_EXACT]


def _whole(body: Body, exact: str, scope: Iterable[int]) -> Iterator[tuple[int, int, int]]:
    for place in scope:
        start = body.places[place].text.find(exact)
        while start >= 0:
            yield place, start, start + len(exact)
            start = body.places[place].text.find(exact, start + 1)


def _equal_context(body: Body, wanted: Wanted, place: int, start: int, end: int) -> int:
    """How many characters next to a passage are those that stood next to the quote."""
    offset = body.places[place].offset
    before = body.text[max(0, offset + start - len(wanted.prefix)) : offset + start]
    behind = body.text[offset + end : offset + end + len(wanted.suffix)]
    return _shared(before[::-1], wanted.prefix[::-1]) + _shared(behind, wanted.suffix)


def _shared(one: str, other: str) -> int:
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _similar(body: Body, exact: str, scope: Iterable[int]) -> Iterator[tuple[int, int, int, float]]:
    """Where the quote stands with some changes, in the blocks that share enough of its letters to hold it.

    An edit spoils three runs of three at most, hence a block with few of them cannot hold it (the q-gram lemma).
    """
    most = int(len(exact) * (1 - LEAST_QUOTE) + 1e-9)
    if not most:
        return
    runs = list(trigrams(exact))
    shares = ((sum(map(body.trigrams[place].__contains__, runs)), place) for place in scope)
    likely = nlargest(MOST_SIMILAR, (share for share in shares if share[0] >= len(runs) - 3 * most))
    for _, place in likely:
        for start, end, edits in occurrences(exact, body.places[place].text, most):
            yield place, start, end, 1 - edits / len(exact)


def _whole_words(text: str, start: int, end: int, wanted: Wanted) -> tuple[int, int]:
    """A passage that ends within a word, though the quote did not, with the few letters left of it: "hih|g"."""
    if not wanted.prefix[-1:].isalnum():
        start -= _letters(text[max(0, start - WORD_END) : start][::-1]) if text[start].isalnum() else 0
    if not wanted.suffix[:1].isalnum():
        end += _letters(text[end : end + WORD_END]) if text[end - 1].isalnum() else 0
    return start, end


def _letters(text: str) -> int:
    """How many letters come before anything else; 0 if nothing else comes."""
    return next(
        (count for count, letter in enumerate(text) if not letter.isalnum()), 0 if len(text) == WORD_END else len(text)
    )


def _scored(body: Body, wanted: Wanted, place: int, start: int, end: int, quote: float) -> Match:
    offset, at_home = body.places[place].offset, place in wanted.home
    before = _likeness(
        wanted.prefix[::-1], body.text[max(0, offset + start - _reach(wanted.prefix)) : offset + start][::-1]
    )
    behind = _likeness(wanted.suffix, body.text[offset + end : offset + end + _reach(wanted.suffix)])
    length = len(wanted.prefix) + len(wanted.suffix)
    context = (len(wanted.prefix) * before + len(wanted.suffix) * behind) / length if length else None
    score = (50 * quote + 2 * at_home) / 52 if context is None else (50 * quote + 40 * context + 2 * at_home) / 92
    return Match(place, start, end, score, quote, context, at_home, before, behind)


def _reach(context: str) -> int:
    """How far from the passage its context is looked for: a few letters may have come in between."""
    return len(context) + 8


def _likeness(context: str, text: str) -> float:
    """How much of a side's context is there, 0 to 1, letters from the passage outward, across the borders of blocks."""
    return 1 - distance_at_start(context, text) / len(context) if context else 0.0
