"""A discussion as blocks, for formats that have no place for one: a heading, and lists within lists."""

from __future__ import annotations

from newsmodel.model.block import Block, depth_of
from newsmodel.model.blocks import Heading, List, ListItem, Paragraph
from newsmodel.model.comments import Comment, CommentThread
from newsmodel.model.frozen import MAXIMUM_DEPTH
from newsmodel.model.text import Inline, Span
from newsmodel.model.threads.tree import tree
from newsmodel.model.walk import plain_text

LEVELS = 5
"""How deep the lists nest; deeper replies stand flat and say what they answer."""

_ENDED = {"deleted": "(deleted)", "rejected": "(removed)", "withheld": "(withheld)", "spam": "(removed)"}


def lower(thread: CommentThread) -> tuple[Block, ...]:
    """*thread* as a heading with the count and a list of its comments, replies in lists of their own; linear."""
    count = len(thread) if thread.declared is None else thread.declared
    heading = Heading(f"{count} comment{'s' * (count != 1)}", level=2)
    names = {comment.id: comment.author.name for comment in thread if comment.author and comment.author.name}
    levels: list[list[list[Block]]] = [[]]  # of each open list its items, of each item its blocks
    for comment, depth, _replies in tree(thread):
        level = min(depth, LEVELS - 1)
        while len(levels) - 1 > level:
            _close(levels)
        if len(levels) - 1 < level:
            levels.append([])
        levels[-1].append(_blocks(comment, names, flat=depth > level))
    while len(levels) > 1:
        _close(levels)
    return (heading, _list(levels[0])) if levels[0] else (heading,)


def _close(levels: list[list[list[Block]]]) -> None:
    replies = levels.pop()
    levels[-1][-1].append(_list(replies))


def _list(items: list[list[Block]]) -> List:
    return List([ListItem(blocks) for blocks in items], tight=False)


def _blocks(comment: Comment, names: dict[str, str], *, flat: bool) -> list[Block]:
    head: list[Inline | str] = []
    if comment.author and comment.author.name and comment.author.name.strip():
        head.append(Span(" ".join(comment.author.name.split()), marks=["strong"]))
    if comment.created:
        head.append(f"{comment.created.isoformat()[:16].replace('T', ' ')}")
    elif comment.created_text:
        head.append(comment.created_text)
    if flat and comment.parent is not None:
        head.append(f"in reply to {names.get(comment.parent, 'a comment')}")
    line = [part for piece in head for part in (piece, ", ")][:-1]
    body: tuple[Block, ...] = comment.body
    if not body and comment.status in _ENDED:
        body = (Paragraph(_ENDED[comment.status]),)
    if max(map(depth_of, body), default=0) > MAXIMUM_DEPTH - LEVELS:
        body = tuple(map(Paragraph, plain_text(body).split("\n\n")))  # there is no room for its containers
    return [*([Paragraph(line)] if line else []), *body]
