"""Pictures, films, sound and files in HTML, and the figures that they stand in."""

from __future__ import annotations

from newsmodel.model import Audio, Figure, File, Image, Media, Video
from newsmodel.rendering.html_tags import attribute, attributes, escape, link_attribute, source_attribute, space
from newsmodel.rendering.html_text import leading
from newsmodel.rendering.renderer import Out, Rules
from newsmodel.urls import is_safe_image

rules: Rules = Rules()


@rules(Figure)
def figure(node: Figure, out: Out) -> str:
    """A `figure`: the medium, linked if it leads somewhere, and a `figcaption`."""
    with out.below("media"):
        return media_figure(node.media, out, attributes(node), node.link)


def media_figure(media: Media, out: Out, kept: str = "", link: str | None = None) -> str:
    """A medium in a `figure` with its caption and credit."""
    shown = out.render(media)
    if link is not None:
        shown = leading(shown, link)
    return f"<figure{kept}>{shown}{_figcaption(media, out)}</figure>"


def _figcaption(media: Media, out: Out) -> str:
    lines = [
        f'<span class="{name}"{space(value)}>{out.field(media, name)}</span>'
        for name, value in (("caption", media.caption), ("credit", media.credit))
        if value is not None
    ]
    return f"<figcaption>{' '.join(lines)}</figcaption>" if lines else ""


@rules(Image)
def image(node: Image, _out: Out) -> str:
    """An `img`, with a `srcset` for browsers where the renditions have widths."""
    size = attribute("width", node.width) + attribute("height", node.height)
    kept = attributes(node, {"alt": None} if node.alt is None else None)
    named = attribute("alt", node.alt or "") + attribute("title", node.title)
    return f"<img{source_attribute(node.url)}{named}{size}{_srcset(node)}{kept}>"


def _srcset(node: Image) -> str:
    sources = [(rendition.url, rendition.width) for rendition in node.renditions if rendition.width]
    if len(sources) < 2 or not all(is_safe_image(url) and not set(url) & set(" \t\n,") for url, _ in sources):
        return ""
    listed = ", ".join(f"{url} {width}w" for url, width in sorted(set(sources), key=lambda source: source[1]))
    return attribute("srcset", listed) + ' sizes="(min-width: 44rem) 44rem, 100vw"'


@rules(Video)
def video(node: Video, _out: Out) -> str:
    """A `video` with controls; nothing of it is loaded before it is asked for."""
    size = attribute("width", node.width) + attribute("height", node.height)
    poster = ""
    if node.poster is not None and node.poster.url and is_safe_image(node.poster.url):
        poster = attribute("poster", node.poster.url)
    named = attribute("title", node.title)
    return f'<video{source_attribute(node.url)} controls preload="none"{poster}{named}{size}{attributes(node)}></video>'


@rules(Audio)
def audio(node: Audio, _out: Out) -> str:
    """An `audio` with controls."""
    named = attribute("title", node.title)
    return f'<audio{source_attribute(node.url)} controls preload="none"{named}{attributes(node)}></audio>'


@rules(File)
def file(node: File, _out: Out) -> str:
    """A link to download it, by its title or its URL."""
    words = node.url if node.title is None else node.title
    untitled = " untitled" if node.title is None else ""
    shown = f"{attributes(node)}{space(node.title or '')}>{escape(words)}"
    return f'<a class="file{untitled}"{link_attribute(node.url)} download{shown}</a>'
