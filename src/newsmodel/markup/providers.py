"""Whose an embed is, by its address, and by what id it is known there."""

from __future__ import annotations

import re
from typing import Final

from newsmodel.urls import host

PROVIDERS: Final = {
    "youtube.com": "youtube",
    "youtube-nocookie.com": "youtube",
    "youtu.be": "youtube",
    "vimeo.com": "vimeo",
    "dailymotion.com": "dailymotion",
    "dai.ly": "dailymotion",
    "twitch.tv": "twitch",
    "rumble.com": "rumble",
    "rutube.ru": "rutube",
    "bilibili.com": "bilibili",
    "streamable.com": "streamable",
    "ted.com": "ted",
    "wistia.com": "wistia",
    "wistia.net": "wistia",
    "odysee.com": "odysee",
    "ok.ru": "ok",
    "youku.com": "youku",
    "loom.com": "loom",
    "vidyard.com": "vidyard",
    "kaltura.com": "kaltura",
    "archive.org": "internet-archive",
    "videopress.com": "videopress",
    "brightcove.net": "brightcove",
    "brightcove.com": "brightcove",
    "jwplayer.com": "jwplayer",
    "jwplatform.com": "jwplayer",
    "twitter.com": "x",
    "x.com": "x",
    "instagram.com": "instagram",
    "facebook.com": "facebook",
    "threads.net": "threads",
    "threads.com": "threads",
    "tiktok.com": "tiktok",
    "bsky.app": "bluesky",
    "reddit.com": "reddit",
    "redditmedia.com": "reddit",
    "linkedin.com": "linkedin",
    "pinterest.com": "pinterest",
    "t.me": "telegram",
    "vk.com": "vk",
    "imgur.com": "imgur",
    "giphy.com": "giphy",
    "spotify.com": "spotify",
    "soundcloud.com": "soundcloud",
    "podcasts.apple.com": "apple-podcasts",
    "music.apple.com": "apple-music",
    "acast.com": "acast",
    "megaphone.fm": "megaphone",
    "simplecast.com": "simplecast",
    "omny.fm": "omny",
    "bandcamp.com": "bandcamp",
    "mixcloud.com": "mixcloud",
    "deezer.com": "deezer",
    "audioboom.com": "audioboom",
    "spreaker.com": "spreaker",
    "podbean.com": "podbean",
    "buzzsprout.com": "buzzsprout",
    "libsyn.com": "libsyn",
    "art19.com": "art19",
    "transistor.fm": "transistor",
    "podigee.io": "podigee",
    "ivoox.com": "ivoox",
    "captivate.fm": "captivate",
    "datawrapper.de": "datawrapper",
    "dwcdn.net": "datawrapper",
    "flourish.studio": "flourish",
    "uri.sh": "flourish",
    "infogram.com": "infogram",
    "tableau.com": "tableau",
    "observablehq.com": "observable",
    "knightlab.com": "knightlab",
    "everviz.com": "everviz",
    "plotly.com": "plotly",
    "plot.ly": "plotly",
    "thinglink.com": "thinglink",
    "genial.ly": "genially",
    "maps.google.com": "google-maps",
    "openstreetmap.org": "openstreetmap",
    "arcgis.com": "arcgis",
    "carto.com": "carto",
    "mapbox.com": "mapbox",
    "docs.google.com": "google-docs",
    "drive.google.com": "google-drive",
    "gettyimages.com": "getty-images",
    "flickr.com": "flickr",
    "tumblr.com": "tumblr",
    "weibo.com": "weibo",
    "issuu.com": "issuu",
    "yumpu.com": "yumpu",
    "airtable.com": "airtable",
    "civey.com": "civey",
    "slideshare.net": "slideshare",
    "typeform.com": "typeform",
    "substack.com": "substack",
    "documentcloud.org": "documentcloud",
    "scribd.com": "scribd",
    "gist.github.com": "github",
    "codepen.io": "codepen",
}

