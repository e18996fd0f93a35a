"""The thread of a page: its comments with their parents, and what the page says of the whole."""

from __future__ import annotations

from newsmodel.model import Comment, CommentThread
from newsmodel.page.comments import linked_data
from newsmodel.page.comments.building import comments_of
from newsmodel.page.comments.counts import declared_count
from newsmodel.page.comments.finding import Discussion
from newsmodel.page.comments.hosted import hosted_thread
from newsmodel.page.comments.paging import more_of, open_state
from newsmodel.page.comments.parents import parents_of
from newsmodel.page.sources import Sources


def comment_thread(sources: Sources, discussion: Discussion) -> CommentThread:
    """The comments of a page, how many it declares, and the system and key under which they are kept."""
    comments = _comments(sources, discussion)
    first = discussion.items[0].number if comments else None
    count = declared_count(sources, discussion, first)
    comments = comments or linked_data.comments(sources)
    hosted = hosted_thread(sources, discussion)
    declared = count.number
    return CommentThread(
        comments,
        declared=declared,
        declared_text=count.rounded,
        complete=_is_complete(comments, declared, count.rounded),
        open=open_state(sources.survey, discussion),
        more=more_of(sources) if comments or declared else (),
        **hosted,
    )


def _is_complete(comments: tuple[Comment, ...], declared: int | None, rounded: str | None) -> bool | None:
    if declared is None or rounded:
        return None
    return declared == len(comments)


def _comments(sources: Sources, discussion: Discussion) -> tuple[Comment, ...]:
    if discussion.system is None:
        return ()
    built = list(comments_of(sources, discussion.items, is_guess=not discussion.system.name))
    ids = {item.number: item.id or f"position-{position}" for position, (item, _) in enumerate(built, 1)}
    parents = parents_of(sources.survey, [item for item, _ in built], ids)
    found: dict[str, Comment] = {}
    for item, fields in built:
        id = ids[item.number]
        if id not in found:
            found[id] = Comment(id=id, parent=parents[item.number], **fields)
    return tuple(found.values())
