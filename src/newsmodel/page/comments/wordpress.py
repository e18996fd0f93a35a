"""WordPress, and the themes that write its comments their own way.

Source: `Walker_Comment` (`html5_comment`, `comment`, `ping`) and `get_comment_class`,
https://developer.wordpress.org/reference/classes/walker_comment/. A theme's own callback changes the class names and
keeps `id="comment-N"` or `id="li-comment-N"`; the classic form wraps no body, which is then what is left over.
"""

from __future__ import annotations

import re
from typing import Final

from newsmodel.markup.engine import attribute
from newsmodel.page.comments.roles import table
from newsmodel.page.comments.speaking import Speaking
from newsmodel.page.comments.system import ITEMS, Start, System, depth_of
from newsmodel.page.survey import Survey
from newsmodel.page.words import tokens_of, word_set

_ID: Final = re.compile(r"(?:^|\s)(?:li-|div-|article-)?comment-(\d{1,20})$")
_OWN: Final = re.compile(
    r"\bdepth-\d|thread-(?:even|odd)|byuser|comment-respond|commentform|\bwp-|commentmetadata|jetpack"
)
_ADDRESS: Final = {"link": "href", "script": "src", "img": "src"}
_NAMED: Final = word_set("comment pingback trackback webmention")
_SURE: Final = word_set("even odd alt thread-even thread-odd byuser depth-1 depth-2 pingback trackback")


def start(survey: Survey, number: int) -> Start | None:
    """`li#comment-N`, `div#div-comment-N` and their like; without an id, `li.comment.depth-1`."""
    names = survey.names[number]
    if survey.tags[number] not in ITEMS:
        return None
    if found := _ID.search(names):
        return Start(found[1], depth=depth_of(names))
    tokens = tokens_of(names)
    if tokens & _NAMED and tokens & _SURE:
        return Start(depth=depth_of(names))
    return None


def runs(survey: Survey, spoken: Speaking) -> bool:
    """Whether the page is WordPress's: others, too, give their comments such ids."""
    if any(map(_OWN.search, spoken.names)):
        return True
    linked = (attribute(survey.nodes[number], _ADDRESS[survey.tags[number]]) for number in survey.numbers(*_ADDRESS))
    return any("/wp-" in address for address in linked if address)


WORDPRESS: Final = System(
    "wordpress",
    "comment-|pingback|trackback",
    start,
    ("comment", "pingback", "trackback"),
    table(
        body_4="comment-body",
        author_3="comment-author",
        author_4="vcard",
        body_1="comment-content",
        chrome_0="commentmetadata-edit comment-like-feedback comment-likes jp-likes-widget",
    ),
)
EPOCH: Final = System(
    "epoch",
    "epoch-comment",
    start,
    ("comment",),
    table(
        author_0="epoch-author-link",
        author_3="epoch-comment-author",
        date_1="epoch-comment-link",
        body_0="epoch-comment-content",
        body_4="epoch-comment-body",
        chrome_0="epoch-comment-author-avatar epoch-author-avatar epoch-divide epoch-comment-actions"
        " pmcc-comments-report-link",
    ),
)
"""Postmatic's front end for WordPress: its `datetime` may be a variable of its template that nobody filled in."""
