"""What is done with a discussion: its tree, its orders, its pages, its upkeep. The thread itself stays flat.

`CommentThread` has these as methods. Nothing here is recursive, and everything is linear in the number of comments,
sorting apart: a million comments, or a chain a million deep, are as good as ten.
"""

from newsmodel.model.threads.canonical import canonical
from newsmodel.model.threads.counts import CommentCounts, counts, is_complete, states
from newsmodel.model.threads.merge import latest, merge
from newsmodel.model.threads.moderation import is_tombstone, is_visible, prune, public, redact, tombstone
from newsmodel.model.threads.orders import ORDERS, Order, controversy, wilson
from newsmodel.model.threads.tree import CommentTree, Entry, tree
from newsmodel.model.threads.view import CommentView, view

__all__ = [
    "ORDERS",
    "CommentCounts",
    "CommentTree",
    "CommentView",
    "Entry",
    "Order",
    "canonical",
    "controversy",
    "counts",
    "is_complete",
    "is_tombstone",
    "is_visible",
    "latest",
    "merge",
    "prune",
    "public",
    "redact",
    "states",
    "tombstone",
    "tree",
    "view",
    "wilson",
]
