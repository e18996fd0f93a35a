"""Our own elements back to the nodes they were written from, by the markup itself.

The rules stand in front of those for anyone's HTML: an element that is not ours, because a person put it there, is read
as anyone's. The one attribute of an element gives the fields that have no visible place; what is visible is read from
what is visible.
"""

from __future__ import annotations

from typing import Any

import attrs

from newsmodel.html_layout import LAYOUTS, SHOWN, Layout, Part
from newsmodel.html_policy import node_id
from newsmodel.html_shown import facts, instant
from newsmodel.markup import engine, reading
from newsmodel.markup.engine import Node, attribute, children, elements, tag
from newsmodel.markup.html import definitions, integer, reader
from newsmodel.markup.html_tables import SECTIONS, span
from newsmodel.markup.own_fields import block, build, classes, fields, moment, raw, string, url_of
from newsmodel.markup.own_media import media
from newsmodel.markup.own_text import INLINES, MARKS
from newsmodel.markup.own_trust import is_own, notice_untrusted
from newsmodel.markup.own_unread import edited, repeats
from newsmodel.markup.reading import Read, Reader, Rule
from newsmodel.model import (
    Block,
    Cell,
    Code,
    Container,
    Definition,
    DefinitionList,
    Divider,
    Figure,
    Heading,
    LinkCard,
    List,
    ListItem,
    LivePost,
    Paragraph,
    Quote,
    RawBlock,
    Row,
    Table,
    TimelineEvent,
)
from newsmodel.whitespace import collapse_string

_LAYOUT_OF = {cls.type: cls for cls in LAYOUTS}


def paragraph(element: Node, read: Read) -> Any:
    """`p`."""
    return block(Paragraph, {"text": read.text(element)} | fields(element, read, Paragraph), read, element)


def heading(element: Node, read: Read) -> Any:
    """`h1` to `h6`; its id is its anchor."""
    values = {
        "text": read.text(element),
        "level": int((tag(element) or "h2")[1]),
        "anchor": node_id(attribute(element, "id")),
    }
    return block(Heading, values | fields(element, read, Heading), read, element)


def list_(element: Node, read: Read) -> Any:
    """`ul`, `ol`."""
    items = []
    read.depth += 1
    for child in children(element):
        if tag(child) == "li":
            body = read.blocks(children(child))
            items.append(build(ListItem, {"body": body} | fields(child, read, ListItem), read, child))
        elif loose := read.blocks([child]):
            items.append(ListItem(loose))
    read.depth -= 1
    ordered = tag(element) == "ol"
    start = integer(attribute(element, "start")) if ordered else None
    values = {"items": [item for item in items if item], "ordered": ordered, "start": 1 if start is None else start}
    return block(List, values | fields(element, read, List), read, element)


def definition_list(element: Node, read: Read) -> Any:
    """`dl`."""
    items: list[Definition] = []
    loose: list[Node] = []
    read.depth += 1
    for child in children(element):
        if tag(child) == "div":
            items += definitions(loose, read)
            loose = []
            pairs = definitions(children(child), read)
            items += [attrs.evolve(pair, **fields(child, read, Definition)) for pair in pairs]
        else:
            loose.append(child)
    items += definitions(loose, read)
    read.depth -= 1
    return block(DefinitionList, {"items": items} | fields(element, read, DefinitionList), read, element)


def quote(element: Node, read: Read) -> Any:
    """`blockquote`, or a pull quote."""
    if _own_class(element) is not None:
        return laid_out(element, read)
    inside = list(children(element))
    said = next((child for child in inside if tag(child) == "footer" and "attribution" in classes(child)), None)
    read.depth += 1
    body = read.blocks(child for child in inside if child is not said)
    read.depth -= 1
    values = {
        "body": body,
        "attribution": read.text(said) if said is not None else None,
        "source_url": url_of(element, "cite"),
    }
    return block(Quote, values | fields(element, read, Quote), read, element)


def preformatted(element: Node, read: Read) -> Any:
    """`pre`."""
    return _code(element, element, read, {})


