"""Where an article stands: its section with the parents, its publisher, its addresses, its language and direction."""

from __future__ import annotations

import re
from typing import Any, Final

from newsmodel.model import AlternateUrl, Section
from newsmodel.model.frozen import MAXIMUM_DEPTH
from newsmodel.page.people import organisation_of
from newsmodel.page.sources import Sources, key_of
from newsmodel.page.values import Record, first, line, lines, name_of, records, resolved, types, url_of, whole
from newsmodel.page.words import word_set

_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}")
_HOME: Final = word_set(
    "home homepage start startseite accueil inicio início página inicial portada hjem"
    " hem forside etusivu"
    " hlavní главная anasayfa ana sayfa ホーム トップ 首页 homepagina voorpagina beranda"
)
_MOST_LINKS: Final = 1000
_MOST_SECTIONS: Final = 20


def place_fields(sources: Sources) -> dict[str, Any]:
    """`section`, `sections`, `publisher`, `canonical_url`, `urls`, `language` and `direction`."""
    found = _sections(sources)
    direction = sources.head.direction
    return {
        "section": found[0] if found else None,
        "sections": found[1:],
        "publisher": _publisher(sources),
        "canonical_url": _canonical(sources) or None,
        "urls": _alternates(sources),
        "language": _language(sources) or None,
        "direction": direction if direction in ("ltr", "rtl", "auto") else None,
    }


def _publisher(sources: Sources) -> Any:
    told = resolved(sources.article.get("publisher"), sources.by_id)
    name = sources.head.first("og:site_name", "application-name", "dc.publisher", "publisher")
    return next(filter(None, map(organisation_of, told)), None) or organisation_of(name)


def _canonical(sources: Sources) -> str:
    head = sources.head
    address = head.link("canonical") or head.first("og:url") or url_of({"url": sources.article.get("url")})
    return sources.url(address)


def _alternates(sources: Sources) -> list[AlternateUrl]:
    own = _canonical(sources)
    found: dict[str, AlternateUrl] = {}
    for link in sources.head.links[:_MOST_LINKS]:
        kind = next((name for rel, name in (("amphtml", "amp"), ("shortlink", "short")) if rel in link.rel), None)
        is_translation = "alternate" in link.rel and bool(link.language) and link.language.lower() != "x-default"
        address = sources.url(link.url) if kind or is_translation else ""
        if address and address != own:
            found.setdefault(address, AlternateUrl(address, kind=kind, language=_tag(link.language) or None))
    return list(found.values())


def _language(sources: Sources) -> str:
    """The root element's language, which is right more often than any other."""
    told = first(sources.article.get("inLanguage"))
    told = told.get("alternateName") or told.get("name") if isinstance(told, dict) else told
    candidates = (sources.head.language, line(told), sources.head.first("og:locale", "content-language", "language"))
    return next(filter(None, map(_tag, candidates)), "")


def _tag(written: str) -> str:
    """A BCP 47 tag out of "de_DE", "en-us", "fr, en"; "" if it is none."""
    tag = written.split(",")[0].split(".")[0].strip().replace("_", "-")
    if not _LANGUAGE.fullmatch(tag):
        return ""
    first_part, *rest = tag.split("-")
    return "-".join([first_part.lower(), *(part.upper() if len(part) == 2 else part for part in rest)])


def _sections(sources: Sources) -> list[Section]:
    """The sections that the article names, the first with the parents that the breadcrumbs give it."""
    trail = _trail(sources)
    told = lines(sources.article.get("articleSection")) or sources.head.all(
        "article:section", "parsely-section", "og:article:section", "cxenseparse:recs:category", "section"
    )
    if len(told) == 1 and told[0].count(",") == 1 and "&" not in told[0]:
        told = [part.strip() for part in told[0].split(",") if part.strip()]
    names = list(dict.fromkeys(told))[:_MOST_SECTIONS]
    if not names:
        return [trail[-1]] if trail else []
    by_key = {key_of(section.name): section for section in trail}
    return [by_key.get(key_of(name)) or Section(name) for name in names]


def _trail(sources: Sources) -> list[Section]:
    """The breadcrumbs as a chain of sections, without the site's home and without the article itself."""
    crumbs = max(
        (_crumbs(record) for record in sources.found if "BreadcrumbList" in types(record)), key=len, default=[]
    )
    headline = key_of(
        line(first(sources.article.get("headline"))) or sources.head.first("og:title") or sources.head.title
    )
    canonical = _canonical(sources)
    chain: list[Section] = []
    for name, address in crumbs[: MAXIMUM_DEPTH - 1]:
        url = sources.url(address)
        is_article = key_of(name) and ((key_of(name) in headline and len(key_of(name)) > 20) or url == canonical != "")
        is_home = not chain and (name.casefold() in _HOME or _is_root(url))
        if name and not is_article and not is_home:
            chain.append(Section(name, url or None, chain[-1] if chain else None))
    return chain


def _is_root(url: str) -> bool:
    return re.fullmatch(r"https?://[^/]+/?", url) is not None


def _crumbs(record: Record) -> list[tuple[str, str]]:
    """Names and addresses in the order of their positions."""
    listed = records(record.get("itemListElement"))
    ordered = sorted(enumerate(listed), key=lambda pair: (whole(pair[1].get("position")) or pair[0] + 1, pair[0]))
    found = []
    for _, element in ordered:
        target = first(element.get("item"))
        name = line(first(element.get("name"))) or (name_of(target) if isinstance(target, dict) else "")
        found.append((name, url_of(target) or url_of({"url": element.get("url")})))
    return found
