"""`newsmodel losses`: what writing would lose, without writing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from newsmodel.cli import options, report, values
from newsmodel.cli.exits import TABLE, Exit, combined
from newsmodel.cli.files import expand
from newsmodel.cli.named import FormatName
from newsmodel.cli.outcome import Outcome, attempt
from newsmodel.cli.reading import Reading
from newsmodel.cli.report import Group, grouped
from newsmodel.cli.terminal import console, counted, tell, tracked, trimmed
from newsmodel.format import Format


@click.command("losses", short_help="What writing a format would lose, without writing.", epilog=TABLE)
@options.inputs
@options.reader
@click.option("-t", "--to", "writer", type=FormatName(), required=True, metavar="FORMAT", help="The target.")
@options.keys
@options.url
@options.as_json
@click.option("--on-loss", type=click.Choice(["ignore", "error"]), default="ignore", help="error: exit with 3.")
@options.quiet
def command(
    inputs: tuple[str, ...],
    reader: Format | None,
    writer: Format,
    given: tuple[str, ...],
    url: str | None,
    as_json: bool,
    on_loss: str,
    quiet: bool,
) -> Exit:
    """What would be lost in reading these files and writing them in another format; nothing is written.

    Losses are grouped, the most frequent first, each with the place of its first.

    \b
    newsmodel losses page.html -t markdown
    newsmodel losses posts/ -t text                   all of a folder, ranked
    newsmodel losses posts/ -t json --json            for a program
    newsmodel losses page.html -t text --on-loss error && echo "nothing lost"
    """
    read = Reading(format=reader, url=url, given=values.split(given))

    def look(outcome: Outcome) -> None:
        document = read(outcome, writer)
        outcome.writer = writer.name
        writer.fitted(document, outcome.report, **values.writing(writer, read.given))
        if on_loss == "error" and not outcome.report.clean:
            outcome.code = Exit.LOSSES

    sources = expand(inputs, reader)
    outcomes = [attempt(source, look) for source in tracked(sources, len(sources), "reading", quiet)]
    groups = grouped((outcome.name, outcome.report) for outcome in outcomes)
    if as_json:
        report.tell_json(_data(outcomes, groups))
    elif any(outcome.error is None for outcome in outcomes):
        _print(groups, outcomes, writer)
    return combined(outcome.code for outcome in outcomes)


def _data(outcomes: Sequence[Outcome], groups: Sequence[Group]) -> dict[str, Any]:
    failed = [{"file": outcome.name, "error": outcome.error} for outcome in outcomes if outcome.error]
    return {"files": len(outcomes), "losses": report.group_data(groups), "failed": failed}


def _print(groups: Sequence[Group], outcomes: Sequence[Outcome], writer: Format) -> None:
    looked_at = sum(outcome.error is None for outcome in outcomes)
    lossy = sum(not outcome.report.clean for outcome in outcomes)
    if not groups:
        tell(f"{writer.title} carries everything in {counted(looked_at, 'file')}")
        return
    trimmed(console(), _table(groups, several=len(outcomes) > 1))
    total = sum(group.count for group in groups)
    tell(f"{counted(total, 'loss', 'losses')} in {lossy:,} of {counted(looked_at, 'file')}")


def _table(groups: Sequence[Group], several: bool) -> Any:
    from newsmodel.cli.ink import cell, grid

    table = grid("count", "effect", "what", "in", *(["files"] if several else []), "first", right=("count", "files"))
    for group in groups:
        stage = "reading" if group.stage == "parse" else "writing"
        files = [f"{group.files:,}"] if several else []
        first = f"{group.file}: {group.at}" if several else group.at
        before, after = (f"{group.count:,}", group.effect), (stage, *files, first)
        table.add_row(*map(cell, before), cell(group.code, "bold"), *map(cell, after))
    return table
