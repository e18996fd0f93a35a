"""The names on a page that speak of comments: what every question about comments is then asked of, and nothing else.

Most pages have none or a handful, and a search through all names at once tells.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress
from typing import Final, NamedTuple

from newsmodel.page.survey import BETWEEN, Survey

_ROOTS: Final = (
    # "comment", "Kommentar", "commentaire"; "comentario", "komentarz"; "reactie"; what others call them
    "omment", "oment", "eactie", "onversation", "iscuss", "osting", "orum",
    # systems with names of their own
    "hread", "wpd", "cooked", "hyvor", "remark42", "spotim", "iafoura",
)  # fmt: skip
"""Parts of words without the letter that may be a capital; each costs a search through the names of every page."""
_BESIDES: Final = (
    "OMMENT", "iskuss", "ingback", "rackback", "respond", "post-message", "h-cite", "coral", "ivefyre",
)  # fmt: skip
"""And what stands on pages that have one of those."""


class Speaking(NamedTuple):
    """names: the classes and ids that speak of comments. numbers: the elements that bear them, in order."""

    names: frozenset[str] = frozenset()
    numbers: tuple[int, ...] = ()

    def with_any(self, survey: Survey, signs: tuple[str, ...]) -> list[int]:
        """The elements of which a name holds one of these signs, whether or not they speak of comments."""
        speak = all(any(root in sign for root in (*_ROOTS, *_BESIDES)) for sign in signs)
        asked = self.names if speak else survey.distinct
        signed = {names for names in asked if any(sign in names for sign in signs)}
        numbers = self.numbers if speak else range(len(survey.names))
        return [number for number in numbers if survey.names[number] in signed] if signed else []


def speaking(survey: Survey) -> Speaking:
    """The names of a page that speak of comments."""
    written = survey.written
    roots = [root for root in _ROOTS if root in written]
    if not roots:
        return Speaking()
    found = frozenset(line for root in (*roots, *_BESIDES) for line in _lines_with(written, root))
    return Speaking(found, tuple(compress(range(len(survey.names)), map(found.__contains__, survey.names))))


def _lines_with(text: str, root: str) -> Iterator[str]:
    at = text.find(root)
    while at >= 0:
        end = text.find(BETWEEN, at)
        end = len(text) if end < 0 else end
        yield text[text.rfind(BETWEEN, 0, at) + 1 : end]
        at = text.find(root, end)
