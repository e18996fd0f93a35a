"""From one version of an article to the next: which blocks stayed as they are, and where the passages of others went.

Blocks are paired as Heckel's diff pairs lines: those that stand once in either version, then their equal neighbours. A
passage of a paired block is where it was. One of another block is looked for in the blocks that are left over, and what
is found is looked for again in the old version: only if that leads back to where it came from is it the same passage.
So a look-alike is never taken for it: that was in the old version too, and leads back to itself.
Source: P. Heckel, "A technique for isolating differences between files", CACM 21 (1978).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from heapq import nlargest
from itertools import combinations
from typing import NamedTuple, TypeAlias, TypeVar, cast

import attrs

from newsmodel.model.anchors import search
from newsmodel.model.anchors.body import Body
from newsmodel.model.anchors.locating import locate
from newsmodel.model.anchors.matching import distances
from newsmodel.model.anchors.search import Match
from newsmodel.model.article import Article
from newsmodel.model.comments import Anchor, Comment, CommentThread, FeedbackForm

MOST_KIN = 8
"""In how many blocks a changed one is looked for."""

Pairs: TypeAlias = dict[int, int]
Key: TypeAlias = tuple[str, str, str | None]
A = TypeVar("A", bound=Anchor | CommentThread)
H = TypeVar("H", Comment, FeedbackForm)


class Fate(NamedTuple):
    """What became of a block: the new one that is the *same*, or the *scope* in which to look for its passages.

    home: the blocks in its place. With neither same nor scope its passages are lost, or cannot be told from copies.
    """

    same: int | None = None
    home: frozenset[int] = frozenset()
    scope: Sequence[int] = ()


class Edit:
    """Two versions of an article, compared once for any number of anchors."""

    def __init__(self, old: Article, new: Article) -> None:
        self._old, self._new = Body(old), Body(new)
        self._pairs = pairs(self._old, self._new)
        self._homes = homes(self._pairs, len(self._old.places), len(self._new.places))
        taken = set(self._pairs.values())
        self._left_old = [n for n in range(len(self._old.places)) if n not in self._pairs]
        self._left_new = [n for n in range(len(self._new.places)) if n not in taken]
        self._keeps_ids = 2 * len(self._old.ids.keys() & self._new.ids.keys()) > len(self._old.ids)
        self._fates: dict[int, Fate] = {}

    def move(self, item: A) -> A:
        """An anchor, or a thread with its anchors, as it stands in the new version."""
        return cast(A, self.thread(item) if isinstance(item, CommentThread) else self.anchor(item))

    def anchor(self, anchor: Anchor) -> Anchor:
        """*anchor* as it stands in the new version, or orphaned; an orphan stays one."""
        passage = locate(self._old, anchor)
        if passage is None:
            return orphaned(anchor)
        fate = self._fate(passage.place)
        if fate.same is not None:
            return self._new.anchor(fate.same, passage.start, passage.end, anchor)
        found = self._follow(passage, fate)
        return orphaned(anchor) if found is None else self._new.anchor(found.place, found.start, found.end, anchor)

    def thread(self, thread: CommentThread) -> CommentThread:
        """*thread* with all its anchors moved; itself if it has none."""
        comments = [self._moved(comment) for comment in thread]
        forms = [self._moved(form) for form in thread.forms]
        if all(new is old for new, old in zip((*comments, *forms), (*thread, *thread.forms), strict=True)):
            return thread
        return attrs.evolve(thread, comments=comments, forms=forms)

    def _moved(self, holder: H) -> H:
        if holder.anchor is None:
            return holder
        moved = self.anchor(holder.anchor)
        return holder if moved == holder.anchor else attrs.evolve(holder, anchor=moved)

    def _follow(self, passage: Match, fate: Fate) -> Match | None:
        """Where a passage of a block that did not stay as it was stands now."""
        there = search.ranked(self._new, _wanted(self._old, passage, fate.home), fate.scope)
        if not (search.is_certain(there) or _is_long_and_whole(there)):
            return None
        origins = sorted({passage.place, *self._left_old})
        back = search.ranked(self._old, _wanted(self._new, there[0]), origins)
        leads_back = back and search.overlaps(back[0], passage) and search.margin_of(back) >= search.LEAST_MARGIN
        return there[0] if leads_back else None

    def _fate(self, number: int) -> Fate:
        if number not in self._fates:
            self._fates[number] = self._find_fate(number)
        return self._fates[number]

    def _find_fate(self, number: int) -> Fate:
        """What became of an old block. Of a copy and a changed original the original counts, if its place tells it."""
        there, (_, block, text, _) = self._pairs.get(number), self._old.places[number]
        if there is not None and block.id in self._new.ids:
            return Fate(there)
        home = self._home(number)
        kin = self._kin(number, home)
        if block.id in self._old.ids and self._keeps_ids and block.id not in self._new.ids:
            # Where ids are kept, a block that moved has its own still, and the same text without it is a copy.
            is_copied = there is not None or any(self._new.places[other].text == text for other in kin)
            return Fate() if is_copied or not kin else self._at_home(number, home, kin)
        if there is not None and there in self._homes[number]:
            return Fate() if kin else Fate(there)
        if kin:
            return self._at_home(number, home, kin)
        if there is not None:
            return Fate() if self._kin(number, self._left_new) else Fate(there)
        return Fate(home=home, scope=self._left_new)

    def _at_home(self, number: int, home: frozenset[int], kin: Sequence[int]) -> Fate:
        """Of a block that is in its place, changed or in parts: where to look, unless two are one another's copy.

        The one that has its id is no copy.
        """
        named = self._new.ids.get(self._old.places[number].block.id or "", -1)
        if named in kin:
            copies = {other for other in home if other != named and are_kin(self._new, named, self._new, other)}
            return Fate(home=home - copies, scope=sorted(home - copies))
        if any(are_kin(self._new, one, self._new, other) for one, other in combinations(kin, 2)):
            return Fate()
        return Fate(home=home, scope=sorted(home))

    def _home(self, number: int) -> frozenset[int]:
        """The blocks in the place of an old one, or of its id, that are no other's."""
        same_id = self._new.ids.get(self._old.places[number].block.id or "", -1)
        low, high = (bisect_left(self._left_new, n) for n in (self._homes[number].start, self._homes[number].stop))
        between = self._likest(number, self._left_new[low:high])
        return frozenset([*between, same_id] if same_id in self._left_new else between)

    def _likest(self, number: int, others: Iterable[int]) -> list[int]:
        """Those of *others* that share most letters with an old block: in a long article there may be hundreds."""
        runs, there = self._old.trigrams[number], self._new.trigrams
        return nlargest(MOST_KIN, others, key=lambda other: len(runs & there[other]))

    def _kin(self, number: int, others: Iterable[int]) -> list[int]:
        """Those of *others* that may come from an old block, changed, as a part of it or with more."""
        text = self._old.places[number].text
        paired = number in self._pairs
        return [
            other
            for other in self._likest(number, others)
            if not (paired and self._new.places[other].text == text) and are_kin(self._old, number, self._new, other)
        ]


