"""What of a page is not its article: navigation, share bars, teasers, newsletter boxes, advertisements, cookie texts.

Told by the element, by the words in its class and id, and by how much of its text is links. Whatever its name says,
a part that holds most of the page's prose is no chrome: sites write `class="modal-open paywall"` on everything.
"""

from __future__ import annotations

from collections.abc import Set
from functools import lru_cache
from typing import Final

from newsmodel.markup.engine import attribute
from newsmodel.page.survey import UNSEEN, Survey
from newsmodel.page.words import tokens_of, word_set, words_of

_TAGS: Final = word_set("nav header footer form dialog button menu input template") | (UNSEEN - {"iframe", "object"})
_LANDMARKS: Final = frozenset({"navigation", "contentinfo", "search", "complementary", "dialog", "alertdialog", "menu"})
_KEPT: Final = word_set("html body main article")
_NAMED: Final = word_set("div section aside ul ol p span header figure dl table center li h2 h3 h4 h5 details a")

_WORDS: Final = word_set(
    "newsletter newsletters share sharing sharebar sharelinks sharebuttons shares addtoany addthis sharedaddy social"
    " socials related relatedposts recirc recirculation recommended recommendation recommendations"
    " recommends breadcrumb"
    " breadcrumbs cookie cookies consent gdpr paywall regwall advert advertisement advertising adverts adslot ads"
    " sponsored sponsor promo promos promotion promotional teaser teasers disqus footer sidebar navigation navbar navi"
    " menu outbrain taboola popup modal overlay subscribe subscription signup login toolbar pagination pager taglist"
    " trending mostread popular widgetarea jetpack livefyre spotim viafoura lightbox skip screenreader visuallyhidden"
    " infinite donate donation follow followus byline bylines dateline timestamp pubdate postmeta authorbox authorbio"
    " bio metainfo metadata toc wpdiscuz hidden noprint werbung anzeige weiterlesen mehrzum partage partager"
    " nyhetsbrev boletin comparte compartir etiquetas publicidad relacionadas relacionados banner affiliate"
    " piano zephr tooltip print rating ratings audioplayer copyright disclaimer cta button buttons readmore readnext"
    " carousel authorline authorname infobar pricebox relatedlinks relatedcontent morenews optin"
)
_WORDS_OF_SHORT: Final = frozenset(  # of a line or two; a longer part may be named so for another reason
    [
        "author",
        "authors",
        "category",
        "categories",
        "date",
        "time",
        "topic",
        "topics",
        "tag",
        "tags",
        "recent",
        "latest",
        "next",
        "previous",
        "prev",
        "player",
        "duration",
        "subline",
        "contributor",
        "writer",
        "modified",
        "updated",
        "readtime",
        "views",
        "icon",
        "icons",
        "label",
        "badge",
        "source",
        "message",
        "hint",
        "comment",
        "comments",
        "stories",
        "placeholder",
        "fallback",
    ]
)
_SHORT: Final = 160
_TOKENS: Final = word_set(
    "ad ads ad-container ad-wrapper ad-slot adbox adsbygoogle tags tag-list post-tags entry-tags"
    " tags-links article-tags"
    " tag-cloud meta entry-meta post-meta article-meta article__meta post-info post-footer entry-footer article-footer"
    " author author-box author-info about-author post-author article-author article__author authors vcard"
    " read-more readmore also-read read-also more-stories more-news see-also comments comment-list commentlist"
    " post-navigation nav-links sr-only screen-reader-text visually-hidden caption-credit"
    " ez-toc-container toc_container"
    " lwptoc share-article date published post-date"
)
_PAIRS: Final = (
    frozenset({"read", "more"}), frozenset({"read", "also"}), frozenset({"read", "next"}), frozenset({"most", "read"}),
    frozenset({"more", "from"}), frozenset({"more", "stories"}), frozenset({"you", "might"}), frozenset({"up", "next"}),
    frozenset({"ad", "slot"}), frozenset({"ad", "container"}), frozenset({"ad", "wrapper"}), frozenset({"ad", "unit"}),
    frozenset({"google", "ad"}), frozenset({"author", "bio"}), frozenset({"author", "info"}),
    frozenset({"author", "box"}),
    frozenset({"article", "tags"}), frozenset({"tag", "list"}), frozenset({"tags", "list"}),
    frozenset({"latest", "news"}),
    frozenset({"post", "meta"}), frozenset({"article", "meta"}), frozenset({"publish", "date"}),
    frozenset({"call", "action"}),
    frozenset({"sign", "up"}), frozenset({"article", "footer"}), frozenset({"article", "author"}),
    frozenset({"comments", "section"}),
    frozenset({"link", "list"}), frozenset({"read", "time"}), frozenset({"reading", "time"}),
    frozenset({"tag", "cloud"}),
)  # fmt: skip
_EXCUSES: Final = word_set("embed embedded tweet quote pullquote blockquote factbox")
_CONSENT: Final = word_set("consent optin gdpr placeholder privacy")
_MOST_PROSE: Final = 0.4  # of the page's: with more a part is no chrome, whatever it is called


def chrome_of(survey: Survey) -> set[int]:
    """The outermost elements that are chrome by their element, role or name."""
    found: set[int] = set()
    limit = _MOST_PROSE * max(survey.prose, default=0)
    number, count = 0, len(survey.nodes)
    while number < count:
        if _is_chrome(survey, number) and (survey.prose[number] <= limit or survey.tags[number] in UNSEEN):
            found.add(number)
            number = survey.ends[number]
        else:
            number += 1
    return found


def outermost(survey: Survey, numbers: Set[int]) -> set[int]:
    """Those of *numbers* that are inside no other."""
    found: set[int] = set()
    end = -1
    for number in sorted(numbers):
        if number >= end:
            found.add(number)
            end = survey.ends[number]
    return found


def _is_chrome(survey: Survey, number: int) -> bool:
    tag, names = survey.tags[number], survey.names[number]
    if tag in _TAGS:
        return True
    if tag in _KEPT:
        return False
    if names and tag in _NAMED and (named_chrome(names) or _is_short_chrome(survey, number)):
        return True
    node = survey.nodes[number]
    return attribute(node, "role") in _LANDMARKS or attribute(node, "hidden") is not None


def _is_short_chrome(survey: Survey, number: int) -> bool:
    return survey.chars[number] <= _SHORT and bool(words_of(survey.names[number]) & _WORDS_OF_SHORT)


@lru_cache(maxsize=4096)
def named_chrome(names: str) -> bool:
    """Whether class and id speak of chrome."""
    words = words_of(names)
    if words & _EXCUSES and not words & _CONSENT:
        return False
    return bool(words & _WORDS or tokens_of(names) & _TOKENS) or any(pair <= words for pair in _PAIRS)
