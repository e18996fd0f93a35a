"""Where a node stands while rules go over it, and the one way to report that they change it."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import attrs

from newsmodel.model.block import Block
from newsmodel.model.check import Field, shape
from newsmodel.report import Effect, Loss, Report, Stage


class Place:
    """Where a node stands in the document, and the one way to report a change there."""

    __slots__ = ("_report", "at", "calls", "stage")

    def __init__(self, at: str, report: Report, stage: Stage = "render") -> None:
        self.at: str = at
        self.stage: Stage = stage
        self._report = report
        self.calls: int = 0

    def replace(self, node: Any, new: Any, code: str, effect: Effect, detail: str = "") -> Any:
        """*new* in place of *node*, recorded as one loss; *node* itself, and nothing recorded, if the two are equal."""
        if same(node, new):
            return node
        self.calls += 1
        self._report.losses.append(Loss(code, effect, self.at, detail, self.stage))
        return new

    def drop(self, node: Any, code: str | None = None, detail: str = "") -> Any:
        """Nothing in place of *node*."""
        return self.replace(node, None, code or node.type, "dropped", detail)

    def lower(self, node: Block, code: str | None = None) -> Any:
        """What *node* is in simpler blocks, as it says itself; its words stay, its structure does not."""
        lowered = node.lower()
        if lowered == (node,):
            return node
        return self.replace(node, lowered, code or node.type, "flattened" if lowered else "dropped")

    def set(self, node: Any, effect: Effect, **fields: Any) -> Any:
        """*node* with *fields* changed, one loss for each that differs: `place.set(image, "altered", alt="")`."""
        for name, value in fields.items():
            if getattr(node, name) is not value:  # equal is not enough: instants of one moment differ in their zones
                node = self.replace(node, attrs.evolve(node, **{name: value}), f"{node.type}.{name}", effect)
        return node

    def clear(self, node: Any, *names: str, effect: Effect = "dropped") -> Any:
        """*node* with the fields *names* at their defaults, one loss for each that was not."""
        return self._clear(node, _among(node.__class__, names), effect)

    def keep(self, node: Any, *names: str, effect: Effect = "dropped") -> Any:
        """*node* with only the fields *names*, the others cleared."""
        return self._clear(node, _others(node.__class__, names), effect)

    def _clear(self, node: Any, fields: tuple[Field, ...], effect: Effect) -> Any:
        given = {field.name: field.default for field in fields if getattr(node, field.name) != field.default}
        return self.set(node, effect, **given) if given else node


@lru_cache(maxsize=1024)  # a rule asks for the same few names at every node
def _among(cls: type[Any], names: tuple[str, ...]) -> tuple[Field, ...]:
    """The fields *names* of a class."""
    return tuple(field for field in shape(cls) if field.name in names)


@lru_cache(maxsize=1024)
def _others(cls: type[Any], names: tuple[str, ...]) -> tuple[Field, ...]:
    """The fields of a class that are not among *names*."""
    return tuple(field for field in shape(cls) if field.name not in names)


def same(one: Any, other: Any) -> bool:
    """Whether two values are of one type and equal."""
    return one is other or (type(one) is type(other) and bool(one == other))
