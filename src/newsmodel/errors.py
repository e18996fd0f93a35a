"""What can go wrong, in one tree: catch `NewsmodelError` and nothing of ours escapes.

::

    NewsmodelError
    ├── FormatError (ValueError)      the input is not what its format says: what, where, and the mend
    │   ├── UnknownFormatError        no format has this name, or none recognises this input
    │   └── AmbiguousFormatError      several formats recognise this input equally well
    ├── MissingExtraError (ImportError)   an optional package is not installed: what to install
    ├── PluginError                   an installed distribution offers a format that does not load
    ├── LossError                     losses, where the caller allowed none: carries the report
    └── OptionError (TypeError)       an option that this format does not take

Every error reads as one text, and pickles and copies with all its fields, so that it crosses processes.
"""

import copy
from collections.abc import Iterable
from typing import Any, Self

from newsmodel.alphabet import visible

MAX_PROBLEMS = 100  # further problems one FormatError lists; `count` still tells how many there were
_MAX_QUOTED = 80


class NewsmodelError(Exception):
    """The root of every error that newsmodel raises on purpose."""


class FormatError(NewsmodelError, ValueError):
    """The input is not what its format says.

    What it quotes of the input can be printed anywhere: controls and lone surrogates are escaped.

    message: what is wrong, in one sentence without the place.
    format: str | None       # "ninjs"; None until a layer that knows it fills it in
    at: str | None           # path of the place in the input or the article: "$.body[3].text"
    line, column: int | None  # place in the text of the input, both counted from 1
    mend: str | None         # what the caller can do about it
    problems: tuple[tuple[str, str], ...]  # further problems as (at, message), the first 100
    count: int               # of all problems, this one included
    """

    def __init__(
        self,
        message: str,
        *,
        format: str | None = None,
        at: str | None = None,
        line: int | None = None,
        column: int | None = None,
        mend: str | None = None,
        problems: Iterable[tuple[str, str]] = (),
        count: int | None = None,
    ) -> None:
        message = visible(message)
        super().__init__(message)
        further = tuple((visible(place), visible(problem)) for place, problem in problems)
        self.message = message
        self.format = format
        self.at: str | None = at if at is None else visible(at)
        self.line = line
        self.column = column
        self.mend: str | None = mend if mend is None else visible(mend)
        self.problems: tuple[tuple[str, str], ...] = further[:MAX_PROBLEMS]
        self.count: int = 1 + len(further) if count is None else count

    def with_format(self, name: str) -> Self:
        """This error with `format` filled in, unless an inner layer already did; its trace and cause go along."""
        if self.format is not None:
            return self
        error = copy.copy(self)
        error.format = name
        error.__cause__, error.__context__ = self.__cause__, self.__context__
        error.__suppress_context__ = self.__suppress_context__
        return error.with_traceback(self.__traceback__)

    @property
    def place(self) -> str:
        """The place as people read it: "$.body[3], line 7, column 2"; "" where none is known."""
        line = f"line {self.line}" if self.line is not None else None
        column = f"column {self.column}" if self.column is not None else None
        return ", ".join(part for part in (self.at, line, column) if part)

    def __str__(self) -> str:
        source = f"{self.format}: " if self.format else ""
        place = f" ({self.place})" if self.place else ""
        mend = f"; {self.mend}" if self.mend else ""
        lines = [f"{source}{self.message}{place}{mend}"]
        lines += [f"  {at}: {message}" for at, message in self.problems]
        if unlisted := self.count - 1 - len(self.problems):
            lines.append(f"  … and {unlisted} more")
        return "\n".join(lines)


class UnknownFormatError(FormatError):
    """No format has this name; or, with no name, no format recognises the input.

    name: str | None         # what was asked for
    known: tuple[str, ...]   # the formats there are
    matches: tuple[str, ...]  # of these, the ones spelt alike, the likeliest first
    """

    def __init__(self, name: str | None, known: Iterable[str] = ()) -> None:
        self.name = name
        self.known: tuple[str, ...] = tuple(known)
        self.matches: tuple[str, ...] = _close_matches(name, self.known)
        what = "no format recognises this input" if name is None else f"there is no format {_quoted(name)}"
        naming = 'name it (format="…"); ' if name is None else ""
        super().__init__(what, mend=f"{naming}{_choice(self.matches, self.known, 'formats')}")
        self.args: tuple[Any, ...] = (name, self.known)  # all in args, so that it pickles


