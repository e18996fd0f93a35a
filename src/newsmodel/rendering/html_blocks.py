"""Blocks in HTML: those of running text by hand, the newsroom's by the table in `newsmodel.html_layout`."""

from __future__ import annotations

from typing import Any

from newsmodel.html_layout import LAYOUTS, SHOWN, Layout, Part
from newsmodel.model import (
    Aside,
    Audio,
    Block,
    Cell,
    Code,
    Definition,
    DefinitionList,
    Divider,
    Figure,
    File,
    Heading,
    Image,
    LineBreak,
    List,
    ListItem,
    LivePost,
    Media,
    Paragraph,
    Quote,
    RawBlock,
    Recipe,
    Review,
    Row,
    Span,
    Table,
    Text,
    Video,
)
from newsmodel.model.check import shape
from newsmodel.rendering.html_passages import marked
from newsmodel.rendering.html_tags import (
    attribute,
    attributes,
    escape,
    link_attribute,
    moment,
    source_attribute,
    space,
)
from newsmodel.rendering.html_text import holds_link
from newsmodel.rendering.renderer import Out, Rules
from newsmodel.urls import is_safe_image
from newsmodel.whitespace import collapse_string, collapses

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


@rules(Figure)
def figure(node: Figure, out: Out) -> str:
    """A `figure`: the medium, linked if it leads somewhere, and a `figcaption`."""
    with out.below("media"):
        return media_figure(node.media, out, attributes(node), node.link)


def media_figure(media: Media, out: Out, kept: str = "", link: str | None = None) -> str:
    """A medium in a `figure` with its caption and credit."""
    shown = out.render(media)
    if link is not None:
        shown = f'<a class="to"{link_attribute(link)}>{shown}</a>'
    return f"<figure{kept}>{shown}{_figcaption(media, out)}</figure>"


def _figcaption(media: Media, out: Out) -> str:
    lines = [
        f'<span class="{name}"{space(value)}>{out.field(media, name)}</span>'
        for name, value in (("caption", media.caption), ("credit", media.credit))
        if value is not None
    ]
    return f"<figcaption>{' '.join(lines)}</figcaption>" if lines else ""


@rules(Image)
def image(node: Image, _out: Out) -> str:
    """An `img`, with a `srcset` for browsers where the renditions have widths."""
    size = attribute("width", node.width) + attribute("height", node.height)
    kept = attributes(node, {"alt": None} if node.alt is None else None)
    named = attribute("alt", node.alt or "") + attribute("title", node.title)
    return f"<img{source_attribute(node.url)}{named}{size}{_srcset(node)}{kept}>"


def _srcset(node: Image) -> str:
    sources = [(rendition.url, rendition.width) for rendition in node.renditions if rendition.width]
    if len(sources) < 2 or not all(is_safe_image(url) and not set(url) & set(" \t\n,") for url, _ in sources):
        return ""
    listed = ", ".join(f"{url} {width}w" for url, width in sorted(set(sources), key=lambda source: source[1]))
    return attribute("srcset", listed) + ' sizes="(min-width: 44rem) 44rem, 100vw"'


@rules(Video)
def video(node: Video, _out: Out) -> str:
    """A `video` with controls; nothing of it is loaded before it is asked for."""
    size = attribute("width", node.width) + attribute("height", node.height)
    poster = ""
    if node.poster is not None and node.poster.url and is_safe_image(node.poster.url):
        poster = attribute("poster", node.poster.url)
    named = attribute("title", node.title)
    return f'<video{source_attribute(node.url)} controls preload="none"{poster}{named}{size}{attributes(node)}></video>'


@rules(Audio)
def audio(node: Audio, _out: Out) -> str:
    """An `audio` with controls."""
    named = attribute("title", node.title)
    return f'<audio{source_attribute(node.url)} controls preload="none"{named}{attributes(node)}></audio>'


@rules(File)
def file(node: File, _out: Out) -> str:
    """A link to download it, by its title or its URL."""
    words = node.url if node.title is None else node.title
    untitled = " untitled" if node.title is None else ""
    shown = f"{attributes(node)}{space(node.title or '')}>{escape(words)}"
    return f'<a class="file{untitled}"{link_attribute(node.url)} download{shown}</a>'


@rules(*LAYOUTS)
def laid_out(node: Any, out: Out) -> str:
    """A block of the newsroom, by its layout."""
    layout = (
        LAYOUTS[type(node)] if type(node) in LAYOUTS else next(LAYOUTS[c] for c in type(node).__mro__ if c in LAYOUTS)
    )
    inside = "".join(
        (_facts(node) if part.kind == "blocks" else "") + _part(node, part, layout, out) for part in layout.parts
    )
    if isinstance(node, RawBlock) and out.options.get("raw") and node.format == "html":
        return f'<div class="raw-block"{attributes(node)}>{node.content}</div>'
    hidden = " hidden" if layout.hidden else ""
    # A landmark among others wants a name of its own.
    name = (
        attribute("aria-label", collapse_string(str(node.title)) or None) if type(node) is Aside and node.title else ""
    )
    return f'<{layout.tag} class="{node.type}"{hidden}{name}{attributes(node)}>{inside}</{layout.tag}>'


def _facts(node: Any) -> str:
    """What stands in the attribute and people want to see: a rating, the times of a recipe, who wrote a post."""
    if isinstance(node, (Review, Recipe)):
        lines = [str(block.text) for block in node.facts()]
    else:
        lines = [", ".join(credit.agent.name for credit in node.credits)] if isinstance(node, LivePost) else []
    return "".join(f'<p class="{SHOWN}">{escape(line)}</p>' for line in lines if line)


def _part(node: Any, part: Part, layout: Layout, out: Out) -> str:
    value = getattr(node, part.field)
    if part.link:
        return _linked(node, part, value, getattr(node, part.link), out)
    if value is None or value == ():
        return ""
    if part.kind in ("blocks", "nodes"):
        return out.body(value, part.field)
    if part.kind == "node":
        with out.below(part.field):
            return f'<div class="{part.field}">{media_figure(value, out)}</div>'
    if part.kind == "time":
        exact, shown = moment(value)
        return f'<time class="{part.field}" datetime="{exact}">{shown}</time>'
    if part.kind == "texts":
        items = "".join(f"<li{space(item)}>{out.render(item)}</li>" for item in value)
        return f'<{part.tag} class="{part.field}">{items}</{part.tag}>'
    return f'<{part.tag} class="{part.field}"{space(value)}>{_words(node, part.field, value, out)}</{part.tag}>'


def _words(node: Any, name: str, value: Any, out: Out) -> str:
    return out.field(node, name) if isinstance(value, Text) else escape(value)


def _linked(node: Any, part: Part, value: Any, url: str | None, out: Out) -> str:
    """Words that lead to a URL; a URL without words stands for itself, and words with links of their own beside it."""
    defaults = {field.name: field.default for field in shape(type(node))}
    leads = url != defaults[part.link or ""]
    address = f'<a class="to"{link_attribute(url)}>' if leads else ""
    if value == defaults[part.field]:
        shown = f'<{part.tag} class="{part.field} untitled">{address}{escape(url or "")}</a></{part.tag}>'
        return shown if leads else ""
    words = _words(node, part.field, value, out)
    if isinstance(value, Text) and holds_link(value):
        inside = f"{words}{address}</a>" if leads else words
    else:
        inside = f"{address}{words}</a>" if leads else words
    return f'<{part.tag} class="{part.field}"{space(value)}>{inside}</{part.tag}>'
