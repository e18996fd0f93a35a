"""Rich text in HTML: spans and their marks. A rule for a mark gives its start tag; the end tag follows from it."""

from __future__ import annotations

import re
from typing import Any

from newsmodel.html_layout import STYLE_TAGS
from newsmodel.html_policy import COMMENT_RELATIONS, relations, target
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
from newsmodel.rendering.html_elements import element, end_tag, escape, join, markup, start_tag
from newsmodel.rendering.html_tags import attributes, fragment, href, in_comment, source
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
    bare = out.renderer.table.get(Span) is span
    for position, inline in enumerate(content):
        if open_marks or inline.marks:
            shared = shared_marks(open_marks, inline.marks)
            pieces += reversed(end_tags[shared:])
            del open_marks[shared:], end_tags[shared:]
            for mark in inline.marks[shared:]:
                start = out.render(mark)
                pieces.append(start)
                open_marks.append(mark)
                end_tags.append(_end_of(start))
        if bare and type(inline) is Span and inline.text and not attributes(inline, out):
            pieces.append(inline.text)  # as its rule has it: most of what is written are such spans
        else:
            with out.below(position):
                pieces.append(out.render(inline))
    pieces += reversed(end_tags)
    return join(pieces)


def words(value: Text, out: Out) -> str:
    """Rich text that goes into an element at once: plain text stays as it is, since the element escapes it."""
    plain = value.content
    return plain if type(plain) is str and out.renderer.table.get(Text) is text else out.render(value)


def _end_of(start: str) -> str:
    """The end tag that belongs to a start tag; "" for a mark that is not shown."""
    opened = _OPENED.match(start)
    # Not opened[1]: a slice of Markup is made by Markup, at ten times the cost.
    return end_tag(str.__getitem__(start, slice(1, opened.end()))) if opened else ""


_OPENED = re.compile(r"<[^\s>]+")


def holds_link(value: Text) -> bool:
    """Whether *value* has a link in it, so that none can stand around it."""
    return any(
        isinstance(inline, FootnoteReference) or any(isinstance(mark, Link) for mark in inline.marks)
        for inline in value
    )


def leading(shown: str, url: str | None, text: Text | str = "") -> str:
    """*shown* as a link to *url*, or before an empty one if *text*, which it shows, has links of its own."""
    link = {"class": "to", **href(url)}
    if isinstance(text, Text) and holds_link(text):
        return markup(f"{escape(shown)}{element('a', link)}")
    return element("a", link, shown)


@rules(Span)
def span(node: Span, out: Out) -> str:
    """A run of text; an element only if it carries more than its words."""
    kept = attributes(node, out)
    return element("span", kept, node.text) if kept or not node.text else escape(node.text)


@rules(LineBreak)
def line_break(node: LineBreak, out: Out) -> str:
    """A `br`."""
    return element("br", attributes(node, out))


@rules(InlineImage)
def inline_image(node: InlineImage, out: Out) -> str:
    """An `img`; one whose alt text is not known is marked as decoration, and says so in its attribute."""
    return element("img", {**source(node.url, out), **picture_facts(node), **picture_attributes(node, out)})


def picture_facts(node: Any) -> dict[str, Any]:
    """The texts and the size of an `img`."""
    return {"alt": node.alt or "", "title": node.title, "width": node.width, "height": node.height}


def picture_attributes(node: Any, out: Out) -> Any:
    """`attributes` of a picture, which say besides whether its alt text is not known."""
    return attributes(node, out, alt=None) if node.alt is None else attributes(node, out)


@rules(FootnoteReference)
def footnote_reference(node: FootnoteReference, out: Out) -> str:
    """The number of the note, leading to it; inside a link, which cannot hold another, only the number."""
    number = out.memo.get("notes", {}).get(node.note, "*")
    sort = {"class": "footnote-reference"}
    if any(isinstance(mark, Link) for mark in node.marks):
        return element("sup", {**sort, **attributes(node, out, note=node.note)}, number)
    leads = element("a", {"href": "#" + fragment("note", node.note), "role": "doc-noteref"}, number)
    return element("sup", {**sort, **attributes(node, out)}, leads)


@rules(UnknownInline)
def unknown_inline(node: UnknownInline, out: Out) -> str:
    """The text that stands for it."""
    return element("span", {"class": "unknown-inline", **attributes(node, out)}, node.text)


@rules(Style)
def style(mark: Style, out: Out) -> str:
    """The element of a simple mark."""
    tag = STYLE_TAGS.get(mark.name)
    if tag is None:
        return start_tag("span", {"class": mark.name, **attributes(mark, out)})
    return start_tag(tag, attributes(mark, out))


@rules(Link)
def link(mark: Link, out: Out) -> str:
    """An `a`; without `href` if its URL is not safe to follow, and as a comment's links are if it stands in one."""
    rel, window = (COMMENT_RELATIONS, None) if in_comment(out) else (relations(mark.rel), target(mark.target))
    kept = attributes(mark, out, **_policed(mark, rel, window, out))
    return start_tag("a", {**href(mark.url), "title": mark.title, "rel": rel, "target": window, **kept})


def _policed(mark: Link, rel: str | None, window: str | None, out: Out) -> dict[str, str]:
    """What the policy changes in a link; in a comment all that it says, since there the reader takes none for it."""
    said = {}
    if mark.rel is not None and (rel != mark.rel or in_comment(out)):
        said["rel"] = mark.rel
    if mark.target is not None and window != mark.target:
        said["target"] = mark.target
    return said


@rules(LanguageRun)
def language_run(mark: LanguageRun, out: Out) -> str:
    """A `span` with `lang` and `dir`."""
    return start_tag("span", {"class": "language-run", **attributes(mark, out)})


@rules(Mention, UnknownMark)
def other_mark(mark: Mention | UnknownMark, out: Out) -> str:
    """A `span` whose attribute says what it is."""
    return start_tag("span", {"class": mark.type, **attributes(mark, out)})
