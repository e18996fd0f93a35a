"""The HTML parser behind one seam: what every reader of markup sees of a page, and all that it sees.

The parser is turbohtml (the HTML Standard's tree construction, linear on hostile input); no other module imports it.
What the standard itself makes more elements of than there are characters is simplified, see `newsmodel.markup.growth`.
A `Node` is opaque: ask the functions below, which cost little more than the engine's own attributes. **Keep only the
strings**: one node that is kept keeps its whole page alive.

Inert `<template>` contents are not part of the tree; a declarative shadow root (as pages saved by SingleFile have it)
stands in its place as if it were ordinary content.
Source: HTML Standard, section 13.2, https://html.spec.whatwg.org/multipage/parsing.html.
"""

import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from enum import Enum
from itertools import repeat
from typing import NamedTuple, TypeAlias

import turbohtml
from turbohtml import Element, Text

from newsmodel.alphabet import REPLACEMENT, clean, is_clean
from newsmodel.errors import FormatError
from newsmodel.markup import encoding, growth
from newsmodel.report import Report

Node: TypeAlias = turbohtml.Node
TextNode: TypeAlias = turbohtml.Text
UNREAD = frozenset({"script", "style"})  # elements whose text is no text of the page

_SURROGATE = re.compile("[\ud800-\udfff]")


class Event(Enum):
    """What `walk` meets: an element opens, an element closes, a text."""

    ENTER = "enter"
    LEAVE = "leave"
    TEXT = "text"


ENTER, LEAVE, TEXT = Event


def parse(data: bytes | str, report: Report | None = None) -> Node:
    """A whole page as its document node; any input has a tree.

    *data*: bytes in the encoding that a byte order mark, `<meta charset>` or an XML declaration names, else UTF-8,
    else windows-1252. Unlike a browser, a page that says otherwise and is UTF-8, and more than ASCII, is read as that:
    many pages were stored in another encoding than they were written in, and no other one looks like UTF-8 by chance.
    Or text, whose byte order mark goes and whose lone surrogates become U+FFFD.
    Loss: `formatting-left-open`, flattened; diagnostic: `root-repeated`; see `newsmodel.limits`. Raises FormatError
    for what stays beyond these limits.
    """
    if isinstance(data, bytes):
        document = _bounded(data.decode("latin-1"), lambda text: _parsed_bytes(text.encode("latin-1")), report)
    else:
        document = _bounded(_encodable(data.removeprefix("\ufeff")), _parsed_text, report)
    return _without_templates(document)


def parse_fragment(markup: str, context: str = "div", *, report: Report | None = None) -> Node:
    """Markup as it would stand inside an element *context*: that element, with the parsed nodes as its children.

    Losses, diagnostics and errors are those of `parse`.
    Source: HTML Standard, section 13.4, https://html.spec.whatwg.org/multipage/parsing.html#parsing-html-fragments.
    """
    return _without_templates(
        _bounded(_encodable(markup), lambda text: turbohtml.parse_fragment(text, context), report)
    )


def encoding_of(document: Node) -> str | None:
    """The encoding that the bytes of a whole page were read in ("UTF-8", "windows-1252"); None if it came as text."""
    return document.encoding if type(document) is turbohtml.Document else None


def has_doctype(document: Node) -> bool:
    """Whether a page begins with a doctype, whichever."""
    return any(type(each) is turbohtml.Doctype for each in document.children)


def tag(node: Node) -> str | None:
    """The name of an element, lower case in HTML (SVG keeps its own: "foreignObject"); None for any other node."""
    return node.tag if type(node) is Element else None


def text(node: Node) -> str | None:
    """The data of a text node, in the model's alphabet; None for any other node.

    A character reference may stand for a character that the model refuses: `is_altered` tells.
    """
    if type(node) is not Text:
        return None
    data = node.data
    return data if data.isprintable() else _clean(data)


def is_altered(node: Node) -> bool:
    """Whether a character in the texts of the node became U+FFFD since no text may hold it."""
    texts = (node,) if type(node) is Text else (each for each in node.descendants if type(each) is Text)
    return any(_clean(each.data).count(REPLACEMENT) > each.data.count(REPLACEMENT) for each in texts)


def children(node: Node) -> Sequence[Node]:
    """The nodes right inside, comments and doctypes among them (neither a tag nor a text)."""
    return node.children


