"""Limits: how much one input may make of itself, and how to allow more.

    from newsmodel import limits

    with limits.allow(html_elements=10):
        article = nm.read("page.html")

What goes beyond a limit is not read at any price: it is refused with a FormatError, or simplified with a loss, as each
limit says. The default of each is far from what honest input comes to.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import attrs

__all__ = ["Limits", "allow", "current"]


@attrs.frozen(kw_only=True)
class Limits:
    """The limits that can be raised or lowered.

    html_elements: elements that a page or a fragment may become, for each of its characters, besides a thousand. Real
    pages come to 0.02 to 0.05. Beyond it, bold, italics and their like are read as plain words: the loss
    `formatting-left-open`.
    html_roots: start tags of `html` and `body` with attributes, of which a page needs one each. Those beyond it are
    passed over: the diagnostic `root-repeated`.
    xml_depth: elements of XML in one another. Deeper is a FormatError.
    """

    html_elements: float = 1.0
    html_roots: int = 100
    xml_depth: int = 500


_USUAL = Limits()
_CURRENT: ContextVar[Limits] = ContextVar("newsmodel.limits", default=_USUAL)


def current() -> Limits:
    """The limits that hold here."""
    return _CURRENT.get()


@contextmanager
def allow(**changes: Any) -> Iterator[Limits]:
    """Other limits inside a `with` block, in its thread or task only.

    changes: by the names of `Limits`; the others stay. Raises TypeError for a name that is none.
    """
    limits = attrs.evolve(current(), **changes)
    before = _CURRENT.set(limits)
    try:
        yield limits
    finally:
        _CURRENT.reset(before)
