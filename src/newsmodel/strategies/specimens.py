"""One article for each class of the model, which holds a node of that class with every field given.

Chance alone would leave rare fields of rare classes out of a pool of two hundred articles.
"""

from __future__ import annotations

import types
import typing
from collections import deque
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

import attrs
from hypothesis import strategies as st

import newsmodel.model as model
from newsmodel.model.check import shape
from newsmodel.model.registry import built_in
from newsmodel.strategies.nodes import full, nodes
from newsmodel.strategies.sizes import Size


class Holder(NamedTuple):
    """Where nodes of a class can stand: a field of *cls*, which holds one, a tuple of them, or a text."""

    cls: Any
    field: str
    many: bool
    text: bool


@cache
def holders() -> dict[type[Any], Holder]:
    """For each class that an article can hold, the holder that is nearest to the article."""
    found: dict[type[Any], Holder] = {}
    waiting: deque[type[Any]] = deque([model.Article])
    while waiting:
        cls = waiting.popleft()
        for field in shape(cls):
            for item, many, text in _items(field.hint):
                for kind in _concrete(item):
                    if kind not in found and kind is not model.Article:
                        found[kind] = Holder(cls, field.name, many, text)
                        waiting.append(kind)
    return found


def _items(hint: Any, many: bool = False) -> Iterator[tuple[type[Any], bool, bool]]:
    """(class of node, whether a tuple holds them, whether a text does) for each class that a field can hold."""
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        for one in typing.get_args(hint):
            yield from _items(one, many)
    elif origin is tuple:
        yield from _items(typing.get_args(hint)[0], True)
    elif hint is model.Text:
        yield model.Inline, many, True
    elif isinstance(hint, type) and issubclass(hint, model.Node):
        yield hint, many, False


def _concrete(cls: type[Any]) -> list[type[Any]]:
    return [kind for kind in built_in().values() if issubclass(kind, cls)]


@st.composite
def specimens(draw: Any, cls: Any, size: Size) -> Any:
    """Articles that hold a node of *cls* with no field at its default."""
    node = draw(full(cls, size))
    while type(node) is not model.Article:
        holder = holders()[type(node)]
        value = model.Text([node]) if holder.text else node
        parent = draw(nodes(holder.cls, size, size.depth))
        node = attrs.evolve(parent, **{holder.field: (value,) if holder.many else value})
    return node
