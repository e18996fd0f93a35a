"""Kinds of block of one's own, in terms of the model's: what stands for them where nobody has a rule for them."""

from __future__ import annotations

from typing import Any

from newsmodel.fitting.place import Place
from newsmodel.model import ABSTRACT
from newsmodel.model.block import Block
from newsmodel.model.check import shape
from newsmodel.model.registry import built_in


def is_own_kind(cls: type[Block]) -> bool:
    """Whether *cls* is no class of the model's."""
    return built_in().get(cls.type) is not cls and cls not in ABSTRACT


def without_own_kind(node: Block, place: Place) -> Any:
    """The rule for a class of one's own that has none: what it is in simpler blocks, flattened."""
    return place.replace(node, simpler(node), node.type, "flattened")


def simpler(node: Block) -> tuple[Block, ...]:
    """A block of one's own kind in the model's: as its own `lower` says, else as the model's class that it extends."""
    cls = type(node)
    base: Any = next(base for base in cls.__mro__ if built_in().get(getattr(base, "type", "")) is base or base is Block)
    if cls.lower is not base.lower:
        return node.lower()
    if base is Block:
        raise TypeError(f"{cls.__name__} needs lower() -> tuple[Block, ...], its content in the model's blocks")
    plain: Block = base(**{field.name: getattr(node, field.name) for field in shape(base)})
    return (plain,)
