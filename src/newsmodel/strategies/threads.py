"""Threads to draw as people write them: signed, dated and voted on, replies among them; hostile ones in rings.

The comments themselves are drawn elsewhere; here they become a thread.
"""

from __future__ import annotations

from functools import cache
from typing import Any, TypeAlias

import attrs
from hypothesis import strategies as st

import newsmodel.model as model
from newsmodel.strategies import strings
from newsmodel.strategies.sizes import Size

Strategy: TypeAlias = st.SearchStrategy[Any]
Comments: TypeAlias = tuple[model.Comment, ...]

CLASHES = (
    ("0", "#0"),
    ("1", " 1"),
    ("1", "01"),
    ("a", "A"),
    ("x", "x "),
    ("é", "e\u0301"),
    ("comment-1", "#comment-1"),
)
"""Ids that are one to whoever strips, folds, counts or hashes them."""


def comments(each: Strategy, size: Size, least: int = 0) -> st.SearchStrategy[Comments]:
    """Comments of one thread, *least* or more. Replies follow their parents; hostile ones go in rings, or to nobody."""
    some = st.lists(_voiced(each, size), min_size=least, max_size=2 * size.items, unique_by=lambda comment: comment.id)
    if not size.hostile:
        return some.map(_in_order)
    return st.builds(_clashing, some.map(_in_rings), st.sampled_from((None, None, *CLASHES)))


@cache
def _voices(size: Size) -> Strategy:
    """None, or what nearly every comment of a site has: who wrote it, when, and what others think of it."""
    given = st.fixed_dictionaries(
        {
            "created": size.instants,
            "author": st.builds(model.Account, size.names, id=size.ids, url=size.urls, avatar=size.urls),
            "votes": st.builds(model.Tally, up=size.integers, down=size.integers, score=size.integers),
            "body": size.prose.map(model.Paragraph).map(lambda block: (block,)),
            "parent": st.sampled_from((None, "above")),
        }
    )
    return st.one_of(st.none(), given)


@st.composite
def _voiced(draw: Any, each: Strategy, size: Size) -> model.Comment:
    """A comment with what it lacks of a voice."""
    comment, voice = draw(each), draw(_voices(size)) or {}
    lacking = {name: value for name, value in voice.items() if getattr(comment, name) == _LACKING[name]}
    voiced: model.Comment = attrs.evolve(comment, **lacking) if lacking else comment
    return voiced


_LACKING = {field.name: field.default for field in attrs.fields(model.Comment)}


def _in_order(found: list[model.Comment]) -> Comments:
    """The same with the parent of each, if it has one, the comment before it that its position halved says."""
    return tuple(
        comment
        if comment.parent is None
        else attrs.evolve(comment, parent=found[position // 2].id if position else None)
        for position, comment in enumerate(found)
    )


def _in_rings(found: list[model.Comment]) -> Comments:
    """The same with every second reply in a ring, sometimes to itself; the parents of the others are mostly absent."""
    return tuple(
        attrs.evolve(comment, parent=found[(2 * position + 1) % len(found)].id)
        if comment.parent is not None and position % 2 == 0
        else comment
        for position, comment in enumerate(found)
    )


def _clashing(found: Comments, ids: tuple[str, str] | None) -> Comments:
    """The same with *ids* as those of the last two, who are answered by them; None leaves all as they are."""
    if ids is None or len(found) < 2 or {comment.id for comment in found[:-2]} & set(ids):
        return found
    renamed = dict(zip((comment.id for comment in found[-2:]), ids, strict=True))
    return renamed_comments(found, renamed)


def renamed_comments(found: Comments, renamed: dict[str, str]) -> Comments:
    """*found* with other ids, and the same replies."""
    return tuple(
        attrs.evolve(
            comment,
            id=renamed.get(comment.id, comment.id),
            parent=None if comment.parent is None else renamed.get(comment.parent, comment.parent),
        )
        for comment in found
    )


_HOSTS = st.sampled_from(((False, False), *[(True, True)] * 4, (False, True), (True, False)))
_MORE = st.integers(1, 9)
_KEEPS_IDS = st.sampled_from((True, True, False))


def hosted(draw: Any, thread: model.CommentThread, size: Size) -> model.CommentThread:
    """*thread*, partly loaded now and then (more declared than there are), and with an address."""
    is_partly_loaded, has_url = draw(_HOSTS)
    fields: dict[str, Any] = {"declared": len(thread) + draw(_MORE)} if is_partly_loaded else {}
    if has_url:
        fields["url"] = draw(strings.code_urls if size.hostile and is_partly_loaded else size.urls)
    return attrs.evolve(thread, **fields) if fields else thread


def alike(draw: Any, article: model.Article, size: Size) -> model.Article:
    """*article*; in a hostile one a comment may have the id of the article."""
    found = article.comments.comments
    if not size.hostile or not found or not draw(_KEEPS_IDS):
        return article
    id = article.id or draw(size.ids)
    if all(comment.id != id for comment in found):
        found = renamed_comments(found, {found[0].id: id})
    return attrs.evolve(article, id=id, comments=attrs.evolve(article.comments, comments=found))
