"""HTML elements as values: whatever is not `Markup` is text, and text is escaped where it enters.

Rules build every element here and never put a tag together from strings, so none can forget to escape:

    element("p", {"class": "credit", "title": node.title}, "Photo: ", node.credit)   # all three strings are escaped
    element("a", {"href": url}, element("b", {}, "Read on"))                          # `data-href` if it is unsafe

Source: HTML Standard, section 13.1.2, https://html.spec.whatwg.org/multipage/syntax.html#elements-2.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
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
Judge: TypeAlias = Callable[[str, str], Pairs]

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
    return _new(Markup, text)


def escape(text: str) -> Markup:
    """*text* as the content of an element; `Markup` as it is."""
    return text if type(text) is Markup else _new(Markup, _escaped(text))


def join(pieces: Iterable[str], separator: str = "") -> Markup:
    """*pieces* one after another: `Markup` as it is, any other string escaped."""
    return _new(Markup, separator.join([each if type(each) is Markup else _escaped(each) for each in pieces]))


def element(tag: str, attributes: Attributes, *children: str) -> Markup:
    """An element and its children, of which `Markup` is written as it is and any other string as text.

    Of attributes that hold a URL (`href`, `cite`, `src`, `poster`, `srcset`) an unsafe one is written inert.
    Raises ValueError for an element that is not made of text and elements, or that does more than show them (`script`,
    `style`, `iframe`, `form` …), for an attribute that runs or restyles something (`on…`, `style` …), for a name
    that is none, and for children of a void element.
    """
    end = _END_OF[tag]
    start = f"<{tag}{_written(attributes)}>" if attributes else f"<{tag}>"
    if len(children) == 1 and end:
        return _new(Markup, "".join((start, _content(children[0]), end)))
    if children and not end:
        raise ValueError(f"<{tag}> has no content")
    return _new(Markup, "".join([start, *map(_content, children), end]))


def element_of_lines(tag: str, attributes: Attributes, children: Iterable[str]) -> Markup:
    """An element with each of its *children* on a line of its own. Raises as `element` does."""
    if not _END_OF[tag]:
        raise ValueError(f"<{tag}> has no content")
    return _new(Markup, "\n".join([start_tag(tag, attributes), *map(_content, children), end_tag(tag)]))


def pattern(source: str) -> Callable[..., Markup]:
    """Elements written out once, with places for what differs: `pattern('<p class="{}">{}</p>')("lead", words)`.

    What becomes of a value depends on its place: between quotes it is the value of that attribute, right inside a tag a
    mapping of attributes, elsewhere a child. This is `element` for rules that run for every comment or paragraph of a
    page: like a named tuple it is compiled, into one call that joins strings.
    Raises ValueError as `element` does, and for a place in an attribute that holds a URL, unless behind a "#".
    """
    for tag, attributes in _TAG.findall(source):
        _ = _END_OF[tag], [_JUDGE_OF[name] for name in _ATTRIBUTE.findall(attributes)]
        if _ATTRIBUTE.sub("", attributes).replace("{}", "").strip():
            raise ValueError(f'the attributes of <{tag}> are not written as name="value"')
    literals = source.split("{}")
    names = [f"value{number}" for number in range(1, len(literals))]
    pieces = [repr(literals[0])]
    for number, name in enumerate(names, 1):
        pieces += [_place("{}".join(literals[:number])).replace("value", name), repr(literals[number])]
    code = f"lambda {', '.join(names)}: _new(Markup, ''.join(({', '.join(pieces)},)))"
    compiled: Callable[..., Markup] = eval(code, globals())
    return compiled


_TAG = re.compile(r"<([A-Za-z][^\s<>{]*+)([^<>]*+)>")
_ATTRIBUTE = re.compile(r"\s([^\s=\"{}]++)=\"[^\"]*+\"")
_OPEN_ATTRIBUTE = re.compile(r"\s([^\s=\"]++)=\"([^\"]*)$")


def _place(before: str) -> str:
    """How a value is written after *before*, in Python."""
    if before.rfind("<") <= before.rfind(">"):
        return "value if type(value) is Markup or not value else _escaped(value)"
    named = _OPEN_ATTRIBUTE.search(before)
    if named is None:
        return "_written(value) if value else ''"
    if _JUDGE_OF[named[1]] is not None and not named[2].startswith("#"):
        raise ValueError(f"the URL in {named[1]!r} must be judged: give it in a mapping of attributes")
    return "_quoted(value)"


def start_tag(tag: str, attributes: Attributes) -> Markup:
    """The start tag of an element alone, for content that is written piece by piece. Raises as `element` does."""
    bare = _START_OF[tag]
    return _new(Markup, f"<{tag}{_written(attributes)}>") if attributes else bare


def end_tag(tag: str) -> Markup:
    """The end tag, "" of a void element."""
    return _END_OF[tag]


def attribute_list(attributes: Attributes) -> Markup:
    """Attributes as a start tag holds them, each with a space before it. Raises as `element` does."""
    return _new(Markup, _written(attributes))


_new = str.__new__


def _content(child: str) -> str:
    return child if type(child) is Markup else _escaped(child)


def _escaped(text: str) -> str:
    # Most text holds nothing to escape, and looking costs a fraction of replacing.
    if "&" in text or "<" in text or ">" in text:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text


def _quoted(value: str) -> str:
    if '"' in value or "&" in value or "<" in value or ">" in value:
        return _escaped(str(value)).replace('"', "&quot;")  # Markup, too, is only text here
    return value


def _written(attributes: Attributes) -> str:
    written = ""
    for name, value in attributes.items():
        if type(value) is str and _JUDGE_OF[name] is None:
            written += f' {name}="{_quoted(value)}"'
        elif type(value) is int and _JUDGE_OF[name] is None:
            written += f' {name}="{value}"'
        elif value is not None:
            written += _judged(name, value)
    return written


def _judged(name: str, value: Value) -> str:
    judge = _JUDGE_OF[name]
    if value is None or value is False:
        return ""
    if value is True:
        return f" {name}"
    pairs = ((name, str(value)),) if judge is None else judge(name, str(value))
    return "".join([f' {key}="{_quoted(text)}"' for key, text in pairs])


class _Ends(dict[str, Markup]):
    """The end tag of every element that may be built, "" for a void one."""

    def __missing__(self, tag: str) -> Markup:
        if tag in _REFUSED or not _NAME.fullmatch(tag):
            raise ValueError(f"<{tag}> is not built from text and elements; write it as Markup if it is safe there")
        end = self[tag] = _new(Markup, "" if tag in _VOID else f"</{tag}>")
        return end


class _Starts(dict[str, Markup]):
    """The start tag of every element that may be built, without attributes."""

    def __missing__(self, tag: str) -> Markup:
        _ = _END_OF[tag]
        start = self[tag] = _new(Markup, f"<{tag}>")
        return start


class _Judges(dict[str, Judge | None]):
    """What decides how an attribute is written; None for one that holds any text."""

    def __missing__(self, name: str) -> Judge | None:
        if name in _REFUSED_ATTRIBUTES or name.startswith("on") or not _NAME.fullmatch(name):
            raise ValueError(f"the attribute {name!r} is not written; a class and a style sheet can do most of it")
        judge = self[name] = None
        return judge


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


LINE: Final[Markup] = markup("\n")

_END_OF = _Ends()
_START_OF = _Starts()
_JUDGE_OF = _Judges(href=_link, cite=_link, src=_source, poster=_picture, srcset=_candidates)
