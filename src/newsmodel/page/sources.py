"""All that a page says of itself, read once: what every field of the metadata is then taken from."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from newsmodel.page import jsonld, microdata
from newsmodel.page.metatags import Head, read_head
from newsmodel.page.survey import Survey
from newsmodel.page.values import Record, index, items
from newsmodel.page.words import letters_of
from newsmodel.report import Report
from newsmodel.urls import host, join


class Sources(NamedTuple):
    """The sources of metadata in their rank.

    article: the JSON-LD record of the article, microdata filling what it leaves open; {} if there is neither.
    in_script: the JSON-LD part of it. found: all records of the page. by_id: those with an `@id`. head: meta, link and
    title. base: what links are joined to, "" if the page's address is not known. explains: whether every choice is
    told to the report.
    """

    article: Record
    in_script: Record
    found: list[Record]
    by_id: dict[str, Record]
    head: Head
    survey: Survey
    base: str
    report: Report
    explains: bool = False

    def origin(self, key: str) -> str:
        """Where a value of the article's record stands: "json-ld" or "microdata"."""
        return "json-ld" if items(self.in_script.get(key)) else "microdata"

    def url(self, address: str) -> str:
        """An address of the page made absolute; "" stays "", and what a browser would not follow is ""."""
        address = address.strip()
        return join(address, self.base) if address and not address.lower().startswith(("data:", "javascript:")) else ""


def read_sources(survey: Survey, report: Report, url: str | None, *, explains: bool = False) -> Sources:
    """Reads JSON-LD, microdata and the head of the page."""
    head = read_head(survey)
    base = _base(survey, url or head.link("canonical") or head.first("og:url"))
    in_scripts = jsonld.read_records(survey, report)
    in_markup = microdata.read_items(survey)
    article = jsonld.find_article(in_scripts, base)
    marked = jsonld.find_article(in_markup, base)
    merged = {**marked, **{key: value for key, value in article.items() if items(value)}}
    found = in_scripts + in_markup
    return Sources(merged, article, found, index(found), head, survey, base, report, explains)


@lru_cache(maxsize=512)  # a page says the same in many places
def key_of(text: str) -> str:
    """A text without its case, spaces and punctuation, to compare headlines and names by."""
    return letters_of(text)


@lru_cache(maxsize=64)
def labels_of(url: str) -> tuple[str, ...]:
    """The parts of an address's host, without the last: ("www", "example") of https://www.example.org/."""
    return tuple((host(url) or "").split(".")[:-1]) if url else ()


def _base(survey: Survey, url: str) -> str:
    from newsmodel.markup.engine import attribute

    written = (attribute(survey.nodes[number], "href") for number in survey.numbers("base"))
    base = next((address for address in written if address), "")
    return join(base, url) if base else url
