"""Other pages that a page names as belonging to it: related links, the series, the pages before and after."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from newsmodel.model import RelatedItem
from newsmodel.page.sources import Sources
from newsmodel.page.values import name_of, resolved, types, url_of

_RELATIONS: Final = (
    ("relatedLink", "related"), ("significantLink", "related"), ("isRelatedTo", "related"), ("isBasedOn", "citation"),
    ("citation", "citation"), ("isPartOf", "part-of"), ("previousItem", "previous"), ("nextItem", "next"),
)  # fmt: skip
_WHOLES: Final = frozenset({"WebSite", "WebPage", "CollectionPage", "Periodical", "Newspaper", "Product"})
_LINKS: Final = (("prev", "previous"), ("next", "next"))
_MOST_ITEMS: Final = 50


def related_items(sources: Sources) -> list[RelatedItem]:
    """`related`: what the record relates the article to, `og:see_also`, and the links `prev` and `next`, each once.

    What every page of a site is part of, the site or the paper, is no relation of the article.
    """
    found: dict[str, RelatedItem] = {}
    for title, url, relation in _told(sources):
        if (title or url) and len(found) < _MOST_ITEMS:
            found.setdefault(url or title, RelatedItem(title, url=url or None, relation=relation))
    return list(found.values())


def _told(sources: Sources) -> Iterator[tuple[str, str, str]]:
    for key, relation in _RELATIONS:
        for value in resolved(sources.article.get(key), sources.by_id) if key in sources.article else ():
            if not (isinstance(value, dict) and types(value) & _WHOLES and relation == "part-of"):
                yield _title(value), sources.url(url_of(value)) if _has_address(value) else "", relation
    for address in sources.head.all("og:see_also"):
        yield "", sources.url(address), "related"
    for name, relation in _LINKS:
        if address := sources.head.link(name):
            yield "", sources.url(address), relation


def _has_address(value: Any) -> bool:
    return "/" in url_of(value)


def _title(value: Any) -> str:
    """The name of an object; a string that is no address."""
    return name_of(value) if isinstance(value, dict) or not _has_address(value) else ""