_REFERENCES: Final = {
    "youtube": r"(?:/embed/|/v/|/shorts/|/live/|[?&]v=|youtu\.be/)(?!videoseries)([\w-]{11})(?![\w-])",
    "vimeo": r"(?:/video/|vimeo\.com/)(\d+)",
    "dailymotion": r"(?:/video/|[?&]video=|dai\.ly/)(\w+)",
    "x": r"(?:/status(?:es)?/|[?&]id=)(\d+)",
    "instagram": r"/(?:p|reel|tv)/([\w-]+)",
    "tiktok": r"/(?:video|embed/v2|embed|v1)/(\d+)",
    "facebook": r"/(?:posts|videos|permalink|reel)/(?:[^/?#]+/)?(\d+)|[?&]v=(\d+)",
    "bluesky": r"/(?:post|app\.bsky\.feed\.post)/(\w+)",
    "threads": r"/post/([\w-]+)",
    "mastodon": r"/@[\w.@-]+/(\d+)|/statuses/(\d+)",
    "linkedin": r"urn:li:\w+:(\d+)",
    "telegram": r"t\.me/(?:s/)?(\w+/\d+)",
    "pinterest": r"/pin/(\d+)",
    "giphy": r"giphy\.com/(?:embed|media)/(\w+)|giphy\.com/gifs/(?:[\w-]*-)?(\w+)",
    "imgur": r"imgur\.com/(?:a/|gallery/)?(\w+)",
    "reddit": r"/comments/(\w+)",
    "spotify": r"/(?:track|episode|show|album|playlist|artist)/(\w+)",
    "soundcloud": r"/(?:tracks|playlists)/(\d+)",
    "datawrapper": r"(?:dwcdn\.net|datawrapper\.de/_)/(\w+)",
    "flourish": r"/(?:visualisation|story)/(\d+)",
    "infogram": r"infogram\.com/([\w-]+)",
    "scribd": r"/(?:embeds|document|doc)/(\d+)",
    "documentcloud": r"/documents/(\d+)",
    "brightcove": r"[?&]videoId=(\w+)",
    "jwplayer": r"/(?:players|previews|videos)/(\w{8})(?!\w)",
    "wistia": r"/(?:iframe|medias)/(\w+)",
    "twitch": r"[?&]video=v?(\w+)|[?&]clip=([\w-]+)|/videos/(\d+)",
    "codepen": r"/(?:pen|embed)/(?:preview/)?(\w+)",
    "github": r"gist\.github\.com/(?:[\w-]+/)?(\w+)",
}

_NO_CONTENT: Final = re.compile(
    r"//(?:[\w-]+\.)*(?:dianomi\.com|taboola\.com|outbrain\.com|adnxs\.com|sibforms\.com|list-manage\.com"
    r"|googletagmanager\.com|doubleclick\.net|googlesyndication\.com|amazon-adsystem\.com"
    r"|google\.com/recaptcha|facebook\.com/(?:tr\b|plugins/(?:like|share|page|comments)))"
)


_FEDIVERSE: Final = re.compile(r"//[^/?#]+/@[\w.@-]+/\d+/embed\b")


def provider_of(url: str) -> str | None:
    """Whose a URL is, by its host ("youtube", "x"); None for one that is not known.

    A post of Mastodon, which is at home on any host, is known by its path.
    """
    if "google." in url and "/maps" in url:
        return "google-maps"
    if "/@" in url[:2000] and _FEDIVERSE.search(url[:2000]):
        return "mastodon"
    parts = (host(url) or "").split(".")
    names = (".".join(parts[at:]) for at in range(len(parts)))
    return next((PROVIDERS[name] for name in names if name in PROVIDERS), None)


def reference_of(provider: str | None, url: str) -> str | None:
    """The provider's id of what is at *url*, if the address holds it."""
    pattern = _REFERENCES.get(provider or "")
    found = re.search(pattern, url[:2000]) if pattern else None
    return next(filter(None, found.groups())) if found else None


def is_no_content(url: str) -> bool:
    """Whether a frame of this address counts readers, asks them for proof, or shows advertising or buttons."""
    return _NO_CONTENT.search(url[:200]) is not None
