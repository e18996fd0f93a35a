"""What a story of Coral carries of an article and its thread."""

from __future__ import annotations

from typing import Any

from newsmodel.comment_export import buried, fit_adopted, fitter, without_body
from newsmodel.fitting import Place, Rules
from newsmodel.formats.coral.terms import BEST, KINDS, ROLES, STATUS_NAMES, SYSTEM, WORST
from newsmodel.model import (
    Account,
    Article,
    Badge,
    Comment,
    CommentThread,
    Dates,
    Feed,
    More,
    Rating,
    Section,
    Tally,
)
from newsmodel.plain_fitting import only, plain
from newsmodel.report import Report

_rules = Rules()


@_rules(Feed)
def _feed(node: Feed, place: Place) -> Any:
    return place.keep(node, "articles")


@_rules(Article)
def _article(node: Article, place: Place) -> Any:
    node = only(node, place, "headline", "canonical_url", "byline", "summary", "section", "dates", "comments")
    node = plain(node, place, "headline", "byline", "summary")
    return place.clear(node, "section") if node.section is not None and not node.section.name else node


@_rules(Section)
def _section(node: Section, place: Place) -> Any:
    return place.keep(node, "name")


@_rules(Dates)
def _dates(node: Dates, place: Place) -> Any:
    return place.keep(node, "published", "modified")


@_rules(CommentThread)
def _thread(node: CommentThread, place: Place) -> Any:
    node = only(node, place, "comments", "declared", "open", "system", "key", "more")
    node = place.set(node, "altered", system=SYSTEM)
    top = [more for more in node.more if more.parent is None and more.cursor]
    return place.set(node, "dropped", more=top[:1])


@_rules(More)
def _more(node: More, place: Place) -> Any:
    return place.keep(node, "cursor")


@_rules(Comment)
def _comment(node: Comment, place: Place) -> Any:
    names = ("id", "parent", "author", "created", "edited", "body", "kind", "status", "votes", "rating", "flags")
    node = buried(only(node, place, *names, "declared_replies", "url"), place)
    node = place.set(node, "dropped", flags=[flag for flag in node.flags if flag in ("featured", "edited")])
    if node.edited is not None:
        node = place.set(node, "altered", flags=[*node.flags, "edited"])
    if node.kind not in KINDS.values():
        node = place.set(node, "altered", kind="comment")
    if node.status not in STATUS_NAMES:  # what may not be public stays so
        node = place.set(node, "altered", status="rejected" if node.status == "spam" else "pending")
    return node


@_rules(Rating)
def _rating(node: Rating, place: Place) -> Any:
    """Whole stars, one to five."""
    if (node.best, node.worst) != (BEST, WORST) or node.value not in range(WORST, BEST + 1):
        return place.drop(node)
    return place.keep(node, "value", "best", "worst")


@_rules(Account)
def _account(node: Account, place: Place) -> Any:
    node = only(node, place, "id", "name", "avatar", "role", "badges")
    return node if node.role is None or node.role in ROLES.values() else place.clear(node, "role")


@_rules(Badge)
def _badge(node: Badge, place: Place) -> Any:
    return place.keep(node, "label") if node.label else place.drop(node)


@_rules(Tally)
def _tally(node: Tally, place: Place) -> Any:
    return place.keep(node, "up")


_FIT = fitter(_rules)


def fit(document: Any, report: Report) -> Any:
    """The page's record (title, address, byline, summary, section, two dates) and the thread, its bodies as HTML.

    Every other field of the article is dropped, the body too. A spam comment becomes a rejected one, and one of unknown
    status a pending one; a deleted one keeps no words. Votes are the reactions (`Tally.up`); ratings, stars of five.
    """
    return fit_adopted(document, report, lambda each, report: _FIT(without_body(each, report), report))
