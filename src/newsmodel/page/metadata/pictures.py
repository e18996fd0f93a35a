"""The lead picture: which one, whatever its crops, and what the head, the record and the page know of it.

Open Graph names the right picture most often; but a picture that networks alone are told of may be a card with the
site's logo on it. So of the pictures named, the first that the page shows too is the lead.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import Any, Final, NamedTuple

from newsmodel.markup.engine import attribute, attributes
from newsmodel.markup.html_pictures import address_in, candidates, pixels, source
from newsmodel.model import Image, Rendition
from newsmodel.page.metadata.choosing import Candidate, explain
from newsmodel.page.named import named
from newsmodel.page.nodes import brief_text
from newsmodel.page.sources import Sources
from newsmodel.page.survey import Survey
from newsmodel.page.values import first, items, line, lines, resolved, url_of, whole
from newsmodel.page.words import word_set

_LARGEST: Final = 100_000  # pixels; more is no picture
_CREDITS: Final = word_set("credit credits copyright photographer source byline bildnachweis")
_OF_NETWORKS: Final = ("og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src")
_ELSEWHERE: Final = frozenset({"a", "aside", "footer", "nav"})
_SIZE: Final = re.compile(r"[-_](?:\d{2,4}x\d{2,4}|scaled|[smlx]{1,2}|\d{2,4}w?)$")
_ID: Final = re.compile(r"[a-z0-9]{10,}")
_LEAST_STEM: Final = 6
_MOST_PICTURES: Final = 60  # images of a page that are looked at
_MOST_RENDITIONS: Final = 20
_MOST_SHOWN: Final = 8
_BEFORE: Final = 80  # elements before the h1 and behind it among which the page's own lead picture is
_BEHIND: Final = 120
_LONGEST: Final = 2000


class _Named(NamedTuple):
    """A picture that a source names: who says so, its address, and what else is known."""

    source: str
    url: str
    record: dict[str, Any]
    width: int | None = None
    height: int | None = None


def lead_image(sources: Sources) -> Image | None:
    """The lead picture with its alternative text, caption, credit, size and renditions, as far as they are known."""
    found = [each for each in _all_named(sources) if each.url]
    lead, number = _lead(sources, found)
    if lead is None:
        return None
    shown = _figure(sources.survey, number) if number is not None else {}
    same = [each for each in found if same_picture(each.url, lead.url)]
    record = next((each.record for each in (lead, *same) if each.record), {})
    if sources.explains:
        told = (Candidate(each.source, each.url) for each in (*found, lead))
        explain(sources.report, "lead image", "$.lead_media", lead.url, told, _stem)
    return Image(
        lead.url,
        alt=shown.get("alt") or sources.head.first("og:image:alt", "twitter:image:alt") or None,
        caption=shown.get("caption") or line(first(record.get("caption"))) or None,
        credit=shown.get("credit") or _credit(record) or None,
        width=lead.width,
        height=lead.height,
        renditions=_renditions(sources, number, lead, same),
    )


def same_picture(one: str, other: str) -> bool:
    """Whether two addresses are of one picture, whatever its crop or size."""
    return _stem(one) == _stem(other)


def _all_named(sources: Sources) -> Iterator[_Named]:
    """The pictures that the sources name, best first: Open Graph, the record, its thumbnail, the rest of the head."""
    head, article = sources.head, sources.article
    size = _size(head.first("og:image:width")), _size(head.first("og:image:height"))
    for name in _OF_NETWORKS[:3]:
        if written := head.first(name):
            yield _Named(name, sources.url(written), {}, *size)
    for told in resolved(article.get("image"), sources.by_id):
        record = told if isinstance(told, dict) else {}
        for address in items(record.get("url") or record.get("contentUrl") or told)[:_MOST_RENDITIONS]:
            sizes = _size(record.get("width")), _size(record.get("height"))
            yield _Named(sources.origin("image"), sources.url(url_of(address)), record, *sizes)
    yield _Named(sources.origin("thumbnailUrl"), sources.url(url_of(first(article.get("thumbnailUrl")))), {})
    for name in _OF_NETWORKS[3:]:
        yield _Named(name, sources.url(head.first(name)), {})
    yield _Named("link", sources.url(head.link("image_src")), {})


def _lead(sources: Sources, found: list[_Named]) -> tuple[_Named | None, int | None]:
    """The picture to take, and the `img` of the page that shows it.

    The first of those named that the page shows; else the page's own at its top; else the first that is named.
    """
    lead, number = _shown_first(sources.survey, found)
    if lead is None and (number := _topmost(sources.survey)) is not None:
        address = sources.url(source(sources.survey.nodes[number]))
        lead = _Named("img", address, {}) if address else None
    return (lead, number) if lead else (_most_named(found), None)


def _most_named(found: list[_Named]) -> _Named | None:
    """The picture that most sources name, the first of them if several are named as often; None if there is none."""
    sources = {(_stem(each.url), each.source.split(":")[0]) for each in found}
    votes = Counter(stem for stem, _ in sources)
    return max(found, key=lambda each: votes[_stem(each.url)], default=None)


def _shown_first(survey: Survey, found: list[_Named]) -> tuple[_Named | None, int | None]:
    """The first of the pictures named that the page shows, and the `img` that does; (None, None) if it shows none."""
    written: dict[int, str] = {}
    for each in found:
        parts = [_stem(each.url), *_ids(_stem(each.url))]
        for number in survey.by_tag.get("img", ())[:_MOST_PICTURES]:
            text = written.get(number)
            if text is None:
                text = written[number] = _written(survey, number)
            if any(part in text for part in parts):
                return each, number
    return None, None


def _written(survey: Survey, number: int) -> str:
    """All that an `img` says, lower case, with the addresses of the `picture` around it."""
    parent = survey.parents[number]
    written = list(attributes(survey.nodes[number]).values())
    if parent >= 0 and survey.tags[parent] == "picture":
        for inner in range(parent + 1, number):
            written += attributes(survey.nodes[inner]).values()
    return " ".join(text[:_LONGEST] for text in written).lower()


def _topmost(survey: Survey) -> int | None:
    """The first picture in a figure that stands near the h1, and neither leads elsewhere nor stands at the side."""
    heading = next(iter(survey.numbers("h1")), -_BEHIND)
    for number in survey.by_tag.get("img", ()):
        if heading - _BEFORE < number < heading + _BEHIND and _is_figure(survey, number):
            return number
    return None


def _is_figure(survey: Survey, number: int) -> bool:
    around: list[str] = []
    while (number := survey.parents[number]) >= 0:
        around.append(survey.tags[number])
    return ("figure" in around or around[:1] == ["picture"]) and _ELSEWHERE.isdisjoint(around)


def _renditions(sources: Sources, number: int | None, lead: _Named, same: list[_Named]) -> list[Rendition]:
    """The other files of the lead picture: those that the sources name, and those that the page shows."""
    told = (Rendition(each.url, width=each.width, height=each.height) for each in same)
    shown = () if number is None else _shown(sources, number)
    by_url: dict[str, Rendition] = {}
    for each in (*told, *shown):
        if each.url != lead.url:
            by_url.setdefault(each.url, each)
    return list(by_url.values())[:_MOST_RENDITIONS]


def _shown(sources: Sources, number: int) -> Iterator[Rendition]:
    """The files of an `img`: its candidates, else those of the first `source` beside it, else its own address."""
    survey = sources.survey
    own, parent = attributes(survey.nodes[number]), survey.parents[number]
    around = range(parent + 1, number) if parent >= 0 and survey.tags[parent] == "picture" else ()
    sets = (candidates(written) for written in chain([own], (attributes(survey.nodes[each]) for each in around)))
    found = next(filter(None, sets), None) or [(address_in(own), pixels(own.get("width")))]
    for address, width in found[:_MOST_SHOWN]:
        if url := sources.url(address):
            yield Rendition(url, width=width or None)


def _size(value: Any) -> int | None:
    number = whole(value)
    return number if number is not None and 0 < number <= _LARGEST else None


def _credit(record: dict[str, Any]) -> str:
    for key in ("creditText", "copyrightHolder", "creator", "author", "copyrightNotice"):
        value = first(record.get(key))
        text = line(first(value.get("name"))) if isinstance(value, dict) else line(value)
        if text:
            return text
    return next(iter(lines(record.get("copyright"))), "")


@lru_cache(maxsize=64)  # the pictures of one page are compared again and again
def _stem(url: str) -> str:
    """The name of a picture's file, which its crops and sizes share; the whole path where the name is too short."""
    path = url.split("?")[0].split("#")[0].rstrip("/").lower()
    stem = path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    bare = _SIZE.sub("", stem)
    return next((name for name in (bare, stem) if len(name) >= _LEAST_STEM), path)


