"""Who wrote it: JSON-LD and microdata, then meta elements, then the byline that the page shows near its headline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import Any, Final

from newsmodel.model import Credit, Organisation, Person
from newsmodel.page.metadata.choosing import Candidate, explain
from newsmodel.page.metadata.people import named_credits, schema_credits, unique
from newsmodel.page.metadata.shown_bylines import Byline, shown_byline
from newsmodel.page.sources import Sources, key_of, labels_of
from newsmodel.page.values import first, name_of

_META: Final = (
    "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator",
    "article:author_name", "articleauthor", "byl", "cxenseparse:author", "twitter:data1", "rbauthors", "creator",
)  # fmt: skip

Rank = tuple[str, Sequence[Credit]]


def byline_fields(sources: Sources) -> dict[str, Any]:
    """`byline` as the page shows it, and `credits`. The site itself is an author only where nobody else is named."""
    told = schema_credits(sources.article, sources.by_id)
    sites = _names_of_site(sources)
    authors_told = [credit for credit in told if credit.role == "author"]
    ranks = [(sources.origin("author"), authors_told), *_in_head(sources, _organisations(told))]
    is_told = any(_others(credits, sites) for _, credits in ranks)
    shown = shown_byline(sources.survey, thoroughly=not is_told)
    ranks.append(("byline", [Credit(Person(name)) for name in (shown.names if shown else ())]))
    authors = _authors(ranks, sites)
    others = [credit for credit in told if credit.role != "author"]
    if sources.explains:
        explain(sources.report, "authors", "$.credits", _listed(authors), _candidates(ranks), _as_set)
    return {"byline": _text(shown), "credits": unique((*authors, *others))}


def _text(shown: Byline | None) -> str | None:
    return shown.text or None if shown else None


def _in_head(sources: Sources, organisations: Set[str]) -> Iterator[Rank]:
    """The names in each kind of meta element, without those that the record knows as an organisation's."""
    for name in filter(sources.head.meta.__contains__, _META):
        credits = named_credits(text for text in sources.head.all(name) if "://" not in text)
        yield name, [credit for credit in credits if key_of(credit.agent.name) not in organisations]


def _organisations(credits: Sequence[Credit]) -> set[str]:
    return {key_of(credit.agent.name) for credit in credits if isinstance(credit.agent, Organisation)}


def _authors(ranks: Sequence[Rank], sites: Set[str]) -> Sequence[Credit]:
    """The agents of the first rank that has some, and those whom a longer list in the head has beside them.

    The site itself is an author where no rank has another.
    """
    found = [_others(credits, sites) for _, credits in ranks]
    people = next(filter(None, found), [])
    if found[-1] and _are_accounts(people) and not _are_accounts(found[-1]):
        people = found[-1]
    if not people:
        return [_as_organisation(credit) for _, credits in ranks for credit in credits][:1]
    names = _keys(people)
    longer = next((others for others in found[:-1] if names < _keys(others)), [])
    return unique((*people, *longer))


def _are_accounts(credits: Sequence[Credit]) -> bool:
    """Whether all names are single words, as accounts in a system have them, and pen names."""
    return all(" " not in credit.agent.name and credit.agent.name.isascii() for credit in credits)


def _keys(credits: Sequence[Credit]) -> set[str]:
    return {key_of(credit.agent.name) for credit in credits}


def _others(credits: Sequence[Credit], sites: Set[str]) -> list[Credit]:
    return [credit for credit in credits if not _is_of_site(credit.agent.name, sites)]


def _is_of_site(name: str, sites: Set[str]) -> bool:
    """Whether a name is the site's, or begins with it, written as no first name is: "BBC Scotland"."""
    opening, _, rest = name.partition(" ")
    return key_of(name) in sites or (bool(rest) and not opening.istitle() and key_of(opening) in sites)


def _names_of_site(sources: Sources) -> set[str]:
    """The names that are the site's, as keys."""
    names = [*sources.head.all("og:site_name", "application-name"), name_of(first(sources.article.get("publisher")))]
    return {key_of(name) for name in (*names, *labels_of(sources.base)) if name}


def _as_organisation(credit: Credit) -> Credit:
    return (
        credit if isinstance(credit.agent, Organisation) else Credit(Organisation(credit.agent.name), role=credit.role)
    )


def _candidates(ranks: Sequence[Rank]) -> Iterator[Candidate]:
    return (Candidate(name, _listed(credits)) for name, credits in ranks)


def _listed(credits: Sequence[Credit]) -> str:
    return ", ".join(credit.agent.name for credit in credits)


def _as_set(names: str) -> frozenset[str]:
    return frozenset(map(key_of, names.split(", ")))
