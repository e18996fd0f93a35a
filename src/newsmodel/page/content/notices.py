"""Corrections and notes of the editors that stand in the body as paragraphs, told by their first words."""

from __future__ import annotations

from collections.abc import Iterable

from newsmodel.model import Block, Correction, EditorNote, Paragraph
from newsmodel.phrases.notices import notice_of


def with_notices(body: Iterable[Block]) -> tuple[Block, ...]:
    """*body*, its paragraphs that begin like a notice as what they are."""
    return tuple(_noticed(block) if isinstance(block, Paragraph) else block for block in body)


def _noticed(block: Paragraph) -> Block:
    kind = notice_of(str(block.text))
    if kind is None:
        return block
    return EditorNote([block]) if kind == "note" else Correction(block.text, kind=kind)
