"""Pictures, films, sound and embeds in anyone's HTML."""

from __future__ import annotations

import re
from typing import Any

import attrs

from newsmodel.markup import engine
from newsmodel.markup.engine import Node, attribute, children, elements, tag
from newsmodel.markup.reading import InlineRule, Read, Rule
from newsmodel.model import (
    Audio,
    Embed,
    Figure,
    Gallery,
    Image,
    InlineImage,
    Media,
    Rendition,
    Text,
    Video,
)
from newsmodel.urls import host
from newsmodel.whitespace import collapse_string

_LAZY = ("data-src", "data-lazy-src", "data-original", "data-full-src", "data-image", "data-hi-res-src")
_CREDIT = re.compile(r"credit|copyright|photographer|source|attribution|byline", re.IGNORECASE)


def source(element: Node) -> str:
    """Where a picture really is: its `src`, or where lazy loaders keep it; "" if nowhere."""
    plain = (attribute(element, "src") or "").strip()
    if plain and not plain.startswith("data:"):
        return plain
    for name in _LAZY:
        if lazy := (attribute(element, name) or "").strip():
            return lazy
    candidates = renditions(element)
    return max(candidates, key=lambda rendition: rendition.width or 0).url if candidates else ""


def renditions(element: Node) -> list[Rendition]:
    """The candidates of `srcset`, with their widths (HTML Standard, section 4.8.4.2.1)."""
    text = attribute(element, "srcset") or attribute(element, "data-srcset") or ""
    candidates = re.finditer(r"([^\s,]\S*[^\s,]|[^\s,])(?:\s+(\d{1,6})w)?[^,]*(?:,|$)", text[:20_000])
    return [
        Rendition(candidate[1], width=int(candidate[2]) if candidate[2] else None)
        for candidate in candidates
        if not candidate[1].startswith("data:")
    ]


def pixels(value: str | None) -> int | None:
    """A length in CSS pixels; None for a percentage or anything else."""
    found = re.fullmatch(r"\s*(\d{1,6})(?:\.\d*)?(?:px)?\s*", value or "", re.ASCII)
    return int(found[1]) if found else None


def image_of(element: Node, read: Read) -> Image | None:
    """The `Image` of an `img`; None for one without a source and for a counting pixel."""
    url = source(element)
    width, height = pixels(attribute(element, "width")), pixels(attribute(element, "height"))
    if not url or (width is not None and height is not None and width <= 2 and height <= 2):
        return None
    alt = attribute(element, "alt")
    return Image(
        read.link(url),
        alt=collapse_string(alt) if alt is not None else None,
        title=attribute(element, "title") or None,
        width=width,
        height=height,
        renditions=[attrs.evolve(each, url=read.link(each.url)) for each in renditions(element)],
    )


def inline_image(element: Node, read: Read) -> InlineImage | None:
    """`img` in a line of text."""
    image = image_of(element, read)
    if image is None:
        return None
    return InlineImage(image.url, alt=image.alt, title=image.title, width=image.width, height=image.height)


def figure(element: Node, read: Read) -> Any:
    """`figure`: one picture with its caption and credit, several as a gallery, an embed, or what else stands in it."""
    caption_element = next(elements(element, "figcaption"), None)
    caption, credit = (None, None) if caption_element is None else caption_of(caption_element, read)
    pictures = _pictures(element, read)
    if len(pictures) == 1:
        medium, link = pictures[0]
        return Figure(attrs.evolve(medium, caption=caption, credit=credit), link=link)
    if pictures:
        return Gallery([Figure(medium, link=link) for medium, link in pictures], caption=caption)
    inside = [child for child in children(element) if tag(child) != "figcaption"]
    read.depth += 1
    body = read.blocks(inside)
    read.depth -= 1
    if len(body) == 1 and isinstance(body[0], Embed) and caption:
        return attrs.evolve(body[0], caption=caption)
    return body


def _pictures(element: Node, read: Read) -> list[tuple[Media, str | None]]:
    found: list[tuple[Media, str | None]] = []
    seen: set[str] = set()
    for each in elements(element, "img", "video", "audio"):
        medium = image_of(each, read) if tag(each) == "img" else film_of(each, read)
        if medium is not None and medium.url not in seen:
            seen.add(medium.url)
            found.append((medium, _link_around(each, element, read)))
    return found


def _link_around(picture: Node, figure_element: Node, read: Read) -> str | None:
    above = engine.parent(picture)
    for _ in range(4):
        if above is None or above == figure_element:
            return None
        if tag(above) == "a" and (url := attribute(above, "href")):
            return read.link(url)
        above = engine.parent(above)
    return None


def caption_of(element: Node, read: Read) -> tuple[Text | None, Text | None]:
    """Caption and credit told apart by the class of the credit's element."""
    credits = [each for each in elements(element) if _CREDIT.search(attribute(each, "class") or "")][:1]
    if not credits:
        return read.text(element) or None, None
    credit = read.text(credits[0]) or None
    before = read.skip
    read.skip = lambda node: node == credits[0] or bool(before and before(node))
    caption = read.text(element) or None
    read.skip = before
    return caption, credit


def film_of(element: Node, read: Read) -> Video | Audio | None:
    """The medium of a `video` or `audio`, by its own source or the first of its `source` elements."""
    url = source(element) or next((each for inner in elements(element, "source") if (each := source(inner))), "")
    if not url:
        return None
    title = attribute(element, "title") or None
    if tag(element) == "audio":
        return Audio(read.link(url), title=title)
    poster = attribute(element, "poster")
    return Video(
        read.link(url),
        title=title,
        width=pixels(attribute(element, "width")),
        height=pixels(attribute(element, "height")),
        poster=Image(read.link(poster)) if poster else None,
    )


def film(element: Node, read: Read) -> Any:
    """`video` and `audio` as figures."""
    medium = film_of(element, read)
    return Figure(medium) if medium else ()


PROVIDERS = {
    "youtube.com": "youtube",
    "youtube-nocookie.com": "youtube",
    "youtu.be": "youtube",
    "vimeo.com": "vimeo",
    "twitter.com": "x",
    "x.com": "x",
    "instagram.com": "instagram",
    "facebook.com": "facebook",
    "tiktok.com": "tiktok",
    "spotify.com": "spotify",
    "soundcloud.com": "soundcloud",
    "dailymotion.com": "dailymotion",
    "datawrapper.de": "datawrapper",
    "dwcdn.net": "datawrapper",
    "flourish.studio": "flourish",
    "infogram.com": "infogram",
    "bsky.app": "bluesky",
    "reddit.com": "reddit",
}


def provider_of(url: str) -> str | None:
    """Whose a URL is, by its host."""
    name = host(url) or ""
    parts = name.split(".")
    return next((PROVIDERS[key] for i in range(len(parts)) if (key := ".".join(parts[i:])) in PROVIDERS), None)


def frame(element: Node, read: Read) -> Any:
    """`iframe` as an embed."""
    url = source(element)
    if not url or url.startswith("about:"):
        return ()
    url = read.link(url)
    return Embed(
        url,
        provider=provider_of(url),
        title=attribute(element, "title") or None,
        width=pixels(attribute(element, "width")),
        height=pixels(attribute(element, "height")),
    )


media_rules: dict[str, Rule] = {"figure": figure, "video": film, "audio": film, "iframe": frame}
inline_media_rules: dict[str, InlineRule] = {"img": inline_image}
