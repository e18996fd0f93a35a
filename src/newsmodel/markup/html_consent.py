"""Embeds that wait for the reader's consent: their address is kept where no browser loads it.

In an attribute of the frame (Cookiebot, Complianz, Usercentrics, ConsentManager and their like each have one of their
own), in an attribute or a script as markup, or as markup in Base64 (Borlabs). The words beside it ask for consent and
are none of the article.
Source: https://support.cookiebot.com/hc/en-us/articles/4408356523282, https://borlabs.io/borlabs-cookie/.
"""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator, Mapping
from html import unescape
from itertools import islice
from typing import Any, Final

from newsmodel.markup.engine import Node, attributes, children, elements, tag, text_content
from newsmodel.markup.html_quotes import significant
from newsmodel.markup.providers import is_no_content, provider_of, reference_of
from newsmodel.markup.reading import Read, Rule
from newsmodel.model import Embed

_ADDRESS: Final = re.compile(r"(?:https?:)?//[^\s\"'<>\\]{4,2000}")
_FILE: Final = re.compile(r"\.(?:jpe?g|png|webp|avif|gif|svg|js|css)(?:[?#]|$)", re.IGNORECASE)
_NO_FRAME: Final = re.compile(r"poster|image|img|thumb|placeholder|privacy|policy|logo|style|title", re.IGNORECASE)
_BASE64: Final = re.compile(r"PG(?:lm|Rp|Js|Zp|Nj)[A-Za-z0-9+/=\s]{20,}")  # "<if", "<di", "<bl", "<fi", "<sc"
_MOST_LOOKS: Final = 60
_MOST_PARTS: Final = 200
_LONGEST_HIDDEN: Final = 20_000
_LONGEST_QUESTION: Final = 1500  # characters that ask for consent; more is the article
_FRAME: Final = re.compile(r"/embed|player|/plugins/|/widget|dwcdn\.net/|uri\.sh/")


def deferred(written: Mapping[str, str]) -> str:
    """The address of a frame in an attribute of any name, that of a known provider first; "" if there is none."""
    found = [
        value.strip()
        for name, value in written.items()
        if value and not _NO_FRAME.search(name) and _ADDRESS.fullmatch(value.strip()) and not _FILE.search(value)
    ]
    inner = _addresses(written.get("srcdoc", "")[:_LONGEST_HIDDEN])
    known = (url for url in (*found, *inner) if provider_of(url))
    return next(known, found[0] if found else "")


def _addresses(text: str) -> list[str]:
    return [each[0] for each in _ADDRESS.finditer(unescape(text))]


def embed_of(url: str, read: Read, **fields: Any) -> Embed:
    """An `Embed` of what is at *url*, whose it is and its id there read from the address."""
    url = read.link(url)
    provider = provider_of(url)
    return Embed(url, **{"provider": provider, "reference": reference_of(provider, url)} | fields)


def awaited(element: Node, read: Read) -> Any:
    """What waits for consent in a box known by its class: the embed alone, without the words that ask.

    A box without one is read like any other.
    """
    if len(list(islice(elements(element), _MOST_PARTS))) == _MOST_PARTS:
        return NotImplemented
    if len(text_content(element)) > _LONGEST_QUESTION:
        return NotImplemented
    body = read.blocks(significant(element))
    embeds = [each for each in body if isinstance(each, Embed)]
    if not embeds and (url := hidden_address(element)):
        embeds = [embed_of(url, read)]
    if embeds:
        read.left_out(element)
    return tuple(embeds) or body


def hidden_address(element: Node) -> str:
    """The first address in an element's attributes and scripts that a known provider shows something at."""
    for text in _kept(element):
        for url in _addresses(text):
            provider = provider_of(url)
            is_shown = reference_of(provider, url) or _FRAME.search(url)
            if provider and is_shown and not is_no_content(url) and not _FILE.search(url):
                return url
    return ""


def _kept(element: Node) -> Iterator[str]:
    """What attributes and scripts keep, markup in Base64 as markup."""
    for node in (element, *islice(elements(element), _MOST_LOOKS)):
        values = list(attributes(node).values())
        if tag(node) == "script":
            values += [text_content(each) for each in children(node)]
        for value in values:
            if "//" in value or "&#" in value:
                yield value[:_LONGEST_HIDDEN].replace("\\/", "/")
            if found := _BASE64.search(value[:_LONGEST_HIDDEN]):
                yield _decoded(found[0])


def _decoded(text: str) -> str:
    """Markup in Base64; "" for what is none."""
    try:
        return b64decode(text).decode("utf-8", "replace")
    except ValueError:
        return ""


consent_classes: dict[str, Rule] = dict.fromkeys(
    (
        *(".content-blocker", ".embed-consent", ".consent-embed", ".consent-overlay", ".consent-wrapper"),
        *(".consent-placeholder", ".cookie-placeholder", ".embed-placeholder", ".oembed-placeholder"),
        *(".two-click", ".two-clicks", ".click-to-load", ".embed-privacy", ".borlabs-cookie", ".cmplz-placeholder"),
        *(".video-consent", ".iframe-consent", ".external-content", ".external-embed", ".display-embed"),
    ),
    awaited,
)
