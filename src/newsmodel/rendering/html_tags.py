"""Tags and attributes of our HTML: escaping, the URL policy, and the one attribute for what has no visible place."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from operator import attrgetter
from typing import Any, NamedTuple
from urllib.parse import quote

from newsmodel.codec import field_data
from newsmodel.html_layout import DATA, NO_URL, visible
from newsmodel.model import Heading, Text
from newsmodel.model.base import Node
from newsmodel.model.check import Field, shape
from newsmodel.urls import is_safe, is_safe_image
from newsmodel.whitespace import SPACE, collapses


def escape(text: str) -> str:
    """*text* as the content of an element."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def escape_attribute(value: str) -> str:
    """*value* between double quotes."""
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def attribute(name: str, value: str | int | None) -> str:
    """` name="value"`, "" for None."""
    return "" if value is None else f' {name}="{escape_attribute(str(value))}"'


def language(node: Any) -> str:
    """The attributes that say in which language and direction *node*, a block or a document, is written."""
    return attribute("lang", node.language) + attribute("dir", node.direction)


def link_attribute(url: str | None, name: str = "href") -> str:
    """The URL of a link: as `href` if it is safe to follow, else inert, as `data-href`."""
    if url is None:
        return ""
    return attribute(name if is_safe(url) else f"data-{name}", url)


def source_attribute(url: str) -> str:
    """The URL of a picture or a film: as `src` if it is safe to load, else inert, as `data-src`."""
    if is_safe_image(url) and url:
        return attribute("src", url)
    return attribute("src", NO_URL) + (attribute("data-src", url) if url else "")


def space(value: Text | str) -> str:
    """The attribute that keeps white space, where collapsing would change *value*."""
    return ' data-space="preserve"' if collapses(value) else ""


def moment(value: datetime) -> tuple[str, str]:
    """An instant for `datetime` (RFC 3339), and for people."""
    exact = value.isoformat()
    return exact, f"{exact[:10]} {exact[11:16]}"


def time_element(css_class: str, value: datetime | None) -> str:
    """A `time`, "" for None."""
    if value is None:
        return ""
    exact, shown = moment(value)
    return f'<time class="{css_class}" datetime="{exact}">{shown}</time>'


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


def attributes(node: Node, also: Mapping[str, Any] | None = None) -> str:
    """The attributes of the element of *node*: id, lang, dir, and what has no visible place.

    also: fields for the attribute that differ from their default by being None.
    """
    cls = type(node)
    rest = _RESTS.get(cls) or _RESTS.setdefault(cls, _rest_of(cls))
    if not also and rest.values(node) == rest.defaults:
        return ""
    hidden = [name for name in rest.names if name not in rest.attributes]
    tag = ""
    if _has_id(node):
        hidden.remove("id")
        tag = attribute("id", node.id)
    if rest.attributes:
        tag += language(node)
    return tag + data_attribute(field_data(node, hidden) | dict(also or {}))


def _has_id(node: Node) -> bool:
    """Whether the id of *node* can be the id of its element; a heading's is its anchor."""
    return bool(node.id) and not isinstance(node, Heading) and not any(letter in SPACE for letter in node.id or "")


def data_attribute(data: Mapping[str, Any]) -> str:
    """*data* as the one attribute, ASCII JSON; "" if there is none."""
    if not data:
        return ""
    return f' {DATA}="{escape_attribute(json.dumps(data, separators=(",", ":")))}"'


def kept(node: Node, **also: Any) -> str:
    """The attribute for what of a node of the record has no visible place; *also* replaces or adds fields."""
    data = hidden_data(node)
    return data_attribute(data | also) if data or also else ""


def element(tag: str, css_class: str, value: Text | str | None, words: str) -> str:
    """An element of words, "" if *value* is None."""
    return "" if value is None else f'<{tag} class="{css_class}"{space(value)}>{words}</{tag}>'
