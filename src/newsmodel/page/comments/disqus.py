"""Disqus, where a browser has loaded its comments and saved them with the page.

Source: the markup of the embed as saved pages and its many copies have it (`li.post > div.post-content`).
"""

from __future__ import annotations

import re
from typing import Final

from newsmodel.page.comments.roles import table
from newsmodel.page.comments.system import Start, System
from newsmodel.page.survey import Survey
from newsmodel.page.words import tokens_of

_ID: Final = re.compile(r"(?:^|\s)post-(\d{1,20})$")


def start(survey: Survey, number: int) -> Start | None:
    """`li.post#post-1234567890`."""
    names = survey.names[number]
    found = _ID.search(names) if "post" in tokens_of(names) and survey.tags[number] in ("li", "div") else None
    return Start(found[1]) if found else None


DISQUS: Final = System(
    "disqus",
    "post-message",
    start,
    ("post-",),
    table(
        author_0="author publisher-anchor-color-author",
        author_3="post-byline",
        date_1="time-ago",
        body_0="post-message",
        body_2="post-message-container",
        up_0="count",
        replies_0="children",
        label_0="badge moderator-badge",
        reply_to_0="parent-link parent-link-container",
        chrome_0="avatar indicator post-menu comment-footer comment-footer__menu post-media bullet time-ago-bullet"
        " see-more reveal-wrapper voting",
    ),
)