def _wanted(body: Body, match: Match, home: frozenset[int] = frozenset()) -> search.Wanted:
    return search.wanted_of(body.anchor(match.place, match.start, match.end), home)


def _is_long_and_whole(matches: list[Match]) -> bool:
    """Whether a quote too long for a coincidence stands there, whole and once, though nothing around it is the same."""
    whole = [match for match in matches if match.quote == 1]
    return len(whole) == 1 and matches[0] is whole[0] and whole[0].end - whole[0].start >= search.LONG


def orphaned(anchor: Anchor) -> Anchor:
    """*anchor* without a place. It keeps its quote, and `target_version` says that it had a place once."""
    if (anchor.block, anchor.start, anchor.end) == (None, None, None):
        return anchor
    return attrs.evolve(anchor, block=None, start=None, end=None, target_version=anchor.target_version or "")


def are_kin(old: Body, number: int, new: Body, other: int) -> bool:
    """Whether a new block may come from an old one: two thirds of either are in the other, letter by letter."""
    runs, other_runs = old.trigrams[number], new.trigrams[other]
    if 5 * len(runs & other_runs) < 2 * min(len(runs), len(other_runs)):
        return False  # no need to look closely
    text, other_text = old.places[number].text, new.places[other].text
    return any(
        len(part) >= search.LONG and 3 * min(distances(part, whole)) <= len(part)
        for part, whole in ((text, other_text), (other_text, text))
    )


def pairs(old: Body, new: Body) -> Pairs:
    """The blocks of *old* that stand in *new* with the same kind, text and id: old number -> new number.

    Ids may be lost and new, yet the block of an id that is still there is no other.
    """
    keys, others = _keys(old, new), _keys(new, old)
    found: Pairs = {}
    once, there_once = _unique(keys), _unique(others)
    for key, number in once.items():
        if key in there_once:
            found[number] = there_once[key]
    _extend(found, keys, others, 1)
    _extend(found, keys, others, -1)
    return found


def _keys(body: Body, other: Body) -> list[Key]:
    """What two blocks must have in common: kind, text, and the id if both versions have it."""
    shared = body.ids.keys() & other.ids.keys()
    names = [place.block.id if place.block.id in shared else None for place in body.places]
    return [(place.block.type, place.text, name) for place, name in zip(body.places, names, strict=True)]


def _unique(keys: Sequence[Key]) -> dict[Key, int]:
    counts = Counter(keys)
    return {key: number for number, key in enumerate(keys) if counts[key] == 1}


def _extend(found: Pairs, keys: Sequence[Key], others: Sequence[Key], step: int) -> None:
    """Pairs equal neighbours of what is paired, and of the ends, in one direction."""
    taken = set(found.values())
    numbers = range(len(keys)) if step > 0 else range(len(keys) - 1, -1, -1)
    neighbour: int | None = -1 if step > 0 else len(others)
    for number in numbers:
        if number not in found and neighbour is not None:
            there = neighbour + step
            if 0 <= there < len(others) and there not in taken and keys[number] == others[there]:
                found[number] = there
                taken.add(there)
        neighbour = found.get(number)


def homes(found: Pairs, size: int, new_size: int) -> list[range]:
    """For every old block the new ones between the nearest that stayed, before it and behind it."""
    before, behind, last = [-1] * size, [new_size] * size, -1
    for number in range(size):
        before[number], last = last, found.get(number, last)
    last = new_size
    for number in range(size - 1, -1, -1):
        behind[number], last = last, found.get(number, last)
    return [range(low + 1, high) for low, high in zip(before, behind, strict=True)]
