"""Errors as lines for people: file, place, what is wrong, and the mend."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newsmodel.cli.exits import Exit
from newsmodel.cli.places import Position
from newsmodel.cli.terminal import say
from newsmodel.errors import AmbiguousFormatError, FormatError, MissingExtraError, PluginError, UnknownFormatError

_NOWHERE: Mapping[str, Position] = {}


def show(error: BaseException, name: str = "newsmodel", places: Mapping[str, Position] = _NOWHERE) -> None:
    """*error* on standard error, each line beginning with *name*, the file that it is about."""
    say(*lines(error, name, places))


def lines(error: BaseException, name: str, places: Mapping[str, Position] = _NOWHERE) -> Iterator[str]:
    """`page.html:12:4: html: what is wrong ($.body[3]); the mend`, and a line for each further problem.

    places: line and column of paths, for errors that know only the path.
    """
    if isinstance(error, FormatError):
        source = f"{error.format}: " if error.format else ""
        at = f" ({error.at})" if error.at else ""
        mend = f"; {_mend(error)}" if _mend(error) else ""
        position = (error.line, error.column) if error.line is not None else places.get(error.at or "", ())
        yield f"{name}{_colons(position)}: {source}{error.message}{at}{mend}"
        for further, message in error.problems:
            yield f"{name}{_colons(places.get(further, ()))}: {source}{message} ({further})"
        if unlisted := error.count - 1 - len(error.problems):
            yield f"{name}: … and {unlisted} more"
    elif isinstance(error, OSError):
        yield f"{name}: {error.strerror or error}"
    else:
        yield f"{name}: {error}"


def subject(error: BaseException, otherwise: str) -> str:
    """The file that *error* is about, if it names one."""
    return error.filename if isinstance(error, OSError) and isinstance(error.filename, str) else otherwise


def exit_code(error: BaseException) -> Exit:
    """What a run exits with that ends with *error*."""
    if isinstance(error, UnknownFormatError) and error.name is not None:
        return Exit.UNAVAILABLE
    if isinstance(error, (MissingExtraError, PluginError)):
        return Exit.UNAVAILABLE
    if isinstance(error, FormatError):
        return Exit.INVALID
    return Exit.USAGE if isinstance(error, TypeError) else Exit.FAILED


def _colons(position: tuple[int | None, ...]) -> str:
    return "".join(f":{number}" for number in position if number is not None)


def _mend(error: FormatError) -> str | None:
    # These two speak of Python's format="…"; here the same thing is an option.
    if isinstance(error, AmbiguousFormatError):
        return f"say which with -f: {', '.join(error.candidates)}"
    if isinstance(error, UnknownFormatError) and error.name is None:
        return f"name it with -f: {', '.join(error.known)}"
    return error.mend
