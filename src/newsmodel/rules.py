"""A table from class to rule while it is written. Fits and renderers are such tables, each of rules of its own kind."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

R = TypeVar("R", bound=Callable[..., Any])


class RuleTable(dict[type[Any], R]):
    """A table from class to rule: `@rules(Image, Video)` above a function makes it the rule of those classes."""

    def __call__(self, *classes: type[Any]) -> Callable[[R], R]:
        """Adds a function as the rule of *classes*."""

        def add(rule: R) -> R:
            self.update(dict.fromkeys(classes, rule))
            return rule

        return add
