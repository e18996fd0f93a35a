"""What an ActivityStreams Article carries of an article, and its replies of a thread."""

from __future__ import annotations

from typing import Any

from newsmodel.comment_export import fit_adopted, fitter
from newsmodel.fitting import Place, Rules
from newsmodel.formats.activitystreams.terms import AGENTS, TAG_TYPES
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
    Tally,
)
from newsmodel.plain_fitting import absolute, natural, only, plain
from newsmodel.report import Report

_rules = Rules()


@_rules(Feed)
def _feed(node: Feed, place: Place) -> Any:
    return plain(only(node, place, "title", "articles"), place, "title")


@_rules(Article)
def _article(node: Article, place: Place) -> Any:
    node = only(
        node, place, "id", "headline", "summary", "credits", "dates", "canonical_url", "concepts", "body", "comments"
    )
    node = plain(absolute(node, place, "canonical_url"), place, "headline", "summary")
    authors = [credit for credit in node.credits if credit.role == "author" and credit.agent.name]
    node = place.set(node, "dropped", credits=authors)
    return place.set(node, "dropped", concepts=[each for each in node.concepts if each.name])


@_rules(Dates)
def _dates(node: Dates, place: Place) -> Any:
    return place.keep(node, "published", "modified")


@_rules(Credit)
def _credit(node: Credit, place: Place) -> Any:
    return place.keep(node, "agent", "role")


@_rules(*AGENTS.values())
def _agent(node: Person | Organisation, place: Place) -> Any:
    picture = "image" if isinstance(node, Person) else "logo"
    return absolute(only(node, place, "name", "url", picture), place, "url", picture)


@_rules(Concept)
def _concept(node: Concept, place: Place) -> Any:
    node = only(node, place, "name", "kind", "uri")
    node = absolute(node, place, "uri")
    return node if node.kind in TAG_TYPES.values() else place.clear(node, "kind")


@_rules(CommentThread)
def _thread(node: CommentThread, place: Place) -> Any:
    return natural(place.keep(node, "comments", "declared"), place, "declared")


@_rules(Comment)
def _comment(node: Comment, place: Place) -> Any:
    """A comment that is not published is a tombstone: when it was made, what it answers, no word of it."""
    names = ("id", "parent", "author", "created", "edited", "body", "status", "votes", "url", "declared_replies")
    node = only(node, place, *names)
    if node.status != "published":
        node = place.set(node, "altered", status="deleted")
        return place.keep(node, "id", "parent", "created", "status", effect="redacted")
    return natural(absolute(node, place, "url"), place, "declared_replies")


@_rules(Account)
def _account(node: Account, place: Place) -> Any:
    return absolute(only(node, place, "id", "name", "url", "avatar", "handle"), place, "url", "avatar")


@_rules(Tally)
def _tally(node: Tally, place: Place) -> Any:
    return natural(place.keep(node, "up"), place, "up")


_FIT = fitter(_rules, body=True)


def fit(document: Any, report: Report) -> Any:
    """Headline, summary, authors, two dates, address, subjects and the body as HTML; the thread without its paging.

    The rest is dropped, as is a URL that is not absolute. A comment that is pending, spam, rejected or withheld becomes
    a tombstone, as a deleted one is: its words, author and votes are redacted.
    """
    return fit_adopted(document, report, _FIT)
