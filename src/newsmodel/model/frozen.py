"""FrozenMap: a read-only mapping of finite JSON values, for data that only its own format understands.

A `types.MappingProxyType` neither hashes, pickles nor deep-copies; this `dict` subclass does all three. Values are
deep-frozen when the map is built: objects become `FrozenMap`, arrays become tuples.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from typing import Any, NoReturn, Self, TypeAlias

from newsmodel.alphabet import is_clean
from newsmodel.model.deep import Apart, as_tuple, equal, hash_of, put_together, taken_apart
from newsmodel.room import with_room

Json: TypeAlias = "str | int | float | bool | tuple[Json, ...] | FrozenMap | None"

MAXIMUM_DEPTH = 64
"""How deep JSON values and containers of blocks may nest; deeper, equality and pickling would overflow the stack."""

INTEGER_LIMIT = 2**63
"""Integers are signed 64-bit: what every JSON library at hand reads and writes without changing it."""


class FrozenMap(dict[str, Any]):
    """A read-only mapping of str to JSON value. Equality tells `1`, `1.0` and `True` apart.

    Raises TypeError for a value that is no JSON, ValueError for a number that is not finite or beyond 64 bits, for
    text outside the alphabet, and for nesting deeper than `MAXIMUM_DEPTH`.
    """

    __slots__ = ()

    def __init__(self, values: Mapping[str, Any] | None = None) -> None:
        try:
            items = _items(values, 0) if values else {}
        except RecursionError:
            items = with_room(lambda: _items(values or {}, 0))
        super().__init__(items)

    def _refuse(self, *_args: Any, **_keywords: Any) -> NoReturn:
        raise TypeError("a FrozenMap cannot be changed; make a new one from dict(old, key=value)")

    __setitem__: Any = _refuse
    __delitem__: Any = _refuse
    __ior__: Any = _refuse
    clear: Any = _refuse
    pop: Any = _refuse
    popitem: Any = _refuse
    setdefault: Any = _refuse
    update: Any = _refuse

    def _parts(self) -> tuple[Any, ...]:
        keys = sorted(self)
        return (*keys, *(self[key] for key in keys))

    def __hash__(self) -> int:  # type: ignore[override]
        try:
            return hash(frozenset(self.items())) if self else _HASH_OF_NOTHING
        except RecursionError:
            return hash_of(self)

    def _combined(self, hashed: tuple[Any, ...]) -> frozenset[Any]:
        half = len(hashed) // 2
        return frozenset(zip(hashed[:half], hashed[half:], strict=True))

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        try:
            if isinstance(other, FrozenMap):
                return self.keys() == other.keys() and all(_same(value, other[key]) for key, value in self.items())
            return dict.__eq__(self, other)
        except RecursionError:
            return equal(self, other) if isinstance(other, FrozenMap) else with_room(lambda: dict.__eq__(self, other))

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __reduce__(self) -> tuple[Any, ...]:
        if _nests_deeply(self):
            return put_together, (taken_apart(self, _apart),)
        return _restored, (dict(self),)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, _memo: Any) -> Self:
        return self

    def __repr__(self) -> str:
        try:
            return f"FrozenMap({_thawed(self)!r})"
        except RecursionError:
            return with_room(lambda: f"FrozenMap({_thawed(self)!r})")


_DEEP = 8
"""From here on a pickle is flat: nested, it takes three frames a level."""


_HASH_OF_NOTHING = hash(())


def _nests_deeply(values: FrozenMap) -> bool:
    level, depth = _containers(values), 1
    while level and depth < _DEEP:
        level = [inner for each in level for inner in _containers(each)]
        depth += 1
    return bool(level)


def _containers(holder: FrozenMap | tuple[Any, ...]) -> list[Any]:
    values = holder if type(holder) is tuple else holder.values()  # type: ignore[union-attr]
    if _CONTAINERS.isdisjoint(map(type, values)):
        return []
    return [value for value in values if type(value) in _CONTAINERS]


_CONTAINERS = frozenset({FrozenMap, tuple})


def _apart(value: Any) -> Apart | None:
    if type(value) is tuple:
        return as_tuple, None, value
    if isinstance(value, FrozenMap):
        return _restored_of, tuple(value), tuple(value.values())
    return None


def _restored(values: dict[str, Any]) -> FrozenMap:
    # Without checking again: what is pickled was checked when it was built.
    frozen = FrozenMap()
    dict.update(frozen, values)
    return frozen


def _restored_of(keys: tuple[str, ...], values: tuple[Any, ...]) -> FrozenMap:
    return _restored(dict(zip(keys, values, strict=True)))


def _items(values: Mapping[str, Any], depth: int) -> dict[str, Any]:
    if depth >= MAXIMUM_DEPTH:
        raise ValueError(f"JSON values nest at most {MAXIMUM_DEPTH} deep")
    return {_key(key): freeze(value, depth + 1) for key, value in values.items()}


def _key(key: Any) -> str:
    if type(key) is not str:
        raise TypeError(f"a key of JSON data must be a str, not {type(key).__name__}")
    return _text(key)


def _text(value: str) -> str:
    if not is_clean(value):
        raise ValueError("text holds a character outside XML 1.0 Char with LF line ends")
    return value


def freeze(value: Any, depth: int = 0) -> Any:
    """*value*, any JSON value at this *depth*, deep-frozen. Raises as `FrozenMap` does."""
    kind = type(value)
    if kind is str:
        return _text(value)
    if value is None or kind is bool:
        return value
    if kind is int:
        if not -INTEGER_LIMIT <= value < INTEGER_LIMIT:
            raise ValueError("an integer of JSON data must fit 64 bits")
        return value
    if kind is float:
        if not isfinite(value):
            raise ValueError("a number of JSON data must be finite")
        return value or 0.0  # -0.0 and 0.0 are equal, and yet two texts
    if isinstance(value, FrozenMap) and depth == 0:
        return value
    return _freeze_container(value, depth)


def _freeze_container(value: Any, depth: int) -> Any:
    if isinstance(value, Mapping):
        frozen = FrozenMap()
        dict.update(frozen, _items(value, depth))
        return frozen
    if isinstance(value, (list, tuple)):
        if depth >= MAXIMUM_DEPTH:
            raise ValueError(f"JSON values nest at most {MAXIMUM_DEPTH} deep")
        return tuple(freeze(item, depth + 1) for item in value)
    raise TypeError(f"a JSON value was expected, not {type(value).__name__}")


def thaw(value: Any) -> Any:
    """*value* with plain dicts and lists in place of frozen ones."""
    try:
        return _thawed(value)
    except RecursionError:
        return with_room(lambda: _thawed(value))


def _thawed(value: Any) -> Any:
    if isinstance(value, FrozenMap):
        return {key: _thawed(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [_thawed(item) for item in value]
    return value


def _same(one: Any, other: Any) -> bool:
    if type(one) is not type(other):
        return False
    if type(one) is tuple:
        return len(one) == len(other) and all(map(_same, one, other))
    return bool(one == other)


EMPTY = FrozenMap()


def frozen_map(values: Mapping[str, Any]) -> FrozenMap:
    """*values* itself if it is frozen already, else a frozen copy."""
    if type(values) is FrozenMap:
        return values
    if not isinstance(values, Mapping):
        raise TypeError(f"a mapping was expected, not {type(values).__name__}")
    return FrozenMap(values) if values else EMPTY
