"""The record of an article as front matter, and back.

Named as Hugo, Jekyll and Pandoc name them; in brackets what is read as well:

=================================  =====================================================================================
title (headline)                   headline
subtitle (standfirst, dek, deck)   standfirst
description (summary, excerpt)     summary
kicker                             kicker: its text, or {text, url}
slug, slugline, id, version, kind  the fields of these names
author, authors (by)               authors: a name, or {name, url, title, image, location, type: "organisation"}
contributors                       credits in other roles: as authors, with role
byline                             byline, the line as shown
date (published)                   dates.published
lastmod (modified, updated, last_modified_at)  dates.modified
publishDate, expiryDate            dates.scheduled, dates.expires
created, first_published, displayed, embargo   the dates of these names
lang (language), dir               language, direction
section (category)                 section: a name, or {name, url, path, parent}
sections                           sections
[categories]                       the first is the section if none is named, the others are sections
tags (keywords)                    concepts that are plain keywords
concepts                           the other concepts, as {name, kind, uri, scheme, code …}
canonical_url (canonical)          canonical_url
image (featured_image, cover …)    lead_media, if it is a picture: its url, or {url, alt, title, caption, credit}
publisher, provider, distributor, source   a name, or {name, url, logo}
dateline                           dateline: its text, or {text, date}
draft, status                      status; draft: true is the status "draft", and so is Jekyll's published: false
urgency, access, rights            urgency; access.level; rights as {copyright_holder, license …}
=================================  =====================================================================================

Keys match whatever their case, underscores and hyphens. Every other key stays in `extra["markdown"]`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import attrs

from newsmodel.dates import format_rfc3339
from newsmodel.formats.markdown.record_values import as_record, from_record, instant, label_of, text_of, word
from newsmodel.markup.front_matter import resolve
from newsmodel.model import (
    Access,
    Article,
    Block,
    Concept,
    Credit,
    Dateline,
    Dates,
    Footnote,
    FrozenMap,
    Heading,
    Image,
    Organisation,
    Person,
    Rights,
    Section,
)
from newsmodel.rendering.front_matter import Literal
from newsmodel.report import Report

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
_TEXTS = {"title": "headline", "subtitle": "standfirst", "description": "summary", "byline": "byline"}
_WORDS = {
    "id": "id",
    "slug": "slug",
    "slugline": "slugline",
    "version": "version",
    "kind": "kind",
    "lang": "language",
    "dir": "direction",
    "canonical_url": "canonical_url",
}
_ORGANISATIONS = ("publisher", "provider", "distributor", "source")
_OTHERS = (
    *(
        "kicker",
        "authors",
        "contributors",
        "section",
        "sections",
        "categories",
        "tags",
        "concepts",
        "image",
        "dateline",
    ),
    *("draft", "status", "urgency", "access", "rights"),
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
    **{_folded(key): key for key in (*DATES, *_TEXTS, *_WORDS, *_ORGANISATIONS, *_OTHERS)},
    **{_folded(alias): key for alias, key in _ALIASES.items()},
}


def is_known(key: str) -> bool:
    """Whether *key* names a field of the record, so that it cannot be one of `extra`."""
    return _folded(key) in _KNOWN


def is_tag(concept: Concept) -> bool:
    """Whether *concept* is no more than a keyword."""
    return concept == Concept(concept.name, kind="keyword")


def write_record(article: Article) -> dict[str, Any]:
    """The front matter of *article*, in the order in which people read it."""
    opens_with_title = bool(article.body) and isinstance(article.body[0], Heading) and article.body[0].level == 1
    record: dict[str, Any] = {"title": str(article.headline)} if article.headline or opens_with_title else {}
    for key, name in list(_TEXTS.items())[1:]:
        record[key] = _optional(getattr(article, name), str)
    record["kicker"] = _optional(article.kicker, as_record)
    record |= _people(article.credits)
    for key, name in DATES.items():
        record[key] = _optional(getattr(article.dates, name), lambda value: Literal(format_rfc3339(value)))
    record["section"] = _optional(article.section, as_record)
    record["sections"] = [as_record(section) for section in article.sections] or None
    record["tags"] = [concept.name for concept in article.concepts if is_tag(concept)] or None
    record["concepts"] = [
        as_record(concept, always=True) for concept in article.concepts if not is_tag(concept)
    ] or None
    record |= {key: getattr(article, name) for key, name in _WORDS.items()}
    record["image"] = _optional(article.lead_media, as_record)
    record |= _facts(article)
    if record["kind"] == "article":
        del record["kind"]
    return {key: value for key, value in record.items() if value is not None} | dict(article.extra.get("markdown", {}))


def _facts(article: Article) -> dict[str, Any]:
    return {
        **{name: _optional(getattr(article, name), as_record) for name in _ORGANISATIONS},
        "dateline": _optional(article.dateline, as_record),
        "draft": True if article.status == "draft" else None,
        "status": article.status if article.status != "draft" else None,
        "urgency": article.urgency,
        "access": article.access.level if article.access else None,
        "rights": _optional(article.rights, lambda rights: as_record(rights, always=True)),
    }


def _optional(value: Any, write: Callable[[Any], Any]) -> Any:
    return None if value is None else write(value)


def _people(credits: tuple[Credit, ...]) -> dict[str, Any]:
    authors = [_agent(credit) for credit in credits if credit.role == "author"]
    others = [_agent(credit) for credit in credits if credit.role != "author"]
    return {
        "author": authors[0] if len(authors) == 1 else None,
        "authors": authors if len(authors) > 1 else None,
        "contributors": others or None,
    }


def _agent(credit: Credit) -> Any:
    record = as_record(credit.agent, always=True)
    if isinstance(credit.agent, Organisation):
        record["type"] = "organisation"
    if credit.role != "author":
        record["role"] = credit.role
    return record["name"] if list(record) == ["name"] else record


def read_record(
    data: Mapping[str, Any], body: tuple[Block, ...], notes: tuple[Footnote, ...], report: Report
) -> Article:
    """The article whose front matter is *data*."""
    fields: dict[str, Any] = {}
    dates: dict[str, Any] = {}
    extra: dict[str, Any] = {}
    for key, value in data.items():
        known = _KNOWN.get(_folded(key))
        if known is None:
            _keep(extra, key, value, report)
        elif known == "date" and isinstance(published := resolve(value), bool):
            fields["draft"] = fields.get("draft", False) or not published
        elif known in DATES:
            _take(dates, DATES[known], known, instant, value, report)
        else:
            name, read = _READERS[known]
            _take(fields, name, known, read, value, report)
    _gather(fields)
    if "headline" not in fields and body and isinstance(body[0], Heading) and body[0].level == 1:
        fields["headline"], body = body[0].text, body[1:]
    fields["extra"] = FrozenMap({"markdown": extra}) if extra else FrozenMap()
    return Article(body=body, notes=notes, dates=Dates(**dates), **fields)


def _keep(extra: dict[str, Any], key: str, value: Any, report: Report) -> None:
    try:
        extra.update(FrozenMap({"markdown": {key: resolve(value)}})["markdown"])
    except (TypeError, ValueError) as error:
        report.loss(f"front-matter.{key[:40]}", "dropped", detail=str(error))


def _take(
    fields: dict[str, Any], name: str, key: str, read: Callable[[Any, Report], Any], value: Any, report: Report
) -> None:
    """Puts what *read* makes of *value* among *fields*, unless it cannot be that field or another key said it."""
    if resolve(value) is None:
        return
    try:
        if name in fields:
            raise ValueError("another key says it already")
        taken = read(value, report)
        if name in _PROVED:
            attrs.evolve(_EMPTY, **{name: taken})
        fields[name] = taken
    except (TypeError, ValueError) as error:
        report.loss(f"front-matter.{key}", "dropped", detail=str(error))


_EMPTY = Article()
_PROVED = frozenset({"direction", "urgency"})


def _gather(fields: dict[str, Any]) -> None:
    """Joins what front matter parts: authors and contributors, tags and concepts, sections, draft and status."""
    fields["credits"] = (*fields.pop("authors", ()), *fields.pop("contributors", ()))
    fields["concepts"] = (*fields.pop("tags", ()), *fields.pop("concepts", ()))
    main, *others = fields.pop("categories", ()) or (None,)
    if main and fields.setdefault("section", main) is not main:
        others.insert(0, main)
    if others:
        fields["sections"] = (*fields.get("sections", ()), *others)
    if fields.pop("draft", False):
        fields["status"] = fields.get("status", "draft")


def _list(read: Callable[[Any, Report], Any]) -> Callable[[Any, Report], Any]:
    def read_list(value: Any, report: Report) -> tuple[Any, ...]:
        return tuple(read(item, report) for item in (value if isinstance(value, list) else [value]))

    return read_list


def _record(cls: type[Any]) -> Callable[[Any, Report], Any]:
    return lambda value, report: from_record(cls, value, report)


def _author(value: Any, report: Report) -> Credit:
    role = "author"
    if isinstance(value, dict):
        role = word(value.get("role", role), report)
        is_organisation = str(value.get("type", "")).lower() in ("organisation", "organization")
        value = {key: item for key, item in value.items() if key not in ("role", "type")}
        return Credit(from_record(Organisation if is_organisation else Person, value, report), role=role)
    return Credit(Person(word(value, report)), role=role)


def _section(value: Any, report: Report) -> Section:
    """A section, or a list of them from the top down, as Jekyll's path of categories."""
    if not isinstance(value, list) or len(value) != 1:
        found: Section = from_record(Section, value, report)
        return found
    return _section(value[0], report)


