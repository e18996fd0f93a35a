"""Quotes in anyone's HTML, with those who are quoted, and pull quotes."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any, Final

from newsmodel.markup import engine
from newsmodel.markup.engine import Node, attribute, children, elements, tag
from newsmodel.markup.reading import Read, Rule
from newsmodel.model import LineBreak, Paragraph, PullQuote, Quote, Span, Text
from newsmodel.whitespace import SPACE

_ATTRIBUTION: Final = frozenset({"footer", "cite"})
_SAYS_WHO: Final = frozenset({"footer", "cite", "figcaption"})
_WRAPPERS: Final = frozenset({"aside", "blockquote", "div", "figure", "p", "section", "q"})
_PARTS: Final = _WRAPPERS | _SAYS_WHO | {"span", "b", "strong", "i", "em", "br", "hr", "a", "u", "svg", "path", "small"}
_LONGEST_PULL_QUOTE: Final = 800
_MOST_LOOKS: Final = 60


def significant(element: Node) -> list[Node]:
    """The elements and the texts that are more than white space, right inside."""
    return [each for each in children(element) if tag(each) or (engine.text(each) or "").strip(SPACE)]


def quote(element: Node, read: Read) -> Any:
    """`blockquote`, its `footer` or last `cite` as the attribution."""
    inside = significant(element)
    last = inside[-1] if len(inside) > 1 else None
    attribution = None
    if last is not None and tag(last) in _ATTRIBUTION:
        attribution = read.text(last) or None
        inside.pop()
    body = read.deeper(inside)
    url = attribute(element, "cite")
    return Quote(body, attribution=attribution, source_url=read.link(url) if url else None) if body else ()


def pull_quote(element: Node, read: Read) -> Any:
    """A pull quote by its class: a passage of words alone, its `cite`, `footer` or `figcaption` the attribution."""
    if tag(element) not in _WRAPPERS:
        return NotImplemented
    inside = list(islice(elements(element), _MOST_LOOKS))
    if len(inside) == _MOST_LOOKS or any(tag(each) not in _PARTS for each in inside):
        return NotImplemented
    if len(engine.text_content(element)) > _LONGEST_PULL_QUOTE:
        return NotImplemented
    said = [each for each in inside if tag(each) in _SAYS_WHO]
    outermost = [each for each in said if engine.parent(each) not in said]
    who = [text for each in outermost if (text := read.text(each))]
    read.elsewhere.update(outermost)
    words = without_end_breaks(read.text(element))
    if not words:
        return tuple(Paragraph(text) for text in who)
    return PullQuote(words, attribution=in_one(who) if who else None)


def in_one(texts: Iterable[Text]) -> Text:
    """Texts one after the other, a space between them, without the line breaks at their ends."""
    spans = [each for text in texts for each in (Span(" "), *without_end_breaks(text).spans)]
    return Text(spans[1:])


def without_end_breaks(text: Text) -> Text:
    """*text* without line breaks at its ends, which editors leave there."""
    spans = text.spans
    if not spans or not (isinstance(spans[0], LineBreak) or isinstance(spans[-1], LineBreak)):
        return text
    kept = [at for at, each in enumerate(spans) if not isinstance(each, LineBreak)]
    return Text(spans[kept[0] : kept[-1] + 1] if kept else ())


quote_rules: dict[str, Rule] = {"blockquote": quote}

quote_classes: dict[str, Rule] = dict.fromkeys((".pull-quote", ".pulled-quote", ".wp-block-pullquote"), pull_quote)
