"""The alphabet of all text in the model: XML 1.0 `Char` with LF line ends.

Every format can carry these characters and give them back; HTML, XML and JSON each damage one or another of the rest
(NUL, carriage returns, control characters, lone surrogates, U+FFFE and U+FFFF).
Source: Extensible Markup Language 1.0, section 2.2, https://www.w3.org/TR/xml/#charsets.
"""

import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

REPLACEMENT = "\ufffd"


@cache
def _foreign() -> re.Pattern[str]:
    # Compiled when first needed: so wide a class of characters takes as long to compile as the whole model to define.
    return re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@cache
def _unseen() -> re.Pattern[str]:
    # C0 and C1 controls, what parts lines or turns their direction, lone surrogates, and what is no character.
    return re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def visible(text: str) -> str:
    """This text, of whatever characters, as one line that any output can print; the others are escaped ("\\x1b").

    For what is said of an input to people: it can neither steer a terminal nor fail to be encoded.
    """
    if text.isprintable():
        return text
    return _unseen().sub(lambda found: repr(found[0])[1:-1], text)


def is_clean(text: str) -> bool:
    """Whether the model takes this text as it is."""
    return text.isprintable() or _foreign().search(text) is None  # what can be printed is all in the alphabet


def clean(text: str) -> str:
    """This text in the model's alphabet: CRLF and CR become LF, each other foreign character U+FFFD.

    The very same string where nothing is wrong with it.
    """
    if is_clean(text):
        return text
    return _foreign().sub(REPLACEMENT, text.replace("\r\n", "\n").replace("\r", "\n"))


def clean_data(value: Any, replaced: Callable[[tuple[str | int, ...]], None] | None = None) -> Any:
    """*value*, plain data of JSON as a decoder made it, with every string and key of it `clean`: changed in place.

    Of two keys that are then the same the second ends in " (2)", so that no member is lost. Of any depth.
    replaced: told the path of each string in which a character became U+FFFD, that of a key as the path of its member.
    """
    if _is_clean_data(value):
        return value
    root = [value]
    waiting: list[tuple[Any, _Step | None]] = [(root, None)]
    while waiting:
        holder, above = waiting.pop()
        below: list[tuple[Any, _Step | None]] = []
        for key, item in _with_clean_keys(holder, above, replaced):
            at = None if holder is root else _Step(above, key)
            if isinstance(item, str):
                holder[key] = _cleaned(item, at, replaced)
            elif isinstance(item, (dict, list)):
                below.append((item, at))
        waiting += reversed(below)
    return root[0]


class _Step(NamedTuple):
    """A step of a path, after those *above* it: a path of its own for each string would cost its depth."""

    above: "_Step | None"
    key: str | int

    def path(self) -> tuple[str | int, ...]:
        """All steps from the root."""
        keys: list[str | int] = []
        step: _Step | None = self
        while step is not None:
            keys.append(step.key)
            step = step.above
        return tuple(reversed(keys))


def _is_clean_data(value: Any) -> bool:
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            if not is_clean(item):
                return False
        elif isinstance(item, list):
            waiting += item
        elif isinstance(item, dict):
            waiting += item
            waiting += item.values()
    return True


def _with_clean_keys(
    holder: Any, above: "_Step | None", replaced: Callable[[tuple[str | int, ...]], None] | None
) -> list[tuple[Any, Any]]:
    """The keys and values of a list or of an object, whose keys are clean afterwards."""
    if isinstance(holder, list):
        return list(enumerate(holder))
    members = list(holder.items())
    if all(is_clean(key) for key, _ in members):
        return members
    holder.clear()
    copies: Counter[str] = Counter()
    for key, item in members:
        cleaned = name = _cleaned(key, _Step(above, clean(key)), replaced)
        while name in holder:
            copies[cleaned] += 1
            name = f"{cleaned} ({copies[cleaned] + 1})"
        holder[name] = item
    return list(holder.items())


def _cleaned(text: str, at: "_Step | None", replaced: Callable[[tuple[str | int, ...]], None] | None) -> str:
    cleaned = clean(text)
    if replaced is not None and cleaned.count(REPLACEMENT) > text.count(REPLACEMENT):
        replaced(at.path() if at else ())
    return cleaned
