"""Footnotes in anyone's HTML: raised links to a place on the page, and what stands there.

Known by what they do, not by a name: `<sup><a href="#fn1">1</a></sup>` whose place is an item or a paragraph, as
WordPress, Wikipedia, Markdown and Pandoc write them, and `<a href="#fn1">1</a>` whose place leads back, as Substack and
Word do. Notes are gathered only where the caller has a place for them:

    read = Read(reader, report, notes={})
    body = read.blocks(nodes)
    article = Article(body=body, notes=footnotes(read))
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, takewhile
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
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_MOST_HEADINGS: Final = 40  # of a page, that are looked at for what stands under them
_SIGN: Final = re.compile(r"[\[(]?(?:\d{1,3}|[a-z]|[ivx]{1,4}|\*{1,3}|[†‡§]{1,2})[\])]?", re.IGNORECASE)


def reference(element: Node, read: Read) -> Any:
    """`sup` with a link to a note in it or around it; any other, and one with several, is superscript."""
    if read.notes is None:
        return NotImplemented
    above = parent(element)
    inside = list(islice(elements(element), _MOST_IN_SIGN + 1))
    if len(inside) > _MOST_IN_SIGN or len(text_content(element).strip(SPACE)) > _LONGEST_SIGN:
        return NotImplemented
    links = [each for each in inside if tag(each) == "a"] or [each for each in (above,) if each and tag(each) == "a"]
    name = fragment(links[0], read) if len(links) == 1 else ""
    return _reference(name, read.notes.get(name) or _place(_named(element, read).get(name), element), read)


def noted(element: Node, read: Read) -> Any:
    """`a` that is a sign and leads to a note: one that leads back, begins with the sign, or is called one."""
    if read.notes is None or "#" not in (attribute(element, "href") or ""):
        return NotImplemented
    sign = text_content(element).strip(SPACE)
    if not _SIGN.fullmatch(sign) or not (name := fragment(element, read)):
        return NotImplemented
    place = read.notes.get(name) or _place(_named(element, read).get(name), element)
    if place is None or not (_is_raised(element) or _answers(place, element, sign, read)):
        return NotImplemented
    return _reference(name, place, read)


def _reference(name: str, place: Node | None, read: Read) -> Any:
    if not name or place is None or read.notes is None:
        return NotImplemented
    read.notes[name] = place
    read.elsewhere.add(place)
    return FootnoteReference(note=name)


def fragment(link: Node, read: Read) -> str:
    """The place on the page that a link leads to; "" if it leads elsewhere."""
    address, _, name = (attribute(link, "href") or "").strip().partition("#")
    if address and (read.base is None or _page(read.link(address)) != _page(read.base)):
        return ""
    return unquote(name)


def _page(url: str) -> str:
    return url.partition("#")[0].partition("://")[2].rstrip("/")


def _is_raised(element: Node) -> bool:
    above = parent(element)
    return above is not None and tag(above) == "sup"


def _answers(place: Node, element: Node, sign: str, read: Read) -> bool:
    """Whether what a sign leads to is its note."""
    if "footnote" in (attribute(element, "class") or "") or attribute(element, "role") == "doc-noteref":
        return True
    if not sign.isalnum() and text_content(place).strip(SPACE).startswith(sign):
        return True
    own = {name for each in ("id", "name") if (name := attribute(element, each))}
    back = (fragment(each, read) for each in islice(elements(place), _MOST_IN_NOTE) if tag(each) == "a")
    return any(name in own for name in back)


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
            identity = attribute(each, "id") or (attribute(each, "name") if tag(each) == "a" else None)
            if identity:
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
            read.elsewhere.update(_ways_back(place, read))
            found.append(Footnote(read.blocks(children(place)), id=name))
    return tuple(found)


def _ways_back(place: Node, read: Read) -> Iterator[Node]:
    for each in islice(elements(place), _MOST_IN_NOTE):
        is_local = tag(each) == "a" and fragment(each, read)
        if is_local and len(text_content(each).strip(SPACE)) <= _LONGEST_SIGN:
            yield each


def heads_notes(heading: Node, read: Read) -> bool:
    """Whether a heading stands above nothing but notes that were referred to."""
    looks = read.memo["headings"] = read.memo.get("headings", 0) + 1
    if not read.notes or looks > _MOST_HEADINGS:
        return False
    beside: list[Node] = [heading]
    for _ in range(_MOST_STEPS):
        above = parent(heading)
        beside = [each for each in children(above) if tag(each) and tag(each) != "hr"] if above is not None else []
        if beside[-1:] != [heading]:
            break
        heading = above or heading
    after = list(takewhile(lambda each: tag(each) not in _HEADINGS, beside[beside.index(heading) + 1 :]))
    held = [each for node in after for each in ([node] if node in read.elsewhere else children(node)) if tag(each)]
    return bool(held) and all(each in read.elsewhere for each in held)


def list_of_notes(element: Node, read: Read) -> Any:
    """The part of a page with the notes, by its class: what is left of it when they are taken out."""
    if not read.notes or tag(element) not in ("div", "section", "footer", "aside"):
        return NotImplemented
    body = read.blocks(children(element))
    return () if all(isinstance(each, (Divider, Heading)) for each in body) else body


note_rules: dict[str, InlineRule] = {"sup": reference, "a": noted}

note_classes: dict[str, Rule] = dict.fromkeys((".footnotes", ".endnotes"), list_of_notes)
