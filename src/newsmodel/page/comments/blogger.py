"""Blogger: threaded comments, and the definition list of older templates.

Source: the comments widget that Blogger's own themes include (`threaded_comments`), as its blogs serve it. The address
of a comment holds its moment in milliseconds (`?showComment=1381172401460#c…`); what is shown may be the hour alone.
"""

from __future__ import annotations

import re
from typing import Final

from newsmodel.page.comments.roles import table
from newsmodel.page.comments.system import ITEMS, Start, System
from newsmodel.page.survey import Survey

_ID: Final = re.compile(r"(?:^|\s)c(\d{10,20})$")


def start(survey: Survey, number: int) -> Start | None:
    """`li#c1234567890123456789`, or the `dt` of that id, to which the `dd` after it belong."""
    found = _ID.search(survey.names[number]) if survey.tags[number] in ITEMS else None
    return Start(found[1]) if found else None


BLOGGER: Final = System(
    "blogger",
    r"comment-(?:thread|timestamp|replybox|block)|comments-block",
    start,
    ("c",),
    table(
        author_0="user",
        author_3="comment-author",
        date_0="datetime comment-timestamp",
        body_0="comment-content",
        body_2="comment-body",
        chrome_0="comment-header icon avatar-image-container comment-actions comment-footer item-control thread-toggle"
        " continue comment-replybox-single comment-replybox-thread loadmore blog-admin comment-icon",
    ),
)
