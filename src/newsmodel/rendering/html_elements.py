"""HTML elements as values: whatever is not `Markup` is text, and text is escaped where it enters.

Rules build every element here and never put a tag together from strings, so none can forget to escape:

    element("p", {"class": "credit", "title": node.title}, "Photo: ", node.credit)   # all three strings are escaped
    element("a", {"href": url}, element("b", {}, "Read on"))                          # `data-href` if it is unsafe

Source: HTML Standard, section 13.1.2, https://html.spec.whatwg.org/multipage/syntax.html#elements-2.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Final, TypeAlias

from markupsafe import Markup

from newsmodel.html_layout import NO_URL
from newsmodel.urls import is_safe, is_safe_image

Value: TypeAlias = str | int | None
"""The value of an attribute. None and False leave it out, True writes its name alone."""

Attributes: TypeAlias = Mapping[str, Value]
NONE: Final[Attributes] = {}
"""No attributes."""

Pairs: TypeAlias = tuple[tuple[str, str], ...]

_VOID = frozenset({"br", "hr", "img", "source", "track", "wbr", "col"})

# What runs, loads or submits something, changes the page around it, or has content that is not parsed as elements and
# text, so that escaping does not keep it in.
_REFUSED = frozenset(
    {
        *("script", "style", "template", "noscript", "noembed", "noframes", "plaintext", "xmp", "textarea", "title"),
        *("iframe", "frame", "frameset", "object", "embed", "applet", "portal", "base", "meta", "link"),
        *("html", "head", "body", "form", "input", "button", "select", "svg", "math"),
    }
)
_REFUSED_ATTRIBUTES = frozenset({"style", "srcdoc", "action", "formaction", "ping", "background", "is", "http-equiv"})
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*", re.ASCII)


def markup(text: str) -> Markup:
    """*text*, which is HTML already, as `Markup`: what `Markup(text)` does, in half the time."""
    return str.__new__(Markup, text)


def escape(text: str) -> Markup:
    """*text* as the content of an element; `Markup` as it is."""
    if type(text) is Markup:
        return text
    return markup(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))


def join(pieces: Iterable[str], separator: str = "") -> Markup:
    """*pieces* one after another: `Markup` as it is, any other string escaped."""
    return markup(separator.join([piece if type(piece) is Markup else escape(piece) for piece in pieces]))


def element(tag: str, attributes: Attributes, *children: str) -> Markup:
    """An element and its children, of which `Markup` is written as it is and any other string as text.

    Of attributes that hold a URL (`href`, `cite`, `src`, `poster`, `srcset`) an unsafe one is written inert.
    Raises ValueError for an element that is not made of text and elements, or that does more than show them (`script`,
    `style`, `iframe`, `form` …), for an attribute that runs or restyles something (`on…`, `style` …), for a name
    that is none, and for children of a void element.
    """
    start = start_tag(tag, attributes)
    if tag in _VOID:
        if children:
            raise ValueError(f"<{tag}> has no content")
        return start
    inside = escape(children[0]) if len(children) == 1 else join(children)
    return markup(f"{start}{inside}</{tag}>")


def start_tag(tag: str, attributes: Attributes) -> Markup:
    """The start tag of an element alone, for content that is written piece by piece. Raises as `element` does."""
    _admit(tag)
    return markup(f"<{tag}{attribute_list(attributes)}>" if attributes else f"<{tag}>")


def end_tag(tag: str) -> Markup:
    """The end tag."""
    _admit(tag)
    return markup(f"</{tag}>")


def attribute_list(attributes: Attributes) -> Markup:
    """Attributes as a start tag holds them, each with a space before it. Raises as `element` does."""
    pieces: list[str] = []
    for name, value in attributes.items():
        judge = _judge(name)
        if value is None or value is False:
            continue
        if value is True:
            pieces.append(f" {name}")
            continue
        for key, text in judge(name, str(value)):
            quoted = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
            pieces.append(f' {key}="{quoted}"')
    return markup("".join(pieces))


@cache
def _admit(tag: str) -> None:
    if tag in _REFUSED or not _NAME.fullmatch(tag):
        raise ValueError(f"<{tag}> is not built from text and elements; write it as Markup if it is safe where it is")


@cache
def _judge(name: str) -> Callable[[str, str], Pairs]:
    """What decides how an attribute of this name is written."""
    if name in _REFUSED_ATTRIBUTES or name.startswith("on") or not _NAME.fullmatch(name):
        raise ValueError(f"the attribute {name!r} is not written; a class and a style sheet can do most of it")
    return _JUDGES.get(name, _plain)


def _plain(name: str, value: str) -> Pairs:
    return ((name, value),)


def _link(name: str, url: str) -> Pairs:
    return ((name if is_safe(url) else f"data-{name}", url),)


def _source(name: str, url: str) -> Pairs:
    if url and is_safe_image(url):
        return ((name, url),)
    inert = (name, NO_URL)
    return (inert, (f"data-{name}", url)) if url and url != NO_URL else (inert,)


def _picture(name: str, url: str) -> Pairs:
    return ((name, url),) if url and is_safe_image(url) else ()


def _candidates(name: str, listed: str) -> Pairs:
    urls = [candidate.split()[0] for candidate in listed.split(",") if candidate.strip()]
    return ((name, listed),) if urls and all(map(is_safe_image, urls)) else ()


_JUDGES: Final[Mapping[str, Callable[[str, str], Pairs]]] = {
    "href": _link,
    "cite": _link,
    "src": _source,
    "poster": _picture,
    "srcset": _candidates,
}