def parent(node: Node) -> Node | None:
    """The node that holds this one; None for a document."""
    return node.parent


def attributes(node: Node) -> dict[str, str]:
    """The attributes as written, in order, names lower case in HTML, in the model's alphabet; none for a text."""
    if type(node) is not Element:
        return {}
    # The engine splits class, rel and their like into lists; `attr` still has the string.
    written = {name: each if type(each) is str else node.attr(name) or "" for name, each in node.attrs.copy().items()}
    if is_clean("".join(written.values())):
        return written
    return {name: _clean(each) for name, each in written.items()}


def attribute(node: Node, name: str) -> str | None:
    """One attribute as written ("" for a bare one), in the model's alphabet; None if absent.

    *name* in any case: `viewbox` finds `viewBox`.
    """
    if type(node) is not Element:
        return None
    value = node.attr(name)
    return value if value is None or value.isprintable() else _clean(value)


def position(node: Node) -> tuple[int, int] | None:
    """Line and column in the source, in characters, both counted from 1; of the parent for a text.

    None for an element that the parser supplied (an omitted `<tbody>`).
    """
    place = node.position
    if place is None and type(node) is Text and (holder := node.parent) is not None:
        place = holder.position
    return place if place is None else (place[0], place[1] + 1)


def is_foreign(node: Node) -> bool:
    """Whether this is an element of SVG or MathML."""
    return type(node) is Element and node.namespace is not turbohtml.Namespace.HTML


def find(node: Node, name: str) -> Node | None:
    """The first element of this name inside the node, in document order; None if there is none."""
    return node.find(name)


def select(node: Node, selector: str) -> Sequence[Node]:
    """The elements inside the node that a CSS selector matches, in document order.

    Raises ValueError for what is no selector.
    """
    return node.select(selector)


def elements(node: Node, *names: str) -> Iterator[Node]:
    """The elements inside the node in document order; only those of the given names, if any are given."""
    return node.iter_elements(names or None)


def walk(node: Node, skip: Container[str] = frozenset()) -> Iterator[tuple[Event, str, Node]]:
    """The node and everything in it in document order, as (event, value, node), at any depth without recursion.

    The value is the name of the element for `ENTER` and `LEAVE` (always in pairs, "" for a document) and the data for
    `TEXT` (as `text` gives it). Comments and doctypes are passed over.
    *skip*: names of elements to pass over with all they hold.
    """
    pending: list[Node | None] = [node]
    opened: list[tuple[str, Node]] = []
    while pending:
        current = pending.pop()
        if type(current) is Text:
            yield TEXT, _clean(current.data), current
        elif current is None:
            yield LEAVE, *opened.pop()
        elif (name := _name(current)) is not None and name not in skip:
            yield ENTER, name, current
            opened.append((name, current))
            pending.append(None)
            pending.extend(current.children[::-1])


class Outline(NamedTuple):
    """A tree laid out as parallel lists, elements in document order, the root first.

    nodes, tags, parents: the element, its name ("" for a document), the number of its parent (-1 at the root).
    classes: that attribute as written, None where absent. ids: the same by the number of the element, for the few that
    have one. texts: every text node in document order; holders: the numbers of the elements right around them.
    numbers: the number of each element.
    """

    nodes: list[Node]
    tags: list[str]
    parents: list[int]
    classes: list[str | None]
    ids: dict[int, str]
    texts: list[TextNode]
    holders: list[int]
    numbers: dict[Node | None, int]


def outline(root: Node) -> Outline:
    """The element or document and everything in it, read once; several times as fast as `walk`.

    As long as a node is held, the engine answers for it with the same object: identity tells parents.
    """
    elements = root.select("*")
    texts = [node for node in root.descendants if type(node) is Text]
    numbers: dict[Node | None, int] = {root: 0}
    numbers |= zip(elements, range(1, len(elements) + 1), strict=True)
    around = numbers.__getitem__
    return Outline(
        [root, *elements],
        [tag(root) or "", *[node.tag for node in elements]],
        [-1, *map(around, [node.parent for node in elements])],
        _all_clean([attribute(root, "class"), *map(Element.attr, elements, repeat("class"))]),
        {numbers[node]: written for node in (root, *root.select("[id]")) if (written := attribute(node, "id"))},
        texts,
        [*map(around, [node.parent for node in texts])],
        numbers,
    )


