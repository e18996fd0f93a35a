"""The JSON Schema of newsmodel's own JSON, generated from the classes and shipped as `newsmodel/schema.json`.

It is as open as the reader: unknown fields, and unknown types of blocks, inlines and marks, belong to a newer version.
What no schema can see is left to the reader: links in one text, depth of nesting, ids that stand twice, 5.0 for 5.
After a change to the model, `python -m newsmodel.schema` writes the file anew.
Source: JSON Schema 2020-12, https://json-schema.org/draft/2020-12.
"""

from __future__ import annotations

import inspect
from datetime import datetime
from pathlib import Path
from typing import Any, TypeAlias, get_args

import attrs

from newsmodel.codec import VERSION, encode
from newsmodel.codec.hints import UNKNOWN, is_literal, is_sequence, is_union, only_kind
from newsmodel.model import (
    Article,
    Block,
    Cell,
    Comment,
    Footnote,
    FrozenMap,
    Heading,
    Inline,
    Mark,
    Media,
    Node,
    Text,
)
from newsmodel.model.check import Field, shape
from newsmodel.model.frozen import INTEGER_LIMIT
from newsmodel.model.registry import built_in
from newsmodel.model.text import StyleName

Schema: TypeAlias = dict[str, Any]

PATH = Path(__file__).with_name("schema.json")
"""The shipped file."""

_LIMITS: dict[tuple[type[Node], str], Schema] = {
    (Article, "urgency"): {"minimum": 1, "maximum": 9},
    (Cell, "colspan"): {"minimum": 1, "maximum": 1000},
    (Cell, "rowspan"): {"minimum": 1, "maximum": 65534},
    (Comment, "id"): {"minLength": 1},
    (Footnote, "id"): {"minLength": 1},
    (Heading, "level"): {"minimum": 1, "maximum": 6},
}
"""What constructors ask of one field beyond its annotation."""

# Positive classes of the alphabet would need \\u{10000}, which Python's `re` does not read.
_ALPHABET = "^[^\\u0000-\\u0008\\u000b-\\u001f\\ud800-\\udfff\\ufffe\\uffff]*$"
_INSTANT = "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?(Z|[+-]\\d\\d:\\d\\d)$"

_LEAVES: dict[Any, Schema] = {
    str: {"$ref": "#/$defs/string"},
    int: {"type": "integer", "minimum": -INTEGER_LIMIT, "maximum": INTEGER_LIMIT - 1},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
    datetime: {"$ref": "#/$defs/date-time"},
    FrozenMap: {"type": "object"},
    Text: {"$ref": "#/$defs/text"},
    Mark: {"$ref": "#/$defs/mark"},
    Inline: {"$ref": "#/$defs/inline"},
}


def generate() -> Schema:
    """The schema of a document: any node, with the version on top."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:newsmodel:schema:{VERSION}",
        "title": "newsmodel's own JSON",
        "description": f"A news article, a feed of them, or any part of one; version {VERSION}.",
        "type": "object",
        "required": ["newsmodel", "type"],
        "properties": {"newsmodel": {"type": "string", "pattern": f"^{VERSION.partition('.')[0]}(\\.\\d{{1,9}})?$"}},
        "$ref": "#/$defs/node",
        "$defs": dict(sorted(_definitions().items())),
    }


def write(path: Path = PATH) -> None:
    """Writes the schema to *path*."""
    path.write_bytes(encode(generate(), indent=2) + b"\n")


def _definitions() -> dict[str, Schema]:
    string = {"pattern": _ALPHABET, "description": "XML 1.0 characters with LF line ends."}
    return {
        "string-or-null": {"type": ["string", "null"], **string},
        "string": {"type": "string", **string},
        "date-time": {"type": "string", "format": "date-time", "pattern": _INSTANT},
        "text": {
            "description": "Rich text: a string while nothing is marked.",
            "anyOf": [_LEAVES[str], {"type": "array", "items": _LEAVES[Inline]}],
        },
        "mark": {
            "description": "What a run of text is marked as: the name of a style, or an object.",
            "if": {"type": "string"},
            "then": _hint(StyleName),
            "else": _any_of(Mark),
        },
        "inline": {
            "description": "A piece of rich text: unmarked words, or an object.",
            "if": {"type": "string"},
            "then": _LEAVES[str],
            "else": _any_of(Inline),
        },
        **{base.type: _any_of(base) for base in (Block, Media, Node)},
        **{name: _class(cls) for name, cls in built_in().items()},
    }


def _class(cls: type[Node]) -> Schema:
    """The objects of one class; their `type` may be left out where nothing else can stand."""
    fields = shape(cls)
    required = [field.name for field in fields if field.default is attrs.NOTHING]
    return {
        "title": cls.__name__,
        "description": inspect.cleandoc(cls.__doc__ or ""),
        "type": "object",
        "properties": {"type": {"const": cls.type}, **{field.name: _field(cls, field) for field in fields}},
        **({"required": required} if required else {}),
    }


def _field(cls: type[Node], field: Field) -> Schema:
    limits = next((_LIMITS[base, field.name] for base in cls.__mro__ if (base, field.name) in _LIMITS), {})
    default = {"default": field.default} if type(field.default) in (str, int, float, bool) else {}
    return {**_hint(field.hint), **limits, **default}


def _hint(hint: Any) -> Schema:
    """What a field annotated *hint* holds."""
    if hint in _LEAVES:
        return _LEAVES[hint]
    if is_literal(hint):
        return {"enum": list(get_args(hint))}
    if is_sequence(hint):
        return {"type": "array", "items": _hint(get_args(hint)[0])}
    if is_union(hint):
        kind = only_kind(hint)
        schema = _any_of(*kind) if isinstance(kind, tuple) else _hint(kind)
        return _or_null(schema) if type(None) in get_args(hint) else schema
    return {"$ref": f"#/$defs/{hint.type}"}


def _or_null(schema: Schema) -> Schema:
    if schema == _LEAVES[str]:
        return {"$ref": "#/$defs/string-or-null"}
    if "enum" in schema:
        return {"enum": [*schema["enum"], None]}
    if "type" in schema:
        return {**schema, "type": [schema["type"], "null"]}
    return {"anyOf": [schema, {"type": "null"}]}


def _any_of(*bases: type[Node]) -> Schema:
    """An object whose `type` says which class it is of, one at or below *bases*."""
    types = sorted(name for name, cls in built_in().items() if issubclass(cls, bases))
    return {
        "type": "object",
        "required": ["type"],
        "properties": {"type": {"type": "string", **_openness(bases, types)}},
        "allOf": [
            {"if": {"required": ["type"], "properties": {"type": {"const": name}}}, "then": {"$ref": f"#/$defs/{name}"}}
            for name in types
        ],
    }


def _openness(bases: tuple[type[Node], ...], types: list[str]) -> Schema:
    """Of the types that nobody knows yet: where any may stand, where only kinds of block of one's own, where none."""
    if bases[0] in UNKNOWN:
        return {"not": {"enum": sorted(built_in().keys() - set(types))}}
    return {"anyOf": [{"enum": types}, {"pattern": ":"}]} if bases == (Node,) else {"enum": types}


if __name__ == "__main__":
    write()
