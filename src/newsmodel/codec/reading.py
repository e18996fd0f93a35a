"""Plain data to values of the model, strictly, and with everything that is wrong in one error."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Set
from datetime import datetime
from functools import partial
from operator import is_
from typing import Any, TypeVar, get_args, overload

import attrs
import cattrs

from newsmodel.codec.building import build_of, fits
from newsmodel.codec.hints import (
    OURS,
    UNKNOWN,
    PerClass,
    is_leaf,
    is_node,
    is_number,
    is_sequence,
    is_union,
    only_kind,
    refuse,
)
from newsmodel.codec.leaves import clean_string, free_map, instant, itself, listed, number
from newsmodel.codec.problems import Problems, field_problems, json_problems, of_constructor, step, too_deep, word
from newsmodel.model import ABSTRACT, Block, FrozenMap, Inline, Mark, Node, Span, Style, Text
from newsmodel.model.check import Field, shape
from newsmodel.model.frozen import EMPTY, thaw
from newsmodel.model.registry import class_of
from newsmodel.model.text import StyleName
from newsmodel.room import with_room

N = TypeVar("N", bound=Node)
Hook = Callable[[Any, Any], Any]


@overload
def from_data(data: Any, cls: None = None) -> Node: ...
@overload
def from_data(data: Any, cls: type[N]) -> N: ...
def from_data(data: Any, cls: type[Any] | None = None) -> Any:
    """The node that `to_data` made *data* of: `from_data(to_data(node)) == node`.

    cls: what is expected, also a base (`Block`, `Mark`); where it is one class, the data needs no `type`.
    None: any node, as the `type` says. Raises FormatError with every error, the first 100 listed, each with its path.
    """
    hook = _any if cls is None else _hook(cls)
    try:
        return _structured(hook, data, cls)
    except Problems as problems:
        raise problems.error() from None
    except RecursionError:
        raise too_deep(data).error() from None


def structure_fields(cls: type[Node], data: Mapping[str, Any], at: str = "$") -> dict[str, Any]:
    """The values of those fields of *cls* that *data* names; the way back of `field_data`.

    at: the path of *data*, for the errors. Raises FormatError for a name that is no field, and as `from_data` does.
    """
    fields = {field.name: field for field in shape(cls)}
    values: dict[str, Any] = {}
    problems: Problems | None = None
    for name, value in data.items():
        try:
            values[name] = _field_value(cls, fields.get(name), value)
        except Problems as found:
            problems = found.at(step(name), problems)
        except RecursionError:
            problems = too_deep(value).at(step(name), problems)
    if problems is not None:
        raise problems.error(at)
    return values


def _field_value(cls: type[Node], field: Field | None, data: Any) -> Any:
    if field is None:
        raise Problems(f"{cls.type} has no such field")
    value = _structured(_hook(field.hint), data, field.hint)
    problems = field_problems(field, value)
    if problems.count:
        raise problems
    return value


def _structured(hook: Hook, data: Any, hint: Any) -> Any:
    try:
        return hook(data, hint)
    except RecursionError:
        return with_room(lambda: hook(data, hint))


def _reader(cls: type[Any]) -> Callable[[dict[str, Any]], Any]:
    """What makes a node of *cls* of an object whose tag is understood."""
    start, fills, finish = build_of(cls)
    slots = {
        field.name: (None if _stays(field.hint) else _hook(field.hint), fits(field.hint), fills[field.name], field)
        for field in shape(cls)
    }
    required = frozenset(field.name for field in shape(cls) if field.default is attrs.NOTHING)

    def read(data: dict[str, Any]) -> Any:
        node = start()
        problems: Problems | None = None
        newer: list[str] = []
        for name, value in data.items():
            if name not in slots:
                newer.append(name)
                continue
            hook, fit, fill, field = slots[name]
            try:
                if hook is not None:
                    value = hook(value, field.hint)
                if fit is not None and not fit(value):
                    raise field_problems(field, value)
                fill(node, value)
            except Problems as found:
                problems = found.at(step(name), problems)
        if newer and newer != ["type"]:
            try:
                fills["extra"](node, _with_newer(data, newer))
            except Problems as found:
                problems = found.at("", problems)
        if required and not required <= data.keys():
            problems = _missing(required - data.keys()).at("", problems)
        if problems is not None:
            raise problems
        if finish is None:
            return node
        try:
            return finish(node)
        except (TypeError, ValueError) as error:
            raise of_constructor(cls, error) from None

    return read


def _with_newer(data: dict[str, Any], names: list[str]) -> FrozenMap:
    """The `extra` of *data* with what this version does not know, the fields *names*, under its own name."""
    newer = free_map({name: data[name] for name in names if name != "type"}, None)
    try:
        extra = free_map(data.get("extra", {}), None)
    except Problems:
        return EMPTY  # they are told where `extra` is read
    ours = extra.get(OURS, EMPTY)
    if type(ours) is not FrozenMap:
        raise Problems(f"takes an object, not {word(ours)}", f".extra.{OURS}")
    try:
        return FrozenMap({**extra, OURS: {**ours, **newer}})
    except ValueError:
        raise json_problems(thaw(newer), 1) from None  # under `extra` it nests deeper


def _missing(names: Set[str]) -> Problems:
    problems = Problems()
    for name in sorted(names):
        problems.add("", f'lacks "{name}"')
    return problems


def _class(base: Any, data: Any) -> type[Node] | None:
    """The class of the node that *data* is, where *base*, a class or several, may stand; None if nobody knows it.

    Raises Problems for what may not stand there.
    """
    if type(data) is not dict:
        raise Problems(f"takes an object, not {word(data)}")
    if "type" not in data:
        if isinstance(base, tuple) or base in ABSTRACT:
            raise Problems('lacks "type"')
        only: type[Node] = base
        return only
    tag = data["type"]
    if type(tag) is not str:
        raise Problems(f"takes a string, not {word(tag)}", ".type")
    cls = class_of(tag)
    if cls is None and base in UNKNOWN:
        return None
    if cls is None or not issubclass(cls, base):
        raise Problems(f"{json.dumps(tag[:80])} is no {_name(base)}", ".type")
    return cls


def _name(base: Any) -> str:
    return " or ".join(cls.type for cls in (base if isinstance(base, tuple) else (base,)))


def _node(base: Any) -> Hook:
    """A node where *base*, a class or several, may stand."""

    def read(data: Any, _hint: Any) -> Any:
        cls = _class(base, data)
        return _unknown(base, data) if cls is None else _READERS[cls](data)

    return read


def _nodes(base: Any) -> Hook:
    """A tuple of nodes. It does what `_node` does without calling it: containers nest, and the stack is short."""

    def read(data: Any, _hint: Any) -> tuple[Any, ...]:
        nodes: list[Any] = []
        problems: Problems | None = None
        for position, item in enumerate(listed(data)):
            try:
                cls = _class(base, item)
                nodes.append(_unknown(base, item) if cls is None else _READERS[cls](item))
            except Problems as found:
                problems = found.at(f"[{position}]", problems)
        if problems is not None:
            raise problems
        return tuple(nodes)

    return read


def _items(hint: Any) -> Hook:
    """A tuple of texts, marks or strings."""
    hook = _hook(hint)

    def read(data: Any, _hint: Any) -> tuple[Any, ...]:
        values: list[Any] = []
        problems: Problems | None = None
        for position, item in enumerate(listed(data)):
            try:
                values.append(hook(item, hint))
            except Problems as found:
                problems = found.at(f"[{position}]", problems)
        if problems is not None:
            raise problems
        return tuple(values)

    return read


def _any(data: Any, _hint: Any) -> Any:
    """A node alone. A kind of block of one's own tells by its namespace what it is, known or not."""
    tag = data.get("type") if type(data) is dict else None
    if type(tag) is str and ":" in tag and class_of(tag) is None:
        return _unknown(Block, data)
    return _ANY(data, None)


