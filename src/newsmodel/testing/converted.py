"""What a format makes of a document, worked out once for all the laws that look at it: most of their time is this."""

from __future__ import annotations

from collections.abc import Hashable
from functools import cached_property, lru_cache
from typing import Any

from newsmodel.format import Format
from newsmodel.report import Report

_KEPT = 512  # of one format, the articles and feeds of the usual pool


class Converted:
    """A document on its way through a format: fitted, rendered and read back, each step taken when it is asked for.

    That a further fit, write or reading would give the same again is for the law of purity to say.
    """

    def __init__(self, format: Format, document: Any) -> None:
        self._format = format
        self._document = document

    @property
    def fitted(self) -> Any:
        """What the fit leaves."""
        return self._fit[0]

    @property
    def losses(self) -> Report:
        """What the fit reports."""
        return self._fit[1]

    @cached_property
    def data(self) -> bytes:
        """What is rendered of `fitted`."""
        assert self._format.render is not None
        return self._format.render(self.fitted)

    @property
    def back(self) -> Any:
        """What is read from `data`."""
        return self._reading[0]

    @property
    def reading(self) -> Report:
        """What the reader says of `data`."""
        return self._reading[1]

    @cached_property
    def _fit(self) -> tuple[Any, Report]:
        report = Report()
        return self._format.fitted(self._document, report), report

    @cached_property
    def _reading(self) -> tuple[Any, Report]:
        report = Report()
        return self._format.read(self.data, report), report


def converted(format: Format, document: Any) -> Converted:
    """*document* by *format*; the same object for the same two, as long as few others were asked for since."""
    return _converted(format, _Same(document))


class _Same(Hashable):
    """A key for one object: documents that are equal may differ (instants of one moment in two zones)."""

    def __init__(self, value: Any) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.value is other.value

    def __hash__(self) -> int:
        return id(self.value)


@lru_cache(maxsize=_KEPT)
def _converted(format: Format, document: _Same) -> Converted:
    return Converted(format, document.value)
