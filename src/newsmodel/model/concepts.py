"""Concepts and identifiers: what an article is about, and by what names it is known."""

from __future__ import annotations

from collections.abc import Iterable

import attrs
from attrs import field

from newsmodel.model.base import Node
from newsmodel.model.convert import as_number


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Identifier(Node):
    """A name by which a system knows the article: ninjs `altIds`, NITF `doc-id`, a GUID."""

    value: str = field(kw_only=False)
    scheme: str | None = None


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Concept(Node):
    """A subject, person, organisation, place, event or keyword, as NewsML-G2 and ninjs mean it.

    kind: "subject", "person", "organisation", "place", "event", "object", "keyword", or a format's own.
    uri, scheme, code: the concept in a controlled vocabulary (a qcode is scheme and code).
    rel: how the article relates to it. relevance, confidence: 0.0 to 1.0 or as the source counts.
    creator: who assigned it. primary: the main one of its kind.
    """

    name: str = field(kw_only=False)
    kind: str | None = None
    uri: str | None = None
    scheme: str | None = None
    code: str | None = None
    rel: str | None = None
    relevance: float | None = field(default=None, converter=as_number)
    confidence: float | None = field(default=None, converter=as_number)
    creator: str | None = None
    primary: bool = False


def concepts(values: Iterable[Concept | str]) -> tuple[Concept, ...]:
    """Concepts in order; a str is a keyword."""
    if isinstance(values, str):
        raise TypeError(f"concepts are a list, [{values!r}], not a str")
    return tuple(Concept(value, kind="keyword") if isinstance(value, str) else value for value in values)


def identifiers(values: Iterable[Identifier]) -> tuple[Identifier, ...]:
    """Identifiers in order."""
    return tuple(values)
