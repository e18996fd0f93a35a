"""The comment sections of a page by their class or id, and the systems that have sections of their own names."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from newsmodel.page.comments.speaking import Speaking
from newsmodel.page.survey import Survey
from newsmodel.page.words import tokens_of, word_set

_CONTAINERS: Final = {
    "wpdcom": "wpdiscuz", "wpd-threads": "wpdiscuz", "wc-comment-header": "wpdiscuz", "wpdiscuz": "wpdiscuz",
    "disqus_thread": "disqus", "disqus-comments": "disqus", "fb-comments": "facebook", "coral_thread": "coral",
    "coral-talk": "coral", "commento": "commento", "hyvor-talk-view": "hyvor", "isso-thread": "isso",
    "remark42": "remark42",
    "spotim-launcher": "openweb", "viafoura": "viafoura", "vf-comments": "viafoura", "utterances": "utterances",
    "giscus": "giscus", "livefyre-comments": "livefyre", "comments": "", "comment-section": "", "comments-area": "",
    "comments-section": "", "comments-wrapper": "", "comments-container": "", "comment-list": "", "commentlist": "",
    "comment-respond": "", "respond": "", "comment-form": "", "article-comments": "", "post-comments": "",
    "reader-comments": "", "user-comments": "", "leserkommentare": "", "kommentare": "", "commentaires": "",
    "comentarios": "", "wp-block-comments": "", "wp-block-post-comments": "", "wp-block-comments-query-loop": "",
    "wp-block-post-comments-form": "", "comments-title": "", "comment-thread": "", "o-comments": "",
    "forum-comments": "",
}  # fmt: skip
_WHOLES: Final = frozenset({"html", "body", "main", "article"})

_WORD: Final = re.compile(r"[A-Z]?[a-zà-ÿ]+|[A-Z]+")
_MANY: Final = word_set(
    "comments kommentare leserkommentare commentaires comentarios comentários commenti reacties kommentarer komentarze"
    " commentlist commentslist commentarea commentsarea commentsection commentthread commentlisting postings"
)
_ONE: Final = word_set("comment kommentar commentaire comentario commento")
_TOGETHER: Final = word_set(
    "area section list thread threads tree stream wrapper container listing conversation discussion"
)
_HOLDERS: Final = _TOGETHER | word_set(
    "all article articles block body box content div entry fb feed holder inner items main module node outer page panel"
    " post reader readers region root section show story tab the user users view wrap wp"
)
_OTHERS: Final = word_set("conversation discussion postings forum replies responses thread threads stream posts")
_NO_PLACE: Final = word_set(  # a count, a button, a form; the comments of other pages
    "count counter number num total link links button btn icon toggle form field fields title header heading headline"
    " meta open closed close off has no nocomments with without hide hidden show input textarea submit login notice"
    " policy label badge bubble latest recent recentcomments newest neueste letzte derniers ultimos últimos popular top"
    " share social teaser teasers related menu nav navigation"
)


def comment_sections(survey: Survey, spoken: Speaking) -> set[int]:
    """The elements that hold reader comments, outermost first."""
    return _outermost(survey, spoken, {names for names in spoken.names if is_section(names)})


def likely_places(survey: Survey, spoken: Speaking) -> set[int]:
    """The elements whose names say less surely that comments stand in them: a list of them must show it."""
    return _outermost(survey, spoken, {names for names in spoken.names if _may_hold(names)})


def _outermost(survey: Survey, spoken: Speaking, named: set[str]) -> set[int]:
    found: set[int] = set()
    end = 0
    for number in spoken.numbers if named else ():
        if number >= end and survey.names[number] in named and survey.tags[number] not in _WHOLES:
            found.add(number)
            end = survey.ends[number]
    return found


def is_section(names: str) -> bool:
    """Whether class and id are those of a comment section."""
    return system_of(names) is not None


@lru_cache(maxsize=4096)
def system_of(names: str) -> str | None:
    """The system of a comment section by class and id, "" if it is any; None if it is no comment section."""
    known = [_CONTAINERS[token] for token in tokens_of(names) if token in _CONTAINERS]
    if known:
        return max(known)
    return "" if any(_holds_comments(words) and words <= _MANY | _ONE | _HOLDERS for words in _words(names)) else None


@lru_cache(maxsize=4096)
def _may_hold(names: str) -> bool:
    """Whether a name, of whatever system, is one of a place for comments."""
    return any(
        (_holds_comments(words) or words & _OTHERS) and not words & _NO_PLACE
        for words in _words(names)
    )  # fmt: skip


def _holds_comments(words: frozenset[str]) -> bool:
    return bool(words & _MANY or (words & _ONE and words & _TOGETHER))


def _words(names: str) -> list[frozenset[str]]:
    """The words of each class and of the id."""
    return [frozenset(word.lower() for word in _WORD.findall(token)) for token in names.split()]
