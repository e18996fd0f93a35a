"""What the head of a page says to others: title, description, Open Graph, Twitter card.

It is derived from the article and never read back from our own pages.
Sources: https://ogp.me/, https://developer.x.com/en/docs/x-for-websites/cards/overview/markup.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from newsmodel.model import Article, Feed, Image, plain_text
from newsmodel.urls import is_safe, is_safe_image, join
from newsmodel.whitespace import collapse_string

_DESCRIPTION = 200


def description(node: Article | Feed) -> str:
    """One line on what it is about: the summary, else the standfirst, else the beginning of the text."""
    if isinstance(node, Feed):
        return collapse_string(str(node.description or ""))
    given = node.summary or node.standfirst
    text = collapse_string(str(given) if given else plain_text(node.body[:3])[: 10 * _DESCRIPTION])
    return text if given or len(text) <= _DESCRIPTION else text[:_DESCRIPTION].rsplit(" ", 1)[0] + "…"


def title(node: Article | Feed) -> str:
    """The text of the `title` element."""
    words = collapse_string(str(node.title if isinstance(node, Feed) else node.headline))
    return words or "Untitled"


def canonical(node: Article | Feed) -> str | None:
    """The address of the page, if it is safe to follow."""
    return safe_url(node.url if isinstance(node, Feed) else node.canonical_url)


def meta_tags(node: Article | Feed) -> list[tuple[str, str, str]]:
    """The meta elements as (attribute, its value, content), those without content left out."""
    pairs: list[tuple[str, str, Any]] = [("name", "description", description(node))]
    if isinstance(node, Article):
        keywords = ", ".join(concept.name for concept in node.concepts)
        pairs += [*_open_graph(node), *_twitter_card(node), ("name", "keywords", keywords)]
    else:
        pairs += [("property", "og:type", "website"), ("property", "og:title", title(node))]
    return [(kind, name, content) for kind, name, content in pairs if content]


def _twitter_card(node: Article) -> list[tuple[str, str, Any]]:
    image = node.lead_image
    shown = image_url(image, node)
    facts = [
        ("twitter:card", "summary_large_image" if shown else "summary"),
        ("twitter:title", title(node)),
        ("twitter:description", description(node)),
        ("twitter:image", shown),
        ("twitter:image:alt", image.alt if image and shown else None),
    ]
    return [("name", name, content) for name, content in facts]


def _open_graph(node: Article) -> list[tuple[str, str, Any]]:
    image = node.lead_image
    facts = [
        ("og:type", "article"),
        ("og:title", title(node)),
        ("og:description", description(node)),
        ("og:url", safe_url(node.canonical_url)),
        ("og:site_name", node.publisher.name if node.publisher else None),
        ("og:image", image_url(image, node)),
        ("og:image:alt", image.alt if image and image_url(image, node) else None),
        ("og:locale", (node.language or "").replace("-", "_")),
        ("article:published_time", exact(node.published)),
        ("article:modified_time", exact(node.modified)),
        ("article:section", node.section.name if node.section else None),
        *(("article:author", safe_url(agent.url) or agent.name) for agent in node.authors),
        *(("article:tag", concept.name) for concept in node.concepts),
    ]
    return [("property", name, content) for name, content in facts]


def image_url(image: Image | None, node: Article) -> str | None:
    """Where a picture is, for those who do not have the page: absolute, if the page's address is known."""
    if image is None or not image.url or not is_safe_image(image.url):
        return None
    return join(image.url, node.canonical_url) if node.canonical_url and is_safe(node.canonical_url) else image.url


def safe_url(url: str | None) -> str | None:
    """*url* if there is one and it is safe to follow."""
    return url if url and is_safe(url) else None


def exact(moment: datetime | None) -> str | None:
    """An instant as RFC 3339 writes it."""
    return moment.isoformat() if moment else None
