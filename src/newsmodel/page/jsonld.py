"""JSON-LD in the scripts of a page, repaired where publishers break it, as plain records.

`@graph` and lists are followed, references by `@id` within the page are resolved one step at a time.
Sources: JSON-LD 1.1, https://www.w3.org/TR/json-ld11/; schema.org, https://schema.org/Article.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from newsmodel.alphabet import clean_data
from newsmodel.markup.engine import attribute, text_content
from newsmodel.page.survey import Survey
from newsmodel.page.values import Record, items, line, types
from newsmodel.report import Report

ARTICLES: Final = frozenset(
    {
        "Article", "NewsArticle", "AdvertiserContentArticle", "SatiricalArticle", "ScholarlyArticle", "Report",
        "TechArticle", "APIReference", "AnalysisNewsArticle", "AskPublicNewsArticle", "BackgroundNewsArticle",
        "OpinionNewsArticle", "ReportageNewsArticle", "ReviewNewsArticle", "MedicalScholarlyArticle",
        "SocialMediaPosting", "BlogPosting", "LiveBlogPosting", "DiscussionForumPosting",
    }
)  # fmt: skip
"""Article and its subtypes: schema.org, release 29."""

_LESSER: Final = frozenset({"Review", "Recipe", "CreativeWork", "VideoObject", "PodcastEpisode", "ImageGallery"})
_STRING_OR_COMMA: Final = re.compile(r'("(?:[^"\\]|\\.)*+"?+)|,(?=\s*[}\]])', re.DOTALL)
_OPENING: Final = re.compile(r"\A\s*+(?://)?\s*+(?:<!--|<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)")
_CLOSING: Final = re.compile(r"(?:(?://|/\*)\s{0,20})?(?:-->|\]\]>)(?:\s{0,20}\*/)?\s*\Z")
_LONGEST: Final = 5_000_000
_MOST_RECORDS: Final = 5000


def read_records(survey: Survey, report: Report) -> list[Record]:
    """Every object of the page's JSON-LD that stands for itself, in order; those that another holds are inside it.

    Noticed: `json-ld-unreadable` for a script that no repair makes JSON.
    """
    found: list[Record] = []
    for script in (survey.nodes[number] for number in survey.numbers("script")):
        if (attribute(script, "type") or "").split(";")[0].strip().lower() == "application/ld+json":
            source = text_content(script)
            value = _decoded(source)
            if value is None and source.strip():
                report.notice("json-ld-unreadable", "a script of JSON-LD is no JSON, and was left out")
            found.extend(_topmost(value))
    return found[:_MOST_RECORDS]


def find_article(found: list[Record], url: str) -> Record:
    """The record of the page's own article: any subtype of Article, the one whose address is *url* first; {} if none.

    A teaser's record (of another address, without a date or an author) comes last.
    """
    candidates = [record for record in found if types(record) & ARTICLES]
    candidates += [each for record in found for each in items(record.get("mainEntity")) if _is_article(each)]
    candidates += [record for record in found if types(record) & _LESSER and record.get("headline")]
    return max(candidates, key=lambda record: _weight(record, url), default={})


def _decoded(source: str) -> Any:
    """The JSON in a script, its strings in the model's alphabet.

    Raw line ends in strings are taken, a trailing comma and wrappings are repaired.
    """
    if len(source) > _LONGEST:
        return None
    for mend in (str.strip, _unwrapped, _with_commas_mended):
        try:
            return clean_data(json.loads(mend(source), strict=False))
        except (ValueError, RecursionError):
            pass
    return None


def _unwrapped(source: str) -> str:
    return _CLOSING.sub("", _OPENING.sub("", source)).strip().rstrip(";")


def _with_commas_mended(source: str) -> str:
    return _STRING_OR_COMMA.sub(_without_comma, _unwrapped(source))


def _without_comma(match: re.Match[str]) -> str:
    return match[1] or ""


def _topmost(value: Any) -> Iterator[Record]:
    pending: list[Any] = [value]
    while pending:
        current = pending.pop()
        if isinstance(current, list):
            pending.extend(reversed(current))
        elif isinstance(current, dict):
            if "@type" in current or "@id" in current:
                yield current
            if isinstance(current.get("@graph"), (list, dict)):
                pending.append(current["@graph"])


def _is_article(value: Any) -> bool:
    return isinstance(value, dict) and bool(types(value) & ARTICLES)


def _weight(record: Record, url: str) -> tuple[bool, int]:
    told = sum(bool(record.get(key)) for key in ("headline", "datePublished", "author", "articleBody", "description"))
    return bool(url) and url.split("#")[0] in addresses(record), told


def addresses(record: Record) -> set[str]:
    """The addresses that a record gives as its own."""
    values: Iterable[Any] = (record.get(key) for key in ("url", "@id", "mainEntityOfPage"))
    flat = [item.get("@id") if isinstance(item, dict) else item for value in values for item in items(value)]
    return {line(value).split("#")[0] for value in flat if value}
