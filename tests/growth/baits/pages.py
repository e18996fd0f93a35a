"""Baits for readers of HTML: whole pages, and fragments of their articles."""

from __future__ import annotations

import json
from collections.abc import Callable

from tests.growth.bait import Bait
from tests.growth.baits.markup import FRAGMENTS, run

_HEAD = "<!doctype html><html lang=en><head><meta charset=utf-8><title>The harbour reopens</title>"
_BODY = "</head><body><main><article><h1>The harbour reopens</h1><p>By <a rel=author href=/ann>Ann Lee</a>"
_WORDS = "<p>The ferries left at six, as they did before the war, said the harbour master on Monday.</p>"
_COMMENTS = f"{_HEAD}{_BODY}{_WORDS * 3}</article></main><section id=comments class=comments><h2>9 Comments</h2>"


def in_head(text: str) -> bytes:
    """A page with *text* in its head."""
    return f"{_HEAD}{text}{_BODY}{_WORDS * 3}</article></main></body></html>".encode()


def in_article(text: str) -> bytes:
    """A page with *text* in its article, after three paragraphs."""
    return f"{_HEAD}{_BODY}{_WORDS * 3}{text}".encode()


def around_article(text: str) -> bytes:
    """A page with *text* before its article."""
    return f"{_HEAD}</head><body>{text}<main><article><h1>x</h1>{_WORDS * 3}</article></main>".encode()


def in_comments(text: str) -> bytes:
    """A page with *text* in its comment section."""
    return f"{_COMMENTS}{text}".encode()


def json_ld(before: str, repeated: str, after: str) -> tuple[str, str, str]:
    """A run in a script of linked data."""
    return f"<script type='application/ld+json'>{before}", repeated, f"{after}</script>"


