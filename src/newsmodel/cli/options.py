"""The arguments and options that commands share, each a decorator."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import click

from newsmodel.cli.named import FormatName

Decorator: TypeAlias = Callable[[Any], Any]


def _not_empty(_context: click.Context, _option: click.Parameter, path: str | None) -> str | None:
    if path == "":
        raise click.BadParameter("'' names no file")
    return path


def output(*names: str, help: str, folders: bool = False) -> Decorator:
    """An option that says where something is to be written; folders: it may be one."""
    kind = click.STRING if folders else click.Path(dir_okay=False, readable=False)
    return click.option(*names, type=kind, metavar="PATH" if folders else "FILE", callback=_not_empty, help=help)


inputs: Decorator = click.argument("inputs", nargs=-1, metavar="[FILE | FOLDER | GLOB | -]...")
one_input: Decorator = click.argument("inputs", nargs=1, required=False, metavar="[FILE | -]")
reader: Decorator = click.option(
    "-f",
    "--from",
    "reader",
    type=FormatName(),
    metavar="FORMAT",
    help="What the input is; otherwise told by its content and suffix. Also ./mine.py or package.module:NAME.",
)
writer: Decorator = click.option(
    "-t", "--to", "writer", type=FormatName(), metavar="FORMAT", help="What to write; named as for --from."
)
keys: Decorator = click.option(
    "-O",
    "given",
    multiple=True,
    metavar="KEY=VALUE",
    help="An option of the reader or the writer, whichever takes it; `newsmodel formats NAME` lists them.",
)
url: Decorator = click.option(
    "--url", metavar="URL", help="Where the input comes from; relative links are joined to it."
)
as_json: Decorator = click.option("--json", "as_json", is_flag=True, help="As JSON, for programs.")
quiet: Decorator = click.option("-q", "--quiet", is_flag=True, help="Errors only.")
verbose: Decorator = click.option(
    "-v", "--verbose", is_flag=True, help="Also what was read and written, and what was noticed."
)
