"""A discussion in HTML: lists within lists up to five deep, deeper replies flat with a link to what they answer.

The tree is in those links, so the page reads back to an equal thread however it is shown. Needs no script.
"""

from __future__ import annotations

from newsmodel.html_policy import COMMENT_RELATIONS
from newsmodel.model import Account, Comment, CommentThread
from newsmodel.model.threads.tree import CommentTree, tree
from newsmodel.rendering.html_blocks import lines
from newsmodel.rendering.html_elements import element, end_tag, join, start_tag
from newsmodel.rendering.html_passages import is_marked
from newsmodel.rendering.html_tags import fragment, href, kept, moment, part, space, time_element
from newsmodel.rendering.renderer import Out, Rules
from newsmodel.urls import is_safe

rules: Rules = Rules()

LEVELS = 5
"""How deep lists nest, as WordPress has it by default."""

SHOWN = 20
"""After how many comments the further threads of a long discussion are folded away."""

_FOLDED = 10
"""Fewer than these are not worth folding."""


@rules(CommentThread)
def comment_thread(node: CommentThread, out: Out) -> str:
    """The discussion under its heading; "" if there is nothing to say of it."""
    if node == CommentThread():
        return ""
    count = len(node.comments) if node.declared is None else node.declared
    pieces: list[str] = [element("h2", {}, _counted(count))]
    if node.comments:
        out.memo["names"] = {comment.id: comment.author.name for comment in node.comments if comment.author}
        pieces += _lists(tree(node), out)
    if node.url is not None and is_safe(node.url) and count > len(node.comments):
        more = element("a", href(node.url), f"View all {_counted(count)}")
        pieces.append(element("p", {"class": "more"}, more))
    named = {"class": "comments", "aria-label": "Comments"}
    return element("section", {**named, **kept(node)}, lines(pieces))


def _counted(count: int) -> str:
    return f"{count} comment{'s' * (count != 1)}"


_LIST = start_tag("ol", {})
_ITEM = start_tag("li", {})
_ITEM_END = end_tag("li")
_LIST_END = end_tag("ol")


def _lists(walk: CommentTree, out: Out) -> list[str]:
    """The comments in the order of a walk, a list opened for replies as long as there is a level left for one."""
    in_order = all(position == index for index, position in enumerate(walk.walked))
    pieces: list[str] = [_LIST]
    level, folded, total = 0, False, len(walk)
    for index, position in enumerate(walk.walked):
        depth = min(walk.depths[index], LEVELS - 1)
        if index and depth > level:
            pieces.append(_LIST)
        elif index:
            pieces += _closed(level - depth)
        level = depth
        if not depth and not folded and index >= SHOWN and total - index >= _FOLDED:
            folded = True
            pieces += [_LIST_END, start_tag("details", {"class": "rest"})]
            pieces += [element("summary", {}, f"View all {_counted(total)}"), _LIST]
        with out.below("comments", position):
            out.memo["position"] = None if in_order else position
            pieces.append(join([_ITEM, out.render(walk.comments[position])]))
    pieces += [*_closed(level), _LIST_END]
    return [*pieces, end_tag("details")] if folded else pieces


def _closed(levels: int) -> list[str]:
    """The end of an item, and of so many lists and the items that they stand in."""
    return [_ITEM_END, *[_LIST_END, _ITEM_END] * levels]


_ENDED = {
    "deleted": "This comment was deleted.",
    "rejected": "This comment was removed.",
    "withheld": "This comment was withheld.",
    "spam": "This comment was removed.",
}

_FLAGS = {"pinned": "Pinned", "sticky": "Pinned", "featured": "Editor’s pick", "edited": "Edited"}


@rules(Comment)
def comment(node: Comment, out: Out) -> str:
    """One comment: who and when, what it answers, what it is about, what it says, what others think of it."""
    position = out.memo.get("position")
    hidden = {} if position is None else {"position": position}
    inside = [
        element("header", {}, _account(node.author), *_when(node), *_flags(node), _reply_to(node, out)),
        _about(node, out),
        element("div", {"class": "body"}, _body(node, out)),
        element("p", {}, _ENDED[node.status]) if not node.body and node.status in _ENDED else "",
        _votes(node),
    ]
    return element("article", {"class": "comment", "id": fragment("comment", node.id), **kept(node, **hidden)}, *inside)


def _body(node: Comment, out: Out) -> str:
    """What a comment says, under the rules for what anyone may have written."""
    out.memo["comment"] = node.id
    try:
        return out.body(node.body)
    finally:
        del out.memo["comment"]


def _account(node: Account | None) -> str:
    if node is None:
        return ""
    hidden = {"name": node.name} if node.name == "" else {}
    link = {} if node.url is None else {**href(node.url), "rel": COMMENT_RELATIONS}
    shown = {"class": "author", **link, **space(node.name or ""), **kept(node, **hidden)}
    badges = [join([" ", element("span", {"class": "badge"}, badge.label)]) for badge in node.badges]
    return join([element("a" if link else "span", shown, node.name or ""), *badges])


def _when(node: Comment) -> list[str]:
    if node.created is None:
        return [part("span", "created-text", node.created_text)]
    if node.created_text is None:
        return [" ", time_element("created", node.created)]
    exact, _ = moment(node.created)
    shown = {"class": "created as-shown", "datetime": exact, **space(node.created_text)}
    return [" ", element("time", shown, node.created_text)]


def _flags(node: Comment) -> list[str]:
    return [join([" ", element("span", {"class": "flag"}, _FLAGS[flag])]) for flag in node.flags if flag in _FLAGS]


def _reply_to(node: Comment, out: Out) -> str:
    if node.parent is None:
        return ""
    name = out.memo.get("names", {}).get(node.parent) or "a comment"
    link = {"class": "parent", "href": "#" + fragment("comment", node.parent)}
    return join([" ", element("a", link, f"in reply to {name}")])


def _about(node: Comment, out: Out) -> str:
    """The passage that an inline comment is about, leading to it where it is marked on the page."""
    if node.anchor is None or not node.anchor.exact.strip():
        return ""
    quote = element("q", {}, node.anchor.exact)
    if is_marked(node, out):
        quote = element("a", {"href": "#" + fragment("passage", node.id)}, quote)
    return element("p", {"class": "about"}, quote)


def _votes(node: Comment) -> str:
    tally = node.votes
    counts = [("up", tally.up), ("down", tally.down), ("points", tally.score), *tally.reactions.items()]
    shown = [f"{count} {word}" for word, count in counts if count is not None]
    return element("p", {"class": "votes"}, ", ".join(shown)) if shown else ""
