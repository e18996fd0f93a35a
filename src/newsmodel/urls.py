"""URLs as browsers understand them: which are safe to write into a page, and what a relative one means.

The model keeps any string as a link; these functions judge it. What decides is the scheme as a browser reads it, after
leading control characters and all tabs and line ends are gone.
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
_IMAGE_DATA_HEAD = 64  # characters that hold every accepted "data:image/jpeg;"
_NOWHERE: Final = "relative.invalid"


def scheme(url: str) -> str | None:
    """The scheme of an absolute URL in lower case ("https"); None for a relative one."""
    found = _SCHEME.match(url)
    return found[1].translate(_DROPPED).lower() if found else None


def is_safe(url: str, *, schemes: Container[str] = SAFE_SCHEMES) -> bool:
    """Whether following this link runs no code: a relative URL, or one of the given *schemes* (in lower case)."""
    name = scheme(url)
    return name is None or name in schemes


def is_safe_image(url: str) -> bool:
    """Whether this may be an image's source: relative, http(s), or a data URL of a PNG, JPEG, GIF, WebP or AVIF."""
    if scheme(url) == "data":
        head = url.lstrip(_LEADING)[:_IMAGE_DATA_HEAD]
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
