"""People and organisations, and what they are credited for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

import attrs
from attrs import field

from newsmodel.model.base import Node
from newsmodel.model.concepts import Identifier, identifiers
from newsmodel.model.convert import strings
from newsmodel.model.text import Text, as_optional_text


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Organisation(Node):
    """A publisher, agency, desk or company.

    logo: URL of a picture. same_as: URLs of the same organisation elsewhere.
    """

    name: str = field(kw_only=False)
    url: str | None = None
    logo: str | None = None
    identifiers: tuple[Identifier, ...] = field(default=(), converter=identifiers)
    same_as: tuple[str, ...] = field(default=(), converter=strings)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Person(Node):
    """A journalist, photographer, speaker. image: URL of a portrait. title: the job ("Health correspondent").

    email is internal: it is written only with `internal=True`.
    """

    name: str = field(kw_only=False)
    url: str | None = None
    image: str | None = None
    biography: Text | None = field(default=None, converter=as_optional_text)
    title: str | None = None
    email: str | None = None
    location: str | None = None
    affiliation: Organisation | None = None
    identifiers: tuple[Identifier, ...] = field(default=(), converter=identifiers)
    same_as: tuple[str, ...] = field(default=(), converter=strings)


Agent: TypeAlias = Person | Organisation


def as_agent(value: Agent | str) -> Agent:
    """An agent; a str is the name of a person."""
    return Person(value) if isinstance(value, str) else value


def as_organisation(value: Organisation | str | None) -> Organisation | None:
    """An organisation; a str is its name."""
    return Organisation(value) if isinstance(value, str) else value


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Credit(Node):
    """Who did what: `Credit("Ann Lee")`, `Credit(Person("Joe Wu"), role="photographer")`.

    role: "author", "photographer", "editor", "translator", "illustrator", "contributor", or a format's own.
    credited_as: the name as printed, where it is not the agent's.
    """

    agent: Person | Organisation = field(kw_only=False, converter=as_agent)
    role: str = "author"
    credited_as: str | None = None


def credits(values: Iterable[Credit | Agent | str]) -> tuple[Credit, ...]:
    """Credits in order; an agent, or the name of a person, is an author's credit."""
    if isinstance(values, str):
        raise TypeError(f"credits are a list, [{values!r}], not a str")
    return tuple(Credit(value) if isinstance(value, (str, Person, Organisation)) else value for value in values)
