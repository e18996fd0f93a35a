"""What differs between two documents, told as losses: what was written, and what is read back of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newsmodel.fitting.place import Place, same
from newsmodel.model.base import Node
from newsmodel.model.check import shape
from newsmodel.report import Report
from newsmodel.room import with_room


def compare(expected: Any, actual: Any, report: Report) -> None:
    """Records every field in which *actual*, what was read back, differs from *expected*, what was written.

    Losses: "class.field" altered, or dropped where it is absent.
    """
    with_room(lambda: _report(expected, actual, report), report.checkpoint())


def _report(expected: Any, actual: Any, report: Report) -> None:
    for at, node, name, one, other in _differences(expected, actual, "$"):
        missing = other is None or other == () or other == ""
        Place(at, report).replace(one, other, f"{node.type}.{name}", "dropped" if missing else "altered", "read back")


def _differences(one: Any, other: Any, at: str) -> Iterator[tuple[str, Any, str, Any, Any]]:
    """The smallest differing fields: (path, node, field name, value, other value). Bounded as the model is."""
    if same(one, other):
        return
    if not isinstance(one, Node) or type(one) is not type(other):
        yield at, one if isinstance(one, Node) else other, "type", one, other
        return
    for field in shape(type(one)):
        a, b = getattr(one, field.name), getattr(other, field.name)
        if same(a, b):
            continue
        if isinstance(a, Node) and type(a) is type(b):
            yield from _differences(a, b, f"{at}.{field.name}")
        elif isinstance(a, tuple) and isinstance(b, tuple) and len(a) == len(b) and a and isinstance(a[0], Node):
            for position, (x, y) in enumerate(zip(a, b, strict=True)):
                yield from _differences_of_items(one, field.name, x, y, f"{at}.{field.name}", position)
        else:
            yield f"{at}.{field.name}", one, field.name, a, b


def _differences_of_items(
    parent: Any, name: str, one: Any, other: Any, at: str, position: int
) -> Iterator[tuple[str, Any, str, Any, Any]]:
    if type(one) is type(other):
        yield from _differences(one, other, f"{at}[{position}]")
    else:
        yield f"{at}[{position}]", parent, name, one, other
