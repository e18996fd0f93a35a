"""How the newsroom's blocks look in our HTML: one table that the writer and the reader share.

An element of ours is told by its tag or by its class, which is the block's `type`; its parts are child elements whose
class is the field's name. What has no visible place stands in one `data-newsmodel` attribute, ASCII JSON, on the
element of its node. So a page carries every fact once, and a person's edit of the visible text is what the reader sees.
"""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

import attrs

from newsmodel.model import (
    Account,
    Article,
    Aside,
    Audio,
    Block,
    Cell,
    Code,
    Comment,
    CommentThread,
    Correction,
    Definition,
    DefinitionList,
    Divider,
    EditorNote,
    Embed,
    Feed,
    Figure,
    File,
    Footnote,
    FootnoteReference,
    Gallery,
    Heading,
    Image,
    InlineImage,
    Label,
    LanguageRun,
    LineBreak,
    Link,
    LinkCard,
    LinkList,
    List,
    ListItem,
    LivePost,
    Mention,
    Paragraph,
    Placeholder,
    PullQuote,
    QuestionAndAnswer,
    Quote,
    RawBlock,
    Recipe,
    Review,
    Row,
    Section,
    ShareAction,
    Span,
    Speech,
    Style,
    Table,
    Timeline,
    TimelineEvent,
    UnknownBlock,
    UnknownInline,
    UnknownMark,
    Video,
)

DATA = "data-newsmodel"
SHOWN = "shown"
"""The class of an element that only repeats for people what stands elsewhere; the reader passes it over."""

NO_URL = "data:,"
"""What stands in `src` where there is no URL that may be loaded."""

STYLE_TAGS: dict[str, str] = {
    "strong": "strong",
    "emphasis": "em",
    "underline": "u",
    "strikethrough": "s",
    "subscript": "sub",
    "superscript": "sup",
    "code": "code",
    "highlight": "mark",
    "quotation": "q",
    "insertion": "ins",
    "deletion": "del",
    "keyboard": "kbd",
}
"""Style name -> tag; the one without a tag, "small-caps", is a span of that class."""

Kind: TypeAlias = Literal["text", "string", "time", "blocks", "nodes", "node", "texts"]
"""text: rich text. string: plain. time: an instant. blocks: the body. nodes, node: parts with elements of their own.
texts: a list of rich texts."""


@attrs.frozen
class Part:
    """A field and how it shows. link: the field with the URL that its words lead to."""

    field: str
    kind: Kind
    tag: str = "p"
    link: str | None = None


@attrs.frozen
class Layout:
    """The element of a class, and its parts in order. At most one part is blocks or nodes."""

    tag: str
    parts: tuple[Part, ...] = ()
    hidden: bool = False


LAYOUTS: dict[type[Any], Layout] = {
    PullQuote: Layout("blockquote", (Part("text", "text"), Part("attribution", "text"))),
    Gallery: Layout("div", (Part("title", "text"), Part("figures", "nodes"), Part("caption", "text"))),
    Embed: Layout(
        "figure",
        (
            Part("title", "string", link="url"),
            Part("fallback", "blocks"),
            Part("caption", "text", "figcaption"),
        ),
    ),
    Aside: Layout("aside", (Part("title", "text"), Part("body", "blocks"))),
    Correction: Layout("div", (Part("text", "text"),)),
    EditorNote: Layout("div", (Part("body", "blocks"),)),
    QuestionAndAnswer: Layout(
        "div",
        (
            Part("questioner", "string"),
            Part("question", "text"),
            Part("respondent", "string"),
            Part("answer", "blocks"),
        ),
    ),
    Speech: Layout("div", (Part("speaker", "string"), Part("body", "blocks"))),
    Timeline: Layout("div", (Part("title", "text"), Part("events", "nodes"))),
    TimelineEvent: Layout("div", (Part("date", "string"), Part("title", "text"), Part("body", "blocks"))),
    Review: Layout("div", (Part("item", "string", link="url"), Part("body", "blocks"))),
    Recipe: Layout(
        "div",
        (Part("name", "text"), Part("ingredients", "texts", "ul"), Part("method", "blocks")),
    ),
    LinkCard: Layout(
        "div",
        (
            Part("image", "node"),
            Part("label", "string"),
            Part("title", "text", link="url"),
            Part("description", "text"),
        ),
    ),
    LinkList: Layout("div", (Part("title", "text"), Part("cards", "nodes"))),
    Placeholder: Layout("div", hidden=True),
    LivePost: Layout(
        "article",
        (
            Part("title", "text", "h2"),
            Part("published", "time"),
            Part("summary", "text"),
            Part("body", "blocks"),
        ),
    ),
    RawBlock: Layout("div", hidden=True),
    UnknownBlock: Layout("div", (Part("fallback", "blocks"),)),
}

_BY_HAND: dict[type[Any], tuple[str, ...]] = {
    Paragraph: ("text",),
    Heading: ("text", "level", "anchor"),
    List: ("items", "ordered", "start"),
    ListItem: ("body",),
    DefinitionList: ("items",),
    Definition: ("term", "body"),
    Quote: ("body", "attribution", "source_url"),
    Code: ("text", "programming_language", "caption"),
    Divider: (),
    Table: ("head", "body", "foot", "caption"),
    Row: ("cells",),
    Cell: ("body", "header", "colspan", "rowspan", "alignment"),
    Figure: ("media", "link"),
    Image: ("url", "alt", "title", "width", "height", "caption", "credit"),
    Video: ("url", "title", "width", "height", "caption", "credit"),
    Audio: ("url", "title", "caption", "credit"),
    File: ("url", "title", "caption", "credit"),
    Span: ("text", "marks"),
    LineBreak: ("marks",),
    InlineImage: ("url", "alt", "title", "width", "height", "marks"),
    FootnoteReference: ("note", "marks"),
    UnknownInline: ("text", "marks"),
    Style: ("name",),
    Link: ("url", "title", "rel", "target"),
    LanguageRun: ("language", "direction"),
    Mention: (),
    UnknownMark: (),
}

_RECORD: dict[type[Any], tuple[str, ...]] = {
    Article: (
        *("id", "language", "direction", "headline", "section", "kicker", "standfirst", "byline", "dates"),
        *("lead_media", "body", "notes", "corrections", "share_actions", "comments"),
    ),
    Feed: ("language", "direction", "title", "description", "articles"),
    Section: ("name", "url"),
    Label: ("text", "url"),
    Footnote: ("id", "body"),
    ShareAction: ("network", "url", "label"),
    CommentThread: ("comments",),
    Comment: ("id", "parent", "author", "created", "created_text", "body"),
    Account: ("name", "url"),
}
"""What of an article's record its page shows. Of `dates`, only published and modified."""


def visible(cls: type[Any]) -> tuple[str, ...]:
    """The fields of *cls* that its element shows; the others stand in the attribute."""
    if cls in LAYOUTS:
        parts = LAYOUTS[cls].parts
        shown = tuple(name for part in parts for name in (part.field, part.link) if name)
    elif cls in _BY_HAND:
        shown = _BY_HAND[cls]
    else:
        return _RECORD.get(cls, ())
    return (*shown, "language", "direction") if issubclass(cls, Block) else shown


ELEMENTS: tuple[type[Any], ...] = (*LAYOUTS, *_BY_HAND, *_RECORD)
"""Every class that has an element of its own."""
