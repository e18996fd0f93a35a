"""Block: the base of all blocks, and Container: a block that holds blocks.

A body is flat; containers exist where they have a role, and nest at most 64 deep. A block kind of one's own:

    @attrs.frozen(kw_only=True)
    class Poll(Block):
        type: ClassVar[str] = "acme:poll"
        question: str

        def lower(self) -> tuple[Block, ...]:
            return (Paragraph(self.question),)

`lower` puts it into core blocks: that suffices for every format and renderer. `register_block(Poll)` makes it readable
from JSON and HTML; a process that does not know it reads an `UnknownBlock`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, ClassVar

import attrs
from attrs import field

from newsmodel.model.base import Node, flat_reduce
from newsmodel.model.frozen import MAXIMUM_DEPTH
from newsmodel.model.text import Direction

if TYPE_CHECKING:
    from newsmodel.model.outline import OutlineSection


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Block(Node):
    """A piece of a body.

    role: what it is for in its publication, a format's own word ("lede", "intro"). language: BCP 47.
    """

    _depth: ClassVar[int] = 0

    role: str | None = None
    language: str | None = None
    direction: Direction | None = None

    def lower(self) -> tuple[Block, ...]:
        """The same content in simpler blocks, for formats that do not know this kind; itself if there are none."""
        return (self,)


_SHALLOW = 3
"""Containers that nest deeper are pickled flat: plainly, a table takes twelve frames of a pickler a level."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Container(Block):
    """A block that holds blocks. Raises ValueError if containers would nest more than 64 deep."""

    _depth: int = field(init=False, default=1)  # type: ignore[misc]

    def _invariants(self) -> None:
        depth = 1 + max(map(depth_of, parts(self)), default=0)
        if depth > MAXIMUM_DEPTH:
            raise ValueError(f"containers of blocks must nest at most {MAXIMUM_DEPTH} deep")
        object.__setattr__(self, "_depth", depth)

    def __reduce__(self) -> tuple[Any, ...]:
        return super().__reduce__() if self._depth <= _SHALLOW else flat_reduce(self, depth_of)


def parts(node: Node) -> Iterator[Node]:
    """The nodes that are fields of *node* or items of its tuples, texts left out."""
    for value in node._values(node):
        if type(value) is tuple:
            for item in value:
                if isinstance(item, Node):
                    yield item
        elif isinstance(value, Node):
            yield value


def depth_of(node: Node) -> int:
    """How deep containers nest in *node*; 0 if there are none."""
    if isinstance(node, Block):
        return node._depth
    # Parts of a container (items, rows, cells) hold blocks and never themselves, so this ends after a few levels.
    return max(map(depth_of, parts(node)), default=0)


def blocks(values: Iterable[Block | str | OutlineSection]) -> tuple[Block, ...]:
    """Blocks in order; a str is a paragraph, a section of an outline its heading and all that stands below it."""
    if type(values) is tuple and all(isinstance(value, Block) for value in values):  # as readers give them
        return values
    from newsmodel.model.blocks import Paragraph
    from newsmodel.model.outline import OutlineSection, unfold

    if isinstance(values, str):
        raise TypeError(f"blocks are a list, [{values[:20]!r}], not a str")
    found: list[Block] = []
    for value in values:
        if isinstance(value, OutlineSection):
            found.extend(unfold([value]))
        else:
            found.append(Paragraph(value) if isinstance(value, str) else value)
    return tuple(found)


def check_own_kind(cls: type[Any]) -> None:
    """Raises TypeError if *cls* cannot serve as a kind of block of one's own."""
    from newsmodel.model.check import shape

    if not issubclass(cls, Block):
        raise TypeError(f"a block kind must be a subclass of Block, not {cls.__name__}")
    shape(cls)
    if ":" not in cls.type:
        raise TypeError(f'{cls.__name__} needs a namespaced tag: type: ClassVar[str] = "mine:{cls.type}"')
    if cls.lower is Block.lower:
        raise TypeError(f"{cls.__name__} needs lower() -> tuple[Block, ...], its content in core blocks")
