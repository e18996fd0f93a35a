"""Share addresses: the link that offers an article to a network, and what such a link says; nothing is fetched.

    share_url(article, "reddit")   -> "https://www.reddit.com/submit?url=https%3A%2F%2F…&title=…"
    parse_share_url(address)       -> SharedLink(network="reddit", url="https://…", text="…", via=None, hashtags=())

`networks()` lists the networks, `register_network` adds one; those that are gone are read and never written. The
networks are loaded on first use.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from newsmodel.model import Article

if TYPE_CHECKING:
    from newsmodel.sharing.network import Network


class SharedLink(NamedTuple):
    """What a share address says.

    network: "facebook", "x", "email" … url: the page that is shared, None if the address does not say. text: the title
    or message, None if there is none. via: the account to be named (X). hashtags: without "#".
    """

    network: str
    url: str | None = None
    text: str | None = None
    via: str | None = None
    hashtags: tuple[str, ...] = ()


def share_url(
    article: Article,
    network: str,
    *,
    url: str | None = None,
    text: str | None = None,
    via: str | None = None,
    hashtags: Iterable[str] = (),
    media: str | None = None,
    instance: str | None = None,
) -> str:
    """The address that shares an article on a network ("facebook", "x", "email", "copy" …).

    url: what to share, in place of the article's `canonical_url`. text: in place of its headline. via: an account, with
    or without "@". hashtags: with or without "#". media: a picture's address (Pinterest). instance: the host of a
    Mastodon server; without it Mastodon's own page lets the reader choose. An option that a network has no parameter
    for is left out, and so is an empty one. Some networks show the title of the page itself, whatever the text.
    "copy" is the article's own address. Every value is percent-encoded, blanks as %20, and none can add a parameter or
    a header. Raises ValueError for a network that is gone or unknown, and for an article without an address.
    """
    from newsmodel.sharing.building import build

    return build(article, network, url, text, via, tuple(hashtags), media, instance)


def parse_share_url(url: str) -> SharedLink | None:
    """What a share address says; None for any other address, a profile among them. Never raises.

    The inverse of `share_url` for every network that is alive; networks that are gone are read too.
    """
    from newsmodel.sharing.parsing import parse

    return parse(url)


def with_share_urls(article: Article) -> Article:
    """The article, its share actions with an address where they had none and their network has one."""
    from newsmodel.sharing.building import filled

    return filled(article)


def networks() -> Mapping[str, Network]:
    """The networks by name, with those that are gone (`is_gone`), in the order in which addresses are tried."""
    from newsmodel.sharing.table import NETWORKS

    return dict(NETWORKS)


def register_network(network: Network) -> Network:
    """Adds a network, before the others, or puts it in the place of the one with its name. Gives it back."""
    from newsmodel.sharing.table import register

    return register(network)


__all__ = ["SharedLink", "networks", "parse_share_url", "register_network", "share_url", "with_share_urls"]
