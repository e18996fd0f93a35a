"""Formats as they are named on the command line: "html", `./mine.py`, `package.module:NAME`."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from newsmodel import registry
from newsmodel.errors import PluginError
from newsmodel.format import Format


def format_named(name: str) -> Format:
    """The format of this name; of a Python file, its `FORMAT`; of `package.module:NAME`, that `Format` or module.

    Raises UnknownFormatError for a name that nothing has, PluginError for code that does not load or holds no Format.
    """
    if name.endswith(".py"):
        return _format_in(_from_file(name), name)
    if ":" in name:
        module, _, attribute = name.partition(":")
        return _format_in(_from_module(module, attribute, name), name)
    return registry.get(name)


def _format_in(found: Any, name: str) -> Format:
    format = getattr(found, "FORMAT", found)
    if not isinstance(format, Format):
        raise PluginError(name, "it holds no Format; end the file with FORMAT = Format(…)")
    return format


def _from_file(path: str) -> Any:
    folder, file = os.path.split(os.path.abspath(path))
    spec = spec_from_file_location(file.removesuffix(".py"), path)
    if not os.path.isfile(path) or spec is None or spec.loader is None:
        raise PluginError(path, "there is no such file")
    module = module_from_spec(spec)
    _findable(folder)
    sys.modules.setdefault(spec.name, module)  # dataclasses and pickles look their module up there
    try:
        spec.loader.exec_module(module)
    except Exception as error:  # whatever a stranger's file raises
        raise PluginError(path, f"it does not load: {type(error).__name__}: {error}") from error
    return module


def _from_module(module: str, attribute: str, name: str) -> Any:
    _findable(os.getcwd())
    try:
        found = import_module(module)
    except Exception as error:  # whatever a stranger's module raises on import
        raise PluginError(name, f"{module} does not load: {type(error).__name__}: {error}") from error
    if not attribute:
        return found
    try:
        return getattr(found, attribute)
    except AttributeError:
        raise PluginError(name, f"{module} has no {attribute}") from None


def _findable(folder: str) -> None:
    """Lets imports find what lies in *folder*; last, so that it shadows nothing."""
    if folder not in sys.path:
        sys.path.append(folder)


if TYPE_CHECKING:
    _FormatType = click.ParamType[Format]
else:  # no generic class before click 8.4
    _FormatType = click.ParamType


class FormatName(_FormatType):
    """A format, given by its name."""

    name = "format"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Format:
        return value if isinstance(value, Format) else format_named(value)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        return [CompletionItem(name) for name in registry.names() if name.startswith(incomplete)]
