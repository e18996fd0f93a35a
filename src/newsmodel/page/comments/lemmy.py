"""Lemmy's own front end.

Source: https://github.com/LemmyNet/lemmy-ui (`comment-node.tsx`): `li.comment > article#comment-N`, replies in a list
beside the article. Votes and moments stand in attributes that make tool tips.
"""

from __future__ import annotations

from typing import Final

from newsmodel.page.comments.roles import table
from newsmodel.page.comments.system import System
from newsmodel.page.comments.wordpress import start

LEMMY: Final = System(
    "lemmy",
    "comment-node|person-listing",
    start,
    ("comment",),
    table(
        author_0="person-listing",
        date_0="moment-time",
        body_0="comment-content",
        body_1="md-div",
        replies_0="comments",
        chrome_0="btn badge text-muted row",
    ),
)