HEADS: dict[str, tuple[str, str, str]] = {
    "meta elements": ("", "<meta name=n§ content=c>", ""),
    "meta elements of one name": ("", "<meta name=author content='Ann §'>", ""),
    "Open Graph pictures": ("", "<meta property=og:image content=/§.jpg><meta property=og:image:width content=1>", ""),
    "article tags": ("", "<meta property=article:tag content=t§>", ""),
    "article sections": ("", "<meta property=article:section content=t§>", ""),
    "keywords": ("<meta name=keywords content='", "k§, ", "'>"),
    "keywords of spaces": ("<meta name=keywords content='x", " ", "y'>"),
    "keywords of spaces and commas": ("<meta name=keywords content='x", " ,", "y'>"),
    "authors in one": ("<meta name=author content='", "Ann Lee, ", "'>"),
    "authors and authors": ("<meta name=author content='", "Ann and ", "'>"),
    "an author of spaces": ("<meta name=author content='By", " ", "x'>"),
    "a long description": ("<meta name=description content='", "x ", "'>"),
    "a description of spaces": ("<meta name=description content='x", " ", "y'>"),
    "a title of spaces": ("<meta property=og:title content='x", " ", "y'>"),
    "a title of bars": ("<meta property=og:title content='x", " | x", "'>"),
    "a title of dashes": ("<meta property=og:title content='x", " - x", "'>"),
    "a date of digits": ("<meta property=article:published_time content='", "1", "'>"),
    "a date of spaces": ("<meta property=article:published_time content='1", " ", "x'>"),
    "a long address": ("<link rel=canonical href='https://news.example/", "a/", "'>"),
    "links": ("", "<link rel=alternate hreflang=l§ href=/§>", ""),
    "styles": ("", "<style>p { color: red }</style>", ""),
    "scripts": ("", "<script>window.x§ = 1</script>", ""),
    "a long script": ("<script>", "var x = {y: 'z'}; ", "</script>"),
    "a script of braces": ("<script>window.x = ", "{", "</script>"),
    "a script of quotes": ("<script>window.x = {", '"', "</script>"),
    "a script of backslashes": ("<script>window.x = {'a': '", "\\\\", "</script>"),
    "a script of state": ("<script>window.__INITIAL_STATE__ = {", '"k§": {"body": "<p>x</p>"}, ', '"z": 1};</script>'),
    "a script of parses": ("<script>", 'x = JSON.parse("{}"); ', "</script>"),
    "JSON scripts": ("", '<script type="application/json">{"x": §}</script>', ""),
    "one JSON script": ('<script type="application/json">[', '{"body": "<p>x</p>", "id": §}, ', "1]</script>"),
    "JSON-LD scripts": ("", '<script type="application/ld+json">{"@type": "Article", "headline": "§"}</script>', ""),
    "JSON-LD deep": json_ld("", '{"@type": "Article", "isPartOf": ', ""),
    "JSON-LD deep lists": json_ld("", "[", ""),
    "JSON-LD graph": json_ld('{"@graph": [', '{"@type": "NewsArticle", "@id": "#§", "headline": "x"}, ', "{}]}"),
    "JSON-LD persons": json_ld(
        '{"@type": "NewsArticle", "headline": "x", "author": [', '{"@type": "Person", "name": "A §"}, ', "{}]}"
    ),
    "JSON-LD references": json_ld(
        '{"@graph": [{"@type": "NewsArticle", "@id": "#0", "author": {"@id": "#1"}}, ',
        '{"@type": "Person", "@id": "#§", "worksFor": {"@id": "#§"}}, ',
        "{}]}",
    ),
    "JSON-LD comments": json_ld(
        '{"@type": "NewsArticle", "headline": "x", "comment": [',
        '{"@type": "Comment", "@id": "#§", "text": "x", "author": "A"}, ',
        "{}]}",
    ),
    "JSON-LD pictures": json_ld('{"@type": "NewsArticle", "headline": "x", "image": [', '"/§.jpg", ', '""]}'),
    "JSON-LD body": json_ld('{"@type": "NewsArticle", "headline": "x", "articleBody": "', "Words of it. ", '"}'),
    "JSON-LD questions": json_ld(
        '{"@type": "FAQPage", "mainEntity": [',
        '{"@type": "Question", "name": "x §", "acceptedAnswer": {"@type": "Answer", "text": "<p>y</p>"}}, ',
        "{}]}",
    ),
    "JSON-LD commas": json_ld('{"@type": "NewsArticle",', ",", "}"),
    "JSON-LD line breaks": json_ld('{"@type": "NewsArticle", "headline": "', "\n", '"}'),
    "JSON-LD comment signs": json_ld("", "/*", ""),
}

