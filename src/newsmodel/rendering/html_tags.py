"""What the tags of our nodes say: ids, language, and the one attribute for what has no visible place."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from operator import attrgetter
from typing import Any, NamedTuple
from urllib.parse import quote

from markupsafe import Markup

from newsmodel.codec import field_data
from newsmodel.html_layout import DATA, NO_URL, visible
from newsmodel.html_policy import element_id, in_page
from newsmodel.html_shown import moment
from newsmodel.model import Heading, Text
from newsmodel.model.base import Node
from newsmodel.model.check import Field, shape
from newsmodel.rendering.html_elements import NONE, Attributes, Value, element, markup, pattern
from newsmodel.rendering.renderer import Out
from newsmodel.whitespace import collapses

_NOTHING = markup("")
_PRESERVED: Attributes = {"data-space": "preserve"}


def language(node: Any) -> Attributes:
    """The attributes that say in which language and direction *node*, a block or a document, is written."""
    return {"lang": node.language, "dir": node.direction}


def space(value: Text | str) -> Attributes:
    """The attribute that keeps white space, where collapsing would change *value*."""
    return _PRESERVED if collapses(value) else NONE


def spaced(attributes: Attributes, value: Text | str) -> Attributes:
    """*attributes*, and that of `space`."""
    return {**attributes, **_PRESERVED} if collapses(value) else attributes


def time_element(css_class: str, value: datetime | None) -> Markup:
    """A `time`, nothing for None."""
    if value is None:
        return _NOTHING
    return _TIME(css_class, *moment(value))


_TIME = pattern('<time class="{}" datetime="{}">{}</time>')


def fragment(prefix: str, key: str) -> str:
    """An id of the page for something with a key of its own, whatever characters that has; it needs no escape."""
    plain = key.isascii() and key.isalnum()
    return f"{prefix}-{key if plain else quote(key, safe='')}"


class _Rest(NamedTuple):
    names: tuple[str, ...]
    values: attrgetter[Any]
    defaults: tuple[Any, ...]
    attributes: tuple[str, ...]


_RESTS: dict[type[Any], _Rest] = {}


def _rest_of(cls: type[Any]) -> _Rest:
    """What the tag of a class must say besides the parts that are shown: attributes, and the fields without a place."""
    shown = set(visible(cls)) - {"language", "direction"}
    fields = [field for field in shape(cls) if field.name not in shown]
    html = tuple(name for name in ("language", "direction") if name in visible(cls))
    return _rest_of_fields(fields, html)


def _rest_of_fields(fields: list[Field], html: tuple[str, ...] = ()) -> _Rest:
    names = tuple(field.name for field in fields)
    return _Rest(names, attrgetter(*names), tuple(field.default for field in fields), html)


_HIDDEN: dict[type[Any], _Rest] = {}


def _hidden_of(cls: type[Any]) -> _Rest:
    shown = visible(cls)
    return _rest_of_fields([field for field in shape(cls) if field.name not in shown])


def hidden_data(node: Node) -> dict[str, Any]:
    """The fields of a node of the record that have no visible place and are not at their default, as data by name."""
    cls = type(node)
    hidden = _HIDDEN.get(cls) or _HIDDEN.setdefault(cls, _hidden_of(cls))
    return {} if hidden.values(node) == hidden.defaults else field_data(node, hidden.names)


def attributes(node: Node, out: Out, **also: Any) -> Attributes:
    """The attributes of the element of *node*: id, lang, dir, and what has no visible place.

    also: further fields that the element does not show as they are.
    """
    cls = type(node)
    rest = _RESTS.get(cls) or _RESTS.setdefault(cls, _rest_of(cls))
    if not also and rest.values(node) == rest.defaults:
        return NONE
    hidden = [name for name in rest.names if name not in rest.attributes]
    shown: dict[str, Value] = {}
    # The id of a heading's element is its anchor.
    if (identity := own_id(node.id, out)) is not None and not isinstance(node, Heading):
        hidden.remove("id")
        shown["id"] = identity
    if rest.attributes:
        shown.update(language(node))
    return {**shown, **data_attribute(field_data(node, hidden) | also)}


def own_id(identity: str | None, out: Out) -> str | None:
    """The `id` of the element of a node with this id or anchor; None where it has none, as in comments."""
    return None if in_comment(out) else element_id(identity)


def in_comment(out: Out) -> bool:
    """Whether what is written stands in a comment, which anyone may have written."""
    return "comment" in out.memo


def href(url: str | None) -> Attributes:
    """The attribute of a link to *url*, none for None; one within the article leads to the prefixed id."""
    return NONE if url is None else {"href": in_page(url)}


def source(url: str, out: Out) -> Attributes:
    """The attributes of a picture, a film or a sound at *url*; inert in comments, unless the caller wants them."""
    if in_comment(out) and not out.options.get("comment_media"):
        return {"src": NO_URL, "data-src": url or None}
    return {"src": url}


def data_attribute(data: Mapping[str, Any]) -> Attributes:
    """*data* as the one attribute, ASCII JSON; none if there is none."""
    return {DATA: _ENCODER.encode(data)} if data else NONE


_ENCODER = json.JSONEncoder(separators=(",", ":"))  # json.dumps would make one for each call


def kept(node: Node, **also: Any) -> Attributes:
    """The attribute for what of a node of the record has no visible place; *also* replaces or adds fields."""
    data = hidden_data(node)
    return data_attribute(data | also) if data or also else NONE


def part(tag: str, css_class: str, value: Text | str | None, words: str | None = None) -> Markup:
    """The element of a field, its words as rendered; nothing if *value* is None."""
    if value is None:
        return _NOTHING
    return element(tag, {"class": css_class, **space(value)}, str(value) if words is None else words)
