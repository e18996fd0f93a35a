"""The laws of good manners: a format is found, light, explained, and takes kinds of block that it does not know."""

from __future__ import annotations

import inspect
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from types import ModuleType
from typing import Any, ClassVar

import attrs

from newsmodel import registry
from newsmodel.errors import FormatError
from newsmodel.format import Format, never
from newsmodel.model import Article, Block, Heading, Paragraph, UnknownBlock, registered, walk
from newsmodel.report import Report
from newsmodel.testing.laws import LawError, alike, difference, law
from newsmodel.testing.pool import Pool

HEAVY = ("argparse", "click", "hypothesis", "importlib.metadata", "jinja2", "pyarrow", "rich", "yaml")
"""What no format may load before it is used: looking for the format of a file imports them all.

cattrs and msgspec are not here: they are the floor (`newsmodel.codec`) on which a format may stand.
"""

_SURE = 0.5


@law("render")
def it_is_found(format: Format, pool: Pool) -> None:
    """What it wrote is detected as its own: by its bytes if it says that it is sure of them, and with each suffix."""
    with _known(format):
        for data in pool.files(format):
            for suffix in format.suffixes:
                _require_found(format, data, f"article{suffix}")
            if format.sniff is not never and format.sniff(data[: registry.HEAD]) > _SURE:
                _require_found(format, data, None)
    if not format.suffixes and format.sniff is never:
        raise LawError(f"{format.name} has neither suffixes nor a sniffer: nobody finds it")


def _require_found(format: Format, data: bytes, file_name: str | None) -> None:
    try:
        found = str(registry.detect(data, file_name))
    except FormatError as error:
        found = str(error)
    if found != format.name:
        raise LawError(f"{format.name} is not found ({found}), named {file_name!r}, in {data[:300]!r}")


@contextmanager
def _known(format: Format) -> Iterator[None]:
    """*format* registered, if it is not."""
    if format.name in registry.names():
        yield
        return
    registry.register_format(format)
    try:
        yield
    finally:
        registry.unregister_format(format.name)


@law()
def it_is_light(format: Format, pool: Pool) -> None:
    """Importing its module in a fresh process loads nothing heavy."""
    name = module_of(format).__name__
    code = f"import sys, {name}; print(*(heavy for heavy in {HEAVY!r} if heavy in sys.modules))"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, env=environment)
    if run.returncode:
        raise LawError(f"{name} cannot be imported in a fresh process: {run.stderr[-2000:]}")
    if run.stdout.strip():
        raise LawError(f"importing {name} loads {run.stdout.strip()}; import it where it is used")


@law()
def it_is_explained(format: Format, pool: Pool) -> None:
    """Its module's docstring names it, it cites its specification, and every option is in a docstring."""
    module = module_of(format)
    text = module.__doc__ or ""
    if not any(name.lower() in text.lower() for name in (format.name, format.title)):
        raise LawError(f"the docstring of {module.__name__} does not name {format.title}")
    if not re.match(r"https?://[^/]+", format.spec):
        raise LawError(f"{format.name}: spec is {format.spec!r}, not the URL of a specification")
    for verb in ("parse", "render", "stream"):
        for option in format.options(verb):
            if not re.search(rf"\b{re.escape(option)}\b", _docstrings(format, verb)):
                raise LawError(f"{format.name}: no docstring of {verb} says what the option {option!r} does")


def _docstrings(format: Format, verb: str) -> str:
    functions = [getattr(format, verb), format.fit if verb == "render" else None]
    return "\n".join(inspect.getdoc(_function(function)) or "" for function in functions if function)


def _function(function: Any) -> Any:
    return function.func if isinstance(function, partial) else function


def module_of(format: Format) -> ModuleType:
    """The module that holds `FORMAT`: that of one of its functions, or a package above it."""
    found: list[ModuleType] = []
    for function in filter(None, (format.parse, format.render, format.stream)):
        name = _function(function).__module__
        while name:
            found.append(sys.modules[name])
            name = name.rpartition(".")[0]
    holding = (module for module in found if getattr(getattr(module, "FORMAT", None), "name", None) == format.name)
    return next(holding, found[0])


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Poll(Block):
    """A kind of block that no format knows."""

    type: ClassVar[str] = "newsmodel.testing:poll"

    question: str = attrs.field(kw_only=False, default="")
    votes: int = 0

    def lower(self) -> tuple[Block, ...]:
        return (Heading(self.question, level=3), Paragraph(f"{self.votes} votes"))


@law("render")
def own_kinds_are_welcome(format: Format, pool: Pool) -> None:
    """A kind of block of somebody's own is carried and read back, or lowered and reported as flattened.

    A process that does not know a kind that was carried reads an UnknownBlock.
    """
    article = Article("Own kinds", body=[Paragraph("before"), Poll("Shall it open?", votes=7)])
    report = Report()
    with registered(Poll):
        fitted = format.fitted(article, report)
        data = format.write(article)
        if format.parse is not None:
            found = difference(fitted, alike(format.read(data), fitted))
            if found:
                raise LawError(f"{format.name}: {found} where a block of an own kind stands")
    if not any(walk(fitted, Poll)):
        _require_flattened(format, report)
    elif format.parse is not None and not any(walk(format.read(data), UnknownBlock)):
        raise LawError(f"{format.name} reads no UnknownBlock from a kind that it does not know: {data[:2000]!r}")


def _require_flattened(format: Format, report: Report) -> None:
    if not any(loss.code == Poll.type and loss.effect in ("flattened", "dropped") for loss in report.losses):
        raise LawError(f"{format.name} does not report a block of an own kind: {report.losses}")
