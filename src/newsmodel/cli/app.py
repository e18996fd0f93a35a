"""The app: finds the commands, turns errors into one line and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from io import StringIO
from typing import Any, NoReturn

import click

from newsmodel.cli import problems
from newsmodel.cli.exits import TABLE, Exit
from newsmodel.cli.terminal import one_line, say, tell
from newsmodel.errors import NewsmodelError

COMMANDS = ("convert", "show", "formats", "detect", "validate", "losses", "diff", "preview", "schema")


class App(click.Group):
    """The group of all commands; each is imported when it is named."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command: click.Command = import_module(f"newsmodel.cli.{name}").command
        return command

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        code = self._guarded(args, prog_name, complete_var, **extra)
        if standalone_mode:
            sys.exit(code)
        return code

    def invoke(self, ctx: click.Context) -> Any:
        # A pipe that its reader closed shows up at the latest when the last bytes are flushed.
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            _leave_pipe()
        return result

    def _guarded(
        self, args: Sequence[str] | None, prog_name: str | None, complete_var: str | None, **extra: Any
    ) -> int:
        _accept_any_letter()
        try:
            return int(super().main(args, prog_name, complete_var, standalone_mode=False, **extra) or 0)
        except click.ClickException as error:
            _say(error)
            return error.exit_code
        except click.Abort:
            return Exit.INTERRUPTED
        except (NewsmodelError, OSError) as error:
            problems.show(error, problems.subject(error, "newsmodel"))
            return problems.exit_code(error)


def _say(error: click.ClickException) -> None:
    """What click says of a wrong use, with its hint; names in it are the user's, or those of files."""
    text = StringIO()
    vars(error)["message"] = one_line(error.message)
    error.show(text)
    say(*text.getvalue().removesuffix("\n").split("\n"))


def _leave_pipe() -> NoReturn:
    # What is still buffered has nowhere to go; without this, the interpreter would complain when it shuts down.
    with suppress(OSError):  # a stdout without a descriptor buffers nothing of the kind
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise click.exceptions.Exit(Exit.BROKEN_PIPE)


def _accept_any_letter() -> None:
    """A terminal that cannot show a letter shows a question mark; that is no reason to fail."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")


def version() -> str:
    """The version that is installed; of a source tree that is not installed, that it is one."""
    from importlib import metadata

    try:
        return metadata.version("newsmodel-core")
    except metadata.PackageNotFoundError:
        return "(source tree, not installed)"


def _print_version(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted:
        tell(f"newsmodel {version()}")
        ctx.exit()


@click.group(cls=App, context_settings={"help_option_names": ["-h", "--help"]}, epilog=TABLE)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_print_version, help="Its version."
)
def app() -> None:
    """Reads, shows and converts news articles, and says what is lost on the way.

    \b
    newsmodel show page.html                       read it in the terminal
    newsmodel convert page.html -o page.md         a web page to Markdown
    newsmodel convert posts/ -t json -o out/       a whole folder, its tree kept
    curl -s https://example.org/ | newsmodel convert -f html -t markdown
    newsmodel losses page.html -t markdown         what would be lost, without writing

    A file called - is standard input. Each command has its own --help.
    """
