"""Class names as the words that they are made of: `article__pullQuote--wide` is article, pull, quote, wide.

A key (".pull-quote") is found in a class attribute where its words stand side by side in one name, written together or
apart; of several keys the one of most words wins, then the one that stands first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, Generic, TypeVar

_Value = TypeVar("_Value")

_WORD: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_NO_WORD: Final = re.compile(r"[^a-z0-9\s]+")
_LONGEST_RUN: Final = 5
_LONGEST: Final = 400  # characters of a class attribute that are looked at


def squeezed(name: str) -> str:
    """A key as it is looked up: ".pull-quote" as "pullquote"."""
    return "".join(_WORD.findall(name)).lower()


class ClassTable(Generic[_Value]):
    """A frozen table from the words of class names. rules: by the keys as `squeezed` gives them."""

    __slots__ = ("_any", "rules")

    def __init__(self, table: Mapping[str, _Value]) -> None:
        self.rules: Mapping[str, _Value] = MappingProxyType({squeezed(key): value for key, value in table.items()})
        self._any: re.Pattern[str] | None = None

    def __bool__(self) -> bool:
        return bool(self.rules)

    def find(self, classes: str) -> _Value | None:
        """What the best key in a class attribute stands for."""
        if self._any is None:
            self._any = _any_of(self.rules)
        classes = classes[:_LONGEST]
        if not self._any.search(_NO_WORD.sub("", classes.lower())):  # as with most: nothing to be found in its words
            return None
        found, most = None, 0
        for size, run in _runs(classes):
            if size > most and run in self.rules:
                found, most = self.rules[run], size
        return found


def _any_of(keys: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of *keys*, by their first letters: the engine tries one alternative after the other."""
    rest: dict[str, list[str]] = {}
    for key in keys:
        rest.setdefault(key[:1], []).append(re.escape(key[1:]))
    return re.compile("|".join(f"{re.escape(letter)}(?:{'|'.join(ends)})" for letter, ends in rest.items()) or "(?!)")


def _runs(classes: str) -> Iterator[tuple[int, str]]:
    """Every run of neighbouring words of each name, with how many words it has."""
    for name in classes.split():
        words = [word.lower() for word in _WORD.findall(name)]
        for start in range(len(words)):
            run = ""
            for size, word in enumerate(words[start : start + _LONGEST_RUN], 1):
                run += word
                yield size, run
