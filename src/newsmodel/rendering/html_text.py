"""Rich text in HTML: spans and their marks. A rule for a mark gives its start tag; the end tag follows from it."""

from __future__ import annotations

from newsmodel.html_layout import STYLE_TAGS
from newsmodel.model import (
    FootnoteReference,
    InlineImage,
    LanguageRun,
    LineBreak,
    Link,
    Mark,
    Mention,
    Span,
    Style,
    Text,
    UnknownInline,
    UnknownMark,
)
from newsmodel.model.nesting import shared_marks
from newsmodel.rendering.html_tags import (
    attribute,
    attributes,
    escape,
    fragment,
    link_attribute,
    source_attribute,
)
from newsmodel.rendering.renderer import Out, Rules

rules: Rules = Rules()


@rules(Text)
def text(value: Text, out: Out) -> str:
    """Rich text: each mark opened once for all the neighbours that share it."""
    content = value.content
    if isinstance(content, str):
        return escape(content)
    pieces: list[str] = []
    open_marks: list[Mark] = []
    end_tags: list[str] = []
    for position, inline in enumerate(content):
        shared = shared_marks(open_marks, inline.marks)
        pieces += reversed(end_tags[shared:])
        del open_marks[shared:], end_tags[shared:]
        for mark in inline.marks[shared:]:
            start = out.render(mark)
            pieces.append(start)
            open_marks.append(mark)
            end_tags.append(f"</{start[1:].split(' ', 1)[0].rstrip('>')}>" if start else "")
        with_place = type(inline) is not Span
        if with_place:
            with out.below(position):
                pieces.append(out.render(inline))
        else:
            pieces.append(out.render(inline))
    pieces += reversed(end_tags)
    return "".join(pieces)


def holds_link(value: Text) -> bool:
    """Whether *value* has a link in it, so that none can stand around it."""
    return any(
        isinstance(inline, FootnoteReference) or any(isinstance(mark, Link) for mark in inline.marks)
        for inline in value
    )


def leading(shown: str, url: str | None, text: Text | str = "") -> str:
    """*shown* as a link to *url*, or before an empty one if *text*, which it shows, has links of its own."""
    start = f'<a class="to"{link_attribute(url)}>'
    return f"{shown}{start}</a>" if isinstance(text, Text) and holds_link(text) else f"{start}{shown}</a>"


@rules(Span)
def span(node: Span, _out: Out) -> str:
    """A run of text; an element only if it carries more than its words."""
    kept = attributes(node)
    return f"<span{kept}>{escape(node.text)}</span>" if kept or not node.text else escape(node.text)


@rules(LineBreak)
def line_break(node: LineBreak, _out: Out) -> str:
    """A `br`."""
    return f"<br{attributes(node)}>"


@rules(InlineImage)
def inline_image(node: InlineImage, _out: Out) -> str:
    """An `img`; one whose alt text is not known is marked as decoration, and says so in its attribute."""
    size = attribute("width", node.width) + attribute("height", node.height)
    kept = attributes(node, {"alt": None} if node.alt is None else None)
    named = attribute("alt", node.alt or "") + attribute("title", node.title)
    return f"<img{source_attribute(node.url)}{named}{size}{kept}>"


@rules(FootnoteReference)
def footnote_reference(node: FootnoteReference, out: Out) -> str:
    """The number of the note, leading to it; inside a link, which cannot hold another, only the number."""
    number = out.memo.get("notes", {}).get(node.note, "*")
    if any(isinstance(mark, Link) for mark in node.marks):
        return f'<sup class="footnote-reference"{attributes(node, {"note": node.note})}>{number}</sup>'
    target = attribute("href", "#" + fragment("note", node.note))
    return f'<sup class="footnote-reference"{attributes(node)}><a{target} role="doc-noteref">{number}</a></sup>'


@rules(UnknownInline)
def unknown_inline(node: UnknownInline, _out: Out) -> str:
    """The text that stands for it."""
    return f'<span class="unknown-inline"{attributes(node)}>{escape(node.text)}</span>'


@rules(Style)
def style(mark: Style, _out: Out) -> str:
    """The element of a simple mark."""
    tag = STYLE_TAGS.get(mark.name)
    return f"<{tag}{attributes(mark)}>" if tag else f'<span class="{mark.name}"{attributes(mark)}>'


@rules(Link)
def link(mark: Link, _out: Out) -> str:
    """An `a`; without `href` if its URL is not safe to follow."""
    further = attribute("title", mark.title) + attribute("rel", mark.rel) + attribute("target", mark.target)
    return f"<a{link_attribute(mark.url)}{further}{attributes(mark)}>"


@rules(LanguageRun)
def language_run(mark: LanguageRun, _out: Out) -> str:
    """A `span` with `lang` and `dir`."""
    return f'<span class="language-run"{attributes(mark)}>'


@rules(Mention, UnknownMark)
def other_mark(mark: Mention | UnknownMark, _out: Out) -> str:
    """A `span` whose attribute says what it is."""
    return f'<span class="{mark.type}"{attributes(mark)}>'
