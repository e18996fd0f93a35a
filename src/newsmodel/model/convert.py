"""What constructors take besides the exact type: lists for tuples, whole numbers for floats, any aware datetime."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timezone


def as_number(value: float | None) -> float | None:
    """A float; a whole number becomes one. -0.0 is 0.0."""
    return (float(value) or 0.0) if type(value) in _NUMBERS else value  # type: ignore[arg-type]


_NUMBERS = (int, float)  # and no bool


def as_instant(value: datetime | None) -> datetime | None:
    """An aware datetime with its offset fixed: a time zone such as `ZoneInfo` is resolved to the offset in force."""
    if not isinstance(value, datetime) or type(value.tzinfo) is timezone:
        return value
    offset = value.utcoffset()
    return value if offset is None else value.replace(tzinfo=timezone(offset), fold=0)


def strings(values: Iterable[str]) -> tuple[str, ...]:
    """Strings in order."""
    if isinstance(values, str):
        raise TypeError(f"a list of str was expected: [{values!r}]")
    return tuple(values)
