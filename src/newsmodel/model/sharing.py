"""Share actions: the buttons by which a page offers itself to a network."""

from __future__ import annotations

from collections.abc import Iterable

import attrs
from attrs import field

from newsmodel.model.base import Node


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ShareAction(Node):
    """One way to share. network: lower case, "facebook", "x", "reddit", "email" … label: as shown ("Tweet").

    count: as shown beside it. target: "article", "comment", "image" or "quote".
    """

    network: str = field(kw_only=False)
    url: str | None = None
    label: str | None = None
    count: int | None = None
    target: str = "article"


def share_actions(values: Iterable[ShareAction | str]) -> tuple[ShareAction, ...]:
    """Share actions in order; a str is a network."""
    if isinstance(values, str):
        raise TypeError(f"share actions are a list, [{values!r}], not a str")
    return tuple(ShareAction(value) if isinstance(value, str) else value for value in values)