PLACES: dict[str, tuple[str, str, str]] = {
    "microdata items": ("", "<div itemscope itemtype=https://schema.org/Person><b itemprop=name>A</b></div>", ""),
    "microdata nested": ("", "<div itemprop=author itemscope itemtype=https://schema.org/Person>", ""),
    "microdata references in a ring": (
        "<div itemscope itemtype=https://schema.org/NewsArticle itemref=r0></div>",
        "<div id=r§ itemprop=isPartOf itemscope itemref='r0 r§'>x</div>",
        "",
    ),
    "microdata references by all": ("", "<div id=r§ itemscope itemref='r0 r1 r2 r3'><b itemprop=name>x</b></div>", ""),
    "microdata references of one": (
        "<div itemscope itemtype=https://schema.org/NewsArticle itemref='" + "r0 " * 2000 + "'></div>",
        "<div id=r§><b itemprop=name>x</b></div>",
        "",
    ),
    "microdata names": (
        "<div itemscope itemtype=https://schema.org/NewsArticle><b itemprop='",
        "name n§ ",
        "'>x</b></div>",
    ),
    "microformats": ("", "<div class=h-entry><p class=p-name>x</p><div class='h-card p-author'>A</div></div>", ""),
    "microformats nested": ("", "<div class='h-entry p-comment'><p class=p-name>x</p>", ""),
    "articles": ("", "<article><h2>x</h2><p>Words of an article that is long enough.</p></article>", ""),
    "articles nested": ("", "<article><h2>x</h2><p>y</p>", ""),
    "first headings": ("", "<h1>x §</h1>", ""),
    "bylines": ("", "<p class=byline>By Ann Lee §</p>", ""),
    "bylines in lines": ("", "<p>By Ann Lee and Ben Ray</p>", ""),
    "a long byline": ("<p class=byline>By ", "Ann Lee, ", "</p>"),
    "a byline of spaces": ("<p class=byline>By", " \xa0", "</p>"),
    "a byline of names": ("<p class=byline>By ", "Ann ", "</p>"),
    "dates": ("", "<time datetime=2026-03-05T10:00:00Z>5 March 2026</time>", ""),
    "dates in lines": ("", "<p>Published 5 March 2026 at 10:0§</p>", ""),
    "a date of spaces": ("<p class=date>Published", " \xa0", "5 March 2026</p>"),
    "a date of digits": ("<p class=date>5 March ", "2", "</p>"),
    "share links": ("<div class=share>", "<a href=https://x.com/intent/tweet?text=§>Tweet</a>", "</div>"),
    "share bars": ("", "<div class=share><a href=https://x.com/intent/tweet?text=§>Tweet</a></div>", ""),
    "share counts": ("<div class=share>", "<a href=https://x.com/share class=twitter>§ Tweet</a>", "</div>"),
    "a long share address": ("<a href='https://x.com/intent/tweet?", "text=x&", "'>Tweet</a>"),
    "trails": ("<nav class=breadcrumb>", "<a href=/§>x</a> › ", "</nav>"),
    "navigation": ("<nav><ul>", "<li><a href=/§>x</a>", "</ul></nav>"),
    "related links": ("<div class=related><h3>Related</h3>", "<a href=/§>x</a>", "</div>"),
    "link lists": ("", "<div><a href=/a§>x</a><a href=/b§>y</a></div>", ""),
    "live posts": ("", "<div class=live-post id=p§><h2>x</h2><time datetime=2026-03-05T10:00Z></time><p>y</div>", ""),
    "questions": ("", "<h3>What is it?</h3><p>It is § of them.</p>", ""),
    "speakers": ("", "<p><strong>Q:</strong> What is it?</p><p><strong>A:</strong> It is.</p>", ""),
    "paragraphs alike": ("", "<p>The same words in every paragraph of this page.</p>", ""),
    "hidden": ("", "<div hidden><p>x</p></div><p style='display:none'>y</p>", ""),
    "advertisements": ("", "<div class=ad>Advertisement</div><p>Words of a paragraph.</p>", ""),
    "paywalls": ("", "<div class=paywall><p>Subscribe to read</p></div>", ""),
    "consent": ("", "<div class=consent data-src=https://www.youtube.com/embed/x§>Allow cookies</div>", ""),
    "text and line breaks": ("", "Words of a line that is long enough to be read.<br><br>", ""),
}

