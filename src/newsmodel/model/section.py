"""Section: the newspaper's section, "Immigration" below "Politics"; a part of a body is an `OutlineSection`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs
from attrs import field

from newsmodel.model.base import Node, flat_reduce
from newsmodel.model.frozen import MAXIMUM_DEPTH


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Section(Node):
    """A section of the publication, as Arc, the Guardian and schema.org's `articleSection` mean it.

    path: as the site writes it ("/politics/immigration"). Parents form a chain of at most 64.
    """

    name: str = field(kw_only=False)
    url: str | None = field(default=None, kw_only=False)
    parent: Section | None = field(default=None, kw_only=False)
    path: str | None = None

    def _invariants(self) -> None:
        depth, section = 0, self.parent
        while section is not None:
            depth, section = depth + 1, section.parent
        if depth >= MAXIMUM_DEPTH:
            raise ValueError(f"sections must nest at most {MAXIMUM_DEPTH} deep")

    def __reduce__(self) -> tuple[Any, ...]:
        if self.parent is None or self.parent.parent is None:
            return super().__reduce__()
        return flat_reduce(self, lambda node: isinstance(node, Section))


def as_section(value: Section | str | None) -> Section | None:
    """A section; a str is its name."""
    return Section(value) if isinstance(value, str) else value


def sections(values: Iterable[Section | str]) -> tuple[Section, ...]:
    """Sections in order; a str is a name."""
    if isinstance(values, str):
        raise TypeError(f"sections are a list, [{values!r}], not a str")
    return tuple(Section(value) if isinstance(value, str) else value for value in values)
