"""What goes to a terminal: consoles, progress, and text that cannot command it."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

T = TypeVar("T")

# The C0 controls but tab and line feed, DEL, and the C1 controls: U+009B alone begins a command, as ESC [ does.
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def safe(text: str) -> str:
    """*text* with its control characters written out, as `\\x1b`: it may come from anyone's file."""
    return CONTROLS.sub(lambda found: f"\\x{ord(found[0]):02x}", text)


def say(text: str) -> None:
    """*text* and a line end on standard error, above a progress bar if there is one."""
    # Not click.echo: it writes past the stream that rich puts in the place of stderr while a bar is drawn.
    print(safe(text), file=sys.stderr)


def console(stderr: bool = False) -> Console:
    """A console for words of ours and of others: nothing in them is taken for markup, emoji or numbers to colour."""
    from rich.console import Console

    return Console(stderr=stderr, markup=False, emoji=False, highlight=False)


def trimmed(screen: Console, piece: RenderableType) -> None:
    """Prints *piece* without the blanks with which rich fills its lines: what is copied or piped is clean."""
    with screen.capture() as captured:
        screen.print(piece)
    text = "\n".join(line.rstrip(" ") for line in captured.get().split("\n"))
    click.echo(text, nl=False, color=True)  # rich has decided about colour


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """`1 loss`, `2 losses`, `1,204 words`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def tracked(items: Iterable[T], total: int, what: str, quiet: bool = False) -> Iterator[T]:
    """*items*, with a progress bar on standard error if that is a terminal and there are several."""
    if quiet or total < 2 or not sys.stderr.isatty():
        yield from items
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console(stderr=True), transient=True) as progress:
        yield from progress.track(items, total=total, description=what)
