"""How a node is built of its fields one by one, at less than half the cost of its constructor.

A constructor looks at every field; data names few, and the codec has made most of these itself. So the slots of a class
of the model are filled directly, and only what came through as it was is tested. The invariants of the class, what it
asks beyond its fields, are asked as ever.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias, get_args

import attrs

from newsmodel.alphabet import is_clean
from newsmodel.codec.hints import is_leaf, is_number, is_sequence, members
from newsmodel.model import Inline, Mark, Node
from newsmodel.model.check import shape, test_for
from newsmodel.model.registry import built_in

Fill: TypeAlias = Callable[[Any, Any], None]


class Build(NamedTuple):
    """How a class is built: `node = start()`, the fill of each field that is given, then `node = finish(node)`.

    finish raises what the constructor raises; None where it has nothing to do.
    """

    start: Callable[[], Any]
    fills: dict[str, Fill]
    finish: Callable[[Any], Any] | None


def build_of(cls: type[Any]) -> Build:
    """How *cls* is built: a class of the model by its slots, one of one's own by its constructor."""
    return _by_slots(cls) if built_in().get(cls.type) is cls else _by_constructor(cls)


def _by_constructor(cls: type[Any]) -> Build:
    def fill(keyword: str) -> Fill:
        return lambda values, value: values.__setitem__(keyword, value)

    return Build(dict, {a.name: fill(a.alias or a.name) for a in attrs.fields(cls) if a.init}, lambda v: cls(**v))


def _by_slots(cls: type[Any]) -> Build:
    slots = {a.name: getattr(cls, a.name).__set__ for a in attrs.fields(cls)}
    defaults = [(slots[a.name], a.default) for a in attrs.fields(cls)]
    new = object.__new__

    def start() -> Any:
        node = new(cls)
        for fill, default in defaults:
            fill(node, default)
        return node

    fills = {f.name: _ordered(slots[f.name], getattr(attrs.fields(cls), f.name).converter, f.hint) for f in shape(cls)}
    return Build(start, fills, _invariants(cls))


def _ordered(fill: Fill, convert: Callable[[Any], Any], hint: Any) -> Fill:
    """*fill*, by way of a converter that puts values into an order of their own: marks and strings, equal ones once."""
    if is_sequence(hint) and (get_args(hint)[0] is Mark or is_leaf(get_args(hint)[0])):
        return lambda node, value: fill(node, convert(value) if len(value) > 1 else value)
    return fill


def fits(hint: Any) -> Callable[[Any], bool] | None:
    """The test of what the codec passes on as it was; None for what it makes itself."""
    if members(hint) == (str,):
        return _is_string if hint is str else _is_string_or_none
    if is_leaf(hint) or is_number(hint) or (is_sequence(hint) and is_leaf(get_args(hint)[0])):
        test = test_for(hint)
        return lambda value: test(value) is None
    return None


def _is_string(value: Any) -> bool:
    return type(value) is str and is_clean(value)


def _is_string_or_none(value: Any) -> bool:
    return value is None or (type(value) is str and is_clean(value))


def _invariants(cls: type[Any]) -> Callable[[Any], Any] | None:
    own = cls._invariants
    if own is Node._invariants:
        return None
    many_marks = own is Inline._invariants

    def finish(node: Any) -> Any:
        if not many_marks or len(node.marks) > 1:  # one mark cannot be two links
            own(node)
        return node

    return finish
