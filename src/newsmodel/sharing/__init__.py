"""Share addresses: the link that offers an article to a network, and what such a link says; nothing is fetched.

    share_url(article, "reddit")   -> "https://www.reddit.com/submit?url=https%3A%2F%2F…&title=…"
    parse_share_url(address)       -> SharedLink(network="reddit", url="https://…", text="…", via=None, hashtags=())

`networks()` lists the networks, `register_network` adds one; those that are gone are read and never written. The
networks are loaded on first use.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from newsmodel.model import Article, ShareAction

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

    return build(article, network, url=url, text=text, via=via, hashtags=hashtags, media=media, instance=instance)


def parse_share_url(url: str) -> SharedLink | None:
    """What a share address says; None for any other address, a profile among them. Never raises.

    The inverse of `share_url` for every network that is alive; networks that are gone are read too.
    """
    from newsmodel.sharing.parsing import parse

    return parse(url)


def with_share_urls(article: Article) -> Article:
    """The article, its share actions with an address where they had none and `action_url` has one."""
    from newsmodel.sharing.building import filled

    return filled(article)


def action_url(article: Article, action: ShareAction) -> str | None:
    """Where a share action of *article* leads: its own address, else that which `share_url` has for its network.

    None where there is neither: the article has no web address (`canonical_url`), the network is gone or unknown, or
    what is shared is not the article but a picture, a quote or a comment.
    """
    from newsmodel.sharing.building import url_of

    return url_of(article, action)


def is_gone(network: str) -> bool:
    """Whether a network, by any of its names, or its share page no longer exists; False for one that is unknown."""
    from newsmodel.sharing.table import named

    found = named(network)
    return found is not None and found.is_gone


def networks() -> Mapping[str, Network]:
    """The networks by name, with those that are gone (`is_gone`), in the order in which addresses are tried."""
    from newsmodel.sharing.table import NETWORKS

    return dict(NETWORKS)


def register_network(network: Network) -> Network:
    """Adds a network, before the others, or puts it in the place of the one with its name. Gives it back."""
    from newsmodel.sharing.table import register

    return register(network)


def title(network: str) -> str:
    """What people call a network: "X", "Hacker News"; its name itself if it is unknown."""
    from newsmodel.sharing.table import named

    found = named(network)
    return network if found is None else found.title


__all__ = [
    "SharedLink",
    "action_url",
    "is_gone",
    "networks",
    "parse_share_url",
    "register_network",
    "share_url",
    "title",
    "with_share_urls",
]
