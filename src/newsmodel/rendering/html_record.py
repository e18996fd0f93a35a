"""The article around its body in HTML: header, notes, corrections, share actions, comments; and feeds of articles."""

from __future__ import annotations

from typing import Any

import attrs

from newsmodel.codec import field_data
from newsmodel.html_shown import authors
from newsmodel.model import (
    Article,
    Dates,
    Feed,
    Footnote,
    Label,
    Section,
    ShareAction,
)
from newsmodel.model.check import shape
from newsmodel.rendering.html_elements import element, element_of_lines, join
from newsmodel.rendering.html_media import media_figure
from newsmodel.rendering.html_passages import passages
from newsmodel.rendering.html_tags import fragment, href, kept, language, own_id, part, space, time_element
from newsmodel.rendering.html_text import leading
from newsmodel.rendering.renderer import Out, Rules
from newsmodel.sharing import action_url, is_gone, title
from newsmodel.urls import is_safe

rules: Rules = Rules()


@rules(Article)
def article(node: Article, out: Out) -> str:
    """The `article` element, whole; a page around it is `newsmodel.rendering.template.page`."""
    out.memo["notes"] = {note.id: str(position) for position, note in enumerate(node.notes, 1)}
    out.memo["passages"] = passages(node)
    out.memo.pop("marked", None)
    parts = [
        _header(node, out),
        _lead(node, out),
        element_of_lines("div", {"class": "body"}, [out.body(node.body)]),
        _notes(node, out),
        _corrections(node, out),
        _share(node, out),
        out.field(node, "comments"),
    ]
    return element_of_lines("article", _attributes(node, out), filter(None, parts))


def _attributes(node: Article, out: Out) -> dict[str, Any]:
    dates = field_data(attrs.evolve(node.dates, published=None, modified=None), [f.name for f in shape(Dates)])
    identity = own_id(node.id, out)
    hidden: dict[str, Any] = {"dates": dates} if dates else {}
    if node.id is not None and identity is None:
        hidden["id"] = node.id
    return {"class": "newsmodel article", "id": identity, **language(node), **kept(node, **hidden)}


def _header(node: Article, out: Out) -> str:
    shown = [
        out.field(node, "section"),
        out.field(node, "kicker"),
        part("h1", "headline", node.headline, out.field(node, "headline")),
        part("p", "standfirst", node.standfirst, out.field(node, "standfirst")),
        part("p", "byline", node.byline, out.field(node, "byline")) or _authors(node),
        _times(node.dates),
    ]
    return element_of_lines("header", {}, filter(None, shown))


def _authors(node: Article) -> str:
    """A byline for people where the article has none but says who wrote it."""
    names = authors(node)
    return element("p", {"class": "authors"}, names) if names else ""


def _times(dates: Dates) -> str:
    times = [time_element("published", dates.published), time_element("modified", dates.modified)]
    shown = [each for each in times if each]
    return element("p", {"class": "dates"}, join(shown, " ")) if shown else ""


def _lead(node: Article, out: Out) -> str:
    if node.lead_media is None:
        return ""
    with out.below("lead_media"):
        return element("div", {"class": "lead"}, media_figure(node.lead_media, out))


def _notes(node: Article, out: Out) -> str:
    if not node.notes:
        return ""
    items = element_of_lines("ol", {}, out.each(node.notes, "notes"))
    return element_of_lines("section", {"class": "notes", "aria-label": "Notes"}, [items])


def _corrections(node: Article, out: Out) -> str:
    if not node.corrections:
        return ""
    named = {"class": "corrections", "aria-label": "Corrections"}
    return element_of_lines("section", named, out.each(node.corrections, "corrections"))


def _share(node: Article, out: Out) -> str:
    if not node.share_actions:
        return ""
    out.memo["shared"] = node
    items = element_of_lines("ul", {}, out.each(node.share_actions, "share_actions"))
    del out.memo["shared"]
    return element_of_lines("nav", {"class": "share", "aria-label": "Share"}, [items])


@rules(Section)
def section(node: Section, _out: Out) -> str:
    """The section's name, leading to it."""
    linked = node.name if node.url is None else leading(node.name, node.url)
    return element("p", {"class": "section", **space(node.name), **kept(node)}, linked)


@rules(Label)
def label(node: Label, out: Out) -> str:
    """The kicker."""
    words = out.field(node, "text")
    if node.url is not None:
        words = leading(words, node.url, node.text)
    return element("p", {"class": "kicker", **space(node.text), **kept(node)}, words)


@rules(Footnote)
def footnote(node: Footnote, out: Out) -> str:
    """A note, reached from its number in the text."""
    return element("li", {"id": fragment("note", node.id), **kept(node)}, out.body(node.body))


@rules(ShareAction)
def share_action(node: ShareAction, out: Out) -> str:
    """A plain link, without any script of the network; inert if the network is gone.

    Where the action has no address of its own its network's is written, and marked so that it is not read.
    """
    article = out.memo.get("shared")
    url = node.url if article is None else action_url(article, node)
    if node.url is None and url is not None and not is_safe(url):
        url = None
    return element("li", {"class": _sort(node, url), **kept(node)}, _shown(node, url))


def _sort(node: ShareAction, url: str | None) -> str:
    unlabelled = "" if node.label is not None else " unlabelled"
    unaddressed = " unaddressed" if node.url is None and url is not None else ""
    return f"share-action {fragment('network', node.network)}{unlabelled}{unaddressed}"


def _shown(node: ShareAction, url: str | None) -> str:
    words = node.label if node.label is not None else title(node.network)
    if url is None:
        return element("span", space(node.label or ""), words)
    leads = {"data-href": url} if is_gone(node.network) else href(url)
    return element("a", {**leads, "rel": "nofollow noopener noreferrer", **space(node.label or "")}, words)


@rules(Feed)
def feed(node: Feed, out: Out) -> str:
    """A section of articles under the feed's title."""
    head = [
        part("h1", "feed-title", node.title, out.field(node, "title")),
        part("p", "description", node.description, out.field(node, "description")),
    ]
    inside = [join(head), *out.each(node.articles, "articles")]
    return element_of_lines("section", {"class": "newsmodel feed", **language(node), **kept(node)}, inside)
