"""The events of the Markdown parser, pyromark (the extra `markdown`): in the model's alphabet, and in bounds.

A row of a table that is shorter than the head is filled with empty cells by GitHub's rule, so that a source of n
columns and n rows of one cell has n² of them: how many may be filled is bounded. So is the product of lines and depth,
which the parser takes for lines that lazily go on with what stands deep in quotes and lists. All else is linear.
Source: GitHub Flavored Markdown, section 4.10, https://github.github.com/gfm/#tables-extension-.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from newsmodel.errors import FormatError, MissingExtraError
from newsmodel.markup.decoding import cleaned
from newsmodel.report import Report

MOST_FILLED_CELLS = 20_000
"""How many cells the rows of a text's tables may leave out, unless a caller says otherwise."""

_MOST_STEPS = 100_000_000  # lines times depth
_MARKER = r"(?:>|(?:[-+*]|[0-9]{1,9}[.)])(?=[ \t]))[ \t]*+"
_DEEP_LINE = re.compile(rf"^[ \t]*+(?:{_MARKER}){{100,}}+", re.MULTILINE)


def parse_markdown(
    text: str, report: Report, *, most_filled_cells: int = MOST_FILLED_CELLS, first_line: int = 1
) -> Iterator[tuple[str, Any]]:
    """The events of *text* as (name, value), words that follow one another in one event.

    first_line: the number of the text's first line, for errors.
    Diagnostic `characters-replaced` for references to characters that no text may hold. Raises FormatError where tables
    leave out more than *most_filled_cells*, and where depth times lines is more than 100,000,000; MissingExtraError
    without pyromark.
    """
    _require_shallow(text, first_line)
    yield from _joined(_cleaned_events(text, report, most_filled_cells, first_line))


def _joined(events: Iterable[tuple[str, Any]]) -> Iterator[tuple[str, Any]]:
    """The same with words that follow one another in one event: every bracket that begins no link has one."""
    words: list[str] = []
    for name, value in events:
        if name == "Text":
            words.append(value)
            continue
        if words:
            yield "Text", "".join(words)
            words.clear()
        yield name, value  # the last event ends a block: no words are left


def _cleaned_events(text: str, report: Report, most_filled_cells: int, first_line: int) -> Iterator[tuple[str, Any]]:
    has_references = "&#" in text  # nothing else brings forth a character that the text itself does not hold
    filled = 0
    for event, place in _events(text):
        name, value = (event, None) if isinstance(event, str) else next(iter(event.items()))
        if value == "TableCell" and name == "Start" and place["start"] == place["end"]:
            filled += 1
            if filled > most_filled_cells:
                before = text.encode()[: place["start"] - 1]  # the end of the line, after its line end
                raise FormatError(
                    f"the tables leave out more than {most_filled_cells} cells",
                    line=first_line + before.count(b"\n"),
                    mend="most_filled_cells=… allows more",
                )
        yield name, _cleaned(value, report) if has_references else value


def _require_shallow(text: str, first_line: int) -> None:
    lines = text.count("\n") + 1
    for found in _DEEP_LINE.finditer(text):
        if lines * len(re.findall(_MARKER, found[0])) > _MOST_STEPS:
            line = first_line + text.count("\n", 0, found.start())
            raise FormatError("quotes and lists nest too deep for so many lines", line=line)


def _events(text: str) -> Iterator[Any]:
    try:
        import pyromark
    except ImportError:
        raise MissingExtraError("Markdown", "pyromark", "markdown") from None
    options = (
        pyromark.Options.ENABLE_TABLES
        | pyromark.Options.ENABLE_FOOTNOTES
        | pyromark.Options.ENABLE_STRIKETHROUGH
        | pyromark.Options.ENABLE_TASKLISTS
    )
    return pyromark.events_with_range(text, options=options)


def _cleaned(value: Any, report: Report) -> Any:
    """*value*, a text or the fields of an element, with every text in the model's alphabet."""
    if isinstance(value, str):
        return cleaned(value, report)
    if isinstance(value, dict):
        return {key: _cleaned(item, report) for key, item in value.items()}
    return value
