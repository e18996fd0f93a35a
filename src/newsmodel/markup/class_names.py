"""Class names as the words that they are made of: `article__pullQuote--wide` is article, pull, quote, wide.

A key (".pull-quote") is found in a class attribute where its words stand side by side in one name, written together or
apart; of several keys the one of most words wins, then the one that stands first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, TypeVar

_Value = TypeVar("_Value")

_WORD: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_LONGEST_RUN: Final = 5
_LONGEST: Final = 400  # characters of a class attribute that are looked at


def squeezed(name: str) -> str:
    """A key as it is looked up: ".pull-quote" as "pullquote"."""
    return "".join(_WORD.findall(name)).lower()


def find(table: Mapping[str, _Value], classes: str) -> _Value | None:
    """What the best key of *table* in a class attribute stands for; its keys are as `squeezed` gives them."""
    found, most = None, 0
    for size, run in _runs(classes[:_LONGEST]):
        if size > most and run in table:
            found, most = table[run], size
    return found


def _runs(classes: str) -> Iterator[tuple[int, str]]:
    """Every run of neighbouring words of each name, with how many words it has."""
    for name in classes.split():
        words = [word.lower() for word in _WORD.findall(name)]
        for start in range(len(words)):
            run = ""
            for size, word in enumerate(words[start : start + _LONGEST_RUN], 1):
                run += word
                yield size, run
