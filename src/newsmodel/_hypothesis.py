"""The plug-in that teaches Hypothesis our classes: `hypothesis.strategies.from_type(Article)`.

Hypothesis calls `register` while it is itself being imported, so nothing of it is imported before then, and the
strategies themselves only when one is asked for.
"""

from __future__ import annotations

from typing import Any


def register() -> None:
    """Registers a strategy for every class of the model."""
    from hypothesis.strategies import register_type_strategy

    import newsmodel.model as model

    for name in model.__all__:
        if isinstance(cls := getattr(model, name), type):
            register_type_strategy(cls, _strategy)


def _strategy(cls: type[Any]) -> Any:
    from newsmodel.strategies import _strategy_for

    return _strategy_for(cls)
