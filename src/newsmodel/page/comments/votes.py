"""The votes on a comment: exact numbers in attributes before the rounded ones that show."""

from __future__ import annotations

import re
from typing import Final

from newsmodel.markup.engine import attribute
from newsmodel.model import Tally
from newsmodel.page.comments.bodies import text_without
from newsmodel.page.comments.gathering import Item
from newsmodel.page.comments.roles import DOWN, SCORE, UP
from newsmodel.page.survey import Survey

_VOTES: Final = {
    SCORE: re.compile(r"(-?\d{1,9}) (?:points?|score)\b|(?:points?|score)[: ]+(-?\d{1,9})", re.IGNORECASE),
    UP: re.compile(r"(\d{1,9}) (?:upvotes?|likes?|thumbs? up)\b", re.IGNORECASE),
    DOWN: re.compile(r"(\d{1,9}) (?:downvotes?|dislikes?|thumbs? down)\b", re.IGNORECASE),
}
_REACTED: Final = re.compile(r"(?:^|\s)coral-reacted-(\d{1,9})(?=\s|$)")
_NUMBER: Final = re.compile(
    r"[^\w+\u2212-]*([+\u2212-]?\d{1,9})(?: (?:points?|votes?|upvotes?|downvotes?|likes?))?[^\w]*", re.IGNORECASE
)
_VOTED: Final = ("aria-label", "data-tippy-content", "title")
_MOST_LOOKS: Final = 80


def votes_of(survey: Survey, item: Item) -> Tally:
    """The votes by their elements, else by what labels and tool tips say of them; None for what is not shown."""
    told = {role: _count(survey, number) for role in (UP, DOWN, SCORE) if (number := item.part(role)) is not None}
    if not any(count is not None for count in told.values()):
        told = _votes_in_words(survey, item)
    reacted = _REACTED.search(survey.names[item.number])
    up = int(reacted[1]) if reacted else told.get(UP)
    return Tally(up=up, down=told.get(DOWN), score=told.get(SCORE))


def _count(survey: Survey, number: int) -> int | None:
    """The exact number in an attribute, else the one shown."""
    node = survey.nodes[number]
    for said in (
        attribute(node, "title"),
        attribute(node, "data-count"),
        attribute(node, "content"),
        text_without(node),
    ):
        if said and (found := _NUMBER.fullmatch(said)):
            return int(found[1].replace("\u2212", "-"))
    return None


def _votes_in_words(survey: Survey, item: Item) -> dict[str, int | None]:
    """What tool tips and labels say: "12 points", "13 upvotes"."""
    told: dict[str, int | None] = {}
    for number in range(item.number, min(item.own_end, item.number + _MOST_LOOKS)):
        for name in _VOTED:
            said = attribute(survey.nodes[number], name) or ""
            for role, form in _VOTES.items():
                if said and (found := form.search(said)):
                    told.setdefault(role, int(next(filter(None, found.groups()))))
    return told
