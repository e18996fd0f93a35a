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

from newsmodel.markup.engine import (
    Node,
    attribute,
    attributes,
    children,
    elements,
    find,
    parent,
    parse_fragment,
    tag,
    text_content,
)
from newsmodel.markup.html_consent import consent_classes, deferred, embed_of, hidden_address
from newsmodel.markup.html_pictures import address_in, image_of, pixels
from newsmodel.markup.html_quotes import quote, significant
from newsmodel.markup.providers import is_no_content, provider_of
from newsmodel.markup.reading import Read, Rule
from newsmodel.model import Embed, Figure, File

_MOST_LOOKS: Final = 200
_COUNTS: Final = 2  # pixels, of a frame that is there to count its readers
_SCRIPTED: Final = re.compile(r"//(?:datawrapper\.dwcdn\.net/\w+|gist\.github\.com/[\w-]+/\w+)")
_JWPLAYER: Final = re.compile(r"//cdn\.jwplayer\.com/players/\w{8}-\w{8}(?=\.js)")
_NO_SCRIPTS: Final = frozenset({"text/html", "text/template", "text/plain", "text/x-template"})
_DOCUMENT: Final = re.compile(r"\.pdf(?:[?#]|$)", re.IGNORECASE)
_RATIOS: Final = frozenset({"responsive", "fill", "intrinsic"})  # where AMP takes width and height for a ratio
_LONGEST_INSIDE: Final = 20_000
_BARE: Final = re.compile(r"\s*(https?://[^\s<>\"]{4,2000})\s*")


def frame(element: Node, read: Read) -> Any:
    """`iframe`, `amp-iframe`, and what waits in one for consent.

    Nothing for one without an address, for one that counts readers or shows advertising, and for one that stands twice
    because of `noscript`.
    """
    written = attributes(element)
    url = address_in(written) or deferred(written)
    is_ratio = written.get("layout") in _RATIOS
    width, height = (None, None) if is_ratio else (pixels(written.get("width")), pixels(written.get("height")))
    if not url and (inner := text_content(element).strip()):
        return _written_inside(inner, read)
    if not url or is_no_content(url) or _counts(width, height):
        read.left_out(element)
        return ()
    if read.memo.pop("unscripted", None) == url:
        return ()
    read.memo["frame"] = url
    title = written.get("title") or None
    return embed_of(_plugged(url), read, title=title, width=width, height=height)


def unscripted(element: Node, read: Read) -> Any:
    """`noscript` with a frame of a known provider (others count readers), unless that was read already."""
    inner = find(element, "iframe")
    url = address_in(attributes(inner)) if inner is not None else ""
    if inner is None or not provider_of(url) or read.memo.get("frame") == url:
        return ()
    made = frame(inner, read)
    read.memo["unscripted"] = url
    return made


def _written_inside(markup: str, read: Read) -> Any:
    """The embeds that a frame holds as markup, as Instant Articles have it."""
    if "framed" in read.memo or len(markup) > _LONGEST_INSIDE:
        return ()
    read.memo["framed"] = True
    found = read.deeper(children(parse_fragment(markup, report=read.report)))
    del read.memo["framed"]
    return tuple(each for each in found if isinstance(each, Embed))


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
    """A script that writes a post, a chart or a piece of code where it stands; any other is no content."""
    if told := attribute(element, "data-telegram-post"):
        return embed_of(f"https://t.me/{told}", read)
    url = attribute(element, "src")
    if url and (player := _JWPLAYER.search(url)):
        return embed_of(f"https:{player[0]}.html", read)
    found = _SCRIPTED.search(url) if url else None
    if found is None:
        is_kept = (attribute(element, "type") or "").lower() in _NO_SCRIPTS
        return embed_of(kept, read) if is_kept and (kept := hidden_address(element)) else NotImplemented
    title = attribute(element, "data-title") or None
    return embed_of(f"https:{found[0]}", read, title=title, fallback=_picture_after(element, read))


def _picture_after(element: Node, read: Read) -> tuple[Figure, ...]:
    """The picture that stands for a chart, in the `noscript` after its script."""
    above, beside = _beside(element, read)
    after = next(iter(beside[beside.index(element) + 1 :]), None) if element in beside else None
    inner = find(after, "img") if after is not None and tag(after) == "noscript" else None
    image = image_of(inner, read) if inner is not None else None
    if image is None:
        return ()
    read.memo["picture"] = (image.url, above, False)
    return (Figure(image),)


def _beside(element: Node, read: Read) -> tuple[Node | None, list[Node]]:
    """The element around another, and what stands in it; looked at for so many of a page only."""
    looks = read.memo["beside"] = read.memo.get("beside", 0) + 1
    above = parent(element) if looks <= _MOST_LOOKS else None
    return above, significant(above) if above is not None else []


def plugged_in(element: Node, read: Read) -> Any:
    """`object` and `embed`: what a known provider shows, a document; else what stands in it."""
    inside = (element, *islice(elements(element), _MOST_LOOKS))
    written = [attributes(each) for each in inside if tag(each) in ("object", "embed")]
    values = [attributes(each).get("value") for each in inside if tag(each) == "param"]
    urls = [url for each in written for name in ("data", "src") if (url := each.get(name, "").strip())]
    known = next((url for url in (*urls, *values) if url and provider_of(url)), None)
    if known:
        width, height = pixels(written[0].get("width")), pixels(written[0].get("height"))
        return embed_of(known, read, width=width, height=height)
    document = next((url for url in urls if _DOCUMENT.search(url)), None)
    return Figure(File(read.link(document), title=written[0].get("title") or None)) if document else NotImplemented


