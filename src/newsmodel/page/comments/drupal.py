"""Drupal 7 and later. Replies stand beside their comment, in a `div.indented` after it, not in it.

Source: `comment.tpl.php`, `comment.html.twig` and Olivero's template, https://api.drupal.org/api/drupal/core!modules!\
comment!templates!comment.html.twig. The id may stand before the comment, as `<a id="comment-12"></a>`.
"""

from __future__ import annotations

import re
from typing import Final

from newsmodel.markup.engine import attribute
from newsmodel.page.comments.roles import table
from newsmodel.page.comments.system import Start, System
from newsmodel.page.survey import Survey
from newsmodel.page.words import tokens_of, word_set

_OWN: Final = re.compile(r"(?:^|\s)comment-(\d{1,20})$")
_ABOUT: Final = re.compile(r"[#/]comment[-/](\d{1,20})(?:\D|$)")
_ITEM: Final = word_set("comment js-comment")


def start(survey: Survey, number: int) -> Start | None:
    """`article.comment` or `div.comment` with its id on it, before it, or in what it is about."""
    names = survey.names[number]
    if survey.tags[number] not in ("article", "div") or not tokens_of(names) & _ITEM:
        return None
    about = _ABOUT.search(attribute(survey.nodes[number], "about") or "")
    found = _OWN.search(names) or about or _before(survey, number)
    return Start(found[1] if found else attribute(survey.nodes[number], "data-comment-id"))


def _before(survey: Survey, number: int) -> re.Match[str] | None:
    """The id of an empty element right before."""
    return _OWN.search(survey.names[number - 1]) if number and survey.ends[number - 1] == number else None


DRUPAL: Final = System(
    "drupal",
    r"comment-(?:by-|new)|(?<![\w-])js-comment(?![\w-])|field--?name-comment-body",
    start,
    ("comment",),
    table(
        author_0="username comment__author",
        date_1="comment__time",
        date_2="submitted comment__submitted",
        body_0="field-name-comment-body field--name-comment-body",
        body_1="comment__content",
        body_3="content",
        replies_0="indented",
        chrome_0="links user-picture permalink comment__picture comment__picture-wrapper comment__permalink"
        " comment__links comment__title expanding-formatter-trigger user-signature new marker",
        reply_to_0="parent",
    ),
)
