"""Small questions to the nodes of a page."""

from __future__ import annotations

from typing import Final

from newsmodel.markup.engine import UNREAD, Node, children, tag, text
from newsmodel.page.survey import PHRASING
from newsmodel.page.values import line

_MOST_STEPS: Final = 400  # so that asking a part and then its parts stays linear
_APART: Final = PHRASING - {"br"}  # what may stand inside a word


def brief_text(node: Node) -> str:
    """The beginning of an element's text as one line: of its first few hundred nodes.

    Where a block or a line break stands between two texts they are two words.
    """
    if tag(node) in UNREAD:
        return ""
    within = children(node)
    if len(within) == 1 and (alone := text(within[0])) is not None:
        return line(alone)
    pieces: list[str] = []
    waiting: list[Node | str] = [*within[::-1]]
    for _ in range(_MOST_STEPS):
        if not waiting:
            break
        current = waiting.pop()
        if isinstance(current, str):  # the end of an element
            pieces.append(current)
        elif (data := text(current)) is not None:
            pieces.append(data)
        elif (name := tag(current)) is not None and name not in UNREAD:
            edge = "" if name in _APART else " "
            pieces.append(edge)
            waiting.append(edge)
            waiting += children(current)[::-1]
    return line("".join(pieces))
