"""Small instances of every class of the model, for tables that are computed and not written.

`example(cls)` has the fields that the class takes by position, its content; `example(cls, name)` has the field *name*
set as well; `document(node)` is a document that holds it, found by following the annotations of the model itself.
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
    """The fields of *cls* without those that every node has, and those that every block has."""
    base = nm.Block if issubclass(cls, nm.Block) and cls is not nm.Block else Node
    common = {field.name for field in shape(base)}
    return tuple(field for field in shape(cls) if field.name not in common)


def example(cls: type[Node], *names: str) -> Node:
    """An instance of *cls* with its content, in which the fields *names* are set."""
    wanted = [field for field in shape(cls) if field.name in (*content(cls), *names)]
    return cls(**{field.name: value(field) for field in wanted})


@cache
def content(cls: type[Node]) -> tuple[str, ...]:
    """The fields of *cls* that are required or given by position, but for those that hold another *cls*."""
    given = {field.name for field in attrs.fields(cls) if field.init and not field.kw_only}
    fields = (field for field in shape(cls) if field.name in given or field.default is attrs.NOTHING)
    return tuple(field.name for field in fields if cls not in _held(field.hint))


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
        return filled(CONCRETE.get(hint, hint))
    return _simple(hint, field)


def filled(cls: type[Node]) -> Node:
    """An instance of *cls* that is not its default."""
    names = [field.name for field in own_fields(cls)]
    return example(cls, *([] if content(cls) else names[:1]))


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
        return nm.Article("words", body=[nm.Paragraph(["words ", node, " words"])], notes=notes)
    if isinstance(node, nm.Footnote):
        return nm.Article("words", body=[nm.Paragraph(["words", nm.FootnoteReference(node.id)])], notes=[node])
    for parent, field in reversed(_way(type(node))):
        node = _holding(parent, field, node)
    return node


def _holding(parent: type[Node], field: Field, node: Node) -> Node:
    held = (node,) if typing.get_origin(field.hint) is tuple else node
    return attrs.evolve(example(parent), **{field.name: held})


@cache
def _way(cls: type[Node]) -> tuple[tuple[type[Node], Field], ...]:
    """The shortest way from an article to a field that holds *cls*: (class, field) after (class, field)."""
    waiting: deque[tuple[type[Node], tuple[tuple[type[Node], Field], ...]]] = deque([(nm.Article, ())])
    seen = {nm.Article}
    while waiting:
        parent, way = waiting.popleft()
        for field in _likeliest_first(cls, parent):
            for held in _held(field.hint):
                if issubclass(cls, held):
                    return (*way, (parent, field))
                kinds = (CONCRETE.get(held, held), *built_in().values())
                concrete = [each for each in dict.fromkeys(kinds) if issubclass(each, held) and each not in seen]
                seen.update(concrete)
                waiting.extend((each, (*way, (parent, field))) for each in concrete)
    raise LookupError(f"no field of an article leads to {cls.__name__}")


def _likeliest_first(cls: type[Node], parent: type[Node]) -> list[Field]:
    """The fields of *parent*: the body for a block, the field of its own name for another class, then the rest."""
    wanted = "body" if issubclass(cls, nm.Block) else f"{cls.type}s"
    return sorted(shape(parent), key=lambda field: field.name != wanted)


def _held(hint: Any) -> Iterator[type[Node]]:
    if isinstance(hint, type) and issubclass(hint, Node):
        yield hint
    for argument in typing.get_args(hint):
        yield from _held(argument)
