"""Values of the model to plain data."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from operator import is_
from typing import Any, TypeAlias, cast, get_args

import attrs
import cattrs
import msgspec
from cattrs.fns import identity

from newsmodel.codec.hints import OURS, UNKNOWN, PerClass, is_leaf, is_node, is_sequence, is_union, only_kind, refuse
from newsmodel.model import ABSTRACT, FrozenMap, Inline, Mark, Node, Span, Style, Text
from newsmodel.model.check import Field, shape
from newsmodel.model.frozen import thaw
from newsmodel.model.registry import class_of
from newsmodel.room import with_room

Data: TypeAlias = dict[str, Any]
Hook: TypeAlias = Callable[[Any], Any]

_UNKNOWN = tuple(UNKNOWN.values())
_ON_TOP = ("$schema", OURS)  # members that a document begins with: read back, they come before all others


def to_data(value: Any) -> Any:
    """*value* as plain dicts, lists, strings and numbers: a node, a `Text`, a tuple of them, a `FrozenMap`, a date.

    Raises TypeError for what is no part of the model.
    """
    try:
        return _data(value)
    except RecursionError:
        return with_room(lambda: _data(value))


def _data(value: Any) -> Any:
    if not isinstance(value, Node):
        return _hook(type(value))(value)
    return _tagged(value)  # what is unknown too: verbatim, alone, it would not say whether it is a block or a mark


def field_data(node: Node, names: Iterable[str]) -> Data:
    """Those of the fields *names* of *node* that are not at their default, as data by name.

    `structure_fields` is the way back. `extra` stands under its own name, whole.
    """
    wanted = frozenset(names)
    return {
        name: hook(value) if hook else value
        for value, (name, default, hook) in zip(node._values(node), _FIELDS[type(node)], strict=True)
        if name in wanted and value is not default and value != default
    }


def _fields(cls: type[Any]) -> tuple[tuple[str, Any, Hook | None], ...]:
    """Of each field its name, its default, and what makes data of its value: None if it is data already."""
    return tuple((f.name, f.default, None if is_leaf(f.hint) else _hook(f.hint)) for f in shape(cls))


def _writer(cls: type[Any], tag: bool = False) -> Callable[[Node], Data]:
    """What makes an object of the fields of a node of *cls*; with its type first, if *tag*.

    Straight-line code, as cattrs generates it, but that looks first whether a field is the very default: most are.
    """
    names: dict[str, Any] = {}
    lines = ["def write(node):", f"    data = {{'type': {cls.type!r}}}" if tag else "    data = {}"]
    required_first = sorted(shape(cls), key=lambda field: field.default is not attrs.NOTHING)
    for field in required_first:
        if field.name != "extra":
            lines += _field_lines(field, names)
    names["with_extra"] = _with_extra
    exec("\n".join([*lines, "    return with_extra(node, data) if node.extra else data"]), names)
    written: Callable[[Node], Data] = names["write"]
    return written


def _field_lines(field: Field, names: dict[str, Any]) -> list[str]:
    """The lines that write one field; *names* gets what they refer to."""
    hook, default = f"hook_{field.name}", f"default_{field.name}"
    names[hook] = _hook_of_given(field.hint)
    names[default] = field.default
    value = "value" if names[hook] is identity else f"{hook}(value)"
    if names[hook] is _text:
        value = f"value.content if type(value.content) is str else {value}"
    if field.default is attrs.NOTHING:
        return [f"    value = node.{field.name}", f"    data[{field.name!r}] = {value}"]
    differs = "" if field.default is None else f" and value != {default}"
    test = f"    if (value := node.{field.name}) is not {default}{differs}:"
    if field.default == Text():
        test = f"    if (value := node.{field.name}).content:"
    return [test, f"        data[{field.name!r}] = {value}"]


def _names(cls: type[Any]) -> frozenset[str]:
    return frozenset({"type", *(field.name for field in shape(cls))})


def _with_extra(node: Node, data: Data) -> Data:
    """*data* with fields of a newer version at their own keys, and the rest of `extra` last: people read the file.

    What has the name of a field that this version knows stays under `extra.newsmodel`, where it hides nothing.
    """
    own, rest = _NAMES[type(node)], thaw(node.extra)
    newer = rest.get(OURS)
    if isinstance(newer, dict) and newer:
        data.update((name, newer[name]) for name in (*_ON_TOP, *newer) if name in newer and name not in own)
        rest[OURS] = {name: value for name, value in newer.items() if name in own}
        if not rest[OURS]:
            del rest[OURS]
    if rest:
        data["extra"] = rest
    return data


def _tagged(node: Node) -> Data:
    return _writer(type(node), tag=True)(node) if type(node) in _UNKNOWN else _TAGGERS[type(node)](node)


def _tagger(cls: type[Any]) -> Callable[[Node], Data]:
    """What writes a node of *cls* where several classes may stand: one that is unknown here verbatim."""
    write = _writer(cls, tag=True)
    if cls not in _UNKNOWN:
        return write
    return lambda node: cast(Data, thaw(cast(Any, node).data)) if _is_verbatim(node) else write(node)


def _any(node: Any) -> Data:
    return _TAGGERS[type(node)](node)


def _is_verbatim(node: Any) -> bool:
    """Whether reading its data alone gives *node* again."""
    if node.format != OURS or node.data.get("type") != node.name or class_of(node.name) is not None:
        return False
    return bool(type(node)(node.format, node.name, data=node.data) == node)


def _mark(mark: Any) -> Any:
    if type(mark) is Style and mark.id is None and not mark.extra:
        return mark.name
    return _any(mark)


def _inline(inline: Any) -> Any:
    if type(inline) is Span and not inline.marks and inline.id is None and not inline.extra:
        return inline.text
    return _any(inline)


def _text(text: Text) -> Any:
    return text.content if isinstance(text.content, str) else list(map(_inline, text.content))


def _instant(value: datetime) -> str:
    exact: str = msgspec.to_builtins(value)  # as isoformat, with "Z", in an eighth of the time
    return exact


def _node(cls: type[Node]) -> Hook:
    """A node where *cls* is named: only there does it need no tag. That of a subclass is written."""

    def write(node: Node) -> Data:
        if type(node) is not cls:
            return _any(node)
        return _WRITERS[cls](node)

    return _any if cls in ABSTRACT else write


def _sequence(hint: Any) -> Hook:
    item = get_args(hint)[0]
    if is_leaf(item):
        return list
    hook = _hook(item)
    return lambda items: list(map(hook, items))


def _union(hint: Any) -> Hook:
    hook = _hook_of_given(hint)
    return lambda value: None if value is None else hook(value)


def _hook_of_given(hint: Any) -> Hook:
    """The hook of a value that is not None."""
    if is_leaf(hint):
        return identity
    if not is_union(hint):
        return _hook(hint)
    kind = only_kind(hint)
    return _any if isinstance(kind, tuple) else _hook(kind)


def _each(items: tuple[Any, ...]) -> list[Any]:
    return list(map(to_data, items))


def _converter() -> cattrs.BaseConverter:
    """The hooks, the last registered asked first."""
    converter = cattrs.BaseConverter()
    register = converter.register_unstructure_hook_factory
    register(lambda hint: True, refuse)
    register(is_leaf, lambda hint: identity)
    register(is_node, _node)
    register(is_sequence, _sequence)
    register(is_union, _union)
    hooks: dict[Any, Hook] = {
        datetime: _instant, FrozenMap: thaw, Text: _text, Mark: _mark, Inline: _inline, tuple: _each,
    }  # fmt: skip
    for leaf in (str, int, float, bool, type(None)):
        converter.register_unstructure_hook(leaf, identity)
    converter.register_unstructure_hook(bytes, lambda value: refuse(type(value)))  # cattrs would let it pass
    for hint, hook in hooks.items():
        converter.register_unstructure_hook_func(partial(is_, hint), hook)
    return converter


_CONVERTER = _converter()
_hook = _CONVERTER.get_unstructure_hook
_FIELDS = PerClass(_fields)
_WRITERS = PerClass(_writer)
_TAGGERS = PerClass(_tagger)
_NAMES = PerClass(_names)
