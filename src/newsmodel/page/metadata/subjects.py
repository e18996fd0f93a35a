"""What an article is and is about: kind, genres, keywords and other concepts, access, related items."""

from __future__ import annotations

import re
from typing import Any, Final

from newsmodel.model import Concept
from newsmodel.page.metadata.access import read_access
from newsmodel.page.metadata.related import related_items
from newsmodel.page.sources import Sources
from newsmodel.page.values import Record, first, line, lines, name_of, records, resolved, types, url_of

_KINDS: Final = {"LiveBlogPosting": "liveblog", "ImageGallery": "gallery", "MediaGallery": "gallery",
                 "VideoObject": "video", "AudioObject": "audio", "PodcastEpisode": "audio"}  # fmt: skip
_GENRES: Final = {
    "OpinionNewsArticle": "Opinion", "AnalysisNewsArticle": "Analysis", "ReviewNewsArticle": "Review",
    "BackgroundNewsArticle": "Background", "ReportageNewsArticle": "Reportage", "SatiricalArticle": "Satire",
    "AskPublicNewsArticle": "Ask the public", "AdvertiserContentArticle": "Advertiser content",
}  # fmt: skip
_CONCEPT_KINDS: Final = {"Person": "person", "Organization": "organisation", "NewsMediaOrganization": "organisation",
                         "Corporation": "organisation", "SportsTeam": "organisation", "Place": "place",
                         "City": "place", "Country": "place", "Event": "event"}  # fmt: skip
_KEYWORDS: Final = ("news_keywords", "keywords", "article:tag", "parsely-tags", "sailthru.tags", "cxenseparse:tags")
_SPLIT: Final = re.compile("[,;|、，]")
_LONGEST_KEYWORD: Final = 100
_MOST_CONCEPTS: Final = 200


def subject_fields(sources: Sources) -> dict[str, Any]:
    """`kind`, `genres`, `concepts`, `access` and `related`."""
    names = types(sources.article)
    kind = next((kind for name, kind in _KINDS.items() if name in names), "article")
    return {
        "kind": kind,
        "genres": _genres(sources.article, names),
        "concepts": _concepts(sources),
        "access": read_access(sources),
        "related": related_items(sources),
    }


def _genres(article: Record, names: frozenset[str]) -> list[Concept]:
    found = {
        genre: Concept(genre, kind="genre", uri=f"https://schema.org/{name}")
        for name, genre in _GENRES.items()
        if name in names
    }
    for text in lines(article.get("genre")):
        found.setdefault(text, Concept(text, kind="genre"))
    return list(found.values())


def _concepts(sources: Sources) -> list[Concept]:
    """Keywords of the record, else of the head; then what the record is `about` and what it `mentions`."""
    told = sources.article.get("keywords")
    keywords = [word for text in lines(told) for word in _words(text, isinstance(told, list))]
    keywords += [line(first(item.get("name"))) for item in records(told)]
    if not keywords:
        name = next((name for name in _KEYWORDS if sources.head.meta.get(name)), "")
        contents = sources.head.meta.get(name, [])
        keywords = [word for text in contents for word in _words(text, len(contents) > 1)]
    found = {word.casefold(): Concept(word, kind="keyword") for word in keywords if 0 < len(word) <= _LONGEST_KEYWORD}
    for rel in ("about", "mentions"):
        for item in resolved(sources.article.get(rel), sources.by_id):
            if name := name_of(item):
                found[name.casefold()] = _concept(name, item, rel)
    return list(found.values())[:_MOST_CONCEPTS]


def _words(text: str, alone: bool) -> list[str]:
    """The keywords in one string: one where each has a string of its own."""
    return (
        [text]
        if alone and len(text) <= _LONGEST_KEYWORD // 2
        else [word for part in _SPLIT.split(text) if (word := part.strip())]
    )


def _concept(name: str, item: Any, rel: str) -> Concept:
    if not isinstance(item, dict):
        return Concept(name, kind="subject", rel=rel)
    kind = next((_CONCEPT_KINDS[each] for each in sorted(types(item)) if each in _CONCEPT_KINDS), "subject")
    uri = next(iter(lines(item.get("sameAs"))), "") or url_of(item)
    return Concept(name, kind=kind, rel=rel, uri=uri or None)