def _tag(value: Any, report: Report) -> Concept:
    if isinstance(value, dict):
        found: Concept = from_record(Concept, value, report)
        return found
    return Concept(word(value, report), kind="keyword")


def _tags(value: Any, report: Report) -> tuple[Concept, ...]:
    """A list, or words with commas between them."""
    if isinstance(value, str):
        value = [part for part in map(str.strip, value.split(",")) if part]
    return tuple(_tag(item, report) for item in (value if isinstance(value, list) else [value]))


def _flag(value: Any, report: Report) -> bool:
    resolved = resolve(value)
    if not isinstance(resolved, bool):
        raise TypeError("it is neither true nor false")
    return resolved


def _whole(value: Any, report: Report) -> int:
    resolved = resolve(value)
    if type(resolved) is not int:
        raise TypeError("it is no whole number")
    return resolved


_READERS: dict[str, tuple[str, Callable[[Any, Report], Any]]] = {
    **{key: (name, text_of) for key, name in _TEXTS.items()},
    **{key: (name, word) for key, name in _WORDS.items()},
    **{name: (name, _record(Organisation)) for name in _ORGANISATIONS},
    "kicker": ("kicker", label_of),
    "authors": ("authors", _list(_author)),
    "contributors": ("contributors", _list(_author)),
    "section": ("section", _section),
    "sections": ("sections", _list(_record(Section))),
    "categories": ("categories", _list(_record(Section))),
    "tags": ("tags", _tags),
    "concepts": ("concepts", _list(_record(Concept))),
    "image": ("lead_media", _record(Image)),
    "dateline": ("dateline", _record(Dateline)),
    "draft": ("draft", _flag),
    "status": ("status", word),
    "urgency": ("urgency", _whole),
    "access": ("access", lambda value, report: Access(word(value, report))),
    "rights": ("rights", _record(Rights)),
}
