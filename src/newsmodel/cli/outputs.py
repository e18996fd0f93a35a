"""Outputs: one file, a folder that mirrors the inputs, or standard output; never an input."""

from __future__ import annotations

import os
from collections.abc import Sequence

import click

from newsmodel.cli.files import STDIN, Input
from newsmodel.cli.terminal import deliver, for_terminal, is_terminal
from newsmodel.files import descriptor_of, is_special, replace_file
from newsmodel.format import Format

_SEPARATORS = tuple(filter(None, (os.sep, os.altsep)))


def is_folder(output: str | None, several: bool) -> bool:
    """Whether *output* names a folder: there is one, it ends in a slash, or several files go there."""
    if output is None or output == STDIN:
        return False
    return several or output.endswith(_SEPARATORS) or os.path.isdir(output)


def plan(inputs: Sequence[Input], output: str | None, target: Format, several: bool) -> list[str | None]:
    """Where the output of each input goes; None is standard output.

    Raises UsageError if two would go to one place, one would replace an input, or several have no folder.
    """
    if output is None or output == STDIN:
        if len(inputs) > 1:
            raise click.UsageError(f"{len(inputs)} inputs need a folder for their outputs: -o FOLDER")
        return [None] * len(inputs)
    if not is_folder(output, several):
        outputs = [output]
    else:
        suffix = (target.suffixes or (f".{target.name}",))[0]
        outputs = [os.path.join(output, _renamed(each.relative, suffix)) for each in inputs]
    refuse_inputs(inputs, outputs)
    _refuse_clashes(inputs, outputs)
    return list(outputs)


def save(data: bytes, output: str | None, force: bool) -> None:
    """Writes *data* at once and whole, folders made as needed; None is standard output.

    Raises FileExistsError unless *force*, OSError.
    """
    if output is None:
        deliver(data)
        return
    if os.path.lexists(output) and not force and not is_special(output):
        raise FileExistsError(0, "it exists already; pass --force to overwrite it", output)
    if folder := os.path.dirname(output):
        os.makedirs(folder, exist_ok=True)
    descriptor = descriptor_of(output)
    replace_file(output, for_terminal(data) if descriptor is not None and is_terminal(descriptor) else data)


def _renamed(relative: str, suffix: str) -> str:
    stem, dot, ending = relative.rpartition(".")
    return (stem if dot and stem and not any(each in ending for each in _SEPARATORS) else relative) + suffix


def refuse_inputs(inputs: Sequence[Input], outputs: Sequence[str]) -> None:
    """Raises UsageError if one of *outputs* is one of *inputs*."""
    read = {os.path.realpath(each.path) for each in inputs if each.path != STDIN}
    for output in outputs:
        if os.path.realpath(output) in read:
            raise click.UsageError(f"{output} is an input and would be overwritten; choose another name")


def _refuse_clashes(inputs: Sequence[Input], outputs: Sequence[str]) -> None:
    first: dict[str, Input] = {}
    for source, output in zip(inputs, outputs, strict=True):
        other = first.setdefault(os.path.normcase(os.path.realpath(output)), source)
        if other is not source:
            mend = "name one format with -f, or give the folder or a quoted glob so that the tree is kept"
            raise click.UsageError(f"{other.name} and {source.name} would both be written to {output}; {mend}")
