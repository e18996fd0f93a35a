"""The HTML reader's table: what anyone's elements are in the model. `reader.using({...})` customises it.

Source: HTML Standard, section 4, https://html.spec.whatwg.org/multipage/semantics.html.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

import attrs

from newsmodel.markup.engine import Node, attribute, children, find, parent, tag
from newsmodel.markup.html_boxes import box_classes, box_inlines, box_rules
from newsmodel.markup.html_code import preformatted
from newsmodel.markup.html_embeds import embed_classes, embed_rules
from newsmodel.markup.html_marks import MARKS
from newsmodel.markup.html_marks import direction as direction
from newsmodel.markup.html_media import as_gallery, media_classes, media_rules
from newsmodel.markup.html_notes import heads_notes, note_classes, note_rules
from newsmodel.markup.html_pictures import picture_rules
from newsmodel.markup.html_quotes import quote_classes, quote_rules
from newsmodel.markup.html_tables import table
from newsmodel.markup.reading import Read, Reader, Rule
from newsmodel.model import (
    Block,
    Definition,
    DefinitionList,
    Divider,
    Figure,
    Heading,
    InlineImage,
    LineBreak,
    Link,
    List,
    ListItem,
    Span,
    Text,
)
from newsmodel.model.frozen import INTEGER_LIMIT


def read_blocks(nodes: Iterable[Node], read: Read) -> tuple[Block, ...]:
    """The blocks in *nodes*, elements and texts in order."""
    return read.blocks(nodes)


def read_text(element: Node, read: Read) -> Text:
    """The words in *element* as rich text."""
    return read.text(element)


_INTEGER = re.compile(r"\s*([+-]?\d{1,19})(?!\d)", re.ASCII)


def integer(value: str | None) -> int | None:
    """A whole number as HTML reads one: leading digits; None for anything else, and beyond 64 bits."""
    found = _INTEGER.match(value) if value else None
    number = int(found[1]) if found else None
    return number if number is None or -INTEGER_LIMIT <= number < INTEGER_LIMIT else None


def heading(element: Node, read: Read) -> Any:
    """`h1` to `h6`, without the sign that links to it; an empty one is none."""
    text = _without_sign(read.text(element))
    if not text or (read.notes and heads_notes(element, read)):
        return ()
    if not isinstance(text.content, str) and all(isinstance(inline, (InlineImage, LineBreak)) for inline in text):
        return NotImplemented
    level = int((tag(element) or "h2")[1])
    return Heading(text, level=level, anchor=attribute(element, "id") or None)


_SIGNS: Final = frozenset({"#", "¶", "§", "🔗", "⚓", "¶\ufe0e"})


def _without_sign(text: Text) -> Text:
    """A heading without the linked sign at either end by which software lets readers copy its address."""
    if isinstance(text.content, str):
        return text
    spans = list(text.content)
    for at in (0, -1):
        if spans and (marks := spans[at].marks) and spans[at].plain.strip() in _SIGNS and isinstance(marks[0], Link):
            del spans[at]
    if len(spans) == len(text.content):
        return text
    for at, strip in ((0, str.lstrip), (-1, str.rstrip)):
        if spans and isinstance(span := spans[at], Span):
            spans[at] = attrs.evolve(span, text=strip(span.text))
    return Text(spans)


_LISTS = frozenset({"ul", "ol", "menu"})


def list_(element: Node, read: Read) -> Any:
    """`ul`, `ol` and `menu`, whatever stands between their items put into items too."""
    read.depth += 1
    has_tasks = find(element, "input") is not None or "ask" in (attribute(element, "data-type") or "")
    found: list[tuple[list[Block], bool | None]] = []
    tight = True
    for child in children(element):
        if read.passes_over(child):
            continue
        if tag(child) == "li":
            tight = tight and not any(tag(inner) == "p" for inner in children(child))
            found.append(([*read.blocks(children(child))], checked(child) if has_tasks else None))
        elif loose := read.blocks([child]):
            if found and tag(child) in _LISTS:  # where browsers show it: under the item before it
                found[-1][0].extend(loose)
            else:
                found.append(([*loose], None))
    items = [ListItem(body, checked=is_checked) for body, is_checked in found]
    read.depth -= 1
    kept = [item for item in items if item.body]
    if kept and all(isinstance(block, Figure) for item in kept for block in item.body):
        return as_gallery(tuple(block for item in kept for block in item.body))
    if not kept:
        return ()
    ordered = tag(element) == "ol"
    return List(kept, ordered=ordered, start=_start(element, read) if ordered else 1, tight=tight)


def _start(element: Node, read: Read) -> int:
    """The number that an `ol` begins with. That its numbers go down is lost."""
    if attribute(element, "reversed") is not None:
        read.lost("list.reversed", "dropped", element)
    first = next((child for child in children(element) if tag(child) == "li"), None)
    start = integer(attribute(element, "start"))
    if first is not None and (value := integer(attribute(first, "value"))) is not None:
        start = value
    return 1 if start is None else start


def checked(item: Node) -> bool | None:
    """Whether the task of an item is done, by its box or by what an editor says of it; None if it is none."""
    if said := attribute(item, "data-checked"):
        return said.lower() == "true"
    box = find(item, "input")
    above = parent(box) if box is not None else None
    if box is None or above is None or (attribute(box, "type") or "").lower() != "checkbox":
        return None
    is_own = item in (above, parent(above))
    return attribute(box, "checked") is not None if is_own else None


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
    found: list[tuple[Text, list[Block]]] = []
    for node in nodes:
        if read.passes_over(node):
            continue
        if tag(node) == "dt":
            found.append((read.text(node), []))
        elif body := read.blocks(children(node) if tag(node) == "dd" else [node]):
            if not found:
                found.append((Text(), []))
            found[-1][1].extend(body)
    return [Definition(term, body) for term, body in found]


def divider(_element: Node, _read: Read) -> Block:
    """`hr`."""
    return Divider()


def line_break(_element: Node, _read: Read) -> LineBreak:
    """`br`."""
    return LineBreak()


BLOCKS: dict[str, Rule] = {
    **{f"h{level}": heading for level in range(1, 7)},
    **dict.fromkeys(("ul", "ol", "menu"), list_),
    "dl": definition_list,
    **dict.fromkeys(("pre", "listing", "xmp"), preformatted),
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
