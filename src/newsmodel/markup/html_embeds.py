"""Embeds in anyone's HTML: frames, posts of networks as their own markup has them, players that wait for a click.

Sources: what the networks give people to paste: https://developer.x.com/en/docs/x-for-websites,
https://developers.tiktok.com/doc/embed-videos, https://developers.facebook.com/docs/plugins/embedded-posts and their
like; https://github.com/paulirish/lite-youtube-embed; https://developer.datawrapper.de/docs/embedding-visualizations.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice
from typing import Any, Final
from urllib.parse import parse_qs, urlsplit

import attrs

from newsmodel.markup.engine import Node, attribute, attributes, children, elements, tag, text_content
from newsmodel.markup.html_pictures import address_in, pixels
from newsmodel.markup.html_quotes import quote
from newsmodel.markup.providers import is_no_content, provider_of, reference_of
from newsmodel.markup.reading import Read, Rule
from newsmodel.model import Embed

_MOST_LOOKS: Final = 200
_COUNTS: Final = 2  # pixels, of a frame that is there to count its readers
_SCRIPTED: Final = re.compile(r"//(?:datawrapper\.dwcdn\.net/\w+|gist\.github\.com/[\w-]+/\w+)")
_BARE: Final = re.compile(r"\s*(https?://[^\s<>\"]{4,2000})\s*")


def embed_of(url: str, read: Read, **fields: Any) -> Embed:
    """An `Embed` of what is at *url*, whose it is and its id there read from the address."""
    url = read.link(url)
    provider = provider_of(url)
    return Embed(url, **{"provider": provider, "reference": reference_of(provider, url)} | fields)


def frame(element: Node, read: Read) -> Any:
    """`iframe`, `amp-iframe`; None for one without an address, and for one that counts readers or shows advertising."""
    written = attributes(element)
    url = address_in(written)
    width, height = pixels(written.get("width")), pixels(written.get("height"))
    if not url or is_no_content(url) or _counts(width, height):
        read.left_out(element)
        return ()
    title = written.get("title") or None
    return embed_of(_plugged(url), read, title=title, width=width, height=height)


def _counts(width: int | None, height: int | None) -> bool:
    return width is not None and height is not None and width <= _COUNTS and height <= _COUNTS


def _plugged(url: str) -> str:
    """What a plug-in of Facebook shows, which its address names; any other address as it is."""
    if "facebook.com/plugins/" not in url:
        return url
    try:
        return parse_qs(urlsplit(url).query).get("href", [url])[0]
    except ValueError:
        return url


def post(address: Callable[[Node], str], **fields: Any) -> Rule:
    """A rule for the markup of a network's post: its quote stands for it where it cannot be shown."""

    def rule(element: Node, read: Read) -> Any:
        url = address(element)
        if not url:
            return NotImplemented
        inside = quote(element, read) if tag(element) == "blockquote" else read.deeper(children(element))
        fallback = inside if isinstance(inside, tuple) else (inside,)
        return embed_of(url, read, fallback=fallback, **fields)

    return rule


def said_in(*names: str) -> Callable[[Node], str]:
    """The address in the first of these attributes that has one."""

    def address(element: Node) -> str:
        written = attributes(element)
        return next((value for name in names if (value := written.get(name, "").strip()).startswith("http")), "")

    return address


def linked(pattern: str) -> Callable[[Node], str]:
    """The address of the last link inside that fits."""
    fits = re.compile(pattern)

    def address(element: Node) -> str:
        inside = islice(elements(element), _MOST_LOOKS)
        urls = [attribute(each, "href") or "" for each in inside if tag(each) == "a"]
        return next((url for url in reversed(urls) if fits.search(url)), "")

    return address


def either(*addresses: Callable[[Node], str]) -> Callable[[Node], str]:
    """The first address that is found."""
    return lambda element: next((url for each in addresses if (url := each(element))), "")


def by_id(pattern: str, *names: str) -> Rule:
    """A rule for an element that names only an id: *pattern* with the value of the first of these attributes in it."""

    def rule(element: Node, read: Read) -> Any:
        written = attributes(element)
        value = next((value for name in names if (value := written.get(name, "").strip())), "")
        if not value:
            return NotImplemented
        url = value if value.startswith(("http://", "https://", "//")) else pattern.format(value)
        size = {side: pixels(written.get(side)) for side in ("width", "height")}
        title = written.get("title") or written.get("playlabel") or written.get("data-title") or None
        return embed_of(url, read, title=title, **size)

    return rule


