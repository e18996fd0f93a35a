"""`newsmodel preview`: the article as one web page in a temporary file."""

from __future__ import annotations

import os
import tempfile
import webbrowser
from pathlib import Path

import click

from newsmodel.cli import options, outputs, report, values
from newsmodel.cli.exits import TABLE, Exit
from newsmodel.cli.files import STDIN, Input
from newsmodel.cli.outcome import Outcome, attempt
from newsmodel.cli.reading import Reading
from newsmodel.cli.terminal import deliver, say
from newsmodel.format import Format


@click.command("preview", short_help="Look at an article as a web page.", epilog=TABLE)
@options.one_input
@options.reader
@options.keys
@options.url
@click.option("--open", "open_it", is_flag=True, help="Open it in the browser.")
@options.quiet
def command(
    inputs: str | None, reader: Format | None, given: tuple[str, ...], url: str | None, open_it: bool, quiet: bool
) -> Exit:
    """Writes the article as one self-contained web page to a temporary file, and prints its path.

    \b
    newsmodel preview story.json --open
    """
    from newsmodel import registry

    html = registry.get("html")
    read = Reading(format=reader, url=url, given=values.split(given))

    def work(outcome: Outcome) -> None:
        document = read(outcome, html)
        data = html.write(document, outcome.report, **values.writing(html, read.given))
        outcome.output = _place(outcome.input)
        outputs.save(data, outcome.output, force=True)

    path = inputs or STDIN
    outcome = attempt(Input(path, os.path.basename(path)), work)
    if outcome.output is None:
        return outcome.code
    if not quiet:
        say(*report.warnings([outcome]))
    deliver(os.fsencode(f"{outcome.output}\n"))
    if open_it:
        webbrowser.open(Path(outcome.output).as_uri())
    return outcome.code


def _place(source: Input) -> str:
    """A file named after *source* in a new folder that only this user can read."""
    stem = "article" if source.path == STDIN else Path(source.path).stem
    return os.path.join(tempfile.mkdtemp(prefix="newsmodel-"), f"{stem}.html")
