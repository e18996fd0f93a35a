"""Still pictures in anyone's HTML: where a picture really is, its renditions, its alt text.

Sources: HTML Standard, section 4.8, https://html.spec.whatwg.org/multipage/embedded-content.html#embedded-content;
the attributes of lazysizes (`data-src`, `data-srcset`), of lazy loaders for WordPress (`data-lazy-src`,
`data-original`) and of Jetpack (`data-orig-file`, `data-large-file`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from newsmodel.markup.engine import Node, attribute, attributes, elements, find, parent, tag, text_content
from newsmodel.markup.flow import Picture
from newsmodel.markup.reading import InlineRule, Read
from newsmodel.model import Image, Rendition, Span
from newsmodel.whitespace import collapse_string

_LAZY: Final = (
    *("data-src", "data-lazy-src", "data-original", "data-full-src", "data-hi-res-src", "data-lazy"),
    *("data-pagespeed-lazy-src", "nitro-lazy-src", "data-actualsrc"),
)
_SPARE: Final = ("data-large-file", "data-orig-file", "data-image", "data-url")
_SETS: Final = ("data-srcset", "data-lazy-srcset", "nitro-lazy-srcset", "srcset")
_NOWHERE: Final = ("data:", "blob:", "about:", "javascript:")
_BLANKS: Final = (
    "placeholder blank spacer transparent pixel loading loader empty dummy gray grey lazy trans clear white none"
)
_BLANK: Final = frozenset(_BLANKS.split())
_BESIDE_BLANK: Final = _BLANK | {"img", "image", "post", "default", "bg", "gif", "x", "px", "by"}
_BLANK_GIF: Final = frozenset({"transparent", "spacer", "placeholder", "blank"})
_LETTERS: Final = re.compile("[a-z]+")
_LONGEST_NAME: Final = 80
_PICTURE_FILE: Final = re.compile(r"\.(?:jpe?g|png|webp|avif|gif)(?:[?#]|$)", re.IGNORECASE)
_ONE_PICTURE: Final = re.compile(
    r"[^\s\"'<>{}()]{1,2000}\.(?:jpe?g|png|webp|avif|gif)(?:[?#][^\s\"'<>]{0,2000})?", re.IGNORECASE
)
_NO_SOURCE: Final = re.compile(r"^(?:src|alt|title|style|class|id)$|placeholder|thumb|error|fallback|small|avatar|icon")
_CANDIDATE: Final = re.compile(r"([^\s,]\S*[^\s,]|[^\s,])(?:\s+(\d{1,6})w)?[^,]*(?:,|$)")
_LONGEST_SET: Final = 20_000
_COUNTS: Final = 2  # pixels, of a picture that is there to count its readers
_LARGE: Final = 100  # pixels, from which on a picture is none of its line
_IN_WORDPRESS: Final = re.compile(r"\b(?:align(?:left|right|center|none)|size-(?:full|large|medium)|wp-image-\d+)\b")
_RATIOS: Final = frozenset({"responsive", "fill", "intrinsic"})  # where AMP takes width and height for a ratio
_SIGN: Final = re.compile(r"(?:^|\s)(?:emoji|wp-smiley|drop-?cap)(?:\s|$)", re.IGNORECASE)


def source(element: Node) -> str:
    """Where a picture really is: where lazy loaders keep it, its `src`, the widest of its `srcset`; "" if nowhere."""
    written = attributes(element)
    return address_in(written) or _widest(candidates(written)) or _kept_elsewhere(written)


def renditions(element: Node) -> list[Rendition]:
    """The candidates of `srcset`, with their widths (HTML Standard, section 4.8.4.2.1)."""
    return [Rendition(url, width=width) for url, width in candidates(attributes(element))]


def address_in(written: Mapping[str, str]) -> str:
    """The address of a medium in its attributes: where lazy loaders keep it, or `src`; "" if there is a placeholder."""
    for name in _LAZY:
        if (lazy := _usable(written.get(name))) and ("/" in lazy or "." in lazy or name == "data-src"):
            return lazy
    if _is_real(plain := _usable(written.get("src"))):
        return plain
    return next((spare for name in _SPARE if (spare := _usable(written.get(name)))), "")


def _kept_elsewhere(written: Mapping[str, str]) -> str:
    """The address of a picture in an attribute of any other name; loaders are many, and each has one of its own."""
    return next(
        (
            value.strip()
            for name, value in written.items()
            if _ONE_PICTURE.fullmatch(value.strip()) and not _NO_SOURCE.search(name) and _is_real(value)
        ),
        "",
    )


def _usable(address: str | None) -> str:
    """An address that leads somewhere; "" for a placeholder and for a pattern that a script fills in."""
    if not address:
        return ""
    address = address.strip()
    return "" if "{" in address or address[:11].lower().startswith(_NOWHERE) else address


def _is_real(address: str) -> bool:
    return bool(_usable(address)) and not _is_blank(_file(address))


def _is_blank(name: str) -> bool:
    """Whether a file is a placeholder by its name: `1x1.png`, `lazy_placeholder-16x9.gif`, never `white-house.jpg`."""
    if len(name) > _LONGEST_NAME:
        return False
    words = _LETTERS.findall(name.rpartition(".")[0].lower())
    if name[-4:].lower() == ".gif" and not _BLANK_GIF.isdisjoint(words):
        return True
    return name.startswith("1x1.") or (_BESIDE_BLANK.issuperset(words) and not _BLANK.isdisjoint(words))


def candidates(written: Mapping[str, str]) -> list[tuple[str, int | None]]:
    """The addresses of `srcset`, or of where lazy loaders keep it, with their widths."""
    for name in _SETS:
        if text := written.get(name):
            parts = _CANDIDATE.finditer(text[:_LONGEST_SET])
            if found := [(each[1], int(each[2]) if each[2] else None) for each in parts if _is_real(each[1])]:
                return found
    return []


def _widest(found: list[tuple[str, int | None]]) -> str:
    return max(found, key=lambda each: each[1] or 0, default=("",))[0]


def pixels(value: str | None) -> int | None:
    """A length in CSS pixels; None for a percentage or anything else."""
    found = re.fullmatch(r"\s*(\d{1,6})(?:\.\d*)?(?:px)?\s*", value or "", re.ASCII)
    return int(found[1]) if found else None


def image_of(element: Node, read: Read) -> Image | None:
    """The `Image` of an `img` or `amp-img`; None for one without a source and for a counting pixel."""
    return _image(attributes(element), [], read)


def _image(
    written: Mapping[str, str], more: list[tuple[str, int | None]], read: Read, *, spare: str = ""
) -> Image | None:
    """The image of an element as written. more: the candidates of its `picture`, for one that has none of its own.

    spare: the address of one that is nowhere else.
    """
    width, height = pixels(written.get("width")), pixels(written.get("height"))
    found = candidates(written) or more
    url = address_in(written) or _widest(found) or _kept_elsewhere(written) or spare
    if written.get("layout") in _RATIOS and width is not None and height is not None and max(width, height) < _LARGE:
        width = height = None
    if not url or (width is not None and height is not None and width <= _COUNTS and height <= _COUNTS):
        return None
    alt = written.get("alt")
    return Image(
        read.link(url),
        alt=collapse_string(alt) if alt is not None else None,
        title=written.get("title") or None,
        width=width,
        height=height,
        renditions=[Rendition(read.link(each), width=wide) for each, wide in found],
    )


def picture(element: Node, read: Read) -> Any:
    """`img` and `amp-img`; one that stands for a sign is that sign."""
    written = attributes(element)
    sign = written.get("alt")
    if sign and _SIGN.search(written.get("class", "")):
        return Span(read.words(sign, element))
    image = _image(written, [], read, spare=_linked(element))
    last, place, is_fallback = read.memo.get("picture", _NONE)
    if is_fallback and image is not None and place == parent(element) and _file(image.url) == _file(last):
        return None  # what `noscript` in front of it gave
    return _met(element, image, written, read)


def _linked(element: Node) -> str:
    """Where the link around a picture leads, if that is a picture too; "" if not."""
    above = parent(element)
    address = (attribute(above, "href") or "").strip() if above is not None and tag(above) == "a" else ""
    return address if _PICTURE_FILE.search(address) else ""


def picture_of_sources(element: Node, read: Read) -> Any:
    """`picture`: its `img`, with the candidates of its first `source` if that has none."""
    inner = find(element, "img")
    written = attributes(inner) if inner is not None else {}
    sets = (candidates(attributes(each)) for each in elements(element, "source"))
    more = [] if candidates(written) else next((each for each in sets if each), [])
    return _met(element, _image(written, more, read), written, read)


_NONE: Final = ("", None, False)


def _met(
    element: Node, image: Image | None, written: Mapping[str, str], read: Read, *, is_fallback: bool = False
) -> Picture | None:
    """The picture, whose place is remembered: what `noscript` repeats stands beside it."""
    read.memo["picture"] = (image.url, parent(element), is_fallback) if image else _NONE
    if image is None:
        return None
    is_large = max(image.width or 0, image.height or 0) >= _LARGE or len(image.renditions) > 1
    is_apart = bool(read.figures) or is_large or bool(_IN_WORDPRESS.search(written.get("class", "")))
    return Picture(image, apart=is_apart)


def unscripted(element: Node, read: Read) -> Any:
    """`noscript` that holds a picture and nothing else, unless the picture that it repeats was read already."""
    inner = find(element, "img")
    if inner is None:
        return NotImplemented
    if text_content(element).strip():
        return None
    written = attributes(inner)
    sizes = (pixels(written.get("width")), pixels(written.get("height")))
    image = image_of(inner, read)
    last, place, _ = read.memo.get("picture", _NONE)
    is_repeated = bool(last) and image is not None and (place == parent(element) or _file(image.url) == _file(last))
    counts = any(size is not None and size <= _COUNTS for size in sizes) or "none" in written.get("style", "")
    if image is None or is_repeated or counts:
        return None
    return _met(element, image, written, read, is_fallback=True)


def _file(url: str) -> str:
    return url.partition("?")[0].partition("#")[0].rsplit("/", 1)[-1]


picture_rules: dict[str, InlineRule] = {
    **dict.fromkeys(("img", "amp-img", "amp-anim"), picture),
    "picture": picture_of_sources,
    "noscript": unscripted,
}
