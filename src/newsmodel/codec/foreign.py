"""Other people's JSON, asked member by member: each as the kind that it should be, or as nothing, with a diagnostic.

A reader of an API's JSON never trusts a member. It asks an `Object` for what it knows; what is of another kind is left
out with a notice, and what was never asked for is reported as dropped by `finish`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from newsmodel.alphabet import clean, is_clean
from newsmodel.codec.problems import step
from newsmodel.dates import parse_date, parse_epoch
from newsmodel.model.frozen import INTEGER_LIMIT
from newsmodel.report import Report

_NOTHING: tuple[Any, ...] = (None, "", [], {})


def given(**members: Any) -> dict[str, Any]:
    """The members of an object to be written, without those that are None."""
    return {name: value for name, value in members.items() if value is not None}


class Object:
    """A JSON object and where it stands. what: what it says, for the codes of losses ("comment", "story")."""

    __slots__ = ("_asked", "_value", "at", "report", "what")

    def __init__(self, value: Mapping[str, Any], report: Report, what: str, at: str = "$") -> None:
        self._value = value
        self._asked: set[str] = set()
        self.report: Report = report
        self.what: str = what
        self.at: str = at

    def __contains__(self, name: str) -> bool:
        return self._value.get(name) is not None

    def raw(self, *names: str) -> Any:
        """The first of these members that there is, whatever it is; None if there is none."""
        self._asked.update(names)
        return next((self._value[name] for name in names if self._value.get(name) is not None), None)

    def pass_over(self, *names: str) -> None:
        """Members that say nothing of their own."""
        self._asked.update(names)

    def string(self, *names: str) -> str | None:
        """Text in the model's alphabet; None for an empty one too."""
        value = self.raw(*names)
        if isinstance(value, str):
            return self._clean(value) or None
        self._no(names, value, "text")
        return None

    def key(self, *names: str) -> str | None:
        """An id: text, or a whole number as text."""
        value = self.raw(*names)
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        return self.string(*names)

    def integer(self, *names: str) -> int | None:
        """A whole number of 64 bits."""
        value = self.raw(*names)
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if isinstance(value, int) and not isinstance(value, bool) and -INTEGER_LIMIT <= value < INTEGER_LIMIT:
            return value
        self._no(names, value, "a whole number")
        return None

    def truth(self, *names: str) -> bool | None:
        """True or false."""
        value = self.raw(*names)
        if isinstance(value, bool):
            return value
        self._no(names, value, "true or false")
        return None

    def moment(self, *names: str) -> datetime | None:
        """An instant: a date as text, or seconds or milliseconds since 1970. What a text leaves open is reported."""
        value = self.raw(*names)
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            found = parse_epoch(value)
            if found is None:
                self._no(names, value, "a date")
            return found
        date = parse_date(value) if isinstance(value, str) else None
        if date is None:
            self._no(names, None if value == "" else value, "a date")
            return None
        if date.missing:
            detail = f"{value!r} does not say its {' and '.join(date.missing)}"
            self.report.loss(f"{self.what}.{names[0]}", "guessed", "$", detail, source=self.at + step(names[0]))
        return date.value

    def below(self, name: str, what: str | None = None) -> Object | None:
        """The object in a member."""
        value = self.raw(name)
        if isinstance(value, dict):
            return Object(value, self.report, what or self.what, self.at + step(name))
        self._no((name,), value, "an object")
        return None

    def items(self, *names: str) -> Iterator[tuple[str, Any]]:
        """The items of an array and their places; of anything else, that alone."""
        value = self.raw(*names)
        name = next((name for name in names if self._value.get(name) is not None), "")
        if isinstance(value, list):
            yield from ((f"{self.at}{step(name)}[{number}]", item) for number, item in enumerate(value))
        elif value is not None:
            yield self.at + step(name), value

    def objects(self, *names: str, what: str | None = None) -> Iterator[Object]:
        """The objects of an array, or the one that stands there alone."""
        for at, item in self.items(*names):
            if isinstance(item, dict):
                yield Object(item, self.report, what or self.what, at)
            elif item is not None:
                self.report.notice("member-unreadable", "an object was expected", source=at)

    def finish(self) -> None:
        """Reports the members that were never asked for, but for those that are empty."""
        for name, value in self._value.items():
            if name not in self._asked and value is not False and value not in _NOTHING:
                self.report.loss(f"{self.what}.{clean(name)}", "dropped", "$", source=self.at)

    def _clean(self, value: str) -> str:
        if not is_clean(value):
            self.report.notice("character-replaced", "characters that no text may hold became U+FFFD", source=self.at)
        return clean(value)

    def _no(self, names: tuple[str, ...], value: Any, expected: str) -> None:
        if value is not None:
            place = self.at + step(next(name for name in names if self._value.get(name) is not None))
            self.report.notice("member-unreadable", f"{expected} was expected", source=clean(place))
