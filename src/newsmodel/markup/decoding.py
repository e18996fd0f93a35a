"""The bytes of a text file as text in the model's alphabet, and back.

UTF-8, UTF-16 with its byte order mark, else windows-1252, as editors and mail programs have written text for decades.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from newsmodel.alphabet import REPLACEMENT, clean
from newsmodel.errors import FormatError
from newsmodel.markup.encoding import guess
from newsmodel.report import Report

_CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
_MARKED = ((BOM_UTF8, "utf-8"), (BOM_UTF16_LE, "utf-16-le"), (BOM_UTF16_BE, "utf-16-be"))
_HEAD = 4096
_MOST_CONTROLS = 0.05  # a picture has ten times as many; a text that was damaged on its way has one or two


def decode(data: bytes, report: Report) -> str:
    """*data* as text: LF line ends, no byte order mark, foreign characters as U+FFFD.

    Diagnostics: `encoding-guessed` (undeclared and not UTF-8), `characters-replaced`. Raises FormatError for bytes that
    are no text at all.
    """
    return cleaned(_decoded(data, report), report)


def cleaned(text: str, report: Report) -> str:
    """*text* in the model's alphabet. Diagnostic `characters-replaced` where a character was lost."""
    kept = clean(text)
    if kept is not text and kept.count(REPLACEMENT) > text.count(REPLACEMENT):
        report.notice("characters-replaced", "characters that no text may hold were replaced by U+FFFD")
    return kept


def encode(text: str) -> bytes:
    """*text* in UTF-8, so that `decode` gives it back: a byte order mark stands before one that is part of the text."""
    return (BOM_UTF8 if text.startswith("\ufeff") else b"") + text.encode()


def _decoded(data: bytes, report: Report) -> str:
    for mark, name in _MARKED:
        if data.startswith(mark):
            return _as(name, data[len(mark) :], report)
    _refuse_binary(data[:_HEAD])
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        label = "utf-8" if guess(data) == "utf-8" else "windows-1252"
        report.notice("encoding-guessed", f"the text is not UTF-8 throughout and was read as {label}")
        return data.decode("cp1252" if label == "windows-1252" else label, "replace")


def _refuse_binary(head: bytes) -> None:
    controls = [found.start() for found in _CONTROLS.finditer(head)]
    if len(controls) > _MOST_CONTROLS * len(head):
        before = head[: controls[0]]
        line, column = before.count(b"\n") + 1, len(before) - (before.rfind(b"\n") + 1) + 1
        raise FormatError(
            "this is no text but binary data", line=line, column=column, mend="name the format that it is in"
        )


def _as(name: str, data: bytes, report: Report) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        report.notice("characters-replaced", f"bytes that are no {name.upper()} were replaced by U+FFFD")
        return data.decode(name, "replace")
