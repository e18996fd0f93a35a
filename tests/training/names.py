"""What the parts of class names and ids weigh: how much more often they stand around the lines of an article.

A page that helped to weigh the names would tell the trees more by them than a new page can. So the lines to learn from
are described by what the pages of other publishers say (a fifth of them left out at a time), and new pages by all.
"""

from __future__ import annotations

import hashlib
import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeAlias

from tests.training.examples import Example
from tests.training.truth import IN, UNKNOWN

from newsmodel.page.words import tokens_of, words_of

_LEAST_PUBLISHERS = 4  # that use a name before it says anything
_NEAR = 8  # elements above a line whose names tell of it
_GROUPS = 5
_NUMBER = re.compile(r"\d{3}")

Parts: TypeAlias = "Callable[[str], Iterable[str]]"
Bounds: TypeAlias = "list[tuple[int, int]]"
"""Of each line the least and the greatest weight around it."""


class Names(NamedTuple):
    """The weights of words in names, and of whole names that are no such word."""

    words: dict[str, int]
    tokens: dict[str, int]

    def bounds(self, example: Example) -> Bounds:
        """What the names around each line weigh at least and at most; below zero speaks against an article."""
        known = {name: self._weights(name) for names in example.names for name in names}
        found = [[weight for name in names for weight in known[name]] for names in example.names]
        return [(min(0, *weights, 0), max(0, *weights, 0)) for weights in found]

    def _weights(self, name: str) -> list[int]:
        words = [self.words[part] for part in words_of(name) if part in self.words]
        return words + [self.tokens[part] for part in tokens_of(name) if part in self.tokens]


class _Counts(NamedTuple):
    """How often the parts of names stand around a page's lines, those of the article and the others; of 1 each."""

    publisher: str
    inside: dict[str, float]
    outside: dict[str, float]


def weighed(examples: Sequence[Example]) -> tuple[Names, list[Bounds]]:
    """The weights that all pages give, and the bounds of each page's lines by the weights that others give."""
    counts = [(_counts(each, words_of), _counts(each, tokens_of)) for each in examples]
    groups = [_group(each.page.publisher) for each in examples]
    held_out = [
        _names(pair for pair, of in zip(counts, groups, strict=True) if of != group) for group in range(_GROUPS)
    ]
    return _names(counts), [held_out[of].bounds(each) for each, of in zip(examples, groups, strict=True)]


def _group(publisher: str) -> int:
    """Not that of the folds, or a fold's publishers would be in one group."""
    return int(hashlib.md5(f"names of {publisher}".encode(), usedforsecurity=False).hexdigest(), 16) % _GROUPS


def _counts(example: Example, parts_of: Parts) -> _Counts:
    found = _Counts(example.page.publisher, defaultdict(float), defaultdict(float))
    if UNKNOWN in example.labels and "paragraphs" not in example.page.gold and "text" not in example.page.gold:
        return found
    sizes = Counter(example.labels)
    for label, names in zip(example.labels, example.names, strict=True):
        for part in {part for name in names[:_NEAR] for part in parts_of(name)} if label != UNKNOWN else ():
            (found.inside if label == IN else found.outside)[part] += 1 / sizes[label]
    return found


def _names(counts: Iterable[tuple[_Counts, _Counts]]) -> Names:
    of_words, of_tokens = zip(*counts, strict=True)
    words, tokens = _sum(of_words), _sum(of_tokens)
    return Names(words, {token: weight for token, weight in tokens.items() if token not in words})


def _sum(counts: Iterable[_Counts]) -> dict[str, int]:
    """Hundredths of the logarithm of how much more often each part stands around an article's lines, a page once."""
    inside: defaultdict[str, float] = defaultdict(float)
    outside: defaultdict[str, float] = defaultdict(float)
    users: defaultdict[str, set[str]] = defaultdict(set)
    for each in counts:
        for total, held in ((inside, each.inside), (outside, each.outside)):
            for part, share in held.items():
                total[part] += share
                users[part].add(each.publisher)
    return {
        part: round(20 * math.log((inside[part] + 0.25) / (outside[part] + 0.25)))
        for part, publishers in sorted(users.items())
        if len(publishers) >= _LEAST_PUBLISHERS and len(part) > 1 and not _NUMBER.search(part)
    }
