"""Front matter: the record above a text, in YAML between `---` lines or TOML between `+++` lines.

YAML is read from its events, never into Python objects: tags mean nothing, aliases are bounded, nesting costs no stack,
and what a plain scalar is (`2024-01-05`, `1.10`, `no`) is decided by who asks for it.
Source: YAML 1.2.2, https://yaml.org/spec/1.2.2/; TOML 1.0, https://toml.io/en/v1.0.0;
the conventions of Jekyll, https://jekyllrb.com/docs/front-matter/, and Hugo, https://gohugo.io/content-management/front-matter/.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from newsmodel.errors import FormatError, MissingExtraError
from newsmodel.markup.decoding import cleaned
from newsmodel.markup.toml import read_toml
from newsmodel.model.frozen import INTEGER_LIMIT
from newsmodel.report import Report

_FENCE = re.compile(r"(---|\+\+\+)[ \t]*\n")
_ENDS = {
    "---": re.compile(r"^(?:---|\.\.\.)[ \t]*$\n?", re.MULTILINE),
    "+++": re.compile(r"^\+\+\+[ \t]*$\n?", re.MULTILINE),
}
_LONGEST = 1_000_000  # characters
_MOST_VALUES = 100_000  # aliases counted by what they stand for
_LETTERS = 20  # of a text count as a value, for a text that has aliases
_DEEPEST = 100
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,18})", re.ASCII)
_EXPONENT = r"[eE][-+]?[0-9]{1,3}"
_NUMBER = re.compile(rf"[-+]?(?:0|[1-9][0-9]{{0,19}})(?:\.[0-9]{{1,40}}(?:{_EXPONENT})?|{_EXPONENT})", re.ASCII)
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}


class Plain(str):
    """A scalar without quotes: its text, whose type is still open."""

    __slots__ = ()


class FrontMatter(NamedTuple):
    """The record (values are str, `Plain`, int, float, bool, None, list, dict with str keys) and the text below it."""

    data: dict[str, Any]
    body: str


def split(text: str, report: Report) -> FrontMatter:
    """*text* parted into its front matter, empty if there is none, and its body.

    Text between two lines of dashes that is no mapping is no front matter but a part of the body.
    Diagnostic `characters-replaced` for escapes of characters that no text may hold. Raises FormatError with its line
    for what is neither, and beyond a bound (1,000,000 characters, 100 levels, 100,000 values, aliases counted by what
    they stand for), MissingExtraError where YAML cannot be read.
    """
    fence = _FENCE.match(text)
    end = _ENDS[fence[1]].search(text, fence.end()) if fence else None
    if not fence or not end:
        return FrontMatter({}, text)
    raw = text[fence.end() : end.start()]
    if len(raw) > _LONGEST:
        raise FormatError(f"the front matter is longer than {_LONGEST} characters", line=1)
    data = _toml(raw, report) if fence[1] == "+++" else _yaml(raw, report)
    return FrontMatter(data, text[end.end() :]) if isinstance(data, dict) else FrontMatter({}, text)


def resolve(value: Any) -> Any:
    """*value* with each plain scalar as the JSON value that it says, by YAML's core schema; else as text."""
    if isinstance(value, list):
        return [resolve(item) for item in value]
    if isinstance(value, dict):
        return {key: resolve(item) for key, item in value.items()}
    return _scalar(value) if isinstance(value, Plain) else value


def _scalar(value: Plain) -> Any:
    lower = value.lower()
    if lower in _WORDS:
        return _WORDS[lower]
    if _INTEGER.fullmatch(value) and -INTEGER_LIMIT <= int(value) < INTEGER_LIMIT:
        return int(value)
    if _NUMBER.fullmatch(value) and abs(float(value)) < float("inf"):
        return float(value)
    return str(value)


def _toml(raw: str, report: Report) -> Any:
    try:
        return _from_toml(read_toml(raw, _DEEPEST), report)
    except FormatError as error:
        error.line = None if error.line is None else error.line + 1  # below the fence
        raise
    except RecursionError as error:
        raise FormatError(f"the front matter nests deeper than {_DEEPEST} levels", line=1) from error


