"""Quotes in anyone's HTML, with those who are quoted, and pull quotes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from typing import Any, Final

import attrs

from newsmodel.markup import engine
from newsmodel.markup.engine import Node, attribute, children, elements, tag
from newsmodel.markup.reading import Read, Rule
from newsmodel.model import Block, LineBreak, Paragraph, PullQuote, Quote, Span, Text
from newsmodel.model.anchors.pieces import cut
from newsmodel.whitespace import SPACE

_ATTRIBUTION: Final = frozenset({"footer", "cite"})
_SAYS_WHO: Final = frozenset({"footer", "cite", "figcaption"})
_NAMED_SO: Final = re.compile(
    r"[Aa]ttribution|[Aa]uthor|[Cc]itation|[Ss]peaker"
    r"|(?<![A-Za-z])(?:cite|source|name|role)(?![a-z])|(?:Cite|Source|Name|Role)(?![a-z])"
)
_WRAPPERS: Final = frozenset({"aside", "blockquote", "div", "figure", "p", "section", "q"})
_PARTS: Final = _WRAPPERS | _SAYS_WHO | {"span", "b", "strong", "i", "em", "br", "hr", "a", "u", "svg", "path", "small"}
_DASHES: Final = "\u2014\u2013\u2015-"
_ENDS: Final = (".", "!", "?", "…", ":", "。", "！", "？")
_LONGEST_ATTRIBUTION: Final = 200
_LONGEST_AFTER_DASH: Final = 80
_LONGEST_PULL_QUOTE: Final = 800
_MOST_LOOKS: Final = 60


def significant(element: Node) -> list[Node]:
    """The elements and the texts that are more than white space, right inside."""
    return [each for each in children(element) if tag(each) or (engine.text(each) or "").strip(SPACE)]


def quote(element: Node, read: Read) -> Any:
    """`blockquote`, with its attribution if it has one.

    That is what stands at its end as `footer` or `cite`, is called an author or a source by its class, or begins with
    a dash.
    """
    inside = significant(element)
    said: list[Text] = []
    while len(inside) > 1 and _says_who(inside[-1]):
        said.insert(0, _said_by(inside.pop(), read))
    attribution = attribution_of(said)
    body = read.deeper(inside)
    if attribution is None:
        body, attribution = _after_dash(body)
    url = attribute(element, "cite")
    return Quote(body, attribution=attribution, source_url=read.link(url) if url else None) if body else ()


def _says_who(node: Node) -> bool:
    """Whether the last part of a quote is its attribution."""
    name = tag(node)
    if name in _ATTRIBUTION:
        return True
    if name == "p":
        inside = significant(node)
        if len(inside) == 1 and tag(inside[0]) == "cite":
            return True
    return name is not None and _is_named_so(node)


def _said_by(node: Node, read: Read) -> Text:
    """The words of an attribution; those of the only `cite` in it, which is emphasised for what it is."""
    inside = significant(node)
    return read.text(inside[0] if len(inside) == 1 and tag(inside[0]) == "cite" else node)


def _is_named_so(node: Node) -> bool:
    called = attribute(node, "class")
    return bool(called and _NAMED_SO.search(called) and len(engine.text_content(node)) <= _LONGEST_ATTRIBUTION)


def attribution_of(texts: Iterable[Text]) -> Text | None:
    """Texts as one attribution, without the dash before it, which every renderer sets; None if there is no word."""
    joined = in_one([text for text in texts if text])
    spans = joined.spans
    if spans and isinstance(spans[0], Span) and spans[0].text.lstrip()[:1] in _DASHES:
        first = attrs.evolve(spans[0], text=spans[0].text.lstrip(f"{_DASHES}{SPACE}\xa0"))
        joined = Text([first, *spans[1:]] if first.text else spans[1:])
    return joined or None


def _after_dash(body: tuple[Block, ...]) -> tuple[tuple[Block, ...], Text | None]:
    """The body of a quote and its attribution, if its last line is one: brief, after a dash, and alone in that.

    After a closing quotation mark a line of its own, and a dash in the line, do as well.
    """
    last = body[-1] if body else None
    if not isinstance(last, Paragraph):
        return body, None
    words = str(last.text)
    at = _start_of_attribution(words, [str(each.text) for each in body[:-1] if isinstance(each, Paragraph)])
    if at is None:
        return body, None
    said, line = cut(last.text, [at])
    said = without_end_breaks(said)
    return (*body[:-1], *((attrs.evolve(last, text=said),) if said else ())), attribution_of([without_end_breaks(line)])


def _start_of_attribution(words: str, before: list[str]) -> int | None:
    """Where the attribution in the last paragraph of a quote begins; None if there is none."""
    if found := _AFTER_QUOTE.search(words):
        return None if words.endswith(_ENDS) and found[1] == "\n" else found.start(1)
    start = words.rfind("\n") + 1
    line = words[start:]
    is_one = line[:1] in _DASHES and 1 < len(line) <= _LONGEST_AFTER_DASH and not line.endswith(_ENDS)
    is_alone = not any(each[:1] in _DASHES for each in before if each)
    return start if line and is_one and is_alone and (start or before) else None


_AFTER_QUOTE: Final = re.compile(r"(?<=[”\"“»’])(\n|\s*[—–―]\s*|\s+--?\s+)(?=[^\s”\"“»][^\n”\"“»]{1,98}$)")


def pull_quote(element: Node, read: Read) -> Any:
    """A pull quote by its class: a passage of words alone, with what says whose they are as the attribution."""
    if tag(element) not in _WRAPPERS:
        return NotImplemented
    inside = list(islice(elements(element), _MOST_LOOKS))
    if len(inside) == _MOST_LOOKS or any(tag(each) not in _PARTS for each in inside):
        return NotImplemented
    if len(engine.text_content(element)) > _LONGEST_PULL_QUOTE:
        return NotImplemented
    said = [each for each in inside if tag(each) in _SAYS_WHO or _is_named_so(each)]
    outermost = [each for each in said if engine.parent(each) not in said]
    who = attribution_of([_said_by(each, read) for each in outermost])
    read.elsewhere.update(outermost)
    words = without_end_breaks(read.text(element))
    if not words:
        return Paragraph(who) if who else ()
    return PullQuote(words, attribution=who)


def is_quoted(inside: list[Node]) -> bool:
    """Whether the parts of an `aside` are one quote: a `q` or `blockquote`, or words that end in a `cite`."""
    words = [each for each in inside if tag(each) not in _SAYS_WHO]
    if [tag(each) for each in words] in (["q"], ["blockquote"]):
        return True
    return len(words) < len(inside) and tag(inside[-1]) == "cite" and all(tag(each) in _IN_LINE for each in words)


_IN_LINE: Final = frozenset({None, "b", "strong", "i", "em", "span", "br", "a", "q"})


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
