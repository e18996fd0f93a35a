"""What is set apart from the running text of anyone's HTML: asides, fact boxes, corrections, notes, questions, cards.

Known by the element, or by class names of widely used software: WordPress (`wp-block-*`, Yoast's and Rank Math's
questions), Ghost (`kg-*` cards), Instant Articles (`op-*`), Bootstrap (`visually-hidden`), and the words that all
systems use for these parts.
Sources: https://github.com/WordPress/gutenberg/tree/trunk/packages/block-library, https://github.com/TryGhost/Koenig,
https://developers.facebook.com/docs/instant-articles/reference.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import Any, Final

from newsmodel.markup import engine
from newsmodel.markup.engine import Node, attribute, children, elements, find, tag
from newsmodel.markup.html_code import lines_of
from newsmodel.markup.html_pictures import image_of
from newsmodel.markup.html_quotes import is_quoted, pull_quote, significant
from newsmodel.markup.reading import InlineRule, Read, Rule
from newsmodel.model import (
    Aside,
    Correction,
    Divider,
    EditorNote,
    Embed,
    Figure,
    Gallery,
    LineBreak,
    LinkCard,
    Paragraph,
    PullQuote,
    QuestionAndAnswer,
    Span,
    Text,
)
from newsmodel.whitespace import collapse_string

_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BOXES: Final = frozenset({"div", "aside", "section", "p", "footer", "blockquote"})
_CHARACTERS: Final = 1500  # a correction or a note that is longer is the wrapper of something else
_LONGEST_BOX: Final = 6000  # characters; what is longer holds the article, and a box somewhere in it
_MOST_BOXES: Final = 300  # of a page, that are looked at as a whole
_LONGEST_TITLE: Final = 150
_TITLE: Final = re.compile(r"title|heading|headline|header", re.IGNORECASE)
_NO_TITLE: Final = frozenset({"p", "img", "picture", "figure", "ul", "ol", "table", "iframe"})
_HAS_ONE: Final = re.compile(r"(?:has|with|no)[_-]?(?:facts?|info|key|takeaways)[_-]?", re.IGNORECASE)
_MEDIA: Final = (Figure, Gallery, Embed, PullQuote)
_MOST_LOOKS: Final = 40
_QUESTION: Final = re.compile(r"(?:^|\s)(?:schema-faq-question|rank-math-question)(?:\s|$)")
_UNSEEN: Final = re.compile(
    r"(?:^|\s)(?:[\w-]*[-_])?(?:screen-?reader-(?:text|only)|visually-?hidden|(?<!not-)sr-only|off-?screen|a11y-hidden|hidden-visually"
    r"|element-invisible|assistive-text)(?:\s|$)|[a-zA-Z]_{1,2}hidden(?![a-z])"
    r"|(?:^|\s)katex-html(?:\s|$)",
    re.IGNORECASE,
)
_HIDDEN: Final = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_BREAK: Final = re.compile(r"(?:^|\s)br(?:\s|$)")
_CARD: Final = {
    "title": re.compile(r"\bkg-(?:bookmark|product-card)-title\b"),
    "description": re.compile(r"\bkg-(?:bookmark|product-card)-description\b"),
}


def aside(element: Node, read: Read) -> Any:
    """`aside` and `details`, a leading heading or `summary` as the title.

    An `aside` of a quote alone is a pull quote, as in the standard's own example; one of media alone is those media.
    """
    if tag(element) == "details":
        return _box(element, read, "details")
    if is_quoted(significant(_unwrapped(element))) and (quoted := pull_quote(element, read)) is not NotImplemented:
        return quoted
    made = _box(element, read, None)
    is_media = isinstance(made, Aside) and not made.title and all(isinstance(each, _MEDIA) for each in made.body)
    return made.body if is_media else made


def box(kind: str) -> Rule:
    """A rule for a box of this kind, known by its class; not for its parts, nor for what says that it has one."""

    def rule(element: Node, read: Read) -> Any:
        is_open = read.memo.get("box") == kind
        if is_open or tag(element) not in ("aside", "div", "section", "details"):
            return NotImplemented
        looks = read.memo["boxes"] = read.memo.get("boxes", 0) + 1
        if looks > _MOST_BOXES or _HAS_ONE.search(_classes(element)):
            return NotImplemented
        if len(engine.text_content(element)) > _LONGEST_BOX:
            return NotImplemented
        around = read.memo.get("box")
        read.memo["box"] = kind
        made = _box(element, read, kind)
        read.memo["box"] = around
        return made

    return rule


def _box(element: Node, read: Read, kind: str | None) -> Any:
    holder = _unwrapped(element)
    inside = significant(holder)
    title = None
    if inside and (heads := _title_of(inside[0], alone=len(inside) == 1)) is not None:
        title = read.text(heads) or None
        inside.pop(0)
    body = read.deeper(inside)
    if all(isinstance(each, Divider) for each in body):
        return (Paragraph(title),) if title else ()
    return Aside(body, title=title, kind=kind)


def _title_of(node: Node, *, alone: bool) -> Node | None:
    """The title in the first part of a box: a heading, what is called one by its class, a line all in bold."""
    inner = _unwrapped(node) if tag(node) in ("div", "header") else node
    if (inside := significant(inner)) and len(inside) == 1 and tag(inside[0]) in (*_HEADINGS, "p", "strong", "b"):
        inner = inside[0]
    name = tag(inner)
    if name in (*_HEADINGS, "summary"):
        return inner
    if name is None or alone or len(engine.text_content(inner)) > _LONGEST_TITLE:
        return None
    if name in ("header", "p", "div", "span", "strong") and _TITLE.search(_classes(inner)):
        return None if any(tag(each) in _NO_TITLE for each in _looked_at(inner)) else inner
    return inner if name in ("strong", "b") and inner is not node else None


def _unwrapped(element: Node) -> Node:
    """The element, or the only `div` in it that holds all."""
    for _ in range(_MOST_WRAPPERS):
        inside = significant(element)
        if len(inside) != 1 or tag(inside[0]) not in ("div", "section"):
            break
        element = inside[0]
    return element


_MOST_WRAPPERS: Final = 3


def correction(kind: str) -> Rule:
    """A rule for what the editors put right after publication."""

    def rule(element: Node, read: Read) -> Any:
        if not _is_brief(element):
            return NotImplemented
        text = _text_of(element, read)
        return Correction(text, kind=kind) if text else ()

    return rule


def editor_note(element: Node, read: Read) -> Any:
    """A note of the editors, by its class."""
    if not _is_brief(element):
        return NotImplemented
    body = read.deeper(children(element))
    return EditorNote(body) if body else ()


def _is_brief(element: Node) -> bool:
    """Whether a box holds a few lines and nothing but them."""
    inside = list(islice(elements(element), _MOST_LOOKS))
    return (
        tag(element) in _BOXES
        and len(inside) < _MOST_LOOKS
        and not any(tag(each) in ("article", "figure", "table", "iframe", "form") for each in inside)
        and len(engine.text_content(element)) <= _CHARACTERS
    )


def _text_of(element: Node, read: Read) -> Text:
    """The paragraphs of a box as one text, a line break between them."""
    texts = [each.text for each in read.blocks(children(element)) if hasattr(each, "text")]
    spans = [each for text in texts if isinstance(text, Text) for each in (LineBreak(), *text.spans)]
    return Text(spans[1:]) if spans else read.text(element)


def question(element: Node, read: Read) -> Any:
    """A question with its answer, as plug-ins for WordPress mark them."""
    asked = next((each for each in _looked_at(element) if _QUESTION.search(attribute(each, "class") or "")), None)
    if asked is None:
        return NotImplemented
    read.elsewhere.add(asked)
    return QuestionAndAnswer(read.text(asked), answer=read.deeper(children(element)))


def toggle(element: Node, read: Read) -> Any:
    """A card of Ghost that opens: its heading the title."""
    heading = next((each for each in _looked_at(element) if "kg-toggle-heading" in _classes(each)), None)
    if heading is None:
        return NotImplemented
    title = _first_text(heading, read)
    read.elsewhere.add(heading)
    body = read.deeper(children(element))
    return Aside(body, title=title, kind="details") if body else ()


def _first_text(element: Node, read: Read) -> Text | None:
    """The text of an element's heading, else its own."""
    inner = next((each for each in _looked_at(element) if tag(each) in _HEADINGS), element)
    return read.text(inner) or None


