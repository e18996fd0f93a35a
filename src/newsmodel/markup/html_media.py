"""Figures, galleries, films and sound in anyone's HTML, captions and credits told apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, Final

import attrs

from newsmodel.markup.engine import Node, attribute, attributes, children, elements, tag, text_content
from newsmodel.markup.html_embeds import brightcove
from newsmodel.markup.html_pictures import address_in, pixels
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
from newsmodel.model.anchors.pieces import cut
from newsmodel.phrases.captions import credit_start

_CREDIT: Final = re.compile(
    r"credit|copyright|photographer|(?<!re)source|attribution|byline|author|owner|distributor|agency", re.IGNORECASE
)
_CAPTIONS: Final = re.compile(r"(?:^|[\s_-])(?:fig-?)?caption(?:-?text)?(?:[\s_-]|$)|[a-z]Caption(?![a-z])")
_WORDS: Final = frozenset({"p", "dd", "div", "span", "small", "cite", "footer", "td"})
_LAYOUT: Final = re.compile(r"(?:^|\s)(?:align|kg-width-)(wide|full|left|right|center)(?:\s|$)")
_BACKGROUND: Final = re.compile(r"background(?:-image)?\s*:[^;]{0,40}?url\(([^)]{1,2000})\)", re.IGNORECASE)
_MEDIA: Final = frozenset({"img", "amp-img", "picture", "video", "audio", "iframe", "figure"})
_NO_CAPTION: Final = _MEDIA | {"figcaption", "h1", "h2", "h3", "h4", "ul", "ol", "table", "blockquote", "pre"}
_GALLERIES: Final = frozenset(
    {"div", "section", "amp-carousel", "amp-base-carousel", "amp-stream-gallery", "amp-inline-gallery"}
)
_MOST_LOOKS: Final = 30
_FEW: Final = 6
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
    if not caption.caption and (words := _caption_of_words(others)) is not None:
        told = _at_credit(words)
        caption, others = Caption(told.caption, caption.credit or told.credit), []
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
    """The captions of a figure, and credits that stand beside them, those of figures in it left out."""
    waiting = list(children(element))[::-1]
    while waiting:
        node = waiting.pop()
        name = tag(node)
        if name == "figcaption" or (name in _WORDS and _is_about(node)):
            yield node
        elif name not in (None, "figure", "table", "ul", "ol", "dl"):
            waiting.extend(children(node)[::-1])


def _is_about(node: Node) -> bool:
    """Whether words in a figure are called a caption or a credit, by their class."""
    called = attribute(node, "class") or ""
    return bool(_CAPTIONS.search(called) or _CREDIT.search(called)) and not _holds_caption_or_medium(node)


def _holds_caption_or_medium(node: Node) -> bool:
    return any(tag(each) in _MEDIA or tag(each) == "figcaption" for each in islice(elements(node), _MOST_LOOKS))


def _other(element: Node, body: list[Block], caption: Caption, read: Read) -> tuple[Block, ...]:
    """A figure without a picture; the caption of what could not be read at all is lost with it."""
    if not body and (url := _painted(element)):
        return tuple(captioned([Figure(Image(read.link(url), alt=_told(element)))], caption))
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


def _painted(element: Node) -> str:
    """The address of a picture that is the background of something in a figure; "" if there is none."""
    for each in islice(elements(element), _MOST_LOOKS):
        written = attributes(each)
        found = _BACKGROUND.search(written.get("style", ""))
        if found and (url := address_in({"src": found[1].strip("\"' ")})):
            return url
    return ""


def _told(element: Node) -> str | None:
    """What one is told who cannot see a painted picture."""
    inside = islice(elements(element), _MOST_LOOKS)
    return next((label for each in inside if (label := attribute(each, "aria-label"))), None)


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
    return Caption(in_one(texts) if texts else None, in_one(_each_once(credits)) if credits else None)


def _each_once(texts: list[Text]) -> Iterable[Text]:
    """Texts without those whose words stood before: systems write a credit for each size of screen."""
    once: dict[str, Text] = {}
    for text in texts:
        once.setdefault(str(text), text)
    return once.values()


def _credited(figures: tuple[Figure, ...], credit: Text | None) -> list[Figure]:
    """The figures of a gallery, the credit for all of them with those that have none of their own."""
    return [
        attrs.evolve(each, media=attrs.evolve(each.media, credit=credit)) if credit and not each.media.credit else each
        for each in figures
    ]


def caption_of(element: Node, read: Read) -> Caption:
    """Caption and credit told apart by the class of the credit's elements, by a `cite` or `small` at the end, by words.

    The words are those that begin the credit line of a picture: "Photo: Ann Lee".
    """
    called = attribute(element, "class") or ""
    if tag(element) != "figcaption" and _CREDIT.search(called) and not _holds_words_of_caption(element):
        return Caption(None, without_end_breaks(read.text(element)) or None)
    credits = list(_credits(element))
    read.elsewhere.update(credits)
    texts = [text for each in credits if (text := read.text(each))]
    words = without_end_breaks(read.text(element))
    if texts:
        return Caption(words or None, in_one(_each_once(texts)))
    return _at_credit(words)


def _holds_words_of_caption(element: Node) -> bool:
    """Whether an element, or one in it, is called a caption."""
    return any(_CAPTIONS.search(attribute(each, "class") or "") for each in (element, *islice(elements(element), _FEW)))


def _at_credit(text: Text) -> Caption:
    """A caption and the credit line at its end."""
    at = credit_start(str(text))
    if at is None:
        return Caption(text or None)
    caption, _, credit = cut(text, [len(str(text)[:at].rstrip(" \xa0\n|–—")), at])
    return Caption(without_end_breaks(caption) or None, credit)


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
    if medium is None:
        made = brightcove(element, read)
        return () if made is NotImplemented else made
    return Figure(medium)


def file(element: Node, read: Read) -> Any:
    """A file to download by its class: its first link, the words of that, or of what is called so, as its title."""
    inside = list(islice(elements(element), _MOST_LOOKS))
    anchor = next((each for each in inside if tag(each) == "a" and attribute(each, "href")), None)
    if anchor is None:
        return NotImplemented
    title = str(read.text(_called("title", inside) or anchor)).strip()
    return Figure(File(read.link(attribute(anchor, "href") or ""), title=title or None))


def sound(element: Node, read: Read) -> Any:
    """A card of Ghost with a recording and its title."""
    inside = list(islice(elements(element), _MOST_LOOKS))
    player = next((each for each in inside if tag(each) == "audio"), None)
    medium = film_of(player, read) if player is not None else None
    named = _called("title", inside)
    if medium is None or named is None:
        return NotImplemented
    return Figure(attrs.evolve(medium, title=str(read.text(named)) or None))


def _called(word: str, inside: list[Node]) -> Node | None:
    """The first element whose class ends in a word."""
    return next((each for each in inside if (attribute(each, "class") or "").endswith(word)), None)


def loose_caption(element: Node, read: Read) -> Any:
    """A caption by its class, beside its picture."""
    return caption_of(element, read) if _is_loose(element) else NotImplemented


def loose_credit(element: Node, read: Read) -> Any:
    """A credit by its class, beside its picture."""
    return Caption(None, read.text(element) or None) if _is_loose(element) else NotImplemented


def _is_loose(element: Node) -> bool:
    """Whether an element is words alone, and few."""
    inside = list(islice(elements(element), _MOST_LOOKS))
    if len(inside) == _MOST_LOOKS or any(tag(each) in _NO_CAPTION for each in inside):
        return False
    return len(text_content(element)) <= _LONGEST_CAPTION


media_rules: dict[str, Rule] = {
    "figure": figure,
    **dict.fromkeys(("video", "audio", "amp-video", "amp-audio"), film),
    **dict.fromkeys(("amp-carousel", "amp-base-carousel", "amp-stream-gallery", "amp-inline-gallery"), gallery),
}

media_classes: dict[str, Rule] = {
    **dict.fromkeys((".wp-caption", ".gallery-item", ".wp-block-image", ".blocks-gallery-item"), figure),
    **dict.fromkeys((".wp-block-gallery", ".blocks-gallery-grid", ".kg-gallery-container", ".tiled-gallery"), gallery),
    **dict.fromkeys((".op-slideshow", ".gallery", ".slideshow"), gallery),
    ".tr-caption-container": figure,
    **dict.fromkeys((".wp-block-file", ".kg-file-card"), file),
    ".kg-audio-card": sound,
    **dict.fromkeys(
        (".wp-caption-text", ".caption", ".image-caption", ".photo-caption", ".media-caption"), loose_caption
    ),
    **dict.fromkeys(
        (".image-credit", ".photo-credit", ".media-credit", ".image-copyright", ".caption-credit"), loose_credit
    ),
}
