"""Where a page has further comments, and whether it takes new ones."""

from __future__ import annotations

import re
from typing import Final

from newsmodel.markup.engine import attribute
from newsmodel.model import More
from newsmodel.page.comments.finding import Discussion
from newsmodel.page.sources import Sources
from newsmodel.page.survey import Survey
from newsmodel.page.words import tokens_of, word_set

_PAGE: Final = re.compile(r"(?:comment-page-|[?&]cpage=|[?&]commentPage=)\d+(?!.*#comment-\d)(?!.*replytocom)")
_FORM: Final = word_set("commentform comment-form comment-respond wpd_comm_form wpd-form")
_CLOSED: Final = word_set("nocomments no-comments comments-closed comments_closed")
_MOST: Final = 100


def more_of(sources: Sources) -> tuple[More, ...]:
    """The links to further pages of comments, and the button that loads them."""
    found: dict[str, More] = {}
    for number in sources.survey.numbers("a", "button"):
        node = sources.survey.nodes[number]
        tag = sources.survey.tags[number]
        if tag == "a" and _PAGE.search(attribute(node, "href") or ""):
            address = sources.url(attribute(node, "href") or "")
            found.setdefault(address, More(url=address))
        elif tag == "button" and (cursor := attribute(node, "data-lastparentid")):
            found.setdefault(cursor, More(cursor=cursor))
        if len(found) == _MOST:
            break
    return tuple(found.values())


def open_state(survey: Survey, discussion: Discussion) -> bool | None:
    """True if there is a form for a comment, False if the page says that there can be none; else None."""
    ordered = sorted(discussion.sections)
    for number in discussion.spoken.numbers if ordered else ():
        if survey.tags[number] in ("form", "p", "div") and survey.within(number, ordered):
            tokens = tokens_of(survey.names[number])
            if survey.tags[number] == "p" and tokens & _CLOSED:
                return False
            if tokens & _FORM:
                return True
    return None
