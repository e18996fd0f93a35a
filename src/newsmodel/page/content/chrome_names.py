"""The words by which sites name what is no article: in class names and ids, in the languages of their makers."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from newsmodel.page.words import tokens_of, word_set, words_of

_WORDS: Final = word_set(
    "newsletter newsletters nyhetsbrev boletin signup login subscribe subscription donate donation piano zephr regwall"
    " share sharing shares sharebar sharelinks sharebuttons addtoany addthis sharedaddy social socials partage partager"
    " comparte compartir follow followus"
    " related relatedposts relatedlinks relatedcontent relacionadas relacionados recirc recirculation recommended"
    " recommendation recommendations recommends trending mostread popular morenews readmore readnext weiterlesen"
    " outbrain taboola teaser teasers promo promos promotion promotional carousel"
    " advert adverts advertisement advertising adslot ads sponsored sponsor affiliate werbung anzeige publicidad banner"
    " pricebox cta"
    " breadcrumb breadcrumbs footer sidebar navigation navbar navi menu toolbar pagination pager taglist etiquetas"
    " widgetarea toc infinite skip button buttons optin"
    " cookie cookies consent gdpr paywall popup modal overlay lightbox tooltip screenreader visuallyhidden noprint"
    " print disqus livefyre spotim viafoura wpdiscuz jetpack rating ratings"
    " byline bylines authorbox authorbio authorline authorname bio dateline timestamp pubdate postmeta metainfo"
    " metadata infobar audioplayer copyright disclaimer"
)
_TOKENS: Final = word_set(
    "ad ads ad-container ad-wrapper ad-slot adbox adsbygoogle tags tag-list post-tags entry-tags tags-links"
    " article-tags tag-cloud meta entry-meta post-meta article-meta article__meta post-info post-footer entry-footer"
    " article-footer author author-box author-info about-author post-author article-author article__author authors"
    " vcard read-more also-read read-also more-stories more-news see-also comments comment-list commentlist"
    " post-navigation nav-links hidden is-hidden sr-only screen-reader-text visually-hidden caption-credit"
    " ez-toc-container toc_container lwptoc share-article date published post-date"
)
_PAIRS: Final = tuple(
    frozenset(pair.split("+"))
    for pair in word_set(
        "read+more read+also read+next most+read more+from more+stories you+might up+next latest+news link+list"
        " ad+slot ad+container ad+wrapper ad+unit google+ad call+action sign+up"
        " author+bio author+info author+box article+author post+meta article+meta publish+date read+time reading+time"
        " article+tags tag+list tags+list tag+cloud article+footer comments+section"
    )
)
_IN_PAIRS: Final = frozenset().union(*_PAIRS)
_EXCUSES: Final = word_set("embed embedded tweet quote pullquote blockquote factbox")
_CONSENT: Final = word_set("consent optin gdpr placeholder privacy")


@lru_cache(maxsize=4096)
def names_chrome(names: str) -> bool:
    """Whether class and id speak of chrome. What is embedded in a text is none, a plea for consent to it is."""
    words = words_of(names)
    if not words.isdisjoint(_EXCUSES) and words.isdisjoint(_CONSENT):
        return False
    if not (words.isdisjoint(_WORDS) and tokens_of(names).isdisjoint(_TOKENS)):
        return True
    return len(words & _IN_PAIRS) > 1 and any(pair <= words for pair in _PAIRS)
