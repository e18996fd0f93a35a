"""The article around its body in HTML: header, notes, corrections, share actions, comments; and feeds of articles."""

from __future__ import annotations

from typing import Any

import attrs

from newsmodel.codec import field_data
from newsmodel.model import (
    Account,
    Article,
    Comment,
    CommentThread,
    Dates,
    Feed,
    Footnote,
    Label,
    Section,
    ShareAction,
    Text,
)
from newsmodel.model.base import Node
from newsmodel.model.check import shape
from newsmodel.rendering.html_blocks import media_figure
from newsmodel.rendering.html_tags import (
    attribute,
    data_attribute,
    escape,
    fragment,
    hidden_data,
    link_attribute,
    moment,
    space,
)
from newsmodel.rendering.html_text import holds_link
from newsmodel.rendering.renderer import Out, Rules

rules = Rules()


def kept(node: Node, **also: Any) -> str:
    """The attribute for what of a node of the record has no visible place; *also* replaces or adds fields."""
    data = hidden_data(node)
    return data_attribute(data | also) if data or also else ""


def element(tag: str, css_class: str, value: Text | str | None, words: str) -> str:
    """An element of words, "" if *value* is None."""
    return "" if value is None else f'<{tag} class="{css_class}"{space(value)}>{words}</{tag}>'


def time_element(name: str, value: Any) -> str:
    """A `time`, "" for None."""
    if value is None:
        return ""
    exact, shown = moment(value)
    return f'<time class="{name}" datetime="{exact}">{shown}</time>'


@rules(Article)
def article(node: Article, out: Out) -> str:
    """The `article` element, whole; a page around it is `newsmodel.rendering.page`."""
    numbers = {note.id: str(position) for position, note in enumerate(node.notes, 1)}
    out.memo["notes"] = numbers
    dates = field_data(attrs.evolve(node.dates, published=None, modified=None), [f.name for f in shape(Dates)])
    identity = attribute("id", node.id) if node.id and not any(letter.isspace() for letter in node.id) else ""
    place = attribute("lang", node.language) + attribute("dir", node.direction)
    also = ({"dates": dates} if dates else {}) | ({"id": node.id} if node.id is not None and not identity else {})
    parts = [
        _header(node, out),
        _lead(node, out),
        f'<div class="body">\n{out.body(node.body)}\n</div>',
        _notes(node, out),
        _corrections(node, out),
        _share(node, out),
        out.field(node, "comments"),
    ]
    start = f'<article class="newsmodel article"{identity}{place}{kept(node, **also)}>'
    return "\n".join([start, *filter(None, parts), "</article>"])


def _header(node: Article, out: Out) -> str:
    lines = [
        out.field(node, "section"),
        out.field(node, "kicker"),
        f'<h1 class="headline"{space(node.headline)}>{out.field(node, "headline")}</h1>',
        element("p", "standfirst", node.standfirst, out.field(node, "standfirst")),
        element("p", "byline", node.byline, out.field(node, "byline")) or _authors(node),
        _times(node.dates),
    ]
    return "<header>\n" + "\n".join(filter(None, lines)) + "\n</header>"


def _authors(node: Article) -> str:
    """A byline for people where the article has none but says who wrote it."""
    names = ", ".join(escape(agent.name) for agent in node.authors)
    return f'<p class="authors">{names}</p>' if names else ""


def _times(dates: Dates) -> str:
    times = [time_element("published", dates.published), time_element("modified", dates.modified)]
    return f'<p class="dates">{" ".join(filter(None, times))}</p>' if any(times) else ""


def _lead(node: Article, out: Out) -> str:
    if node.lead_media is None:
        return ""
    with out.below("lead_media"):
        return f'<div class="lead">{media_figure(node.lead_media, out)}</div>'


def _notes(node: Article, out: Out) -> str:
    if not node.notes:
        return ""
    items = "\n".join(out.each(node.notes, "notes"))
    return f'<section class="notes" aria-label="Notes">\n<ol>\n{items}\n</ol>\n</section>'


def _corrections(node: Article, out: Out) -> str:
    if not node.corrections:
        return ""
    items = "\n".join(out.each(node.corrections, "corrections"))
    return f'<section class="corrections" aria-label="Corrections">\n{items}\n</section>'


def _share(node: Article, out: Out) -> str:
    if not node.share_actions:
        return ""
    items = "\n".join(out.each(node.share_actions, "share_actions"))
    return f'<nav class="share" aria-label="Share">\n<ul>\n{items}\n</ul>\n</nav>'


@rules(Section)
def section(node: Section, _out: Out) -> str:
    """The section's name, leading to it."""
    name = escape(node.name)
    linked = f'<a class="to"{link_attribute(node.url)}>{name}</a>' if node.url is not None else name
    return f'<p class="section"{space(node.name)}{kept(node)}>{linked}</p>'


@rules(Label)
def label(node: Label, out: Out) -> str:
    """The kicker."""
    words = out.field(node, "text")
    if node.url is not None:
        start = f'<a class="to"{link_attribute(node.url)}>'
        words = f"{words}{start}</a>" if holds_link(node.text) else f"{start}{words}</a>"
    return f'<p class="kicker"{space(node.text)}{kept(node)}>{words}</p>'


