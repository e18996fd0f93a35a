"""The headline and what stands around it: site names cut off, alternative headlines, standfirst, kicker, summary."""

from __future__ import annotations

import re
from typing import Any, Final

from newsmodel.model import AlternativeHeadline
from newsmodel.page.nodes import brief_text
from newsmodel.page.sources import Sources, key_of
from newsmodel.page.values import first, line
from newsmodel.page.words import word_set, words_of

_SEPARATOR: Final = re.compile(r"\s+[|–—·•»«:\-]+\s+|\s*\|\s*|\s*::\s*")
_LEAST_KEY: Final = 8  # letters from which on a heading can vouch for a headline
_CUT: Final = ("…", "...")
_STANDFIRST: Final = word_set("standfirst dek deck subtitle subheadline subhead subheading sapo chapo")
_KICKER: Final = word_set("kicker eyebrow overline roofline dachzeile topline volanta antetitulo")
_LONGEST_KICKER: Final = 80
_LONGEST_STANDFIRST: Final = 1200
_LONGEST_HEADLINE: Final = 250
_MOST_HEADINGS: Final = 100


def headline_fields(sources: Sources) -> dict[str, Any]:
    """`headline`, `headlines`, `standfirst`, `summary` and `kicker`."""
    headings = _headings(sources)
    headline = _headline(sources, headings)
    summary = _summary(sources)
    standfirst = _beside(sources, _STANDFIRST, _LONGEST_STANDFIRST, headline)
    kicker = _beside(sources, _KICKER, _LONGEST_KICKER, headline)
    return {
        "headline": headline,
        "headlines": _alternatives(sources, headline, headings, standfirst),
        "standfirst": standfirst or None,
        "summary": summary if summary and summary != headline else None,
        "kicker": kicker or None,
    }


def _headings(sources: Sources) -> list[str]:
    survey = sources.survey
    texts = (brief_text(survey.nodes[number]) for number in survey.numbers("h1")[:_MOST_HEADINGS])
    return [text for text in texts if text]


def _headline(sources: Sources, headings: list[str]) -> str:
    """JSON-LD's headline, whole and without the site's name; else the h1 that the title vouches for; else the title."""
    told = line(first(sources.article.get("headline")))
    if told:
        return _completed(without_site(told, sources, headings), headings)
    shown = sources.head.first("og:title", "twitter:title", "parsely-title", "dc.title") or sources.head.title
    vouched = [heading for heading in headings if len(heading) > 1 and key_of(heading) in key_of(shown)]
    if best := max(vouched, key=len, default=""):
        return best
    bare = without_site(shown, sources, headings)
    return headings[0] if len(headings) == 1 and (not bare or _is_kin(headings[0], bare)) else bare


def _is_kin(heading: str, title: str) -> bool:
    """Whether a heading and a title share a good part of the shorter one's words."""
    one, other = set(heading.casefold().split()), set(title.casefold().split())
    return len(heading) <= _LONGEST_HEADLINE and 3 * len(one & other) >= min(len(one), len(other))


def _completed(headline: str, headings: list[str]) -> str:
    """The heading that a headline is the beginning of, if it was cut to fit a limit."""
    stem = key_of(headline.rstrip("….")) if headline.endswith(_CUT) or len(headline) >= 105 else ""
    whole = (heading for heading in headings if len(stem) >= _LEAST_KEY and key_of(heading).startswith(stem))
    return next(whole, headline)


def without_site(title: str, sources: Sources, headings: list[str]) -> str:
    """A title without the name of the site or the section at its end, told by a heading or by `og:site_name`."""
    for heading in headings:
        if len(key_of(heading)) >= _LEAST_KEY and title.startswith(heading) and _SEPARATOR.match(title, len(heading)):
            return heading
    parts = list(_SEPARATOR.finditer(title))
    names = {
        key_of(name) for name in (*sources.head.all("og:site_name", "application-name"), _publisher(sources)) if name
    }
    if parts and key_of(title[parts[-1].end() :]) in names:
        return title[: parts[-1].start()]
    return title


def _publisher(sources: Sources) -> str:
    publisher = first(sources.article.get("publisher"))
    return line(first(publisher.get("name"))) if isinstance(publisher, dict) else line(publisher)


def _alternatives(sources: Sources, headline: str, headings: list[str], standfirst: str) -> list[AlternativeHeadline]:
    """Headlines of the page that differ in their words: for the page itself, for networks, for search engines."""
    candidates = [
        ("web", next((heading for heading in headings if len(headings) == 1), "")),
        ("social", without_site(sources.head.first("og:title", "twitter:title"), sources, headings)),
        ("short", line(first(sources.article.get("alternativeHeadline")))),
    ]
    found: dict[str, AlternativeHeadline] = {}
    for use, text in candidates:
        if key_of(text) not in ("", key_of(headline), key_of(standfirst)):
            found.setdefault(key_of(text), AlternativeHeadline(text, use))
    return list(found.values())


def _summary(sources: Sources) -> str:
    told = line(first(sources.article.get("description")))
    return told or sources.head.first("og:description", "description", "twitter:description", "dc.description")


def _beside(sources: Sources, wanted: frozenset[str], longest: int, headline: str) -> str:
    """The text of the first element, near the h1, whose class speaks of *wanted*."""
    survey = sources.survey
    headings = survey.numbers("h1")
    if not headings:
        return ""
    start = _region(sources, headings[0])
    for number in range(start, min(survey.ends[start], headings[0] + _NEAR)):
        if survey.names[number] and 0 < survey.chars[number] <= longest and words_of(survey.names[number]) & wanted:
            text = brief_text(survey.nodes[number])
            if key_of(text) != key_of(headline):
                return text
    return ""


_NEAR: Final = 60  # elements behind the h1
_UP: Final = 3


def _region(sources: Sources, heading: int) -> int:
    survey = sources.survey
    for _ in range(_UP):
        if survey.parents[heading] >= 0 and survey.tags[survey.parents[heading]] not in ("body", "html", "main"):
            heading = survey.parents[heading]
    return heading
