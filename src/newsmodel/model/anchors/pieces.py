"""Rich text cut at code points of its plain text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import attrs

from newsmodel.model.text import Inline, Span, Text


def piece(text: Text, start: int, end: int) -> Text:
    """What stands in *text* from code point *start* up to, not with, *end* of `str(text)`, marks and all. See `cut`."""
    return cut(text, (start, end))[1]


def cut(text: Text, places: Sequence[int]) -> list[Text]:
    """*text* in pieces, cut at *places* in ascending order: one more than there are places, together the whole.

    An inline that is not text is never cut: it belongs to the piece in which it begins. In linear time.
    """
    if isinstance(text.content, str):
        return [Text(text.content[start:end]) for start, end in pairwise((0, *places, len(text.content)))]
    pieces: list[list[Inline]] = [[]]
    offset = 0
    for inline in text.content:
        rest: Inline | None = inline
        while rest is not None:
            while len(pieces) <= len(places) and places[len(pieces) - 1] <= offset:
                pieces.append([])
            length = len(rest.plain)
            room = places[len(pieces) - 1] - offset if len(pieces) <= len(places) else length
            if isinstance(rest, Span) and 0 < room < length:
                pieces[-1].append(attrs.evolve(rest, text=rest.text[:room]))
                rest, length = attrs.evolve(rest, text=rest.text[room:]), room
            else:
                pieces[-1].append(rest)
                rest = None
            offset += length
    pieces.extend([] for _ in range(len(places) + 1 - len(pieces)))
    return [Text(inlines) for inlines in pieces]
