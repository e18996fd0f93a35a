"""Records of plain strings and numbers: what is left of the model's values there, as changes that are reported.

Most formats of APIs and exports keep a title, a name or a summary as a string, and know no difference between an empty
string and an absent one. Some take an absolute URL only, and a count is never negative.
"""

from __future__ import annotations

from typing import Any

from newsmodel.fitting import Place
from newsmodel.iris import is_iri
from newsmodel.model.check import shape
from newsmodel.model.text import Text
from newsmodel.whitespace import collapse_string


def plain(node: Any, place: Place, *names: str) -> Any:
    """*node* with the rich texts *names* as plain ones on one line; what may be None is, if it has no words."""
    for name in names:
        value = getattr(node, name)
        if value is not None:
            node = place.set(node, "flattened", **{name: Text(collapse_string(str(value)))})
    return filled(node, place)


def filled(node: Any, place: Place) -> Any:
    """*node* with None for every empty string or text that may be None."""
    empty = [f.name for f in shape(type(node)) if f.default is None and getattr(node, f.name) in ("", Text())]
    return place.clear(node, *empty) if empty else node


def only(node: Any, place: Place, *names: str) -> Any:
    """*node* with only the fields *names*, empty strings as None, rich text left as it is."""
    return filled(place.keep(node, *names), place)


def absolute(node: Any, place: Place, *names: str) -> Any:
    """*node* with None for every one of the URLs *names* that is no absolute one, as `newsmodel.iris` takes it."""
    return place.clear(node, *(name for name in names if not is_iri(getattr(node, name))))


def natural(node: Any, place: Place, *names: str) -> Any:
    """*node* with None for every one of the counts *names* that is negative."""
    return place.clear(node, *(name for name in names if (getattr(node, name) or 0) < 0))
