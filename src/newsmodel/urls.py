"""URLs as browsers understand them: which are safe to write into a page, and what a relative one means.

The model keeps any string as a link; these functions judge it. What decides is the scheme as a browser reads it, after
leading control characters and all tabs and line ends are gone; and, where that finds none, as it would be read by
software that decodes character references once more ("javascript&colon;x"), or strips more kinds of white space.
Source: URL Standard, section 4.4, URL parsing, https://url.spec.whatwg.org/#url-parsing.
"""

import re
from collections.abc import Container
from typing import Final

SAFE_SCHEMES: Final = frozenset({"http", "https", "mailto", "tel"})
IMAGE_SCHEMES: Final = frozenset({"http", "https"})

_SCHEME = re.compile(r"[\x00-\x20]*+([A-Za-z](?:[\t\n\r]*+[A-Za-z0-9+.-])*+)[\t\n\r]*+:")
_DROPPED = str.maketrans("", "", "\t\n\r")
# Never SVG, which is a document: opened by itself it runs scripts.
_IMAGE_DATA = re.compile(r"data:image/(?:png|jpe?g|gif|webp|avif)[;,]", re.IGNORECASE)
_LEADING = "".join(map(chr, range(0x21)))  # C0 controls and space
_REFERENCE_BEFORE_ANY_END = re.compile(r"[^/?#\\:&]*+&")  # so that decoding could bring forth a scheme
_ZEROS = re.compile(r"(&#[xX]?)0++(?=[0-9A-Fa-f])")
_NO_CHARACTER = re.compile(r"&#\d{8,}+;?")
_MOST_LAYERS: Final = 8  # of references within references: "&amp;colon;" has two
_IMAGE_DATA_HEAD = 64  # characters that hold every accepted "data:image/jpeg;"
_NOWHERE: Final = "relative.invalid"
_USUAL = ("https://", "http://")  # nearly all links, told in a tenth of the time


def scheme(url: str) -> str | None:
    """The scheme of an absolute URL in lower case ("https"); None for a relative one."""
    found = _SCHEME.match(url)
    return found[1].translate(_DROPPED).lower() if found else None


def is_safe(url: str, *, schemes: Container[str] = SAFE_SCHEMES) -> bool:
    """Whether following this link runs no code: a relative URL, or one of the given *schemes* (in lower case).

    One that would become absolute if its character references were decoded once more is judged as what it becomes.
    """
    if url.startswith(_USUAL) and schemes is SAFE_SCHEMES:
        return True
    seen = _unveiled(url)
    name = None if seen is None else scheme(seen)
    return seen is not None and (name is None or name in schemes)


def _unveiled(url: str) -> str | None:
    """*url*, or if it is relative what software less strict than a browser could make of it; None if nobody can tell.

    Nothing that stands after a "/", "?", "#" or ":" can become a scheme, and so nothing is decoded there.
    """
    if scheme(url) is not None:
        return url
    for _ in range(_MOST_LAYERS):
        url = _without_blank_start(url)
        if not _REFERENCE_BEFORE_ANY_END.match(url) or (decoded := _decoded(url)) == url:
            return url
        url = decoded
    return None


def _without_blank_start(url: str) -> str:
    """*url* from its first visible letter on: engines differ in which white space and which controls they strip."""
    shown = (at for at, letter in enumerate(url) if letter != " " and letter.isprintable())
    return url[next(shown, len(url)) :]


def _decoded(url: str) -> str:
    """*url* with its character references decoded once, in linear time whatever numbers they hold."""
    from html import unescape  # a large table, for rare URLs

    return unescape(_NO_CHARACTER.sub("\ufffd", _ZEROS.sub(r"\1", url)))


def is_safe_image(url: str) -> bool:
    """Whether this may be an image's source: relative, http(s), or a data URL of a PNG, JPEG, GIF, WebP or AVIF."""
    seen = _unveiled(url)
    if seen is not None and scheme(seen) == "data":
        head = seen.lstrip(_LEADING)[:_IMAGE_DATA_HEAD]
        return _IMAGE_DATA.match(head.translate(_DROPPED)) is not None
    return is_safe(url, schemes=IMAGE_SCHEMES)


def join(url: str, base: str | None) -> str:
    """A relative URL made absolute against the page's address; an absolute one, or what does not parse, as it stands.

    Judge a link after joining it, not before.
    *base*: None or "" leaves every URL alone.
    """
    if not base or scheme(url) is not None:
        return url
    from ada_url import join_url

    try:
        return join_url(base, url)
    except ValueError:
        return url


def host(url: str) -> str | None:
    """The host in lower case, in the ASCII form of an international name ("xn--…"); None where there is none.

    Of `//example.org/x` too: the page's own scheme is left open there, the host is not.
    """
    from ada_url import URL

    try:
        name = URL(url, f"https://{_NOWHERE}/").hostname
    except ValueError:
        return None
    return name if name and name != _NOWHERE else None
