"""Discourse embedded in a page (`article.post#post-N`), and its plug-in for WordPress (`li.comment`, without ids).

Source: https://github.com/discourse/discourse (`app/views/embed/comments.html.erb`).
"""

from __future__ import annotations

import re
from typing import Final

from newsmodel.markup.engine import attribute
from newsmodel.page.comments.roles import table
from newsmodel.page.comments.system import Start, System
from newsmodel.page.survey import Survey

_ID: Final = re.compile(r"(?:^|\s)post[-_](\d{1,20})$")


def start(survey: Survey, number: int) -> Start | None:
    """`article.post#post-12`; on a page of Discourse's own `article#post_2[data-post-id="12"]`."""
    found = _ID.search(survey.names[number]) if survey.tags[number] == "article" else None
    return Start(attribute(survey.nodes[number], "data-post-id") or found[1]) if found else None


DISCOURSE: Final = System(
    "discourse",
    "cooked",
    start,
    ("post-", "post_"),
    table(
        author_0="username",
        date_0="post-date",
        body_0="cooked",
        reply_to_0="in-reply-to",
        label_0="title",
        chrome_0="author post-replies button topic-avatar user-title post-menu-area",
    ),
)
