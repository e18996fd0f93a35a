"""schema.org `Comment` in microdata. (What says so beside a system's own class names is left to that system.)

Source: https://schema.org/Comment, https://schema.org/UserComments; HTML Standard, section 5, microdata.
"""

from __future__ import annotations

import re
from typing import Final

from newsmodel.markup.engine import attribute
from newsmodel.page.comments.roles import AUTHOR, BODY, DATE, DOWN, UP, Part
from newsmodel.page.comments.system import Start, System, depth_of
from newsmodel.page.survey import Survey

_TYPE: Final = re.compile(r"schema\.org/(?:User)?Comments?/?$")
PROPERTIES: Final = {
    "author": Part(AUTHOR, 1), "creator": Part(AUTHOR, 2), "name": Part(AUTHOR, 0),
    "text": Part(BODY, 0), "commentText": Part(BODY, 0), "description": Part(BODY, 3),
    "dateCreated": Part(DATE, 0), "datePublished": Part(DATE, 0), "commentTime": Part(DATE, 0),
    "upvoteCount": Part(UP, 0), "downvoteCount": Part(DOWN, 0),
}  # fmt: skip


def start(survey: Survey, number: int) -> Start | None:
    """An element with `itemscope` and the type `Comment`."""
    node = survey.nodes[number]
    kinds = (attribute(node, "itemtype") or "").split()
    if not any(map(_TYPE.search, kinds)):
        return None
    own = attribute(node, "id") or attribute(node, "itemid") or attribute(node, "data-comment-id") or ""
    return Start(re.sub(r"^comment-(?=\w)", "", own) or None, depth=depth_of(survey.names[number]))


def _items(survey: Survey) -> list[int]:
    return survey.items


SCHEMA_ORG: Final = System("schema.org", "", start, among=_items)
