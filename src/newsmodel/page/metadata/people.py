"""Authors as people, out of schema.org's objects, meta elements and bylines. Roles and sites are no names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from newsmodel.model import Credit, Organisation, Person
from newsmodel.page.values import Record, first, line, lines, name_of, resolved, types, url_of
from newsmodel.phrases.bylines import listed, names_in, without_lead

_ORGANISATIONS: Final = frozenset(
    {"Organization", "NewsMediaOrganization", "Corporation", "Brand", "NGO", "GovernmentOrganization", "LocalBusiness"}
)
_ROLES: Final = {"author": "author", "editor": "editor", "contributor": "contributor", "translator": "translator",
                 "illustrator": "illustrator", "creator": "author"}  # fmt: skip
_MOST_CREDITS: Final = 100


def schema_credits(record: Record, by_id: dict[str, Record]) -> tuple[Credit, ...]:
    """The credits of an article's record: authors (else its creators), then editors, contributors, translators."""
    found: list[Credit] = []
    for key, role in _ROLES.items():
        if key == "creator" and any(credit.role == "author" for credit in found):
            continue
        agents = (agent for value in resolved(record.get(key), by_id) for agent in _agents(value))
        found.extend(Credit(agent, role=role) for agent in agents)
    return unique(found)


def unique(found: Iterable[Credit]) -> tuple[Credit, ...]:
    """Credits in order, each name once in a role; the fuller of two records of one name stays."""
    by_name: dict[tuple[str, str], Credit] = {}
    for credit in found:
        key = (credit.role, credit.agent.name.casefold())
        if key not in by_name or _fullness(by_name[key]) < _fullness(credit):
            by_name[key] = credit
    return tuple(by_name.values())[:_MOST_CREDITS]


def named_credits(texts: Iterable[str]) -> tuple[Credit, ...]:
    """The credits of the people whose names stand in *texts*: each a name, or a list of names as bylines have it."""
    return unique(Credit(Person(name)) for text in texts for name in names_in(text))


def _agents(value: Any) -> list[Person | Organisation]:
    """The agents that one value of `author` stands for: several where one string lists them."""
    if not isinstance(value, dict):
        return [Person(name) for name in listed(without_lead(line(value)))]
    if types(value) & _ORGANISATIONS:
        organisation = organisation_of(value)
        return [organisation] if organisation else []
    if isinstance(value.get("name"), list):
        return [Person(name) for text in lines(value["name"]) for name in listed(text)]
    names = listed(without_lead(_full_name(value)))
    if len(names) == 1:
        return [_person(names[0], value)]
    return [Person(name) for name in names]


def _full_name(record: Record) -> str:
    parts = (line(first(record.get(key))) for key in ("givenName", "familyName"))
    return name_of(record) or " ".join(part for part in parts if part)


def _person(name: str, record: Record) -> Person:
    affiliation = first(record.get("affiliation") or record.get("worksFor"))
    biography = line(first(record.get("description")))
    return Person(
        name,
        url=url_of({"url": record.get("url")}) or None,
        image=url_of(first(record.get("image"))) or None,
        title=line(first(record.get("jobTitle"))) or None,
        biography=biography or None,
        affiliation=Organisation(name_of(affiliation)) if name_of(affiliation) else None,
        same_as=lines(record.get("sameAs")),
    )


def organisation_of(value: Any) -> Organisation | None:
    """The organisation that an object or a string stands for; None if it has no name."""
    name = name_of(value)
    if not name:
        return None
    if not isinstance(value, dict):
        return Organisation(name)
    address = url_of({"url": value.get("url")})
    logo = url_of(first(value.get("logo")))
    return Organisation(name, url=address or None, logo=logo or None, same_as=lines(value.get("sameAs")))


def _fullness(credit: Credit) -> int:
    agent = credit.agent
    return sum(
        getattr(agent, name, None) not in (None, ()) for name in ("url", "image", "title", "biography", "same_as")
    )