def _code(element: Node, holder: Node, read: Read, more: dict[str, Any]) -> Any:
    """Code in a `pre` *element*, whose node is that of *holder*."""
    inner = next(elements(element, "code"), element)
    named = next((token for token in classes(inner) if token.startswith("language-")), None)
    values = {
        "text": raw(inner, read),
        "programming_language": named.removeprefix("language-") if named else None,
    }
    return block(Code, values | more | fields(holder, read, Code), read, holder)


def divider(element: Node, read: Read) -> Any:
    """`hr`."""
    return block(Divider, fields(element, read, Divider), read, element)


def table(element: Node, read: Read) -> Any:
    """`table`."""
    values: dict[str, Any] = {"head": [], "body": [], "foot": []}
    read.depth += 1
    for child in children(element):
        if tag(child) == "caption":
            values["caption"] = read.text(child)
        elif (section := SECTIONS.get(tag(child) or "")) is not None:
            values[section] += [_row(each, read) for each in children(child) if tag(each) == "tr"]
    read.depth -= 1
    return block(Table, values | fields(element, read, Table), read, element)


def _row(element: Node, read: Read) -> Any:
    cells = [_cell(each, read) for each in children(element) if tag(each) in ("td", "th")]
    return build(Row, {"cells": [each for each in cells if each]} | fields(element, read, Row), read, element)


def _cell(element: Node, read: Read) -> Any:
    values = {
        "body": read.blocks(children(element)),
        "header": tag(element) == "th",
        "colspan": span(attribute(element, "colspan"), 1000),
        "rowspan": span(attribute(element, "rowspan"), 65534),
        "alignment": next((token[6:] for token in classes(element) if token.startswith("align-")), None),
    }
    return build(Cell, values | fields(element, read, Cell), read, element)


def figure(element: Node, read: Read) -> Any:
    """`figure`: a medium, code with a caption, or a block of the newsroom's."""
    if _own_class(element) is not None:
        return laid_out(element, read)
    if "code" in classes(element):
        pre = next(elements(element, "pre"), None)
        caption = next((read.text(each) for each in elements(element, "figcaption")), None)
        return _code(pre, element, read, {"caption": caption}) if pre is not None else NotImplemented
    medium, link, rest = media(element, read)
    if medium is None:
        return anyones(reader.blocks["figure"])(element, read)
    made = block(Figure, {"media": medium, "link": link} | fields(element, read, Figure), read, element)
    return made if made is NotImplemented else (made, *read.blocks(rest))


def _own_class(element: Node) -> type[Any] | None:
    return next((_LAYOUT_OF[token] for token in classes(element) if token in _LAYOUT_OF), None)


def laid_out(element: Node, read: Read) -> Any:
    """A block of the newsroom's, by its layout; an element that is not ours, as anyone's."""
    cls = _own_class(element)
    if cls is None or LAYOUTS[cls].tag != tag(element):
        rule = reader.blocks.get(tag(element) or "")
        return anyones(rule)(element, read) if rule else NotImplemented
    layout = LAYOUTS[cls]
    values, rest, repeated = _parts(element, layout, read)
    held = next((part for part in layout.parts if part.kind in ("blocks", "nodes")), None)
    others: list[Block] = []
    if held is not None:
        read.depth += (deeper := int(issubclass(cls, Container)))
        found = read.blocks(rest) if held.kind == "blocks" else read.nodes(rest)
        read.depth -= deeper
        item = _ITEMS.get(held.field, Block)
        values[held.field] = [each for each in found if isinstance(each, item)]
        others = list(read.as_blocks(each for each in found if not isinstance(each, item)))
    made = block(cls, values | fields(element, read, cls), read, element)
    if made is NotImplemented:
        return made
    for line in repeated:
        repeats(line, read, list(map(collapse_string, facts(made))))
    if held is None:
        others = _beside(made, element, rest, read)
    return (made, *others) if others else made


def _beside(made: Any, element: Node, rest: list[Node], read: Read) -> list[Block]:
    """The blocks that a person put into an element that holds none; of one that nobody sees, none."""
    if isinstance(made, RawBlock):
        _compare_raw(made, element, read)
        return []
    return [] if LAYOUTS[type(made)].hidden else list(read.blocks(rest))


