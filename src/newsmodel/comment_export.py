"""What the exports and APIs of comment systems share: one id a comment, tombstones, and rules for what none carries."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import is_
from typing import Any, TypeVar

import attrs

from newsmodel.fitting import Fitter, Place, Rule
from newsmodel.html_fitting import FRAGMENT, FRAGMENT_FINISH, settle_body
from newsmodel.model import Article, Comment, CommentThread, Document, Feed
from newsmodel.model.base import Node
from newsmodel.plain_fitting import safe
from newsmodel.report import Report

N = TypeVar("N", bound=Node)


def fitter(rules: dict[type[Any], Rule], *, body: bool = False) -> Fitter:
    """A fitter for comments whose bodies are fragments of HTML. body: the article's is one too.

    Before any of *rules*, addresses that run code where people click them are dropped: people click all of them.
    """
    finish = {**FRAGMENT_FINISH, Comment: settle_body}
    if body:
        finish[Article] = settle_body
    return Fitter({cls: _safely(rule) for cls, rule in {**FRAGMENT, **rules}.items()}, finish)


def _safely(rule: Rule) -> Rule:
    return lambda node, place: rule(safe(node, place), place)


def require(document: Any, name: str) -> Document:
    """*document* if it is an Article or a Feed; a lone comment, or a thread, as an article.

    Raises TypeError for anything else, in the name of the format *name*.
    """
    if isinstance(document, (Article, Feed)):
        return document
    if isinstance(document, CommentThread):
        return Article(comments=document)
    if isinstance(document, Comment):
        return Article(comments=CommentThread([document]))
    raise TypeError(f"{name} takes an Article, a Feed, a CommentThread or a Comment, not {type(document).__name__}")


def articles_of(document: Any, name: str) -> tuple[Article, ...]:
    """The articles of *document*, as `require` takes it: those of a feed, else the one. Raises TypeError."""
    document = require(document, name)
    return document.articles if isinstance(document, Feed) else (document,)


def each_article(document: Document, change: Callable[[Article, str], Article]) -> Document:
    """*document* with every article as *change*, told it and its path, leaves it; itself if none changed."""
    if isinstance(document, Article):
        return change(document, "$")
    changed = [change(article, f"$.articles[{number}]") for number, article in enumerate(document.articles)]
    return document if all(map(is_, changed, document.articles)) else attrs.evolve(document, articles=changed)


def fit_adopted(node: Any, report: Report, fit: Callable[[Document, Report], Any]) -> Any:
    """*node* as `require` takes it, as *fit* leaves it; the losses by their places in *node* itself.

    Anything else, a block or a picture, is nothing that people comment on: dropped.
    """
    if isinstance(node, (Article, Feed)):
        return fit(node, report)
    if not isinstance(node, (CommentThread, Comment)):
        node = Place("$", report).replace(node, Article(), getattr(node, "type", "text"), "dropped")
        return fit(node, report)
    inner = Report()
    fitted = fit(require(node, ""), inner)
    holder = "$.comments" if isinstance(node, CommentThread) else "$.comments.comments[0]"
    report.losses += [attrs.evolve(loss, at=_below(loss.at, holder)) for loss in inner.losses]
    return fitted


def _below(at: str, holder: str) -> str:
    """The path *at* as one that begins at *holder*; what lies beside it is said of the whole."""
    return f"${at.removeprefix(holder)}" if at.startswith(holder) else "$"


def without_body(document: Document, report: Report) -> Document:
    """*document* without the blocks of its articles, each reported as dropped at its place."""

    def bare(article: Article, at: str) -> Article:
        for number, block in enumerate(article.body):
            Place(f"{at}.body[{number}]", report).drop(block)
        return attrs.evolve(article, body=()) if article.body else article

    return each_article(document, bare)


def buried(node: Comment, place: Place) -> Any:
    """*node* without its words if it was deleted: a tombstone shows none."""
    return place.clear(node, "body") if node.status == "deleted" else node


def unique(comments: Iterable[Comment], report: Report) -> tuple[Comment, ...]:
    """*comments* with one of each id: the one edited last, of those the last; the others are reported as dropped."""
    kept: dict[str, Comment] = {}
    for comment in comments:
        before = kept.get(comment.id)
        if before is not None:
            report.loss("comment", "dropped", "$.comments", f"the id {comment.id!r} stands twice")
        if before is None or before.edited is None or (comment.edited and comment.edited >= before.edited):
            kept[comment.id] = comment
    return tuple(kept.values())


def lost_without_id(report: Report, source: str) -> None:
    """Reports that a comment, at *source* in the input, is dropped: nothing can answer it."""
    report.loss("comment", "dropped", "$.comments", "it has no id", source=source)


def unless_empty(node: N) -> N | None:
    """*node*, an account or the like, or None if it says nothing."""
    return None if node == type(node)() else node