def _unknown(base: Any, data: dict[str, Any]) -> Any:
    """A block, inline or mark whose type nobody knows, whole."""
    return UNKNOWN[base](OURS, data["type"], data=free_map(data, None))


def _text(data: Any, _hint: Any) -> Text:
    if type(data) is str:
        text: Text = object.__new__(Text)
        _FILL_TEXT(text, clean_string(data))
        return text
    if type(data) is list:
        return Text(_INLINES(data, None))
    raise Problems(f"takes a string or a list, not {word(data)}")


def _inline(data: Any, _hint: Any) -> Any:
    if type(data) is not str:
        return _INLINE(data, None)
    span = _SPAN.start()
    _SPAN.fills["text"](span, clean_string(data))
    return span


def _mark(data: Any, _hint: Any) -> Any:
    if type(data) is not str:
        return _MARK(data, None)
    if data not in _STYLES:
        raise Problems(f"must be one of {', '.join(_STYLES)}, or an object")
    return _STYLES[data]


def _union(hint: Any) -> Hook:
    kind = only_kind(hint)
    hook = _node(kind) if isinstance(kind, tuple) else _hook(kind)
    if type(None) not in get_args(hint):
        return hook
    return lambda data, _hint: None if data is None else hook(data, kind)


def _sequence(hint: Any) -> Hook:
    item = get_args(hint)[0]
    return _items(item) if item in (Text, Inline, Mark) or not is_node(item) else _nodes(item)


def _stays(hint: Any) -> bool:
    """Whether data becomes a value unchanged: the constructor checks it."""
    return is_leaf(hint) and not is_number(hint)


def _converter() -> cattrs.BaseConverter:
    """The hooks, the last registered asked first."""
    converter = cattrs.BaseConverter()
    register = converter.register_structure_hook_factory
    register(lambda hint: True, refuse)
    register(is_node, _node)
    register(is_sequence, _sequence)
    register(is_union, _union)
    register(_stays, lambda hint: itself)
    hooks: dict[Any, Hook] = {datetime: instant, FrozenMap: free_map, Text: _text, Mark: _mark, Inline: _inline}
    for hint, hook in hooks.items():
        converter.register_structure_hook_func(partial(is_, hint), hook)
    for leaf in (str, int, bool):
        converter.register_structure_hook(leaf, itself)
    converter.register_structure_hook(float, number)
    converter.register_structure_hook(bytes, lambda _data, hint: refuse(hint))  # cattrs would take it as text
    return converter


_hook = _converter().get_structure_hook
_READERS = PerClass(_reader)
_SPAN = build_of(Span)
_FILL_TEXT = vars(Text)["content"].__set__
_ANY, _MARK, _INLINE = _node(Node), _node(Mark), _node(Inline)
_INLINES = _items(Inline)
_STYLES = {name: Style(name) for name in get_args(StyleName)}
