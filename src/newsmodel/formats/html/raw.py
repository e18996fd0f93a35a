"""Raw markup that a caller trusts, made fit to stand on a page: it stays in its own element, whatever it leaves open.

Trusted is not faultless: a `</div>` too many would end the article around it, and what follows in the markup would be
read as ours; an open comment would swallow the rest of the page.
"""

from __future__ import annotations

from typing import Final

from newsmodel.markup import engine
from newsmodel.markup.engine import Node, children, tag
from newsmodel.rendering.html_elements import NONE, start_tag

_AROUND: Final = ((), ("ul", "li"), ("dl", "dd"), ("table", "tbody", "tr", "td"))
"""Elements of ours that an end tag, or a start tag like `li`, could reach from within a `div`."""


_DEEPEST: Final = 128
"""Parsers and browsers take apart what nests deeper than 512 elements; containers of ours need up to half of it."""


def standing_alone(markup: str) -> str | None:
    """*markup* as whole elements, that stay in a `div` wherever on a page it stands; None for what cannot."""
    root = engine.parse_fragment(markup)
    if _depth(root) > _DEEPEST:
        return None
    whole, words = engine.balanced(markup), engine.text_content(root)
    return whole if all(_stays(whole, around, words) for around in _AROUND) else None


def _depth(root: Node) -> int:
    depth = deepest = 0
    for event, _, _ in engine.walk(root):
        depth += (event is engine.ENTER) - (event is engine.LEAVE)
        deepest = max(depth, deepest)
    return deepest


def _stays(markup: str, around: tuple[str, ...], words: str) -> bool:
    """Whether *markup* is all that the `div` around it holds, and the elements *around* that hold what they should."""
    page = ["<!DOCTYPE html><body>", *(start_tag(name, NONE) for name in around), "<div>", markup, "</div><hr>"]
    node: Node | None = engine.find(engine.parse("".join(page)), "body")
    for name in around:
        inside = children(node) if node is not None else ()
        node = inside[0] if [tag(each) for each in inside] == [name] else None
    inside = children(node) if node is not None else ()
    return [tag(each) for each in inside] == ["div", "hr"] and engine.text_content(inside[0]) == words
