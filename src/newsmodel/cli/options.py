"""The arguments and options that commands share, each a decorator."""

from __future__ import annotations

import click

from newsmodel.cli.named import FormatName

inputs = click.argument("inputs", nargs=-1, metavar="[FILE | FOLDER | GLOB | -]...")
one_input = click.argument("inputs", nargs=1, required=False, metavar="[FILE | -]")
reader = click.option(
    "-f",
    "--from",
    "reader",
    type=FormatName(),
    metavar="FORMAT",
    help="What the input is; otherwise told by its content and suffix. Also ./mine.py or package.module:NAME.",
)
writer = click.option(
    "-t", "--to", "writer", type=FormatName(), metavar="FORMAT", help="What to write; named as for --from."
)
keys = click.option(
    "-O",
    "given",
    multiple=True,
    metavar="KEY=VALUE",
    help="An option of the reader or the writer, whichever takes it; `newsmodel formats NAME` lists them.",
)
url = click.option("--url", metavar="URL", help="Where the input comes from; relative links are joined to it.")
as_json = click.option("--json", "as_json", is_flag=True, help="As JSON, for programs.")
quiet = click.option("-q", "--quiet", is_flag=True, help="Errors only.")
verbose = click.option("-v", "--verbose", is_flag=True, help="Also what was read and written, and what was noticed.")
