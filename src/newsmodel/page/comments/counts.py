"""How many comments a page says there are: in its record, on a counter, in the heading of the section."""

from __future__ import annotations

from typing import Final

from newsmodel.markup.engine import attribute
from newsmodel.page.comments.bodies import text_without
from newsmodel.page.comments.finding import Discussion
from newsmodel.page.nodes import brief_text
from newsmodel.page.sources import Sources
from newsmodel.page.survey import Survey
from newsmodel.page.values import line, records, types, whole
from newsmodel.page.words import tokens_of, word_set
from newsmodel.phrases.counts import CommentCount, comment_count, count_of

_COUNTERS: Final = word_set(
    "comment-count comments-count comments-title comment-counter comments-number wpdtc wpd-thread-info comments-link"
    " comment-number commentcount num-comments article-comments-count comments-counter coral-count disqus-comment-count"
    " comment-reply-title comments__title comments-header comments__count comments_count comment__count"
)
_ACTIONS: Final = frozenset({"CommentAction", "ReplyAction"})
_CLICKED: Final = frozenset({"a", "button"})
_LONGEST: Final = 120
_MOST_LOOKS: Final = 60


def declared_count(sources: Sources, discussion: Discussion, first: int | None = None) -> CommentCount:
    """The record's count, else that of a counter, else that of the section's heading; None in it if there is none.

    first: the element of the first comment, if there is one; a count may stand right before it.
    """
    shown = _shown(sources.survey, discussion) if discussion.spoken.names else None
    return _told(sources) or shown or _before(sources, first) or CommentCount(None)


def _before(sources: Sources, first: int | None) -> CommentCount | None:
    """The count that stands last before the first comment."""
    survey = sources.survey
    for number in range((first or 0) - 1, max(0, (first or 0) - _MOST_LOOKS), -1):
        if 0 < survey.chars[number] <= _LONGEST:
            count = comment_count(_without_links(survey, number))
            if count and count.number is not None:
                return count
    return None


def _without_links(survey: Survey, number: int) -> str:
    """The text of a line, without what there is to be clicked beside it."""
    links = {survey.nodes[each] for each in range(number + 1, survey.ends[number]) if survey.tags[each] in _CLICKED}
    return line(text_without(survey.nodes[number], links))


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


def _shown(survey: Survey, discussion: Discussion) -> CommentCount | None:
    """The count of a counter element: its attribute, which is exact, before its text; else the section's heading."""
    counters = {names for names in discussion.spoken.names if tokens_of(names) & _COUNTERS}
    for number in discussion.spoken.numbers if counters else ():
        if survey.names[number] in counters and survey.chars[number] <= _LONGEST:
            exact = whole(attribute(survey.nodes[number], "data-comments-count"))
            if exact is not None:
                return CommentCount(exact)
            count = count_of(brief_text(survey.nodes[number]))
            if count and count.number is not None:
                return count
    ordered = sorted(discussion.sections)
    for number in survey.numbers("h2", "h3", "h4") if ordered else ():
        if survey.chars[number] <= _LONGEST and survey.within(number, ordered):
            count = comment_count(brief_text(survey.nodes[number]))
            if count and count.number is not None:
                return count
    return None
