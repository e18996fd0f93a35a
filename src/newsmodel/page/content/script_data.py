"""The data that a page hands to its own scripts: JSON wherever it stands in them, never run and never guessed at.

Whole scripts of JSON (`__NEXT_DATA__`, `type="application/json"`), assignments (`window.__STATE__ = {…}`), arguments
(`push({…})`), `JSON.parse("…")`, the rows of React's server components (`self.__next_f.push([1,"…"])`), and of what is
a program and no JSON (`(function(a,b){return {…}}(…))`) its strings, those of one key in one list.
Sources: RFC 8259, https://www.rfc-editor.org/rfc/rfc8259; ECMA-262, section 12.9.4, https://tc39.es/ecma262/; rows:
https://github.com/facebook/react/tree/main/packages/react-server.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from newsmodel.alphabet import clean_data

_LONGEST: Final = 5_000_000  # characters of all scripts of a page
_LEAST: Final = 200  # characters of a script below which it holds no article
_LONG_LITERAL: Final = 60
_MOST_TRIES: Final = 300  # places of a script where JSON may begin
_OPENING: Final = re.compile(r"(?:\A|[=(,:?]|\breturn\b)\s{0,40}+([\[{])")
_PARSED: Final = re.compile(r"""JSON\.parse\(\s{0,40}+("(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+')""", re.DOTALL)
# A string that nothing ends goes to the end of the script, so that it is read once.
_LITERAL: Final = re.compile(r'(?:(?<![\w$])([\w$]{1,60}+):\s{0,40}+)?"((?:[^"\\]|\\.)*+)(?:"|\\?\Z)', re.DOTALL)
_FLIGHT: Final = "__next_f"
_ROW: Final = re.compile(rb"([0-9a-f]{1,8}):(?:T([0-9a-f]{1,8}),)?")
_ODD: Final = re.compile(r"""\\x([0-9A-Fa-f]{2})|\\u\{([0-9A-Fa-f]{1,5})\}|\\(['`$])|\\.|\"""", re.DOTALL)
_DECODER: Final = json.JSONDecoder(strict=False)


def script_data(scripts: Sequence[str]) -> list[Any]:
    """The values in the scripts of a page, in order, in the model's alphabet: dicts, lists, strings that came alone.

    *scripts*: what is written in them. Linear in their size, of which 5 million characters are read; raises nothing.
    """
    found: list[Any] = []
    rows: list[str] = []
    room = _LONGEST
    for source in scripts:
        if not _LEAST <= len(source) <= room:
            continue
        room -= len(source)
        values = list(_values(source))
        if _FLIGHT in source:
            rows += [text for value in values if (text := _pushed(value)) is not None]
        else:
            found += values
    if rows:
        found += _flight("".join(rows))  # whose lengths count what stands there, so that it is cleaned afterwards
    return list(map(clean_data, found))


def decoded(text: str) -> Any:
    """What a string holds that is JSON itself; None if it is none."""
    if text[:1] not in ("{", "["):
        return None
    try:
        return clean_data(_DECODER.decode(text))
    except (ValueError, RecursionError):
        return None


def _values(source: str) -> Iterator[Any]:
    """The JSON in one script; of a script that holds none, its strings."""
    read = 0
    for match in _PARSED.finditer(source):
        if (value := decoded(_string(match[1][1:-1]) or "")) is not None:
            read += len(match[0])
            yield value
    for value, size in _embedded(source):
        read += size
        yield value
    if 2 * read < len(source):
        yield from _literals(source)


def _embedded(source: str) -> Iterator[tuple[Any, int]]:
    """Each piece of JSON with its length. What failing costs is counted, so that it is linear on any input."""
    at, spent = 0, 0
    for _ in range(_MOST_TRIES):
        opening = _OPENING.search(source, at)
        if opening is None or spent > len(source):
            return
        start = opening.start(1)
        try:
            value, end = _DECODER.raw_decode(source, start)
        except json.JSONDecodeError as error:
            spent += len(source) - start if error.msg.startswith("Unterminated") else error.pos - start
            at = start + 1
        except (ValueError, RecursionError):  # a number of thousands of digits; a hundred thousand brackets
            return
        else:
            at = end
            if value:
                yield value, end - start


def _literals(source: str) -> Iterator[Any]:
    """The long strings of a program: those that are the value of one key in a list, the others each alone."""
    by_key: dict[str, list[str]] = {}
    for match in _LITERAL.finditer(source):
        if len(match[2]) >= _LONG_LITERAL and (text := _string(match[2])) is not None:
            if match[1]:
                by_key.setdefault(match[1], []).append(text)
            else:
                yield text
    yield from ([{key: text} for text in texts] for key, texts in by_key.items())


def _string(written: str) -> str | None:
    """The string that a literal of JavaScript stands for, given without its quotes; None if it is broken."""
    try:
        value = _DECODER.decode(f'"{_ODD.sub(_as_json, written)}"')
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, str) else None


def _as_json(match: re.Match[str]) -> str:
    """An escape, or a bare quotation mark, of JavaScript as JSON has it."""
    if code := match[1] or match[2]:
        return json.dumps(chr(int(code, 16)))[1:-1]
    return match[3] or ('\\"' if match[0] == '"' else match[0])


def _pushed(value: Any) -> str | None:
    """The text of `[1, "…"]`, a piece of the rows of React's server components."""
    if isinstance(value, list) and len(value) == 2 and value[0] == 1 and isinstance(value[1], str):
        return value[1]
    return None


def _flight(text: str) -> Iterator[Any]:
    """The rows `id:JSON` and `id:Tlength,text`, whose length is in bytes."""
    data = text.encode("utf-8", "replace")
    at = 0
    while at < len(data):
        row = _ROW.match(data, at)
        if row is not None and row[2]:
            end = row.end() + int(row[2], 16)
            yield data[row.end() : end].decode("utf-8", "replace")
        else:
            end = data.find(b"\n", at) + 1 or len(data)
            if row is not None:
                value = decoded(data[row.end() : end].decode("utf-8", "replace").strip())
                if value:
                    yield value
        at = end
