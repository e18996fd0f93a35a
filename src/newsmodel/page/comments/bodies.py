"""The text of a comment as blocks, by the article's own reader of HTML: only what the model knows can be in it."""

from __future__ import annotations

from typing import Any, Final

import attrs

from newsmodel.markup.engine import ENTER, LEAVE, TEXT, Node, attribute, children, tag, walk
from newsmodel.markup.html import reader
from newsmodel.markup.reading import UNREAD, Read
from newsmodel.model import Block, Span
from newsmodel.page.comments.gathering import Item
from newsmodel.page.comments.roles import BODY
from newsmodel.page.sources import Sources
from newsmodel.page.survey import Survey
from newsmodel.page.words import tokens_of

_NEVER_TEXT: Final = frozenset({"form", "button", "input", "select", "textarea", "menu", "nav", "object", "canvas"})
_SEPARATORS: Final = frozenset({"", "|", "·", "•", "-", "–", "—", ":", ",", "/"})
_MOST_LOOKS: Final = 40


def body_of(sources: Sources, item: Item) -> tuple[Block, ...]:
    """The text: its own element's, else what the comment holds besides all other parts."""
    survey, found = sources.survey, item.parts.get(BODY)
    number = found[1] if found else item.number
    roots = [number] if found or survey.tags[number] != "dt" else _definitions(survey, item)
    text = _read(sources, roots, item.apart)
    if not text and not found:  # a theme that closes the author's element too late
        text = _read(sources, roots, {each for each in item.apart if not _holds_paragraph(survey, each)})
    return tuple(block for block in text if str(getattr(block, "text", "text")).strip() not in _SEPARATORS)


def _read(sources: Sources, roots: list[int], apart: set[int]) -> tuple[Block, ...]:
    nodes = {sources.survey.nodes[each] for each in apart}
    read = Read(_READER, sources.report, url=sources.base or None, skip=lambda node: _is_apart(node, nodes))
    return read.blocks(child for root in roots for child in children(sources.survey.nodes[root]))


def _holds_paragraph(survey: Survey, number: int) -> bool:
    inside = range(number + 1, min(survey.ends[number], number + _MOST_LOOKS))
    return any(survey.tags[each] == "p" and survey.own[each] for each in inside)


def _definitions(survey: Survey, item: Item) -> list[int]:
    first = survey.ends[item.number]
    return [number for number in range(first, item.end) if survey.parents[number] == survey.parents[item.number]]


def _is_apart(node: Node, apart: set[Node]) -> bool:
    name = tag(node)
    if name is None:
        return False
    if name in _NEVER_TEXT or node in apart:
        return True
    return name == "a" and (attribute(node, "href") or "").lstrip().lower().startswith("javascript:")


def _emoji(element: Node, read: Read) -> Any:
    """A picture that stands for a sign of its own: the sign."""
    sign = attribute(element, "alt") or ""
    if tokens_of(attribute(element, "class") or "") & {"emoji", "wp-smiley"} and sign:
        return Span(read.words(sign, element))
    return _PICTURE(element, read)


_PICTURE: Final = reader.inlines["img"]
_READER: Final = attrs.evolve(reader, inlines={**reader.inlines, "img": _emoji})


def text_without(node: Node, without: set[Node] | frozenset[Node] = frozenset()) -> str:
    """The text in an element but for that of the elements *without*, and scripts."""
    parts: list[str] = []
    hidden: list[Node] = []
    for event, value, each in walk(node, UNREAD):
        if event is TEXT and not hidden:
            parts.append(value)
        elif event is ENTER and each in without:
            hidden.append(each)
        elif event is LEAVE and hidden and hidden[-1] == each:
            hidden.pop()
    return "".join(parts)
