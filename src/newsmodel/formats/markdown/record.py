"""How front matter names the record of an article.

Named as Hugo, Jekyll and Pandoc name them; in brackets what is read as well:

=============================================  =======================================================================
title (headline)                               headline
subtitle (standfirst, dek, deck)               standfirst
description (summary, excerpt)                 summary
kicker                                         kicker: its text, or {text, url}
slug, slugline, id, version, kind              the fields of these names
author, authors (by)                           authors: a name, or {name, url, title, image, location, type:
                                               "organisation"}
contributors                                   credits in other roles: as authors, with role
byline                                         byline, the line as shown
date (published)                               dates.published
lastmod (modified, updated, last_modified_at)  dates.modified
publishDate, expiryDate                        dates.scheduled, dates.expires
created, first_published, displayed, embargo   the dates of these names
lang (language), dir                           language, direction
section (category)                             section: a name, or {name, url, path, parent}
sections                                       sections
[categories]                                   the first is the section if none is named, the others are sections
tags (keywords)                                concepts that are plain keywords
concepts                                       the other concepts, as {name, kind, uri, scheme, code …}
canonical_url (canonical)                      canonical_url
image (featured_image, cover …)                lead_media, if it is a picture: its url, or {url, alt, title, caption,
                                               credit}
publisher, provider, distributor, source       a name, or {name, url, logo}
dateline                                       dateline: its text, or {text, date}
draft, status                                  status; draft: true is the status "draft", and so is Jekyll's
                                               published: false
urgency, access, rights                        urgency; access.level; rights as {copyright_holder, license …}
=============================================  =======================================================================

Keys match whatever their case, underscores and hyphens. Every other key stays in `extra["markdown"]`.
"""

from __future__ import annotations

from newsmodel.model import Concept

DATES = {
    "date": "published",
    "lastmod": "modified",
    "publishDate": "scheduled",
    "expiryDate": "expires",
    "created": "created",
    "first_published": "first_published",
    "displayed": "displayed",
    "embargo": "embargoed_until",
}
"""Key of front matter -> field of `Dates`."""

TEXTS = {"title": "headline", "subtitle": "standfirst", "description": "summary", "byline": "byline"}
"""Key -> field of the article that is rich text."""

WORDS = {
    "id": "id",
    "slug": "slug",
    "slugline": "slugline",
    "version": "version",
    "kind": "kind",
    "lang": "language",
    "dir": "direction",
    "canonical_url": "canonical_url",
}
"""Key -> field of the article that is a string."""

ORGANISATIONS = ("publisher", "provider", "distributor", "source")
"""Keys and fields that are an organisation."""

_OTHERS = (
    *("kicker", "authors", "contributors", "section", "sections", "categories", "tags", "concepts", "image"),
    *("dateline", "draft", "status", "urgency", "access", "rights"),
)
_ALIASES = {
    "headline": "title",
    "standfirst": "subtitle",
    "dek": "subtitle",
    "deck": "subtitle",
    "summary": "description",
    "excerpt": "description",
    "by": "authors",
    "author": "authors",
    "published": "date",
    "modified": "lastmod",
    "updated": "lastmod",
    "last_modified_at": "lastmod",
    "language": "lang",
    "category": "section",
    "keywords": "tags",
    "canonical": "canonical_url",
    "featured_image": "image",
    "cover": "image",
    "thumbnail": "image",
}


def _folded(key: str) -> str:
    return key.lower().replace("_", "").replace("-", "")


_KNOWN = {
    **{_folded(key): key for key in (*DATES, *TEXTS, *WORDS, *ORGANISATIONS, *_OTHERS)},
    **{_folded(alias): key for alias, key in _ALIASES.items()},
}


def known(key: str) -> str | None:
    """The name that *key* is another for; None if it names no field of the record, and so is one of `extra`."""
    return _KNOWN.get(_folded(key))


def is_tag(concept: Concept) -> bool:
    """Whether *concept* is no more than a keyword."""
    return concept == Concept(concept.name, kind="keyword")
