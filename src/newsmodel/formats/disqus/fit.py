"""What Disqus's export carries of an article and its thread."""

from __future__ import annotations

from typing import Any

import attrs

from newsmodel.comment_export import fitter
from newsmodel.fitting import Place, Rule
from newsmodel.formats.disqus.terms import SYSTEM
from newsmodel.model import Article, Comment, Identifier
from newsmodel.report import Report
from newsmodel.site_comments import (
    article_rule,
    comment_rule,
    fit_pages,
    in_seconds,
    number,
    rules,
    thread_rule,
    value_rule,
)
from newsmodel.whitespace import SPACE


def _stripped(node: Any, place: Place) -> Any:
    """*node* with strings as they are read: without space around them, None for an empty one."""
    for field in attrs.fields(type(node)):
        value = getattr(node, field.name)
        if isinstance(value, str) and value != value.strip(SPACE):
            node = place.set(node, "altered", **{field.name: value.strip(SPACE)})
    return node


def _strip_then(rule: Rule) -> Rule:
    return lambda node, place: rule(_stripped(node, place), place)


def _own_identifier(node: Article, place: Place) -> Any:
    own = [each for each in node.identifiers if each.scheme == SYSTEM and each.value.strip(SPACE)][:1]
    if own:
        own = [Identifier(own[0].value.strip(SPACE), scheme=SYSTEM)]
        return place.set(node, "altered", identifiers=own)
    page = node.canonical_url or node.comments.key or str(node.headline)
    return place.set(node, "guessed", identifiers=[Identifier(str(number(page)), scheme=SYSTEM)])


_page = article_rule("headline", "canonical_url", "identifiers")
_post = comment_rule(statuses=("published", "spam", "deleted"), otherwise="spam")


def _article_rule(node: Article, place: Place) -> Any:
    node = _page(_stripped(_with_own_ids(node, place), place), place)
    return _own_identifier(node, place) if node.comments.comments else node


def _with_own_ids(node: Article, place: Place) -> Article:
    """*node* with the first comment of each id, as ids are read, without space around them; a blank one is none."""
    kept: dict[str, Comment] = {}
    for comment in node.comments:
        kept.setdefault(comment.id.strip(SPACE), comment)
    kept.pop("", None)
    if len(kept) == len(node.comments):
        return node
    new: Article = place.set(node, "dropped", comments=attrs.evolve(node.comments, comments=kept.values()))
    return new


def _comment_rule(node: Comment, place: Place) -> Any:
    return in_seconds(_post(_stripped(node, place), place), place)


_FIT = fitter(
    rules(
        _comment_rule,
        _strip_then(thread_rule(SYSTEM, "key", "open")),
        _article_rule,
        account=_strip_then(value_rule("name", "id", "anonymous")),
        private=_strip_then(value_rule("email", "ip_address")),
    )
)


def fit(document: Any, report: Report, *, internal: bool = False) -> Any:
    """Pages with comments: headline, address, identifier, key, and whether the thread is open; comments with parents.

    Bodies as HTML, dates in seconds of UTC; a status that Disqus does not have becomes spam, which is not shown.
    A page without an identifier of the scheme "disqus" gets a number made of its address. No votes, no edits.
    internal: e-mail addresses and IP addresses too.
    """
    return fit_pages(document, report, _FIT, lambda article: article.identifiers, internal=internal)
