"""Our inlines and marks back from their elements."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

from newsmodel.html_layout import STYLE_TAGS
from newsmodel.html_policy import node_id
from newsmodel.html_shown import NUMBERED, TO_COMMENT
from newsmodel.markup.engine import Node, attribute, elements, tag
from newsmodel.markup.html import direction, integer
from newsmodel.markup.own_fields import block, build, classes, data, fields, raw, string, url_of
from newsmodel.markup.reading import InlineRule, MarkRule, Read
from newsmodel.model import (
    FootnoteReference,
    InlineImage,
    LanguageRun,
    LineBreak,
    Link,
    Mark,
    Mention,
    Span,
    Style,
    UnknownInline,
    UnknownMark,
)

COMMENTED = "commented"
"""The note in `Read.memo` that what is read stands in a comment, where the writer sets `rel` and `target` itself."""

_STYLE_OF = {tag_name: name for name, tag_name in STYLE_TAGS.items()}
_MARKED_SPANS: dict[str, type[Any]] = {cls.type: cls for cls in (LanguageRun, Mention, UnknownMark)}


def line_break(element: Node, read: Read) -> Any:
    """`br`."""
    return build(LineBreak, fields(element, read, LineBreak), read, element)


def inline_image(element: Node, read: Read) -> Any:
    """`img` in a line of text."""
    values: dict[str, Any] = {
        "url": url_of(element, "src") or "",
        "alt": attribute(element, "alt"),
        "title": attribute(element, "title"),
        "width": integer(attribute(element, "width")),
        "height": integer(attribute(element, "height")),
    }
    return build(InlineImage, values | fields(element, read, InlineImage), read, element)


def footnote_reference(element: Node, read: Read) -> Any:
    """`sup` with the number of a note; any other `sup` is superscript."""
    if "footnote-reference" not in classes(element):
        return NotImplemented
    values = fields(element, read, FootnoteReference)
    for link in elements(element, "a"):
        values.setdefault("note", unquote((attribute(link, "href") or "").removeprefix("#note-")))
    if NUMBERED.fullmatch(string(element, read)) is None:
        read.gave_back(element)
    return block(FootnoteReference, values, read, element)


def span(element: Node, read: Read) -> Any:
    """`span` that is an inline of its own; any other may be a mark."""
    tokens = classes(element)
    if "unknown-inline" in tokens:
        values = {"text": raw(element, read)} | fields(element, read, UnknownInline)
        return block(UnknownInline, values, read, element)
    if tokens:
        return NotImplemented
    values = fields(element, read, Span)
    if not values:
        return NotImplemented
    return build(Span, {"text": raw(element, read)} | values, read, element)


def passage_link(element: Node, read: Read) -> Any:
    """The link from a passage to its comment, which is no part of the text; any other `a` may be a mark."""
    if "passage-link" not in classes(element):
        return NotImplemented
    if string(element, read) != TO_COMMENT:
        read.gave_back(element)
    return None


def style(element: Node, read: Read) -> Mark | None:
    """The element of a simple mark; a passage that a comment is about is none."""
    if "passage" in classes(element):
        return None
    return _mark(Style, {"name": _STYLE_OF[tag(element) or ""]}, element, read)


def link(element: Node, read: Read) -> Mark | None:
    """`a`, whether its URL was safe or not; the link around a part of a block is no mark."""
    if "to" in classes(element):
        return None
    url = url_of(element)
    if url is None:
        return None
    shown = ("title",) if COMMENTED in read.memo else ("title", "rel", "target")
    values: dict[str, Any] = {name: attribute(element, name) for name in shown}
    return _mark(Link, {"url": read.link(url) if url else url} | values, element, read)


def marked_span(element: Node, read: Read) -> Mark | None:
    """`span` of a class of ours, or in another language."""
    tokens = classes(element)
    if "small-caps" in tokens:
        return _mark(Style, {"name": "small-caps"}, element, read)
    place: dict[str, Any] = {"language": attribute(element, "lang"), "direction": direction(element)}
    cls = next((_MARKED_SPANS[token] for token in tokens if token in _MARKED_SPANS), None)
    if cls is None:
        return LanguageRun(**place) if any(place.values()) else None
    return _mark(cls, place if cls is LanguageRun else {}, element, read)


def _mark(cls: type[Any], values: dict[str, Any], element: Node, read: Read) -> Mark | None:
    identity = node_id(attribute(element, "id"))
    known = {"id": identity} if identity else {}
    mark: Mark | None = build(cls, values | known | data(element, read, cls), read, element)
    return mark


INLINES: dict[str, InlineRule] = {
    "br": line_break,
    "img": inline_image,
    "sup": footnote_reference,
    "span": span,
    "a": passage_link,
}

MARKS: dict[str, MarkRule] = {**dict.fromkeys(_STYLE_OF, style), "a": link, "span": marked_span}
