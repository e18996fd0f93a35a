"""What an engine of Markdown may make of our Markdown: a closed list of elements, attributes and schemes."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from newsmodel.urls import SAFE_SCHEMES, is_safe, is_safe_image

_NAMES = (
    "html head body p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre hr br a img table thead tbody tr th td"
    " em strong del s code u ins sub sup mark q kbd small input section div span"
)
_ELEMENTS = frozenset(_NAMES.split())
_ATTRIBUTES = {
    "a": {"href", "title", "id", "class", "rel", "role"},
    "code": {"class"},
    "div": {"class", "id"},  # of the footnotes
    "img": {"src", "alt", "title", "height", "width", "align"},  # of emoji
    "input": {"type", "checked", "disabled", "class", "style"},
    "li": {"id", "class", "style"},
    "ol": {"start", "class"},
    "section": {"class"},
    "span": {"class"},  # of highlighted code
    "sup": {"id", "class"},
    "td": {"style", "align", "class"},
    "th": {"style", "align", "class", "id"},
    "ul": {"class"},
    **{f"h{level}": {"id"} for level in range(1, 7)},
}
_SCHEMES = SAFE_SCHEMES | {"ftp"}  # GitHub's rule makes links of bare addresses, of these too
# Alignments, and where engines put the boxes of tasks.
_STYLE = re.compile(
    r"text-align: ?(?:left|center|right);?|list-style-type: ?none;?"
    r"|margin:[ 0-9.empx-]+;(?: ?vertical-align: ?middle;?)?"
)


def foreign(page: str) -> list[str]:
    """What of *page* stands in no list, such as "<script>", "img onerror", "a href javascript:"."""
    return [each for node in LexborHTMLParser(page).css("*") for each in _of(node)]


def _of(node: LexborNode) -> Iterator[str]:
    if node.tag not in _ELEMENTS:
        yield f"<{node.tag}>"
    for name, value in node.attributes.items():
        words = value or ""
        if name not in _ATTRIBUTES.get(node.tag, ()):
            yield f"{node.tag} {name}"
        elif name == "style" and not _STYLE.fullmatch(words):
            yield f"{node.tag} style {words}"
        elif (name == "href" and not is_safe(words, schemes=_SCHEMES)) or (name == "src" and not is_safe_image(words)):
            yield f"{node.tag} {name} {words}"


def words(page: str) -> list[str]:
    """The words that *page* shows."""
    body = LexborHTMLParser(page).body
    return re.findall(r"\w+", body.text()) if body else []
