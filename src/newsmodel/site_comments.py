"""What exports of a whole site's comments share: pages in one file, ids that must be numbers, dates in seconds of UTC.

An export tells of one page as an Article with its thread, of several as a Feed of them. What no export carries of an
article is dropped; articles without comments are not in an export at all.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import attrs

from newsmodel.comment_export import buried, each_article, fit_adopted, unique, without_body
from newsmodel.dates import in_utc
from newsmodel.errors import FormatError
from newsmodel.fitting import Fitter, Place, Rule, redact
from newsmodel.model import (
    Account,
    Article,
    Block,
    Comment,
    CommentPrivate,
    CommentSource,
    CommentThread,
    Document,
    Feed,
    Paragraph,
    Tally,
)
from newsmodel.model.comments import Status
from newsmodel.plain_fitting import only, plain
from newsmodel.report import Report

_NUMBER = re.compile(r"0|[1-9][0-9]{0,15}", re.ASCII)
_BITS = 53  # what every reader of JSON holds exactly
_ZERO = "\x00"  # what no id of a comment can be


def document(articles: Sequence[Article]) -> Document:
    """The article, if there is one; a feed of several; an article without anything of none."""
    if len(articles) == 1:
        return articles[0]
    return Feed(articles=articles) if articles else Article()


def fit_pages(
    given: Any,
    report: Report,
    fitter: Fitter,
    key: Callable[[Article], Any],
    *,
    internal: bool,
    settle: Callable[[Article, str, Report], Article] | None = None,
) -> Document:
    """*given* as *fitter* leaves it, articles without comments left out and those of one *key* joined.

    settle: what is left to do to each article, told its path, before they are joined.
    Losses besides the fitter's: `article` dropped or altered, `feed` flattened.
    """

    def fit(document: Document, report: Report) -> Document:
        document = document if internal else redact(document, report)
        document = fitter(without_body(document, report), report)
        if settle is not None:
            document = each_article(document, lambda article, at: settle(article, at, report))
        return _joined(document, report, key) if isinstance(document, Feed) else document

    fitted: Document = fit_adopted(given, report, fit)
    return fitted


def _joined(feed: Feed, report: Report, key: Callable[[Article], Any]) -> Document:
    pages: dict[Any, Article] = {}
    for number, article in enumerate(feed.articles):
        place = Place(f"$.articles[{number}]", report)
        before = pages.get(key(article))
        if not article.comments.comments:
            place.drop(article, detail="it has no comments")
        elif before is None:
            pages[key(article)] = article
        else:
            place.replace(article, None, "article", "altered", "its comments join those of the same page")
            pages[key(article)] = _with_more(before, article.comments.comments, place)
    articles = tuple(pages.values())
    if len(articles) > 1:
        return attrs.evolve(feed, articles=articles)
    only_one = articles[0] if articles else Article()
    Place("$", report).replace(feed, only_one, "feed", "flattened")
    return only_one


def _with_more(article: Article, comments: Iterable[Comment], place: Place) -> Article:
    kept = {comment.id: comment for comment in article.comments}
    for comment in comments:
        if comment.id in kept:
            place.drop(comment, detail=f"the id {comment.id!r} stands twice")
        else:
            kept[comment.id] = comment
    return attrs.evolve(article, comments=attrs.evolve(article.comments, comments=tuple(kept.values())))


def article_rule(*names: str) -> Rule:
    """The rule for an article of which an export says *names*, if it has comments; else it says nothing."""

    def rule(node: Article, place: Place) -> Any:
        if not node.comments.comments:
            return place.keep(node)
        node = only(node, place, "comments", *names)
        return plain(node, place, "headline") if "headline" in names else node

    return rule


def thread_rule(system: str, *names: str) -> Rule:
    """The rule for a thread of which an export says *names*."""

    def rule(node: CommentThread, place: Place) -> Any:
        if not node.comments:
            return node
        node = only(node, place, "comments", "system", *names)
        return place.set(node, "altered", system=system)

    return rule


def comment_rule(
    *names: str, statuses: Iterable[Status], otherwise: Status, kinds: Sequence[str] = ("comment",)
) -> Rule:
    """The rule for a comment of which an export says *names* besides what all of them say.

    statuses: those that there are. otherwise: what becomes of any other. kinds: those that there are; any other becomes
    an ordinary comment.
    """
    known = frozenset(statuses)

    def rule(node: Comment, place: Place) -> Any:
        node = only(node, place, "id", "parent", "author", "created", "body", "status", "private", *names)
        if node.status not in known:
            node = place.set(node, "altered", status=otherwise)
        if node.kind not in kinds:
            node = place.set(node, "altered", kind="comment")
        node = place.set(node, "altered", created=in_utc(node.created), edited=in_utc(node.edited))
        return buried(node, place)

    return rule


def markdown_source(node: CommentSource, place: Place) -> Any:
    """The rule for what people typed, in an export that keeps it as Markdown."""
    return place.keep(node, "text", "format") if node.format == "markdown" else place.drop(node)


def read_typed(text: str, report: Report) -> tuple[Block, ...]:
    """The blocks of Markdown that people typed. Raises MissingExtraError without the extra `markdown`.

    Diagnostic `markdown-unreadable` for a text beyond a bound, which is kept as one paragraph: one comment must not
    stop a whole export from being read.
    """
    if not text:
        return ()
    from newsmodel.markup.markdown import read_markdown

    try:
        return tuple(read_markdown(text, report).body)
    except FormatError as error:
        report.notice("markdown-unreadable", f"a text was kept as typed: {error.message}")
        return (Paragraph(text),)


def value_rule(*names: str) -> Rule:
    """The rule for what an export says *names* of, and which is nothing where it says nothing."""

    def rule(node: Any, place: Place) -> Any:
        node = only(node, place, *names)
        return place.drop(node) if node == type(node)() else node

    return rule


def rules(
    comment: Rule, thread: Rule, article: Rule, *, account: Rule, private: Rule, votes: Sequence[str] = ()
) -> dict[type[Any], Rule]:
    """A whole table: that of an export which carries these."""
    return {
        Feed: lambda node, place: place.keep(node, "articles"),
        Article: article,
        CommentThread: thread,
        Comment: comment,
        Account: account,
        CommentPrivate: private,
        Tally: lambda node, place: place.keep(node, *votes),
    }


def in_seconds(node: Comment, place: Place) -> Any:
    """*node* with whole seconds in its dates."""
    created, edited = in_utc(node.created, fractions=False), in_utc(node.edited, fractions=False)
    return place.set(node, "altered", created=created, edited=edited)


def number(id: str) -> int:
    """An id as a whole number: itself if it is one below 2 to the 53rd, else 53 bits of its SHA-256, never 0.

    The same id gives the same number wherever it stands, in whatever file.
    """
    if _NUMBER.fullmatch(id) and int(id) < 1 << _BITS:
        return int(id)
    digest = hashlib.sha256(id.encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:8], "big") >> (64 - _BITS) or 1


def with_numbers(node: CommentThread, place: Place, *, zero: bool = False) -> CommentThread:
    """*node* without the comments whose numbers are taken: two ids hardly ever have one number. zero: as `numbered`."""
    taken: set[str] = set()
    kept = []
    for comment in node.comments:
        if (own := _number(comment.id, zero)) not in taken:
            kept.append(comment)
            taken.add(own)
    return place.set(node, "dropped", comments=kept) if len(kept) < len(node.comments) else node


def numbered(node: Comment, place: Place, *, zero: bool = False) -> Comment:
    """*node* with numbers for its id and its parent. zero: 0 is an id like any other."""
    node = place.set(node, "altered", id=_number(node.id, zero))
    return node if node.parent is None else place.set(node, "altered", parent=_number(node.parent, zero))


def _number(id: str, zero: bool) -> str:
    return str(number(id)) if zero or id != "0" else str(number(_ZERO))


def pages(
    found: Iterable[tuple[Any, Comment]], make: Callable[[Any, tuple[Comment, ...]], Article], report: Report
) -> Document:
    """Comments and the pages they are of, as a document; pages in the order of their first comments."""
    grouped: dict[Any, list[Comment]] = {}
    for page, comment in found:
        grouped.setdefault(page, []).append(comment)
    return document([make(page, unique(comments, report)) for page, comments in grouped.items()])