COMMENTS: dict[str, tuple[str, str, str]] = {
    "comments": (
        "<ol>",
        "<li class=comment id=c§><cite class=author>A</cite> <time datetime=2026-03-05T10:00Z></time><p>x</p></li>",
        "</ol>",
    ),
    "comments nested": (
        "",
        "<ol class=children><li class=comment id=c§><cite>A</cite><div class=body><p>x</p></div>",
        "",
    ),
    "comments nested in sections": (
        "",
        "<section class=comments id=s§><div class=comment id=c§><cite>A</cite><p>x of it</p>",
        "",
    ),
    "comments nested with dates": (
        "",
        "<div class=comment id=c§><cite class=author>A</cite> <time datetime=2026-03-05T10:00Z></time><p>x of it</p>",
        "",
    ),
    "comments by parent": (
        "",
        "<div class=comment id=c§ data-parent-id=c0 data-comment-id=c§><b class=author>A</b><p class=body>x</p></div>",
        "",
    ),
    "comments by depth": (
        "",
        "<div class='comment depth-§' id=comment-§><cite class=fn>A</cite><div class=comment-body>x</div></div>",
        "",
    ),
    "WordPress comments": (
        "<ol class=comment-list>",
        "<li class='comment byuser depth-1' id=comment-§><article id=div-comment-§ class=comment-body><footer>"
        "<b class=fn>A</b></footer><div class=comment-content><p>x</p></div></article></li>",
        "</ol>",
    ),
    "microdata comments": (
        "",
        "<div itemscope itemtype=https://schema.org/Comment><b itemprop=author>A</b><p itemprop=text>x</p></div>",
        "",
    ),
    "microdata comments nested": (
        "",
        "<div itemprop=comment itemscope itemtype=https://schema.org/Comment><p itemprop=text>x</p>",
        "",
    ),
    "microformats comments": (
        "",
        "<div class='p-comment h-cite'><a class='p-author h-card'>A</a><p class=p-content>x</p></div>",
        "",
    ),
    "comments without classes": ("", "<div><b>Ann</b> <i>2 hours ago</i><p>x §</p><a>Reply</a></div>", ""),
    "votes": ("<div class=comment id=c1>", "<span class=vote-up>§</span>", "</div>"),
    "reply links": ("<div class=comment id=c1><p>x</p>", "<a class=reply href='#c§'>Reply</a>", "</div>"),
    "counts": ("", "<span class=comment-count>§ comments</span>", ""),
    "a count of spaces": ("<span class=comment-count>9", " \xa0", "comments</span>"),
    "a count of digits": ("<span class=comment-count>", "9", " comments</span>"),
    "discussions": ("", "<div id=disqus_thread data-disqus-identifier=§></div>", ""),
}  # fmt: skip

OPEN: dict[str, tuple[str, str, str]] = {
    "formatting left open with attributes": ("", "<p><b a=§>x", ""),
    "formatting left open in divs": ("", "<div><font color=§>x</div>", ""),
    "formatting left open, then paragraphs": ("".join(f"<i a={each}>" for each in range(400)), "<p>x", ""),
    "formatting left open in a table": ("<table>", "<b a=§>x<tr>", ""),
    "formatting left open, then closed": ("".join(f"<b a={each}><p>" for each in range(400)), "<p>x</b>", ""),
    "html elements with attributes": ("", "<html a§>", ""),
    "body elements with attributes": ("", "<body a§>", ""),
}
"""What the HTML Standard itself makes more elements or attributes of than it has characters."""


def _page(name: str, place: Callable[[str], bytes], parts: tuple[str, str, str]) -> Bait:
    make = run(*parts)
    return Bait("read", "html", name, lambda size: place(make(size)), size_of(parts))


def size_of(parts: tuple[str, str, str], length: int = 4_000) -> int:
    """How often to repeat, so that the whole is some *length* characters."""
    return max(1, length // len(parts[1]))


BAITS: list[Bait] = [
    *(_page(f"article, {name}", in_article, parts) for name, parts in FRAGMENTS.items()),
    *(_page(f"head, {name}", in_head, parts) for name, parts in HEADS.items()),
    *(_page(f"page, {name}", around_article, parts) for name, parts in PLACES.items()),
    *(_page(f"comments, {name}", in_comments, parts) for name, parts in COMMENTS.items()),
    *(_page(f"page, {name}", around_article, parts) for name, parts in OPEN.items()),
    Bait("read", "html", "bytes alone", lambda size: bytes(range(256)) * size, 40),
    Bait("read", "html", "UTF-16", lambda size: ("<p>x" * size).encode("utf-16"), 3000),
    Bait("read", "html", "JSON in attributes", lambda size: in_article(_json_attribute(size)), 1000),
]


def _json_attribute(size: int) -> str:
    told = json.dumps({f"k{number}": "<p>x</p>" for number in range(size)})
    return f"<div data-hydrate='{told}'>x</div>"
