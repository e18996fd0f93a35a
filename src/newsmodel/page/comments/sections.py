"""The comment sections of a page by their class or id, and the systems that have sections of their own names."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from newsmodel.page.survey import Survey
from newsmodel.page.words import tokens_of

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


def comment_sections(survey: Survey) -> set[int]:
    """The elements that hold reader comments, outermost first."""
    named = {names for names in set(survey.names) if names and is_section(names)}
    found: set[int] = set()
    end = 0
    for number, names in enumerate(survey.names) if named else ():
        if names in named and number >= end and survey.tags[number] not in _WHOLES:
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
    return max(known) if known else None
