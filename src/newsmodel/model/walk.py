"""The traversals: walk, transform, plain_text, word_count. All formats and renderers share them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from operator import is_
from typing import Any, TypeVar, overload

import attrs

from newsmodel.model.article import Article, Feed
from newsmodel.model.base import KINDS, Node
from newsmodel.model.block import Block
from newsmodel.model.check import shape
from newsmodel.model.deep import fold
from newsmodel.model.features import Embed, Figure, Gallery
from newsmodel.model.holding import may_hold
from newsmodel.model.media import Media
from newsmodel.model.text import Inline, Text

N = TypeVar("N", bound=Node)


@overload
def walk(node: Node | Text) -> Iterator[Node]: ...
@overload
def walk(node: Node | Text, kind: type[N]) -> Iterator[N]: ...
def walk(node: Node | Text, kind: type[Any] = Node) -> Iterator[Any]:
    """*node* and every node below it, parents before children, in the order of their fields; only those of *kind*.

    Inlines and their marks are among them. Constant stack, linear time.
    """
    waiting: list[Any] = [node]
    while waiting:
        value = waiting.pop()
        if isinstance(value, Node):
            if isinstance(value, kind):
                yield value
            waiting.extend(item for item in reversed(value._values(value)) if isinstance(item, (Node, Text, tuple)))
        elif isinstance(value, Text):
            if isinstance(value.content, tuple):
                waiting.extend(reversed(value.content))
        elif isinstance(value, tuple):  # of nodes, or of str
            waiting.extend(reversed(value))


def transform(node: N, change: Callable[[Node], Node | None]) -> N:
    """*node* with every node below it replaced by what *change* makes of it, children first.

    A node that *change* returns unchanged stays the very same object, and so does a parent whose children all stay.
    None takes a node out of its tuple, or sets an optional field to None. Raises TypeError if a result does not fit.
    """
    changed = fold(node, _branches, lambda value, made: _remade(value, made, change))
    if not isinstance(changed, Node):
        raise TypeError("transform needs a node for the root")
    return changed  # type: ignore[return-value]


def _branches(value: Any) -> list[Any]:
    """What of *value* is or holds nodes."""
    if isinstance(value, Node):
        return [part for name in _holding(type(value)) if _branches_out(part := getattr(value, name))]
    items = value.content if isinstance(value, Text) else value
    return [item for item in items if _branches_out(item)] if type(items) is tuple else []


def _branches_out(value: Any) -> bool:
    if type(value) is Text:
        return type(value.content) is tuple
    return isinstance(value, Node) or (type(value) is tuple and bool(value))


def _fields_with_nodes(cls: type[Any]) -> tuple[str, ...]:
    kinds: tuple[type[Any], ...] = (*KINDS, Text)
    return tuple(field.name for field in shape(cls) if may_hold(field.hint, kinds))


_holding: Callable[[Any], tuple[str, ...]] = cache(_fields_with_nodes)
"""The fields of a class that may hold nodes."""


def _remade(value: Any, made: list[Any], change: Callable[[Node], Node | None]) -> Any:
    """*value* with *made* in the places of its branches, and *change* applied; itself where they all stayed."""
    if isinstance(value, Node):
        return change(_with_branches(value, made) if made else value)
    if not made:
        return value
    new, old = iter(made), value.content if isinstance(value, Text) else value
    items = [next(new) if _branches_out(item) else item for item in old]
    if all(map(is_, items, old)):
        return value
    kept = [item for item in items if item is not None]
    return Text(kept) if isinstance(value, Text) else tuple(kept)


def _with_branches(node: Node, made: list[Any]) -> Node:
    """*node* with *made* in the places of its branches; itself where they all stayed."""
    new = iter(made)
    changes = {
        name: now
        for name in _holding(type(node))
        if _branches_out(old := getattr(node, name)) and (now := next(new)) is not old
    }
    return attrs.evolve(node, **changes) if changes else node


def plain_text(node: Node | Text | tuple[Block, ...]) -> str:
    """The blocks of *node* as plain text, one blank line between blocks.

    For an article its body as it is read in one go: without the captions of its media and the words of posts from
    elsewhere that it embeds, and with plain spaces for those that keep a line together. For rich text its words.
    Of a medium asked for by itself the caption (never the alt text or the credit); of blocks that only a format
    understands, their fallback.
    """
    return "\n\n".join(filter(None, _paragraphs(node, captions=True)))


def _paragraphs(node: Any, *, captions: bool) -> Iterator[str]:
    if isinstance(node, Text):
        yield str(node)
    elif isinstance(node, Inline):
        yield node.plain
    elif isinstance(node, tuple):
        for block in node:
            yield from _paragraphs(block, captions=captions)
    elif isinstance(node, Article):
        for paragraph in _paragraphs(node.body, captions=False):
            yield paragraph if paragraph.isascii() else _with_plain_spaces(paragraph)
    elif isinstance(node, Feed):
        for article in node.articles:
            yield from (str(article.headline), *_paragraphs(article, captions=False))
    else:
        yield from _texts_of(node, captions)


def _with_plain_spaces(text: str) -> str:
    for space in "\u00a0\u2007\u202f":
        text = text.replace(space, " ")
    return text


_HIDDEN = frozenset({"credit", "credits", "rights", "extra"})
_BESIDE = _HIDDEN | {"caption", "fallback"}
_CAPTIONED = (Media, Figure, Gallery, Embed)


def _texts_of(node: Node, captions: bool) -> Iterator[str]:
    """Every `Text` below *node* in order, and the strings that stand in the text: code, speakers, names."""
    waiting: list[Any] = [node]
    while waiting:
        value = waiting.pop()
        if isinstance(value, Text):
            yield str(value)
        elif isinstance(value, Node):
            below, words = _PLANS.get((type(value), captions)) or _plan(type(value), captions)
            waiting += [part for name in below if (part := getattr(value, name)) is not None]
            for name in words:
                if isinstance(word := getattr(value, name), str):
                    yield word
        elif isinstance(value, tuple):
            waiting.extend(reversed(value))


_PLANS: dict[tuple[type[Any], bool], tuple[tuple[str, ...], tuple[str, ...]]] = {}


def _plan(cls: type[Node], captions: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is read of a class: the fields with texts below them, the last first, and those that are words themselves.

    A table begins with its caption and its head, wherever their fields stand.
    """
    hidden = _HIDDEN if captions or not issubclass(cls, _CAPTIONED) else _BESIDE
    kinds: tuple[type[Any], ...] = (*KINDS, Text)
    names = [field.name for field in shape(cls) if field.name not in hidden and may_hold(field.hint, kinds)]
    first = [name for name in ("caption", "head") if name in names] if "head" in names else []
    ordered = [*first, *(name for name in names if name not in first)]
    words = ("speaker", "item", "date") if issubclass(cls, Inline) else ("speaker", "item", "date", "text")
    plan = tuple(reversed(ordered)), tuple(name for name in words if hasattr(cls, name))
    return _PLANS.setdefault((cls, captions), plan)


_WORD = r"\w+(?:[’'\-.]\w+)*+"  # compiled on first use: importing the model stays cheap


def word_count(node: Node | Text | tuple[Block, ...]) -> int:
    """How many words `plain_text(node)` has: runs of letters and digits, with inner apostrophes, hyphens and points.

    Scripts that write no spaces (Chinese, Japanese, Thai) count by runs, not by words.
    """
    return sum(1 for _ in re.finditer(_WORD, plain_text(node)))
