"""`-O key=value`: the options of readers and writers, checked and typed by the signatures of the formats."""

from __future__ import annotations

import inspect
import types
import typing
from collections.abc import Callable, Mapping
from typing import Any, Literal, Union, get_args, get_origin

from newsmodel.errors import OptionError
from newsmodel.format import Format

_YES = frozenset({"yes", "true", "on", "1"})
_NO = frozenset({"no", "false", "off", "0"})


def split(pairs: tuple[str, ...]) -> dict[str, str]:
    """`("indent=2", "front-matter")` -> `{"indent": "2", "front_matter": "yes"}`; the last of a name wins."""
    parted = (pair.partition("=") for pair in pairs)
    return {key.strip().replace("-", "_"): value if equals else "yes" for key, equals, value in parted}


def reading(format: Format, given: Mapping[str, str]) -> dict[str, Any]:
    """Those of *given* that the reader of *format* takes, as values of the types that it asks for."""
    return _taken(format, "parse", given)


def writing(format: Format, given: Mapping[str, str]) -> dict[str, Any]:
    """Those of *given* that the writer of *format* takes, as values of the types that it asks for."""
    return _taken(format, "render", given)


def check(given: Mapping[str, str], reader: Format | None, writer: Format | None) -> None:
    """Raises OptionError for an option that neither the reader nor the writer takes."""
    known = {**(reader.options("parse") if reader else {}), **(writer.options("render") if writer else {})}
    names = " to ".join(dict.fromkeys(format.name for format in (reader, writer) if format))
    for name in given:
        if name not in known:
            raise OptionError(name, sorted(known), names)


def types_of(format: Format, verb: str) -> dict[str, Any]:
    """The type of each option of "parse" or "render", as far as the functions say."""
    functions = (format.parse,) if verb == "parse" else (format.fit, format.render)
    hints = {name: hint for function in functions for name, hint in _hints(function).items()}
    return {name: hints.get(name, _of_default(option)) for name, option in format.options(verb).items()}


def _taken(format: Format, verb: str, given: Mapping[str, str]) -> dict[str, Any]:
    known = types_of(format, verb)
    return {name: _value(text, known[name], name, format) for name, text in given.items() if name in known}


def _hints(function: Callable[..., Any] | None) -> dict[str, Any]:
    try:
        return typing.get_type_hints(function) if function else {}
    except (NameError, TypeError):  # imported for type checkers only; the default tells enough
        return {}


def _of_default(option: inspect.Parameter) -> Any:
    return str if option.default in (None, option.empty) else type(option.default)


def _value(text: str, wanted: Any, name: str, format: Format) -> Any:
    choices = _choices(wanted)
    if literals := [value for choice in choices if get_origin(choice) is Literal for value in get_args(choice)]:
        matching = [value for value in literals if str(value) == text]
        if not matching and str not in choices:
            raise OptionError(name, (), format.name, f"it takes {', '.join(map(str, literals))}, not {text}")
        return matching[0] if matching else text
    if type(None) in choices and str not in choices and text.lower() == "none":
        return None
    for simple in (bool, int, float, str):
        if simple in choices:
            return _simple(text, simple, name, format)
    if any(get_origin(choice) in (tuple, list) or "Sequence" in str(choice) for choice in choices):
        return tuple(part.strip() for part in text.split(","))
    raise OptionError(name, (), format.name, "its values cannot be written on a command line; set it from Python")


def _choices(wanted: Any) -> tuple[Any, ...]:
    if get_origin(wanted) in (Union, types.UnionType):
        return tuple(choice for each in get_args(wanted) for choice in _choices(each))
    return (str,) if wanted is Any else (wanted,)


def _simple(text: str, wanted: type[Any], name: str, format: Format) -> Any:
    if wanted is bool:
        if text.lower() not in _YES | _NO:
            raise OptionError(name, (), format.name, f"it takes yes or no, not {text!r}")
        return text.lower() in _YES
    try:
        return wanted(text)
    except ValueError:
        kind = "a whole number" if wanted is int else "a number"
        raise OptionError(name, (), format.name, f"it takes {kind}, not {text!r}") from None


def described(wanted: Any) -> str | None:
    """What a user may write for a value of this type: "yes|no", "NUMBER", "a|b|c"; None if nothing."""
    for choice in _choices(wanted):
        if get_origin(choice) is Literal:
            return "|".join(map(str, get_args(choice)))
        if choice in _NAMES:
            return _NAMES[choice]
    return None


def written(value: Any) -> str:
    """*value* as a user would write it."""
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


_NAMES: Mapping[Any, str] = {bool: "yes|no", int: "NUMBER", float: "NUMBER", str: "TEXT"}
