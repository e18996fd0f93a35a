"""Share addresses read, ours and those of real pages, of networks that are gone too."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import unquote

from newsmodel.sharing import SharedLink
from newsmodel.sharing.table import NETWORKS, network_at

_URLS: Final = ("u", "url", "link", "href", "canonicalUrl", "shareUrl", "st.shareUrl", "st._surl", "bkmk", "kurl")
_TEXTS: Final = (
    "text",
    "title",
    "t",
    "quote",
    "description",
    "status",
    "body",
    "subject",
    "msgText",
    "caption",
    "name",
)
_ADDRESS: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,30}://\S")
_SCHEME: Final = re.compile(r"^(?:https?:)?//", re.IGNORECASE)
_LITERAL_PLUS: Final = ("mailto:", "sms:")  # RFC 6068, section 5: there a plus sign is one
_LONGEST_HEAD: Final = 4000  # characters in which an endpoint shows
_LONGEST: Final = 1_000_000
_MOST_PARAMETERS: Final = 200


def parse(url: str) -> SharedLink | None:
    """See `newsmodel.sharing.parse_share_url`."""
    address = url[:_LONGEST].strip()
    name = network_at(_SCHEME.sub("", address[:_LONGEST_HEAD]).lower())
    if name is None:
        return None
    network = NETWORKS[name]
    told = _parameters(address, is_mail=name == "email")
    shared = _first(told, (network.url, *_URLS))
    text = _first(told, (network.text, *_TEXTS))
    if not shared and text:
        text, shared = _parted(text, "\n\n" if name == "email" else "\n")
        text = text or (_first(told, ("subject",)) if name == "email" else "")
    tags = _first(told, (network.hashtags, "hashtags", "hashtag")) if network.hashtags else ""
    return SharedLink(name, shared or None, text or None, told.get("via") or None, _hashtags(tags))


def _parameters(address: str, is_mail: bool) -> dict[str, str]:
    """The parameters of the query, and of a fragment that has some; the first of a name holds."""
    before, _, fragment = address.partition("#")
    query = before.partition("?")[2] or (fragment if "=" in fragment else "")
    is_literal = address[:7].lower().startswith(_LITERAL_PLUS)
    told: dict[str, str] = {}
    for part in query.split("&", _MOST_PARAMETERS)[:_MOST_PARAMETERS]:
        key, _, value = part.partition("=")
        value = unquote(value if is_literal else value.replace("+", " "))
        told.setdefault(unquote(key).removeprefix("amp;"), value.replace("\r\n", "\n") if is_mail else value)
    return told


def _first(told: dict[str, str], names: tuple[str, ...]) -> str:
    return next((told[name] for name in names if told.get(name)), "")


def _parted(text: str, separator: str) -> tuple[str, str]:
    """The text and the address in a line of its own after it, as we write them; else the last address in it."""
    before, _, last = text.rpartition("\n")
    if _ADDRESS.match(last):
        return before.removesuffix(separator.removesuffix("\n")), last
    words = text.split()
    found = next((word for word in reversed(words) if _ADDRESS.match(word)), "")
    return " ".join(word for word in words if word != found), found


def _hashtags(written: str) -> tuple[str, ...]:
    return tuple(tag for each in written.split(",") if (tag := each.strip().lstrip("#")))