def bare_address(element: Node, read: Read) -> Any:
    """An element whose text is one address: what WordPress keeps of an embed until the page is shown."""
    only = children(element)
    words = text_content(element) if len(only) == 1 and tag(only[0]) is None else ""
    found = _BARE.fullmatch(words)
    return embed_of(found[1], read) if found else NotImplemented


def embedded_post(element: Node, read: Read) -> Any:
    """A post of another WordPress: the quote that stands for it, without the frame beside it that shows it."""
    if tag(element) != "blockquote":
        return NotImplemented
    named = (each for each in _beside(element, read)[1] if tag(each) == "iframe")
    read.elsewhere.update(each for each in named if "wp-embedded-content" in (attribute(each, "class") or ""))
    return post(linked("^https?:"))(element, read)


def pen(element: Node, read: Read) -> Any:
    """A pen of CodePen, by who drew it and its hash."""
    written = attributes(element)
    user, name = written.get("data-user"), written.get("data-slug-hash")
    if not user or not name:
        return NotImplemented
    return embed_of(f"https://codepen.io/{user}/pen/{name}", read, title=written.get("data-pen-title") or None)


def tube(element: Node, read: Read) -> Any:
    """A player of YouTube that waits for a click: the id, or the address, is in an attribute."""
    for name, value in attributes(element).items():
        if name in _TUBE_NAMES and (found := _TUBE.fullmatch(value.strip())):
            return embed_of(_YOUTUBE.format(value.strip()) if found[1] else value.strip(), read)
    return NotImplemented


def wistia(element: Node, read: Read) -> Any:
    """A film of Wistia, whose id is in its class."""
    found = _WISTIA.search(attribute(element, "class") or "")
    return embed_of(f"https://fast.wistia.net/embed/iframe/{found[1]}", read) if found else NotImplemented


_WISTIA: Final = re.compile(r"\bwistia_async_(\w+)")


def charted(element: Node, read: Read) -> Any:
    """A chart of Flourish by its `data-src`, its picture standing for it."""
    path = re.match(r"(?:visualisation|story)/\d+", attribute(element, "data-src") or "")
    if path is None:
        return NotImplemented
    made = embed_of(f"https://public.flourish.studio/{path[0]}/", read)
    return attrs.evolve(made, fallback=read.deeper(children(element)))


_YOUTUBE: Final = "https://www.youtube.com/watch?v={}"
_TUBE_NAMES: Final = frozenset(
    {f"data-{name}" for name in ("id", "src", "video", "embed", "youtube", "yt", "ytid", "watch", "v", "url", "href")}
    | {f"data-{name}" for name in ("video-id", "videoid", "youtube-id", "youtubeid", "yt-id", "youtube-embed")}
)
_TUBE: Final = re.compile(r"([\w-]{11})|(?:https?:)?//(?:[\w-]+\.)*(?:youtube(?:-nocookie)?\.com|youtu\.be)/\S{3,500}")

embed_rules: dict[str, Rule] = {
    **dict.fromkeys(("iframe", "amp-iframe", "amp-video-iframe"), frame),
    "script": script,
    "noscript": unscripted,
    **dict.fromkeys(("object", "embed"), plugged_in),
    "oembed": by_id("{}", "url"),
    **dict.fromkeys(("youtube-video", "vimeo-video", "tiktok-video", "spotify-audio"), by_id("{}", "src")),
    "video-js": brightcove,
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
    "amp-embedly-card": by_id("{}", "data-url"),
    "amp-playbuzz": by_id("{}", "src"),
    "amp-megaphone-player": by_id("https://playlist.megaphone.fm/?e={}", "data-episode"),
    "amp-wistia-player": by_id("https://fast.wistia.net/embed/iframe/{}", "data-media-hashed-id"),
    "amp-jwplayer": by_id("https://cdn.jwplayer.com/previews/{}", "data-media-id"),
    "amp-brightcove": brightcove,
}

post_classes: dict[str, Rule] = {
    **dict.fromkeys((".twitter-tweet", ".twitter-video"), post(linked(r"/status(?:es)?/\d"))),
    ".instagram-media": post(
        either(said_in("data-instgrm-permalink"), linked(r"instagram\.com/(?:p|reel|tv)/")), provider="instagram"
    ),
    ".tiktok-embed": post(said_in("cite"), provider="tiktok"),
    **dict.fromkeys((".fb-post", ".fb-video"), post(said_in("data-href"), provider="facebook")),
    **dict.fromkeys(
        (".reddit-embed-bq", ".reddit-card"), post(linked(r"reddit\.com/r/[^/]+/comments/"), provider="reddit")
    ),
    ".bluesky-embed": post(linked(r"bsky\.app/profile/[^/]+/post/"), provider="bluesky"),
    ".mastodon-embed": post(either(said_in("data-embed-url"), linked(r"/@\w+/\d")), provider="mastodon"),
    ".text-post-media": post(said_in("data-text-post-permalink"), provider="threads"),
    ".imgur-embed-pub": by_id("https://imgur.com/{}", "data-id"),
}
"""Posts of networks, by the classes that the networks' own embed codes bear."""

embed_classes: dict[str, Rule] = {
    **post_classes,
    ".infogram-embed": by_id("https://infogram.com/{}", "data-id"),
    **dict.fromkeys((".youtube", ".youtube-player", ".youtube-embed", ".youtube-video", ".lyte"), tube),
    ".wp-embedded-content": embedded_post,
    ".codepen": pen,
    ".wistia-embed": wistia,
    ".flourish-embed": charted,
    ".wp-block-embed__wrapper": bare_address,
    **consent_classes,
}
