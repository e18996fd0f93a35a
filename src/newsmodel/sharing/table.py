"""The networks: how each is offered a page, and all the forms in which real pages have done so.

Sources: the networks' own pages for developers, and the share links of 1,333 pages. `quote` (Facebook) and `title`
(LinkedIn, Xing) are read by no one there today, and keep the title in the link for those who read it.
"""

from __future__ import annotations

import re
from typing import Final

from newsmodel.sharing.network import Network

_ALL: Final = (
    Network(
        name="facebook", title="Facebook", endpoint="https://www.facebook.com/sharer/sharer.php",
        url="u", text="quote", hashtags="hashtag",
        pattern=r"(?:[\w.-]+\.)?facebook\.com/(?:sharer|share\.php|dialog/(?:share|feed))",
    ),
    Network(
        name="messenger", title="Messenger", endpoint="fb-messenger://share", url="link", text="text",
        pattern=r"(?:[\w.-]+\.)?facebook\.com/dialog/send|fb-messenger:",
    ),
    Network(
        name="x", title="X", endpoint="https://x.com/intent/post",
        text="text", url="url", via="via", hashtags="hashtags",
        pattern=r"(?:[\w.-]+\.)?(?:twitter|x)\.com/(?:intent/(?:tweet|post)|share|home\?status=)",
    ),
    Network(
        name="reddit", title="Reddit", endpoint="https://www.reddit.com/submit", url="url", text="title",
        pattern=r"(?:[\w.-]+\.)?reddit\.com/(?:r/[\w-]+/)?submit",
    ),
    Network(
        name="pinterest", title="Pinterest", endpoint="https://www.pinterest.com/pin/create/button/",
        url="url", media="media", text="description",
        pattern=r"(?:[\w.-]+\.)?pinterest\.[a-z.]{2,6}/pin/create|(?:[\w.-]+\.)?pin\.it/",
    ),
    Network(
        name="linkedin", title="LinkedIn", endpoint="https://www.linkedin.com/sharing/share-offsite/",
        url="url", text="title",
        pattern=r"(?:[\w.-]+\.)?linkedin\.com/(?:sharing/|sharearticle|cws/share|feed/\?shareactive)",
    ),
    Network(
        name="whatsapp", title="WhatsApp", endpoint="https://wa.me/", text="text",
        pattern=r"wa\.me/\?text=|(?:api|web)\.whatsapp\.com/send|whatsapp:/{0,2}send",
    ),
    Network(
        name="telegram", title="Telegram", endpoint="https://t.me/share/url", url="url", text="text",
        pattern=r"(?:t|telegram)\.me/share|tg:/{0,2}msg",
    ),
    Network(
        name="bluesky", title="Bluesky", endpoint="https://bsky.app/intent/compose", text="text",
        pattern=r"bsky\.app/intent/compose",
    ),
    Network(
        name="threads", title="Threads", endpoint="https://www.threads.com/intent/post", text="text", url="url",
        pattern=r"(?:www\.)?threads\.(?:net|com)/intent/post",
    ),
    Network(
        name="email", title="e-mail", endpoint="mailto:", text="body",
        pattern=r"mailto:(?:%20)*\?(?:.*&)?(?:subject|body)=",
    ),
    Network(name="sms", title="text message", endpoint="sms:", text="body", pattern=r"sms:\?"),
    Network(
        name="hackernews", title="Hacker News", endpoint="https://news.ycombinator.com/submitlink", url="u", text="t",
        pattern=r"news\.ycombinator\.com/submitlink",
    ),
    Network(
        name="flipboard", title="Flipboard", endpoint="https://share.flipboard.com/bookmarklet/popout",
        fixed=(("v", "2"),), url="url", text="title", pattern=r"share\.flipboard\.com/bookmarklet",
    ),
    Network(
        name="tumblr", title="Tumblr", endpoint="https://www.tumblr.com/widgets/share/tool",
        url="canonicalUrl", text="title", hashtags="tags", pattern=r"(?:www\.)?tumblr\.com/(?:share|widgets/share)",
    ),
    Network(
        name="vk", title="VK", endpoint="https://vk.com/share.php", url="url", text="title", media="image",
        pattern=r"(?:www\.)?(?:vk\.com|vkontakte\.ru)/share",
    ),
    Network(
        name="ok", title="Odnoklassniki", endpoint="https://connect.ok.ru/offer", url="url", text="title",
        media="imageUrl",
        pattern=r"connect\.ok\.ru/|(?:www\.)?(?:ok|odnoklassniki)\.ru/(?:offer|dk\?st\.cmd=addshare)",
    ),
    Network(
        name="line", title="LINE", endpoint="https://social-plugins.line.me/lineit/share", url="url", text="text",
        pattern=r"social-plugins\.line\.me/lineit/share|line\.me/r/msg|lineit\.line\.me/share",
    ),
    Network(
        name="viber", title="Viber", endpoint="viber://forward", text="text", pattern=r"viber:/{0,2}forward"
    ),
    Network(
        name="xing", title="XING", endpoint="https://www.xing.com/spi/shares/new", url="url", text="title",
        pattern=r"(?:www\.)?xing\.com/(?:spi/shares|social_plugins/share|app/user\?op=share)",
    ),
    Network(
        name="weibo", title="Weibo", endpoint="https://service.weibo.com/share/share.php", url="url", text="title",
        media="pic", pattern=r"service\.weibo\.com/share",
    ),
    Network(
        name="hatena", title="Hatena", endpoint="https://b.hatena.ne.jp/add", fixed=(("mode", "confirm"),),
        url="url", text="title", pattern=r"b\.hatena\.ne\.jp/(?:add|entry)",
    ),
    Network(
        name="teams", title="Microsoft Teams", endpoint="https://teams.microsoft.com/share", url="href", text="msgText",
        pattern=r"teams\.microsoft\.com/share",
    ),
    Network(
        name="lobsters", title="Lobsters", endpoint="https://lobste.rs/stories/new", url="url", text="title",
        pattern=r"lobste\.rs/stories/new",
    ),
    Network(
        name="instapaper", title="Instapaper", endpoint="https://www.instapaper.com/hello2", url="url", text="title",
        pattern=r"(?:www\.)?instapaper\.com/(?:hello2|edit)",
    ),
    Network(
        name="mailru", title="Mail.ru", endpoint="https://connect.mail.ru/share", url="url", text="title",
        pattern=r"connect\.mail\.ru/share",
    ),
    Network(
        name="evernote", title="Evernote", endpoint="https://www.evernote.com/clip.action", url="url", text="title",
        pattern=r"(?:www\.)?evernote\.com/(?:clip\.action|noteit\.action)",
    ),
    Network(
        name="buffer", title="Buffer", endpoint="https://publish.buffer.com/compose", url="url", text="text",
        pattern=r"(?:publish\.)?buffer(?:app)?\.com/(?:add|compose)",
    ),
    Network(
        name="truthsocial", title="Truth Social", endpoint="https://truthsocial.com/share", text="title", url="url",
        pattern=r"truthsocial\.com/share",
    ),
    Network(
        name="googleplus", title="Google+", is_gone=True, pattern=r"plus\.google\.com/(?:share|\+1)"
    ),
    Network(name="pocket", title="Pocket", is_gone=True, pattern=r"(?:www\.)?getpocket\.com/(?:save|edit)"),
    Network(
        name="stumbleupon", title="StumbleUpon", is_gone=True, pattern=r"(?:www\.)?stumbleupon\.com/(?:submit|badge)"
    ),
    Network(
        name="delicious", title="Delicious", is_gone=True,
        pattern=r"(?:www\.)?(?:delicious\.com|del\.icio\.us)/(?:save|post)",
    ),
    Network(name="digg", title="Digg", is_gone=True, pattern=r"(?:www\.)?digg\.com/(?:submit|remote-submit)"),
    Network(
        name="googlebookmarks", title="Google Bookmarks", is_gone=True,
        pattern=r"(?:www\.)?google\.com/bookmarks/mark",
    ),
    Network(
        name="mastodon", title="Mastodon", endpoint="https://share.joinmastodon.org/", text="text",
        pattern=r"share\.joinmastodon\.org/?\#|(?:toot|s2f)\.kytta\.dev|mastodonshare\.com|(?:www\.)?tootpick\.org"
        r"|[\w.-]+(?::\d+)?/share\?text=[^&]*(?:%3a%2f%2f|://)",
    ),
)  # fmt: skip
"""Mastodon comes last: any host can be one of its servers."""

