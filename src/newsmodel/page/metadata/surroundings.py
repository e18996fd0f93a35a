"""What stands around an element: whether it belongs to the article at all."""

from __future__ import annotations

from typing import Final

from newsmodel.page.survey import Survey
from newsmodel.page.words import EMBEDDED, tokens_of, word_set, words_of

# Not "widget", nor "has-sidebar": whole layouts are named so as well.
_ELSEWHERE: Final = (
    word_set(
        "comment comments commentlist kommentare kommentar respond related teaser teasers recent popular recommended"
        " trending"
    )
    | EMBEDDED
)
_MOST_ANCESTORS: Final = 12


def is_elsewhere(survey: Survey, number: int) -> bool:
    """Whether an element stands, by its names, in a comment, a teaser, a list of further articles, or is quoted.

    What is around the page's first h1 is none of these, whatever its layout is named.
    """
    heading = next(iter(survey.by_tag.get("h1", ())), 0)
    for _ in range(_MOST_ANCESTORS):
        if number < 0 or survey.tags[number] in ("body", "main") or survey.inside(heading, number):
            return False
        if survey.tags[number] == "blockquote" or (survey.names[number] and _says_so(survey.names[number])):
            return True
        number = survey.parents[number]
    return False


def _says_so(names: str) -> bool:
    return not _ELSEWHERE.isdisjoint(words_of(names)) or any(token.startswith("sidebar") for token in tokens_of(names))
