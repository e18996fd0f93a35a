"""`newsmodel convert`: from any format to any other."""

from __future__ import annotations

import os
from collections.abc import Sequence

import attrs
import click

from newsmodel.cli import options, outputs, report, values
from newsmodel.cli.exits import TABLE, Exit, combined
from newsmodel.cli.files import Input, expand
from newsmodel.cli.outcome import Outcome, attempt
from newsmodel.cli.reading import Reading, default_target
from newsmodel.cli.terminal import is_terminal, one_line, say, tracked
from newsmodel.errors import LossError
from newsmodel.format import Format


@attrs.frozen(kw_only=True)
class Conversion:
    """What is to be done with every input."""

    read: Reading
    writer: Format
    verify: bool = False
    force: bool = False
    on_loss: str = "warn"
    verbose: bool = False

    def __call__(self, outcome: Outcome) -> None:
        """Converts the outcome's input. Nothing is written before everything went well."""
        document = self.read(outcome, self.writer)
        outcome.writer = self.writer.name
        options = values.writing(self.writer, self.read.given)
        data = self.writer.write(document, outcome.report, verify=self.verify, **options)
        if self.on_loss == "error" and not outcome.report.clean:
            outcome.code = Exit.LOSSES
            losses = str(LossError(outcome.report, self.writer.name))
            outcome.error = f"{one_line(outcome.name)}: not written, {losses}"
            outcome.output = None
            say(*outcome.error.split("\n"))
            return
        outputs.save(data, outcome.output, self.force)
        if self.verbose:
            where = outcome.output or "standard output"
            say(f"{outcome.name}: {outcome.reader} -> {where}: {self.writer.name}")


@click.command("convert", short_help="Convert articles from one format to another.", epilog=TABLE)
@options.inputs
@options.reader
@options.writer
@options.output(
    "-o", "--output", folders=True, help="A file, or a folder for several inputs. Default: standard output."
)
@options.keys
@options.url
@click.option("--verify", is_flag=True, help="Read the output back as well, and report what differs.")
@click.option("--force", is_flag=True, help="Overwrite outputs that exist. An input is never overwritten.")
@click.option(
    "--on-loss",
    type=click.Choice(["ignore", "warn", "error"]),
    default="warn",
    show_default=True,
    help="What to do about what the target cannot carry; error writes nothing for that input and exits with 3.",
)
@click.option("--report", "report_as", type=click.Choice(["text", "json"]), help="Every loss, to standard error.")
@options.output("--report-file", help="The report goes here instead.")
@options.quiet
@options.verbose
def command(
    inputs: tuple[str, ...],
    reader: Format | None,
    writer: Format | None,
    output: str | None,
    given: tuple[str, ...],
    url: str | None,
    verify: bool,
    force: bool,
    on_loss: str,
    report_as: str | None,
    report_file: str | None,
    quiet: bool,
    verbose: bool,
) -> Exit:
    """Converts articles from one format to another.

    The target is named with --to, or by the suffix of --output; otherwise it is Markdown on the terminal. Several
    inputs, folders and globs need a folder as --output, where their tree is kept. What the target cannot carry is
    reported on standard error.

    \b
    newsmodel convert page.html                         as Markdown on the terminal
    newsmodel convert page.html -o page.md
    newsmodel convert posts/ -f html -t json -o out/    a folder, its tree kept
    newsmodel convert 'posts/**/*.html' -t markdown -o out/
    newsmodel convert page.html -t json -O indent=2     an option of the JSON writer
    newsmodel convert page.html -o page.md --on-loss error
    newsmodel convert posts/ -t json -o out/ --report json --report-file losses.json
    newsmodel convert - -f html -t ./mine.py < page.html
    """
    sources = expand(inputs, reader, output if output and os.path.isdir(output) else None)
    several = len(sources) > 1 or any(map(os.path.isdir, inputs))
    writer = writer or _writer(output, several)
    planned = outputs.plan(sources, output, writer, several)
    outputs.refuse_inputs(sources, [report_file] if report_file else [])
    if writer.binary and planned[0] is None and is_terminal():
        raise click.UsageError(f"{writer.title} is no text for a terminal: -o FILE")
    read = Reading(format=reader, url=url, given=values.split(given))
    conversion = Conversion(
        read=read, writer=writer, verify=verify, force=force, on_loss=on_loss, verbose=verbose and not quiet
    )
    outcomes = _all(conversion, sources, planned, quiet)
    _tell(outcomes, conversion, report_as, report_file, quiet)
    return combined(outcome.code for outcome in outcomes)


def _writer(output: str | None, several: bool) -> Format:
    """The format to write where none is named."""
    if outputs.is_folder(output, several):
        raise click.UsageError("name the format to write into a folder: -t FORMAT")
    return default_target(output)


def _all(conversion: Conversion, sources: list[Input], planned: list[str | None], quiet: bool) -> list[Outcome]:
    def convert(source: Input, output: str | None) -> Outcome:
        def work(outcome: Outcome) -> None:
            outcome.output = output
            conversion(outcome)

        return attempt(source, work, conversion.verbose)

    pairs = zip(sources, planned, strict=True)
    return [convert(*pair) for pair in tracked(pairs, len(sources), "converting", quiet)]


def _tell(
    outcomes: Sequence[Outcome], conversion: Conversion, report_as: str | None, file: str | None, quiet: bool
) -> None:
    if report_as or file:
        _write_report(outcomes, report_as or ("json" if str(file).endswith(".json") else "text"), file)
    elif conversion.verbose:
        say(*report.as_lines(outcomes))
    elif conversion.on_loss == "warn" and not quiet:
        say(*report.warnings(outcomes))
    if len(outcomes) > 1 and not quiet:
        say(report.summary(outcomes))


def _write_report(outcomes: Sequence[Outcome], report_as: str, file: str | None) -> None:
    if report_as == "json":
        lines = report.as_json(outcomes).split("\n")
    else:  # errors are on standard error already
        lines = list(map(one_line, report.as_lines(outcomes, errors=file is not None))) or ["nothing lost"]
    if file is None:
        say(*lines)
    else:
        outputs.save("".join(f"{line}\n" for line in lines).encode(), file, force=True)
