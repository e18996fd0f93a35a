"""Which comment replies to which: by what its id or a link says, by where it stands, by how deep it says it is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from newsmodel.markup.engine import attribute
from newsmodel.page.comments.gathering import Item
from newsmodel.page.comments.roles import REPLY_TO
from newsmodel.page.survey import Survey

_TARGET: Final = re.compile(r"(?:#|/)(?:[a-zA-Z]{1,12}-)*c?([0-9a-f-]{1,40})$")
_MOST_LOOKS: Final = 20


def parents_of(survey: Survey, items: Sequence[Item], ids: Mapping[int, str]) -> dict[int, str | None]:
    """The parent of each item, by the number of its element; *ids*: their own, by the same number."""
    known = set(ids.values())
    found: dict[int, str | None] = {}
    nearest: dict[int, str | None] = {}
    latest: list[str] = []  # of each depth
    for item in items:
        own = ids[item.number]
        parent = _told(survey, item, known)
        if parent is None:
            parent = _around(item, ids, nearest)
        if parent is None and item.depth and 1 < item.depth <= len(latest) + 1:
            parent = latest[item.depth - 2]
        if item.depth:
            del latest[item.depth - 1 :]
            latest.extend([own] * (item.depth - len(latest)))
        found[item.number] = parent if parent and parent != own else None
    return found


def _told(survey: Survey, item: Item, known: set[str]) -> str | None:
    """What the id of the comment, or a link "in reply to", says; "" for a comment that certainly replies to none."""
    if item.parent is not None:
        return item.parent
    number = item.part(REPLY_TO)
    if number is None:
        return None
    for each in range(number, min(survey.ends[number], number + _MOST_LOOKS)):
        node = survey.nodes[each]
        linked = attribute(node, "data-link-to-post")
        target = _TARGET.search(attribute(node, "href") or "")
        told = linked or (target[1] if target else None)
        if told in known:
            return told
    return None


def _around(item: Item, ids: Mapping[int, str], nearest: dict[int, str | None]) -> str | None:
    """The nearest comment that it stands in and that was kept; *nearest*: that of those not kept, to look once."""
    passed: list[int] = []
    above = item.above
    while above is not None and above.number not in ids and above.number not in nearest:
        passed.append(above.number)
        above = above.above
    found = None if above is None else ids.get(above.number) or nearest.get(above.number)
    nearest.update(dict.fromkeys(passed, found))
    return found
