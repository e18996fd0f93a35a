"""What the head of a page says to others: description, Open Graph, Twitter card, JSON-LD.

It is derived from the article and never read back from our own pages.
Sources: https://ogp.me/, https://developer.x.com/en/docs/x-for-websites/cards/overview/markup,
https://schema.org/NewsArticle, https://developers.google.com/search/docs/appearance/structured-data/article.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from newsmodel.model import Article, Feed, Image, Organisation, Section, plain_text
from newsmodel.model.people import Agent
from newsmodel.rendering.html_tags import fragment
from newsmodel.urls import is_safe, is_safe_image, join
from newsmodel.whitespace import collapse_string

SUBTYPES = {
    "opinion": "OpinionNewsArticle",
    "analysis": "AnalysisNewsArticle",
    "review": "ReviewNewsArticle",
    "background": "BackgroundNewsArticle",
    "reportage": "ReportageNewsArticle",
    "sponsored": "AdvertiserContentArticle",
    "satire": "SatiricalArticle",
}
"""Genre -> the subtype of schema.org's `Article`."""

_DESCRIPTION = 200
_COMMENTS = 50
_COMMENT_TEXT = 2000


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
    return _safe(node.url if isinstance(node, Feed) else node.canonical_url)


def meta_tags(node: Article | Feed) -> list[tuple[str, str, str]]:
    """The meta elements as (attribute, its value, content), those without content left out."""
    pairs: list[tuple[str, str, Any]] = [("name", "description", description(node))]
    if isinstance(node, Article):
        pairs += _open_graph(node)
        pairs += [
            *_twitter_card(node),
            ("name", "keywords", ", ".join(concept.name for concept in node.concepts)),
        ]
    else:
        pairs += [("property", "og:type", "website"), ("property", "og:title", title(node))]
    return [(kind, name, content) for kind, name, content in pairs if content]


def _twitter_card(node: Article) -> list[tuple[str, str, Any]]:
    image = node.lead_image
    shown = _image_url(image, node)
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
        ("og:url", _safe(node.canonical_url)),
        ("og:site_name", node.publisher.name if node.publisher else None),
        ("og:image", _image_url(image, node)),
        ("og:image:alt", image.alt if image and _image_url(image, node) else None),
        ("og:locale", (node.language or "").replace("-", "_")),
        ("article:published_time", _exact(node.published)),
        ("article:modified_time", _exact(node.modified)),
        ("article:section", node.section.name if node.section else None),
        *(("article:author", _safe(agent.url) or agent.name) for agent in node.authors),
        *(("article:tag", concept.name) for concept in node.concepts),
    ]
    return [("property", name, content) for name, content in facts]


def json_ld(node: Article | Feed) -> str:
    """The structured data as the content of a `script` element."""
    data = _article(node) if isinstance(node, Article) else _feed(node)
    text = json.dumps({"@context": "https://schema.org", **data}, ensure_ascii=False, separators=(",", ":"))
    # No character that could end the script, or begin a comment in it.
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _feed(node: Feed) -> dict[str, Any]:
    return _given(
        {
            "@type": "CollectionPage",
            "name": title(node),
            "url": _safe(node.url),
            "description": description(node),
            "inLanguage": node.language,
            "hasPart": [
                _given({"@type": "NewsArticle", "headline": title(a), "url": _safe(a.canonical_url)})
                for a in node.articles
            ],
        }
    )


def _article(node: Article) -> dict[str, Any]:
    kind = article_type(node)
    facts: dict[str, Any] = {
        "@type": kind,
        "headline": title(node),
        "alternativeHeadline": next((str(each.text) for each in node.headlines), None),
        "description": description(node),
        "url": _safe(node.canonical_url),
        "mainEntityOfPage": _safe(node.canonical_url),
        "image": _images(node),
        "datePublished": _exact(node.published),
        "dateModified": _exact(node.modified or node.published),
        "author": [_agent(agent) for agent in node.authors],
        "publisher": _agent(node.publisher) if node.publisher else None,
        "articleSection": _sections(node.section),
        "keywords": [concept.name for concept in node.concepts],
        "inLanguage": node.language,
        "dateline": node.dateline.text if node.dateline else None,
        "isAccessibleForFree": node.access.level == "free" if node.access and node.access.level else None,
        "copyrightHolder": _named("Organization", node.rights.copyright_holder) if node.rights else None,
        "copyrightYear": node.rights.copyright_year if node.rights else None,
        "license": _safe(node.rights.license) if node.rights else None,
        "commentCount": node.comments.declared,
        "comment": _comments(node),
        "correction": [str(each.text) for each in node.corrections],
    }
    return _given(facts | (_live(node) if kind == "LiveBlogPosting" else {}))


