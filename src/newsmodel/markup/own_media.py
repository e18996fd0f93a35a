"""The pictures, films, sounds and files of our pages back from the figures that they stand in."""

from __future__ import annotations

from typing import Any, NamedTuple

from newsmodel.markup.engine import Node, attribute, children, tag
from newsmodel.markup.html import integer
from newsmodel.markup.html_media import caption_of
from newsmodel.markup.own_fields import build, classes, fields, string, url_of
from newsmodel.markup.reading import Read
from newsmodel.model import Audio, File, Image, Media, Video
from newsmodel.whitespace import collapse_string

_MEDIA: dict[str, type[Media]] = {"img": Image, "video": Video, "audio": Audio, "a": File}


class Framed(NamedTuple):
    """What a `figure` holds: the medium with its caption and credit, where it leads, and what a person put there."""

    medium: Media | None
    link: str | None
    rest: list[Node]


def media(element: Node, read: Read) -> Framed:
    """What stands in a `figure` of a medium."""
    shown, link = None, None
    more: dict[str, Any] = {}
    rest: list[Node] = []
    for child in children(element):
        if tag(child) == "figcaption" and not more:
            more |= _caption(child, read)
        elif shown is None and tag(child) == "a" and "to" in classes(child):
            link = url_of(child)
            shown = next(filter(_is_medium, children(child)), None)
        elif shown is None and _is_medium(child):
            shown = child
        else:
            rest.append(child)
    return Framed(None if shown is None else _medium(shown, read, more), link, rest)


def _is_medium(element: Node) -> bool:
    return tag(element) in _MEDIA and (tag(element) != "a" or "file" in classes(element))


def _caption(element: Node, read: Read) -> dict[str, Any]:
    """Caption and credit, each in a `span` of its class; in a person's own `figcaption` as anyone has them."""
    inside = children(element)
    found: dict[str, Any] = {}
    for each in inside:
        for token in classes(each) if tag(each) else ():
            if token in ("caption", "credit") and token not in found:
                found[token] = read.text(each)
    if not found:
        caption, credit = caption_of(element, read)
        return {"caption": caption, "credit": credit}
    return found


def _medium(element: Node, read: Read, more: dict[str, Any]) -> Media | None:
    name = tag(element) or ""
    cls = _MEDIA[name]
    values: dict[str, Any] = {"url": url_of(element, "href" if name == "a" else "src") or ""} | more
    if name == "a":
        said = string(element, read)
        is_url = "untitled" in classes(element) and said == collapse_string(values["url"])
        values["title"] = None if is_url else said
    else:
        values["title"] = attribute(element, "title")
    if name == "img":
        values["alt"] = attribute(element, "alt")
    if name in ("img", "video"):
        values |= {side: integer(attribute(element, side)) for side in ("width", "height")}
    medium: Media | None = build(cls, values | fields(element, read, cls), read, element)
    return medium
