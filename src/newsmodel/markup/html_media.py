"""Figures, galleries, films and sound in anyone's HTML, captions and credits told apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, Final

import attrs

from newsmodel.markup.engine import Node, attribute, attributes, children, elements, tag
from newsmodel.markup.html_pictures import address_in
from newsmodel.markup.html_pictures import pixels as pixels
from newsmodel.markup.html_pictures import renditions as renditions
from newsmodel.markup.html_pictures import source as source
from newsmodel.markup.html_quotes import attribution_of, in_one, without_end_breaks
from newsmodel.markup.reading import Caption, Read, Rule, captioned
from newsmodel.model import (
    Audio,
    Block,
    Code,
    Embed,
    Figure,
    File,
    Gallery,
    Image,
    Paragraph,
    PullQuote,
    Quote,
    Rendition,
    Table,
    Text,
    Track,
    Video,
)

_CREDIT: Final = re.compile(r"credit|copyright|photographer|(?<!re)source|attribution|byline", re.IGNORECASE)
_CAPTIONS: Final = re.compile(r"(?:^|\s)(?:wp-caption-text|gallery-caption)(?:\s|$)")
_LAYOUT: Final = re.compile(r"(?:^|\s)(?:align|kg-width-)(wide|full|left|right|center)(?:\s|$)")
_MEDIA: Final = frozenset({"img", "amp-img", "picture", "video", "audio", "iframe", "figure"})
_GALLERIES: Final = frozenset(
    {"div", "section", "amp-carousel", "amp-base-carousel", "amp-stream-gallery", "amp-inline-gallery"}
)
_MOST_LOOKS: Final = 30
_LONGEST_CAPTION: Final = 1000  # characters of words in a figure that are its caption without saying so


def figure(element: Node, read: Read) -> Any:
    """`figure`: one picture with its caption and credit, several as a gallery, or what else stands in it.

    Without a `figcaption`, the words beside a picture are its caption; a quote is attributed by it, a table, an embed
    and code are captioned.
    """
    captions = list(_captions(element))
    read.elsewhere.update(captions)
    body = _body(element, read)
    caption = _joined(caption_of(each, read) for each in captions)
    figures = tuple(pictures_of(each for each in body if isinstance(each, (Figure, Gallery))))
    others = [each for each in body if not isinstance(each, (Figure, Gallery))]
    if not figures:
        return _other(element, others, caption, read)
    if not captions and (words := _caption_of_words(others)) is not None:
        caption, others = Caption(words, caption.credit), []
    layout = _LAYOUT.search(attribute(element, "class") or "")
    if len(figures) == 1:
        shown = attrs.evolve(figures[0], layout=layout[1]) if layout else figures[0]
        return (*captioned([shown], caption), *others)
    gallery = Gallery(_credited(figures, caption.credit), caption=caption.caption, layout=layout[1] if layout else None)
    return (gallery, *others)


def _body(element: Node, read: Read) -> tuple[Block, ...]:
    """What stands in a figure, where each picture is one of its own, words beside it or not."""
    read.figures += 1
    body = read.deeper(children(element))
    read.figures -= 1
    return body


def gallery(element: Node, read: Read) -> Any:
    """A gallery by its class or by AMP's own elements: the figures in it, if there are two and nothing else."""
    return as_gallery(_body(element, read)) if tag(element) in _GALLERIES else NotImplemented


def as_gallery(body: tuple[Block, ...]) -> tuple[Block, ...]:
    """*body* as one gallery if it is figures, two at least; else as it is."""
    if len(body) < 2 or not all(isinstance(each, (Figure, Gallery)) for each in body):
        return body
    return (Gallery(tuple(pictures_of(body))),)


def pictures_of(body: Iterable[Block]) -> Iterator[Figure]:
    """The figures in figures and galleries, each picture once."""
    seen: set[str] = set()
    for block in body:
        for each in block.figures if isinstance(block, Gallery) else (block,):
            if isinstance(each, Figure) and each.media.url not in seen:
                seen.add(each.media.url)
                yield each


def _captions(element: Node) -> Iterator[Node]:
    """The captions of a figure, those of figures in it left out."""
    waiting = list(children(element))[::-1]
    while waiting:
        node = waiting.pop()
        name = tag(node)
        if name == "figcaption" or (name in ("p", "dd", "div") and _CAPTIONS.search(attribute(node, "class") or "")):
            yield node
        elif name not in (None, "figure", "table", "ul", "ol", "dl"):
            waiting.extend(children(node)[::-1])


def _other(element: Node, body: list[Block], caption: Caption, read: Read) -> tuple[Block, ...]:
    """A figure without a picture; the caption of what could not be read at all is lost with it."""
    if not body and any(caption):
        read.lost("figure.media", "dropped", element)
        return ()
    one = body[0] if len(body) == 1 else None
    texts = [each for each in caption if each]
    if texts and isinstance(one, (Quote, PullQuote)) and not one.attribution:
        return (attrs.evolve(one, attribution=attribution_of(texts)),)
    if texts and isinstance(one, (Embed, Code, Table)) and not one.caption:
        return (attrs.evolve(one, caption=in_one(texts)),)
    return (*body, *(Paragraph(each) for each in caption if each))


