"""Coral, where a browser has loaded its comments. They stand one after the other; a class tells how deep each is.

Source: the stable class names, https://github.com/coralproject/talk (`stream/classes.ts`).
"""

from __future__ import annotations

import re
from typing import Final

from newsmodel.markup.engine import attribute
from newsmodel.page.comments.roles import table
from newsmodel.page.comments.system import Start, System
from newsmodel.page.survey import Survey
from newsmodel.page.words import tokens_of

_INDENT: Final = re.compile(r"coral-indent-(\d{1,3})(?=\s|$)")
_NEAR: Final = 6


def start(survey: Survey, number: int) -> Start | None:
    """`div.coral-comment#comment-<uuid>`, its depth on one of the elements right around it or right in it."""
    if "coral-comment" not in tokens_of(survey.names[number]):
        return None
    own = (attribute(survey.nodes[number], "id") or "").removeprefix("comment-")
    return Start(own or None, depth=_depth(survey, number))


def _depth(survey: Survey, number: int) -> int:
    above = survey.parents[number]
    near = (number, *range(number + 1, min(number + _NEAR, survey.ends[number])), above, survey.parents[above])
    found = next(filter(None, (_INDENT.search(survey.names[each]) for each in near if each >= 0)), None)
    return int(found[1]) + 1 if found else 1


CORAL: Final = System(
    "coral",
    r"coral-comment-(?:content|username)",
    start,
    ("coral-comment",),
    table(
        author_0="coral-comment-username coral-username",
        date_0="coral-comment-timestamp coral-timestamp",
        body_0="coral-comment-content coral-content",
        label_0="coral-comment-userbadge coral-comment-usertag coral-userbadge coral-usertag",
        chrome_0="coral-comment-inreplyto coral-comment-actionbar coral-comment-topbar coral-comment-edited"
        " coral-comment-caret coral-comment-commenttag coral-createreplycomment",
    ),
)
