"""Paths as losses write them: "$.body[3].text[1].marks[0]"."""

from __future__ import annotations

import re
from typing import Any

from newsmodel.model.text import Text

_STEP = re.compile(r"\.(\w+)|\[(\d+)\]")
_PATH = re.compile(r"\$(?:\.\w+|\[\d+\])*")


def resolve(document: Any, path: str, default: Any) -> Any:
    """What stands at *path* in *document*; *default* if there is no such place."""
    if not _PATH.fullmatch(path):
        return default
    value = document
    for name, position in _STEP.findall(path):
        if name:
            value = getattr(value, name, default)
        else:
            items = value.spans if isinstance(value, Text) else value
            value = items[int(position)] if isinstance(items, tuple) and int(position) < len(items) else default
        if value is default:
            return default
    return value
