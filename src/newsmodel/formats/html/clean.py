"""What a clean page carries: what is visible, as a reader of the markup sees it, without the attribute for the rest."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs

from newsmodel.fitting import Place, Rules
from newsmodel.html_layout import ELEMENTS, LAYOUTS, visible
from newsmodel.html_policy import relations, target
from newsmodel.model import (
    Account,
    Article,
    Code,
    Comment,
    CommentThread,
    Dates,
    File,
    FootnoteReference,
    Heading,
    Image,
    InlineImage,
    Link,
    List,
    Mention,
    Placeholder,
    RawBlock,
    Section,
    ShareAction,
    Span,
    Text,
    UnknownBlock,
    UnknownInline,
    UnknownMark,
)
from newsmodel.model.threads.tree import tree
from newsmodel.model.walk import transform
from newsmodel.sharing import with_share_urls
from newsmodel.whitespace import collapse, collapse_string

CLEAN = Rules()
"""The rules of a clean page, before the children of a node."""

CLEAN_FINISH = Rules()
"""The rules after them."""


def shown(node: Any, place: Place) -> Any:
    """*node* with only what its element shows, its strings as HTML collapses them."""
    names = visible(type(node))
    node = place.keep(node, *names)
    for name in _STRINGS.get(type(node), ()):
        value = getattr(node, name)
        if value is not None:
            node = place.set(node, "altered", **{name: collapse_string(value)})
    return node


_STRINGS: dict[type[Any], tuple[str, ...]] = {
    **{cls: tuple(p.field for p in layout.parts if p.kind == "string") for cls, layout in LAYOUTS.items()},
    Section: ("name",),
    ShareAction: ("label",),
    Account: ("name",),
    Comment: ("created_text",),
    File: ("title",),
}

CLEAN.update(dict.fromkeys(ELEMENTS, shown))
CLEAN[Dates] = lambda node, place: place.keep(node, "published", "modified")


def _without_space(node: Any, name: str) -> bool:
    value = getattr(node, name)
    return bool(value) and not any(letter.isspace() for letter in value)


def _if_whole(name: str) -> Callable[[Any, Place], Any]:
    """A rule for a field that shows only while it holds no space."""

    def rule(node: Any, place: Place) -> Any:
        node = shown(node, place)
        return node if getattr(node, name) is None or _without_space(node, name) else place.clear(node, name)

    return rule


CLEAN[Heading] = _if_whole("anchor")
CLEAN[Code] = _if_whole("programming_language")


@CLEAN(Article)
def article(node: Article, place: Place) -> Any:
    """Share actions without an address take that of their network, for the article's own shows nowhere."""
    node = place.set(node, "guessed", share_actions=with_share_urls(node).share_actions)
    return _if_whole("id")(node, place)


@CLEAN(Account)
def account(node: Account, place: Place) -> Any:
    """A name of no letters is none."""
    node = shown(node, place)
    return place.set(node, "altered", name=None) if node.name == "" else node


@CLEAN(CommentThread)
def comment_thread(node: CommentThread, place: Place) -> Any:
    """Comments stand in the order of their tree."""
    node = shown(node, place)
    return place.set(node, "altered", comments=[entry.comment for entry in tree(node)])


@CLEAN(Comment)
def comment(node: Comment, place: Place) -> Any:
    """Links and headings of a comment are written without relations, targets and anchors of their own."""
    node = shown(node, place)
    return place.set(node, "dropped", body=tuple(transform(block, _commented) for block in node.body))


def _commented(node: Any) -> Any:
    if isinstance(node, Link):
        return attrs.evolve(node, rel=None, target=None)
    return attrs.evolve(node, anchor=None) if isinstance(node, Heading) else node


@CLEAN(Link)
def link(node: Link, place: Place) -> Any:
    """What `newsmodel.html_policy` leaves of its relations and target."""
    node = shown(node, place)
    return place.set(node, "altered", rel=relations(node.rel), target=target(node.target))


@CLEAN(List)
def list_(node: List, place: Place) -> Any:
    """Only an ordered list shows where it starts."""
    node = shown(node, place)
    return node if node.ordered else place.clear(node, "start")


@CLEAN(Image, InlineImage)
def image(node: Any, place: Place) -> Any:
    """A picture without alt text is written as decoration."""
    node = shown(node, place)
    return place.set(node, "guessed", alt="") if node.alt is None else node


@CLEAN(FootnoteReference)
def footnote_reference(node: FootnoteReference, place: Place) -> Any:
    """A reference inside a link cannot be a link itself, and so shows only a number."""
    if any(isinstance(mark, Link) for mark in node.marks):
        return place.drop(node)
    return shown(node, place)


@CLEAN(RawBlock, Placeholder, Mention, UnknownMark)
def without_place(node: Any, place: Place) -> Any:
    """What shows nothing."""
    return place.drop(node)


@CLEAN(UnknownBlock)
def unknown_block(node: UnknownBlock, place: Place) -> Any:
    """What stands for it."""
    return place.lower(node)


@CLEAN(UnknownInline)
def unknown_inline(node: UnknownInline, place: Place) -> Any:
    """The text that stands for it."""
    return place.replace(node, Span(node.text, marks=node.marks), "unknown-inline", "flattened")


@CLEAN_FINISH(Text)
def text(node: Text, place: Place) -> Any:
    """White space as HTML collapses it."""
    return place.replace(node, collapse(node), "text.space", "altered")
