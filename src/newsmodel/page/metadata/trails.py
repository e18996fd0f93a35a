"""The section of an article with its parents: what the article says of it, and the breadcrumbs that lead there.

Source: https://schema.org/BreadcrumbList.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from newsmodel.markup.engine import attribute
from newsmodel.model import Section
from newsmodel.model.frozen import MAXIMUM_DEPTH
from newsmodel.page.named import named
from newsmodel.page.nodes import brief_text
from newsmodel.page.sources import Sources, key_of
from newsmodel.page.values import Record, first, line, lines, name_of, records, types, url_of, whole
from newsmodel.page.words import word_set

_HOME: Final = word_set(
    "home homepage start startseite accueil inicio início página inicial portada hjem"
    " hem forside etusivu"
    " hlavní главная anasayfa ana sayfa ホーム トップ 首页 homepagina voorpagina beranda"
)
_SECTIONS: Final = (
    "article:section", "parsely-section", "og:article:section", "cxenseparse:recs:category", "section",
)  # fmt: skip
_TRAILS: Final = word_set("breadcrumb breadcrumbs")
_ROOT: Final = re.compile(r"https?://[^/]+/?")
_LEAST_HEADLINE: Final = 20  # letters of a crumb from which on it can be the article itself
_MOST_SECTIONS: Final = 20
_MOST_CRUMBS: Final = 12
_LONGEST_CRUMB: Final = 80


def sections_of(sources: Sources, canonical: str) -> list[Section]:
    """The sections that the article names, the first with the parents that the breadcrumbs give it."""
    told = lines(sources.article.get("articleSection")) or sources.head.all(*_SECTIONS)
    trail = _trail(sources, canonical) or ([] if told else _chain(sources, canonical, _shown_crumbs(sources)))
    if len(told) == 1 and told[0].count(",") == 1 and "&" not in told[0]:
        told = [part.strip() for part in told[0].split(",") if part.strip()]
    names = list(dict.fromkeys(told))[:_MOST_SECTIONS]
    if not names:
        return [trail[-1]] if trail else []
    by_key = {key_of(section.name): section for section in trail}
    return [by_key.get(key_of(name)) or Section(name) for name in names]


def _trail(sources: Sources, canonical: str) -> list[Section]:
    """The breadcrumbs as a chain of sections, without the site's home and without the article itself."""
    told = [_crumbs(record) for record in sources.found if "BreadcrumbList" in types(record)]
    longest: list[tuple[str, str]] = max(told, key=len, default=[])
    return _chain(sources, canonical, longest)


def _chain(sources: Sources, canonical: str, crumbs: Iterable[tuple[str, str]]) -> list[Section]:
    headline = line(first(sources.article.get("headline"))) or sources.head.first("og:title") or sources.head.title
    found: list[Section] = []
    for name, address in islice(crumbs, MAXIMUM_DEPTH - 1):
        url = sources.url(address)
        is_home = not found and (name.casefold() in _HOME or _ROOT.fullmatch(url) is not None)
        if name and not is_home and not _is_article(name, key_of(headline)) and not url == canonical != "":
            found.append(Section(name, url or None, found[-1] if found else None))
    return found


def _is_article(name: str, headline: str) -> bool:
    key = key_of(name)
    return key in headline and (len(key) > _LEAST_HEADLINE or key == headline)


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


def _shown_crumbs(sources: Sources) -> Iterator[tuple[str, str]]:
    """The links of the element that is named for breadcrumbs, where no record lists them."""
    survey = sources.survey
    for bar in islice(named(survey, _TRAILS), 1):
        links = [number for number in range(bar, survey.ends[bar]) if survey.tags[number] == "a"]
        for number in links[:_MOST_CRUMBS]:
            if 0 < survey.chars[number] <= _LONGEST_CRUMB:
                yield brief_text(survey.nodes[number]), attribute(survey.nodes[number], "href") or ""