def _caption_of_words(body: list[Block]) -> Text | None:
    """The words of paragraphs as one caption; None if there are none, too many, or other blocks."""
    texts = [block.text for block in body if isinstance(block, Paragraph)]
    if not texts or len(texts) < len(body) or sum(len(str(text)) for text in texts) > _LONGEST_CAPTION:
        return None
    return in_one(texts)


def _joined(captions: Iterable[Caption]) -> Caption:
    found = list(captions)
    texts = [each.caption for each in found if each.caption]
    credits = [each.credit for each in found if each.credit]
    return Caption(in_one(texts) if texts else None, in_one(credits) if credits else None)


def _credited(figures: tuple[Figure, ...], credit: Text | None) -> list[Figure]:
    """The figures of a gallery, the credit for all of them with those that have none of their own."""
    return [
        attrs.evolve(each, media=attrs.evolve(each.media, credit=credit)) if credit and not each.media.credit else each
        for each in figures
    ]


def caption_of(element: Node, read: Read) -> Caption:
    """Caption and credit told apart by the class of the credit's elements, or by a `cite` or `small` at the end."""
    credits = list(_credits(element))
    read.elsewhere.update(credits)
    texts = [text for each in credits if (text := read.text(each))]
    return Caption(without_end_breaks(read.text(element)) or None, in_one(texts) if texts else None)


def _credits(element: Node) -> Iterator[Node]:
    """The outermost elements that hold the credit of a caption."""
    inside = [child for child in children(element) if tag(child)]
    waiting = inside[::-1]
    is_found = False
    while waiting:
        node = waiting.pop()
        if _CREDIT.search(attribute(node, "class") or ""):
            is_found = True
            yield node
        else:
            waiting.extend(child for child in children(node)[::-1] if tag(child))
    if not is_found and inside and tag(inside[-1]) in ("cite", "small") and children(element)[0] != inside[-1]:
        yield inside[-1]


def film_of(element: Node, read: Read) -> Video | Audio | None:
    """The medium of a `video` or `audio`, by its own source or the first of its `source` elements."""
    written = attributes(element)
    files = [Rendition(read.link(url), media_type=kind) for url, kind in _files(element, written)]
    if not files:
        return None
    tracks = [_track(attributes(each), read) for each in elements(element, "track") if attribute(each, "src")]
    common: dict[str, Any] = {
        "title": written.get("title") or None,
        "renditions": files if len(files) > 1 else (),
        "tracks": tracks,
    }
    if (tag(element) or "").endswith("audio"):
        return Audio(files[0].url, **common)
    poster = written.get("poster") or written.get("data-poster")
    return Video(
        files[0].url,
        width=pixels(written.get("width")),
        height=pixels(written.get("height")),
        poster=Image(read.link(poster)) if poster else None,
        **common,
    )


def _files(element: Node, written: dict[str, str]) -> Iterator[tuple[str, str | None]]:
    if url := address_in(written):
        yield url, None
        return
    for each in elements(element, "source"):
        inner = attributes(each)
        if url := address_in(inner):
            yield url, inner.get("type") or None


def _track(written: dict[str, str], read: Read) -> Track:
    return Track(
        read.link(written["src"]),
        kind=(written.get("kind") or "subtitles").lower(),
        language=written.get("srclang") or None,
        label=written.get("label") or None,
    )


def film(element: Node, read: Read) -> Any:
    """`video` and `audio` as figures."""
    medium = film_of(element, read)
    return Figure(medium) if medium else ()


def file(element: Node, read: Read) -> Any:
    """A file to download by its class: its first link, the words of that as its title."""
    inside = islice(elements(element), _MOST_LOOKS)
    anchor = next((each for each in inside if tag(each) == "a" and attribute(each, "href")), None)
    if anchor is None:
        return NotImplemented
    title = str(read.text(anchor)).strip()
    return Figure(File(read.link(attribute(anchor, "href") or ""), title=title or None))


def loose_caption(element: Node, read: Read) -> Any:
    """A caption by its class, beside its picture."""
    return NotImplemented if _holds_medium(element) else caption_of(element, read)


def loose_credit(element: Node, read: Read) -> Any:
    """A credit by its class, beside its picture."""
    return NotImplemented if _holds_medium(element) else Caption(None, read.text(element) or None)


def _holds_medium(element: Node) -> bool:
    return any(tag(each) in _MEDIA for each in islice(elements(element), _MOST_LOOKS))


media_rules: dict[str, Rule] = {
    "figure": figure,
    **dict.fromkeys(("video", "audio", "amp-video", "amp-audio"), film),
    **dict.fromkeys(("amp-carousel", "amp-base-carousel", "amp-stream-gallery", "amp-inline-gallery"), gallery),
}

media_classes: dict[str, Rule] = {
    **dict.fromkeys((".wp-caption", ".gallery-item", ".wp-block-image", ".blocks-gallery-item"), figure),
    **dict.fromkeys((".wp-block-gallery", ".blocks-gallery-grid", ".kg-gallery-container", ".tiled-gallery"), gallery),
    **dict.fromkeys((".op-slideshow", ".gallery", ".slideshow"), gallery),
    **dict.fromkeys((".wp-block-file", ".kg-file-card"), file),
    **dict.fromkeys((".wp-caption-text", ".image-caption", ".photo-caption", ".media-caption"), loose_caption),
    **dict.fromkeys((".image-credit", ".photo-credit", ".media-credit", ".image-copyright"), loose_credit),
}
