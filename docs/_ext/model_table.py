"""The page of the model: every class, its docstring, and its fields with their types and defaults."""

import inspect
import re
import types
import typing
from collections.abc import Iterator
from functools import cache
from typing import Any

import attrs
from instances import classes, own_fields

import newsmodel as nm
from newsmodel.model import ABSTRACT, Node

PARTS = {
    "The document": ("article",),
    "The record": ("publishing", "section", "people", "concepts", "rights", "sharing"),
    "The body: running text": ("block", "blocks"),
    "The body: what newsrooms add": ("features",),
    "Media": ("media",),
    "Rich text": ("text",),
    "The discussion": ("comments",),
}


def page() -> str:
    """The page `model.md`."""
    lines = [INTRODUCTION]
    for title, modules in PARTS.items():
        lines += [f"## {title}", ""]
        for module in modules:
            lines += [_class(cls) for cls in _of_module(module)]
    return "\n".join(lines).rstrip() + "\n"


def _of_module(name: str) -> list[type[Node]]:
    return [cls for cls in _reading_order() if cls.__module__ == f"newsmodel.model.{name}"]


@cache  # finding where a class begins parses its whole file
def _reading_order() -> list[type[Node]]:
    bases = [cls for cls in ABSTRACT if cls is not Node]
    return sorted([*classes(), *bases], key=lambda cls: (cls.__module__, inspect.getsourcelines(cls)[1]))


def _class(cls: type[Node]) -> str:
    fields = [_field(field) for field in own_fields(cls)]
    table = ["| field | type | default |", "|---|---|---|", *fields, ""] if fields else []
    name = f"`{cls.type}`" if cls not in ABSTRACT else "a base, never itself a value"
    base = next(each.__name__ for each in cls.__mro__[1:] if issubclass(each, Node))
    return "\n".join([f"### {cls.__name__}", "", f"Type {name}; a `{base}`.", "", _described(cls), "", *table])


def _described(cls: type[Node]) -> str:
    """The docstring, each field that it explains set as code, and a line that begins with one left a line."""
    text = inspect.cleandoc(cls.__doc__ or "")
    names = sorted((field.name for field in own_fields(cls)), key=len, reverse=True)
    if not names:
        return text
    field = "|".join(names)
    text = re.sub(rf"(?<=[.:…])\n(?=(?:{field})\b)", r"\\\n", text)
    return re.sub(rf"(?<![\w`.\"])({field})(?=(?:, \w+)*:)|^({field})\b", r"`\1\2`", text, flags=re.MULTILINE)


def _field(field: Any) -> str:
    default = "*required*" if field.default is attrs.NOTHING else f"`{_default(field.default)}`"
    return f"| `{field.name}` | {spelt(field.hint)} | {default} |"


def _default(value: Any) -> str:
    if isinstance(value, nm.Text):
        return f'"{value}"'
    return "()" if value == () else "{}" if value == nm.FrozenMap() else repr(value)


def spelt(hint: Any) -> str:
    """A type as people write it, its escapes those of a Markdown table."""
    return " or ".join(f"`{each}`" for each in _alternatives(hint))


def _alternatives(hint: Any) -> Iterator[str]:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        for each in arguments:
            yield from _alternatives(each)
    elif origin is tuple:
        inner = ", ".join(_alternatives(arguments[0]))
        yield f"tuple of {inner}"
    elif origin is typing.Literal:
        yield from (f'"{each}"' for each in arguments)
    else:
        yield "None" if hint is type(None) else getattr(hint, "__name__", str(hint))


INTRODUCTION = """# The model

Every class with its fields, from the source. All are importable from `newsmodel`. What holds for all of them: they are
frozen, slotted, hashable, picklable `attrs` classes; the first field that is not `id` or `extra` can usually be given
by position; lists may stand wherever a tuple is stored, and a `str` wherever rich text or a paragraph is. A value that
does not fit raises `TypeError` or `ValueError` at once, naming class and field.

Besides the fields below every node has `id` (`str` or `None`: stable within its document, never invented by a reader)
and `extra` (`FrozenMap`: foreign data under the name of its format). Every block has the fields of [Block](#block).
Datetimes are aware, with a fixed offset of whole minutes.
"""
