"""Records of plain strings and numbers: what is left of the model's values there, as changes that are reported.

Most formats of APIs and exports keep a title, a name or a summary as a string, and know no difference between an empty
string and an absent one. Some take an absolute URL only, and a count is never negative.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from newsmodel.fitting import Place
from newsmodel.iris import NAMES, is_iri
from newsmodel.model import (
    Account,
    Article,
    Badge,
    Comment,
    CommentThread,
    Concept,
    Feed,
    More,
    Organisation,
    Person,
    Quote,
    Section,
)
from newsmodel.model.check import shape
from newsmodel.model.frozen import INTEGER_LIMIT
from newsmodel.model.text import Text
from newsmodel.urls import SAFE_SCHEMES, is_safe, is_safe_image
from newsmodel.whitespace import collapse_string

LINKS: dict[type[Any], tuple[str, ...]] = {
    Account: ("url",),
    Article: ("canonical_url",),
    Comment: ("url",),
    CommentThread: ("url",),
    Concept: ("uri",),
    Feed: ("url", "feed_url"),
    More: ("url",),
    Organisation: ("url",),
    Person: ("url",),
    Quote: ("source_url",),
    Section: ("url",),
}
"""The addresses that other people's pages make links of."""

PICTURES: dict[type[Any], tuple[str, ...]] = {
    Account: ("avatar",),
    Badge: ("icon",),
    Feed: ("icon",),
    Organisation: ("logo",),
    Person: ("image",),
}
"""And those that they make pictures of."""

_SCHEMES = SAFE_SCHEMES | NAMES


def plain(node: Any, place: Place, *names: str) -> Any:
    """*node* with the rich texts *names* as plain ones on one line; what may be None is, if it has no words."""
    for name in names:
        value = getattr(node, name)
        if value is not None:
            node = place.set(node, "flattened", **{name: Text(collapse_string(str(value)))})
    return filled(node, place)


def filled(node: Any, place: Place) -> Any:
    """*node* with None for every empty string or text that may be None."""
    empty = [name for name in _optional(node.__class__) if getattr(node, name) in _EMPTY]
    return place.clear(node, *empty) if empty else node


_EMPTY = ("", Text())


@cache
def _optional(cls: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in shape(cls) if field.default is None)


def only(node: Any, place: Place, *names: str) -> Any:
    """*node* with only the fields *names*, empty strings as None, rich text left as it is."""
    return filled(place.keep(node, *names), place)


def absolute(node: Any, place: Place, *names: str) -> Any:
    """*node* with None for every one of the URLs *names* that is no absolute one, as `newsmodel.iris` takes it."""
    return place.clear(node, *(name for name in names if not is_iri(getattr(node, name))))


def is_safe_link(url: str | None) -> bool:
    """Whether nothing runs where this is made a link of: None, what `newsmodel.urls` takes, and names (`urn:`)."""
    return url is None or is_safe(url, schemes=_SCHEMES)


def safe(node: Any, place: Place) -> Any:
    """*node* with None for every one of its addresses that must not be followed or loaded (`LINKS`, `PICTURES`)."""
    links = [name for name in LINKS.get(type(node), ()) if not is_safe_link(getattr(node, name))]
    pictures = [name for name in PICTURES.get(type(node), ()) if not is_safe_image(getattr(node, name) or "")]
    return place.clear(node, *links, *pictures) if links or pictures else node


def natural(node: Any, place: Place, *names: str, limit: int = INTEGER_LIMIT) -> Any:
    """*node* with None for every one of the counts *names* that is negative, or not below *limit*."""
    return place.clear(node, *(name for name in names if not 0 <= (getattr(node, name) or 0) < limit))
