"""The model once more as msgspec structs that leave defaults out: the fastest typed JSON that Python has.

Made of the model's own shape, every class and every field, so that both sides read and write documents of the same
width. What msgspec leaves undone is what the ratio pays for: unknown fields kept, all errors at once, the alphabet.
"""

from __future__ import annotations

import types
import typing
from functools import reduce
from operator import or_
from typing import Any

import attrs
import msgspec

import newsmodel
from newsmodel import Block, Container, FrozenMap, Inline, Mark, Media, Node, Text
from newsmodel.model.check import shape
from newsmodel.model.text import StyleName

BASES = (Node, Block, Container, Inline, Mark, Media)
TAGGED = (Block, Inline, Mark, Media, newsmodel.Person, newsmodel.Organisation, newsmodel.Article)
"""Where one of several classes may stand, and at the top."""

CLASSES = [
    cls for cls in vars(newsmodel).values() if isinstance(cls, type) and issubclass(cls, Node) and cls not in BASES
]


def struct(cls: type[Any]) -> type[msgspec.Struct]:
    """The struct of the fields of *cls*, tagged as our JSON tags it."""
    fields: list[Any] = [
        (field.name, annotation(field.hint), *(() if field.default is attrs.NOTHING else (default(field.default),)))
        for field in shape(cls)
    ]
    return msgspec.defstruct(
        cls.__name__,
        fields,
        tag=cls.type if issubclass(cls, TAGGED) else None,
        omit_defaults=True,
        kw_only=True,
        module=__name__,
    )


def annotation(hint: Any) -> Any:
    """The annotation *hint* of the model as a struct has it; its classes by name, for they refer to each other."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is tuple:
        item = annotation(arguments[0])
        return list[item | StyleName] if arguments[0] is Mark else list[item]  # a simple mark is its name
    if origin in (typing.Union, types.UnionType):
        return reduce(or_, map(annotation, arguments))
    if hint is Text:
        return str | list[standing_for(Inline) | str]  # a plain span is its text
    if hint is FrozenMap:
        return dict[str, Any]
    return standing_for(hint) if isinstance(hint, type) and issubclass(hint, Node) else hint


def standing_for(cls: type[Any]) -> Any:
    """The structs that may stand where *cls* does."""
    return reduce(or_, (typing.ForwardRef(each.__name__) for each in CLASSES if issubclass(each, cls)))


def default(value: Any) -> Any:
    """A default as a struct takes it; where it is a node, None stands for its absence."""
    if value == ():
        return msgspec.field(default_factory=list)
    if isinstance(value, FrozenMap):
        return msgspec.field(default_factory=dict)
    if isinstance(value, Text):
        return ""
    return None if isinstance(value, Node) else value


# In this module's own namespace, where msgspec looks the names up.
globals().update((cls.__name__, struct(cls)) for cls in CLASSES)
DECODER = msgspec.json.Decoder(globals()["Article"])
ENCODER = msgspec.json.Encoder()
