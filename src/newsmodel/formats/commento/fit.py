"""What Commento's export carries of an article and its thread."""

from __future__ import annotations

import hashlib
from typing import Any

import attrs

from newsmodel.comment_export import each_article, fitter
from newsmodel.fitting import Place
from newsmodel.formats.commento.terms import ADDRESS, ANONYMOUS, MODERATOR, ROOT, SYSTEM, UNDEFINED, typed
from newsmodel.html_fitting import settle_body
from newsmodel.model import Account, Article, Comment, CommentPrivate, CommentSource, Document
from newsmodel.report import Report
from newsmodel.site_comments import (
    article_rule,
    comment_rule,
    fit_pages,
    markdown_source,
    rules,
    thread_rule,
    value_rule,
)

_given_comment = comment_rule(
    "source", "votes", statuses=("published", "pending", "spam", "deleted"), otherwise="pending"
)
_given_article = article_rule("canonical_url")
_given_account = value_rule("name", "id", "url", "avatar", "role")


def _article_rule(node: Article, place: Place) -> Any:
    """The address is a domain and a path, reached by https; without one the key of the thread is."""
    if node.comments.comments and not node.canonical_url and node.comments.key:
        node = place.set(node, "altered", canonical_url=node.comments.key)
    node = _given_article(node, place)
    found = ADDRESS.fullmatch(node.canonical_url or "")
    return place.set(node, "altered", canonical_url=f"https://{found[1]}{found[2]}") if found else node


def _comment_rule(node: Comment, place: Place) -> Any:
    node = _given_comment(node, place)
    if node.parent == ROOT:
        node = place.clear(node, "parent")
    return node if node.author is not None else place.set(node, "guessed", author=Account(anonymous=True))


def _account_rule(node: Account, place: Place) -> Any:
    """Who has no id gets one, made of all that is known of them."""
    if node.anonymous and not node.id and not node.name:
        return place.keep(node, "anonymous")
    node = _given_account(node, place)
    if node is None:
        return place.replace(Account(), Account(anonymous=True), "account", "guessed")
    if node.role not in (None, MODERATOR):
        node = place.clear(node, "role")
    for name in ("url", "avatar"):
        if getattr(node, name) == UNDEFINED:
            node = place.clear(node, name)
    if node.id in (None, ANONYMOUS):
        words = "\n".join((node.name or "", node.url or "", node.avatar or ""))
        node = place.set(node, "guessed", id=hashlib.sha256(words.encode()).hexdigest())
    return node


def _settled(node: Comment, place: Place) -> Any:
    """A source that says what the body says anyway is none, and one without a body would become it."""
    node = settle_body(node, place)
    redundant = node.source is not None and (not node.body or node.source.text in ("", typed(node.body)))
    return place.clear(node, "source") if redundant else node


_table = rules(
    _comment_rule,
    thread_rule(SYSTEM),
    _article_rule,
    account=_account_rule,
    private=value_rule("email"),
    votes=("score",),
)
_plain = fitter({**_table, CommentSource: markdown_source})
_FIT = attrs.evolve(_plain, finish={**_plain.finish, Comment: _settled})


def fit(document: Any, report: Report, *, internal: bool = False) -> Any:
    """Pages with comments: the address; comments with parents, scores and states, bodies as HTML and as Markdown.

    No headline. Dates in UTC. A state that Commento does not have becomes unapproved. An author without an id gets a
    hash; two accounts of one id become the first; nobody becomes "anonymous".
    internal: e-mail addresses too.
    """
    fitted = fit_pages(document, report, _FIT, lambda article: article.canonical_url, internal=internal)
    return _one_each(fitted, report)


def _one_each(document: Document, report: Report) -> Document:
    """*document* with the same account and e-mail address wherever the same id stands."""
    known: dict[str, tuple[Account, CommentPrivate | None]] = {}
    return each_article(document, lambda article, _at: _with_known(article, known, report))


def _with_known(article: Article, known: dict[str, Any], report: Report) -> Article:
    place = Place("$", report)
    comments = []
    for comment in article.comments:
        account = comment.author
        if account is None or account.id is None:
            comments.append(place.clear(comment, "private"))
            continue
        author, private = known.setdefault(account.id, (account, comment.private))
        comments.append(place.set(comment, "altered", author=author, private=private))
    if tuple(comments) == article.comments.comments:
        return article
    return attrs.evolve(article, comments=attrs.evolve(article.comments, comments=comments))
