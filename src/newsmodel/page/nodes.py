"""Small questions to the nodes of a page."""

from __future__ import annotations

from itertools import islice
from typing import Final

from newsmodel.markup.engine import TEXT, UNREAD, Node, walk
from newsmodel.page.values import line

_MOST_EVENTS: Final = 400  # so that asking a part and then its parts stays linear


def brief_text(node: Node) -> str:
    """The beginning of an element's text as one line: of its first few hundred nodes."""
    return line("".join(value for event, value, _ in islice(walk(node, UNREAD), _MOST_EVENTS) if event is TEXT))
