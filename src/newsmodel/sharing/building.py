"""Share addresses written. Every parameter is percent-encoded whole, so that no value can end it and begin another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from urllib.parse import quote

import attrs

from newsmodel.model import Article, ShareAction
from newsmodel.sharing.network import Network
from newsmodel.sharing.table import ALIASES, NETWORKS, named
from newsmodel.urls import scheme

COPY = "copy"
_WEB = frozenset({"http", "https"})
_DROPPED = str.maketrans("", "", "\t\n\r")  # as URLs are parsed: https://url.spec.whatwg.org/#url-parsing


def build(
    article: Article,
    name: str,
    *,
    url: str | None = None,
    text: str | None = None,
    via: str | None = None,
    hashtags: Iterable[str] = (),
    media: str | None = None,
    instance: str | None = None,
) -> str:
    """See `newsmodel.sharing.share_url`."""
    address = ((article.canonical_url if url is None else url) or "").translate(_DROPPED)
    if not address:
        raise ValueError("the article has no canonical_url; say what to share (url=)")
    if ALIASES.get(name, name) == COPY:
        return address
    network = _network(name)
    words = str(article.headline or "") if text is None else text
    if network.name == "email":
        return _mail(words, address)
    if not network.url:
        words, address = f"{words}\n{address}" if words else address, ""
    said = {
        "url": address,
        "text": words,
        "via": (via or "").lstrip("@"),
        "hashtags": _tags(hashtags, network),
        "media": media or "",
    }
    endpoint, mark = _endpoint(network, instance)
    query = "&".join(f"{key}={_encoded(value)}" for key, value in _parameters(network, said) if value)
    return f"{endpoint}{mark}{query}"


def _encoded(value: str) -> str:
    return quote(value, safe="", errors="replace")


def _tags(hashtags: Iterable[str], network: Network) -> str:
    """Facebook takes one, with its sign, the others any number without."""
    tags = [tag for each in hashtags if (tag := each.strip().lstrip("#").replace(",", ""))]
    return f"#{tags[0]}" if network.name == "facebook" and tags else ",".join(tags)


def _parameters(network: Network, said: dict[str, str]) -> Iterator[tuple[str, str]]:
    yield from network.fixed
    for meaning in ("url", "text", "via", "hashtags", "media"):
        if key := getattr(network, meaning):
            yield key, said[meaning]


def _endpoint(network: Network, instance: str | None) -> tuple[str, str]:
    """Where the parameters go, and what leads to them; of Mastodon, the reader's own server."""
    if network.name != "mastodon":
        return network.endpoint, "?"
    if not instance:
        return network.endpoint, "#"
    host = instance.removeprefix("https://").removeprefix("http://").rstrip("/")
    return f"https://{quote(host, safe='.:-')}/share", "?"


def _mail(words: str, address: str) -> str:
    """A subject of one line, and a body with the text and the address (RFC 6068, section 2)."""
    subject = _encoded(" ".join(words.split()))
    body = _encoded((f"{words}\n\n{address}" if words else address).replace("\n", "\r\n"))
    return f"mailto:?subject={subject}&body={body}" if subject else f"mailto:?body={body}"


def _network(name: str) -> Network:
    network = named(name)
    if network is None:
        near = get_close_matches(name, [*NETWORKS, *ALIASES, COPY], n=1)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        raise ValueError(f"no network is named {name!r}{hint}")
    if not network.is_live:
        raise ValueError(f"{network.title} no longer takes shared pages")
    return network


def filled(article: Article) -> Article:
    """See `newsmodel.sharing.with_share_urls`."""
    found = [(action, url_of(article, action)) for action in article.share_actions]
    if all(url == action.url for action, url in found):
        return article
    return attrs.evolve(article, share_actions=[attrs.evolve(action, url=url) for action, url in found])


def url_of(article: Article, action: ShareAction) -> str | None:
    """See `newsmodel.sharing.action_url`."""
    if action.url is not None:
        return action.url
    if action.target != "article" or scheme(article.canonical_url or "") not in _WEB:
        return None
    network = named(action.network)
    if network is None or not network.is_live:
        return article.canonical_url if ALIASES.get(action.network, action.network) == COPY else None
    return build(article, action.network)
