"""The one door to standard output and standard error, and text that cannot command a terminal.

What an input holds, and what it is called, comes from anyone. A line of ours (`say`, `tell`) stays one line and is read
in one direction; an article keeps its lines; bytes that leave by a pipe are exact. No other module of the command line
prints, and a test over the source sees to that.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

T = TypeVar("T")

# The C0 controls but tab and line feed, DEL, and the C1 controls: U+009B alone begins a command, as ESC [ does.
# Letters that are turned round show another text than is there; half a pair is no letter.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff]")

# Besides, all that ends a line or turns the rest of it, our own words included.
UNSAFE_IN_A_LINE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]",
)
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def safe(text: str) -> str:
    """*text* of any number of lines with what commands a terminal written out, as `\\x1b`."""
    return _UNSAFE.sub(_written_out, text)


def one_line(text: str) -> str:
    """*text* on one line: line ends too, and what sets the direction of writing, are written out, as `\\u202e`."""
    return UNSAFE_IN_A_LINE.sub(_written_out, text)


def _written_out(found: re.Match[str]) -> str:
    code = ord(found[0])
    if 0xDC80 <= code <= 0xDCFF:  # a byte of a file name that is no letter
        code -= 0xDC00
    return _SHORT.get(found[0]) or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}")


def say(*lines: str) -> None:
    """*lines* on standard error, above a progress bar if there is one."""
    # Not click.echo: it writes past the stream that rich puts in the place of stderr while a bar is drawn.
    for line in lines:
        print(one_line(line), file=sys.stderr)


def tell(*lines: str) -> None:
    """*lines* on standard output."""
    for line in lines:
        click.echo(one_line(line))


def deliver(data: bytes) -> None:
    """The output that was asked for on standard output: exact, but for a terminal as `for_terminal` has it."""
    if is_terminal():
        click.echo(for_terminal(data).decode(), nl=False)
        return
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def for_terminal(data: bytes) -> bytes:
    """*data*, text in UTF-8, as a terminal may have it: safe, and with a line end, so that no prompt sticks to it."""
    text = safe(data.decode("utf-8", "surrogateescape"))
    return (text if text.endswith("\n") else f"{text}\n").encode()


def is_terminal(descriptor: int | None = None) -> bool:
    """Whether standard output, or another open *descriptor*, is a terminal."""
    return sys.stdout.isatty() if descriptor is None else os.isatty(descriptor)


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
