"""The dates of a page: JSON-LD, meta elements, then what the page shows near its headline, at last its address.

A date is taken from the first source that has one, and is made more exact by the others: one that has the same day and
a time of day, the same time of the clock and a zone. A site that writes local time and calls it UTC is common, the
opposite is not: of two zones for the same time of the clock, the one that is not UTC is right. For the same moment it
is the publisher's own, and tells the day on which it was there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, Final, NamedTuple

from newsmodel.dates import ParsedDate, parse_date, parse_epoch
from newsmodel.markup.engine import attribute, text_content
from newsmodel.model import Coverage, Dates
from newsmodel.page.metadata.choosing import Candidate, explain
from newsmodel.page.metadata.shown_dates import shown_dates
from newsmodel.page.sources import Sources
from newsmodel.page.values import lines, types
from newsmodel.phrases.dates import written_date

_PUBLISHED: Final = (
    "article:published_time", "og:article:published_time", "article:published", "datepublished", "parsely-pub-date",
    "sailthru.date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "pubdate", "pub_date", "publishdate",
    "publish-date", "publication_date", "article.published", "og:published_time", "article:published:time",
    "dcterms.created", "dcterms.issued", "dc.date.issued", "dc.date", "dcterms.date", "date", "bt:pubdate",
    "rnews:datepublished", "last-modified-date", "timestamp",
)  # fmt: skip
_MODIFIED: Final = (
    "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified",
    "article:modified", "og:modified_time", "article:modified:time", "lastmod", "last-modified", "revised",
)  # fmt: skip
_PAGES: Final = frozenset({"WebPage", "ItemPage", "AboutPage", "CollectionPage", "QAPage", "Recipe", "Review", "Event"})
_IN_ADDRESS: Final = re.compile(r"[/.-](?P<year>(?:19|20)\d\d)[/-]?(?P<month>[01]\d)[/-]?(?P<day>[0-3]\d)(?=[/_.-]|$)")
_IN_SCRIPT: Final = re.compile(
    r"""["'](?:date_?published|(?:first_?)?published?_?(?:at|on|date|time)|publish_?(?:date|time)|publication_?date"""
    r"""|pub_?date|post_?date)\\?["']\s?:\s?\\?["'](?P<date>[^"'\\]{8,40})""",
    re.IGNORECASE,
)
_LONGEST_SCRIPT: Final = 2_000_000
_WITH_OFFSET: Final = re.compile(r"T[^T]*[+-](?!00:?00)\d\d:?\d\d\s*$")
_MOST_TIMES: Final = 12  # of a page that are compared
_LONGEST_DATE: Final = 40
_DAY_DIGITS: Final = 8
_EPOCH_DIGITS: Final = (10, 13)


class _Dated(NamedTuple):
    """A date that a source says, as written and as read."""

    source: str
    written: str
    read: ParsedDate

    @property
    def openness(self) -> tuple[bool, bool]:
        """What the date leaves open: the time of day, the zone."""
        return "time" in self.read.missing, "zone" in self.read.missing


def date_fields(sources: Sources) -> dict[str, Any]:
    """`dates` and, for a live blog, `coverage`. Noticed: `date-without-zone` (UTC is assumed)."""
    article = sources.article
    published = _choose(sources, "published", _told(sources, "datePublished", _PUBLISHED))
    if published is None:
        published = _choose(sources, "published", _elsewhere(sources))
    dates = Dates(
        created=_choose(sources, "created", _told(sources, "dateCreated")),
        published=_as_shown(sources, published),
        modified=_as_shown(sources, _choose(sources, "modified", _told(sources, "dateModified", _MODIFIED))),
        expires=_choose(sources, "expires", _told(sources, "expires", ("article:expiration_time",))),
    )
    if not ("coverageStartTime" in article or "coverageEndTime" in article):
        return {"dates": dates, "coverage": None}
    start = _choose(sources, "start", _told(sources, "coverageStartTime"))
    end = _choose(sources, "end", _told(sources, "coverageEndTime"))
    return {"dates": dates, "coverage": Coverage(start=start, end=end) if start or end else None}


