"""Values of foreign data, of which nothing is certain: strings, lists, numbers and truth out of whatever stands there.

JSON-LD and microdata come here as plain dicts, lists, strings and numbers; each function takes anything and raises
nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from typing import Any, Final

from newsmodel.alphabet import clean
from newsmodel.markup.engine import parse_fragment, text_content

Record = dict[str, Any]
_ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_TAG: Final = re.compile(r"</?[A-Za-z][^<>]*>")
_BEFORE_NAME: Final = re.compile("[/#:]")
_INVISIBLE: Final = "\u00ad\u200b\u2060\ufeff"  # soft hyphens and joiners that layouts need
_LONGEST_LINE: Final = 20_000
_BRIEF: Final = 500
_MOST_ITEMS: Final = 1000
_MOST_DIGITS: Final = 15


def line(value: Any) -> str:
    """A string as one line in the model's alphabet, entities and tags that were left in it resolved; "" if it is none.

    Soft hyphens and zero-width spaces, which only guide a layout, are left out.
    """
    if not isinstance(value, str):
        return str(value) if type(value) is int and abs(value) < 10**_MOST_DIGITS else ""
    return _brief_line(value) if len(value) <= _BRIEF else _line(value[:_LONGEST_LINE])


def _line(text: str) -> str:
    if "&" in text and _ENTITY.search(text):
        text = unescape(text)
    if "<" in text and _TAG.search(text):
        text = text_content(parse_fragment(text))
    if not text.isascii():
        for mark in _INVISIBLE:
            text = text.replace(mark, "")
    return clean(" ".join(text.split()))


_brief_line = lru_cache(maxsize=1024)(_line)  # a page says the same in many places


def items(value: Any) -> list[Any]:
    """A list as it stands, anything else as a list of one, nothing as the empty list; 1,000 items at most."""
    if value is None or value == "":
        return []
    return value[:_MOST_ITEMS] if isinstance(value, list) else [value]


def first(value: Any) -> Any:
    """The first item of a list, or the value itself; None for nothing."""
    return next(iter(items(value)), None)


def lines(value: Any) -> list[str]:
    """The strings among *value*'s items as lines, without the empty ones."""
    return [text for item in items(value) if (text := line(item))]


def records(value: Any) -> list[Record]:
    """The objects among *value*'s items."""
    return [item for item in items(value) if isinstance(item, dict)]


def name_of(value: Any) -> str:
    """The name of an object, or the string that stands in its place."""
    return line(first(value.get("name"))) if isinstance(value, dict) else line(value)


def url_of(value: Any) -> str:
    """The address of an object (`url`, `contentUrl`, `@id`), or the string that stands in its place."""
    if isinstance(value, dict):
        found = (line(first(value.get(key))) for key in ("url", "contentUrl", "@id"))
        return next((url for url in found if url and not url.startswith(("#", "_:"))), "")
    return line(value)


def whole(value: Any) -> int | None:
    """A whole number, also from "1200", "1200px" or {"value": 1200}; None for anything else and below zero."""
    value = first(value)
    if isinstance(value, dict):
        value = value.get("value")
    if isinstance(value, str):
        found = re.match(rf"\s*+(\d{{1,{_MOST_DIGITS}}})(?:\.0*+)?\s*+(?:px)?\s*$", value)
        return int(found[1]) if found else None
    if type(value) is float and value.is_integer():
        value = int(value)
    return value if type(value) is int and 0 <= value < 10**_MOST_DIGITS else None


def truth(value: Any) -> bool | None:
    """True or False, also as a word ("False", "https://schema.org/True", "yes"); None for anything else."""
    value = first(value)
    if isinstance(value, bool):
        return value
    word = line(value).rsplit("/", 1)[-1].lower()
    return {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}.get(word)


def index(found: list[Record]) -> dict[str, Record]:
    """The records of a page by their `@id`."""
    return {record["@id"]: record for record in found if isinstance(record.get("@id"), str) and len(record) > 2}


def resolved(value: Any, by_id: dict[str, Record]) -> list[Any]:
    """*value* as a list, a bare reference (`{"@id": …}`) replaced by the record of the page that it names."""
    return [_target(item, by_id) for item in items(value)]


def _target(item: Any, by_id: dict[str, Record]) -> Any:
    if not isinstance(item, dict) or item.get("name") or item.get("url"):
        return item
    reference = item.get("@id")
    return by_id.get(reference, item) if isinstance(reference, str) else item


def types(record: Record) -> frozenset[str]:
    """The types of an object by their local names: "http://schema.org/NewsArticle" is "NewsArticle"."""
    written = record.get("@type")
    return _types(written) if isinstance(written, str) else frozenset[str]().union(*map(_types, lines(written)))


@lru_cache(maxsize=256)
def _types(written: str) -> frozenset[str]:
    return frozenset(_BEFORE_NAME.split(name)[-1] for name in lines(written))
