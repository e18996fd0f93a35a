"""Commento's export (`commento`), version 1, JSON: comments, and the commenters that they name.

A page is an article, its address `domain` and `url` (a path). `markdown` is what people typed, which Commento's import
renders anew; `html` is what it became, and what is read, if it is there (else the Markdown, with the extra `markdown`).
A comment by "anonymous" has an anonymous account. Commenters stand once: of two accounts of one id the first is kept.
Source: https://gitlab.com/commento/commento, `api/domain_export.go`, `api/comment.go` and `api/commenter.go`.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import Any

import attrs

from newsmodel.codec import decode, encode
from newsmodel.codec.foreign import Object, given
from newsmodel.comment_export import articles_of, each_article, fitter, lost_without_id
from newsmodel.dates import format_rfc3339
from newsmodel.errors import FormatError
from newsmodel.fitting import Place
from newsmodel.format import Format, beginning
from newsmodel.html_fitting import fragment, read_fragment, settle_body
from newsmodel.model import (
    Account,
    Article,
    Block,
    Comment,
    CommentPrivate,
    CommentSource,
    CommentThread,
    Document,
    Tally,
)
from newsmodel.model.comments import Status
from newsmodel.rendering.markdown import markdown
from newsmodel.report import Report
from newsmodel.site_comments import (
    article_rule,
    comment_rule,
    fit_pages,
    markdown_source,
    pages,
    read_typed,
    rules,
    thread_rule,
    value_rule,
)

SYSTEM = "commento"
VERSION = 1
_ANONYMOUS = "anonymous"
_ROOT = "root"
_MODERATOR = "moderator"
_URL = re.compile(r"https?://([^/?#\s]+)((?:[/?][^#]*)?)(?:#.*)?", re.DOTALL | re.IGNORECASE)
_STATUSES: dict[str, Status] = {"approved": "published", "unapproved": "pending", "flagged": "spam"}
_STATES = {status: state for state, status in _STATUSES.items()} | {"deleted": "approved"}

_Person = tuple[Account | None, str | None]


def parse(data: bytes, report: Report) -> Document:
    """The pages with comments: one as an article, several as a feed.

    Losses: other members, by their names ("commenter.provider"). Raises FormatError for what is no export.
    """
    value = decode(data)
    if not isinstance(value, dict) or not isinstance(value.get("comments"), list):
        raise FormatError('an export is an object with "version", "comments" and "commenters"', at="$")
    export = Object(value, report, "export")
    if export.integer("version") != VERSION:
        raise FormatError(f"the version of an export is {VERSION}", at="$.version")
    people = dict(_people(export))
    found = [
        (_url(each), comment)
        for each in export.objects("comments", what="comment")
        for comment in _comment(each, people)
    ]
    export.finish()
    return pages(found, _page, report)


def _page(url: str | None, comments: tuple[Comment, ...]) -> Article:
    return Article(canonical_url=url, comments=CommentThread(comments, system=SYSTEM))


def _url(each: Object) -> str | None:
    domain, path = each.string("domain"), each.string("url") or ""
    if domain is None:
        return path or None
    return f"https://{domain}{path if path[:1] in ('', '/', '?') else f'/{path}'}"


def _people(export: Object) -> Iterator[tuple[str, _Person]]:
    for each in export.objects("commenters", what="commenter"):
        each.pass_over("joinDate")
        photo = each.string("photo")
        account = Account(
            each.string("name"),
            id=each.key("commenterHex"),
            url=_unless_undefined(each.string("link")),
            avatar=_unless_undefined(photo),
            role=_MODERATOR if each.truth("isModerator") else None,
        )
        email = each.string("email")
        each.finish()
        if account.id is not None:
            yield account.id, (account, email)


def _unless_undefined(value: str | None) -> str | None:
    return None if value == "undefined" else value  # what its database holds for none


def _comment(each: Object, people: dict[str, _Person]) -> Iterator[Comment]:
    id = each.key("commentHex")
    each.pass_over("direction", "markdown", "html", "state")
    if id is None:
        lost_without_id(each.report, each.at)
        return
    is_deleted = bool(each.truth("deleted"))
    typed, html = ("", "") if is_deleted else (each.string("markdown") or "", each.string("html") or "")
    body = read_fragment(html, each.report) if html else read_typed(typed, each.report)
    parent = each.key("parentHex")
    account, email = _person(each.key("commenterHex"), people)
    yield Comment(
        id=id,
        parent=None if parent == _ROOT else parent,
        author=account,
        created=each.moment("creationDate"),
        body=body,
        source=None if not body or typed in ("", _typed(body)) else CommentSource(typed, format="markdown"),
        status="deleted" if is_deleted else _STATUSES.get(each.string("state") or "approved", "unknown"),
        votes=Tally(score=each.integer("score")),
        private=CommentPrivate(email=email) if email else None,
    )
    each.finish()


def _person(hex: str | None, people: dict[str, _Person]) -> _Person:
    if hex in (None, _ANONYMOUS):
        return Account(anonymous=True), None
    return people.get(hex, (Account(id=hex), None))


def _typed(body: tuple[Block, ...]) -> str:
    """The Markdown of a comment that nobody typed as Markdown."""
    return markdown.separator.join(markdown.render(block) for block in body)


_given_comment = comment_rule(
    "source", "votes", statuses=("published", "pending", "spam", "deleted"), otherwise={"": "pending"}
)
_given_article = article_rule("canonical_url")
_given_account = value_rule("name", "id", "url", "avatar", "role")


def _article_rule(node: Article, place: Place) -> Any:
    """The address is a domain and a path, reached by https; without one the key of the thread is."""
    if node.comments.comments and not node.canonical_url and node.comments.key:
        node = place.set(node, "altered", canonical_url=node.comments.key)
    node = _given_article(node, place)
    found = _URL.fullmatch(node.canonical_url or "")
    return place.set(node, "altered", canonical_url=f"https://{found[1]}{found[2]}") if found else node


def _comment_rule(node: Comment, place: Place) -> Any:
    node = _given_comment(node, place)
    if node.parent == _ROOT:
        node = place.clear(node, "parent")
    return node if node.author is not None else place.set(node, "guessed", author=Account(anonymous=True))


def _account_rule(node: Account, place: Place) -> Any:
    """Who has no id gets one, made of all that is known of them."""
    if node.anonymous and not node.id and not node.name:
        return place.keep(node, "anonymous")
    node = _given_account(node, place)
    if node is None:
        return place.replace(Account(), Account(anonymous=True), "account", "guessed")
    if node.role not in (None, _MODERATOR):
        node = place.clear(node, "role")
    for name in ("url", "avatar"):
        if getattr(node, name) == "undefined":
            node = place.clear(node, name)
    if node.id in (None, _ANONYMOUS):
        words = "\n".join((node.name or "", node.url or "", node.avatar or ""))
        node = place.set(node, "guessed", id=hashlib.sha256(words.encode()).hexdigest())
    return node


def _settled(node: Comment, place: Place) -> Any:
    """A source that says what the body says anyway is none, and one without a body would become it."""
    node = settle_body(node, place)
    redundant = node.source is not None and (not node.body or node.source.text in ("", _typed(node.body)))
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


def render(document: Any, *, indent: int | None = None) -> bytes:
    """The export, in UTF-8.

    indent: each level on lines of its own, so many spaces deeper.
    """
    articles = articles_of(document, "commento")
    authors = {
        c.author.id: c for each in articles for c in reversed(each.comments.comments) if c.author and c.author.id
    }
    return encode(
        {
            "version": VERSION,
            "comments": [_data(comment, article) for article in articles for comment in article.comments],
            "commenters": [_commenter(comment) for comment in authors.values()],
        },
        indent,
    )


def _data(comment: Comment, article: Article) -> dict[str, Any]:
    found = _URL.fullmatch(article.canonical_url or "")
    author = comment.author or Account()
    return {
        "commentHex": comment.id,
        "domain": found[1] if found else "",
        "url": found[2] if found else article.canonical_url or "",
        "commenterHex": author.id or _ANONYMOUS,
        "markdown": comment.source.text if comment.source else _typed(comment.body),
        "html": fragment(comment.body),
        "parentHex": comment.parent or _ROOT,
        **given(score=comment.votes.score),
        "state": _STATES[comment.status],
        **given(creationDate=format_rfc3339(comment.created)),
        "deleted": comment.status == "deleted",
    }


def _commenter(comment: Comment) -> dict[str, Any]:
    author, private = comment.author or Account(), comment.private or CommentPrivate()
    return {
        "commenterHex": author.id,
        "email": private.email or "",
        "name": author.name or "",
        "link": author.url or "",
        "photo": author.avatar or "",
        "isModerator": author.role == _MODERATOR,
    }


def sniff(head: bytes) -> float:
    """By the names of its ids."""
    named = b'"commentHex"' in head or b'"commenters"' in head
    return 0.95 if named and beginning(head)[:1] == b"{" else 0.0


FORMAT = Format(
    name="commento",
    title="Commento export",
    spec="https://gitlab.com/commento/commento",
    suffixes=(".commento.json",),
    media_types=("application/json",),
    sniff=sniff,
    parse=parse,
    fit=fit,
    render=render,
)
