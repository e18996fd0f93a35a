"""Bodies as fragments of HTML inside other formats: what such a fragment carries, written and read.

Systems of comments, feeds and APIs keep a text as a piece of anyone's HTML: no attribute of ours, no class that means
anything. A format takes `FRAGMENT` into its rules and calls `settle` on the body of a node after its children:

    FIT = Fitter({**FRAGMENT, Comment: comment}, {**FRAGMENT_FINISH, Comment: settle_body})

What is then left is what reading the written fragment gives, exactly: `read_fragment(fragment(body)) == body`.
Source: HTML Standard, section 13.4, https://html.spec.whatwg.org/multipage/parsing.html#parsing-html-fragments.
"""

from __future__ import annotations

from typing import Any

from newsmodel.fitting import Fitter, Place, Rules
from newsmodel.html_policy import relations, target
from newsmodel.markup import engine
from newsmodel.markup.html import read_blocks, reader
from newsmodel.markup.own_trust import parse_strangers
from newsmodel.markup.reading import Read
from newsmodel.model import (
    Block,
    Cell,
    Code,
    Definition,
    DefinitionList,
    Divider,
    FootnoteReference,
    Heading,
    Inline,
    InlineImage,
    LanguageRun,
    LineBreak,
    Link,
    List,
    ListItem,
    Mention,
    Paragraph,
    Quote,
    Row,
    Span,
    Style,
    Table,
    Text,
    UnknownInline,
    UnknownMark,
)
from newsmodel.model.walk import plain_text
from newsmodel.rendering.html import html
from newsmodel.rendering.html_blocks import start
from newsmodel.rendering.html_elements import element_of_lines, start_tag
from newsmodel.rendering.renderer import Out
from newsmodel.report import Report
from newsmodel.urls import is_safe
from newsmodel.whitespace import SPACE, collapse, collapse_string, collapses

FRAGMENT = Rules()
"""What each node of a body becomes, before its children."""

FRAGMENT_FINISH = Rules()
"""And after them."""


def _list(node: List, out: Out) -> str:
    """A list that says only by its paragraphs whether it is tight."""
    before = out.memo.get("tight", ())
    out.memo["tight"] = [*before, node.tight]
    items = out.each(node.items, "items")
    out.memo["tight"] = before
    if node.ordered:
        return element_of_lines("ol", {"start": start(node)}, items)
    return element_of_lines("ul", {}, items)


def _link(mark: Link, _out: Out) -> str:
    """A link as anyone's reader understands it, without the prefix that a page of ours gives its ids."""
    return start_tag("a", {"href": mark.url, "title": mark.title, "rel": mark.rel, "target": mark.target})


_RENDERER = html.using({List: _list, Link: _link})


def fragment(body: tuple[Block, ...]) -> str:
    """Blocks as a piece of HTML, without any attribute of ours if they are as the rules leave them."""
    out = Out(_RENDERER, Report(), {})
    return str(out.joined(map(out.render, body)))  # to those who take it, it is text like any other


def read_fragment(markup: str, report: Report, *, url: str | None = None) -> tuple[Block, ...]:
    """The blocks of anyone's piece of HTML; only what the model knows can be in them.

    url: relative links are joined to it. Losses: `container-too-deep`, `mark-too-deep`, and those of
    `newsmodel.markup.engine.parse`. Diagnostics: `own-markup-untrusted`.
    """
    if not markup.strip(SPACE):
        return ()
    return read_blocks(engine.children(parse_strangers(markup, report)), Read(reader, report, url=url))


def read_words(markup: str) -> str:
    """What anyone's piece of HTML says, on one line, in the model's alphabet."""
    return collapse_string(engine.text_content(engine.parse_fragment(markup))) if markup else ""


