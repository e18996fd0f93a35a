"""Small questions to the nodes of a page."""

from __future__ import annotations

from itertools import islice
from typing import Final

from newsmodel.markup.engine import TEXT, UNREAD, Node, children, tag, text, walk
from newsmodel.page.survey import PHRASING
from newsmodel.page.values import line

_MOST_EVENTS: Final = 400  # so that asking a part and then its parts stays linear
_APART: Final = PHRASING - {"br"}  # what may stand inside a word


def brief_text(node: Node) -> str:
    """The beginning of an element's text as one line: of its first few hundred nodes.

    Where a block or a line break stands between two texts they are two words.
    """
    within = children(node)
    if len(within) == 1 and (alone := text(within[0])) is not None:
        return "" if tag(node) in UNREAD else line(alone)
    events = islice(walk(node, UNREAD), _MOST_EVENTS)
    return line("".join(value if event is TEXT else " " for event, value, _ in events if value not in _APART))
