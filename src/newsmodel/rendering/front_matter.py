"""Front matter as YAML that is JSON where it counts: strings in double quotes, lists of scalars in one line.

Any parser of YAML 1.1, YAML 1.2 or, below the top level, JSON reads the same values.
Source: YAML 1.2.2, sections 7.3.1 and 10.2, https://yaml.org/spec/1.2.2/.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

_PLAIN_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_-]{0,99}", re.ASCII)
_NO_KEYS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
# Inside double quotes: line ends of Unicode would be folded, the other controls are no YAML. An engine that knows no
# front matter reads Markdown here, so nothing may open a tag, a link or code.
_ESCAPED = re.compile("[<`\\[\\]\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_LONGEST_KEY = 200  # YAML ends a key on its line after 1024 characters, counted with its escapes


class Literal(str):
    """A scalar that is written without quotes, such as a date."""

    __slots__ = ()


def is_key(key: str) -> bool:
    """Whether *key* can be written as a key."""
    return len(key) <= _LONGEST_KEY


def front_matter(data: Mapping[str, Any]) -> str:
    """*data* between lines of dashes, with a line end; "" if there is none."""
    if not data:
        return ""
    lines = [line for key, value in data.items() for line in _entry(key, value)]
    return "\n".join(["---", *lines, "---", ""])


def _entry(key: str, value: Any) -> list[str]:
    name = _key(key)
    if isinstance(value, Mapping) and value:
        return [f"{name}:", *(f"  {_key(inner)}: {_flow(item)}" for inner, item in value.items())]
    if isinstance(value, Sequence) and not isinstance(value, str) and any(isinstance(item, Mapping) for item in value):
        return [f"{name}:", *(line for item in value for line in _item(item))]
    return [f"{name}: {_flow(value)}"]


def _item(item: Any) -> list[str]:
    if not isinstance(item, Mapping) or not item:
        return [f"  - {_flow(item)}"]
    lines = [f"    {_key(key)}: {_flow(value)}" for key, value in item.items()]
    return [f"  - {lines[0].lstrip()}", *lines[1:]]


def _key(key: str) -> str:
    plain = _PLAIN_KEY.fullmatch(key) and key.lower() not in _NO_KEYS
    return key if plain else _quoted(key)


def _flow(value: Any) -> str:
    """*value* in one line. Recursive: the model bounds the nesting of JSON values at 64."""
    if isinstance(value, Literal):
        return str(value)
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, Mapping):
        inner = ", ".join(f"{_quoted(key)}: {_flow(item)}" for key, item in value.items())
        return "{" + inner.replace("=", "\\u003d") + "}"  # else some engines find attributes in the braces
    if isinstance(value, Sequence):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return json.dumps(value)


def _quoted(text: str) -> str:
    quoted = json.dumps(text, ensure_ascii=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)