def article_type(node: Article) -> str:
    """The schema.org type: by the kind for a live blog, else by the first genre that has one, else `NewsArticle`."""
    if node.kind == "liveblog":
        return "LiveBlogPosting"
    return next((SUBTYPES[g.name.lower()] for g in node.genres if g.name.lower() in SUBTYPES), "NewsArticle")


def _live(node: Article) -> dict[str, Any]:
    coverage = node.coverage
    return {
        "coverageStartTime": _exact(coverage.start) if coverage else None,
        "coverageEndTime": _exact(coverage.end) if coverage else None,
        "liveBlogUpdate": [
            _given(
                {
                    "@type": "BlogPosting",
                    "headline": collapse_string(str(post.title or "")),
                    "datePublished": _exact(post.published),
                    "dateModified": _exact(post.modified),
                    "articleBody": plain_text(post.body),
                    "author": [_agent(credit.agent) for credit in post.credits],
                }
            )
            for post in node.posts
        ],
    }


def _comments(node: Article) -> list[dict[str, Any]]:
    """The first published comments, flat, each with what it answers (https://schema.org/Comment)."""
    page = _safe(node.canonical_url) or ""
    shown = [comment for comment in node.comments if comment.status == "published" and comment.body][:_COMMENTS]
    known = {comment.id for comment in shown}

    def address(id: str | None) -> str:
        return f"{page}#{fragment('comment', id or '')}"

    return [
        _given(
            {
                "@type": "Comment",
                "@id": address(comment.id),
                "parentItem": {"@id": address(comment.parent)} if comment.parent in known else None,
                "author": _named("Person", comment.author.name) if comment.author else None,
                "dateCreated": _exact(comment.created),
                "text": plain_text(comment.body)[:_COMMENT_TEXT],
                "upvoteCount": comment.votes.up,
                "downvoteCount": comment.votes.down,
            }
        )
        for comment in shown
    ]


def _agent(agent: Agent) -> dict[str, Any]:
    if isinstance(agent, Organisation):
        logo = {"@type": "ImageObject", "url": agent.logo} if agent.logo and is_safe_image(agent.logo) else None
        return _given({"@type": "Organization", "name": agent.name, "url": _safe(agent.url), "logo": logo})
    return _given(
        {
            "@type": "Person",
            "name": agent.name,
            "url": _safe(agent.url),
            "jobTitle": agent.title,
            "image": agent.image if agent.image and is_safe_image(agent.image) else None,
            "sameAs": [url for url in agent.same_as if is_safe(url)],
        }
    )


def _named(kind: str, name: str | None) -> dict[str, str] | None:
    return {"@type": kind, "name": name} if name else None


def _sections(section: Section | None) -> list[str]:
    names: list[str] = []
    while section is not None:
        names.insert(0, section.name)
        section = section.parent
    return names


def _images(node: Article) -> list[dict[str, Any]]:
    image = node.lead_image
    return [_image(image, node)] if image is not None and _image_url(image, node) else []


def _image(image: Image, node: Article) -> dict[str, Any]:
    return _given(
        {
            "@type": "ImageObject",
            "url": _image_url(image, node),
            "width": _pixels(image.width),
            "height": _pixels(image.height),
            "caption": collapse_string(str(image.caption or "")),
            "creditText": collapse_string(str(image.credit or "")),
        }
    )


def _pixels(value: int | None) -> dict[str, Any] | None:
    # E37 is the pixel in UN/CEFACT's units; a bare number is no value of `width` in schema.org.
    return None if value is None else {"@type": "QuantitativeValue", "value": value, "unitCode": "E37"}


def _image_url(image: Image | None, node: Article) -> str | None:
    """Where a picture is, for those who do not have the page: absolute, if the page's address is known."""
    if image is None or not image.url or not is_safe_image(image.url):
        return None
    return join(image.url, node.canonical_url) if node.canonical_url and is_safe(node.canonical_url) else image.url


def _safe(url: str | None) -> str | None:
    return url if url and is_safe(url) else None


def _exact(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _given(facts: dict[str, Any]) -> dict[str, Any]:
    """*facts* without what is not known; a list of one is that one."""
    kept = {name: value for name, value in facts.items() if value not in (None, "", [], {})}
    return {name: value[0] if isinstance(value, list) and len(value) == 1 else value for name, value in kept.items()}
