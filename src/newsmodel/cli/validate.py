"""`newsmodel validate`: whether files are what they say, with every error and its place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from newsmodel.cli import options, report, values
from newsmodel.cli.exits import TABLE, Exit, combined
from newsmodel.cli.files import expand
from newsmodel.cli.outcome import Outcome, attempt
from newsmodel.cli.reading import Reading
from newsmodel.cli.terminal import say, tell, tracked
from newsmodel.format import Format


@click.command("validate", short_help="Check that files are valid.", epilog=TABLE)
@options.inputs
@options.reader
@options.keys
@options.as_json
@options.quiet
@options.verbose
def command(
    inputs: tuple[str, ...],
    reader: Format | None,
    given: tuple[str, ...],
    as_json: bool,
    quiet: bool,
    verbose: bool,
) -> Exit:
    """Reads files and says whether they are valid; every error is listed with its place. Exits with 5 if one is not.

    \b
    newsmodel validate story.json
    newsmodel validate stories/ -f json -q
    newsmodel validate stories/ --json > result.json
    """
    read = Reading(format=reader, given=values.split(given))

    def work(outcome: Outcome) -> None:
        read(outcome)

    sources = expand(inputs, reader)
    outcomes = [attempt(source, work, verbose) for source in tracked(sources, len(sources), "checking", quiet)]
    if as_json:
        report.tell_json([_data(outcome) for outcome in outcomes])
    elif not quiet:
        _print(outcomes, verbose)
    codes = [outcome.code for outcome in outcomes]
    return Exit.INVALID if Exit.INVALID in codes else combined(codes)


def _print(outcomes: Sequence[Outcome], verbose: bool) -> None:
    valid = [outcome for outcome in outcomes if outcome.code == Exit.OK]
    for outcome in valid:
        noticed = len(outcome.report.losses) + len(outcome.report.diagnostics)
        notes = f", {noticed:,} noted (-v lists them)" if noticed and not verbose else ""
        tell(f"{outcome.name}: valid {outcome.reader}{notes}")
    if verbose:
        say(*report.as_lines(outcomes))
    if len(outcomes) > 1:
        say(f"{len(valid):,} valid, {len(outcomes) - len(valid):,} not")


def _data(outcome: Outcome) -> dict[str, Any]:
    return {
        "file": outcome.name,
        "format": outcome.reader,
        "valid": outcome.code == Exit.OK,
        "errors": outcome.error.splitlines() if outcome.error else [],
        "notes": list(report.as_lines([outcome])),
    }
