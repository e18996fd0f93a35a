"""The survey of a page: one walk over its tree, after which every question is a look into a list.

Elements are numbered in document order, so that the subtree of element *i* is the range from *i* to `ends[i]`. The
survey holds nodes and is thrown away with the page; only strings and numbers leave the package.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain, compress
from typing import Final

from newsmodel.markup.engine import Node, TextNode, attribute, data_of, outline, select
from newsmodel.page.words import word_set

PHRASING: Final = word_set(
    "a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark nobr"
    " picture q rp rt ruby s samp"
    " small source span strike strong sub sup time tt u var wbr"
)
"""Elements whose text belongs to the block around them."""

_BLOCKS: Final = word_set(
    "html body head title base link meta style script noscript template header footer main nav aside article section"
    " address hgroup h1 h2 h3 h4 h5 h6 p div pre hr blockquote ol ul menu li dl dt dd figure figcaption center dir"
    " table caption colgroup col tbody thead tfoot tr td th form fieldset legend button input select datalist optgroup"
    " option textarea output progress meter details summary dialog search slot canvas iframe frame frameset noframes"
    " embed object param video audio track map area svg math marquee"
)
"""Elements that are no part of a line around them; any other, of whatever name, is shown in the line."""

HEADINGS: Final = word_set("h1 h2 h3 h4 h5 h6")
"""Elements that head what follows."""

UNSEEN: Final = word_set("script style noscript svg math iframe object canvas select option textarea head")
"""Elements whose text is none of the page's; they are counted as elements all the same."""

_LANDMARKS: Final = word_set("navigation contentinfo search complementary dialog alertdialog menu")
_STREAMED: Final = "S:"  # ids of parts that React sends hidden, for a script to put in their place
_LINKS: Final = word_set("a")
_LEAST_PROSE: Final = 60  # characters of a block from which on it counts as prose; a fact, a menu entry is shorter
_LEAST_DENSE_PROSE: Final = 22  # the same in a script that writes a word in one or two characters
BETWEEN: Final = "\0"
"""What parts names in `Survey.written`; it stands in no attribute."""

DENSE: Final = re.compile("[\u3000-\ud7ff\uf900-\uffef]")
_MOST_LINKED: Final = 0.4


