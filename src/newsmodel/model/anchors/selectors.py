"""Anchors as selectors of the Web Annotation Data Model, and back.

Positions count UTF-16 code units, as browsers and Hypothes.is do, in the text of the body: the texts of its blocks in
the order of the document, a blank line between them. Code points and code units differ wherever there is an emoji.
Source: https://www.w3.org/TR/annotation-model/, sections 4.2.4 (text quote) and 4.2.5 (text position).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from typing import Any

from newsmodel.model.anchors.body import GAP, Body
from newsmodel.model.anchors.locating import locate
from newsmodel.model.article import Article
from newsmodel.model.comments import Anchor


def to_selectors(anchor: Anchor, article: Article | Body | None = None) -> list[dict[str, Any]]:
    """*anchor* as a `TextQuoteSelector`, and where it is found in *article* a `TextPositionSelector`.

    *article*: for many anchors its `Body`, which is then made once. Not carried: block, target_version, question, open,
    form.
    """
    quote = {"type": "TextQuoteSelector", "exact": anchor.exact, "prefix": anchor.prefix, "suffix": anchor.suffix}
    selectors: list[dict[str, Any]] = [{key: value for key, value in quote.items() if value or key == "exact"}]
    if article is not None:
        body = _body(article)
        if (found := locate(body, anchor)) is not None:
            offset = body.places[found.place].offset
            start, end = (units(body.text, len(GAP), offset + point) for point in (found.start, found.end))
            selectors.append({"type": "TextPositionSelector", "start": start, "end": end})
    return selectors


def from_selectors(selectors: Iterable[Mapping[str, Any]], article: Article | Body | None = None) -> Anchor | None:
    """The anchor that *selectors* describe; with *article* attached to its block, if the passage is certain.

    *article*: for many anchors its `Body`, which is then made once.
    The position counts if what stands there is the quote, or if there is no quote; else the quote is looked for.
    Selectors of other kinds and values of other types are passed over; None if nothing is left.
    """
    chosen = {selector.get("type"): selector for selector in selectors}
    quote, position = chosen.get("TextQuoteSelector", {}), chosen.get("TextPositionSelector", {})
    exact, prefix, suffix = (_string(quote.get(key)) for key in ("exact", "prefix", "suffix"))
    anchor = Anchor(exact, prefix=prefix, suffix=suffix)
    if article is not None:
        body = _body(article)
        found = _at(body, position.get("start"), position.get("end"), exact)
        if found is None and (match := locate(body, anchor)) is not None:
            found = match.place, match.start, match.end
        if found is not None:
            return body.anchor(*found)
    return anchor if exact else None


def _body(article: Article | Body) -> Body:
    return article if isinstance(article, Body) else Body(article)


def _string(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _at(body: Body, start: Any, end: Any, exact: str) -> tuple[int, int, int] | None:
    """Block and code points of a position, if it lies in one block and holds *exact* (if that is not empty)."""
    if type(start) is not int or type(end) is not int or not 0 <= start < end:
        return None
    first, last = (points(body.text, len(GAP), unit) for unit in (start, end))
    number = bisect_right(body.places, first, key=lambda place: place.offset) - 1
    if number < 0:
        return None
    place = body.places[number]
    inside = last <= place.offset + len(place.text)
    if not inside or first == last or exact not in ("", body.text[first:last]):
        return None
    return number, first - place.offset, last - place.offset


def units(text: str, start: int, end: int) -> int:
    """How many UTF-16 code units the code points of *text* from *start* to *end* are."""
    return len(text[start:end].encode("utf-16-le")) // 2


def points(text: str, start: int, count: int) -> int:
    """Where in *text*, in code points, *count* UTF-16 code units from *start* on lead; inside a pair, before it."""
    head = text[start : start + count].encode("utf-16-le")[: 2 * count]
    return start + len(head.decode("utf-16-le", "ignore"))
