"""Which class a `type` names: the model's own classes, and the kinds of block that a program registers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import TypeVar

from newsmodel.model.base import Node
from newsmodel.model.block import Block, check_own_kind

B = TypeVar("B", bound=type[Block])

_OWN: dict[str, type[Block]] = {}


def register_block(cls: B) -> B:
    """Makes a kind of block of one's own readable by its `type`, which must be namespaced ("acme:poll").

    Works as a decorator above `@attrs.frozen(kw_only=True)`. Raises TypeError for a class that is not decorated, has no
    namespaced type or no `lower`, ValueError for a type that another class holds.
    """
    check_own_kind(cls)
    if _OWN.setdefault(cls.type, cls) is not cls:
        raise ValueError(f"the block type {cls.type!r} is registered for {_OWN[cls.type].__qualname__}")
    return cls


@contextmanager
def registered(*classes: type[Block]) -> Iterator[None]:
    """Kinds of block registered for the length of a `with`, for tests."""
    new = [register_block(cls) for cls in classes if _OWN.get(getattr(cls, "type", "")) is not cls]
    try:
        yield
    finally:
        for cls in new:
            del _OWN[cls.type]


def own_kinds() -> tuple[type[Block], ...]:
    """The kinds of block registered now."""
    return tuple(_OWN.values())


def class_of(type_name: str) -> type[Node] | None:
    """The class that *type_name* names, None if there is none."""
    return _built_in().get(type_name) or _OWN.get(type_name)


@cache
def _built_in() -> dict[str, type[Node]]:
    import newsmodel.model as model

    classes = [value for value in vars(model).values() if isinstance(value, type) and issubclass(value, Node)]
    return {cls.type: cls for cls in classes if cls not in model.ABSTRACT}


def built_in() -> dict[str, type[Node]]:
    """The model's own classes by their `type`, the abstract bases left out."""
    return dict(_built_in())