def callout(element: Node, read: Read) -> Any:
    """A callout of Ghost: a few words, without the emblem before them."""
    return Aside(body, kind="callout") if (body := read.inside(element)) else ()


def card(element: Node, read: Read) -> Any:
    """A card of Ghost that leads to another page."""
    link = next((url for each in _looked_at(element) if (url := attribute(each, "href"))), None)
    parts = {
        name: text
        for name, fits in _CARD.items()
        for each in _looked_at(element)
        if fits.search(attribute(each, "class") or "") and (text := read.text(each))
    }
    if not link or "title" not in parts:
        return NotImplemented
    thumbnail = next((each for each in _looked_at(element) if "thumbnail" in _classes(each)), element)
    picture = find(thumbnail, "img")
    image = image_of(picture, read) if picture is not None and "icon" not in _classes(picture) else None
    return LinkCard(read.link(link), title=parts["title"], description=parts.get("description"), image=image)


def _looked_at(element: Node) -> list[Node]:
    return list(islice(elements(element), _MOST_LOOKS))


def _classes(element: Node) -> str:
    return attribute(element, "class") or ""


def drop_cap(element: Node, read: Read) -> Any:
    """A paragraph that says that its first letter is set large."""
    if tag(element) != "p":
        return NotImplemented
    text = read.text(element)
    return Paragraph(text, drop_cap=True) if text else ()


