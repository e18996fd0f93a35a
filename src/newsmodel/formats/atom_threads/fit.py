"""What Atom carries of an article and its thread."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import attrs

from newsmodel.comment_export import fit_adopted, fitter
from newsmodel.fitting import Place, Rules
from newsmodel.formats.atom_threads.terms import UNDATED
from newsmodel.model import (
    Account,
    Article,
    Comment,
    CommentThread,
    Concept,
    Credit,
    Dates,
    Feed,
    Organisation,
    Person,
)
from newsmodel.plain_fitting import absolute, natural, only, plain
from newsmodel.report import Report
from newsmodel.whitespace import collapse_string

MOST_REPLIES = 10**18
"""A count of more digits is no count."""

_rules = Rules()


def _named(node: Any, place: Place) -> Any:
    """*node* with its name on one line, and its address if that is one."""
    name = None if node.name is None else collapse_string(node.name)
    node = place.set(node, "altered", name=(name or None) if isinstance(node, Account) else name)
    return absolute(node, place, "url")


def _modified(published: datetime | None, modified: datetime | None) -> datetime | None:
    """`updated` is required: the same as `published`, and the epoch, say that nothing was changed."""
    return None if modified in (published, UNDATED) else modified


@_rules(Feed)
def _feed(node: Feed, place: Place) -> Any:
    if len(node.articles) < _SEVERAL:
        return node
    return plain(absolute(only(node, place, "title", "url", "articles"), place, "url"), place, "title")


@_rules(Article)
def _article(node: Article, place: Place) -> Any:
    names = ("id", "headline", "summary", "credits", "dates", "canonical_url", "concepts", "body", "comments")
    node = plain(absolute(only(node, place, *names), place, "canonical_url"), place, "headline", "summary")
    authors = [each for each in node.credits if each.role == "author" and collapse_string(each.agent.name)]
    node = place.set(node, "dropped", credits=authors)
    return place.set(node, "dropped", concepts=[each for each in node.concepts if each.name and not _broken(each.name)])


def _broken(name: str) -> bool:
    """Whether an attribute would give *name* back changed."""
    return any(letter in name for letter in "\t\n\r")


@_rules(Dates)
def _dates(node: Dates, place: Place) -> Any:
    node = place.keep(node, "published", "modified")
    return place.set(node, "dropped", modified=_modified(node.published, node.modified))


@_rules(Credit)
def _credit(node: Credit, place: Place) -> Any:
    """An Atom author is a person."""
    node = place.keep(node, "agent", "role")
    if isinstance(node.agent, Organisation):
        person = Person(node.agent.name, url=node.agent.url)
        node = place.set(node, "flattened", agent=person)
    return node


@_rules(Person)
def _person(node: Person, place: Place) -> Any:
    return _named(only(node, place, "name", "url"), place)


@_rules(Concept)
def _concept(node: Concept, place: Place) -> Any:
    return place.set(place.keep(node, "name", "kind"), "altered", kind="keyword")


@_rules(CommentThread)
def _thread(node: CommentThread, place: Place) -> Any:
    node = absolute(only(node, place, "comments", "declared", "url"), place, "url")
    return natural(node, place, "declared", limit=MOST_REPLIES)


@_rules(Comment)
def _comment(node: Comment, place: Place) -> Any:
    """A feed is public: what is not published has no entry."""
    if node.status != "published":
        return place.drop(node, detail=f"it is {node.status}")
    names = ("id", "parent", "author", "created", "edited", "body", "url", "declared_replies")
    node = absolute(only(node, place, *names), place, "url")
    node = place.set(node, "dropped", edited=_modified(node.created, node.edited))
    return natural(node, place, "declared_replies", limit=MOST_REPLIES)


@_rules(Account)
def _account(node: Account, place: Place) -> Any:
    node = _named(only(node, place, "name", "url"), place)
    return node if node != Account() else place.drop(node)


def _article_of_one(node: Feed, place: Place) -> Any:
    """A feed of one article reads as that article."""
    if len(node.articles) >= _SEVERAL:
        return node
    return place.replace(node, node.articles[0] if node.articles else Article(), "feed", "flattened")


_SEVERAL = 2
_SETTLED = fitter(_rules, body=True)
_FIT = attrs.evolve(_SETTLED, finish={**_SETTLED.finish, Feed: _article_of_one})


def fit(document: Any, report: Report) -> Any:
    """Headline, summary, authors, two dates, address, keywords and the body as HTML; the published comments.

    Of a comment: id, parent, the author's name and address, two dates, body, URL. The rest is dropped, comments that
    are not published too, and a date of change that is the date of publication. A feed of fewer than two articles is
    its article.
    """
    return fit_adopted(document, report, _FIT)
