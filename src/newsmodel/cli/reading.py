"""Reads an input: by the format that was named, or by the one that is detected."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from newsmodel import registry
from newsmodel.cli import values
from newsmodel.cli.files import Input
from newsmodel.cli.named import format_named
from newsmodel.cli.outcome import Outcome
from newsmodel.cli.places import positions
from newsmodel.errors import FormatError
from newsmodel.format import Format


@attrs.frozen(kw_only=True)
class Reading:
    """How inputs are to be read. format: None detects it for each. given: options as typed by the user."""

    format: Format | None = None
    url: str | None = None
    given: Mapping[str, str] = attrs.field(factory=dict)

    def __call__(self, outcome: Outcome, writer: Format | None = None) -> Any:
        """The document of the outcome's input; its losses go to the outcome's report.

        Raises FormatError, OSError; OptionError for an option that neither this reader nor *writer* takes.
        """
        source: Input = outcome.input
        data = source.read()
        format = self.format or registry.get(registry.detect(data, source.file_name))
        outcome.reader = format.name
        values.check(self.given, format, writer)
        options = values.reading(format, self.given)
        if self.url is not None:
            options["url"] = self.url
        try:
            return format.read(data, outcome.report, **options)
        except FormatError as error:
            if error.line is None and data.lstrip()[:1] in (b"{", b"["):
                outcome.places = positions(data, [error.at or "", *(at for at, _message in error.problems)])
            raise


def default_target(output: str | None) -> Format:
    """The format that the name of *output* asks for; Markdown, which people can read, where there is none."""
    return format_named("markdown") if output in (None, "-") else registry.by_suffix(str(output))
