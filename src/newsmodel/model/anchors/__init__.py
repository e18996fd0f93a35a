"""Anchors: the passage of an article that a comment is about, kept while the article is edited, and never guessed.

An anchor holds the name of a block, offsets into its text, the quote with 32 characters around it, and a hash of the
text that it was made for. The name is the block's id; a block without an id of its own goes by its path in the article,
"$.body[3].items[0].body[0]", as reports write it. A block's text is its `plain_text`; of a block that holds blocks only
its own words (the question of a `QuestionAndAnswer`), for its blocks have anchors of their own.

An anchor whose passage is gone is an orphan: it keeps its quote, and is never attached again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from newsmodel.model.block import Block
from newsmodel.model.comments import Anchor, CommentThread

if TYPE_CHECKING:
    from newsmodel.model.article import Article

A = TypeVar("A", bound=Anchor | CommentThread)

# What does the work is imported on first use: `import newsmodel` stays light.


class Passage(NamedTuple):
    """A piece of a block's text, code points from *start* up to, not with, *end*."""

    block: Block
    start: int
    end: int


def anchor(article: Article, block: Block | str, start: int, end: int) -> Anchor:
    """An anchor to the text of *block*, a block of the body or its id or path, from *start* up to, not with, *end*.

    Offsets count code points. Raises ValueError if there is no such block, or no such passage in it.
    """
    from newsmodel.model.anchors.body import Body

    body = Body(article)
    return body.anchor(body.find(block), start, end)


def resolve(article: Article, anchor: Anchor) -> Passage | None:
    """Where the passage of *anchor* stands in *article*, a version that it may not have been made for; None if nowhere.

    Where quote and context stand at the same offsets of the named block, it is there. Else the block must vouch for it,
    by its name and by most of the context, or nearly all of the context elsewhere; what is not certain is None. With
    the old version at hand `reanchor` finds more. Source of the bounds: `newsmodel.model.anchors.locating`.
    For many anchors of one article, and to know paths, use `newsmodel.model.anchors.body.Body` and `locate`.
    """
    from newsmodel.model.anchors.body import Body
    from newsmodel.model.anchors.locating import locate

    body = Body(article)
    found = locate(body, anchor)
    return None if found is None else Passage(body.places[found.place].block, found.start, found.end)


def reanchor(item: A, old: Article, new: Article) -> A:
    """An anchor, or every anchor of a thread and its forms, made for *old* and now for *new*.

    It follows its passage through edits beside and inside it, and where its block was moved, split or merged. Where
    that is not certain it becomes an orphan, with its quote: a passage that is not new was someone else's before.
    See `newsmodel.model.anchors.moving`. Linear in the articles, and quick for each anchor.
    """
    from newsmodel.model.anchors.moving import Edit

    return Edit(old, new).move(item)


__all__ = ["Passage", "anchor", "reanchor", "resolve"]
