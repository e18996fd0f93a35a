"""Bait: one kind of input that is cheap to make and, read or written carelessly, dear to take."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import attrs

from newsmodel import registry
from newsmodel.errors import FormatError
from newsmodel.report import Report


@attrs.frozen
class Bait:
    """One bait for one reader or writer.

    verb: "read" or "write". make: size -> bytes to read, or the node to write; its length is proportional to the size.
    size: how large it is at first, chosen so that it takes some hundredths of a second.
    options: of the verb. refused: it must be a FormatError at every size, as fast as reading.
    """

    verb: str
    format: str
    name: str
    make: Callable[[int], Any]
    size: int
    options: dict[str, Any] = attrs.field(factory=dict)
    refused: bool = False
    either: bool = False

    @property
    def id(self) -> str:
        """What it is called on the command line and by tests: "read html: tables in tables"."""
        return f"{self.verb} {self.format}: {self.name}"

    def length(self, made: Any) -> int:
        """How many bytes `make` gave; of what is to be written, as JSON."""
        return len(made) if self.verb == "read" else len(registry.get("json").write(made))

    def take(self, made: Any) -> None:
        """Reads or writes what `make` gave.

        Raises AssertionError if it was refused and must not be, or the other way round.
        """
        format = registry.get(self.format)
        try:
            if self.verb == "write":
                format.write(made, Report(), **self.options)
            else:
                format.read(made, Report(), **self.options)
        except FormatError:
            assert self.refused or self.either, f"{self.id} is refused"
        else:
            assert not self.refused, f"{self.id} is read"


def unique(baits: Iterable[Bait]) -> dict[str, Bait]:
    """Baits by id. Raises AssertionError for two of one id."""
    found: dict[str, Bait] = {}
    for bait in baits:
        assert bait.id not in found, f"{bait.id} stands twice"
        found[bait.id] = bait
    return found
