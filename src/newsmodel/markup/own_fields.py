"""What the tag of one of our elements says of its node, and the words and moments in its parts."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from newsmodel.codec import structure_fields
from newsmodel.dates import parse_date
from newsmodel.errors import FormatError
from newsmodel.html_layout import DATA, NO_URL
from newsmodel.html_policy import from_page, node_id
from newsmodel.markup import engine
from newsmodel.markup.engine import Node, attribute
from newsmodel.markup.html import direction
from newsmodel.markup.reading import Read, keeps_space
from newsmodel.model import Block, Heading
from newsmodel.room import with_room
from newsmodel.whitespace import collapse_string


def classes(element: Node) -> list[str]:
    """The class tokens of an element."""
    return (attribute(element, "class") or "").split()


def fields(element: Node, read: Read, cls: type[Any]) -> dict[str, Any]:
    """What the tag of a node says: its id, language, direction, and the fields of its attribute.

    An attribute that cannot be read costs its own fields, and a diagnostic.
    """
    found: dict[str, Any] = {}
    if issubclass(cls, Block):
        found["language"] = attribute(element, "lang")
        found["direction"] = direction(element)
    if cls is not Heading and (identity := node_id(attribute(element, "id"))):
        found["id"] = identity
    found |= data(element, read, cls)
    return found


def data(element: Node, read: Read, cls: type[Any], besides: tuple[str, ...] = ()) -> dict[str, Any]:
    """The fields in the attribute of an element of *cls*. besides: names there that are no fields, as they stand."""
    raw = attribute(element, DATA)
    if raw is None:
        return {}
    try:
        value = _decoded(raw)
        if not isinstance(value, dict):
            raise ValueError("an object was expected")
        more = {name: value.pop(name) for name in besides if name in value}
        return structure_fields(cls, value) | more
    except (ValueError, RecursionError, FormatError) as error:
        read.notice("attribute-unreadable", f"{DATA} of a {cls.type} cannot be read: {error}", element)
        return {}


def _decoded(raw: str) -> Any:
    try:
        return json.loads(raw)
    except RecursionError:
        return with_room(lambda: json.loads(raw))


def build(cls: type[Any], values: dict[str, Any], read: Read, element: Node) -> Any:
    """A node of *cls*; None, and a diagnostic, if what the page says does not fit together.

    If that is the fault of the attribute, the node is made without what stands there.
    """
    try:
        return cls(**values)
    except (TypeError, ValueError) as error:
        hidden = data(element, read, cls)
        if hidden:
            read.notice("attribute-unreadable", f"{DATA} of a {cls.type} cannot be right: {error}", element)
            shown = {name: value for name, value in values.items() if name not in hidden}
            try:
                return cls(**shown)
            except (TypeError, ValueError):
                read.gave_back(element)
                return None
        read.notice("element-unreadable", f"no {cls.type} can be made of it: {error}", element)
        read.gave_back(element)
        return None


def block(cls: type[Any], values: dict[str, Any], read: Read, element: Node) -> Any:
    """As `build`, for rules: an element of which no node can be made is walked through, so that its words stay."""
    made = build(cls, values, read, element)
    return NotImplemented if made is None else made


def raw(element: Node, read: Read) -> str:
    """The text of an element as it stands."""
    inside = engine.children(element)
    if len(inside) == 1 and (words := engine.text(inside[0])) is not None:  # as of most
        if read.met is not None:
            read.met.add(inside[0])
        return read.words(words, element)
    read.took(element)
    return read.words(engine.text_content(element), element)


def string(element: Node, read: Read) -> str:
    """The words of an element as a str."""
    words = raw(element, read)
    return words if keeps_space(element) else collapse_string(words)


def moment(element: Node) -> datetime | None:
    """The instant of a `time`."""
    parsed = parse_date(attribute(element, "datetime") or "")
    return parsed.value if parsed else None


def url_of(element: Node, name: str = "href") -> str | None:
    """A URL as it was before the writer made it inert, or led it to a prefixed id."""
    value = attribute(element, f"data-{name}")
    if value is None:
        value = attribute(element, name)
        if name == "src":
            return "" if value == NO_URL else value
    return value if value is None or name != "href" else from_page(value)
