"""Where in the text of a JSON file a path leads: `$.body[3].text` is on line 17.

The reader names paths, which is what a program wants; an editor opens lines.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

# What a JSON text is made of; between two of these stands only white space, a comma or a colon.
# A string that does not end goes to the end: else every quotation mark in it would be tried.
_TOKEN = re.compile(r'[\[\]{}]|"(?:[^"\\]|\\.)*+"?+|[-+.\w]++', re.DOTALL)

# Where a path may be cut: before a step, and at its end.
_BOUNDARY = re.compile(r"(?=[.\[]|$)")

Position = tuple[int, int]


def positions(data: bytes, paths: Iterable[str]) -> dict[str, Position]:
    """Line and column, both from 1, of the values at *paths* in the JSON text *data*; those that are there.

    *data*: valid JSON; of anything else only what comes before the mistake is found. One pass, without recursion.
    """
    wanted = set(paths)
    text = data.decode("utf-8-sig", "replace")
    found = {path: offset for path, offset in _values(text, _on_the_way(wanted)) if path in wanted}
    return {path: _position(text, offset) for path, offset in found.items()}


def _on_the_way(paths: Iterable[str]) -> frozenset[str]:
    """*paths* and the paths of everything that holds them: "$", "$.body", "$.body[3]", "$.body[3].text"."""
    return frozenset(path[: step.start()] for path in paths for step in _BOUNDARY.finditer(path))


def _values(text: str, on_the_way: frozenset[str]) -> Iterator[tuple[str, int]]:
    """The path of every value in *text* that is *on_the_way*, and its offset.

    Other paths are not even built: a million brackets would make them terabytes.
    """
    containers: list[_Container] = []
    for token in _TOKEN.finditer(text):
        word = token[0]
        if word in "]}":
            if not containers:
                return
            containers.pop()
            continue
        holder = containers[-1] if containers else None
        if holder and holder.awaits_key:
            holder.step, holder.awaits_key = _step(word) if holder.path else "", False
            continue
        path = holder.next_path() if holder else "$"
        if path in on_the_way:
            yield path, token.start()
        else:
            path = ""
        if word in "[{":
            containers.append(_Container(path, is_list=word == "["))


class _Container:
    """A list or object that is open. path: "" if nothing that is wanted lies in it."""

    __slots__ = ("awaits_key", "is_list", "path", "position", "step")

    def __init__(self, path: str, is_list: bool) -> None:
        self.path = path
        self.is_list = is_list
        self.position = 0
        self.step = ""
        self.awaits_key = not is_list

    def next_path(self) -> str:
        """The path of the value that stands next in it; it then waits for another."""
        step = f"[{self.position}]" if self.is_list else self.step
        self.position += 1
        self.awaits_key = not self.is_list
        return self.path + step if self.path else ""


def _step(quoted: str) -> str:
    """What a key adds to a path, as the reader of JSON says it: `.body`, or `["two words"]`."""
    from newsmodel.codec.problems import step  # only an error needs it

    try:
        return step(json.loads(quoted, strict=False))
    except ValueError:
        return ""


def _position(text: str, offset: int) -> Position:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
