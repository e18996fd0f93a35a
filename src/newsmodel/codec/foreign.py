"""Other people's JSON, asked member by member: each as the kind that it should be, or as nothing, with a diagnostic.

A reader of an API's JSON never sees a value that it did not ask for by its kind: `read` and `read_all` decode the
bytes, put every string into the model's alphabet, and give an `Object`. It is asked for what is known; what is of
another kind is left out with a notice, and what was never asked for is reported as dropped by `finish`.
Diagnostics: `member-unreadable`, `character-replaced`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from newsmodel.alphabet import clean_data
from newsmodel.codec.problems import step
from newsmodel.codec.wire import decode
from newsmodel.dates import parse_date, parse_epoch
from newsmodel.errors import FormatError
from newsmodel.model.frozen import INTEGER_LIMIT
from newsmodel.report import Report

_NOTHING: tuple[Any, ...] = (None, "", [], {})


def given(**members: Any) -> dict[str, Any]:
    """The members of an object to be written, without those that are None."""
    return {name: value for name, value in members.items() if value is not None}


def read(data: bytes, report: Report, what: str, expected: str, *, at: str = "$") -> Object:
    """The object that a document is. what: as of `Object`. expected: what is said of a document that is none.

    Raises FormatError, as `newsmodel.codec.decode` does, and for any other value.
    """
    value = _decoded(data, report, at)
    if not isinstance(value, dict):
        raise FormatError(expected, at=at)
    return Object(value, report, what, at)


def read_all(data: bytes, report: Report, what: str, expected: str) -> list[Object]:
    """The objects of a list, or the one that a document is alone: that one's place is "$". Otherwise as `read`.

    What is no object in a list is left out with a notice; a list of nothing else is refused.
    """
    value = _decoded(data, report, "$")
    if isinstance(value, dict):
        return [Object(value, report, what)]
    if not isinstance(value, list) or (value and not any(isinstance(each, dict) for each in value)):
        raise FormatError(expected, at="$")
    found = []
    for position, each in enumerate(value):
        if isinstance(each, dict):
            found.append(Object(each, report, what, f"$[{position}]"))
        else:
            report.notice("member-unreadable", "an object was expected", source=f"$[{position}]")
    return found


def _decoded(data: bytes, report: Report, at: str) -> Any:
    def replaced(path: tuple[str | int, ...]) -> None:
        place = at + "".join(f"[{key}]" if isinstance(key, int) else step(key) for key in path)
        report.notice("character-replaced", "characters that no text may hold became U+FFFD", source=place)

    return clean_data(decode(data), replaced)


class Object:
    """A JSON object and where it stands. what: what it says, for the codes of losses ("comment", "story").

    Its strings are in the model's alphabet already: readers get theirs from `read` and `read_all`.
    """

    __slots__ = ("_asked", "_value", "at", "report", "what")

    def __init__(self, value: Mapping[str, Any], report: Report, what: str, at: str = "$") -> None:
        self._value = value
        self._asked: set[str] = set()
        self.report: Report = report
        self.what: str = what
        self.at: str = at

    def __contains__(self, name: str) -> bool:
        return self._value.get(name) is not None

    def has_object(self, name: str) -> bool:
        """Whether an object stands in a member."""
        return isinstance(self._value.get(name), dict)

    def has_list(self, name: str) -> bool:
        """Whether a list stands in a member."""
        return isinstance(self._value.get(name), list)

    def has_text(self, name: str) -> bool:
        """Whether text stands in a member."""
        return isinstance(self._value.get(name), str)

    def names(self) -> list[str]:
        """The names of all members, for an object that is a table with keys of somebody's own."""
        return list(self._value)

    def pass_over(self, *names: str) -> None:
        """Members that say nothing of their own."""
        self._asked.update(names)

    def string(self, *names: str) -> str | None:
        """Text in the model's alphabet; None for an empty one too."""
        value = self._first(names)
        if isinstance(value, str):
            return value or None
        self._no(names, value, "text")
        return None

    def strings(self, *names: str) -> Iterator[str]:
        """The texts of an array, or the one that stands there alone, without the empty ones."""
        for at, item in self._items(names):
            if isinstance(item, str):
                yield from filter(None, [item])
            elif item is not None:
                self.report.notice("member-unreadable", "text was expected", source=at)

    def key(self, *names: str) -> str | None:
        """An id: text, or a whole number as text."""
        value = self._first(names)
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        return self.string(*names)

    def integer(self, *names: str) -> int | None:
        """A whole number of 64 bits."""
        value = self._first(names)
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if isinstance(value, int) and not isinstance(value, bool) and -INTEGER_LIMIT <= value < INTEGER_LIMIT:
            return value
        self._no(names, value, "a whole number")
        return None

    def truth(self, *names: str) -> bool | None:
        """True or false."""
        value = self._first(names)
        if isinstance(value, bool):
            return value
        self._no(names, value, "true or false")
        return None

    def moment(self, *names: str, in_utc: bool = False) -> datetime | None:
        """An instant: a date as text, or seconds or milliseconds since 1970. What a text leaves open is reported.

        in_utc: the format says that a date without a zone is in UTC.
        """
        value = self._first(names)
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            found = parse_epoch(value)
            if found is None:
                self._no(names, value, "a date")
            return found
        date = parse_date(value) if isinstance(value, str) else None
        if date is None:
            self._no(names, None if value == "" else value, "a date")
            return None
        if missing := [each for each in date.missing if not (in_utc and each == "zone")]:
            detail = f"{value!r} does not say its {' and '.join(missing)}"
            self.report.loss(f"{self.what}.{names[0]}", "guessed", "$", detail, source=self.at + step(names[0]))
        return date.value

    def below(self, name: str, what: str | None = None) -> Object | None:
        """The object in a member."""
        value = self._first((name,))
        if isinstance(value, dict):
            return Object(value, self.report, what or self.what, self.at + step(name))
        self._no((name,), value, "an object")
        return None

    def objects(self, *names: str, what: str | None = None, named: str | None = None) -> Iterator[Object]:
        """The objects of an array, or the one that stands there alone.

        named: text in the place of one stands for an object that says nothing but this member.
        """
        for at, item in self._items(names):
            if isinstance(item, str) and named is not None:
                item = {named: item}
            if isinstance(item, dict):
                yield Object(item, self.report, what or self.what, at)
            elif item is not None:
                self.report.notice("member-unreadable", "an object was expected", source=at)

    def finish(self) -> None:
        """Reports the members that were never asked for, but for those that are empty."""
        for name, value in self._value.items():
            if name not in self._asked and value is not False and value not in _NOTHING:
                self.report.loss(f"{self.what}.{name}", "dropped", "$", source=self.at)

    def _first(self, names: tuple[str, ...]) -> Any:
        """The first of these members that there is, whatever it is; None if there is none."""
        self._asked.update(names)
        return next((self._value[name] for name in names if self._value.get(name) is not None), None)

    def _items(self, names: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
        """The items of an array and their places; of anything else, that alone."""
        value = self._first(names)
        name = next((name for name in names if self._value.get(name) is not None), "")
        if isinstance(value, list):
            yield from ((f"{self.at}{step(name)}[{number}]", item) for number, item in enumerate(value))
        elif value is not None:
            yield self.at + step(name), value

    def _no(self, names: tuple[str, ...], value: Any, expected: str) -> None:
        if value is not None:
            place = self.at + step(next(name for name in names if self._value.get(name) is not None))
            self.report.notice("member-unreadable", f"{expected} was expected", source=place)