def _all_clean(written: list[str | None]) -> list[str | None]:
    """Attributes of many elements in the model's alphabet, tested all at once."""
    if is_clean("".join(filter(None, written))):
        return written
    return [each if each is None else _clean(each) for each in written]


def texts(node: Node) -> list[TextNode]:
    """Every text node inside the node, in document order."""
    return [each for each in node.descendants if type(each) is Text]


def take_out(element: Node) -> None:
    """Removes an element from its tree, with all that it holds."""
    if type(element) is Element:
        element.extract()


def balanced(markup: str) -> str:
    """Markup as it would be written from the tree that it makes in a `div`: every element closed, none too many."""
    return turbohtml.parse_fragment(_encodable(markup), "div").inner_html


def data_of(texts: Iterable[TextNode]) -> list[str]:
    """The data of many text nodes at once, as `text` gives it."""
    data = [node.data for node in texts]
    return data if is_clean("".join(data)) else list(map(_clean, data))


def text_content(node: Node) -> str:
    """All text in the node, in the model's alphabet, white space as it stands; scripts and styles have none.

    Of a script or style itself: what is written in it.
    """
    parts: list[str] = []
    pending = list(node.children[::-1])
    while pending:
        current = pending.pop()
        if type(current) is Text:
            parts.append(current.data)
        elif type(current) is Element and current.tag not in UNREAD:
            pending.extend(current.children[::-1])
    return _clean("".join(parts) if parts else text(node) or "")


def _bounded(text: str, parse: Callable[[str], Node], report: Report | None) -> Node:
    """*text* parsed, simplified first if the parse would go beyond the limits."""
    report = Report() if report is None else report
    if growth.has_many_roots(text):
        report.notice("root-repeated", "further <html> or <body> tags were passed over")
        text = growth.without_roots(text)
        if growth.has_many_roots(text):
            raise _boundless("html_roots")
    if (root := _parsed(text, parse)) is not None:
        return root
    report.loss("formatting-left-open", "flattened", "$.body", "a parser would multiply bold, italics and their like")
    if (root := _parsed(growth.without_formatting(text), parse)) is not None:
        return root
    raise _boundless("html_elements")


def _boundless(limit: str) -> FormatError:
    mend = f"save it as UTF-8, or allow more: newsmodel.limits.allow({limit}=…)"
    return FormatError("a parser would make far more of this markup than there is", mend=mend)


def _parsed(text: str, parse: Callable[[str], Node]) -> Node | None:
    """*text* parsed; None if that makes too many elements, which is seen before they are many more."""
    most, root = growth.most_elements(text), None
    for length in growth.looks(text):
        root = parse(text[:length])
        if len(root.select("*")) > most:
            return None
    return root


def _parsed_bytes(data: bytes) -> turbohtml.Document:
    document = turbohtml.parse(data, allow_declarative_shadow_roots=False)
    if document.encoding not in ("UTF-8", "UTF-16LE", "UTF-16BE") and encoding.is_utf_8(data):
        return turbohtml.parse(data, encoding="utf-8", allow_declarative_shadow_roots=False)
    if document.encoding == "windows-1252" and document.encoding_confidence == "tentative":
        label = encoding.guess(data)
        if label != "windows-1252":
            try:
                return turbohtml.parse(data, encoding=label, allow_declarative_shadow_roots=False)
            except LookupError:  # an XML declaration can name anything
                pass
    return document


def _parsed_text(markup: str) -> turbohtml.Document:
    return turbohtml.parse(markup, allow_declarative_shadow_roots=False)


def _encodable(markup: str) -> str:
    try:
        markup.encode()
    except UnicodeEncodeError:
        return _SURROGATE.sub(REPLACEMENT, markup)
    return markup


def _without_templates(root: Node) -> Node:
    if root.select_one("template") is None:  # as most
        return root
    root.remove("template:not([shadowrootmode])")
    for template in root.select("template"):
        for fragment in template.children:  # one, which holds the contents
            template.replace_with(*fragment.children)
    return root


def _name(node: Node) -> str | None:
    if type(node) is Element:
        return node.tag
    return "" if isinstance(node, turbohtml.Document | turbohtml.DocumentFragment) else None


def _clean(value: str) -> str:
    """*value* in the model's alphabet, as HTML means it."""
    return value if is_clean(value) else clean(value.replace("\f", " "))  # a form feed is white space to HTML
