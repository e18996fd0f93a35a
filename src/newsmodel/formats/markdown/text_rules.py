"""What Markdown can carry of rich text, and of what stands alone in a paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from newsmodel.fitting import Place, Rules
from newsmodel.markup.markdown import paragraph as as_block
from newsmodel.model import (
    Block,
    Figure,
    Inline,
    InlineImage,
    LineBreak,
    Link,
    Mark,
    Media,
    Node,
    Paragraph,
    Span,
    Style,
    Text,
    UnknownInline,
)
from newsmodel.rendering.markdown_text import DELIMITERS, TAGS
from newsmodel.urls import is_safe, is_safe_image

rules: Rules = Rules()
finish: Rules = Rules()


@rules(Mark)
def _mark(node: Mark, place: Place) -> None:
    place.drop(node)


@rules(Style)
def _style(node: Style, place: Place) -> Any:
    if node.name not in DELIMITERS and node.name not in TAGS:
        return place.drop(node, f"style.{node.name}")
    return place.keep(node, "name")


@rules(Link)
def _link(node: Link, place: Place) -> Any:
    if not is_safe(node.url):
        return place.drop(node, "link.url", "following it could run code")
    return without_empty(place.keep(node, "url", "title"), place, "title")


@rules(Span)
def _span(node: Span, place: Place) -> Any:
    return place.keep(node, "text", "marks")


@rules(LineBreak)
def _line_break(node: LineBreak, place: Place) -> Any:
    return place.keep(node, "marks")


@rules(InlineImage)
def _inline_image(node: InlineImage, place: Place) -> Any:
    if not is_safe_image(node.url):
        words = Span(node.alt or "", marks=node.marks) if node.alt else None
        return place.replace(node, words, "inline-image.url", "dropped", "loading it could run code")
    return without_empty(place.keep(node, "marks", "url", "alt", "title"), place, "alt", "title")


@rules(UnknownInline)
def _unknown_inline(node: UnknownInline, place: Place) -> Any:
    words = Span(node.text, marks=node.marks) if node.text else None
    return place.replace(node, words, node.type, "flattened" if node.text else "dropped")


def without_empty(node: Any, place: Place, *names: str) -> Any:
    """*node* with None for each of the fields *names* that is empty: Markdown cannot say which it is."""
    return place.set(node, "altered", **{name: None for name in names if getattr(node, name) in ("", Text())})


@finish(Text)
def _text(node: Text, place: Place) -> Text:
    if not isinstance(node.content, tuple):
        return node
    spans = node.spans
    lines = _stripped(spans)
    trimmed = node
    if len(lines) < len(spans):
        detail = "at the end of a text it breaks no line"
        trimmed = place.replace(node, Text(lines), "line-break", "dropped", detail)
    if not any(map(_has_edge, trimmed.spans)):
        return trimmed
    edged = Text(_without_edges(trimmed.spans))
    shown: Text = place.replace(trimmed, edged, "span.marks", "altered", "white space at its ends was left unmarked")
    return shown


def _stripped(spans: tuple[Inline, ...]) -> tuple[Inline, ...]:
    start, end = 0, len(spans)
    while start < end and type(spans[start]) is LineBreak:
        start += 1
    while end > start and type(spans[end - 1]) is LineBreak:
        end -= 1
    return spans[start:end]


def _without_edges(spans: Iterable[Inline]) -> list[Inline]:
    """White space and line breaks moved out of the ends of marks that Markdown writes with delimiters."""
    pieces = [piece for inline in spans for piece in _parted(inline)]
    previous: tuple[Mark, ...] = ()
    for position in range(len(pieces)):
        previous = pieces[position].marks if not _is_white(pieces[position]) else _moved_out(pieces, position, previous)
    previous = ()
    for position in range(len(pieces) - 1, -1, -1):
        previous = pieces[position].marks if not _is_white(pieces[position]) else _moved_out(pieces, position, previous)
    return pieces


def _has_edge(inline: Inline) -> bool:
    """Whether *inline* is under a delimiter and begins or ends with white space."""
    if not inline.marks or not any(map(_is_delimited, inline.marks)):
        return False
    return type(inline) is LineBreak or (
        type(inline) is Span and (inline.text[:1].isspace() or inline.text[-1:].isspace())
    )


def _parted(inline: Inline) -> Iterator[Inline]:
    """A span as its leading white space, its words, and its trailing white space."""
    if type(inline) is not Span or not any(map(_is_delimited, inline.marks)) or _is_code(inline):
        yield inline
        return
    words = inline.text.strip()
    if not words:
        yield inline
        return
    start = inline.text.index(words)
    for text in (inline.text[:start], words, inline.text[start + len(words) :]):
        if text:
            yield Span(text, marks=inline.marks)


def _is_code(inline: Inline) -> bool:
    return bool(inline.marks) and inline.marks[-1] == Style("code")


def _is_white(inline: Inline) -> bool:
    if type(inline) is Span:
        return inline.text.isspace() and not _is_code(inline)
    return type(inline) is LineBreak


def _is_delimited(mark: Mark) -> bool:
    return isinstance(mark, Style) and mark.name in DELIMITERS


def _moved_out(pieces: list[Inline], position: int, neighbour: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """The marks of the white piece at *position* without those that begin, or end, with it."""
    marks = pieces[position].marks
    while marks and _is_delimited(marks[-1]) and neighbour[: len(marks)] != marks:
        marks = marks[:-1]
    if marks != pieces[position].marks:
        pieces[position] = attrs.evolve(pieces[position], marks=marks)
    return marks


@rules(Paragraph)
def _paragraph(node: Paragraph, place: Place) -> Any:
    return place.keep(node, "text")


@finish(Paragraph)
def _alone(node: Paragraph, place: Place) -> Any:
    block = as_block(node.text.spans)
    if block is None:
        return place.drop(node, detail="it is empty")
    return place.replace(node, block, "paragraph", "altered", "a picture alone in its paragraph is a figure")


@rules(Media)
def _media(node: Media, place: Place) -> Any:
    return without_empty(place.keep(node, "url", "alt", "title", "caption", "credit"), place, "alt", "title")


@rules(Figure)
def _figure(node: Figure, place: Place) -> Any:
    figure = place.keep(node, "media", "link")
    if figure.link is not None and not is_safe(figure.link):
        figure = place.clear(figure, "link")
    if figure.media.type != "image":
        return place.replace(figure, _linked(figure.media), f"figure.{figure.media.type}", "flattened")
    if not is_safe_image(figure.media.url):
        return place.replace(figure, _words(figure.media), "image.url", "dropped", "loading it could run code")
    return figure


def _linked(media: Media) -> tuple[Block, ...]:
    words = media.title or media.alt or media.url
    url = media.url or getattr(media, "reference", None) or ""
    link = (Paragraph([Span(words, marks=[Link(url)])]),) if words else ()
    return (*link, *_words(media))


def _words(media: Media) -> tuple[Block, ...]:
    return tuple(Paragraph(text) for text in (media.caption, media.credit) if text)


@finish(Figure)
def _captioned(node: Figure, place: Place) -> Any:
    media = node.media
    if media.caption is not None:
        media = place.set(media, "altered", caption=_stripped_text(media.caption, Style("emphasis")) or None)
    if media.credit is not None:
        media = place.set(media, "altered", credit=_stripped_text(media.credit) or None)
    return node if media is node.media else attrs.evolve(node, media=media)


def _stripped_text(text: Text, *marks: Mark) -> Text:
    """*text* without the white space and the line breaks at its ends, and without *marks*."""
    inlines = [attrs.evolve(one, marks=[mark for mark in one.marks if mark not in marks]) for one in text.spans]
    spans = list(Text(inlines).spans)
    start, end = 0, len(spans)
    while start < end and _is_blank(spans[start]):
        start += 1
    while start < end and _is_blank(spans[end - 1]):
        end -= 1
    spans = spans[start:end]
    if spans:
        spans[0] = _cut(spans[0], leading=True)
        spans[-1] = _cut(spans[-1], leading=False)
    return Text(_without_edges(Text(spans).spans))


def _is_blank(inline: Inline) -> bool:
    return type(inline) is LineBreak or (type(inline) is Span and not inline.text.strip())


def _cut(inline: Inline, *, leading: bool) -> Inline:
    if type(inline) is not Span:
        return inline
    return Span(inline.text.lstrip() if leading else inline.text.rstrip(), marks=inline.marks)


def words_of(nodes: Iterable[Node]) -> Iterator[Text]:
    """The texts below *nodes* in their order, pictures in the line, code marked as code."""
    waiting: list[Any] = list(nodes)[::-1]
    while waiting:
        value = waiting.pop()
        if isinstance(value, Text):
            yield value
        elif isinstance(value, (tuple, Node)):
            waiting.extend(reversed(value if isinstance(value, tuple) else _parts(value)))


def _parts(node: Any) -> tuple[Any, ...]:
    if isinstance(node, Figure):
        link = (Link(node.link),) if node.link is not None else ()
        picture = InlineImage(node.media.url, alt=node.media.alt, title=node.media.title, marks=link)
        return tuple(filter(None, (Text([picture]), node.media.caption, node.media.credit)))
    if node.type == "code":
        return (Text([Span(node.text, marks=["code"])]),)
    return tuple(value for value in node._values(node) if isinstance(value, (Node, Text, tuple)))
