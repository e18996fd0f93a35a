"""The article around its body in HTML: header, notes, corrections, share actions, comments; and feeds of articles."""

from __future__ import annotations

import attrs

from newsmodel.codec import field_data
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
from newsmodel.rendering.html_media import media_figure
from newsmodel.rendering.html_passages import passages
from newsmodel.rendering.html_tags import (
    attribute,
    element,
    escape,
    fragment,
    kept,
    language,
    link_attribute,
    space,
    time_element,
)
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
    dates = field_data(attrs.evolve(node.dates, published=None, modified=None), [f.name for f in shape(Dates)])
    identity = attribute("id", node.id) if node.id and not any(letter.isspace() for letter in node.id) else ""
    place = language(node)
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
    out.memo["shared"] = node
    items = "\n".join(out.each(node.share_actions, "share_actions"))
    del out.memo["shared"]
    return f'<nav class="share" aria-label="Share">\n<ul>\n{items}\n</ul>\n</nav>'


@rules(Section)
def section(node: Section, _out: Out) -> str:
    """The section's name, leading to it."""
    name = escape(node.name)
    linked = name if node.url is None else leading(name, node.url)
    return f'<p class="section"{space(node.name)}{kept(node)}>{linked}</p>'


@rules(Label)
def label(node: Label, out: Out) -> str:
    """The kicker."""
    words = out.field(node, "text")
    if node.url is not None:
        words = leading(words, node.url, node.text)
    return f'<p class="kicker"{space(node.text)}{kept(node)}>{words}</p>'


@rules(Footnote)
def footnote(node: Footnote, out: Out) -> str:
    """A note, reached from its number in the text."""
    return f"<li{attribute('id', fragment('note', node.id))}{kept(node)}>{out.body(node.body)}</li>"


@rules(ShareAction)
def share_action(node: ShareAction, out: Out) -> str:
    """A plain link, without any script of the network; inert if the network is gone.

    Where the action has no address of its own its network's is written, and marked so that it is not read.
    """
    article = out.memo.get("shared")
    url = node.url if article is None else action_url(article, node)
    if node.url is None and url is not None and not is_safe(url):
        url = None
    unlabelled = "" if node.label is not None else " unlabelled"
    unaddressed = " unaddressed" if node.url is None and url is not None else ""
    words = escape(node.label if node.label is not None else title(node.network))
    kind = attribute("class", f"share-action {fragment('network', node.network)}{unlabelled}{unaddressed}")
    shown = f"{space(node.label or '')}>{words}"
    if url is None:
        return f"<li{kind}{kept(node)}><span{shown}</span></li>"
    link = attribute("data-href", url) if is_gone(node.network) else link_attribute(url)
    return f'<li{kind}{kept(node)}><a{link} rel="nofollow noopener noreferrer"{shown}</a></li>'


@rules(Feed)
def feed(node: Feed, out: Out) -> str:
    """A section of articles under the feed's title."""
    place = language(node)
    head = f'<h1 class="feed-title"{space(node.title)}>{out.field(node, "title")}</h1>'
    about = element("p", "description", node.description, out.field(node, "description"))
    items = "\n".join(out.each(node.articles, "articles"))
    return f'<section class="newsmodel feed"{place}{kept(node)}>\n{head}{about}\n{items}\n</section>'
