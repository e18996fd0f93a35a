"""Inline feedback of wpDiscuz: the passages of a body that readers were asked about, and the comments on them.

A passage stands in a `div.wpd-inline-shortcode` that the plug-in puts into the paragraph. HTML allows no `div` there,
so that a page has three paragraphs where there was one; they are joined again.
Source: `class.WpdiscuzCore.php` of wpDiscuz 7, https://wordpress.org/plugins/wpdiscuz/.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import attrs

from newsmodel.markup.engine import Node, children, parent, tag, text
from newsmodel.model import Anchor, Article, Block, CommentThread, FeedbackForm, Paragraph, Span, Text
from newsmodel.model.anchors.body import Body
from newsmodel.page.nodes import brief_text
from newsmodel.page.survey import PHRASING, Survey
from newsmodel.page.words import tokens_of
from newsmodel.whitespace import collapse_string

_ID: Final = re.compile(r"(?:^|\s)wpd-inline-([\w-]{1,64})$")
MARKER: Final = "wpd-inline-shortcode"
_CHROME: Final = ("wpd-inline-icon-wrapper", "wpd-inline-form-wrapper")
_MOST_MARKERS: Final = 500
_MOST_LOOKS: Final = 60


class Marker(NamedTuple):
    """One marked passage: its form, the question, whether the form is open, the passage, and what was split off.

    before, after: what stood in the same paragraph, as space to join it with; None if nothing did.
    """

    form: str
    question: str
    is_open: bool | None
    passage: str
    before: str | None
    after: str | None


def markers_of(survey: Survey) -> tuple[list[Marker], set[int]]:
    """The marked passages of a page, and the elements in them that are no text (the icon, the form)."""
    found: list[Marker] = []
    chrome: set[int] = set()
    for number, names in enumerate(survey.names):
        if MARKER in names and len(found) < _MOST_MARKERS and (form := _ID.search(names)):
            inside = [each for each in _inside(survey, number) if tokens_of(survey.names[each]).intersection(_CHROME)]
            chrome.update(inside)
            found.append(_marker(survey, number, form[1], inside))
    return found, chrome


def _inside(survey: Survey, number: int) -> Iterator[int]:
    ends = min(survey.ends[number], number + _MOST_LOOKS)
    return (each for each in range(number + 1, ends) if survey.names[each])


def _marker(survey: Survey, number: int, form: str, chrome: list[int]) -> Marker:
    names = tokens_of(survey.names[number])
    questions = (each for each in _inside(survey, number) if "wpd-inline-form-question" in survey.names[each])
    question = next((brief_text(survey.nodes[each]) for each in questions), "")
    state = True if "wpd-inline-opened" in names else False if "wpd-inline-closed" in names else None
    node = survey.nodes[number]
    without = {survey.nodes[each] for each in chrome}
    raw = "".join(brief_text(child) if tag(child) else text(child) or "" for child in _kept(node, without))
    before, after = _around(node)
    return Marker(form, question, state, collapse_string(raw).strip(), before, after)


def _kept(node: Node, without: set[Node]) -> Iterator[Node]:
    return (child for child in children(node) if child not in without)


def _around(node: Node) -> tuple[str | None, str | None]:
    """Whether the paragraph went on before and after the marker, and with what space."""
    above = parent(node)
    siblings = list(children(above)) if above is not None else []
    at = siblings.index(node) if node in siblings else 0
    last = siblings[at - 1] if at else None
    next_one = siblings[at + 1] if at + 1 < len(siblings) else None
    before = None
    if last is not None and tag(last) == "p":
        ending = [text(child) or "" for child in children(last)][-1:]
        before = " " if ending and ending[0][-1:].isspace() else ""
    after = None
    if next_one is not None and (tag(next_one) in PHRASING or (text(next_one) or "").strip()):
        after = " " if (text(next_one) or "")[:1].isspace() else ""
    return before, after


def rejoined(body: Sequence[Block], markers: Sequence[Marker]) -> tuple[Block, ...]:
    """The body with the paragraphs that markers split in one piece again."""
    waiting = {marker.passage: marker for marker in markers if marker.before is not None or marker.after is not None}
    done: list[Block] = []
    joins: str | None = None
    for block in body if waiting else ():
        marker = waiting.pop(str(block.text), None) if isinstance(block, Paragraph) else None
        space = marker.before if marker else joins
        if space is not None and done and isinstance(block, Paragraph) and isinstance(done[-1], Paragraph):
            done[-1] = attrs.evolve(done[-1], text=_joined(done[-1].text, space, block.text))
        else:
            done.append(block)
        joins = marker.after if marker else None
    return tuple(done) if waiting or done else tuple(body)


def _joined(first: Text, space: str, second: Text) -> Text:
    return Text([*first, *([Span(space)] if space else []), *second])


def attached(article: Article, markers: Sequence[Marker]) -> Article:
    """The article, its forms and the comments on them anchored to their passages."""
    if not markers:
        return article
    body = Body(article)
    anchors = {marker.form: _anchor(body, marker) for marker in markers}
    forms = [FeedbackForm(marker.question, open=marker.is_open, anchor=anchors[marker.form]) for marker in markers]
    thread: CommentThread = article.comments
    comments = [
        attrs.evolve(each, anchor=anchors.get(each.anchor.form or "", each.anchor)) if each.anchor else each
        for each in thread
    ]
    return attrs.evolve(article, comments=attrs.evolve(thread, comments=comments, forms=forms))


def _anchor(body: Body, marker: Marker) -> Anchor:
    """The passage's place: the first paragraph that holds it; only its quote if none does."""
    told = Anchor(marker.passage, form=marker.form, question=marker.question or None, open=marker.is_open)
    for number, place in enumerate(body.places if marker.passage else ()):
        start = place.text.find(marker.passage) if isinstance(place.block, Paragraph) else -1
        if start >= 0:
            return body.anchor(number, start, start + len(marker.passage), told)
    return told
