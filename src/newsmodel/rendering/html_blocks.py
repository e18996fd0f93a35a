"""The blocks of running text in HTML."""

from __future__ import annotations

from newsmodel.model import (
    Block,
    Cell,
    Code,
    Definition,
    DefinitionList,
    Divider,
    Heading,
    LineBreak,
    List,
    ListItem,
    Paragraph,
    Quote,
    Row,
    Span,
    Table,
    Text,
)
from newsmodel.rendering.html_elements import Attributes, element, element_of_lines, join, pattern
from newsmodel.rendering.html_passages import marked
from newsmodel.rendering.html_tags import attributes, own_id, part, space, spaced
from newsmodel.rendering.renderer import Out, Rules
from newsmodel.whitespace import collapses

rules: Rules = Rules()


@rules(Paragraph)
def paragraph(node: Paragraph, out: Out) -> str:
    """A `p`."""
    return _PARAGRAPH(spaced(attributes(node, out), node.text), marked(node.text, node, out))


_PARAGRAPH = pattern("<p{}>{}</p>")


@rules(Heading)
def heading(node: Heading, out: Out) -> str:
    """An `h1` to `h6`; its id is its anchor."""
    anchor = own_id(node.anchor, out)
    kept = attributes(node, out) if anchor or node.anchor is None else attributes(node, out, anchor=node.anchor)
    words = marked(node.text, node, out)
    return element(f"h{node.level}", {"id": anchor, **kept, **space(node.text)}, words)


@rules(List)
def list_(node: List, out: Out) -> str:
    """A `ul` or `ol`; the items of a tight list hold their one paragraph bare."""
    out.memo["tight"] = [*out.memo.get("tight", ()), node.tight]
    items = out.each(node.items, "items")
    out.memo["tight"] = out.memo["tight"][:-1]
    if node.ordered:
        return element_of_lines("ol", {"start": start(node), **attributes(node, out)}, items)
    # A bulleted list has no start of its own: an attribute that the standard does not know is ignored by browsers.
    return element_of_lines(
        "ul", attributes(node, out) if node.start == 1 else attributes(node, out, start=node.start), items
    )


def start(node: List) -> int | None:
    """Where an ordered list starts, None if that need not be said."""
    return node.start if node.start != 1 else None


@rules(ListItem)
def list_item(node: ListItem, out: Out) -> str:
    """An `li`."""
    tight = out.memo.get("tight", [True])[-1]
    return element(
        "li", attributes(node, out), bare(node.body, out, with_others=True) if tight else out.body(node.body)
    )


@rules(DefinitionList)
def definition_list(node: DefinitionList, out: Out) -> str:
    """A `dl`."""
    return element_of_lines("dl", attributes(node, out), out.each(node.items, "items"))


@rules(Definition)
def definition(node: Definition, out: Out) -> str:
    """A `dt` and a `dd`, in a `div` if it carries more."""
    term = element("dt", space(node.term), out.field(node, "term"))
    pair = join([term, element("dd", {}, bare(node.body, out))])
    kept = attributes(node, out)
    return element("div", kept, pair) if kept else pair


@rules(Quote)
def quote(node: Quote, out: Out) -> str:
    """A `blockquote`, its attribution in a `footer`."""
    said = part("footer", "attribution", node.attribution, out.field(node, "attribution"))
    inside = [out.body(node.body), said] if said else [out.body(node.body)]
    return element("blockquote", {"cite": node.source_url, **attributes(node, out)}, join(inside, "\n"))


@rules(Code)
def code(node: Code, out: Out) -> str:
    """A `pre` with a `code`, in a `figure` if there is a caption."""
    language = node.programming_language
    named = bool(language) and not any(letter.isspace() for letter in language or "")
    hidden = {} if named or language is None else {"programming_language": language}
    kept = attributes(node, out, **hidden)
    words = element("code", {"class": f"language-{language}" if named else None}, node.text)
    if node.caption is None:
        return element("pre", kept, words)
    caption = part("figcaption", "caption", node.caption, out.field(node, "caption"))
    return element("figure", {"class": "code", **kept}, element("pre", {}, words), caption)


@rules(Divider)
def divider(node: Divider, out: Out) -> str:
    """An `hr`."""
    return element("hr", attributes(node, out))


@rules(Table)
def table(node: Table, out: Out) -> str:
    """A `table` with its caption and sections."""
    pieces = [
        _rows("thead", "head", node.head, out),
        _rows("tbody", "body", node.body, out),
        _rows("tfoot", "foot", node.foot, out),
    ]
    if node.caption is not None:
        pieces.insert(0, element("caption", space(node.caption), out.field(node, "caption")))
    return element("table", attributes(node, out), *pieces)


def _rows(tag: str, name: str, rows: tuple[Row, ...], out: Out) -> str:
    if not rows:
        return ""
    before = out.memo.get("scope")
    out.memo["scope"] = "col" if name == "head" else "row"
    written = out.each(rows, name)
    out.memo["scope"] = before
    return element_of_lines(tag, {}, written)


@rules(Row)
def row(node: Row, out: Out) -> str:
    """A `tr`."""
    return element("tr", attributes(node, out), *out.each(node.cells, "cells"))


@rules(Cell)
def cell(node: Cell, out: Out) -> str:
    """A `th` or `td`."""
    shown: Attributes = {
        "scope": out.memo.get("scope") if node.header else None,
        "colspan": node.colspan if node.colspan != 1 else None,
        "rowspan": node.rowspan if node.rowspan != 1 else None,
        "class": f"align-{node.alignment}" if node.alignment else None,
    }
    return element("th" if node.header else "td", {**shown, **attributes(node, out)}, bare(node.body, out))


def bare(body: tuple[Block, ...], out: Out, *, with_others: bool = False) -> str:
    """Blocks, a lone plain paragraph without its `p`. with_others: also one before blocks that are no paragraphs."""
    first = body[0] if body else None
    others = body[1:]
    alone = not others or (with_others and not any(isinstance(block, Paragraph) for block in others))
    if type(first) is not Paragraph or not alone or not _flows(first.text) or attributes(first, out):
        return out.body(body)
    words = marked(first.text, first, out)
    return join([words, out.joined(map(out.render, others))]) if others else words


def _flows(text: Text) -> bool:
    """Whether *text* reads back as one paragraph without the element of one."""
    if not text or collapses(text):
        return False
    if isinstance(text.content, str):
        return True
    inlines = text.spans
    return any(isinstance(each, Span) for each in inlines) and not any(isinstance(each, LineBreak) for each in inlines)
