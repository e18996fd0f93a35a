"""The dates of a page: JSON-LD, meta elements, then the `time` elements and the dates in words near the headline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, Final

from newsmodel.dates import ParsedDate, parse_epoch
from newsmodel.markup.engine import attribute
from newsmodel.model import Coverage, Dates
from newsmodel.page.nodes import brief_text
from newsmodel.page.sources import Sources
from newsmodel.page.values import line, lines
from newsmodel.page.words import word_set, words_of
from newsmodel.phrases.dates import is_modification, written_date

_PUBLISHED: Final = (
    "article:published_time", "og:article:published_time", "article:published", "datepublished", "parsely-pub-date",
    "sailthru.date", "cxenseparse:recs:publishtime", "pubdate", "publishdate", "publish-date", "publication_date",
    "article.published", "dcterms.created", "dcterms.issued", "dc.date.issued", "dc.date", "dcterms.date", "date",
    "bt:pubdate", "rnews:datepublished", "last-modified-date", "timestamp",
)  # fmt: skip
_MODIFIED: Final = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified",
                    "article:modified", "lastmod", "last-modified", "revised")  # fmt: skip
_DATED: Final = word_set("date published publication pubdate posted timestamp datetime time created")
_LONGEST: Final = 100
_MOST_LOOKS: Final = 400


def date_fields(sources: Sources) -> dict[str, Any]:
    """`dates` and, for a live blog, `coverage`. Noticed: `date-without-zone` (UTC is assumed), `date-unreadable`."""
    article, head = sources.article, sources.head
    published = _read(sources, "published", lines(article.get("datePublished")), head.all(*_PUBLISHED))
    modified = _read(sources, "modified", lines(article.get("dateModified")), head.all(*_MODIFIED))
    if published is None:
        published = _read(sources, "published", lines(article.get("dateCreated")), _shown(sources))
    dates = Dates(
        created=_read(sources, "created", lines(article.get("dateCreated"))),
        published=published,
        modified=modified,
        expires=_read(sources, "expires", lines(article.get("expires")), head.all("article:expiration_time")),
    )
    start = _read(sources, "start", lines(article.get("coverageStartTime")))
    end = _read(sources, "end", lines(article.get("coverageEndTime")))
    return {"dates": dates, "coverage": Coverage(start=start, end=end) if start or end else None}


def _read(sources: Sources, name: str, *ranks: Iterable[str]) -> datetime | None:
    """The first date that can be read in the ranked texts; of those of one rank, one with a time of day first."""
    for texts in ranks:
        found = [parsed for text in texts if (parsed := _parsed(text))]
        found.sort(key=lambda parsed: ("day" in parsed.missing, "time" in parsed.missing, "zone" in parsed.missing))
        if found and "day" not in found[0].missing:
            if "zone" in found[0].missing:
                sources.report.notice("date-without-zone", f"the page's date {name} names no zone; UTC is assumed")
            return found[0].value
    return None


def _parsed(text: str) -> ParsedDate | None:
    if text.isdecimal():
        moment = parse_epoch(text) if len(text) in (10, 13) else None
        return ParsedDate(moment) if moment else written_date(text) if len(text) == 8 else None
    return written_date(text)


def _shown(sources: Sources) -> Iterator[str]:
    """The dates that the page shows, from the first h1 on: `time` elements, then elements that are named for a date."""
    survey = sources.survey
    start = next(iter(survey.numbers("h1")), 0)
    times = survey.numbers("time")
    first = next((number for number in times if number > start), next(iter(times), None))
    if first is not None:
        written = attribute(survey.nodes[first], "datetime") or ""
        yield from (text for text in (line(written), brief_text(survey.nodes[first])) if text)
        return
    dated = (
        number
        for number in range(start, min(len(survey.nodes), start + _MOST_LOOKS))
        if survey.names[number] and 0 < survey.chars[number] <= _LONGEST and words_of(survey.names[number]) & _DATED
    )
    for number in dated:
        text = brief_text(survey.nodes[number])
        if not is_modification(text) and written_date(text):
            yield text
            return
