"""What a backup of Remark42 carries of an article and its thread."""

from __future__ import annotations

from typing import Any

import attrs

from newsmodel.comment_export import fitter
from newsmodel.dates import format_rfc3339
from newsmodel.fitting import Place
from newsmodel.formats.remark42.terms import ADMINISTRATOR, NO_TIME, SYSTEM
from newsmodel.model import Account, Article, Comment, CommentSource, CommentThread
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
    *("source", "edited", "edit_note", "flags", "votes"),
    statuses=("published", "deleted"),
    otherwise="deleted",
)


def _comment_rule(node: Comment, place: Place) -> Any:
    node = _given_comment(node, place)
    if format_rfc3339(node.created) == NO_TIME:
        node = place.clear(node, "created")
    if node.edited is None:
        node = place.clear(node, "edit_note")
    if node.source is not None and (node.status == "deleted" or not node.source.text):
        node = place.clear(node, "source")
    return place.set(node, "dropped", flags=[flag for flag in node.flags if flag == "pinned"])


_thread = thread_rule(SYSTEM, "key", "open")
_account_fields = value_rule("name", "id", "avatar", "role", "verified")


def _thread_rule(node: CommentThread, place: Place) -> Any:
    """The key is the site at Remark42: that of another system is none."""
    if node.comments and node.system != SYSTEM:
        node = place.clear(node, "key")
    node = _thread(node, place)
    return place.clear(node, "open") if node.open else node


def _account_rule(node: Account, place: Place) -> Any:
    if node.role not in (None, ADMINISTRATOR):
        node = place.clear(node, "role")
    return _account_fields(node, place)


_page_rule = article_rule("headline", "canonical_url")


def _article_rule(node: Article, place: Place) -> Any:
    """Another system's key is the address, where there is none."""
    thread = node.comments
    is_address = bool(thread.key) and thread.system != SYSTEM and is_safe_link(thread.key)
    if thread.comments and is_address and not node.canonical_url:
        node = place.set(node, "altered", canonical_url=thread.key)
    node = _page_rule(node, place)
    if node.canonical_url is None and node.comments.open is not None:
        return place.set(node, "altered", comments=attrs.evolve(node.comments, open=None))
    return node


_FIT = fitter(
    {
        **rules(
            _comment_rule,
            _thread_rule,
            _article_rule,
            account=_account_rule,
            private=value_rule("ip_address"),
            votes=("score",),
        ),
        CommentSource: markdown_source,
    }
)


def _page_of(article: Article) -> tuple[str | None, str | None]:
    return article.comments.key, article.canonical_url


def fit(document: Any, report: Report, *, internal: bool = False, site: str | None = None) -> Any:
    """Pages with comments: headline, address, site (the thread's key), whether they are closed; comments with parents.

    Bodies as HTML, `source` as Markdown, the score, edits, pins. A comment that is not public becomes a deleted one:
    Remark42 has no other state, and would show it.
    internal: IP addresses too.
    site: the id of the site at Remark42, for pages that come from elsewhere and have none.
    """

    def settle(article: Article, at: str, report: Report) -> Article:
        thread = article.comments
        if site is None or thread.key is not None or not thread.comments:
            return article
        return attrs.evolve(article, comments=Place(f"{at}.comments", report).set(thread, "guessed", key=site))

    return fit_pages(document, report, _FIT, _page_of, internal=internal, settle=settle)
