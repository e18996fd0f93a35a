"""The head of a page: `meta`, `link`, `title`, and what the root element says of language and direction.

Sources: HTML Standard, sections 4.2.4 and 4.2.5; The Open Graph protocol, https://ogp.me.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from newsmodel.markup.engine import attribute
from newsmodel.page.nodes import brief_text
from newsmodel.page.survey import Survey
from newsmodel.page.values import line
from newsmodel.page.words import word_set

_NAMES: Final = ("property", "name")
_OTHER_NAMES: Final = ("itemprop", "http-equiv")
_RELATIONS: Final = word_set("canonical alternate amphtml shortlink image_src next prev author license")
_MOST_VALUES: Final = 200


class Link(NamedTuple):
    """A `link` element: the words of its `rel`, its address, language and type."""

    rel: frozenset[str]
    url: str
    language: str
    media_type: str


class Head(NamedTuple):
    """What the head says.

    meta: content as written, by name or property in lower case, in order. links: the `link` elements that tell of the
    article (no style sheets). title: of the window. language, direction: of the root element as written, "" if absent.
    """

    meta: dict[str, list[str]]
    links: tuple[Link, ...]
    title: str
    language: str
    direction: str

    def all(self, *names: str) -> list[str]:
        """The contents of all these names as lines, in the order given, each once."""
        written = (content for name in names for content in self.meta.get(name, ()))
        return list(dict.fromkeys(text for content in written if (text := line(content))))

    def first(self, *names: str) -> str:
        """The content of the first of these names that has one; "" if none has."""
        for name in names:
            for content in self.meta.get(name, ()):
                if text := line(content):
                    return text
        return ""

    def link(self, rel: str) -> str:
        """The address of the first link of this relation; "" if there is none."""
        return next((link.url for link in self.links if rel in link.rel and link.url), "")


def read_head(survey: Survey) -> Head:
    """The head of the page; `meta` and `link` count wherever they stand, as browsers and crawlers have it."""
    meta: dict[str, list[str]] = {}
    for number in survey.numbers("meta"):
        node = survey.nodes[number]
        if content := attribute(node, "content"):
            names = [name for kind in _NAMES if (name := attribute(node, kind))]
            for name in names or [name for kind in _OTHER_NAMES if (name := attribute(node, kind))]:
                contents = meta.setdefault(name.strip().lower(), [])
                if len(contents) < _MOST_VALUES:
                    contents.append(content)
    root = next((survey.nodes[number] for number in survey.numbers("html")), None)
    language = (attribute(root, "lang") or attribute(root, "xml:lang") or "") if root is not None else ""
    direction = (attribute(root, "dir") or "") if root is not None else ""
    return Head(meta, tuple(_links(survey)), _title(survey), language.strip(), direction.strip().lower())


def _links(survey: Survey) -> Iterator[Link]:
    for number in survey.numbers("link"):
        node = survey.nodes[number]
        rel = _relations(attribute(node, "rel") or "")
        address = attribute(node, "href") if rel & _RELATIONS else None
        if address and "stylesheet" not in rel:
            yield Link(rel, address.strip(), attribute(node, "hreflang") or "", attribute(node, "type") or "")


@lru_cache(maxsize=256)  # pages say few, and each often
def _relations(written: str) -> frozenset[str]:
    return frozenset(written.lower().split())


def _title(survey: Survey) -> str:
    titles = (number for number in survey.numbers("title") if "svg" not in _ancestors(survey, number))
    return next((brief_text(survey.nodes[number]) for number in titles), "")


def _ancestors(survey: Survey, number: int) -> Iterator[str]:
    while (number := survey.parents[number]) >= 0:
        yield survey.tags[number]
