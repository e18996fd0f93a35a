"""Elements found by the words in their class and id, without judging every name of the page.

A name is judged only where one of the wanted words stands in it at all, which a search through all names at once
tells; most pages have none, and that costs microseconds.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from functools import cache
from itertools import compress

from newsmodel.page.survey import BETWEEN, Survey
from newsmodel.page.words import words_of


def named(survey: Survey, wanted: Set[str], start: int = 0, stop: int | None = None) -> Iterator[int]:
    """The elements from *start* to *stop* whose class or id speaks of one of the *wanted* words, in order."""
    is_whole = start == 0 and stop is None
    borne = survey.names if is_whole else survey.names[start:stop]
    names = survey.distinct if is_whole else list(dict.fromkeys(borne))
    written = (survey.written if is_whole else BETWEEN.join(names)).lower()
    at = {place for word in _shortest(wanted) if word in written for place in _places(written, word)}
    meant = {names[place] for place in at if not wanted.isdisjoint(words_of(names[place]))}
    return compress(range(start, start + len(borne)), map(meant.__contains__, borne)) if meant else iter(())


@cache
def _shortest(wanted: Set[str]) -> tuple[str, ...]:
    """The words that no other of them stands in: where "sharebar" stands, "share" does."""
    return tuple(word for word in wanted if not any(other in word for other in wanted if other != word))


def _places(text: str, word: str) -> Iterator[int]:
    """Which of the joined names a word stands in, by their position."""
    place = position = 0
    while (found := text.find(word, position)) >= 0:
        place += text.count(BETWEEN, position, found)
        yield place
        position = found + len(word)
