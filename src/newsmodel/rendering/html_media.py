"""Pictures, films, sound and files in HTML, and the figures that they stand in."""

from __future__ import annotations

from newsmodel.model import Audio, Figure, File, Image, Media, Video
from newsmodel.rendering.html_elements import NONE, Attributes, element, join
from newsmodel.rendering.html_tags import attributes, href, in_comment, part, source, space
from newsmodel.rendering.html_text import leading, picture_attributes, picture_facts
from newsmodel.rendering.renderer import Out, Rules
from newsmodel.urls import is_safe_image

rules: Rules = Rules()


@rules(Figure)
def figure(node: Figure, out: Out) -> str:
    """A `figure`: the medium, linked if it leads somewhere, and a `figcaption`."""
    with out.below("media"):
        return media_figure(node.media, out, attributes(node, out), node.link)


def media_figure(media: Media, out: Out, kept: Attributes = NONE, link: str | None = None) -> str:
    """A medium in a `figure` with its caption and credit."""
    shown = out.render(media)
    if link is not None:
        shown = leading(shown, link)
    return element("figure", kept, shown, _figcaption(media, out))


def _figcaption(media: Media, out: Out) -> str:
    shown = [
        part("span", name, value, out.field(media, name))
        for name, value in (("caption", media.caption), ("credit", media.credit))
        if value is not None
    ]
    return element("figcaption", NONE, join(shown, " ")) if shown else ""


@rules(Image)
def image(node: Image, out: Out) -> str:
    """An `img`, with a `srcset` for browsers where the renditions have widths."""
    renditions = _srcset(node) if node.renditions and not in_comment(out) else NONE
    shown = {**source(node.url, out), **picture_facts(node), **renditions, **picture_attributes(node, out)}
    return element("img", shown)


def _srcset(node: Image) -> Attributes:
    sources = [(rendition.url, rendition.width) for rendition in node.renditions if rendition.width]
    if len(sources) < 2 or not all(is_safe_image(url) and not set(url) & set(" \t\n,") for url, _ in sources):
        return NONE
    listed = ", ".join(f"{url} {width}w" for url, width in sorted(set(sources), key=lambda source: source[1]))
    return {"srcset": listed, "sizes": "(min-width: 44rem) 44rem, 100vw"}


@rules(Video)
def video(node: Video, out: Out) -> str:
    """A `video` with controls; nothing of it is loaded before it is asked for."""
    shown = {
        **source(node.url, out),
        **_PLAYER,
        "poster": None if node.poster is None or in_comment(out) else node.poster.url,
        "title": node.title,
        "width": node.width,
        "height": node.height,
    }
    return element("video", {**shown, **attributes(node, out)})


_PLAYER: Attributes = {"controls": True, "preload": "none"}


@rules(Audio)
def audio(node: Audio, out: Out) -> str:
    """An `audio` with controls."""
    return element("audio", {**source(node.url, out), **_PLAYER, "title": node.title, **attributes(node, out)})


@rules(File)
def file(node: File, out: Out) -> str:
    """A link to download it, by its title or its URL."""
    sort = "file" if node.title is not None else "file untitled"
    shown = {"class": sort, **href(node.url), "download": True, **attributes(node, out), **space(node.title or "")}
    return element("a", shown, node.url if node.title is None else node.title)
