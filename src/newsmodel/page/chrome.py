"""What of a page is not its article: navigation, share bars, teasers, newsletter boxes, advertisements, cookie texts.

Told by the element, its role, and the words in its class and id. Whatever they say, parts of one name that together
hold a good part of the page's prose are no chrome: sites write `class="paywall"` on each paid paragraph.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Set
from typing import Final, TypeAlias

from newsmodel.markup.engine import attribute
from newsmodel.page.chrome_names import names_chrome, names_short_chrome
from newsmodel.page.survey import UNSEEN, Survey
from newsmodel.page.words import word_set, words_of

_UNREAD: Final = UNSEEN - {"iframe", "object"}
_TAGS: Final = word_set("nav header footer form dialog button menu input template") | _UNREAD
_LANDMARKS: Final = word_set("navigation contentinfo search complementary dialog alertdialog menu")
_KEPT: Final = word_set("html body main article")
_NAMED: Final = word_set("div section aside ul ol p span header figure dl table center li details a")
_SHORT: Final = 160
_MOST_PROSE: Final = 0.6  # of the page's, in one part
_MOST_PROSE_OF_KIND: Final = 0.5  # of the page's, in all parts of one name together
_ROUNDS: Final = 4  # to look into parts that were cleared for parts that are to be cleared
_STREAMED: Final = "S:"  # ids of parts that React sends hidden, for a script to put in their place

Kind: TypeAlias = str | frozenset[str]


def chrome_of(survey: Survey) -> set[int]:
    """The outermost elements that are chrome by their element, role or name."""
    most = _MOST_PROSE_OF_KIND * max(survey.prose, default=0)
    cleared: frozenset[Kind] = frozenset()
    for _ in range(_ROUNDS):
        found = list(_suspects(survey, cleared))
        prose: Counter[Kind] = Counter()
        for number, kind in found:
            prose[kind] += survey.prose[number]
        unlikely = {kind for kind, held in prose.items() if held > most and isinstance(kind, frozenset)}
        if not unlikely:
            break
        cleared |= unlikely
    return {number for number, _ in _suspects(survey, cleared)}


def outermost(survey: Survey, numbers: Set[int]) -> set[int]:
    """Those of *numbers* that are inside no other."""
    found: set[int] = set()
    end = -1
    for number in sorted(numbers):
        if number >= end:
            found.add(number)
            end = survey.ends[number]
    return found


def _suspects(survey: Survey, cleared: Set[Kind]) -> Iterator[tuple[int, Kind]]:
    """The outermost elements that may be chrome, with what makes them so; kinds that are cleared are passed over."""
    limit = _MOST_PROSE * max(survey.prose, default=0)
    number, count = 0, len(survey.nodes)
    while number < count:
        kind = _kind(survey, number)
        if kind and kind not in cleared and (survey.prose[number] <= limit or kind in UNSEEN):
            yield number, kind
            number = survey.ends[number]
        else:
            number += 1


def _kind(survey: Survey, number: int) -> Kind:
    """What makes an element chrome: its own name, the words of its class and id, its role; "" if nothing does."""
    tag, names = survey.tags[number], survey.names[number]
    if tag in _TAGS:
        return tag
    if tag in _KEPT:
        return ""
    is_short = survey.chars[number] <= _SHORT
    if names and tag in _NAMED and (names_chrome(names) or (is_short and names_short_chrome(names))):
        return words_of(names)
    node = survey.nodes[number]
    if (role := attribute(node, "role")) in _LANDMARKS:
        return role or ""
    is_hidden = attribute(node, "hidden") is not None
    return "hidden" if is_hidden and not (attribute(node, "id") or "").startswith(_STREAMED) else ""
