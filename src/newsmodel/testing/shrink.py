"""The smallest article that still shows a failure: fields taken away, texts cut, as long as it goes on failing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import attrs

from newsmodel.model.base import Node
from newsmodel.model.check import shape
from newsmodel.model.text import Text

N = TypeVar("N", bound=Node)

ATTEMPTS = 600


def shrink(node: N, fails: Callable[[N], bool], attempts: int = ATTEMPTS) -> N:
    """A node below *node* by which *fails* is still true and none of the next smaller ones is; within *attempts*."""
    while True:
        for candidate in _smaller(node):
            attempts -= 1
            if attempts < 0:
                return node
            if fails(candidate):
                node = candidate
                break
        else:
            return node


def _smaller(value: Any) -> Iterator[Any]:
    """What is one step simpler than a value of a field, the boldest steps first. Bounded as the model is."""
    if isinstance(value, Node):
        yield from _smaller_nodes(value)
    elif isinstance(value, Text):
        if isinstance(value.content, tuple):
            yield Text(str(value))
            yield from map(Text, _smaller(value.content))
        else:
            yield from map(Text, _smaller(value.content))
    elif isinstance(value, tuple):
        yield from _smaller_tuples(value)
    elif isinstance(value, str) and value:
        yield from dict.fromkeys(("", value[: len(value) // 2], value[len(value) // 2 :]))


def _smaller_nodes(node: Node) -> Iterator[Node]:
    fields = [field for field in shape(type(node)) if getattr(node, field.name) != field.default]
    for field in fields:
        if field.default is not attrs.NOTHING:
            yield from _with(node, field.name, field.default)
    for field in fields:
        for value in _smaller(getattr(node, field.name)):
            yield from _with(node, field.name, value)


def _with(node: Node, name: str, value: Any) -> Iterator[Node]:
    try:
        changed = attrs.evolve(node, **{name: value})
    except (TypeError, ValueError):  # the model refuses it: an empty id
        return
    if changed != node:
        yield changed


def _smaller_tuples(items: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    if len(items) > 2:
        yield items[: len(items) // 2]
        yield items[len(items) // 2 :]
    for position in range(len(items)):
        yield items[:position] + items[position + 1 :]
    for position, item in enumerate(items):
        for smaller in _smaller(item):
            yield (*items[:position], smaller, *items[position + 1 :])
