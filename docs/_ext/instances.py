"""Small instances of every class of the model, for tables that are computed and not written.

`example(cls)` has only the fields that the class requires; `example(cls, name)` has the field *name* set as well;
`document(node)` is the smallest document that holds it, found by following the annotations of the model itself.
"""

import types
import typing
from collections import deque
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from typing import Any

import attrs

import newsmodel as nm
from newsmodel.model import Node
from newsmodel.model.check import Field, shape
from newsmodel.model.registry import built_in

INSTANT = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
CONCRETE = {nm.Block: nm.Paragraph, nm.Media: nm.Image, nm.Inline: nm.Span, nm.Mark: nm.Style}
ADDRESSES = ("url", "link", "image", "logo", "avatar", "icon", "same_as", "acquire_license_page")


def classes() -> tuple[type[Node], ...]:
    """The classes that values are instances of, in the reading order of the model."""
    order = [name for name in nm.model.__dict__ if name[0].isupper()]
    return tuple(sorted(built_in().values(), key=lambda cls: order.index(cls.__name__)))


def own_fields(cls: type[Node]) -> tuple[Field, ...]:
    """The fields of *cls* without those that every node has."""
    common = {field.name for field in shape(Node)}
    return tuple(field for field in shape(cls) if field.name not in common)


def example(cls: type[Node], *names: str) -> Node:
    """The smallest instance of *cls* in which the fields *names* are set."""
    wanted = [field for field in shape(cls) if field.default is attrs.NOTHING or field.name in names]
    return cls(**{field.name: value(field) for field in wanted})


def value(field: Field) -> Any:
    """A value for *field* that is not its default."""
    return _value(field.hint, field)


def _value(hint: Any, field: Field) -> Any:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return _value(next(each for each in arguments if each is not type(None)), field)
    if origin is tuple:
        return (_value(arguments[0], field),)
    if origin is typing.Literal:
        return next(each for each in arguments if each != field.default)
    if isinstance(hint, type) and issubclass(hint, Node):
        return _node(CONCRETE.get(hint, hint))
    return _simple(hint, field)


def _node(cls: type[Node]) -> Node:
    first = next(iter(own_fields(cls)), None)
    return example(cls, first.name) if first and first.name != "parent" else example(cls)


def _simple(hint: Any, field: Field) -> Any:
    address = any(word in field.name for word in ADDRESSES)
    number = field.default if type(field.default) in (int, float) else 2
    plain = {
        str: "https://example.org/words" if address else "en" if field.name == "language" else "words",
        nm.Text: nm.Text("words"),
        bool: not field.default if type(field.default) is bool else True,
        int: number + 1,
        float: float(number) / 2 + 0.25,
        datetime: INSTANT,
        nm.FrozenMap: nm.FrozenMap({"key": {"name": 1}} if field.name == "extra" else {"key": 1}),
    }
    return plain[hint]


def document(node: Node) -> Node:
    """The smallest document that holds *node*."""
    if isinstance(node, nm.Article | nm.Feed):
        return node
    if isinstance(node, nm.Mark):
        node = nm.Span("words", marks=[node])
    if isinstance(node, nm.Inline):
        notes = [nm.Footnote("words", id=node.note)] if isinstance(node, nm.FootnoteReference) else []
        return nm.Article("words", body=[nm.Paragraph(["words ", node])], notes=notes)
    if isinstance(node, nm.Footnote):
        return nm.Article("words", body=[nm.Paragraph(["words", nm.FootnoteReference(node.id)])], notes=[node])
    for parent, field in reversed(_way(type(node))):
        node = _holding(parent, field, node)
    return node


def _holding(parent: type[Node], field: Field, node: Node) -> Node:
    held = (node,) if "tuple" in str(field.hint) else node
    required = {each.name: value(each) for each in shape(parent) if each.default is attrs.NOTHING}
    words = {"headline": "words"} if parent is nm.Article else {}
    return parent(**{**words, **required, field.name: held})


@cache
def _way(cls: type[Node]) -> tuple[tuple[type[Node], Field], ...]:
    """The shortest way from an article to a field that holds *cls*: (class, field) after (class, field)."""
    waiting: deque[tuple[type[Node], tuple[tuple[type[Node], Field], ...]]] = deque([(nm.Article, ())])
    seen = {nm.Article}
    while waiting:
        parent, way = waiting.popleft()
        for field in shape(parent):
            for held in _held(field.hint):
                if issubclass(cls, held):
                    return (*way, (parent, field))
                kinds = (CONCRETE.get(held, held), *built_in().values())
                concrete = [each for each in dict.fromkeys(kinds) if issubclass(each, held) and each not in seen]
                seen.update(concrete)
                waiting.extend((each, (*way, (parent, field))) for each in concrete)
    raise LookupError(f"no field of an article leads to {cls.__name__}")


def _held(hint: Any) -> Iterator[type[Node]]:
    if isinstance(hint, type) and issubclass(hint, Node):
        yield hint
    for argument in typing.get_args(hint):
        yield from _held(argument)
