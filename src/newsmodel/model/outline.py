"""The nested view of a flat body: sections by its headings, and the way back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs

from newsmodel.model.block import Block
from newsmodel.model.blocks import Heading


@attrs.frozen
class OutlineSection:
    """A heading, the blocks below it up to the next heading, and the sections of deeper headings.

    heading is None for the blocks before the first heading.
    """

    heading: Heading | None
    blocks: tuple[Block, ...] = ()
    sections: tuple[OutlineSection, ...] = ()


def outline(body: Iterable[Block]) -> tuple[OutlineSection, ...]:
    """*body* folded by heading level: a heading holds what follows, up to the next of its level or a higher one."""
    top: list[Any] = [None, [], []]  # heading, blocks, sections; six levels deep at most
    open_sections = [top]
    for block in body:
        if isinstance(block, Heading):
            while len(open_sections) > 1 and open_sections[-1][0].level >= block.level:
                open_sections.pop()
            section: list[Any] = [block, [], []]
            open_sections[-1][2].append(section)
            open_sections.append(section)
        else:
            open_sections[-1][1].append(block)
    preamble = (OutlineSection(None, tuple(top[1])),) if top[1] else ()
    return preamble + tuple(map(_freeze, top[2]))


def _freeze(section: list[Any]) -> OutlineSection:
    return OutlineSection(section[0], tuple(section[1]), tuple(map(_freeze, section[2])))


def unfold(sections: Iterable[OutlineSection]) -> tuple[Block, ...]:
    """The flat body of *sections*: `unfold(outline(body)) == body`."""
    body: list[Block] = []
    waiting = list(sections)[::-1]
    while waiting:
        section = waiting.pop()
        if section.heading is not None:
            body.append(section.heading)
        body.extend(section.blocks)
        waiting.extend(reversed(section.sections))
    return tuple(body)
