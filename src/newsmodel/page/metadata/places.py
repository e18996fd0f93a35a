"""Where an article stands: its section with the parents, its publisher, its addresses, its language and direction."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import Any, Final

from newsmodel.model import AlternateUrl
from newsmodel.page.metadata.choosing import Candidate, explain
from newsmodel.page.metadata.people import organisation_of
from newsmodel.page.metadata.trails import sections_of
from newsmodel.page.sources import Sources
from newsmodel.page.survey import Survey
from newsmodel.page.values import first, line, resolved, url_of
from newsmodel.page.words import word_set
from newsmodel.phrases.languages import is_same_language, language_of

_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}")
_LANGUAGES: Final = ("og:locale", "content-language", "language", "dc.language", "dcterms.language")
_NO_LANGUAGES: Final = word_set("utf iso und mul zxx xx")  # "utf-8" is no language, and "und" says so
_LEAST_PARAGRAPH: Final = 100  # characters from which on a paragraph is prose, and not a label
_MOST_PARAGRAPHS: Final = 6
_MOST_LINKS: Final = 1000


def place_fields(sources: Sources) -> dict[str, Any]:
    """`section`, `sections`, `publisher`, `canonical_url`, `urls`, `language` and `direction`."""
    canonical = _canonical(sources)
    found = sections_of(sources, canonical)
    direction = sources.head.direction
    if sources.explains:
        explain(sources.report, "canonical URL", "$.canonical_url", canonical, _addresses(sources))
    return {
        "section": found[0] if found else None,
        "sections": found[1:],
        "publisher": _publisher(sources),
        "canonical_url": canonical or None,
        "urls": _alternates(sources, canonical),
        "language": _language(sources) or None,
        "direction": direction if direction in ("ltr", "rtl", "auto") else None,
    }


def _publisher(sources: Sources) -> Any:
    told = resolved(sources.article.get("publisher"), sources.by_id)
    name = sources.head.first("og:site_name", "application-name", "dc.publisher", "publisher")
    return next(filter(None, map(organisation_of, told)), None) or organisation_of(name)


def _canonical(sources: Sources) -> str:
    return next((candidate.value for candidate in _addresses(sources) if candidate.value), "")


def _addresses(sources: Sources) -> Iterator[Candidate]:
    """What the page calls its own address, best first."""
    yield Candidate("link", sources.url(sources.head.link("canonical")))
    yield Candidate("og:url", sources.url(sources.head.first("og:url")))
    yield Candidate(sources.origin("url"), sources.url(url_of({"url": sources.article.get("url")})))


def _alternates(sources: Sources, own: str) -> list[AlternateUrl]:
    found: dict[str, AlternateUrl] = {}
    for link in sources.head.links[:_MOST_LINKS]:
        kind = next((name for rel, name in (("amphtml", "amp"), ("shortlink", "short")) if rel in link.rel), None)
        is_translation = "alternate" in link.rel and bool(link.language) and link.language.lower() != "x-default"
        address = sources.url(link.url) if kind or is_translation else ""
        if address and address != own:
            found.setdefault(address, AlternateUrl(address, kind=kind, language=_tag(link.language) or None))
    return list(found.values())


def _language(sources: Sources) -> str:
    """The root element's language, which is right more often than any other, unless the text is plainly another's."""
    told = first(sources.article.get("inLanguage"))
    told = told.get("alternateName") or told.get("name") if isinstance(told, dict) else told
    candidates = [
        Candidate("html@lang", _tag(sources.head.language)),
        Candidate(sources.origin("inLanguage"), _tag(line(told))),
        *(Candidate(name, _tag(sources.head.first(name))) for name in _LANGUAGES),
    ]
    label = next((candidate.value for candidate in candidates if candidate.value), "")
    prose = _prose(sources.survey)
    shown = language_of(prose, label)
    language = label if label and is_same_language(label, shown) else shown
    if sources.explains:
        candidates.append(Candidate("text", language_of(prose)))
        explain(sources.report, "language", "$.language", language, candidates, _primary)
    return language


def _primary(tag: str) -> str:
    return tag.split("-")[0]


def _prose(survey: Survey) -> str:
    """The beginning of the page's text: its first paragraphs of some length, whatever they are marked as at last."""
    paragraphs = survey.by_tag.get("p", ())
    long = (number for number in chain(paragraphs, survey.lines) if survey.own[number] >= _LEAST_PARAGRAPH)
    return " ".join("".join(survey.lines.get(number, ())) for number in islice(long, _MOST_PARAGRAPHS))


def _tag(written: str) -> str:
    """A BCP 47 tag out of "de_DE", "en-us", "fr, en"; "" if it is none."""
    tag = written.split(",")[0].split(".")[0].strip().replace("_", "-")
    if not _LANGUAGE.fullmatch(tag):
        return ""
    first_part, *rest = tag.split("-")
    if first_part.lower() in _NO_LANGUAGES:
        return ""
    return "-".join([first_part.lower(), *(part.upper() if len(part) == 2 else part for part in rest)])
