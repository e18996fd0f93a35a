"""What marks words in anyone's HTML: elements, and the styles by which word processors and editors paste them."""

from __future__ import annotations

import re
from typing import Any, Final, cast, get_args

from newsmodel.markup.engine import Node, attribute, parent, tag
from newsmodel.markup.html_notes import fragment, is_raised_link
from newsmodel.markup.reading import MarkRule, Read
from newsmodel.model import LanguageRun, Link, Mark, Style
from newsmodel.model.text import Direction, StyleName

_DIRECTIONS: Final = frozenset(get_args(Direction))


def direction(element: Node) -> Direction | None:
    """The `dir` of an element, if it is one."""
    value = (attribute(element, "dir") or "").lower()
    return value if value in _DIRECTIONS else None  # type: ignore[return-value]


def style(name: StyleName) -> MarkRule:
    """A rule for a tag that is a simple mark."""
    mark = Style(name)
    return lambda _element, _read: mark


def style_unless(name: StyleName, plain: str) -> MarkRule:
    """A rule for a tag that is a simple mark, unless its own `style` takes that back, as editors paste it."""
    mark = Style(name)
    is_plain = re.compile(plain, re.IGNORECASE)
    return lambda element, _read: None if is_plain.search(attribute(element, "style") or "") else mark


def link(element: Node, read: Read) -> Mark | None:
    """`a` with an `href`, unless it leads to a footnote."""
    url = (attribute(element, "href") or "").strip()
    if not url or ("#" in url and read.notes is not None and is_raised_link(element) and fragment(element, read)):
        return None
    return Link(
        read.link(url),
        title=attribute(element, "title") or None,
        rel=attribute(element, "rel") or None,
        target=attribute(element, "target") or None,
    )


def run(element: Node, _read: Read) -> Any:
    """`span`, `bdi` and `bdo` in another language or direction, or marked by `style`, as word processors paste it."""
    language, way = attribute(element, "lang"), direction(element)
    marks: tuple[Mark, ...] = (LanguageRun(language or None, direction=way),) if language or way else ()
    if (looks := attribute(element, "style")) and _ANY_LOOK.search(looks):
        is_link = (above := parent(element)) is not None and tag(above) == "a"
        marks += tuple(mark for look, mark in _LOOKS if look.search(looks) and not (is_link and mark == _UNDERLINE))
    return marks or None


_ANY_LOOK: Final = re.compile(r"font-weight|font-style|text-decoration|vertical-align|font-variant", re.IGNORECASE)
_UNDERLINE: Final = Style("underline")
_LOOKS: Final = tuple(
    (re.compile(rf"(?:^|[;\s]){look}", re.IGNORECASE), Style(name))
    for look, name in cast(
        "tuple[tuple[str, StyleName], ...]",
        (
            (r"font-weight\s*:\s*(?:bold|[6-9]00)", "strong"),
            (r"font-style\s*:\s*italic", "emphasis"),
            (r"text-decoration(?:-line)?\s*:[^;]*underline", "underline"),
            (r"text-decoration(?:-line)?\s*:[^;]*line-through", "strikethrough"),
            (r"vertical-align\s*:\s*super", "superscript"),
            (r"vertical-align\s*:\s*sub\b", "subscript"),
            (r"font-variant(?:-caps)?\s*:\s*small-caps", "small-caps"),
        ),
    )
)


MARKS: dict[str, MarkRule] = {
    **dict.fromkeys(("b", "strong"), style_unless("strong", r"font-weight\s*:\s*(?:normal|[1-4]00)")),
    **dict.fromkeys(("i", "em"), style_unless("emphasis", r"font-style\s*:\s*normal")),
    **{name: style("emphasis") for name in ("cite", "dfn", "var")},
    **{name: style("strikethrough") for name in ("s", "strike")},
    **{name: style("code") for name in ("code", "tt", "samp")},
    "u": style("underline"),
    "sub": style("subscript"),
    "sup": style("superscript"),
    "mark": style("highlight"),
    "q": style("quotation"),
    "ins": style("insertion"),
    "del": style("deletion"),
    "kbd": style("keyboard"),
    "a": link,
    **dict.fromkeys(("span", "bdi", "bdo"), run),
}
