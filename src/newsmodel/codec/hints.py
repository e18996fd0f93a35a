"""What an annotation of the model is, for the hooks of the codec and for the schema."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable
from typing import Any, Generic, Literal, NoReturn, TypeVar

from newsmodel.model import Block, Inline, Mark, UnknownBlock, UnknownInline, UnknownMark
from newsmodel.model.base import Node

T = TypeVar("T")

OURS = "newsmodel"
"""The key of `extra` for fields of a newer version, and the `format` of unknown blocks, inlines and marks of one."""

UNKNOWN: dict[Any, type[UnknownBlock] | type[UnknownInline] | type[UnknownMark]] = {
    Block: UnknownBlock,
    Inline: UnknownInline,
    Mark: UnknownMark,
}
"""Where a type that nobody knows is kept: by what the field holds."""

_LEAVES = (str, int, float, bool, type(None))


def is_leaf(hint: Any) -> bool:
    """Whether values of *hint* are the same in the model and in JSON: strings, numbers, None, their unions."""
    return hint in _LEAVES or is_literal(hint) or (is_union(hint) and all(map(is_leaf, typing.get_args(hint))))


def is_literal(hint: Any) -> bool:
    """Whether *hint* is `Literal[…]`."""
    return typing.get_origin(hint) is Literal


def is_union(hint: Any) -> bool:
    """Whether *hint* is a union, optional ones included."""
    return typing.get_origin(hint) in (typing.Union, types.UnionType)


def is_sequence(hint: Any) -> bool:
    """Whether *hint* is `tuple[X, …]`."""
    return typing.get_origin(hint) is tuple


def is_node(hint: Any) -> bool:
    """Whether *hint* is a class of nodes."""
    return isinstance(hint, type) and issubclass(hint, Node)


def members(hint: Any) -> tuple[Any, ...]:
    """The members of a union, None left out; any other hint alone."""
    return tuple(one for one in typing.get_args(hint) if one is not type(None)) if is_union(hint) else (hint,)


def only_kind(hint: Any) -> Any:
    """What the values of the union *hint* are besides None: one hint, or a tuple of node classes.

    Raises TypeError for a union whose members cannot be told apart in JSON.
    """
    kinds = members(hint)
    if len(kinds) == 1:
        return kinds[0]
    if all(map(is_node, kinds)):
        return kinds
    raise TypeError(f"the members of {hint!r} cannot be told apart in JSON")


def refuse(hint: Any) -> NoReturn:
    """For a hint that no value of the model has. Raises TypeError."""
    raise TypeError(f"{hint!r} is no part of the model, so there is no JSON for it")


def is_number(hint: Any) -> bool:
    """Whether *hint* is float, or float or None."""
    return members(hint) == (float,)


class PerClass(dict[type[Any], T], Generic[T]):
    """What *work* makes of a class, worked out once for each: `per_class[cls]`."""

    def __init__(self, work: Callable[[type[Any]], T]) -> None:
        super().__init__()
        self._work = work

    def __missing__(self, cls: type[Any]) -> T:
        result = self[cls] = self._work(cls)
        return result
