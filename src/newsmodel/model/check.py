"""What a field may hold: one check for each annotation, derived when a class is first used.

Constructors of attrs check nothing by themselves, and twenty attrs validators would more than double their cost; the
function that is written here for each class, as attrs writes its constructor, passes over every field that is at its
default. `shape` is also what the codec, the schema and the walkers read, so that no second list of fields exists
anywhere.
"""

from __future__ import annotations

import datetime as _datetime
import types
import typing
from collections.abc import Callable
from math import isfinite
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import attrs

from newsmodel.alphabet import is_clean
from newsmodel.model.frozen import INTEGER_LIMIT, FrozenMap

if TYPE_CHECKING:
    from newsmodel.model.base import Node

Test = Callable[[Any], str | None]
"""None if a value fits, else what is wrong with it."""


class Field(NamedTuple):
    """One field of a node class: its name, its resolved annotation, its default (`attrs.NOTHING` if required)."""

    name: str
    hint: Any
    default: Any
    test: Test


def check(node: Node) -> None:
    """Raises TypeError or ValueError for the first field of *node* that does not fit its annotation."""
    cls = type(node)
    (_CHECKS.get(cls) or _checker(cls))(node)


def _checker(cls: type[Any]) -> Callable[[Node], None]:
    """The check of all fields of a class: a loop over them would take three times as long, for every node there is."""
    known: dict[str, Any] = {"fail": _fail}
    lines = ["def check_fields(node):"]
    for at, field in enumerate(shape(cls)):
        known |= {f"default_{at}": field.default, f"test_{at}": field.test}
        lines.append(f" value = node.{field.name}")
        lines.append(f" if value is not default_{at} and (problem := test_{at}(value)):")
        lines.append(f"  fail(node, {field.name!r}, problem)")
    exec("\n".join(lines), known)
    _CHECKS[cls] = known["check_fields"]
    return _CHECKS[cls]


def _fail(node: Node, name: str, problem: str) -> None:
    error = ValueError if problem.startswith("must ") else TypeError
    raise error(f"{type(node).__name__}.{name} {problem}")


def shape(cls: type[Any]) -> tuple[Field, ...]:
    """The fields of a node class, in order. Raises TypeError for one that is not decorated as the model's are."""
    found = _SHAPES.get(cls)
    if found is None:
        found = _SHAPES[cls] = _shape(cls)
    return found


def _shape(cls: type[Any]) -> tuple[Field, ...]:
    if "__attrs_attrs__" not in vars(cls):
        raise TypeError(f"{cls.__name__} is not decorated: put @attrs.frozen(kw_only=True) above it")
    if not cls.__attrs_props__.is_frozen:
        raise TypeError(f"{cls.__name__} is not frozen: use @attrs.frozen(kw_only=True)")
    hints = typing.get_type_hints(cls)
    return tuple(Field(a.name, hints[a.name], a.default, test_for(hints[a.name])) for a in attrs.fields(cls) if a.init)


def test_for(hint: Any) -> Test:
    """The test for values of the annotation *hint*: leaves, nodes, unions, literals and homogeneous tuples."""
    if hint in _LEAVES:
        return _LEAVES[hint]
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return _one_of([test_for(argument) for argument in arguments])
    if origin is Literal:
        return _literal(arguments)
    if origin is tuple:
        return _tuple_of(arguments[0])
    if isinstance(hint, type):
        return _instance(hint)
    raise TypeError(f"a field of the model cannot be annotated {hint!r}")


def _one_of(tests: list[Test]) -> Test:
    if len(tests) == 2 and tests[1] is _none:
        return _optional(tests[0])

    def test(value: Any) -> str | None:
        problems = [problem for one in tests if (problem := one(value))]
        if len(problems) < len(tests):
            return None
        return next((problem for problem in problems if problem.startswith("must ")), problems[0])

    return test


def _optional(of: Test) -> Test:
    return lambda value: None if value is None else of(value)


def _literal(allowed: tuple[Any, ...]) -> Test:
    def test(value: Any) -> str | None:
        if type(value) is str and value in allowed:
            return None
        return f"must be one of {', '.join(allowed)}, not {value!r}"

    return test


def _tuple_of(hint: Any) -> Test:
    item_test = test_for(hint)
    plain = hint if isinstance(hint, type) and hint not in _LEAVES else None

    def test(value: Any) -> str | None:
        if type(value) is not tuple:
            return f"is a sequence, not {type(value).__name__}"
        for position, item in enumerate(value):
            if not (plain is not None and isinstance(item, plain)) and (problem := item_test(item)):
                return f"{problem} (item {position})" if problem.startswith("must ") else f"[{position}] {problem}"
        return None

    return test


def _instance(cls: type) -> Test:
    def test(value: Any) -> str | None:
        return None if isinstance(value, cls) else f"takes {cls.__name__}, not {type(value).__name__}"

    return test


def _text(value: Any) -> str | None:
    if type(value) is not str:
        return f"takes str, not {type(value).__name__}"
    return None if value.isprintable() or is_clean(value) else "must hold only XML 1.0 characters with LF line ends"


def _integer(value: Any) -> str | None:
    if type(value) is not int:
        return f"takes int, not {type(value).__name__}"
    return None if -INTEGER_LIMIT <= value < INTEGER_LIMIT else "must fit 64 bits"


def _number(value: Any) -> str | None:
    if type(value) is not float:
        return f"takes float, not {type(value).__name__}"
    return None if isfinite(value) else "must be finite"


def _boolean(value: Any) -> str | None:
    return None if type(value) is bool else f"takes bool, not {type(value).__name__}"


def _instant(value: Any) -> str | None:
    if type(value) is not _datetime.datetime:
        return f"takes datetime, not {type(value).__name__}"
    if type(value.tzinfo) is not _datetime.timezone or value.fold:
        return "must be aware, with a fixed offset (datetime.timezone)"
    offset = value.utcoffset()
    return None if offset is not None and not offset % _MINUTE else "must have an offset of whole minutes"


def _none(value: Any) -> str | None:
    return None if value is None else f"takes None, not {type(value).__name__}"


_SHAPES: dict[type[Any], tuple[Field, ...]] = {}
_CHECKS: dict[type[Any], Callable[[Node], None]] = {}
_MINUTE = _datetime.timedelta(minutes=1)
_LEAVES: dict[Any, Test] = {
    str: _text,
    int: _integer,
    float: _number,
    bool: _boolean,
    _datetime.datetime: _instant,
    FrozenMap: _instance(FrozenMap),
    type(None): _none,
}