ALIASES: Final = {
    "twitter": "x", "e-mail": "email", "mail": "email", "odnoklassniki": "ok", "hacker news": "hackernews",
    "hacker-news": "hackernews", "google+": "googleplus", "vkontakte": "vk", "copy link": "copy", "copy-link": "copy",
    "copylink": "copy", "link": "copy", "fb": "facebook",
}  # fmt: skip
"""Other names of networks."""

NETWORKS: Final[dict[str, Network]] = {network.name: network for network in _ALL}
_compiled: list[re.Pattern[str]] = []


def named(name: str) -> Network | None:
    """The network of that name, or of another name that people have for it."""
    return NETWORKS.get(ALIASES.get(name, name))


def register(network: Network) -> Network:
    """See `newsmodel.sharing.register_network`."""
    re.compile(network.pattern)
    if not network.name.isidentifier() or network.name != network.name.lower():
        raise ValueError(f"a network's name is one word in lower case, {network.name!r} is not")
    others = {name: other for name, other in NETWORKS.items() if name != network.name}
    NETWORKS.clear()
    NETWORKS.update({network.name: network, **others})
    _compiled.clear()
    return network


def network_at(address: str) -> str | None:
    """The network of a share address, in lower case and without "https://"; None if it is none."""
    if not _compiled:
        forms = "|".join(f"(?P<{name}>{network.pattern})" for name, network in NETWORKS.items())
        _compiled.append(re.compile(forms))
    found = _compiled[0].match(address)
    return found.lastgroup if found else None