def _compare_raw(made: RawBlock, element: Node, read: Read) -> None:
    """What a raw block shows, if it does, is its content; nothing in there is ours, whatever it says."""
    said = collapse_string(raw(element, read))
    if said and said != collapse_string(engine.text_content(engine.parse_fragment(made.content))):
        edited(said, element, read)


_ITEMS: dict[str, type[Any]] = {"figures": Figure, "events": TimelineEvent, "cards": LinkCard}
"""What the parts hold that hold no blocks; whatever else stands there follows the block."""


def may_nest(element: Node) -> bool:
    """Whether the element of a container, ours or anyone's."""
    cls = _own_class(element)
    if cls is not None and LAYOUTS[cls].tag == tag(element):
        return issubclass(cls, Container)
    return tag(element) in reader.blocks and reading.may_nest(element)


def _parts(element: Node, layout: Layout, read: Read) -> tuple[dict[str, Any], list[Node], list[Node]]:
    """The parts that are elements of their field's class, each once; what is left; what only repeats."""
    waiting = {part.field: part for part in layout.parts if part.kind not in ("blocks", "nodes")}
    values: dict[str, Any] = {}
    rest: list[Node] = []
    repeated: list[Node] = []
    for child in children(element):
        part = next((waiting.pop(token) for token in classes(child) if token in waiting), None) if tag(child) else None
        if part is not None:
            values |= _part(child, part, read)
        elif tag(child) and SHOWN in classes(child):
            repeated.append(child)
        else:
            rest.append(child)
    return values, rest, repeated


def _part(element: Node, part: Part, read: Read) -> dict[str, Any]:
    if part.kind == "text":
        value: Any = read.text(element)
    elif part.kind == "string":
        value = string(element, read)
    elif part.kind == "time":
        value = moment(element)
        if value is not None:
            repeats(element, read, [instant(value)])
    elif part.kind == "texts":
        value = [read.text(item) for item in children(element) if tag(item) == "li"]
    else:
        figure = next((each for each in children(element) if tag(each) == "figure"), None)
        value = media(figure, read).medium if figure is not None else None
    if part.link is None:
        return {part.field: value}
    url = next((url_of(each) for each in elements(element, "a") if "to" in classes(each)), None)
    values = {} if url is None else {part.link: url}
    is_url = "untitled" in classes(element) and str(value) == collapse_string(url or "")
    return values if is_url else values | {part.field: value}


def anyones(rule: Rule) -> Rule:
    """A rule for anyone's elements, on a page of ours: what it makes of one is all that can be made of it."""

    def reading(element: Node, read: Read) -> Any:
        made = rule(element, read)
        if made is not NotImplemented:
            read.took(element)
        return made

    return reading


def article(element: Node, read: Read) -> Any:
    """`article`, and `section` of an article or feed: a post of ours, or what stands in ours and is not trusted."""
    if _own_class(element) is LivePost:
        return laid_out(element, read)
    if tag(element) != "article" and not is_own(element):
        return NotImplemented
    notice_untrusted([element], read.report)
    return read.with_reader(reader).blocks(children(element))


_BLOCKS: dict[str, Rule] = {
    "p": paragraph,
    **{f"h{level}": heading for level in range(1, 7)},
    "ul": list_,
    "ol": list_,
    "dl": definition_list,
    "blockquote": quote,
    "pre": preformatted,
    "hr": divider,
    "table": table,
    "figure": figure,
    **dict.fromkeys({layout.tag for layout in LAYOUTS.values()} - {"figure", "blockquote"}, laid_out),
    **dict.fromkeys(("article", "section"), article),
}

own_reader: Reader = Reader(
    {**{name: anyones(rule) for name, rule in reader.blocks.items()}, **_BLOCKS},
    {**{name: anyones(rule) for name, rule in reader.inlines.items()}, **INLINES},
    {**reader.marks, **MARKS},
    may_nest,
)
"""The reader of our own pages."""
