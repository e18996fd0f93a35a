"""Footnotes and the references to them, under labels that Markdown takes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from newsmodel.fitting import Place, Rules
from newsmodel.model import Footnote, FootnoteReference, Link


def labels_of(notes: Sequence[Footnote]) -> dict[str, str]:
    """The ids of *notes* and the labels that Markdown takes for them: case does not tell them apart there."""
    labels: dict[str, str] = {}
    taken: set[str] = set()
    counts: dict[str, int] = {}
    for note in notes:
        if note.id not in labels:
            label = wanted = _label(note.id)
            while label.lower() in taken:
                counts[wanted] = counts.get(wanted, 1) + 1
                label = f"{wanted}-{counts[wanted]}"
            taken.add(label.lower())
            labels[note.id] = label
    return labels


def _label(note: str) -> str:
    """A footnote's id as a label: ASCII letters, digits, "-", "_", "."."""
    return re.sub(r"[^A-Za-z0-9_.-]+", "-", note).strip("-") or "note"


def references(labels: Mapping[str, str]) -> Rules:
    """The rules for footnotes and the references to them. labels: the notes' ids and the labels that Markdown takes."""
    table = Rules()

    @table(FootnoteReference)
    def _reference(node: FootnoteReference, place: Place) -> Any:
        if node.note not in labels:
            return place.drop(node, detail="there is no such footnote")
        # A link around it would be read as brackets around a link: `[[^1]](…)`.
        marks = tuple(mark for mark in node.marks if not isinstance(mark, Link))
        return place.set(place.keep(node, "marks", "note"), "altered", marks=marks)

    @table(Footnote)
    def _footnote(node: Footnote, place: Place) -> Any:
        return place.keep(node, "id", "body")

    return table


def renamed(labels: Mapping[str, str]) -> Rules:
    """The rules that give footnotes their labels, last and once: a label may be the id of another footnote."""
    table = Rules()

    @table(FootnoteReference)
    def _reference(node: FootnoteReference, place: Place) -> Any:
        return place.set(node, "altered", note=labels[node.note])

    @table(Footnote)
    def _footnote(node: Footnote, place: Place) -> Any:
        return place.set(node, "altered", id=labels[node.id])

    return table
