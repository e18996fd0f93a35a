"""Microformats: the responses of an `h-entry`, each an `h-cite` (or an `h-entry` of its own).

Source: https://indieweb.org/comments-presentation, https://microformats.org/wiki/h-cite. Likes and reposts are
`h-cite`s too; they say nothing and are no comments. Nor is what the entry itself replies to.
"""

from __future__ import annotations

import re
from typing import Final

from newsmodel.markup.engine import attribute
from newsmodel.page.comments.roles import table
from newsmodel.page.comments.system import Start, System
from newsmodel.page.survey import Survey
from newsmodel.page.words import tokens_of, word_set

_COMMENT: Final = word_set("p-comment u-comment")
_RESPONSE: Final = word_set("h-cite h-entry")
_NOT: Final = word_set(
    "u-like-of p-like u-like u-repost-of p-repost u-repost u-in-reply-to u-bookmark-of p-in-reply-to"
)


def start(survey: Survey, number: int) -> Start | None:
    """`.u-comment.h-cite`, or `.h-cite` with the class `comment`."""
    tokens = tokens_of(survey.names[number])
    if not tokens & _RESPONSE or tokens & _NOT or not (tokens & _COMMENT or "comment" in tokens):
        return None
    return Start(re.sub(r"^comment-(?=\d)", "", attribute(survey.nodes[number], "id") or "") or None)


MICROFORMATS: Final = System(
    "microformats",
    "h-cite|[up]-comment",
    start,
    ("h-cite", "h-entry"),
    table(
        author_0="p-author u-author",
        author_1="p-name h-card",
        date_0="dt-published",
        body_0="e-content p-content",
        body_1="p-summary",
        reply_to_0="u-in-reply-to",
        replies_0="p-comments comments",
        chrome_0="u-photo u-like u-repost",
    ),
)
