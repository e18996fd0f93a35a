"""Footnotes in anyone's HTML: raised links to a place on the page, and what stands there.

Known by what they do, not by a name: `<sup><a href="#fn1">1</a></sup>` whose place is an item or a paragraph, as
WordPress, Wikipedia, Markdown and Pandoc write them. Notes are gathered only where the caller has a place for them:

    read = Read(reader, report, notes={})
    body = read.blocks(nodes)
    article = Article(body=body, notes=footnotes(read))
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any, Final
from urllib.parse import unquote

from newsmodel.markup.engine import Node, attribute, children, elements, parent, tag, text_content
from newsmodel.markup.reading import InlineRule, Read, Rule
from newsmodel.model import Divider, Footnote, FootnoteReference, Heading
from newsmodel.whitespace import SPACE

_PLACES: Final = frozenset({"li", "p", "dd", "div", "aside", "section", "td"})
_LONGEST: Final = 4000  # characters of a note
_LONGEST_SIGN: Final = 6  # characters of what leads there and back: "[12]", "↩︎"
_MOST_IN_SIGN: Final = 5  # elements
_MOST_IN_NOTE: Final = 200
_MOST_STEPS: Final = 3


def reference(element: Node, read: Read) -> Any:
    """`sup` with a link to a note in it or around it; any other is superscript."""
    if read.notes is None:
        return NotImplemented
    name = _fragment(element)
    if not name:
        return NotImplemented
    place = read.notes.get(name) or _place(_named(element, read).get(name), element)
    if place is None:
        return NotImplemented
    read.notes[name] = place
    read.elsewhere.add(place)
    return FootnoteReference(note=name)


def _fragment(element: Node) -> str:
    """The place on the page that a `sup` leads to; "" if it leads nowhere."""
    above = parent(element)
    inside = list(islice(elements(element), _MOST_IN_SIGN + 1))
    if len(inside) > _MOST_IN_SIGN or len(text_content(element).strip(SPACE)) > _LONGEST_SIGN:
        return ""
    link = next((each for each in inside if tag(each) == "a"), above if above and tag(above) == "a" else None)
    address = (attribute(link, "href") or "").strip() if link is not None else ""
    return unquote(address[1:]) if address.startswith("#") else ""


def is_raised_link(element: Node) -> bool:
    """Whether an `a` holds nothing but a `sup`: it leads to a note, and marks nothing."""
    inside = children(element)
    return len(inside) == 1 and tag(inside[0]) == "sup"


def _named(element: Node, read: Read) -> dict[str, Node]:
    """The elements of the page by their ids, looked up once."""
    found: dict[str, Node] | None = read.memo.get("ids")
    if found is None:
        root = element
        while (above := parent(root)) is not None:
            root = above
        found = read.memo["ids"] = {}
        for each in elements(root):
            if identity := attribute(each, "id"):
                found.setdefault(identity, each)
    return found


def _place(named: Node | None, element: Node) -> Node | None:
    """The element of a note from the element that has its id: itself, or the item or paragraph around an anchor."""
    place = named
    for _ in range(_MOST_STEPS):
        if place is None or tag(place) in _PLACES:
            break
        place = parent(place)
    if place is None or tag(place) not in _PLACES:
        return None
    inside = list(islice(elements(place), _MOST_IN_NOTE))
    if len(inside) == _MOST_IN_NOTE or element in inside:
        return None
    return place if 0 < len(text_content(place).strip(SPACE)) <= _LONGEST else None


def footnotes(read: Read) -> tuple[Footnote, ...]:
    """The notes that were referred to in what was read, in the order of their first reference."""
    found: list[Footnote] = []
    notes = read.notes or {}
    while len(found) < len(notes):  # a note may refer to another
        for name, place in list(notes.items())[len(found) :]:
            read.elsewhere.update(_ways_back(place))
            found.append(Footnote(read.blocks(children(place)), id=name))
    return tuple(found)


def _ways_back(place: Node) -> Iterator[Node]:
    for each in islice(elements(place), _MOST_IN_NOTE):
        is_local = tag(each) == "a" and (attribute(each, "href") or "").startswith("#")
        if is_local and len(text_content(each).strip(SPACE)) <= _LONGEST_SIGN:
            yield each


def list_of_notes(element: Node, read: Read) -> Any:
    """The part of a page with the notes, by its class: what is left of it when they are taken out."""
    if not read.notes or tag(element) not in ("div", "section", "footer", "aside"):
        return NotImplemented
    body = read.blocks(children(element))
    return () if all(isinstance(each, (Divider, Heading)) for each in body) else body


note_rules: dict[str, InlineRule] = {"sup": reference}

note_classes: dict[str, Rule] = dict.fromkeys((".footnotes", ".endnotes"), list_of_notes)
