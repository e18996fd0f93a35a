"""The articles over which the laws run, smallest first, and what a format makes of them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from itertools import cycle
from random import Random
from typing import Any

import attrs

from newsmodel.codec import decode, encode, from_data, to_data
from newsmodel.errors import FormatError
from newsmodel.format import Format
from newsmodel.model.article import Article, Feed
from newsmodel.model.walk import walk

USUAL, DEEP = 200, 5000
_FILES = 25  # as many files as are cut and damaged: each gives several

_PIECES = (
    b"<",
    b">",
    b'"',
    b"{",
    b"]",
    b"\\",
    b"\0",
    b"\xff",
    b"\xed\xa0\x80",
    b"\r\n",
    b"&#0;",
    b"</p>",
    b"1e999",
    b"-->",
)


@attrs.frozen
class Pool:
    """articles: smallest first. samples: files of the format that somebody else wrote."""

    articles: tuple[Article, ...]
    samples: tuple[bytes, ...] = ()

    @property
    def feeds(self) -> Iterator[Feed]:
        """The articles in feeds: of none, of one, of two, of three, and so on again."""
        start, titles = 0, cycle(("", "Front page", " a\n<b>", '"&amp;'))
        for length, title in zip(cycle(range(4)), titles, strict=False):
            yield Feed(
                title, url="https://news.example/" if length % 2 else None, articles=self.articles[start:][:length]
            )
            start += length
            if start >= len(self.articles):
                return

    def named(self, name: str) -> Pool:
        """The pool with *name* for the name of no format that is drawn: data of that format, its unknown nodes."""
        return attrs.evolve(self, articles=tuple(_named(article, name) for article in self.articles))

    def files(self, format: Format) -> Iterator[bytes]:
        """Some articles as *format* writes them, spread over the pool; the samples where it does not write."""
        if format.render is None:
            yield from self.samples
            return
        for article in self.articles[:: max(1, len(self.articles) // _FILES)]:
            yield format.write(article)

    def damaged(self, format: Format) -> Iterator[bytes]:
        """Files of the format, cut off and with bytes taken out, put in, doubled and exchanged; always the same."""
        random = Random(0)
        for data in (*self.files(format), *self.samples):
            yield data[: len(data) // 2]
            yield data[: random.randrange(len(data) + 1)]
            for _ in range(3):
                yield _mutated(data, random)


def _named(article: Article, name: str) -> Article:
    from newsmodel.strategies.strings import OWN

    own, data = encode(OWN), encode(to_data(article))
    if own not in data:
        return article
    try:
        return from_data(decode(data.replace(own, encode(name))), Article)
    except FormatError:  # it has data under both names already
        return article


def _mutated(data: bytes, random: Random) -> bytes:
    start, end = sorted((random.randrange(len(data) + 1), random.randrange(len(data) + 1)))
    end = min(end, start + 40)
    middle = data[start:end]
    changed = random.choice((b"", middle * 2, middle[::-1], middle.swapcase(), random.choice(_PIECES)))
    return data[:start] + changed + data[end:]


def shared_pool(name: str | None = None) -> Pool:
    """The pool of this process: 200 articles; 5,000 with NEWSMODEL_DEEP=1; NEWSMODEL_POOL=n says how many.

    name: that of a format, for which the pool is `named`.
    """
    usual = DEEP if os.environ.get("NEWSMODEL_DEEP", "") not in ("", "0") else USUAL
    return _pool(int(os.environ.get("NEWSMODEL_POOL") or usual), name)


@cache
def _pool(count: int, name: str | None) -> Pool:
    if name is not None:
        return _pool(count, None).named(name)
    from newsmodel.strategies import pool

    return Pool(tuple(sorted(pool(count), key=size)))


def size(article: Any) -> int:
    """How many nodes an article has."""
    return sum(1 for _ in walk(article))