def _ids(stem: str) -> list[str]:
    """The long parts of a name that can only be an id, and so stand for one picture in any of its sizes."""
    return [part for part in _ID.findall(stem) if any(map(str.isdigit, part)) and not part.isalpha()]


def _figure(survey: Survey, number: int) -> dict[str, str]:
    """What the page shows with the picture: alternative text, and the caption and credit of its figure."""
    return {"alt": line(attribute(survey.nodes[number], "alt") or "")} | _captions(survey, number)


def _captions(survey: Survey, image: int) -> dict[str, str]:
    number = image
    while number >= 0 and survey.tags[number] != "figure":
        number = survey.parents[number]
    if number < 0:
        return {}
    found: dict[str, str] = {}
    for inner in named(survey, _CREDITS, number, survey.ends[number]):
        if survey.chars[inner] and (text := brief_text(survey.nodes[inner])):
            found.setdefault("credit", text)
    captions = (inner for inner in range(number, survey.ends[number]) if survey.tags[inner] == "figcaption")
    for inner in captions:
        found.setdefault("caption", brief_text(survey.nodes[inner]))
    caption, credit = found.get("caption", ""), found.get("credit", "")
    if credit and caption.endswith(credit):
        found["caption"] = caption.removesuffix(credit).rstrip(" |-–—·")
    return found
