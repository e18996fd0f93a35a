"""Which classes of nodes may stand inside which: what a walk that looks for a few classes need not enter."""

from __future__ import annotations

import typing
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from newsmodel.model.base import KINDS, Node
from newsmodel.model.check import shape
from newsmodel.model.text import Text


def holders_of(classes: Iterable[type[Any]]) -> frozenset[type[Any]]:
    """*classes*, and every class that may hold one of them at any depth. It is right until `KINDS` grows."""
    holders = _holders(len(KINDS))
    found = set(classes)
    waiting = list(found)
    while waiting:
        new = holders.get(waiting.pop(), set()) - found
        found |= new
        waiting.extend(new)
    return frozenset(found)


def may_hold(hint: Any, classes: Iterable[type[Any]]) -> bool:
    """Whether the value of a field annotated *hint* may be or hold, as an item, an instance of one of *classes*."""
    named = tuple(_named(hint))
    return any(issubclass(cls, named) for cls in classes)


@lru_cache(maxsize=1)
def _holders(_classes: int) -> dict[type[Any], set[type[Any]]]:
    """Class -> the classes with a field that may hold it directly. *_classes*: how many there are, for the cache."""
    holders: dict[type[Any], set[type[Any]]] = {}
    for holder in (*KINDS, Text):
        named = tuple(_fields_of(holder))
        for cls in (*KINDS, Text):
            if issubclass(cls, named):
                holders.setdefault(cls, set()).add(holder)
    return holders


def _fields_of(cls: type[Any]) -> Iterator[type[Any]]:
    """The classes that the fields of *cls* name."""
    try:
        hints = [field.hint for field in shape(cls)]
    except (TypeError, NameError, AttributeError, SyntaxError):  # someone's own class, not to be built or not yet
        hints = [Node, Text]  # it may hold anything
    for hint in hints:
        yield from _named(hint)


def _named(hint: Any) -> Iterator[type[Any]]:
    """The classes of nodes in an annotation, and `Text`."""
    if isinstance(hint, type) and issubclass(hint, (Node, Text)):
        yield hint
    for argument in typing.get_args(hint):
        yield from _named(argument)
