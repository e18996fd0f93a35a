"""Titles as pages write them: the name of the site cut off, and the kicker that stands before a headline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from newsmodel.page.nodes import brief_text
from newsmodel.page.sources import Sources, key_of, labels_of
from newsmodel.page.survey import Survey
from newsmodel.page.values import first, name_of
from newsmodel.phrases.dates import written_date

_SEPARATOR: Final = re.compile(r"(?<!\s)\s++[|–—·•»«:›~\-]+\s++|(?:(?<!\s)\s++)?+(?:[|｜ㅣ：_]|::|--+)\s*+")
_MARKS: Final = frozenset("|–—·•»«:›~-｜ㅣ：_")  # without which there is no separator
_AFTER_KICKER: Final = re.compile(r"(?:(?<!\s)\s++)?+[:|/–—·•]\s++|(?<!\s)\s++[-:|/]\s++|：")
_LEAST_KEY: Final = 8  # letters from which on a heading can vouch for a headline
_LEAST_LABEL: Final = 4
_SHARE: Final = 0.4  # of a name that the host's name must be, to be the site's: "DER SPIEGEL" at spiegel.de
_MOST: Final = 0.6  # of a name of the site that its beginning must be, to stand for it
_MOST_PARTS: Final = 2
_MOST_SEPARATORS: Final = 6
_MOST_HEADINGS: Final = 20
_MOST_BARE: Final = 5  # first headings that are looked at for the name of the site


class Site(NamedTuple):
    """What a page calls its site: its names as keys, the longest part of its host, and headings of the page."""

    names: frozenset[str]
    label: str
    headings: tuple[str, ...]
    survey: Survey

    def is_name(self, text: str) -> bool:
        """Whether a text is the name of the site and nothing else: also "DER SPIEGEL" at spiegel.de."""
        key = key_of(text)
        if not key or key in self.names or key == self.label:
            return True
        if any(name.startswith(key) and len(key) >= _MOST * len(name) for name in self.names):
            return True
        small, large = sorted((self.label, key), key=len)
        return len(small) >= _LEAST_LABEL and small in large and len(small) >= _SHARE * len(large)

    def is_lesser_heading(self, text: str) -> bool:
        """Whether a heading of the second level says this."""
        return bool(text) and key_of(text) in map(key_of, _lesser_headings(self.survey))


def site_of(sources: Sources, headings: Sequence[str]) -> Site:
    """The site of a page, by what it calls itself and by its address. *headings*: the texts of its `h1`s."""
    told = (*sources.head.all("og:site_name", "application-name"), name_of(first(sources.article.get("publisher"))))
    names = frozenset(key for name in told if (key := key_of(name)))
    site = Site(names, key_of(max(labels_of(sources.base), key=len, default="")), (), sources.survey)
    bare = (without_site(heading, site) for heading in headings[:_MOST_BARE])
    return site._replace(headings=(*bare, *headings[_MOST_BARE:]))


def without_site(title: str, site: Site) -> str:
    """A title without the name of the site at its end or its beginning.

    Told by a heading that the title begins with, by the names of the site, or by its host.
    """
    parts = [] if _MARKS.isdisjoint(title) else list(_SEPARATOR.finditer(title))[-_MOST_SEPARATORS:]
    if not parts:
        return title
    if vouched := begun(title, site.headings):
        return vouched
    if site.is_name(title[parts[-1].end() :]):
        return title[: parts[-1].start()]
    if site.is_name(title[: parts[0].start()]) and len(key_of(title[parts[0].end() :])) >= _LEAST_KEY:
        return title[parts[0].end() :]
    return begun(title, _lesser_headings(site.survey)) or title


def begun(title: str, headings: Iterable[str]) -> str:
    """The heading that a title begins with, before a separator; "" if there is none."""
    for heading in headings:
        if len(key_of(heading)) >= _LEAST_KEY and title.startswith(heading) and _SEPARATOR.match(title, len(heading)):
            return heading
    return ""


def without_date(headline: str) -> str:
    """A headline without the day that some systems put before it: "5.3.2026 – Ferries stop"."""
    if headline[:1].isdigit():
        for separator in _separators(headline)[:1]:
            day = written_date(headline[: separator.start()])
            if day is not None and "day" not in day.missing:
                return headline[separator.end() :]
    return headline


def without_kicker(headline: str, others: Sequence[str]) -> tuple[str, str]:
    """The headline and its kicker, where another title shows that they are two: it has the headline without.

    Or with another kicker: of "Storm: Ferries stop" and "North – Ferries stop" both have "Ferries stop".
    """
    whole = key_of(headline)
    keys = {key for other in others for key in _rests(other) if not key_of(other).endswith(whole)}
    for separator in _separators(headline):
        rest = headline[separator.end() :].strip()
        if key_of(rest) in keys and len(key_of(rest)) >= _LEAST_KEY:
            return rest, headline[: separator.start()].strip()
    return headline, ""


def _rests(title: str) -> Iterator[str]:
    """The keys of a title, and of what stands behind each separator near its beginning."""
    yield key_of(title)
    for separator in _separators(title):
        yield key_of(title[separator.end() :])


def _separators(title: str) -> list[re.Match[str]]:
    return [found for found in _AFTER_KICKER.finditer(title) if found.start()][:_MOST_PARTS]


def _lesser_headings(survey: Survey) -> Iterator[str]:
    return (brief_text(survey.nodes[number]) for number in survey.numbers("h2")[:_MOST_HEADINGS])
