"""The bytes of a text file as text in the model's alphabet.

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
    text = _decoded(data, report)
    cleaned = clean(text)
    if cleaned.count(REPLACEMENT) > text.count(REPLACEMENT):
        report.notice("characters-replaced", "characters that no text may hold were replaced by U+FFFD")
    return cleaned


def _decoded(data: bytes, report: Report) -> str:
    for mark, name in _MARKED:
        if data.startswith(mark):
            return _as(name, data[len(mark) :], report)
    head = data[:_HEAD]
    if len(_CONTROLS.findall(head)) > _MOST_CONTROLS * len(head):
        raise FormatError("this is no text but binary data", mend="name the format it is in")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        label = "utf-8" if guess(data) == "utf-8" else "windows-1252"
        report.notice("encoding-guessed", f"the text is not UTF-8 throughout and was read as {label}")
        return data.decode("cp1252" if label == "windows-1252" else label, "replace")


def _as(name: str, data: bytes, report: Report) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        report.notice("characters-replaced", f"bytes that are no {name.upper()} were replaced by U+FFFD")
        return data.decode(name, "replace")