@rules(Footnote)
def footnote(node: Footnote, out: Out) -> str:
    """A note, reached from its number in the text."""
    return f"<li{attribute('id', fragment('note', node.id))}{kept(node)}>{out.body(node.body)}</li>"


@rules(ShareAction)
def share_action(node: ShareAction, _out: Out) -> str:
    """A plain link, without any script of the network."""
    unlabelled = "" if node.label is not None else " unlabelled"
    words = node.network if node.label is None else node.label
    kind = attribute("class", f"share-action {fragment('network', node.network)}{unlabelled}")
    if node.url is None:
        return f"<li{kind}{kept(node)}><span{space(node.label or '')}>{escape(words)}</span></li>"
    rel = 'rel="nofollow noopener noreferrer"'
    link = f"<a{link_attribute(node.url)} {rel}{space(node.label or '')}>{escape(words)}</a>"
    return f"<li{kind}{kept(node)}>{link}</li>"


@rules(CommentThread)
def comment_thread(node: CommentThread, out: Out) -> str:
    """The discussion, in the order it is held; "" if there is nothing to say of it."""
    if node == CommentThread():
        return ""
    count = len(node.comments) if node.declared is None else node.declared
    heading = f"{count} comment{'s' * (count != 1)}"
    out.memo["names"] = {comment.id: comment.author.name for comment in node.comments if comment.author}
    out.memo["depths"] = depths(node)
    start = f'<section class="comments" aria-label="Comments"{kept(node)}>'
    listed = ["<ol>", *out.each(node.comments, "comments"), "</ol>"] if node.comments else []
    return "\n".join([start, f"<h2>{heading}</h2>", *listed, "</section>"])


def depths(thread: CommentThread) -> dict[str, int]:
    """How deep each comment stands below its parents, in linear time; one whose parents go in a circle stands at 0."""
    parents = {comment.id: comment.parent for comment in thread.comments}
    found: dict[str, int] = {}
    for start in parents:
        chain: list[str] = []
        on_chain: set[str] = set()
        key: str | None = start
        while key is not None and key in parents and key not in found and key not in on_chain:
            chain.append(key)
            on_chain.add(key)
            key = parents[key]
        depth = found[key] + 1 if key in found and key not in on_chain else 0
        for key in reversed(chain):
            found[key] = depth
            depth += 1
    return found


_SHOWN_DEPTH = 5
_ENDED = {
    "deleted": "This comment was deleted.",
    "rejected": "This comment was removed.",
    "withheld": "This comment was withheld.",
    "spam": "This comment was removed.",
}


@rules(Comment)
def comment(node: Comment, out: Out) -> str:
    """One comment, set in as deep as its thread goes, up to five steps; the tree itself is in the links to parents."""
    depth = min(out.memo.get("depths", {}).get(node.id, 0), _SHOWN_DEPTH)
    identity = f' id="{fragment("comment", node.id)}"'
    inside = [
        f"<header>{_account(node.author)}{_created(node)}{_reply_to(node, out)}</header>",
        f'<div class="body">{out.body(node.body)}</div>',
    ]
    if not node.body and node.status in _ENDED:
        inside.append(f"<p>{_ENDED[node.status]}</p>")
    inside.append(_votes(node))
    return f'<li class="depth-{depth}"><article class="comment"{identity}{kept(node)}>{"".join(inside)}</article></li>'


def _account(node: Account | None) -> str:
    if node is None:
        return ""
    extra = {"name": node.name} if node.name == "" else {}
    words = escape(node.name or "")
    tag = "span" if node.url is None else "a"
    link = "" if node.url is None else link_attribute(node.url) + ' rel="ugc nofollow noopener"'
    return f'<{tag} class="author"{link}{space(node.name or "")}{kept(node, **extra)}>{words}</{tag}>'


def _created(node: Comment) -> str:
    if node.created is None:
        return element("span", "created-text", node.created_text, escape(node.created_text or ""))
    exact, shown = moment(node.created)
    if node.created_text is None:
        return f' <time class="created" datetime="{exact}">{shown}</time>'
    words = escape(node.created_text)
    return f' <time class="created as-shown" datetime="{exact}"{space(node.created_text)}>{words}</time>'


def _reply_to(node: Comment, out: Out) -> str:
    if node.parent is None:
        return ""
    name = out.memo.get("names", {}).get(node.parent) or "a comment"
    return f' <a class="parent" href="#{fragment("comment", node.parent)}">in reply to {escape(name)}</a>'


def _votes(node: Comment) -> str:
    tally = node.votes
    shown = [
        f"{count} {word}"
        for word, count in (("up", tally.up), ("down", tally.down), ("points", tally.score))
        if count is not None
    ]
    return f'<p class="votes">{", ".join(shown)}</p>' if shown else ""


@rules(Feed)
def feed(node: Feed, out: Out) -> str:
    """A section of articles under the feed's title."""
    place = attribute("lang", node.language) + attribute("dir", node.direction)
    head = f'<h1 class="feed-title"{space(node.title)}>{out.field(node, "title")}</h1>'
    about = element("p", "description", node.description, out.field(node, "description"))
    items = "\n".join(out.each(node.articles, "articles"))
    return f'<section class="newsmodel feed"{place}{kept(node)}>\n{head}{about}\n{items}\n</section>'
