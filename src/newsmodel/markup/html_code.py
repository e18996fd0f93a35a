"""Code in anyone's HTML: its lines, without what highlighters add, and its language."""

from __future__ import annotations

import re
from typing import Any, Final

from newsmodel.markup.engine import ENTER, LEAVE, TEXT, UNREAD, Node, attribute, attributes, children, parent, tag, walk
from newsmodel.markup.reading import Read
from newsmodel.model import Code


def preformatted(element: Node, read: Read) -> Any:
    """`pre`: code, its language as highlighters write it, without the numbers of its lines."""
    words = read.words(lines_of(element), element)
    return Code(words, programming_language=_language(element)) if words.strip() else ()


_LANGUAGE: Final = re.compile(
    r"(?:^|\s)(?:language|lang|highlight-source|src)-([\w+#-]+)|\bbrush:\s*(\w+)|(?:^|\s)highlight-(\w+)\s+notranslate"
)
_BESIDE: Final = re.compile(r"(?:^|\s)(?:hljs|sourceCode|prettyprint)\s+([\w+#]+)|(?:^|\s)([\w+#]+)\s+hljs")
_LANGUAGE_NAMES: Final = ("data-lang", "data-language", "data-enlighter-language", "data-programming-language")
_NO_CODE: Final = re.compile(r"line-?num|lineno|gutter|line-no|copy-|-copy|clipboard|toolbar|test-arrow", re.IGNORECASE)


def _language(element: Node) -> str | None:
    """The programming language of a `pre`, said by itself, by the `code` in it, or by the two elements around it."""
    inner = next((child for child in children(element) if tag(child) == "code"), None)
    above = parent(element)
    around = (inner, element, above, parent(above) if above is not None else None)
    for node in (each for each in around if each is not None):
        written = attributes(node)
        classes = written.get("class", "")
        if found := _LANGUAGE.search(classes) or _BESIDE.search(classes):
            return str(next(filter(None, found.groups())))
        if said := next((written[name] for name in _LANGUAGE_NAMES if written.get(name)), None):
            return said
    return None


def lines_of(element: Node) -> str:
    """The text of code; a `br` ends a line of it."""
    pieces: list[str] = []
    numbers: list[Node] = []
    for event, value, node in walk(element, UNREAD):
        if numbers:
            if event is LEAVE and node == numbers[-1]:
                numbers.pop()
        elif event is TEXT:
            pieces.append(value)
        elif event is ENTER and value == "br":
            pieces.append("\n")
        elif event is ENTER and (value == "button" or _NO_CODE.search(attribute(node, "class") or "")):
            numbers.append(node)
    return "".join(pieces)
