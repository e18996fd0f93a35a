"""Inline feedback in HTML: the passages that comments are about, marked in the text, with links there and back.

Nothing of it is a fact of the text: the anchors stand with the comments, and the reader passes the marks over.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import attrs
from attrs import field

from newsmodel.html_shown import TO_COMMENT
from newsmodel.model import Article, Block, Comment, Heading, Link, Mark, Paragraph, Span, Text
from newsmodel.model.anchors.body import Body
from newsmodel.model.text import Inline
from newsmodel.rendering.html_elements import element, start_tag
from newsmodel.rendering.html_tags import fragment
from newsmodel.rendering.html_text import words
from newsmodel.rendering.renderer import Out, Rules

rules: Rules = Rules()


MARKED = (Paragraph, Heading)
"""The blocks whose passages are marked."""


class Passage(NamedTuple):
    """Code points *start* to *end* of a block's plain text, and the id of the comment that is about them."""

    start: int
    end: int
    comment: str


@attrs.frozen(kw_only=True, eq=False, repr=False)
class PassageMark(Mark):
    """A run of text that a comment is about. It lives only while a page is written."""

    comment: str = field(kw_only=False)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class PassageLink(Inline):
    """The way from the end of a passage to its comment."""

    comment: str = field(kw_only=False)


def passages(article: Article) -> Mapping[int, list[Passage]]:
    """The passages of *article* that its comments name by block and offsets, by the identity of the block."""
    found: dict[int, list[Passage]] = {}
    if not any(comment.anchor for comment in article.comments):
        return found
    body = Body(article)
    for comment in article.comments:
        anchor = comment.anchor
        number = None if anchor is None else body.number(anchor.block)
        if anchor is None or number is None or anchor.start is None or anchor.end is None:
            continue
        place = body.places[number]
        if isinstance(place.block, MARKED) and 0 <= anchor.start < anchor.end <= len(place.text):
            found.setdefault(id(place.block), []).append(Passage(anchor.start, anchor.end, comment.id))
    return found


def is_marked(comment: Comment, out: Out) -> bool:
    """Whether the passage that *comment* is about is marked on the page."""
    if comment.anchor is None:
        return False
    if "marked" not in out.memo:
        found: Mapping[int, list[Passage]] = out.memo.get("passages") or {}
        out.memo["marked"] = {passage.comment for of in found.values() for passage in of[:_MOST]}
    return comment.id in out.memo["marked"]


def marked(text: Text, block: Block, out: Out) -> str:
    """*text*, the words of *block*, with its passages marked."""
    found = out.memo.get("passages")
    if not found or id(block) not in found:
        return words(text, out)
    for passage in found[id(block)][:_MOST]:
        text = Text(list(_with(text, passage)))
    return out.render(text)


_MOST = 20
"""How many passages of one block are marked: each takes a walk over the text."""

_ROOM = 60
"""How many marks a span may have to get another; 64 is the most."""


def _with(text: Text, passage: Passage) -> Iterator[Inline]:
    mark, at = PassageMark(passage.comment), 0
    linked = False
    for inline in text.spans:
        length = len(inline.plain)
        start, end = max(passage.start - at, 0), min(passage.end - at, length)
        at += length
        if start >= end or not _may_mark(inline, whole=end - start == length):
            yield inline
            continue
        yield from _split(inline, start, end, mark)
        if at >= passage.end and not linked:
            linked = True
            if not any(isinstance(each, Link) for each in inline.marks):
                yield PassageLink(passage.comment)
            if isinstance(inline, Span) and end < length:
                yield attrs.evolve(inline, text=inline.text[end:])


def _may_mark(inline: Inline, *, whole: bool) -> bool:
    """Whether *inline*, all of it or a part, has room for a mark; a span with an id of its own is not cut in two."""
    is_one = inline.id is not None or bool(inline.extra)
    return len(inline.marks) < _ROOM and (whole or not is_one)


def _split(inline: Inline, start: int, end: int, mark: Mark) -> Iterator[Inline]:
    if not isinstance(inline, Span):
        yield attrs.evolve(inline, marks=(mark, *inline.marks))
        return
    if start:
        yield attrs.evolve(inline, text=inline.text[:start])
    yield attrs.evolve(inline, text=inline.text[start:end], marks=(mark, *inline.marks))


@rules(PassageMark)
def passage_mark(mark: PassageMark, out: Out) -> str:
    """A `mark`; the first of a passage has its id."""
    seen: set[Any] = out.memo.setdefault("passage-ids", set())
    identity = None if mark.comment in seen else fragment("passage", mark.comment)
    seen.add(mark.comment)
    return start_tag("mark", {"class": "passage", "id": identity})


@rules(PassageLink)
def passage_link(node: PassageLink, _out: Out) -> str:
    """A link to the comment."""
    target = "#" + fragment("comment", node.comment)
    return element("a", {"class": "passage-link", "href": target, "aria-label": "Comment on this passage"}, TO_COMMENT)
