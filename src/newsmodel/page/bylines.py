"""Who wrote it: JSON-LD and microdata, then meta elements, then the byline that the page shows near its headline."""

from __future__ import annotations

import re
from typing import Any, Final

from newsmodel.markup.engine import attribute
from newsmodel.model import Credit, Organisation
from newsmodel.page.nodes import brief_text
from newsmodel.page.people import named_credits, schema_credits, unique
from newsmodel.page.sources import Sources, key_of
from newsmodel.page.words import word_set, words_of
from newsmodel.phrases.bylines import is_byline, names_in, without_lead
from newsmodel.phrases.dates import written_date
from newsmodel.phrases.furniture import is_furniture_around
from newsmodel.urls import host

_NAMED: Final = word_set("byline bylines author authors autor autore auteur writer authorname autorin")
_META: Final = (
    "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator",
    "article:author_name", "byl", "cxenseparse:author", "twitter:data1", "rbauthors", "creator",
)  # fmt: skip
_PARTS: Final = re.compile(r"\s+[|•·–—]\s+|\s*[|•·]\s*")
_LONGEST: Final = 200
_BEHIND: Final = 150  # elements behind the h1 among which a byline is looked for


def byline_fields(sources: Sources) -> dict[str, Any]:
    """`byline` as the page shows it, and `credits`. The site itself is an author only where nobody else is named."""
    byline = _shown(sources)
    told = schema_credits(sources.article, sources.by_id)
    named = named_credits(text for name in _META for text in sources.head.all(name) if "://" not in text)
    ranks = [[credit for credit in told if credit.role == "author"], named, named_credits([byline])]
    sites = _names_of_site(sources)
    people = [[credit for credit in rank if key_of(credit.agent.name) not in sites] for rank in ranks]
    authors = next(filter(None, people), None) or [_as_organisation(credit) for rank in ranks for credit in rank][:1]
    others = [credit for credit in told if credit.role != "author"]
    return {"byline": byline or None, "credits": unique((*authors, *others))}


def _names_of_site(sources: Sources) -> set[str]:
    names = sources.head.all("og:site_name", "application-name")
    return {key_of(name) for name in names} | {key_of(label) for label in (host(sources.base) or "").split(".")[:-1]}


def _as_organisation(credit: Credit) -> Credit:
    return (
        credit if isinstance(credit.agent, Organisation) else Credit(Organisation(credit.agent.name), role=credit.role)
    )


def _shown(sources: Sources) -> str:
    """The first byline that is shown near the h1: an element named so, or a line that reads like one."""
    survey = sources.survey
    start = next(iter(survey.numbers("h1")), 0)
    for number in range(start, min(len(survey.nodes), start + _BEHIND)):
        if not 0 < survey.chars[number] <= _LONGEST or survey.tags[number] in ("script", "style", "button"):
            continue
        named = survey.names[number] and words_of(survey.names[number]) & _NAMED
        if named or _is_marked(sources, number) or _reads_so(sources, number):
            text = _without_dates(brief_text(survey.nodes[number]))
            names = names_in(text)
            if names and all(_is_proper(name) for name in names):
                return text
    return ""


def _without_dates(text: str) -> str:
    """A byline without the dates and reading times that share its line."""
    parts = _PARTS.split(text)
    kept = [part for part in parts if not (written_date(part) or is_furniture_around(part))]
    return text if len(kept) == len(parts) else " | ".join(kept)


def _is_marked(sources: Sources, number: int) -> bool:
    node = sources.survey.nodes[number]
    return attribute(node, "rel") == "author" or attribute(node, "itemprop") == "author"


def _reads_so(sources: Sources, number: int) -> bool:
    survey = sources.survey
    return survey.own[number] == survey.chars[number] and is_byline(brief_text(survey.nodes[number]))


def _is_proper(name: str) -> bool:
    words = without_lead(name).split()
    if not name.isascii():
        return True
    return len(words) >= 2 and words[0][:1].isupper() and words[-1][:1].isupper()
