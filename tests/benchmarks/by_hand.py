"""The same HTML written by hand: plain Python dispatch into one list of str, for this workload and nothing else.

It is what one would write for one newsroom's articles in an afternoon: no fit, no report, no safety of URLs, no fields
beyond those that the workload has. `newsmodel`'s own writer is measured against it, on the very same output.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

from newsmodel import Article, Comment, Figure, Heading, Link, List, Paragraph, PullQuote, Quote, Style, Text

TAGS = {"strong": "strong", "emphasis": "em"}


def fragment(article: Article) -> str:
    """The `article` element, byte for byte as `newsmodel.to_html(article, fragment=True)` has it."""
    out: list[str] = []
    add = out.append
    add(f'<article class="newsmodel article" lang="{article.language}"')
    add(hidden({"canonical_url": article.canonical_url}))
    add(f'>\n<header>\n<p class="section"><a class="to" href="{quoted(article.section.url)}">')
    add(f'{escape(article.section.name)}</a></p>\n<h1 class="headline">')
    text(article.headline, out)
    add('</h1>\n<p class="standfirst">')
    text(article.standfirst, out)
    add('</p>\n<p class="byline">')
    text(article.byline, out)
    add(f'</p>\n<p class="dates">{moment("published", article.dates.published)} ')
    add(f'{moment("modified", article.dates.modified)}</p>\n</header>\n<div class="body">\n')
    blocks(article.body, out)
    add("\n</div>\n")
    discussion(article, out)
    add("\n</article>\n")
    return "".join(out)


def escape(value: str) -> str:
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def quoted(value: str) -> str:
    return escape(value).replace('"', "&quot;")


def hidden(data: dict[str, Any]) -> str:
    return f' data-newsmodel="{quoted(json.dumps(data, separators=(",", ":")))}"'


def moment(name: str, value: datetime) -> str:
    return f'<time class="{name}" datetime="{value.isoformat()}">{value:%Y-%m-%d %H:%M}</time>'


def blocks(body: tuple[Any, ...], out: list[str]) -> None:
    first = True
    for block in body:
        if not first:
            out.append("\n")
        first = False
        WRITERS[type(block)](block, out)


def text(value: Text, out: list[str]) -> None:
    content = value.content
    if type(content) is str:
        out.append(escape(content))
        return
    opened: tuple[Any, ...] = ()
    for span in content:
        marks = span.marks
        if marks is not opened:
            shared = 0
            for one, other in zip(opened, marks, strict=False):
                if one is not other and one != other:
                    break
                shared += 1
            close(opened[shared:], out)
            for mark in marks[shared:]:
                start(mark, out)
            opened = marks
        out.append(escape(span.text))
    close(opened, out)


def start(mark: Link | Style, out: list[str]) -> None:
    out.append(f'<a href="{quoted(mark.url)}">' if type(mark) is Link else f"<{TAGS[mark.name]}>")


def close(marks: tuple[Any, ...], out: list[str]) -> None:
    out.extend("</a>" if type(mark) is Link else f"</{TAGS[mark.name]}>" for mark in reversed(marks))


def paragraph(block: Paragraph, out: list[str]) -> None:
    out.append("<p>")
    text(block.text, out)
    out.append("</p>")


def heading(block: Heading, out: list[str]) -> None:
    out.append(f"<h{block.level}>")
    text(block.text, out)
    out.append(f"</h{block.level}>")


def list_(block: List, out: list[str]) -> None:
    out.append("<ul>\n")
    for item in block.items:
        out.append("<li>")
        text(item.body[0].text, out)
        out.append("</li>\n")
    out.append("</ul>")


def quote(block: Quote, out: list[str]) -> None:
    out.append("<blockquote>")
    blocks(block.body, out)
    out.append('\n<footer class="attribution">')
    text(block.attribution, out)
    out.append("</footer></blockquote>")


def pull_quote(block: PullQuote, out: list[str]) -> None:
    out.append('<blockquote class="pull-quote"><p class="text">')
    text(block.text, out)
    out.append('</p><p class="attribution">')
    text(block.attribution, out)
    out.append("</p></blockquote>")


def figure(block: Figure, out: list[str]) -> None:
    image = block.media
    out.append(f'<figure><img src="{quoted(image.url)}" alt="{quoted(image.alt)}"')
    out.append(f' width="{image.width}" height="{image.height}"><figcaption><span class="caption">')
    text(image.caption, out)
    out.append('</span> <span class="credit">')
    text(image.credit, out)
    out.append("</span></figcaption></figure>")


WRITERS: dict[type[Any], Callable[[Any, list[str]], None]] = {
    Paragraph: paragraph,
    Heading: heading,
    List: list_,
    Quote: quote,
    PullQuote: pull_quote,
    Figure: figure,
}


def discussion(article: Article, out: list[str]) -> None:
    """Lists within lists; a long discussion folds its further threads away."""
    thread = article.comments
    total = len(thread.comments)
    names: dict[str, str] = {}
    depths: dict[str, int] = {}
    level, folded = 0, False
    out.append(f'<section class="comments" aria-label="Comments"{hidden({"declared": thread.declared})}>\n')
    out.append(f"<h2>{thread.declared} comments</h2>\n<ol>\n")
    for index, comment in enumerate(thread.comments):
        names[comment.id] = comment.author.name
        depth = depths[comment.id] = 0 if comment.parent is None else depths[comment.parent] + 1
        if index:
            out.append("\n<ol>\n" if depth > level else "\n</li>\n" + "</ol>\n</li>\n" * (level - depth))
        level = depth
        if not depth and not folded and index >= 20 and total - index >= 10:
            folded = True
            out.append(f'</ol>\n<details class="rest"><summary>View all {total} comments</summary>\n<ol>\n')
        out.append("<li>")
        write_comment(comment, names, out)
    out.append("\n</li>\n" + "</ol>\n</li>\n" * level + ("</ol>\n</details>" if folded else "</ol>") + "\n</section>")


def write_comment(comment: Comment, names: dict[str, str], out: list[str]) -> None:
    votes = comment.votes
    counted = votes.up is not None
    out.append(f'<article class="comment" id="comment-{comment.id}"')
    if counted:
        out.append(hidden({"votes": {"up": votes.up, "down": votes.down}}))
    out.append(f'><header><span class="author">{escape(comment.author.name)}</span> ')
    out.append(moment("created", comment.created))
    if comment.parent is not None:
        name = escape(names[comment.parent])
        out.append(f' <a class="parent" href="#comment-{comment.parent}">in reply to {name}</a>')
    out.append('</header><div class="body">')
    blocks(comment.body, out)
    out.append("</div>")
    if counted:
        out.append(f'<p class="votes">{votes.up} up, {votes.down} down</p>')
    out.append("</article>")
