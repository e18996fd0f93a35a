"""Outcome: how one input fared; and the one place where whatever goes wrong with it becomes that."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping

import attrs
import click

from newsmodel.cli import problems
from newsmodel.cli.exits import Exit
from newsmodel.cli.files import Input
from newsmodel.cli.places import Position
from newsmodel.cli.terminal import one_line, say
from newsmodel.errors import NewsmodelError, OptionError
from newsmodel.report import Report


@attrs.define
class Outcome:
    """What became of one input.

    reader, writer: names of formats, as far as they were known. error: in one or more lines, if it failed.
    places: line and column of paths in the input, as far as an error needs them.
    """

    input: Input
    report: Report = attrs.field(factory=Report)
    code: Exit = Exit.OK
    output: str | None = None
    reader: str | None = None
    writer: str | None = None
    error: str | None = None
    places: Mapping[str, Position] = attrs.field(factory=dict, repr=False)

    @property
    def name(self) -> str:
        """How messages call the input."""
        return self.input.name


def attempt(source: Input, work: Callable[[Outcome], None], verbose: bool = False) -> Outcome:
    """The outcome of *work* on *source*; what it raises fails this input alone, and is shown at once.

    Raises OptionError all the same: an option that is used wrongly is wrong for every input.
    """
    outcome = Outcome(source)
    try:
        work(outcome)
    except (OptionError, BrokenPipeError, click.ClickException):
        raise
    except (NewsmodelError, OSError) as error:
        _fail(outcome, error, problems.exit_code(error))
    except Exception as error:  # a defect of a format must not cost the other ten thousand files
        if verbose:
            say(*traceback.format_exc().splitlines())
        defect = f"this is a defect, of newsmodel or of a plug-in: {type(error).__name__}: {error}"
        _fail(outcome, RuntimeError(defect if verbose else f"{defect}; -v shows where"), Exit.FAILED)
    return outcome


def _fail(outcome: Outcome, error: BaseException, code: Exit) -> None:
    name = problems.subject(error, outcome.name)
    outcome.code = code
    outcome.error = "\n".join(map(one_line, problems.lines(error, name, outcome.places)))
    problems.show(error, name, outcome.places)
