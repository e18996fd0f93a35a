"""The lead picture: which one by Open Graph, which is right most often; what is known of it by whoever names it too."""

from __future__ import annotations

from typing import Any, Final

from newsmodel.markup.engine import attributes
from newsmodel.model import Image
from newsmodel.page.nodes import brief_text
from newsmodel.page.sources import Sources
from newsmodel.page.survey import Survey
from newsmodel.page.values import first, line, lines, resolved, url_of, whole
from newsmodel.page.words import word_set, words_of

_LARGEST: Final = 100_000  # pixels; more is no picture
_CREDITS: Final = word_set("credit credits copyright photographer source byline bildnachweis")
_LEAST_STEM: Final = 6


def lead_image(sources: Sources) -> Image | None:
    """The lead picture with its alternative text, caption, credit and size as far as the page gives them."""
    head = sources.head
    candidates = resolved(sources.article.get("image"), sources.by_id)
    told: Any = first(candidates)
    address = head.first("og:image:secure_url", "og:image", "og:image:url") or url_of(told)
    address = (
        address
        or url_of(first(sources.article.get("thumbnailUrl")))
        or head.first("twitter:image", "twitter:image:src")
    )
    url = sources.url(address or head.link("image_src"))
    if not url:
        return None
    record = told if isinstance(told, dict) and _stem(url_of(told)) == _stem(url) else {}
    shown = _figure(sources.survey, url)
    of_head = bool(head.first("og:image"))
    return Image(
        url,
        alt=shown.get("alt") or (head.first("og:image:alt", "twitter:image:alt") or None),
        caption=shown.get("caption") or line(first(record.get("caption"))) or None,
        credit=shown.get("credit") or _credit(record) or None,
        width=_size(head.first("og:image:width") if of_head else record.get("width")),
        height=_size(head.first("og:image:height") if of_head else record.get("height")),
    )


def same_picture(one: str, other: str) -> bool:
    """Whether two addresses are of one picture, whatever its crop or size."""
    return _stem(one) == _stem(other)


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


def _stem(url: str) -> str:
    """The name of a picture's file, which its crops and sizes share."""
    path = url.split("?")[0].split("#")[0].rstrip("/")
    stem = path.rsplit("/", 1)[-1].rsplit(".", 1)[0].lower()
    return stem if len(stem) >= _LEAST_STEM else path


def _figure(survey: Survey, url: str) -> dict[str, str]:
    """What the page shows with the picture: alternative text, and the caption and credit of its figure."""
    stem = _stem(url)
    for number in survey.numbers("img"):
        written = attributes(survey.nodes[number])
        if any(stem in written.get(name, "").lower() for name in ("src", "data-src", "srcset", "data-srcset")):
            return {"alt": line(written.get("alt", ""))} | _captions(survey, number)
    return {}


def _captions(survey: Survey, image: int) -> dict[str, str]:
    number = image
    while number >= 0 and survey.tags[number] != "figure":
        number = survey.parents[number]
    if number < 0:
        return {}
    found: dict[str, str] = {}
    for inner in range(number, survey.ends[number]):
        if survey.names[inner] and survey.chars[inner] and words_of(survey.names[inner]) & _CREDITS:
            found.setdefault("credit", brief_text(survey.nodes[inner]))
        if survey.tags[inner] == "figcaption":
            found.setdefault("caption", brief_text(survey.nodes[inner]))
    caption, credit = found.get("caption", ""), found.get("credit", "")
    if credit and caption.endswith(credit):
        found["caption"] = caption.removesuffix(credit).rstrip(" |-–—·")
    return found