def brightcove(element: Node, read: Read) -> Any:
    """A film of Brightcove, by the ids of account and film."""
    written = attributes(element)
    account, film = written.get("data-account"), written.get("data-video-id")
    if not account or not film:
        return NotImplemented
    url = f"https://players.brightcove.net/{account}/default_default/index.html?videoId={film}"
    return embed_of(url, read, reference=film)


def script(element: Node, read: Read) -> Any:
    """A script that writes a chart or a piece of code where it stands; any other is no content."""
    url = attribute(element, "src")
    found = _SCRIPTED.search(url) if url else None
    if found is None:
        return NotImplemented
    return embed_of(f"https:{found[0]}", read, title=attribute(element, "data-title") or None)


def bare_address(element: Node, read: Read) -> Any:
    """An element whose text is one address: what WordPress keeps of an embed until the page is shown."""
    only = children(element)
    words = text_content(element) if len(only) == 1 and tag(only[0]) is None else ""
    found = _BARE.fullmatch(words)
    return embed_of(found[1], read) if found else NotImplemented


def charted(element: Node, read: Read) -> Any:
    """A chart of Flourish by its `data-src`, its picture standing for it."""
    path = re.match(r"(?:visualisation|story)/\d+", attribute(element, "data-src") or "")
    if path is None:
        return NotImplemented
    made = embed_of(f"https://public.flourish.studio/{path[0]}/", read)
    return attrs.evolve(made, fallback=read.deeper(children(element)))


_YOUTUBE: Final = "https://www.youtube.com/watch?v={}"

embed_rules: dict[str, Rule] = {
    **dict.fromkeys(("iframe", "amp-iframe", "amp-video-iframe"), frame),
    "script": script,
    "lite-youtube": by_id(_YOUTUBE, "videoid", "video-id"),
    "lite-vimeo": by_id("https://vimeo.com/{}", "videoid", "video-id"),
    "amp-youtube": by_id(_YOUTUBE, "data-videoid"),
    "amp-vimeo": by_id("https://vimeo.com/{}", "data-videoid"),
    "amp-dailymotion": by_id("https://www.dailymotion.com/video/{}", "data-videoid"),
    "amp-twitter": by_id("https://x.com/i/status/{}", "data-tweetid"),
    "amp-instagram": by_id("https://www.instagram.com/p/{}/", "data-shortcode"),
    "amp-facebook": by_id("{}", "data-href"),
    "amp-tiktok": by_id("https://www.tiktok.com/embed/v2/{}", "data-src"),
    "amp-soundcloud": by_id("https://api.soundcloud.com/tracks/{}", "data-trackid"),
    "amp-reddit": by_id("{}", "data-src"),
    "amp-pinterest": by_id("{}", "data-url"),
    "amp-imgur": by_id("https://imgur.com/{}", "data-imgur-id"),
    "amp-gist": by_id("https://gist.github.com/{}", "data-gistid"),
    "amp-jwplayer": by_id("https://cdn.jwplayer.com/previews/{}", "data-media-id"),
    "amp-brightcove": brightcove,
}

embed_classes: dict[str, Rule] = {
    **dict.fromkeys((".twitter-tweet", ".twitter-video"), post(linked(r"/status(?:es)?/\d"))),
    ".instagram-media": post(
        either(said_in("data-instgrm-permalink"), linked(r"instagram\.com/(?:p|reel|tv)/")), provider="instagram"
    ),
    ".tiktok-embed": post(said_in("cite"), provider="tiktok"),
    **dict.fromkeys((".fb-post", ".fb-video"), post(said_in("data-href"), provider="facebook")),
    **dict.fromkeys((".reddit-embed-bq", ".reddit-card"), post(linked(r"reddit\.com/"), provider="reddit")),
    ".bluesky-embed": post(linked(r"bsky\.app/profile/[^/]+/post/"), provider="bluesky"),
    ".mastodon-embed": post(either(said_in("data-embed-url"), linked(r"/@\w+/\d")), provider="mastodon"),
    ".text-post-media": post(said_in("data-text-post-permalink"), provider="threads"),
    ".imgur-embed-pub": by_id("https://imgur.com/{}", "data-id"),
    ".infogram-embed": by_id("https://infogram.com/{}", "data-id"),
    **dict.fromkeys((".rll-youtube-player", ".youtube-player"), by_id(_YOUTUBE, "data-src", "data-id", "data-video")),
    ".flourish-embed": charted,
    ".wp-block-embed__wrapper": bare_address,
}
