"""Where a node stands while rules go over it, and the one way to report that they change it."""

from __future__ import annotations

from typing import Any

import attrs

from newsmodel.model.block import Block
from newsmodel.model.check import shape
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
            node = self.replace(node, attrs.evolve(node, **{name: value}), f"{node.type}.{name}", effect)
        return node

    def clear(self, node: Any, *names: str, effect: Effect = "dropped") -> Any:
        """*node* with the fields *names* at their defaults, one loss for each that was not."""
        given = [f for f in shape(type(node)) if f.name in names and getattr(node, f.name) != f.default]
        return self.set(node, effect, **{f.name: f.default for f in given})

    def keep(self, node: Any, *names: str, effect: Effect = "dropped") -> Any:
        """*node* with only the fields *names*, the others cleared."""
        return self.clear(node, *(f.name for f in shape(type(node)) if f.name not in names), effect=effect)


def same(one: Any, other: Any) -> bool:
    """Whether two values are of one type and equal."""
    return one is other or (type(one) is type(other) and bool(one == other))
