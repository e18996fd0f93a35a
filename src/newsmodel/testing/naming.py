"""The law of losses, field by field: whatever a fit changes, a loss names at its place."""

from __future__ import annotations

import re
from typing import Any

from newsmodel.fitting import compare
from newsmodel.format import Format
from newsmodel.model.base import Node
from newsmodel.model.check import shape
from newsmodel.report import Loss, Report
from newsmodel.testing.converted import converted
from newsmodel.testing.laws import document_law
from newsmodel.testing.paths import resolve

_NOWHERE = object()


@document_law("render")
def every_change_is_named(format: Format, document: Any) -> None:
    """Every field in which the fit differs is named by a loss at its place, and every loss has a place there."""
    made = converted(format, document)
    require_named(document, made.fitted, made.losses)


def require_named(document: Any, fitted: Any, report: Report) -> None:
    """Raises AssertionError for a loss without a place in *document*, and for a change that no loss names."""
    changes = Report()
    compare(document, fitted, changes)
    for loss in report.losses:
        assert resolve(document, loss.at, _NOWHERE) is not _NOWHERE, f"there is no {loss.at} ({loss})"
    for change in changes.losses:
        is_named = any(names(loss, change.at, document) for loss in report.losses)
        assert is_named, f"{change.at} changes ({change.code}), and no loss says so: {report.losses[:20]}"


def names(loss: Loss, at: str, document: Any) -> bool:
    """Whether *loss* is one of the field at the path *at* of *document*, or of something in it or around it.

    A loss of a whole node, or by a named rule ("table.cells"), is one of all that is in it; one of a field
    ("comment.votes") of that field of the node where it is said. What is flattened may go on in the body. Where an item
    of a list is replaced, those after it have other positions.
    """
    if loss.at == at or _is_below(loss.at, at):
        return True
    kind, dot, field = loss.code.partition(".")
    if not dot and loss.at.endswith("]") and _is_below(at, loss.at.rpartition("[")[0]):
        return True
    if not _is_below(at, loss.at):
        return False
    holder, step = resolve(document, loss.at, None), _FIRST.match(at.removeprefix(loss.at))
    if not dot or not isinstance(holder, Node) or step is None:
        return True
    if kind != holder.type:
        return _is_of_child(kind, getattr(holder, step[1]), is_whole=step[0] == at.removeprefix(loss.at))
    is_rule = all(field != each.name for each in shape(type(holder)))  # "table.cells": of the node as a whole
    return is_rule or step[1] == field or (loss.effect == "flattened" and step[1] == "body")


_FIRST = re.compile(r"\.(\w+)")


def _is_below(at: str, above: str) -> bool:
    return at.startswith((f"{above}.", f"{above}["))


def _is_of_child(kind: str, value: Any, is_whole: bool) -> bool:
    """Whether a loss of a *kind* of node may be said of the holder of *value*: of which of several must be clear."""
    if isinstance(value, tuple):
        return is_whole and any(each.type == kind for each in value if isinstance(each, Node))
    return isinstance(value, Node) and value.type == kind
