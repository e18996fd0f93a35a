"""Small parts of the record (a person, a section, a picture) as mappings of front matter, and back."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import attrs

from newsmodel.dates import parse_date
from newsmodel.markup.front_matter import resolve
from newsmodel.model import Concept, Dateline, Image, Label, Organisation, Person, Rights, Section, Text
from newsmodel.model.base import Node
from newsmodel.report import Report

FIELDS: dict[type[Any], tuple[str, ...]] = {
    Label: ("text", "url"),
    Section: ("name", "url", "path", "parent"),
    Person: ("name", "url", "title", "image", "location"),
    Organisation: ("name", "url", "logo"),
    Concept: (
        "name",
        "kind",
        "uri",
        "scheme",
        "code",
        "rel",
        "relevance",
        "confidence",
        "creator",
        "primary",
    ),
    Image: ("url", "alt", "title", "caption", "credit"),
    Dateline: ("text", "date"),
    Rights: (
        "copyright_holder",
        "copyright_notice",
        "copyright_year",
        "usage_terms",
        "license",
        "acquire_license_page",
        "credit_line",
    ),
}
"""The fields of each part that front matter carries; the first stands for the whole where it is the only one."""

_NUMBERS = frozenset({"relevance", "confidence", "copyright_year", "primary"})
_ALIASES = {"path": "url", "src": "url", "href": "url", "link": "url"}


def as_record(node: Node, *, always: bool = False) -> Any:
    """*node* as a mapping, or as the value of its first field if no other is set, unless *always* a mapping."""
    names = FIELDS[type(node)]
    record = {}
    for name in names:
        value = getattr(node, name)
        if value is not None and (name == names[0] or value != getattr(attrs.fields(type(node)), name).default):
            record[name] = _plain(value)
    return record[names[0]] if list(record) == [names[0]] and not always else record


def _plain(value: Any) -> Any:
    if isinstance(value, Node):
        return as_record(value)
    return str(value) if isinstance(value, (str, Text)) else value


def from_record(cls: type[Any], value: Any, report: Report) -> Any:
    """The node of class *cls* that *value*, a mapping or its first field, says. Raises TypeError or ValueError."""
    names = FIELDS[cls]
    if not isinstance(value, dict):
        return cls(**{names[0]: word(value, report)})
    fields: dict[str, Any] = {}
    for key, item in value.items():
        name = key if key in names else _ALIASES.get(key, key)
        if resolve(item) is None:
            continue
        if name not in names or name in fields:
            report.loss(f"front-matter.{cls.type}", "dropped", detail=f"its key {key[:40]!r} means nothing here")
            continue
        fields[name] = _value(name, item, report)
    if names[0] not in fields and cls is not Rights:
        raise ValueError(f"it has no {names[0]}")
    return cls(**fields)


def _value(name: str, item: Any, report: Report) -> Any:
    if name == "parent":
        return from_record(Section, item, report)
    return resolve(item) if name in _NUMBERS else word(item, report)


def word(value: Any, report: Report) -> str:
    """*value*, a scalar, as text. Raises TypeError for anything else."""
    if isinstance(value, str):
        return str(value)
    if isinstance(value, (bool, int, float)):
        return str(value).lower()
    raise TypeError(f"it is a {'list' if isinstance(value, list) else 'mapping'}, not a text")


def text_of(value: Any, report: Report) -> Text:
    """*value*, a scalar, as rich text without marks."""
    return Text(word(value, report))


def label_of(value: Any, report: Report) -> Label:
    """A kicker: its text, or a mapping of text and url."""
    found: Label = from_record(Label, value, report)
    return found


def instant(value: Any, report: Report) -> datetime:
    """*value* as a moment. Diagnostic `date-incomplete` for what it leaves open. Raises ValueError for no date."""
    found = parse_date(word(value, report))
    if found is None:
        raise ValueError("it is no date")
    if found.missing:
        report.notice("date-incomplete", f"{str(value)[:40]!r} leaves open: {', '.join(found.missing)}")
    return found.value
