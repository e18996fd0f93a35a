"""Which elements of a page are ours: by what the page says of itself and where they stand, never by a class alone.

The class of our elements and their `data-newsmodel` attribute can be written by anybody: in a comment, in a post that
a page embeds, in the string of another format. They count only where the whole page says that it is ours, on the
outermost element of ours; everywhere else they are read as anyone's markup, and the report has `own-markup-untrusted`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from newsmodel.html_layout import DATA
from newsmodel.markup import engine
from newsmodel.markup.engine import Node, attribute, children, tag
from newsmodel.report import Report

MARK: Final = "newsmodel"
"""The class of the element of an article or a feed of ours; and what the page's generator is called."""

UNTRUSTED: Final = "own-markup-untrusted"

_OURS: Final = f"[{DATA}], article.{MARK}, section.{MARK}"
_AROUND: Final = frozenset({"main", "div", "section"})  # what a theme may put around an article
_COMMENT: Final = re.compile(r"comment|repl(?:y|ies)|respon|discuss|disqus", re.IGNORECASE)


def is_own(element: Node) -> bool:
    """Whether an element says, by its tag and its class, that our writer made it of an article or a feed."""
    return tag(element) in ("article", "section") and MARK in (attribute(element, "class") or "").split()


def find_own(document: Node, own: bool | None = None) -> Node | None:
    """The element of *document* that is to be read as the article or feed that our writer wrote; None if there is none.

    own: None asks the page. It is ours if its head names newsmodel as the generator, and the element is the outermost:
    in `main`, if there is one, with nothing but `div` and `section` around it, none of them named as of comments.
    A piece of HTML without doctype, html, head and body is ours if the element is all that it holds.
    True takes the caller's word: the outermost element, whatever stands around it. False trusts none.
    """
    body = _child(_child(document, "html"), "body")
    if own is False or body is None:
        return None
    if own:
        return _outermost(body, lambda _element: True)
    if _is_generated(document):
        return _outermost(_child(body, "main") or body, _may_stand_around)
    inside = [each for each in children(body) if tag(each) or (engine.text(each) or "").strip()]
    return inside[0] if _is_fragment(document) and len(inside) == 1 and is_own(inside[0]) else None


def beside(element: Node) -> Iterator[Node]:
    """What stands around an element: what the elements that hold it hold besides."""
    inner, outer = element, engine.parent(element)
    while outer is not None:
        yield from (each for each in children(outer) if tag(each) and each is not inner)
        inner, outer = outer, engine.parent(outer)


def notice_untrusted(roots: Iterable[Node], report: Report) -> None:
    """Records, once, that markup of ours stands in *roots*, or is one of them, where it is not trusted."""
    found = [each for root in roots for each in (*([root] if _is_marked(root) else []), *engine.select(root, _OURS))]
    if found:
        place = engine.position(found[0])
        count = "an element is" if len(found) == 1 else f"{len(found)} elements are"
        message = f"{count} marked as written by newsmodel where anybody could write that, and read as anyone's"
        report.notice(UNTRUSTED, message, source=f"line {place[0]}" if place else None)


def parse_strangers(markup: str, report: Report) -> Node:
    """A piece of HTML that stands in another file or attribute; there nothing is ours, whatever it says."""
    root = engine.parse_fragment(markup, report=report)
    if MARK in markup:
        notice_untrusted([root], report)
    return root


def _is_marked(node: Node) -> bool:
    return attribute(node, DATA) is not None or is_own(node)


def _outermost(body: Node, may_stand_around: Callable[[Node], bool]) -> Node | None:
    """The first element of ours on the highest level on which there is one; linear, level by level."""
    level: list[Node] = [body]
    while level:
        inside = [child for node in level for child in children(node) if tag(child)]
        found = next(filter(is_own, inside), None)
        if found is not None:
            return found
        level = list(filter(may_stand_around, inside))
    return None


def _may_stand_around(element: Node) -> bool:
    named = f"{attribute(element, 'class') or ''} {attribute(element, 'id') or ''}"
    return tag(element) in _AROUND and not _COMMENT.search(named)


def _is_generated(document: Node) -> bool:
    head = _child(_child(document, "html"), "head")
    return head is not None and any(_names_us(each) for each in children(head) if tag(each) == "meta")


def _names_us(meta: Node) -> bool:
    words = (attribute(meta, "content") or "").lower().split()
    return (attribute(meta, "name") or "").strip().lower() == "generator" and words[:1] == [MARK]


def _is_fragment(document: Node) -> bool:
    """Whether the source has neither doctype nor html, head and body, nor what stands in a head: all are supplied."""
    html = _child(document, "html")
    head = _child(html, "head")
    supplied = [each for each in (html, head, _child(html, "body")) if each is not None]
    is_bare = head is None or not children(head)
    return is_bare and not engine.has_doctype(document) and not any(map(engine.position, supplied))


def _child(node: Node | None, name: str) -> Node | None:
    return next((each for each in children(node) if tag(each) == name), None) if node is not None else None
