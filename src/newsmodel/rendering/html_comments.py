"""A discussion in HTML: lists within lists up to five deep, deeper replies flat with a link to what they answer.

The tree is in those links, so the page reads back to an equal thread however it is shown. Needs no script.
"""

from __future__ import annotations

from newsmodel.html_policy import COMMENT_RELATIONS
from newsmodel.html_shown import ENDED, FLAGS, in_reply_to, moment, votes
from newsmodel.model import Account, Comment, CommentThread, Tally
from newsmodel.model.threads.tree import CommentTree, tree
from newsmodel.rendering.html_elements import LINE, element, end_tag, join, pattern, start_tag
from newsmodel.rendering.html_passages import is_marked
from newsmodel.rendering.html_tags import fragment, href, kept, part, space, spaced
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
    pieces: list[str] = [LINE, element("h2", {}, _counted(count)), LINE]
    if node.comments:
        out.memo["names"] = {comment.id: comment.author.name for comment in node.comments if comment.author}
        walk = tree(node)
        out.memo["positions"] = {} if list(walk.walked) == list(range(len(walk))) else walk.positions
        pieces += _lists(walk, out.each(node.comments, "comments"))
    if node.url is not None and is_safe(node.url) and count > len(node.comments):
        more = element("a", href(node.url), f"View all {_counted(count)}")
        pieces += [element("p", {"class": "more"}, more), LINE]
    named = {"class": "comments", "aria-label": "Comments"}
    return element("section", {**named, **kept(node)}, *pieces)


def _counted(count: int) -> str:
    return f"{count} comment{'s' * (count != 1)}"


_LIST = start_tag("ol", {})
_ITEM = start_tag("li", {})
_ITEM_END = end_tag("li")
_LIST_END = end_tag("ol")


def _lists(walk: CommentTree, rendered: list[str]) -> list[str]:
    """The comments in the order of a walk, a list opened for replies as long as there is a level left for one."""
    pieces: list[str] = [_LIST, LINE]
    level, folded, total = 0, False, len(walk)
    for index, position in enumerate(walk.walked):
        depth = min(walk.depths[index], LEVELS - 1)
        if index and depth > level:
            pieces += (_LIST, LINE)
        elif index:
            pieces += _closed(level - depth)
        level = depth
        if not depth and not folded and index >= SHOWN and total - index >= _FOLDED:
            folded = True
            summary = element("summary", {}, f"View all {_counted(total)}")
            pieces += (_LIST_END, LINE, start_tag("details", {"class": "rest"}), summary, LINE, _LIST, LINE)
        pieces += (_ITEM, rendered[position], LINE)
    pieces += (*_closed(level), _LIST_END, LINE)
    return [*pieces, end_tag("details"), LINE] if folded else pieces


def _closed(levels: int) -> list[str]:
    """The end of an item, and of so many lists and the items that they stand in."""
    return [_ITEM_END, LINE, *[_LIST_END, LINE, _ITEM_END, LINE] * levels]


@rules(Comment)
def comment(node: Comment, out: Out) -> str:
    """One comment: who and when, what it answers, what it is about, what it says, what others think of it."""
    position = out.memo.get("positions", {}).get(node.id)
    hidden = {} if position is None else {"position": position}
    return _COMMENT(
        fragment("comment", node.id),
        kept(node, **hidden),
        _account(node.author) if node.author else "",
        _when(node),
        join(_FLAG(FLAGS[flag]) for flag in node.flags if flag in FLAGS) if node.flags else "",
        _reply_to(node, out) if node.parent is not None else "",
        _about(node, out) if node.anchor else "",
        _body(node, out),
        "" if node.body else _ending(node),
        _votes(node.votes),
    )


_COMMENT = pattern(
    '<article class="comment" id="{}"{}><header>{}{}{}{}</header>{}<div class="body">{}</div>{}{}</article>',
)
_NAMED = pattern('<span class="author"{}>{}</span>')
_LINKED = pattern('<a class="author"{}>{}</a>')
_BADGE = pattern(' <span class="badge">{}</span>')
_CREATED = pattern(' <time class="created" datetime="{}">{}</time>')
_AS_SHOWN = pattern(' <time class="created as-shown" datetime="{}"{}>{}</time>')
_FLAG = pattern(' <span class="flag">{}</span>')
_REPLY = pattern(' <a class="parent" href="#{}">{}</a>')
_VOTES = pattern('<p class="votes">{}</p>')


def _ending(node: Comment) -> str:
    return element("p", {}, ENDED[node.status]) if node.status in ENDED else ""


def _body(node: Comment, out: Out) -> str:
    """What a comment says, under the rules for what anyone may have written."""
    out.memo["comment"] = node.id
    try:
        return out.body(node.body)
    finally:
        del out.memo["comment"]


def _account(node: Account) -> str:
    name = node.name or ""
    shown = spaced(kept(node, name="") if node.name == "" else kept(node), name)
    if node.url is None:
        named = _NAMED(shown, name)
    else:
        named = _LINKED({**href(node.url), "rel": COMMENT_RELATIONS, **shown}, name)
    return join([named, *(_BADGE(badge.label) for badge in node.badges)]) if node.badges else named


def _when(node: Comment) -> str:
    if node.created is None:
        return part("span", "created-text", node.created_text)
    exact, shown = moment(node.created)
    if node.created_text is None:
        return _CREATED(exact, shown)
    return _AS_SHOWN(exact, space(node.created_text), node.created_text)


def _reply_to(node: Comment, out: Out) -> str:
    return _REPLY(fragment("comment", node.parent or ""), in_reply_to(out.memo.get("names", {}).get(node.parent)))


def _about(node: Comment, out: Out) -> str:
    """The passage that an inline comment is about, leading to it where it is marked on the page."""
    if node.anchor is None or not node.anchor.exact.strip():
        return ""
    quote = element("q", {}, node.anchor.exact)
    if is_marked(node, out):
        quote = element("a", {"href": "#" + fragment("passage", node.id)}, quote)
    return element("p", {"class": "about"}, quote)


def _votes(tally: Tally) -> str:
    shown = votes(tally)
    return _VOTES(shown) if shown else ""
