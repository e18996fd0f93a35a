"""The comment section of a page: recognised to be kept out of the body, its declared count read where it is plain."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from newsmodel.markup.engine import attribute
from newsmodel.model import CommentThread
from newsmodel.page.nodes import brief_text
from newsmodel.page.sources import Sources
from newsmodel.page.survey import Survey
from newsmodel.page.values import records, types, whole
from newsmodel.page.words import tokens_of, word_set
from newsmodel.phrases.counts import CommentCount, comment_count, count_of

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
    "comentarios": "", "comments-title": "", "comment-thread": "", "o-comments": "", "forum-comments": "",
}  # fmt: skip
_COUNTERS: Final = word_set(
    "comment-count comments-count comments-title comment-counter comments-number wpdtc wpd-thread-info comments-link"
    " comment-number commentcount num-comments article-comments-count comments-counter coral-count disqus-comment-count"
    " comment-reply-title comments__title comments-header comments__count comments_count comment__count"
)
_ACTIONS: Final = frozenset({"CommentAction", "ReplyAction"})
_LONGEST: Final = 120


def comment_sections(survey: Survey) -> set[int]:
    """The elements that hold reader comments, outermost first."""
    found: set[int] = set()
    number = 0
    while number < len(survey.nodes):
        if survey.tags[number] not in ("html", "body", "main", "article") and is_section(survey.names[number]):
            found.add(number)
            number = survey.ends[number]
        else:
            number += 1
    return found


def is_section(names: str) -> bool:
    """Whether class and id are those of a comment section."""
    return system_of(names) is not None


@lru_cache(maxsize=4096)
def system_of(names: str) -> str | None:
    """The system of a comment section by class and id, "" if it is any; None if it is no comment section."""
    known = [_CONTAINERS[token] for token in tokens_of(names) if token in _CONTAINERS]
    return max(known) if known else None


def comment_thread(sources: Sources, sections: set[int]) -> CommentThread:
    """The thread without its comments: how many the page declares, and the system that holds them."""
    count = _told(sources) or _shown(sources, sections) or CommentCount(None)
    systems = (system_of(sources.survey.names[number]) for number in sorted(sections))
    return CommentThread(
        declared=count.number, declared_text=count.rounded, system=next((name for name in systems if name), None)
    )


def _told(sources: Sources) -> CommentCount | None:
    """The record's `commentCount`, else its counter of comments."""
    number = whole(sources.article.get("commentCount"))
    if number is not None:
        return CommentCount(number)
    for counter in records(sources.article.get("interactionStatistic")):
        kind = counter.get("interactionType")
        names = types(kind) if isinstance(kind, dict) else types({"@type": kind})
        number = whole(counter.get("userInteractionCount"))
        if names & _ACTIONS and number is not None:
            return CommentCount(number)
    return None


def _shown(sources: Sources, sections: set[int]) -> CommentCount | None:
    """The count of a counter element: its attribute, which is exact, before its text; else the section's heading."""
    survey = sources.survey
    for number, names in enumerate(survey.names):
        if names and survey.chars[number] <= _LONGEST and tokens_of(names) & _COUNTERS:
            exact = whole(attribute(survey.nodes[number], "data-comments-count"))
            if exact is not None:
                return CommentCount(exact)
            count = count_of(brief_text(survey.nodes[number]))
            if count and count.number is not None:
                return count
    ordered = sorted(sections)
    for number in survey.numbers("h2", "h3", "h4"):
        if survey.chars[number] <= _LONGEST and survey.within(number, ordered):
            count = comment_count(brief_text(survey.nodes[number]))
            if count and count.number is not None:
                return count
    return None
