"""What a page says to search engines: schema.org's structured data as JSON-LD.

It is derived from the article and never read back from our own pages.
Sources: https://schema.org/NewsArticle, https://developers.google.com/search/docs/appearance/structured-data/article.
"""

from __future__ import annotations

import json
from typing import Any

from newsmodel.model import Article, Feed, Image, Organisation, Section, plain_text
from newsmodel.model.people import Agent
from newsmodel.rendering.head import description, exact, image_url, safe_url, title
from newsmodel.rendering.html_tags import fragment
from newsmodel.urls import is_safe, is_safe_image
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

_COMMENTS = 50
_COMMENT_TEXT = 2000


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
            "url": safe_url(node.url),
            "description": description(node),
            "inLanguage": node.language,
            "hasPart": [
                _given({"@type": "NewsArticle", "headline": title(a), "url": safe_url(a.canonical_url)})
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
        "url": safe_url(node.canonical_url),
        "mainEntityOfPage": safe_url(node.canonical_url),
        "image": _images(node),
        "datePublished": exact(node.published),
        "dateModified": exact(node.modified or node.published),
        "author": [_agent(agent) for agent in node.authors],
        "publisher": _agent(node.publisher) if node.publisher else None,
        "articleSection": _sections(node.section),
        "keywords": [concept.name for concept in node.concepts],
        "inLanguage": node.language,
        "dateline": node.dateline.text if node.dateline else None,
        "isAccessibleForFree": node.access.level == "free" if node.access and node.access.level else None,
        "copyrightHolder": _named("Organization", node.rights.copyright_holder) if node.rights else None,
        "copyrightYear": node.rights.copyright_year if node.rights else None,
        "license": safe_url(node.rights.license) if node.rights else None,
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
        "coverageStartTime": exact(coverage.start) if coverage else None,
        "coverageEndTime": exact(coverage.end) if coverage else None,
        "liveBlogUpdate": [
            _given(
                {
                    "@type": "BlogPosting",
                    "headline": collapse_string(str(post.title or "")),
                    "datePublished": exact(post.published),
                    "dateModified": exact(post.modified),
                    "articleBody": plain_text(post.body),
                    "author": [_agent(credit.agent) for credit in post.credits],
                }
            )
            for post in node.posts
        ],
    }


def _comments(node: Article) -> list[dict[str, Any]]:
    """The first published comments, flat, each with what it answers (https://schema.org/Comment)."""
    page = safe_url(node.canonical_url) or ""
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
                "dateCreated": exact(comment.created),
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
        return _given({"@type": "Organization", "name": agent.name, "url": safe_url(agent.url), "logo": logo})
    return _given(
        {
            "@type": "Person",
            "name": agent.name,
            "url": safe_url(agent.url),
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
    return [_image(image, node)] if image is not None and image_url(image, node) else []


def _image(image: Image, node: Article) -> dict[str, Any]:
    return _given(
        {
            "@type": "ImageObject",
            "url": image_url(image, node),
            "width": _pixels(image.width),
            "height": _pixels(image.height),
            "caption": collapse_string(str(image.caption or "")),
            "creditText": collapse_string(str(image.credit or "")),
        }
    )


def _pixels(value: int | None) -> dict[str, Any] | None:
    # E37 is the pixel in UN/CEFACT's units; a bare number is no value of `width` in schema.org.
    return None if value is None else {"@type": "QuantitativeValue", "value": value, "unitCode": "E37"}


def _given(facts: dict[str, Any]) -> dict[str, Any]:
    """*facts* without what is not known; a list of one is that one."""
    kept = {name: value for name, value in facts.items() if value not in (None, "", [], {})}
    return {name: value[0] if isinstance(value, list) and len(value) == 1 else value for name, value in kept.items()}
