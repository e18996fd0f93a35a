"""What a comment system is to the reader: how its comments open, and what its class names mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

import attrs
from attrs import field

from newsmodel.page.comments.roles import Part, parts_by_name
from newsmodel.page.survey import Survey
from newsmodel.page.words import tokens_of, word_set

ITEMS: Final = word_set("li div article section blockquote dt tr dl table p")
"""Elements that a comment can be."""

_DEPTH: Final = re.compile(r"(?:^|\s|_)(?:depth|level|comment-level|comment--level|comment_level)-(\d{1,4})(?=\s|$)")
_LINKBACKS: Final = ("pingback", "trackback", "webmention")


class Start(NamedTuple):
    """That a comment opens here: its id if it shows here, its parent ("" is none for certain) and depth if told.

    is_new: whether it is another one than that in which it stands, though neither may show an id.
    """

    id: str | None = None
    parent: str | None = None
    depth: int | None = None
    is_new: bool = False


@attrs.frozen(eq=False)
class System:
    """A comment system.

    name: as the thread has it. signs: a pattern of class names or ids, one of which is on every page with its comments.
    start: what opens at an element, None if nothing does; asked of those alone whose class or id has a *sign_of_start*,
    or that *among* gives. roles: what its class names mean.
    """

    name: str
    signs: str
    start: Callable[[Survey, int], Start | None]
    sign_of_start: tuple[str, ...] = ("comment",)
    roles: Mapping[str, Part] = field(factory=dict)
    among: Callable[[Survey], Iterable[int]] | None = None
    _signs: re.Pattern[str] = field(init=False)

    @_signs.default
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.signs)

    def may_be_on(self, names: str) -> bool:
        """Whether a page whose classes and ids these are, one a line, may hold comments of the system."""
        return bool(self.signs) and self._signs.search(names) is not None


@lru_cache(maxsize=8192)
def parts_of(system: System, names: str) -> tuple[Part, ...]:
    """The parts of a comment that class and id name in a system."""
    return parts_by_name(names, system.roles, is_guess=not system.name) if names else ()


def depth_of(names: str) -> int | None:
    """The depth that a class tells ("depth-2"), counted from 1."""
    found = _DEPTH.search(names)
    return int(found[1]) if found else None


def kind_of(names: str) -> str:
    """What kind of comment a class names: "pingback", "trackback", "webmention"; else "comment"."""
    tokens = tokens_of(names)
    return next((kind for kind in _LINKBACKS if kind in tokens), "comment")
