"""Bytes of JSON to plain data and back, strictly: for every format that is JSON.

Source: RFC 8259, https://www.rfc-editor.org/rfc/rfc8259. Refused, though parsers often let them pass: a key that stands
twice in an object (section 4), NaN and Infinity, integers beyond 64 bits (section 6).
"""

from __future__ import annotations

import codecs
import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, NoReturn

import msgspec

from newsmodel.codec.problems import Problems, step
from newsmodel.errors import FormatError
from newsmodel.model.frozen import INTEGER_LIMIT, MAXIMUM_DEPTH
from newsmodel.room import with_room

ENCODINGS = (  # by their marks; that of UTF-32 begins as that of UTF-16 does
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def encode(data: Any, indent: int | None = None) -> bytes:
    """Plain data as JSON in UTF-8: on one line, or with each level on lines of its own, *indent* spaces deeper."""
    encoded = msgspec.json.encode(data)
    return encoded if indent is None else msgspec.json.format(encoded, indent=indent)


def decode(data: bytes) -> Any:
    """The plain data that *data* says, in UTF-8, or in UTF-16 or UTF-32 with a byte order mark.

    Raises FormatError, with line and column or with the path, for what is not JSON, and for a key that stands twice in
    one object, NaN and infinities, integers beyond 64 bits, and nesting deeper than the stack reaches.
    """
    try:
        value = msgspec.json.decode(data)
        if encode(value) == data:
            return value  # as we write it, byte for byte: nothing in it was lost, and this took half the time
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        pass
    return _decode_strictly(data)


def _decode_strictly(data: bytes) -> Any:
    text = _to_text(data)
    repeats: dict[int, tuple[dict[str, Any], str]] = {}

    def to_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        value = dict(pairs)
        if len(value) != len(pairs):
            repeats[id(value)] = value, _repeated(pairs)
        return value

    decoder = json.JSONDecoder(object_pairs_hook=to_object, parse_int=_integer, parse_constant=_refuse)
    try:
        value = with_room(lambda: decoder.decode(text), repeats.clear)
    except json.JSONDecodeError as error:
        raise FormatError(_sentence(error), line=error.lineno, column=error.colno) from None
    except _NumberError as refused:
        line, column = _place(text, _found(text, refused.literal))
        raise FormatError(f"{refused.literal[:40]} {refused.why}", line=line, column=column) from None
    except RecursionError:
        line, column = _place(text, _too_deep(text))
        raise FormatError("it nests too deeply", line=line, column=column) from None
    if repeats:
        raise _repeated_keys(value, repeats)
    return value


def _to_text(data: bytes) -> str:
    """*data* as text. Raises FormatError with line and column of the first bytes that are no text."""
    encoding = next((name for mark, name in ENCODINGS if data.startswith(mark)), "utf-8")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line, column = _place(data[: error.start].decode(encoding, "ignore"), None)
        name = encoding.removesuffix("-sig").upper()
        raise FormatError(
            f"this is not {name}", line=line, column=column, mend="save it as UTF-8, or UTF-16 with a byte order mark"
        ) from None


class _NumberError(Exception):
    """A number as it is written, and why it will not do."""

    def __init__(self, literal: str, why: str) -> None:
        super().__init__(literal, why)
        self.literal = literal
        self.why = why


def _refuse(literal: str) -> NoReturn:
    raise _NumberError(literal, "is no JSON number")


def _integer(literal: str) -> int:
    if len(literal) < 21:  # more digits than 64 bits have, and int() takes quadratic time
        value = int(literal)
        if -INTEGER_LIMIT <= value < 2 * INTEGER_LIMIT:  # signed or not; the model takes signed ones
            return value
    raise _NumberError(literal, "does not fit 64 bits")


_STRING = r'"(?:[^"\\]|\\.)*+"?+'  # also one that does not end: else every quotation mark in it would be tried
_BRACKET = re.compile(rf"{_STRING}|[\[{{\]}}]", re.DOTALL)
_DEEPEST = 8 * MAXIMUM_DEPTH  # a table in a cell of a table takes six brackets
_TOKEN = re.compile(rf"""{_STRING}|[^\s",:{{}}\[\]]++""", re.DOTALL)


def _found(text: str, literal: str) -> int:
    """Where the number *literal* stands in *text*, strings passed over."""
    return next((token.start() for token in _TOKEN.finditer(text) if token[0] == literal), 0)


def _too_deep(text: str) -> int:
    """Where *text* nests deeper than any of our documents, strings passed over."""
    depth = 0
    for bracket in _BRACKET.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(bracket[0], 0)
        if depth > _DEEPEST:
            return bracket.start()
    return 0


def _place(text: str, position: int | None) -> tuple[int, int]:
    before = text if position is None else text[:position]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _sentence(error: json.JSONDecodeError) -> str:
    return f"this is not JSON: {error.msg[0].lower()}{error.msg[1:]}"


def _repeated(pairs: list[tuple[str, Any]]) -> str:
    """The first key that stands twice."""
    counts = Counter(key for key, _ in pairs)
    return next(key for key, count in counts.items() if count > 1)


def _repeated_keys(value: Any, repeats: dict[int, tuple[dict[str, Any], str]]) -> FormatError:
    problems = Problems()
    for at, found in _objects(value):
        if id(found) in repeats:
            problems.add(at, f"the key {json.dumps(repeats[id(found)][1])} stands twice")
    return problems.error()


def _objects(value: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object in *value* with its path, in the order in which they begin."""
    waiting: list[tuple[str, Any]] = [("", value)]
    while waiting:
        at, item = waiting.pop()
        if isinstance(item, dict):
            yield at, item
            below = [(at + step(key), each) for key, each in item.items()]
        else:
            below = [(f"{at}[{position}]", each) for position, each in enumerate(item)]
        waiting.extend(entry for entry in reversed(below) if isinstance(entry[1], (dict, list)))
