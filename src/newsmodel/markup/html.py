"""The HTML reader's table: what anyone's elements are in the model. `reader.using({...})` customises it.

Source: HTML Standard, section 4, https://html.spec.whatwg.org/multipage/semantics.html.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, get_args

from newsmodel.markup import engine
from newsmodel.markup.engine import ENTER, TEXT, UNREAD, Node, attribute, children, tag, walk
from newsmodel.markup.html_boxes import box_classes, box_inlines, box_rules
from newsmodel.markup.html_embeds import embed_classes, embed_rules
from newsmodel.markup.html_media import as_gallery, media_classes, media_rules
from newsmodel.markup.html_notes import is_raised_link, note_classes, note_rules
from newsmodel.markup.html_pictures import picture_rules
from newsmodel.markup.html_quotes import quote_classes, quote_rules
from newsmodel.markup.html_tables import table
from newsmodel.markup.reading import MarkRule, Read, Reader, Rule
from newsmodel.model import (
    Block,
    Code,
    Definition,
    DefinitionList,
    Divider,
    Figure,
    Heading,
    InlineImage,
    LanguageRun,
    LineBreak,
    Link,
    List,
    ListItem,
    Mark,
    Style,
    Text,
)
from newsmodel.model.frozen import INTEGER_LIMIT
from newsmodel.model.text import Direction, StyleName


def read_blocks(nodes: Iterable[Node], read: Read) -> tuple[Block, ...]:
    """The blocks in *nodes*, elements and texts in order."""
    return read.blocks(nodes)


def read_text(element: Node, read: Read) -> Text:
    """The words in *element* as rich text."""
    return read.text(element)


def integer(value: str | None) -> int | None:
    """A whole number as HTML reads one: leading digits; None for anything else, and beyond 64 bits."""
    found = re.match(r"\s*([+-]?\d{1,19})(?!\d)", value or "", re.ASCII)
    number = int(found[1]) if found else None
    return number if number is None or -INTEGER_LIMIT <= number < INTEGER_LIMIT else None


def direction(element: Node) -> Direction | None:
    """The `dir` of an element, if it is one."""
    value = (attribute(element, "dir") or "").lower()
    return value if value in get_args(Direction) else None  # type: ignore[return-value]


def heading(element: Node, read: Read) -> Any:
    """`h1` to `h6`; an empty one is none."""
    text = read.text(element)
    if not text:
        return ()
    if all(isinstance(inline, (InlineImage, LineBreak)) for inline in text):
        return NotImplemented
    level = int((tag(element) or "h2")[1])
    return Heading(text, level=level, anchor=attribute(element, "id") or None)


_LISTS = frozenset({"ul", "ol", "menu"})


def list_(element: Node, read: Read) -> Any:
    """`ul`, `ol` and `menu`, whatever stands between their items put into items too."""
    read.depth += 1
    items: list[ListItem] = []
    tight = True
    for child in children(element):
        if read.passes_over(child):
            continue
        if tag(child) == "li":
            tight = tight and not any(tag(inner) == "p" for inner in children(child))
            items.append(ListItem(read.blocks(children(child))))
        elif loose := read.blocks([child]):
            if items and tag(child) in _LISTS:  # where browsers show it: under the item before it
                items.append(ListItem((*items.pop().body, *loose)))
            else:
                items.append(ListItem(loose))
    read.depth -= 1
    kept = [item for item in items if item.body]
    if kept and all(isinstance(block, Figure) for item in kept for block in item.body):
        return as_gallery(tuple(block for item in kept for block in item.body))
    ordered = tag(element) == "ol"
    start = integer(attribute(element, "start")) if ordered else None
    return List(kept, ordered=ordered, start=1 if start is None else start, tight=tight) if kept else ()


def definition_list(element: Node, read: Read) -> Any:
    """`dl`: each `dt` with the `dd` that follow it, in `div`s or not, and whatever else stands there with them."""
    read.depth += 1
    items = definitions(_in_groups(element), read)
    read.depth -= 1
    return DefinitionList(items) if items else ()


def _in_groups(element: Node) -> Iterable[Node]:
    """The children of a `dl`, those of its `div`s in their place."""
    for child in children(element):
        inside = children(child) if tag(child) == "div" else ()
        if any(tag(inner) in ("dt", "dd") for inner in inside):
            yield from inside
        else:
            yield child


def definitions(nodes: Iterable[Node], read: Read) -> list[Definition]:
    """Each `dt` of *nodes* with what follows it."""
    items: list[Definition] = []
    for node in nodes:
        if read.passes_over(node):
            continue
        if tag(node) == "dt":
            items.append(Definition(read.text(node)))
        elif body := read.blocks(children(node) if tag(node) == "dd" else [node]):
            term, before = (items[-1].term, items.pop().body) if items else (Text(), ())
            items.append(Definition(term, (*before, *body)))
    return items


def preformatted(element: Node, read: Read) -> Any:
    """`pre`: code, its language from the class as highlighters write it."""
    words = read.words(_lines_of(element), element)
    inner = next((child for child in children(element) if tag(child) == "code"), None)
    classes = f"{attribute(element, 'class') or ''} {attribute(inner, 'class') if inner is not None else ''}"
    language = re.search(r"(?:^|\s)(?:language|lang)-(\S+)", classes)
    return Code(words, programming_language=language[1] if language else None) if words.strip() else ()


def _lines_of(element: Node) -> str:
    """The text of code; a `br` ends a line of it."""
    if engine.find(element, "br") is None:
        return engine.text_content(element)
    pieces = (
        value if event is TEXT else "\n" if event is ENTER and value == "br" else ""
        for event, value, _ in walk(element, UNREAD)
    )
    return "".join(pieces)


def divider(_element: Node, _read: Read) -> Block:
    """`hr`."""
    return Divider()


def line_break(_element: Node, _read: Read) -> LineBreak:
    """`br`."""
    return LineBreak()


def style(name: StyleName) -> MarkRule:
    """A rule for a tag that is a simple mark."""
    mark = Style(name)
    return lambda _element, _read: mark


def link(element: Node, read: Read) -> Mark | None:
    """`a` with an `href`, unless it leads to a footnote."""
    url = (attribute(element, "href") or "").strip()
    if not url or (url[0] == "#" and read.notes is not None and is_raised_link(element)):
        return None
    return Link(
        read.link(url),
        title=attribute(element, "title") or None,
        rel=attribute(element, "rel") or None,
        target=attribute(element, "target") or None,
    )


def language_run(element: Node, _read: Read) -> Mark | None:
    """`span`, `bdi` and `bdo` in another language or direction."""
    language, way = attribute(element, "lang"), direction(element)
    return LanguageRun(language or None, direction=way) if language or way else None


MARKS: dict[str, MarkRule] = {
    **{name: style("strong") for name in ("b", "strong")},
    **{name: style("emphasis") for name in ("i", "em", "cite", "dfn", "var")},
    **{name: style("strikethrough") for name in ("s", "strike")},
    **{name: style("code") for name in ("code", "tt", "samp")},
    "u": style("underline"),
    "sub": style("subscript"),
    "sup": style("superscript"),
    "mark": style("highlight"),
    "q": style("quotation"),
    "ins": style("insertion"),
    "del": style("deletion"),
    "kbd": style("keyboard"),
    "a": link,
    **dict.fromkeys(("span", "bdi", "bdo"), language_run),
}

BLOCKS: dict[str, Rule] = {
    **{f"h{level}": heading for level in range(1, 7)},
    **dict.fromkeys(("ul", "ol", "menu"), list_),
    "dl": definition_list,
    "pre": preformatted,
    "hr": divider,
    "table": table,
    **quote_rules,
    **box_rules,
    **media_rules,
    **embed_rules,
}

CLASSES: dict[str, Rule] = {**media_classes, **embed_classes, **quote_classes, **box_classes, **note_classes}

reader: Reader = Reader(
    BLOCKS, {"br": line_break, **picture_rules, **note_rules, **box_inlines}, MARKS, classes=CLASSES
)
"""The reader of anyone's HTML."""