class AmbiguousFormatError(FormatError):
    """Several formats recognise the input equally well.

    candidates: tuple[str, ...]  # their names
    """

    def __init__(self, candidates: Iterable[str]) -> None:
        self.candidates: tuple[str, ...] = tuple(candidates)
        mend = f'name one of them (format="{self.candidates[0] if self.candidates else "…"}")'
        super().__init__(f"this input could be {' or '.join(self.candidates)}", mend=mend)
        self.args: tuple[Any, ...] = (self.candidates,)


class MissingExtraError(NewsmodelError, ImportError):
    """A package that only an extra of newsmodel brings is not installed.

    recognised: str  # what asked for it: "Markdown", "an EPUB book"
    package: str     # the package that is missing: "pyromark"
    extra: str       # the extra that brings it: "markdown"
    """

    def __init__(self, recognised: str, package: str, extra: str) -> None:
        super().__init__(recognised, package, extra)
        self.recognised = recognised
        self.package = package
        self.extra = extra

    @property
    def command(self) -> str:
        """The line that installs what is missing."""
        return f"pip install 'newsmodel-core[{self.extra}]'"

    def __str__(self) -> str:
        return f"{self.recognised} needs the package {self.package}, which is not installed; run: {self.command}"


class PluginError(NewsmodelError):
    """An installed distribution offers something that does not load or does not fit.

    distribution: str  # its name, as `pip` knows it
    problem: str       # what is wrong, in one sentence
    """

    def __init__(self, distribution: str, problem: str) -> None:
        super().__init__(distribution, problem)
        self.distribution = distribution
        self.problem = problem

    def __str__(self) -> str:
        return f"{self.distribution}: {self.problem}; update this distribution or uninstall it"


class LossError(NewsmodelError):
    """The conversion loses something, and the caller allowed no loss.

    report: Report       # every loss with its place
    format: str | None   # the format that could not carry them
    """

    def __init__(self, report: Any, format: str | None = None) -> None:
        super().__init__(report, format)
        self.report = report
        self.format = format

    def __str__(self) -> str:
        source = f"{self.format}: " if self.format else ""
        groups = _grouped(self.report.losses)
        total = sum(groups.values())
        lines = [f"{source}{total} {'loss' if total == 1 else 'losses'}"]
        lines += [
            f"  {effect} {code}" + (f" ({count} times)" * (count > 1)) for (effect, code), count in groups.items()
        ]
        return "\n".join(lines)


class OptionError(NewsmodelError, TypeError):
    """An option that is not taken, or not with this value.

    option: str              # its name
    known: tuple[str, ...]   # the options there are
    format: str | None       # the format that was asked
    reason: str | None       # why the value does not do; None if the name itself is unknown
    """

    def __init__(
        self, option: str, known: Iterable[str] = (), format: str | None = None, reason: str | None = None
    ) -> None:
        self.option = option
        self.known: tuple[str, ...] = tuple(known)
        self.format = format
        self.reason = reason
        self.matches: tuple[str, ...] = _close_matches(option, self.known)
        super().__init__(option, self.known, format, reason)

    def __str__(self) -> str:
        source = f"{self.format}: " if self.format else ""
        if self.reason is not None:
            return f"{source}option {_quoted(self.option)}: {self.reason}"
        return f"{source}there is no option {_quoted(self.option)}; {_choice(self.matches, self.known, 'options')}"


def _grouped(losses: Iterable[Any]) -> dict[tuple[str, str], int]:
    """How often each (effect, code) occurs, in the order of first occurrence."""
    groups: dict[tuple[str, str], int] = {}
    for loss in losses:
        key = (str(getattr(loss.effect, "value", loss.effect)), str(loss.code))
        groups[key] = groups.get(key, 0) + 1
    return groups


def _close_matches(name: str | None, known: tuple[str, ...]) -> tuple[str, ...]:
    if name is None:
        return ()
    from difflib import get_close_matches  # only an error needs it, and `import newsmodel` stays small

    by_folded = {each.lower(): each for each in known}
    return tuple(by_folded[each] for each in get_close_matches(name[:_MAX_QUOTED].lower(), by_folded))


def _choice(matches: tuple[str, ...], known: tuple[str, ...], noun: str) -> str:
    guess = f"did you mean {' or '.join(map(_quoted, matches))}? " if matches else ""
    return f"{guess}the {noun} are {', '.join(known)}" if known else f"there are no {noun}"


def _quoted(name: str) -> str:
    return f'"{name}"' if len(name) <= _MAX_QUOTED else f'"{name[:_MAX_QUOTED]}…"'
