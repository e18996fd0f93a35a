"""The survey of a page: one walk over its tree, after which every question is a look into a list.

Elements are numbered in document order, so that the subtree of element *i* is the range from *i* to `ends[i]`. The
survey holds nodes and is thrown away with the page; only strings and numbers leave the package.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from newsmodel.markup.engine import ENTER, LEAVE, TEXT, Node, attribute, walk
from newsmodel.page.words import word_set

PHRASING: Final = word_set(
    "a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark nobr"
    " picture q rp rt ruby s samp"
    " small source span strike strong sub sup time tt u var wbr"
)
"""Elements whose text belongs to the block around them."""

UNSEEN: Final = word_set("script style noscript svg math iframe object canvas select option textarea head")
"""Elements whose text is none of the page's; they are counted as elements all the same."""

_LEAST_PROSE: Final = 60  # characters of a block from which on it counts as prose; a fact, a menu entry is shorter
_LEAST_DENSE_PROSE: Final = 22  # the same in a script that writes a word in one or two characters
_DENSE: Final = re.compile("[\u3000-\ud7ff\uf900-\uffef]")
_MOST_LINKED: Final = 0.4


class Survey:
    """The elements of a page as parallel lists.

    nodes, tags, parents: the element, its name, the number of its parent (-1 at the root). ends: see above.
    names: class and id in lower case, each of its own. chars, linked: how much text is in it, and in its links.
    own: how much text is in its own lines (phrasing elements included). prose: how much of its text is prose.
    items: the numbers of the elements with `itemscope` or `itemprop`. by_tag: the numbers of the elements of a name.
    """

    __slots__ = ("by_tag", "chars", "ends", "items", "linked", "names", "nodes", "own", "parents", "prose", "tags")

    def __init__(self, root: Node) -> None:
        self.nodes: list[Node] = []
        self.tags: list[str] = []
        self.parents: list[int] = []
        self.ends: list[int] = []
        self.names: list[str] = []
        self.chars: list[int] = []
        self.linked: list[int] = []
        self.own: list[int] = []
        self.prose: list[int] = []
        self.items: list[int] = []
        self.by_tag: dict[str, list[int]] = {}
        self._walk(root)

    def _walk(self, root: Node) -> None:
        """Fills the lists. A text counts for its element and, as its own, for the block around it."""
        opened: list[int] = []
        blocks: list[int] = []
        dense, linked_own = [0], [0]
        links = unseen = 0
        for event, value, node in walk(root):
            if event is TEXT:
                if unseen or not (size := len(value.strip())):
                    continue
                self.chars[opened[-1]] += size
                self.own[blocks[-1]] += size
                dense[blocks[-1]] += 0 if value.isascii() else len(_DENSE.findall(value))
                if links:
                    self.linked[opened[-1]] += size
                    linked_own[blocks[-1]] += size
            elif event is ENTER:
                number = self._enter(value, node, opened[-1] if opened else -1)
                opened.append(number)
                dense.append(0)
                linked_own.append(0)
                links += value == "a"
                unseen += value in UNSEEN
                if value not in PHRASING:
                    blocks.append(number)
            elif event is LEAVE:
                number = opened.pop()
                links -= value == "a"
                unseen -= value in UNSEEN
                if value not in PHRASING:
                    blocks.pop()
                    self.prose[number] += _prose(self.own[number], linked_own[number], dense[number])
                self._leave(number)

    def _enter(self, tag: str, node: Node, parent: int) -> int:
        number = len(self.nodes)
        self.nodes.append(node)
        self.tags.append(tag)
        self.parents.append(parent)
        self.ends.append(number + 1)
        written, name = attribute(node, "class"), attribute(node, "id")
        self.names.append(f"{written or ''} {name or ''}".strip() if written or name else "")
        for counts in (self.chars, self.linked, self.own, self.prose):
            counts.append(0)
        self.by_tag.setdefault(tag, []).append(number)
        if attribute(node, "itemprop") is not None or attribute(node, "itemscope") is not None:
            self.items.append(number)
        return number

    def _leave(self, number: int) -> None:
        self.ends[number] = len(self.nodes)
        parent = self.parents[number]
        if parent >= 0:
            self.chars[parent] += self.chars[number]
            self.linked[parent] += self.linked[number]
            self.prose[parent] += self.prose[number]

    def numbers(self, *tags: str) -> list[int]:
        """The elements of these names in document order."""
        return sorted(number for tag in tags for number in self.by_tag.get(tag, ()))

    def inside(self, number: int, root: int) -> bool:
        """Whether an element is in the subtree of another, or is that one."""
        return root <= number < self.ends[root]

    def within(self, number: int, roots: Sequence[int]) -> bool:
        """Whether an element is in the subtree of one of *roots*, which are in order and in none of each other."""
        at = bisect_right(roots, number) - 1
        return at >= 0 and self.inside(number, roots[at])

    def children(self, number: int) -> list[int]:
        """The elements right inside an element."""
        found, child = [], number + 1
        while child < self.ends[number]:
            found.append(child)
            child = self.ends[child]
        return found


def _prose(own: int, linked: int, dense: int) -> int:
    least = _LEAST_DENSE_PROSE if dense * 2 > own else _LEAST_PROSE
    return own if own >= least and linked <= _MOST_LINKED * own else 0