def settle(body: tuple[Block, ...]) -> tuple[Block, ...]:
    """*body* as it is read back: itself, but for what HTML says in another way.

    For a body that the rules have been through. An empty paragraph goes, as does whatever else nothing is seen of.
    """
    if all(map(_stays, body)):
        return body
    for _ in range(_ROUNDS):
        back = _fit(read_fragment(fragment(body), Report()))
        if back == body:
            return body
        body = back
    words = (Paragraph(collapse(Text(plain_text(block)))) for block in body)
    return tuple(block for block in words if block.text)


_ROUNDS = 8
"""How often a body is written and read until it stays as it is; two nearly always suffice."""


def _stays(block: Block) -> bool:
    """Whether a block is surely read back as it is: a plain paragraph."""
    content = block.text.content if type(block) is Paragraph else None
    return isinstance(content, str) and content != "" and not collapses(content)


def _fit(body: tuple[Block, ...]) -> tuple[Block, ...]:
    report = Report()
    done: list[Block] = []
    for block in body:
        fitted = _FIT(block, report)
        done += fitted if isinstance(fitted, tuple) else (fitted,)
    return tuple(done)


_FIT = Fitter(FRAGMENT, FRAGMENT_FINISH)


def settle_body(node: Any, place: Place) -> Any:
    """The rule, after the children, of a class whose `body` is written as a fragment."""
    return place.set(node, "altered", body=settle(node.body))


@FRAGMENT(Block)
def any_block(node: Block, place: Place) -> Any:
    """What no element of everyone's says: in simpler blocks, else its words."""
    if node.lower() != (node,):
        return place.lower(node)
    words = plain_text(node)
    new = Paragraph(words) if words.strip(SPACE) else None
    return place.replace(node, new, node.type, "flattened" if new else "dropped")


_CARRIED: dict[type[Any], tuple[str, ...]] = {
    Paragraph: ("text",),
    Heading: ("text", "level"),
    List: ("items", "ordered", "start", "tight"),
    ListItem: ("body",),
    DefinitionList: ("items",),
    Definition: ("term", "body"),
    Quote: ("body", "attribution", "source_url"),
    Code: ("text", "programming_language"),
    Divider: (),
    Table: ("body", "head", "foot", "caption"),
    Row: ("cells",),
    Cell: ("body", "header", "colspan", "rowspan"),
    Span: ("text", "marks"),
    LineBreak: ("marks",),
    Style: ("name",),
    LanguageRun: ("language", "direction"),
}


def _carried(node: Any, place: Place) -> Any:
    return place.keep(node, *_CARRIED[type(node)])


FRAGMENT.update(dict.fromkeys(_CARRIED, _carried))


@FRAGMENT(List)
def list_(node: List, place: Place) -> Any:
    """Only an ordered list shows where it starts."""
    node = _carried(node, place)
    return node if node.ordered else place.clear(node, "start")


@FRAGMENT(Style)
def style(node: Style, place: Place) -> Any:
    """Small capitals have no element."""
    return place.drop(node) if node.name == "small-caps" else _carried(node, place)


@FRAGMENT(Link)
def link(node: Link, place: Place) -> Any:
    """A link that must not be followed is none."""
    url = node.url.strip()
    if not url or not is_safe(url):
        return place.drop(node)
    node = place.keep(node, "url", "title", "rel", "target")
    node = place.set(node, "altered", url=url, rel=relations(node.rel), target=target(node.target))
    return place.clear(node, *(name for name in ("title", "rel", "target") if getattr(node, name) == ""))


@FRAGMENT(Mention, UnknownMark)
def other_mark(node: Any, place: Place) -> Any:
    """A mark without an element."""
    return place.drop(node)


@FRAGMENT(InlineImage, FootnoteReference, UnknownInline)
def other_inline(node: Inline, place: Place) -> Any:
    """The words that stand for it."""
    new = Span(node.plain, marks=node.marks) if node.plain.strip(SPACE) else None
    return place.replace(node, new, node.type, "flattened" if new else "dropped")


@FRAGMENT_FINISH(Text)
def text(node: Text, place: Place) -> Any:
    """White space as HTML collapses it."""
    return place.replace(node, collapse(node), "text.space", "altered")
