"""Plain data to the smallest values of the model: strings, numbers, dates, free JSON. Each raises Problems."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from newsmodel.alphabet import is_clean
from newsmodel.codec.problems import Problems, json_problems, word
from newsmodel.model.frozen import INTEGER_LIMIT, FrozenMap

# Section 5.6, https://www.rfc-editor.org/rfc/rfc3339#section-5.6, without more digits than a datetime holds.
_RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d:\d\d)", re.ASCII)


def clean_string(data: str) -> str:
    """*data*, a string of the model's alphabet."""
    if not is_clean(data):
        raise Problems("must hold only XML 1.0 characters with LF line ends")
    return data


def number(data: Any, _hint: Any) -> Any:
    """A float. A whole number is one, if a float holds it exactly."""
    if type(data) is float:
        return data or 0.0  # -0.0 and 0.0 are equal, and yet two texts
    if type(data) is not int:
        return data
    if not -INTEGER_LIMIT <= data < INTEGER_LIMIT or int(float(data)) != data:
        raise Problems("must be a number that 64 bits of floating point hold exactly")
    return float(data)


def instant(data: Any, _hint: Any) -> datetime:
    """A date and time with its offset."""
    if type(data) is not str:
        raise Problems(f"takes a string, not {word(data)}")
    try:
        if _RFC3339.fullmatch(data):
            return datetime.fromisoformat(data)
    except ValueError:
        pass  # the 31st of February
    raise Problems("must be an RFC 3339 date and time with its offset: 2026-03-05T14:07:00+01:00")


def free_map(data: Any, _hint: Any) -> FrozenMap:
    """An object of any JSON values."""
    if type(data) is not dict:
        raise Problems(f"takes an object, not {word(data)}")
    try:
        return FrozenMap(data)
    except (TypeError, ValueError):
        raise json_problems(data) from None


def listed(data: Any) -> list[Any]:
    """*data*, a list."""
    if type(data) is not list:
        raise Problems(f"takes a list, not {word(data)}")
    return data


def itself(data: Any, _hint: Any) -> Any:
    """*data*, which the constructor of its node tests."""
    return data
