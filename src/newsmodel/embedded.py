"""Where a format keeps HTML: the pieces of markup in what it wrote, for those who want to judge them.

FORMAT = Format(…, markup=members("content", "summary"))
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newsmodel.format import Pieces
from newsmodel.report import Report
from newsmodel.xml import parse


def whole(data: bytes) -> Iterator[str]:
    """All of a file that is HTML itself, in UTF-8."""
    yield data.decode("utf-8")


def members(*names: str, **beside: str) -> Pieces:
    """The strings that are members of these names, wherever they stand in JSON, or in one JSON value a line.

    beside: what other members of the same object have to be (`format="text/html"`).
    """

    def pieces(data: bytes) -> Iterator[str]:
        waiting: list[Any] = _values(data)
        while waiting:
            value = waiting.pop()
            if isinstance(value, dict):
                if all(value.get(name) == said for name, said in beside.items()):
                    yield from (value[name] for name in names if isinstance(value.get(name), str))
                waiting.extend(value.values())
            elif isinstance(value, list):
                waiting.extend(value)

    return pieces


def elements(*names: str) -> Pieces:
    """The texts of the XML elements of these local names."""

    def pieces(data: bytes) -> Iterator[str]:
        waiting = [parse(data, Report())]
        while waiting:
            element = waiting.pop()
            if element.name in names:
                yield element.text
            waiting.extend(element.children)

    return pieces


def _values(data: bytes) -> list[Any]:
    import json

    try:
        return [json.loads(data)]
    except ValueError:
        return [json.loads(line) for line in data.splitlines() if line.strip()]
