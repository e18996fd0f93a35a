"""Inputs: what files the arguments mean, and where each one's output goes."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Iterator

import attrs
import click

from newsmodel import registry
from newsmodel.cli.terminal import say
from newsmodel.files import open_file
from newsmodel.format import Format

STDIN = "-"


@attrs.frozen
class Input:
    """A file to be read. path: "-" is standard input. relative: its place below an output folder."""

    path: str
    relative: str

    @property
    def name(self) -> str:
        """How messages call it."""
        return "<stdin>" if self.path == STDIN else self.path

    @property
    def file_name(self) -> str | None:
        """The name that detection may go by."""
        return None if self.path == STDIN else self.path

    def read(self, size: int = -1) -> bytes:
        """Its bytes, or the first *size* of them. Raises OSError, also for what is no file."""
        if self.path == STDIN:
            return sys.stdin.buffer.read(size)
        with open_file(self.path) as file:
            return file.read(size)


def expand(arguments: tuple[str, ...], format: Format | None, leave_out: str | None = None) -> list[Input]:
    """The inputs that *arguments* mean: files, quoted globs, folders (searched by suffix), "-"; each once, in order.

    format: only its suffixes are searched for. leave_out: a folder that is not searched, because outputs go there.
    A folder or glob that holds nothing is said to. Raises UsageError if all of them do, and if nothing is named and
    nothing is piped in.
    """
    if not arguments:
        if sys.stdin is None or sys.stdin.isatty():
            raise click.UsageError("name a file, or - for standard input")
        arguments = (STDIN,)
    found: dict[str, Input] = {}
    empty = []
    for argument in arguments:
        meant = _meant(argument, format, leave_out)
        if not meant:
            empty.append(_holds_nothing(argument, format))
        for each in meant:
            found.setdefault(os.path.realpath(each.path) if each.path != STDIN else STDIN, each)
    if not found:
        raise click.UsageError("; ".join(empty))
    say(*empty)
    return list(found.values())


def _holds_nothing(argument: str, format: Format | None) -> str:
    if os.path.isdir(argument):
        return f"{argument} holds no file that ends in {' '.join(_suffixes(format))}"
    return f"no file matches {argument}"


def _suffixes(format: Format | None) -> tuple[str, ...]:
    """The suffixes of *format*, or of all that can be read."""
    formats = [format] if format else [each for each in registry.every() if each.parse]
    return tuple(sorted({suffix for each in formats for suffix in each.suffixes}))


def _meant(argument: str, format: Format | None, leave_out: str | None) -> list[Input]:
    if argument == STDIN:
        return [Input(STDIN, "stdin")]
    if os.path.isdir(argument):
        return _within(argument, format, leave_out)
    if glob.has_magic(argument) and not os.path.lexists(argument):
        return _matching(argument)
    return [Input(argument, os.path.basename(argument))]


def _within(folder: str, format: Format | None, leave_out: str | None) -> list[Input]:
    suffixes = _suffixes(format)
    return [
        Input(path, os.path.relpath(path, folder))
        for path in _walk(folder, leave_out)
        if path.lower().endswith(suffixes)
    ]


def _walk(folder: str, leave_out: str | None) -> Iterator[str]:
    """The files below *folder* in order of their names, hidden ones and those in *leave_out* left out."""
    skipped = os.path.realpath(leave_out) if leave_out else None
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and os.path.realpath(os.path.join(place, name)) != skipped
        )
        yield from (os.path.join(place, name) for name in sorted(files) if not name.startswith("."))


def _matching(pattern: str) -> list[Input]:
    root = _fixed(pattern)
    found = [path for path in sorted(glob.glob(pattern, recursive=True)) if not os.path.isdir(path)]
    return [Input(path, os.path.relpath(path, root or ".")) for path in found]


def _fixed(pattern: str) -> str:
    """The folder of *pattern* up to its first part that matches several: "posts/*/a.html" -> "posts"."""
    folder = os.path.dirname(pattern)
    while glob.has_magic(folder):
        folder = os.path.dirname(folder)
    return folder
