"""How many comments a page says there are: in its record, on a counter, in the heading of the section."""

from __future__ import annotations

import re
from collections.abc import Iterable
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
_ANSWERS: Final = re.compile(r"\b(?:Antworten|Reaktionen|Postings|Beiträge)\b", re.IGNORECASE)
_SIGNS: Final = re.compile(r"^[^\w(\[]+")
_PIECES: Final = re.compile(r"[|·•–—.:!]\s++")
_TOLD_OF: Final = re.compile(
    r"(?<!\s)\s++(?:on|to|about|zu|auf|für|sur|à|en|sobre|su|op|på|till|so far|yet|bisher|anzeigen|ansehen|lesen"
    r"|einblenden|ausblenden|afficher|ver)(?:\s|$)",
    re.IGNORECASE,
)
_CLICKED: Final = frozenset({"a", "button"})
_LONGEST: Final = 120
_MOST_LOOKS: Final = 160


def declared_count(sources: Sources, discussion: Discussion, first: int | None = None) -> CommentCount:
    """The record's count, else the one that is shown; None in it if there is none.

    first: the element of the first comment, if there is one; a count may stand right before it.
    """
    told = _told(sources)
    if told or not (discussion.spoken.names or first):
        return told or CommentCount(None)
    survey = sources.survey
    counters = _counters(survey, discussion)
    ordered = sorted(discussion.sections)
    inside = [number for number in counters if survey.within(number, ordered)] if ordered else []
    headings = [number for number in survey.numbers("h2", "h3", "h4") if survey.within(number, ordered)]
    return (
        _first(_beside_a_sign(survey, number) for number in inside)
        or _first(_in_line(brief_text(survey.nodes[number])) for number in headings if _is_short(survey, number))
        or _before(survey, first)
        or _first(_beside_a_sign(survey, number) for number in counters)
        or (_linked(sources, discussion) if first else None)
        or CommentCount(None)
    )


def _first(counts: Iterable[CommentCount | None]) -> CommentCount | None:
    return next((count for count in counts if count and count.number is not None), None)


def _is_short(survey: Survey, number: int) -> bool:
    return 0 < survey.chars[number] <= _LONGEST


def _counters(survey: Survey, discussion: Discussion) -> list[int]:
    """The elements that are named for a count."""
    named = {names for names in discussion.spoken.names if tokens_of(names) & _COUNTERS}
    numbers = discussion.spoken.numbers if named else ()
    return [number for number in numbers if survey.names[number] in named and survey.chars[number] <= _LONGEST]


def _beside_a_sign(survey: Survey, number: int) -> CommentCount | None:
    """The count of a counter: its attribute, which is exact, before its text."""
    exact = whole(attribute(survey.nodes[number], "data-comments-count"))
    said = brief_text(survey.nodes[number])
    return CommentCount(exact) if exact is not None else count_of(said) or _in_line(said)


def _in_line(said: str) -> CommentCount | None:
    """The count in a line that may say more: "2 Antworten zu Die Fähren", "4 Comments. Leave new"."""
    shown = _SIGNS.sub("", _ANSWERS.sub("Kommentare", said))
    whole_line = comment_count(shown)
    if whole_line and whole_line.number is not None:
        return whole_line
    pieces = [_TOLD_OF.split(piece, maxsplit=1)[0] for piece in _PIECES.split(shown)]
    return _first(map(comment_count, pieces)) or whole_line


def _before(survey: Survey, first: int | None) -> CommentCount | None:
    """The count that stands last before the first comment."""
    numbers = range((first or 0) - 1, max(0, (first or 0) - _MOST_LOOKS), -1)
    return _first(_in_line(_without_links(survey, number)) for number in numbers if _is_short(survey, number))


def _linked(sources: Sources, discussion: Discussion) -> CommentCount | None:
    """The count on a link or button that leads to the comments of this page."""
    survey = sources.survey
    here = ("#", f"{sources.base}#") if sources.base else ("#",)
    signs = {number for number in discussion.spoken.numbers if survey.tags[number] in _CLICKED}
    leading = {
        number
        for number in survey.numbers("a")
        if _is_short(survey, number) and (attribute(survey.nodes[number], "href") or "").startswith(here)
    }
    found = sorted(number for number in signs | leading if _is_short(survey, number))
    return _first(_in_line(brief_text(survey.nodes[number])) for number in found)


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
