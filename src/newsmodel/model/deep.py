"""Work on nested values that takes the same stack however deep they nest.

The methods of the values themselves are faster, for Python compares and hashes tuples in C, but take some frames a
level; a caller that is deep in its own calls has not that many left. Values that hold others give them by `_parts`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

Apart: TypeAlias = "tuple[Callable[[Any, tuple[Any, ...]], Any], Any, tuple[Any, ...]]"
"""A value taken apart: `make(fixed, parts)` is the value again."""


def parts(value: Any) -> tuple[Any, ...]:
    """What *value* holds, in an order that equal values share; () for what holds nothing."""
    if type(value) is tuple:
        return value
    own = getattr(value, "_parts", None)
    return own() if own else ()


def equal(one: Any, other: Any) -> bool:
    """Whether two values are of one type and equal in all that they hold, dates with their offsets."""
    waiting = [(one, other)]
    while waiting:
        one, other = waiting.pop()
        if one is other:
            continue
        below, opposite = parts(one), parts(other)
        if type(one) is not type(other) or len(below) != len(opposite):
            return False
        if below:
            waiting.extend(zip(below, opposite, strict=True))
        elif one != other or (hasattr(one, "utcoffset") and one.utcoffset() != other.utcoffset()):
            return False
    return True


def hash_of(value: Any) -> int:
    """The hash of *value*: that of the tuple of what it holds, or of what its `_combined` makes of that."""
    hashed: int = fold(value, parts, _hash)
    return hashed


def _hash(value: Any, made: list[int]) -> int:
    if not made:
        return hash(value)
    hashed = tuple(map(_Hashed, made))
    combined = getattr(value, "_combined", None)
    return hash(combined(hashed) if combined else hashed)


class _Hashed:
    """What has the hash that is known already."""

    __slots__ = ("known",)

    def __init__(self, known: int) -> None:
        self.known = known

    def __hash__(self) -> int:
        return self.known


def fold(root: Any, below: Callable[[Any], Sequence[Any]], make: Callable[[Any, list[Any]], Any]) -> Any:
    """What *make* makes of *root* and of the list of what it made of each value *below* it, the innermost first."""
    made: list[Any] = []
    waiting: list[tuple[Any, int]] = [(root, -1)]
    while waiting:
        value, count = waiting.pop()
        if count < 0 and (inner := below(value)):
            waiting.append((value, len(inner)))
            waiting += [(each, -1) for each in reversed(inner)]
        elif count < 0:
            made.append(make(value, []))
        else:
            results = made[-count:]
            del made[-count:]
            made.append(make(value, results))
    return made[0]


def taken_apart(root: Any, apart: Callable[[Any], Apart | None]) -> list[tuple[Any, Any, int]]:
    """The steps by which `put_together` makes *root* again, a flat list: a pickle of it nests no deeper than that.

    apart: how a value is to be taken apart, None for one that stays whole.
    """
    steps: list[tuple[Any, Any, int]] = []
    waiting = [root]
    while waiting:
        value = waiting.pop()
        plan = apart(value)
        if plan is None:
            steps.append((None, value, 0))
        else:
            make, fixed, inner = plan
            steps.append((make, fixed, len(inner)))
            waiting.extend(inner)
    steps.reverse()
    return steps


def put_together(steps: list[tuple[Any, Any, int]]) -> Any:
    """The value that `taken_apart` gave the *steps* of."""
    made: list[Any] = []
    for make, fixed, count in steps:
        if make is None:
            made.append(fixed)
        else:
            inner = tuple(made[len(made) - count :])
            del made[len(made) - count :]
            made.append(make(fixed, inner))
    return made[0]


def as_tuple(_fixed: None, items: tuple[Any, ...]) -> tuple[Any, ...]:
    """How a tuple is made again."""
    return items