class Survey:
    """The elements of a page as parallel lists.

    nodes, tags, parents: the element, its name, the number of its parent (-1 at the root). ends: see above.
    names: class and id as written, each of its own. distinct: those names, each once. written: these as one string.
    chars, linked: how much text is in it, and in its links.
    own: how much text is in its own lines (phrasing elements included). prose: how much of its text is prose.
    lines: the texts of those lines, piece by piece. items: the numbers of the elements with `itemscope` or `itemprop`.
    by_tag: the numbers of the elements of a name. number_of: the number of a node.
    hidden: those that are not shown, or say that they are navigation.
    """

    __slots__ = (
        "blocks", "by_tag", "chars", "distinct", "ends", "hidden", "items", "lines", "linked", "linked_own", "names",
        "nodes", "number_of", "own", "parents", "prose", "tags", "written",
    )  # fmt: skip

    def __init__(self, root: Node) -> None:
        found = outline(root)
        every = list(found.numbers.values())  # each number once in memory, however many lists it stands in
        count = len(every)
        self.nodes: list[Node] = found.nodes
        self.tags: list[str] = found.tags
        self.parents: list[int] = found.parents
        self.names: list[str] = [each.strip() if each else "" for each in found.classes]
        for number, name in found.ids.items():
            self.names[number] = f"{found.classes[number] or ''} {name}".strip()
        self.distinct: list[str] = list(dict.fromkeys(self.names))
        self.written: str = BETWEEN.join(self.distinct)
        self.by_tag: defaultdict[str, list[int]] = defaultdict(list)
        for number, tag in zip(every, self.tags, strict=True):
            self.by_tag[tag].append(number)
        self.number_of: dict[Node | None, int] = found.numbers
        self.items: list[int] = [found.numbers[node] for node in select(root, "[itemprop], [itemscope]")]
        self.hidden: list[int] = [found.numbers[node] for node in select(root, "[role], [hidden]") if _is_hidden(node)]
        self.ends: list[int] = _ends(every, self.parents)
        self.blocks: list[int] = self._blocks(every)
        self.chars: list[int] = [0] * count
        self.linked: list[int] = [0] * count
        self.prose: list[int] = [0] * count
        self.own: list[int] = [0] * count
        self.linked_own: list[int] = [0] * count
        self.lines: dict[int, list[str]] = {}
        self._count(found.texts, found.holders, UNSEEN)
        if not self.lines:  # all of it in a `noscript` that nobody closed
            self._count(found.texts, found.holders, UNSEEN - {"noscript"})
        self._sum_up(every)

    def _blocks(self, every: list[int]) -> list[int]:
        """The block around the text of each element."""
        blocks, parents = every.copy(), self.parents
        for number in self.numbers(*self.by_tag.keys() - _BLOCKS):
            if number:
                blocks[number] = blocks[parents[number]]
        return blocks

    def _inside(self, tags: frozenset[str]) -> bytearray:
        """For each element whether it is one of these, or inside of one."""
        found, ends = bytearray(len(self.tags)), self.ends
        for number in self.numbers(*tags):
            if not found[number]:
                end = ends[number]
                found[number:end] = b"\1" * (end - number)
        return found

    def _count(self, nodes: list[TextNode], around: list[int], tags: frozenset[str]) -> None:
        """Counts each text for its element and, as its own, for the block around it; *tags* hold texts unseen."""
        in_links, unseen = self._inside(_LINKS), self._inside(tags)
        seen = [not unseen[holder] for holder in around]
        texts, holders = data_of(compress(nodes, seen)), compress(around, seen)
        blocks, lines, chars, own = self.blocks, self.lines, self.chars, self.own
        linked, linked_own = self.linked, self.linked_own
        for text, size, holder in zip(texts, map(len, map(str.strip, texts)), holders, strict=True):
            block = blocks[holder]
            if not size:
                if block in lines:  # it may part two words
                    lines[block].append(" ")
                continue
            chars[holder] += size
            own[block] += size
            if block in lines:
                lines[block].append(text)
            else:
                lines[block] = [text]
            if in_links[holder]:
                linked[holder] += size
                linked_own[block] += size

    def _sum_up(self, every: list[int]) -> None:
        """Adds up what is inside each element, from the last to the first."""
        chars, linked, prose, parents = self.chars, self.linked, self.prose, self.parents
        for number, lines in self.lines.items():
            if (own := self.own[number]) >= _LEAST_DENSE_PROSE:
                prose[number] = _prose(own, self.linked_own[number], lines)
        for number in every[:0:-1]:
            if size := chars[number]:
                parent = parents[number]
                chars[parent] += size
                if within := linked[number]:
                    linked[parent] += within
                if within := prose[number]:
                    prose[parent] += within

    def numbers(self, *tags: str) -> list[int]:
        """The elements of these names in document order."""
        return sorted(chain.from_iterable(self.by_tag.get(tag, ()) for tag in tags))

    def inside(self, number: int, root: int) -> bool:
        """Whether an element is in the subtree of another, or is that one."""
        return root <= number < self.ends[root]

    def within(self, number: int, roots: Sequence[int]) -> bool:
        """Whether an element is in the subtree of one of *roots*, which are in order and in none of each other."""
        at = bisect_right(roots, number) - 1
        return at >= 0 and self.inside(number, roots[at])

    def outermost(self, numbers: Iterable[int]) -> list[int]:
        """Those of some elements, which are in order, that are inside no other of them."""
        found: list[int] = []
        for number in numbers:
            if not (found and self.inside(number, found[-1])):
                found.append(number)
        return found

    def children(self, number: int) -> list[int]:
        """The elements right inside an element."""
        found, child = [], number + 1
        while child < self.ends[number]:
            found.append(child)
            child = self.ends[child]
        return found


def _ends(every: list[int], parents: list[int]) -> list[int]:
    """Where the range of each element ends."""
    ends = [*every[1:], len(every)]
    for number in every[:0:-1]:
        parent = parents[number]
        if ends[parent] < ends[number]:
            ends[parent] = ends[number]
    return ends


def _is_hidden(node: Node) -> bool:
    if attribute(node, "hidden") is not None and not (attribute(node, "id") or "").startswith(_STREAMED):
        return True
    return attribute(node, "role") in _LANDMARKS


def _prose(own: int, linked: int, lines: list[str]) -> int:
    if linked > _MOST_LINKED * own:
        return 0
    if own >= _LEAST_PROSE:
        return own
    dense = sum(len(DENSE.findall(line)) for line in lines if not line.isascii())
    return own if dense * 2 > own else 0
