"""TOML as plain values, bounded before it is read: Python's own reader takes memory in the square of its depth.

Source: TOML 1.0, https://toml.io/en/v1.0.0.
"""

from __future__ import annotations

import re
from typing import Any

from newsmodel.errors import FormatError

_PART = r"""(?:[A-Za-z0-9_-]++|"(?:\\[^\n]|[^"\\\n])*+"?|'[^'\n]*+'?)"""
# Texts of several lines and comments, which hold no keys; keys, and what looks like them; brackets. What is not closed
# ends with its line, so that each letter is looked at once.
_TOKEN = re.compile(
    rf'''"""(?:\\.|[^\\])*?(?:"""|\Z) | \'\'\'.*?(?:\'\'\'|\Z) | \#[^\n]*+
    | (?P<path>{_PART}(?:[ \t]*+\.[ \t]*+{_PART})*+) | (?P<open>[\[{{]) | (?P<close>[\]}}])''',
    re.DOTALL | re.VERBOSE,
)


def read_toml(raw: str, deepest: int) -> dict[str, Any]:
    """The table that *raw* says: str, int, float, bool, dates and times, lists and tables of these.

    Raises FormatError, with its line counted from 1, for what is no TOML, and for keys of more than *deepest* parts or
    brackets deeper than that.
    """
    import tomllib

    _require_shallow(raw, deepest)
    try:
        return tomllib.loads(raw)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+), column (\d+)", str(error))
        line, column = (int(found[1]), int(found[2])) if found else (1, None)
        raise FormatError(f"the front matter is no TOML: {error}", line=line, column=column) from error
    except (RecursionError, ValueError, OverflowError) as error:
        raise FormatError("the front matter holds an impossible value", line=1) from error


def _require_shallow(raw: str, deepest: int) -> None:
    depth = 0
    for token in _TOKEN.finditer(raw):
        if token["open"]:
            depth += 1
        elif token["close"]:
            depth = max(0, depth - 1)
        parts = len(re.findall(_PART, token["path"])) if token["path"] and token["path"].count(".") > deepest else 0
        if depth > deepest or parts > deepest:
            line = raw.count("\n", 0, token.start()) + 1
            raise FormatError(f"the front matter nests deeper than {deepest} levels", line=line)