def verse(element: Node, read: Read) -> Any:
    """A poem of WordPress: its lines are lines, whatever element they stand in."""
    lines = read.words(lines_of(element), element).strip("\n").split("\n")
    spans = [each for line in lines for each in (LineBreak(), Span(collapse_string(line)))]
    text = Text(spans[1:])
    return Paragraph(text) if str(text).strip() else ()


def button(element: Node, read: Read) -> Any:
    """`button`: in a figure it opens or plays the picture, and says nothing of it."""
    return () if read.figures else NotImplemented


def unseen(element: Node, read: Read) -> Any:
    """A `span` that is not shown, or only to screen readers; an empty one that stands for a `br` is one."""
    if attribute(element, "hidden") is not None or _HIDDEN.search(attribute(element, "style") or ""):
        return None
    called = attribute(element, "class")
    if not called:
        return NotImplemented
    if _BREAK.search(called) and not children(element):
        return LineBreak()
    return None if _UNSEEN.search(called) else NotImplemented


def accordion(element: Node, read: Read) -> Any:
    """`amp-accordion`: each section opens, its heading the title."""
    sections = [each for each in children(element) if tag(each) == "section"]
    made = [_box(each, read, "details") for each in sections if not read.passes_over(each)]
    return tuple(block for each in made for block in (each if isinstance(each, tuple) else (each,)))


def as_block(element: Node, read: Read) -> Any:
    """An element that begins a line of its own, though browsers do not know it."""
    return read.blocks(children(element))


def formula(element: Node, read: Read) -> Any:
    """`math`: its words as they are told to one who cannot see it, in TeX, or as they stand in it.

    What KaTeX draws beside it for those who see it is left out, see `unseen`.
    """
    inside = islice(elements(element, "annotation"), _MOST_LOOKS)
    written = next((each for each in inside if "tex" in (attribute(each, "encoding") or "")), None)
    words = attribute(element, "alttext") or engine.text_content(element if written is None else written)
    return Span(read.words(collapse_string(words), element)) if words.strip() else None


def transparent(_element: Node, _read: Read) -> Any:
    """An element whose class holds the words of another's."""
    return NotImplemented


def nothing(element: Node, read: Read) -> Any:
    """What is on the page, and none of the article."""
    read.left_out(element)
    return ()


box_rules: dict[str, Rule] = {
    **dict.fromkeys(("aside", "details"), aside),
    "button": button,
    "amp-accordion": accordion,
    "amp-fit-text": as_block,
}

box_inlines: dict[str, InlineRule] = {"span": unseen, "math": formula}

box_classes: dict[str, Rule] = {
    **dict.fromkeys((".fact-box", ".facts-box", ".fact-sheet"), box("factbox")),
    **dict.fromkeys((".info-box", ".information-box"), box("infobox")),
    **dict.fromkeys((".key-takeaways", ".key-points", ".takeaways"), box("key-takeaways")),
    **dict.fromkeys((".correction", ".corrections"), correction("correction")),
    **dict.fromkeys((".clarification", ".clarifications"), correction("clarification")),
    **dict.fromkeys((".editors-note", ".editor-note", ".editorial-note", ".ed-note"), editor_note),
    **dict.fromkeys((".schema-faq-section", ".rank-math-list-item", ".rank-math-faq-item"), question),
    ".kg-callout-card": callout,
    ".kg-toggle-card": toggle,
    **dict.fromkeys((".kg-bookmark-card", ".kg-product-card"), card),
    ".has-drop-cap": drop_cap,
    ".wp-block-verse": verse,
    **dict.fromkeys(
        (".kg-audio-player-container", ".visually-hidden-focusable", ".sr-only-focusable", ".not-sr-only"), transparent
    ),
}

WIDGETS: tuple[str, ...] = (
    *(".wp-block-latest-posts", ".wp-block-latest-comments", ".wp-block-rss", ".wp-block-archives"),
    *(".wp-block-categories", ".wp-block-calendar", ".wp-block-tag-cloud", ".wp-block-search"),
    *(".wp-block-social-links", ".wp-block-page-list", ".wp-block-navigation", ".wp-block-post-navigation-link"),
    *(".kg-signup-card", ".kg-cta-card", ".kg-email-cta", ".op-tracker", ".op-ad", ".op-related-articles"),
    *(".kg-callout-emoji", ".kg-video-overlay", ".kg-video-player-container", ".kg-audio-player"),
    *(".screen-reader-text", ".screen-reader-only", ".visually-hidden", ".sr-only", ".element-invisible"),
)
"""Parts by which software fills a page up, or counts its readers."""

ELEMENTS: tuple[str, ...] = (
    *("amp-ad", "amp-embed", "amp-sticky-ad", "amp-auto-ads", "amp-analytics", "amp-pixel", "amp-consent"),
    *("amp-sidebar", "amp-social-share", "amp-user-notification", "amp-next-page", "amp-web-push", "amp-geo"),
    *("amp-call-tracking", "amp-skimlinks", "amp-lightbox", "amp-image-lightbox", "amp-list"),
)

box_rules.update(dict.fromkeys(ELEMENTS, nothing))
box_classes.update(dict.fromkeys(WIDGETS, nothing))
