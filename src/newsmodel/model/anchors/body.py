"""The body of an article as blocks with names and texts, and as one text with offsets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import Any, NamedTuple

import attrs

from newsmodel.model.article import Article
from newsmodel.model.base import Node
from newsmodel.model.block import Block
from newsmodel.model.comments import Anchor
from newsmodel.model.text import Text
from newsmodel.model.walk import plain_text

CONTEXT = 32
"""Characters of context on either side, as Hypothes.is keeps them."""

GAP = "\n\n"
"""What stands between two blocks in the text of a body, as in `plain_text`."""


class Place(NamedTuple):
    """A block with words. at: its path. offset: where its text begins in the text of the body."""

    at: str
    block: Block
    text: str
    offset: int


class Body:
    """The blocks of an article's body that have words, in the order of the document.

    text: their texts with a blank line before, between and after them.
    """

    def __init__(self, article: Article) -> None:
        places: list[Place] = []
        offset = len(GAP)
        for at, block, text in _texts(article):
            if text:
                places.append(Place(at, block, text, offset))
                offset += len(text) + len(GAP)
        self.places: tuple[Place, ...] = tuple(places)
        ids = Counter(place.block.id for place in places)
        self.ids: dict[str, int] = {
            place.block.id: n for n, place in enumerate(places) if place.block.id and ids[place.block.id] == 1
        }

    @cached_property
    def text(self) -> str:
        return GAP + "".join(place.text + GAP for place in self.places)

    @cached_property
    def _paths(self) -> dict[str, int]:
        return {place.at: number for number, place in enumerate(self.places)}

    @cached_property
    def versions(self) -> tuple[str, ...]:
        """The hash of each block's text."""
        return tuple(version(place.text) for place in self.places)

    @cached_property
    def trigrams(self) -> tuple[frozenset[str], ...]:
        """What runs of three letters each block has: two texts that share few are not alike."""
        return tuple(frozenset(trigrams(place.text)) for place in self.places)

    def number(self, name: str | None) -> int | None:
        """The block of that name, an id that stands once or a path; None if there is none."""
        return None if name is None else self.ids.get(name, self._paths.get(name))

    def find(self, block: Block | str) -> int:
        """The number of *block*, given as itself or by name. Raises ValueError if it is not here, or has no words."""
        if isinstance(block, str):
            number = self.number(block)
        else:
            same = (n for n, place in enumerate(self.places) if place.block is block)
            equal = (n for n, place in enumerate(self.places) if place.block == block)
            number = next(same, next(equal, None))
        if number is None:
            raise ValueError(f"there is no block with words {block!r} in the body")
        return number

    def anchor(self, number: int, start: int, end: int, base: Anchor | None = None) -> Anchor:
        """An anchor to a passage of a block. *base*: one to take the question and the form of."""
        place = self.places[number]
        if not 0 <= start < end <= len(place.text):
            raise ValueError(f"there is no passage {start}:{end} in a text of {len(place.text)} characters")
        return attrs.evolve(
            base or Anchor(),
            block=self.name(number),
            start=start,
            end=end,
            exact=place.text[start:end],
            prefix=place.text[max(0, start - CONTEXT) : start],
            suffix=place.text[end : end + CONTEXT],
            target_version=version(place.text),
        )

    def name(self, number: int) -> str:
        """The id of a block if no other has it, else its path."""
        place = self.places[number]
        return place.block.id if place.block.id and place.block.id in self.ids else place.at


def version(text: str) -> str:
    """The hash of a block's text: the first 16 hexadecimal digits of its SHA-256."""
    from hashlib import sha256

    return sha256(text.encode()).hexdigest()[:16]


def trigrams(text: str) -> Iterator[str]:
    """Every run of three characters."""
    return (text[start : start + 3] for start in range(len(text) - 2))


def _texts(article: Article) -> Iterator[tuple[str, Block, str]]:
    """Path, block and own text of every block of the body."""
    found = list(_blocks(article))
    holders = {holder for _, _, holder in found}
    for number, (at, block, _) in enumerate(found):
        yield at, block, _own_words(block) if number in holders else plain_text(block)


def _blocks(article: Article) -> Iterator[tuple[str, Block, int | None]]:
    """Path, block, and the number of the block that holds it."""
    waiting: list[tuple[str, Node, int | None]] = list(_items("$.body", article.body, None))
    count = 0
    while waiting:
        at, node, holder = waiting.pop()
        if isinstance(node, Block):
            yield at, node, holder
            holder, count = count, count + 1
        names = (field.name for field in attrs.fields(type(node)) if field.init)
        below = [item for name in names for item in _items(f"{at}.{name}", getattr(node, name), holder)[::-1]]
        waiting.extend(reversed(below))


def _items(at: str, value: Any, holder: int | None) -> list[tuple[str, Node, int | None]]:
    """The nodes in a field, the last first."""
    if isinstance(value, Node):
        return [(at, value, holder)]
    if not isinstance(value, tuple):
        return []
    return [(f"{at}[{n}]", value[n], holder) for n in range(len(value) - 1, -1, -1) if isinstance(value[n], Node)]


def _own_words(block: Block) -> str:
    return GAP.join(str(value) for value in block._values(block) if isinstance(value, Text) and value)
