"""The headline and what stands around it: alternative headlines, standfirst, kicker, summary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import Any, Final

from newsmodel.model import AlternativeHeadline
from newsmodel.page.metadata.choosing import Candidate, explain
from newsmodel.page.metadata.titles import Site, site_of, without_kicker, without_site
from newsmodel.page.named import named
from newsmodel.page.nodes import brief_text
from newsmodel.page.sources import Sources, key_of
from newsmodel.page.values import first, line
from newsmodel.page.words import word_set

_LEAST_KEY: Final = 8  # letters from which on a heading can complete a headline
_CUT: Final = ("…", "...")
_OF_NETWORKS: Final = ("og:title", "twitter:title", "parsely-title", "dc.title")
_STANDFIRST: Final = word_set("standfirst dek deck subtitle subheadline subhead subheading sapo chapo")
_KICKER: Final = word_set("kicker eyebrow overline roofline dachzeile topline volanta antetitulo spitzmarke")
_LONGEST_KICKER: Final = 80
_LONGEST_STANDFIRST: Final = 1200
_LONGEST_HEADLINE: Final = 250
_LONGEST_ALONE: Final = 150  # a longer text that nothing else on the page says is a description
_LEAST_CUT: Final = 105  # systems cut at 110, Google's old limit
_MOST_HEADINGS: Final = 100
_NEAR: Final = 60  # elements behind the h1
_UP: Final = 3


def headline_fields(sources: Sources) -> dict[str, Any]:
    """`headline`, `headlines`, `standfirst`, `summary` and `kicker`."""
    site = site_of(sources, _headings(sources))
    titles = {name: without_site(sources.head.first(name), site) for name in _OF_NETWORKS}
    headline, before = _headline(sources, site, titles)
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


def _headline(sources: Sources, site: Site, titles: dict[str, str]) -> tuple[str, str]:
    """The headline and the kicker that stood before it.

    JSON-LD's (or microdata's) headline; else the h1 that the title vouches for; else the title. Whole, without the
    name of the site, and without a kicker that the title for networks does not have.
    """
    told = without_site(line(first(sources.article.get("headline"))), site)
    shown = next(filter(None, titles.values()), "") or without_site(sources.head.title, site)
    taken = _told(told, site, (*site.headings, shown)) or _vouched(sources, site, shown) or shown
    headline, kicker = without_kicker(taken, [titles[name] for name in _OF_NETWORKS[:2]])
    if sources.explains:
        explain(sources.report, "headline", "$.headline", headline, _candidates(sources, told, site, titles), key_of)
    return headline, kicker


def _told(told: str, site: Site, others: Sequence[str]) -> str:
    """The record's headline, completed; "" if it is a description that stands in the headline's place."""
    whole = _completed(told, site.headings)
    is_alone = len(whole) > _LONGEST_ALONE and any(others) and key_of(whole) not in map(key_of, others)
    return "" if is_alone else whole


def _completed(headline: str, headings: Sequence[str]) -> str:
    """The heading that a headline is the beginning of, if it was cut to fit a limit."""
    stem = key_of(headline.rstrip("….")) if headline.endswith(_CUT) or len(headline) >= _LEAST_CUT else ""
    whole = (heading for heading in headings if len(stem) >= _LEAST_KEY and key_of(heading).startswith(stem))
    return next(whole, headline)


def _vouched(sources: Sources, site: Site, bare: str) -> str:
    """The h1 that the title holds, or that is alone and of its words; "" if there is none such."""
    shown = sources.head.first(*_OF_NETWORKS) or sources.head.title
    own = [heading for heading in site.headings if not _is_of_site(heading, shown, site)]
    vouched = [heading for heading in own if key_of(heading) in key_of(shown)]
    if best := max(vouched, key=len, default=""):
        return best
    is_alone = len(site.headings) == 1 and bool(own) and (not bare or _is_kin(own[0], bare))
    return own[0] if is_alone and not site.is_lesser_heading(bare) else ""


def _is_of_site(heading: str, title: str, site: Site) -> bool:
    """Whether a heading is the site's: its name, or what stands behind the longer part of the window's title."""
    own, whole = key_of(heading), key_of(title)
    is_end = whole.endswith(own) and own != whole and 2 * len(own) <= len(whole)
    return is_end or (own != whole and site.is_name(heading))


def _is_kin(heading: str, title: str) -> bool:
    """Whether a heading and a title share a good part of the shorter one's words."""
    one, other = set(heading.casefold().split()), set(title.casefold().split())
    return len(heading) <= _LONGEST_HEADLINE and 3 * len(one & other) >= min(len(one), len(other))


def _candidates(sources: Sources, told: str, site: Site, titles: dict[str, str]) -> Iterator[Candidate]:
    yield Candidate(sources.origin("headline"), told)
    yield from (Candidate("h1", heading) for heading in site.headings)
    yield from (Candidate(name, title) for name, title in titles.items())
    yield Candidate("title", without_site(sources.head.title, site))


def _alternatives(
    sources: Sources, site: Site, titles: dict[str, str], others: tuple[str, ...]
) -> list[AlternativeHeadline]:
    """Headlines of the page that differ in their words: for the page itself, for networks, for search engines."""
    candidates = [
        ("web", site.headings[0] if len(site.headings) == 1 else ""),
        ("social", titles["og:title"] or titles["twitter:title"]),
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