def _as_shown(sources: Sources, moment: datetime | None) -> datetime | None:
    """A moment told in UTC, in the zone in which a `time` element of the page gives the same moment."""
    if moment is None or moment.utcoffset():
        return moment
    survey = sources.survey
    for number in survey.by_tag.get("time", ())[:_MOST_TIMES]:
        written = (attribute(survey.nodes[number], "datetime") or "")[:_LONGEST_DATE]
        if _WITH_OFFSET.search(written) and (read := parse_date(written)) and read.value == moment:
            return read.value
    return moment


def _told(sources: Sources, key: str, names: Iterable[str] = ()) -> Iterator[_Dated]:
    """The dates that the record and the head say, best first."""
    for written in lines(sources.article.get(key)):
        yield from _dated(sources.origin(key), written)
    for name in names:
        for written in sources.head.meta.get(name, ()):
            yield from _dated(name, written)


def _elsewhere(sources: Sources) -> Iterator[_Dated]:
    """The dates of a page whose article's record and head have none."""
    for record in sources.found:
        if types(record) & _PAGES:
            for written in lines(record.get("datePublished")):
                yield from _dated("json-ld of the page", written)
    for written in lines(sources.article.get("dateCreated")):
        yield from _dated(sources.origin("dateCreated"), written)
    for source, written, read in shown_dates(sources.survey):
        yield _Dated(source, written, read)
    for written in _in_scripts(sources):
        yield from _dated("script", written)
    if found := _IN_ADDRESS.search(sources.base.split("?")[0]):
        yield from _dated("address", f"{found['year']}-{found['month']}-{found['day']}")


def _in_scripts(sources: Sources) -> Iterator[str]:
    """What the data of the page's own scripts calls the date of publication; the first is the article's."""
    survey = sources.survey
    for number in survey.by_tag.get("script", ()):
        source = text_content(survey.nodes[number])
        if len(source) <= _LONGEST_SCRIPT and (found := _IN_SCRIPT.search(source)):
            yield found["date"]


def _dated(source: str, written: str) -> Iterator[_Dated]:
    read = _parsed(written.strip())
    if read is not None and "day" not in read.missing:
        yield _Dated(source, written, read)


def _parsed(text: str) -> ParsedDate | None:
    if text.isdecimal():
        moment = parse_epoch(text) if len(text) in _EPOCH_DIGITS else None
        return ParsedDate(moment) if moment else written_date(text) if len(text) == _DAY_DIGITS else None
    return parse_date(text) or written_date(text)


def _choose(sources: Sources, name: str, told: Iterable[_Dated]) -> datetime | None:
    """The first date, made as exact as the others make it."""
    found = list(told)
    if not found:
        return None
    chosen = found[0]
    for other in found[1:]:
        if _is_closer(other, chosen):
            chosen = other
    if chosen.openness[1]:
        sources.report.notice("date-without-zone", f"the page's date {name} names no zone; UTC is assumed")
    if sources.explains:
        candidates = (Candidate(each.source, each.read.value.isoformat()) for each in found)
        explain(sources.report, f"date {name}", f"$.dates.{name}", chosen.read.value.isoformat(), candidates, _instant)
    return chosen.read.value


def _is_closer(other: _Dated, chosen: _Dated) -> bool:
    """Whether another date says the same and more: a time of day, a zone, or a zone that was not just assumed."""
    if other.openness[0]:
        return False
    mine, its = chosen.read.value, other.read.value
    if chosen.openness[0]:
        return mine.date() == its.date()
    if other.openness[1] or mine.utcoffset() or not its.utcoffset():
        return False
    return mine == its or _clock(mine) == _clock(its)


def _clock(moment: datetime) -> datetime:
    return moment.replace(tzinfo=None, second=0, microsecond=0)


def _instant(written: str) -> str:
    return datetime.fromisoformat(written).astimezone().isoformat() if written else ""
