"""The headline and what stands around it: alternative headlines, standfirst, kicker, summary."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import Any, Final

from newsmodel.model import AlternativeHeadline
from newsmodel.page.metadata.choosing import Candidate, explain
from newsmodel.page.metadata.ranking import Titles, headline_of
from newsmodel.page.metadata.titles import Site, site_of, without_site
from newsmodel.page.named import named
from newsmodel.page.nodes import brief_text
from newsmodel.page.sources import Sources, key_of
from newsmodel.page.values import first, line
from newsmodel.page.words import word_set

_OF_NETWORKS: Final = ("og:title", "twitter:title", "parsely-title", "dc.title")
_STANDFIRST: Final = word_set("standfirst dek deck subtitle subheadline subhead subheading sapo chapo")
_KICKER: Final = word_set("kicker eyebrow overline roofline dachzeile topline volanta antetitulo spitzmarke")
_LONGEST_KICKER: Final = 80
_LONGEST_STANDFIRST: Final = 1200
_MOST_HEADINGS: Final = 100
_NEAR: Final = 60  # elements behind the h1
_UP: Final = 3


def headline_fields(sources: Sources) -> dict[str, Any]:
    """`headline`, `headlines`, `standfirst`, `summary` and `kicker`."""
    site = site_of(sources, _headings(sources))
    titles = _titles(sources, site)
    headline, before = headline_of(sources, site, titles)
    if sources.explains:
        explain(sources.report, "headline", "$.headline", headline, _candidates(sources, site, titles), key_of)
    summary = _summary(sources)
    standfirst = _beside(sources, _STANDFIRST, _LONGEST_STANDFIRST, headline) or _repeated(sources, summary)
    kicker = _beside(sources, _KICKER, _LONGEST_KICKER, headline) or before
    return {
        "headline": headline,
        "headlines": _alternatives(sources, site, titles, (headline, standfirst, kicker)),
        "standfirst": standfirst or None,
        "summary": summary if summary and summary != headline else None,
        "kicker": kicker or None,
    }


def _headings(sources: Sources) -> list[str]:
    """The texts of the first-level headings, without the kickers in them and without the name of the site."""
    numbers = sources.survey.numbers("h1")[:_MOST_HEADINGS]
    texts = (_heading(sources, number) for number in numbers if sources.survey.chars[number])
    return [text for text in texts if key_of(text)]


def _heading(sources: Sources, number: int) -> str:
    survey = sources.survey
    text = brief_text(survey.nodes[number])
    for inner in named(survey, _KICKER, number + 1, survey.ends[number]):
        rest = text.removeprefix(brief_text(survey.nodes[inner])).lstrip(" :|–-")
        return rest or text
    return text


def _titles(sources: Sources, site: Site) -> Titles:
    head, record = sources.head, line(first(sources.article.get("headline")))
    networks = [head.first(name) for name in _OF_NETWORKS]
    bare = {text: without_site(text, site) for text in {record, head.title, *networks}}
    any_network = next(filter(None, networks), "")
    written = tuple(filter(None, (any_network, head.title)))
    return Titles(bare[record], bare[networks[0]], bare[networks[1]], bare[head.title], bare[any_network], written)


def _candidates(sources: Sources, site: Site, titles: Titles) -> Iterator[Candidate]:
    yield Candidate(sources.origin("headline"), titles.record)
    yield from (Candidate("h1", heading) for heading in site.headings)
    yield from (Candidate(name, without_site(sources.head.first(name), site)) for name in _OF_NETWORKS)
    yield Candidate("title", titles.window)


def _alternatives(sources: Sources, site: Site, titles: Titles, others: tuple[str, ...]) -> list[AlternativeHeadline]:
    """Headlines of the page that differ in their words: for the page itself, for networks, for search engines."""
    candidates = [
        ("web", site.headings[0] if len(site.headings) == 1 else ""),
        ("social", titles.network or titles.other_network),
        ("short", line(first(sources.article.get("alternativeHeadline")))),
    ]
    taken = {key_of(text) for text in ("", *others)}
    found: dict[str, AlternativeHeadline] = {}
    for use, text in candidates:
        if key_of(text) not in taken:
            found.setdefault(key_of(text), AlternativeHeadline(text, use))
    return list(found.values())


def _summary(sources: Sources) -> str:
    told = line(first(sources.article.get("description")))
    return told or sources.head.first("og:description", "description", "twitter:description", "dc.description")


def _beside(sources: Sources, wanted: Set[str], longest: int, headline: str) -> str:
    """The text of the first element, near the h1, whose class speaks of *wanted*."""
    survey = sources.survey
    headings = survey.numbers("h1")
    if not headings:
        return ""
    start = _region(sources, headings[0])
    for number in named(survey, wanted, start, min(survey.ends[start], headings[0] + _NEAR)):
        if 0 < survey.chars[number] <= longest:
            text = brief_text(survey.nodes[number])
            if key_of(text) != key_of(headline):
                return text
    return ""


def _repeated(sources: Sources, summary: str) -> str:
    """The heading below the h1 that says what the summary says: a standfirst that no class names."""
    survey = sources.survey
    start = next(iter(survey.numbers("h1")), -_NEAR)
    for number in survey.numbers("h2", "h3") if summary else ():
        if start < number < start + _NEAR and abs(survey.chars[number] - len(summary)) <= len(summary) // 5:
            text = brief_text(survey.nodes[number])
            if key_of(text) == key_of(summary):
                return text
    return ""


def _region(sources: Sources, heading: int) -> int:
    survey = sources.survey
    for _ in range(_UP):
        if survey.parents[heading] >= 0 and survey.tags[survey.parents[heading]] not in ("body", "html", "main"):
            heading = survey.parents[heading]
    return heading
