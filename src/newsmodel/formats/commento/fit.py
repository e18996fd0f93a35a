"""What Commento's export carries of an article and its thread."""

from __future__ import annotations

import hashlib
from operator import is_
from typing import Any, TypeAlias

import attrs

from newsmodel.comment_export import fitter
from newsmodel.fitting import Place
from newsmodel.formats.commento.terms import ADDRESS, ANONYMOUS, MODERATOR, ROOT, SYSTEM, UNDEFINED, typed
from newsmodel.html_fitting import settle_body
from newsmodel.model import Account, Article, Comment, CommentPrivate, CommentSource
from newsmodel.plain_fitting import is_safe_link
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
    key = node.comments.key
    if node.comments.comments and not node.canonical_url and key and is_safe_link(key):
        node = place.set(node, "altered", canonical_url=key)
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
        node = place.set(node, "guessed", id=_hashed(node.name, node.url, node.avatar))
    return node


def _hashed(*words: str | None) -> str:
    return hashlib.sha256("\n".join(word or "" for word in words).encode()).hexdigest()


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
    hash, and so does one of an id that another name has; of one name and id the first is kept; nobody becomes
    "anonymous".
    internal: e-mail addresses too.
    """
    people: _People = {}
    return fit_pages(
        document,
        report,
        _FIT,
        lambda article: article.canonical_url,
        internal=internal,
        settle=lambda article, at, report: _with_people(article, people, at, report),
    )


_People: TypeAlias = dict[str, tuple[Account, CommentPrivate | None]]
"""The account of each id, and the private data that go with it."""


def _with_people(article: Article, people: _People, at: str, report: Report) -> Article:
    """*article* with the same account and e-mail address wherever the same id stands."""
    comments = tuple(
        _of_known(comment, people, Place(f"{at}.comments.comments[{number}]", report))
        for number, comment in enumerate(article.comments)
    )
    if all(map(is_, comments, article.comments)):
        return article
    return attrs.evolve(article, comments=attrs.evolve(article.comments, comments=comments))


def _of_known(comment: Comment, people: _People, place: Place) -> Any:
    account = comment.author
    if account is None or account.id is None:
        return place.clear(comment, "private")
    id = account.id
    while id in people and people[id][0].name != account.name:  # somebody else's
        id = _hashed(id, account.name)
    account, private = people.setdefault(id, (attrs.evolve(account, id=id), comment.private))
    return place.set(comment, "altered", author=account, private=private)
