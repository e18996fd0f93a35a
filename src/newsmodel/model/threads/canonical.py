"""One text for every value of the model: what decides where two versions of a comment are equally late."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import attrs

from newsmodel.model.base import Node
from newsmodel.model.text import Text


def canonical(value: Any) -> str:
    """*value*, a node or what a field of one holds, as JSON; the same for equal values, and for no two others.

    Nodes are objects with their `type` and the fields that are not at their default; keys are sorted, dates strings.
    Written without recursion, so that it works however deep the caller already is.
    """
    from json.encoder import encode_basestring_ascii as quoted

    written: list[str] = []
    waiting: list[Any] = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, _Written):
            written.append(item)
        elif isinstance(item, str):
            written.append(quoted(item))
        elif isinstance(item, datetime):
            written.append(quoted(item.isoformat()))
        elif isinstance(item, Node):
            waiting.extend(_object({"type": item.type, **_fields(item)}, quoted))
        elif isinstance(item, dict):
            waiting.extend(_object(item, quoted))
        elif isinstance(item, Text):
            waiting.extend(_array(item.spans) if isinstance(item.content, tuple) else (item.content,))
        elif isinstance(item, tuple):
            waiting.extend(_array(item))
        else:
            written.append({None: "null", True: "true", False: "false"}[item] if _is_word(item) else repr(item))
    return "".join(written)


class _Written(str):
    """A piece of the JSON itself, no longer a value."""

    __slots__ = ()


_COMMA, _OPEN, _CLOSE, _BEGIN, _END = map(_Written, (",", "[", "]", "{", "}"))


def _is_word(item: Any) -> bool:
    return item is None or isinstance(item, bool)


def _fields(node: Node) -> dict[str, Any]:
    return {
        field.name: value
        for field in attrs.fields(type(node))
        if field.init and (value := getattr(node, field.name)) != field.default
    }


def _array(items: tuple[Any, ...]) -> list[Any]:
    """What is to be written for an array, the last first."""
    pieces: list[Any] = [_CLOSE]
    for item in reversed(items):
        pieces += (item, _COMMA)
    return [*(pieces[:-1] if items else pieces), _OPEN]


def _object(values: dict[str, Any], quoted: Any) -> list[Any]:
    """What is to be written for an object, the last first."""
    pieces: list[Any] = [_END]
    for key in sorted(values, reverse=True):
        pieces += (values[key], _Written(quoted(key) + ":"), _COMMA)
    return [*(pieces[:-1] if values else pieces), _BEGIN]
