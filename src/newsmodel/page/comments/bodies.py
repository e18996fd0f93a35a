"""The text of a comment as blocks, by the article's own reader of HTML: only what the model knows can be in it."""

from __future__ import annotations

import re
from typing import Any, Final

import attrs

from newsmodel.markup.engine import ENTER, LEAVE, TEXT, Node, attribute, children, tag, walk
from newsmodel.markup.html import reader
from newsmodel.markup.reading import UNREAD, Read
from newsmodel.model import Block, Span, plain_text
from newsmodel.page.comments.actions import is_action
from newsmodel.page.comments.gathering import Item
from newsmodel.page.comments.roles import BODY, WEAK
from newsmodel.page.sources import Sources
from newsmodel.page.survey import Survey
from newsmodel.page.words import tokens_of

_NEVER_TEXT: Final = frozenset({"button", "input", "select", "textarea", "menu", "nav", "object", "canvas"})
_SEPARATORS: Final = frozenset({"", "|", "·", "•", "-", "–", "—", ":", ",", "/"})
_BESIDE: Final = re.compile("[|·•/]")
_LIKELY: Final = WEAK + 2  # up to this rank a name alone may say which element holds the text
_VAGUE: Final = 3  # from this rank on an element holds more than the text
_MOST_LOOKS: Final = 40


def body_of(sources: Sources, item: Item) -> tuple[Block, ...]:
    """The text: its own element's, else what the comment holds besides all other parts."""
    survey, found = sources.survey, item.parts.get(BODY)
    if found and found[0] > _LIKELY and 2 * survey.chars[found[1]] < left_over(survey, item):
        found = None  # a name alone said so, and most of the text stands elsewhere
    number = found[1] if found else item.number
    roots = [number] if found or survey.tags[number] != "dt" else _definitions(survey, item)
    text = _read(sources, roots, item.apart)
    if not text and not found:  # a theme that closes the author's element too late
        apart = {each for each in item.apart if each >= item.own_end or not _holds_paragraph(survey, each)}
        text = _read(sources, roots, apart)
    shown = [block for block in text if str(getattr(block, "text", "text")).strip() not in _SEPARATORS]
    return tuple(_without_labels(shown) if found is None or found[0] >= _VAGUE else shown)


def _without_labels(text: list[Block]) -> list[Block]:
    """Without lines at the beginning and at the end that are only there to be clicked."""
    start, end = 0, len(text)
    while start < end and _is_label(text[start]):
        start += 1
    while end > start and _is_label(text[end - 1]):
        end -= 1
    return text[start:end] or text


def _is_label(block: Block) -> bool:
    said = plain_text(block).strip()
    return bool(said) and all(map(is_action, filter(None, _BESIDE.split(said))))


def left_over(survey: Survey, item: Item) -> int:
    """How much text a comment holds besides its other parts."""
    left, end = survey.chars[item.number], item.number
    for number in sorted(item.apart):
        if number >= end:
            left -= survey.chars[number]
            end = survey.ends[number]
    return left


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
