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
from newsmodel.rendering.html_passages import marked
from newsmodel.rendering.html_tags import attribute, attributes, escape, link_attribute, space
from newsmodel.rendering.renderer import Out, Rules
from newsmodel.whitespace import collapses

rules: Rules = Rules()


@rules(Paragraph)
def paragraph(node: Paragraph, out: Out) -> str:
    """A `p`."""
    return f"<p{attributes(node)}{space(node.text)}>{marked(node.text, node, out)}</p>"


@rules(Heading)
def heading(node: Heading, out: Out) -> str:
    """An `h1` to `h6`; its id is its anchor."""
    anchor, hidden = attribute("id", node.anchor), None
    if node.anchor is not None and (not node.anchor or any(letter.isspace() for letter in node.anchor)):
        anchor, hidden = "", {"anchor": node.anchor}
    tag = f"h{node.level}"
    return f"<{tag}{anchor}{attributes(node, hidden)}{space(node.text)}>{marked(node.text, node, out)}</{tag}>"


@rules(List)
def list_(node: List, out: Out) -> str:
    """A `ul` or `ol`; the items of a tight list hold their one paragraph bare."""
    tag = "ol" if node.ordered else "ul"
    start = attribute("start", node.start) if node.start != 1 else ""
    out.memo["tight"] = [*out.memo.get("tight", ()), node.tight]
    items = "\n".join(out.each(node.items, "items"))
    out.memo["tight"] = out.memo["tight"][:-1]
    # A bulleted list has no start of its own: an attribute that the standard does not know is ignored by browsers.
    return f"<{tag}{start if node.ordered else ''}{attributes(node, _start(node))}>\n{items}\n</{tag}>"


def _start(node: List) -> dict[str, int] | None:
    return {"start": node.start} if node.start != 1 and not node.ordered else None


@rules(ListItem)
def list_item(node: ListItem, out: Out) -> str:
    """An `li`."""
    tight = out.memo.get("tight", [True])[-1]
    return f"<li{attributes(node)}{bare(node.body, out, with_others=True) if tight else held(node.body, out)}</li>"


@rules(DefinitionList)
def definition_list(node: DefinitionList, out: Out) -> str:
    """A `dl`."""
    return f"<dl{attributes(node)}>\n{chr(10).join(out.each(node.items, 'items'))}\n</dl>"


@rules(Definition)
def definition(node: Definition, out: Out) -> str:
    """A `dt` and a `dd`, in a `div` if it carries more."""
    kept = attributes(node)
    pair = f"<dt{space(node.term)}>{out.field(node, 'term')}</dt><dd{bare(node.body, out)}</dd>"
    return f"<div{kept}>{pair}</div>" if kept else pair


@rules(Quote)
def quote(node: Quote, out: Out) -> str:
    """A `blockquote`, its attribution in a `footer`."""
    said = ""
    if node.attribution is not None:
        words = out.field(node, "attribution")
        said = f'\n<footer class="attribution"{space(node.attribution)}>{words}</footer>'
    cite = link_attribute(node.source_url, "cite")
    return f"<blockquote{cite}{attributes(node)}>{out.body(node.body)}{said}</blockquote>"


@rules(Code)
def code(node: Code, out: Out) -> str:
    """A `pre` with a `code`, in a `figure` if there is a caption."""
    language = node.programming_language
    named = language is not None and language != "" and not any(letter.isspace() for letter in language)
    of = attribute("class", f"language-{language}") if named else ""
    kept = attributes(node, {"programming_language": language} if language is not None and not named else None)
    if node.caption is None:
        return f"<pre{kept}><code{of}>{escape(node.text)}</code></pre>"
    caption = f'<figcaption class="caption"{space(node.caption)}>{out.field(node, "caption")}</figcaption>'
    return f'<figure class="code"{kept}><pre><code{of}>{escape(node.text)}</code></pre>{caption}</figure>'


@rules(Divider)
def divider(node: Divider, _out: Out) -> str:
    """An `hr`."""
    return f"<hr{attributes(node)}>"


@rules(Table)
def table(node: Table, out: Out) -> str:
    """A `table` with its caption and sections."""
    caption = ""
    if node.caption is not None:
        caption = f"<caption{space(node.caption)}>{out.field(node, 'caption')}</caption>"
    sections = [
        _rows("thead", "head", node.head, out),
        _rows("tbody", "body", node.body, out),
        _rows("tfoot", "foot", node.foot, out),
    ]
    return f"<table{attributes(node)}>{caption}{''.join(sections)}</table>"


def _rows(tag: str, name: str, rows: tuple[Row, ...], out: Out) -> str:
    if not rows:
        return ""
    before = out.memo.get("scope")
    out.memo["scope"] = "col" if name == "head" else "row"
    lines = "\n".join(out.each(rows, name))
    out.memo["scope"] = before
    return f"<{tag}>\n{lines}\n</{tag}>"


@rules(Row)
def row(node: Row, out: Out) -> str:
    """A `tr`."""
    return f"<tr{attributes(node)}>{''.join(out.each(node.cells, 'cells'))}</tr>"


@rules(Cell)
def cell(node: Cell, out: Out) -> str:
    """A `th` or `td`."""
    tag = "th" if node.header else "td"
    columns = attribute("colspan", node.colspan) if node.colspan != 1 else ""
    lines = attribute("rowspan", node.rowspan) if node.rowspan != 1 else ""
    side = attribute("class", f"align-{node.alignment}") if node.alignment else ""
    scope = attribute("scope", out.memo.get("scope")) if node.header else ""
    return f"<{tag}{scope}{columns}{lines}{side}{attributes(node)}{bare(node.body, out)}</{tag}>"


def bare(body: tuple[Block, ...], out: Out, *, with_others: bool = False) -> str:
    """The end of a start tag and its content, a lone plain paragraph without its `p`."""
    first = body[0] if body else None
    others = body[1:]
    alone = not others or (with_others and not any(isinstance(block, Paragraph) for block in others))
    if type(first) is not Paragraph or not alone or not _flows(first.text) or attributes(first):
        return held(body, out)
    rest = out.renderer.separator.join(out.render(block) for block in others)
    words = marked(first.text, first, out)
    return f">{words}{rest}"


def _flows(text: Text) -> bool:
    """Whether *text* reads back as one paragraph without the element of one."""
    if not text or collapses(text):
        return False
    inlines = text.spans
    return any(isinstance(each, Span) for each in inlines) and not any(isinstance(each, LineBreak) for each in inlines)


def held(body: tuple[Block, ...], out: Out) -> str:
    """The end of a start tag and its content, each block in its element."""
    return f">{out.body(body)}"
