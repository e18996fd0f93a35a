"""A discussion in HTML: lists within lists up to five deep, deeper replies flat with a link to what they answer.

The tree is in those links, so the page reads back to an equal thread however it is shown. Needs no script.
"""

from __future__ import annotations

from newsmodel.model import Account, Comment, CommentThread
from newsmodel.model.threads.tree import CommentTree, tree
from newsmodel.rendering.html_passages import is_marked
from newsmodel.rendering.html_tags import (
    attribute,
    element,
    escape,
    fragment,
    kept,
    link_attribute,
    moment,
    space,
    time_element,
)
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
    pieces = [f'<section class="comments" aria-label="Comments"{kept(node)}>', f"<h2>{_counted(count)}</h2>"]
    if node.comments:
        out.memo["names"] = {comment.id: comment.author.name for comment in node.comments if comment.author}
        pieces += _lists(tree(node), out)
    if node.url is not None and is_safe(node.url) and count > len(node.comments):
        pieces.append(f'<p class="more"><a href="{escape(node.url)}">View all {_counted(count)}</a></p>')
    return "\n".join([*pieces, "</section>"])


def _counted(count: int) -> str:
    return f"{count} comment{'s' * (count != 1)}"


def _lists(walk: CommentTree, out: Out) -> list[str]:
    """The comments in the order of a walk, a list opened for replies as long as there is a level left for one."""
    in_order = all(position == index for index, position in enumerate(walk.walked))
    pieces = ["<ol>"]
    level, folded, total = 0, False, len(walk)
    for index, position in enumerate(walk.walked):
        depth = min(walk.depths[index], LEVELS - 1)
        if index and depth > level:
            pieces.append("<ol>")
        elif index:
            pieces += ["</li>", *["</ol>\n</li>"] * (level - depth)]
        level = depth
        if not depth and not folded and index >= SHOWN and total - index >= _FOLDED:
            folded = True
            pieces.append(f'</ol>\n<details class="rest"><summary>View all {_counted(total)}</summary>\n<ol>')
        with out.below("comments", position):
            out.memo["position"] = None if in_order else position
            pieces.append(f"<li>{out.render(walk.comments[position])}")
    pieces += ["</li>", *["</ol>\n</li>"] * level, "</ol>"]
    return [*pieces, "</details>"] if folded else pieces


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
    also = {} if position is None else {"position": position}
    head = f"{_account(node.author)}{_created(node)}{_flags(node)}{_reply_to(node, out)}"
    inside = [
        f"<header>{head}</header>",
        _about(node, out),
        f'<div class="body">{out.body(node.body)}</div>',
        f"<p>{_ENDED[node.status]}</p>" if not node.body and node.status in _ENDED else "",
        _votes(node),
    ]
    identity = f' id="{fragment("comment", node.id)}"'
    return f'<article class="comment"{identity}{kept(node, **also)}>{"".join(inside)}</article>'


def _account(node: Account | None) -> str:
    if node is None:
        return ""
    extra = {"name": node.name} if node.name == "" else {}
    words = escape(node.name or "")
    tag = "span" if node.url is None else "a"
    link = "" if node.url is None else link_attribute(node.url) + ' rel="ugc nofollow noopener"'
    badges = "".join(f' <span class="badge">{escape(badge.label)}</span>' for badge in node.badges)
    return f'<{tag} class="author"{link}{space(node.name or "")}{kept(node, **extra)}>{words}</{tag}>{badges}'


def _created(node: Comment) -> str:
    if node.created is None:
        return element("span", "created-text", node.created_text, escape(node.created_text or ""))
    if node.created_text is None:
        return f" {time_element('created', node.created)}"
    exact, _ = moment(node.created)
    words = escape(node.created_text)
    return f' <time class="created as-shown" datetime="{exact}"{space(node.created_text)}>{words}</time>'


def _flags(node: Comment) -> str:
    return "".join(f' <span class="flag">{_FLAGS[flag]}</span>' for flag in node.flags if flag in _FLAGS)


def _reply_to(node: Comment, out: Out) -> str:
    if node.parent is None:
        return ""
    name = out.memo.get("names", {}).get(node.parent) or "a comment"
    return f' <a class="parent" href="#{fragment("comment", node.parent)}">in reply to {escape(name)}</a>'


def _about(node: Comment, out: Out) -> str:
    """The passage that an inline comment is about, leading to it where it is marked on the page."""
    if node.anchor is None or not node.anchor.exact.strip():
        return ""
    quote = f"<q>{escape(node.anchor.exact)}</q>"
    if is_marked(node, out):
        quote = f"<a{attribute('href', '#' + fragment('passage', node.id))}>{quote}</a>"
    return f'<p class="about">{quote}</p>'


def _votes(node: Comment) -> str:
    tally = node.votes
    counts = [("up", tally.up), ("down", tally.down), ("points", tally.score), *tally.reactions.items()]
    shown = [f"{count} {escape(word)}" for word, count in counts if count is not None]
    return f'<p class="votes">{", ".join(shown)}</p>' if shown else ""