def _from_toml(value: Any, report: Report) -> Any:
    if isinstance(value, dict):
        return {cleaned(key, report): _from_toml(item, report) for key, item in value.items()}
    if isinstance(value, list):
        return [_from_toml(item, report) for item in value]
    if isinstance(value, str):
        return cleaned(value, report)
    return Plain(value.isoformat()) if hasattr(value, "isoformat") else value


def _yaml(raw: str, report: Report) -> Any:
    try:
        import yaml
    except ImportError:
        raise MissingExtraError("Markdown with front matter", "pyyaml", "markdown") from None
    try:
        return _Builder(report).build(yaml.parse(raw, Loader=yaml.SafeLoader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 2, mark.column + 1) if mark else (1, 1)
        raise FormatError(f"the front matter is no YAML: {error.problem}", line=line, column=column) from error
    except yaml.YAMLError as error:
        raise FormatError(f"the front matter is no YAML: {error}".splitlines()[0], line=1) from error
    except (ValueError, OverflowError) as error:
        if isinstance(error, FormatError):
            raise
        raise FormatError("the front matter holds a character or number that cannot be", line=1) from error


class _Frame:
    """A list or mapping that is being read."""

    __slots__ = ("anchor", "key", "start", "value")

    def __init__(self, value: list[Any] | dict[str, Any], anchor: str | None, start: int) -> None:
        self.value = value
        self.anchor = anchor
        self.start = start
        self.key: str | None = None


class _Builder:
    """Builds plain values from the events of a YAML parser, with a stack of its own."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.frames: list[_Frame] = []
        self.anchors: dict[str, tuple[Any, int]] = {}
        self.count = 0
        self.root: Any = None
        self.started = False

    def build(self, events: Iterator[Any]) -> Any:
        """The value of the first document."""
        handlers: dict[str, Callable[[Any], None]] = {
            "ScalarEvent": self._scalar,
            "AliasEvent": self._alias,
            "SequenceStartEvent": self._start,
            "MappingStartEvent": self._start,
            "SequenceEndEvent": self._end,
            "MappingEndEvent": self._end,
        }
        for event in events:
            if handler := handlers.get(type(event).__name__):
                handler(event)
        return self.root

    def _scalar(self, event: Any) -> None:
        text = cleaned(event.value, self.report)
        value = Plain(text) if event.style is None else text
        size = 1 + len(text) // _LETTERS
        self._add(value, event, size)
        if event.anchor:
            self.anchors[event.anchor] = (value, size)

    def _alias(self, event: Any) -> None:
        if event.anchor not in self.anchors:
            raise _error(f"the alias {event.anchor!r} has no anchor before it", event)
        value, size = self.anchors[event.anchor]
        self._add(value, event, size)

    def _start(self, event: Any) -> None:
        if len(self.frames) >= _DEEPEST:
            raise _error(f"the front matter nests deeper than {_DEEPEST} levels", event)
        value: list[Any] | dict[str, Any] = {} if type(event).__name__ == "MappingStartEvent" else []
        self._add(value, event, 1)
        self.frames.append(_Frame(value, event.anchor, self.count))

    def _end(self, event: Any) -> None:
        frame = self.frames.pop()
        if frame.anchor:
            self.anchors[frame.anchor] = (frame.value, self.count - frame.start + 1)

    def _add(self, value: Any, event: Any, size: int) -> None:
        self.count += size
        if self.count > _MOST_VALUES:
            raise _error(f"the front matter holds more than {_MOST_VALUES} values", event)
        if not self.frames:
            if not self.started:
                self.root, self.started = value, True
            return
        frame = self.frames[-1]
        if isinstance(frame.value, list):
            frame.value.append(value)
        elif frame.key is None:
            if not isinstance(value, str):
                raise _error("a key of the front matter must be a word, not a list or mapping", event)
            frame.key = str(value)
        else:
            frame.value[frame.key] = value
            frame.key = None


def _error(message: str, event: Any) -> FormatError:
    mark = event.start_mark
    return FormatError(message, line=mark.line + 2, column=mark.column + 1)
