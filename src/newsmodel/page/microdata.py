"""Microdata of schema.org, as the same plain records that JSON-LD gives.

Source: HTML Standard, section 5, microdata, https://html.spec.whatwg.org/multipage/microdata.html.
"""

from __future__ import annotations

from typing import Final

from newsmodel.markup.engine import attributes
from newsmodel.page.nodes import brief_text
from newsmodel.page.survey import Survey
from newsmodel.page.values import Record, line

_ADDRESS: Final = {"a": "href", "area": "href", "link": "href", "img": "src", "audio": "src", "video": "src",
                   "source": "src", "iframe": "src", "embed": "src", "track": "src", "object": "data"}  # fmt: skip
_NAMES: Final = frozenset({"name", "articleSection", "keywords", "author", "publisher", "headline", "genre", "about"})
_WHOLE_TEXTS: Final = frozenset({"articleBody", "text", "comment", "reviewBody"})  # found as markup, not in a record


def read_items(survey: Survey) -> list[Record]:
    """The items of a page that are no property of another, in document order; those that are stand inside it.

    The text of the article itself and of comments is left out: it is found as markup. `itemref` is not followed.
    """
    found: list[Record] = []
    opened: list[tuple[int, Record]] = []
    for number in survey.items:
        while opened and not survey.inside(number, opened[-1][0]):
            opened.pop()
        written = attributes(survey.nodes[number])
        value = _value(survey, number, written)
        names = written.get("itemprop", "").split()
        for name in names if opened else ():
            opened[-1][1].setdefault(name, []).append(value)
        if isinstance(value, dict):
            if not (opened and names):
                found.append(value)
            opened.append((number, value))
    return found


def _value(survey: Survey, number: int, written: dict[str, str]) -> Record | str:
    if "itemscope" in written:
        record: Record = {"@type": written.get("itemtype", "").split()}
        return record | ({"@id": written["itemid"]} if "itemid" in written else {})
    if "content" in written:
        return line(written["content"])
    tag = survey.tags[number]
    if tag in _ADDRESS and _is_address(written):
        return line(written.get(_ADDRESS[tag], ""))
    if tag == "time" and "datetime" in written:
        return line(written["datetime"])
    if _WHOLE_TEXTS & set(written["itemprop"].split()):
        return ""
    return brief_text(survey.nodes[number])


def _is_address(written: dict[str, str]) -> bool:
    """Whether a property of a link is its address: of `<a itemprop="articleSection">` it is the text."""
    return not _NAMES & set(written["itemprop"].split())
