"""One way through the page: which elements are comments, which stand in which, and what each of their parts is.

An element opens a comment if its system says so. Elements in it that say so again are the same comment (a theme puts
the class on the item, on the article in it and on the text) unless they bear another id, or a list of replies stands
between. Replies in a container beside their comment, as Drupal has them, belong to the last comment before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

import attrs

from newsmodel.markup.engine import attribute
from newsmodel.page.comments.roles import AUTHOR, BODY, CHROME, DATE, DOWN, REPLIES, SCORE, UP, WEAK, Part
from newsmodel.page.comments.schema_org import PROPERTIES
from newsmodel.page.comments.speaking import Speaking
from newsmodel.page.comments.system import Start, System, kind_of, parts_of
from newsmodel.page.survey import UNSEEN, Survey

_CLICKED: Final = frozenset({"form", "button", "menu", "nav", "input", "textarea", "select"}) | UNSEEN
_BY_TAG: Final = {
    **dict.fromkeys(_CLICKED, (Part(CHROME),)),
    "time": (Part(DATE, 0),),
    "cite": (Part(AUTHOR, 3),),
}
_LONGEST_GUESSED: Final = 200  # of what a word in its class says is no part of the text
_NOTHING: Final[dict[int, Part]] = {}
_COUNTED: Final = frozenset({UP, DOWN, SCORE})
_TEXT_TAGS: Final = frozenset({"cite", "time"})  # which a comment's own text may hold


@attrs.define(eq=False)
class Item:
    """A comment as gathered.

    number, end: its element and where that ends. holder: the element with its id. above: the comment that it stands in.
    parts: role -> (rank, element). authors, dates: all that may tell them, (rank, element). labels: badges.
    apart: elements in it that are no part of its text. body_end: where the text ends, if it has an element of its own.
    own_end: where its replies begin.
    """

    number: int
    end: int
    holder: int
    id: str | None
    parent: str | None
    depth: int | None
    above: Item | None
    kind: str
    parts: dict[str, tuple[int, int]] = attrs.Factory(dict)
    authors: list[tuple[int, int]] = attrs.Factory(list)
    dates: list[tuple[int, int]] = attrs.Factory(list)
    labels: list[int] = attrs.Factory(list)
    apart: set[int] = attrs.Factory(set)
    body_end: int = 0
    own_end: int = 0

    def part(self, role: str) -> int | None:
        """The element of a role."""
        found = self.parts.get(role)
        return found[1] if found else None


class _Frame(NamedTuple):
    """What is open: a comment, or the container of its replies."""

    end: int
    item: Item
    holds_replies: bool


def gather(
    survey: Survey, system: System, starts: Mapping[int, Start], told: Mapping[int, Part] = _NOTHING
) -> list[Item]:
    """The comments of a page in its order. *starts*: where they open. *told*: parts of them that no name tells."""
    return _Gathering(survey, system, starts, told).items if starts else []


def starts_of(survey: Survey, system: System, spoken: Speaking) -> dict[int, Start]:
    """Where a system says that comments open; *spoken*: the names of the page that speak of comments."""
    if system.among is not None:
        likely: Iterable[int] = system.among(survey)
    else:
        likely = spoken.with_any(survey, system.sign_of_start)
    return {number: start for number in likely if (start := system.start(survey, number))}


class _Gathering:
    def __init__(self, survey: Survey, system: System, starts: Mapping[int, Start], told: Mapping[int, Part]) -> None:
        self.survey, self.system, self.told = survey, system, told
        self.items: list[Item] = []
        self.frames: list[_Frame] = []
        self.last_in: dict[int, Item] = {}
        self.properties = frozenset(survey.items)
        last = max(starts)
        for number in range(min(starts), len(survey.names)):
            while self.frames and number >= self.frames[-1].end:
                self.frames.pop()
            start = starts.get(number)
            if start is not None and self._opens(number, start):
                continue
            if self.frames:
                self._take(number)
            elif number > last:
                break
            elif survey.names[number]:
                self._take_container(number)

    def _opens(self, number: int, start: Start) -> bool:
        """Whether a comment opens here that was not open yet."""
        while self.frames and not self.frames[-1].holds_replies and not start.is_new:
            top = self.frames[-1].item
            if start.id is None or top.id in (None, start.id):
                if top.id is None and start.id is not None:
                    top.id, top.holder = start.id, number
                top.depth = top.depth or start.depth
                return False
            if not self._was_wrapper(top, number):
                break
            self.frames.pop()
        self._open(number, start, self.frames[-1].item if self.frames else None)
        return True

    def _was_wrapper(self, top: Item, number: int) -> bool:
        """Whether what looked like a comment holds several beside each other; it is then its first one alone."""
        parents = self.survey.parents
        if top.holder == top.number or parents[number] != parents[top.holder]:
            return False
        top.number, top.end = top.holder, self.survey.ends[top.holder]
        self.last_in[parents[top.number]] = top
        return True

    def _open(self, number: int, start: Start, above: Item | None) -> None:
        end = self._end(number)
        kind = kind_of(self.survey.names[number])
        item = Item(number, end, number, start.id, start.parent, start.depth, above, kind, own_end=end)
        self.items.append(item)
        self.last_in[self.survey.parents[number]] = item
        self.frames.append(_Frame(end, item, False))
        if above is not None:
            above.apart.add(number)
            above.own_end = min(above.own_end, number)

    def _end(self, number: int) -> int:
        """Where a comment ends: a `dt` with the last `dd` that follows it."""
        survey, end = self.survey, self.survey.ends[number]
        if survey.tags[number] == "dt":
            limit = survey.ends[survey.parents[number]]
            while end < limit and survey.tags[end] == "dd":
                end = survey.ends[end]
        return end

    def _take_container(self, number: int) -> None:
        """Outside all comments: whether replies to the comment before stand here."""
        owner = self.last_in.get(self.survey.parents[number])
        if owner and any(part.role == REPLIES for part in parts_of(self.system, self.survey.names[number])):
            self.frames.append(_Frame(self.survey.ends[number], owner, True))

    def _take(self, number: int) -> None:
        frame = self.frames[-1]
        if frame.holds_replies:
            if self.survey.names[number]:
                self._take_container(number)
            return
        for part in self._parts(number):
            if part.role == REPLIES:
                frame.item.apart.add(number)
                frame.item.own_end = min(frame.item.own_end, number)
                self.frames.append(_Frame(min(self.survey.ends[number], frame.end), frame.item, True))
                return
            self._note(frame.item, number, part)

    def _parts(self, number: int) -> tuple[Part, ...]:
        survey = self.survey
        found = parts_of(self.system, survey.names[number]) + self._by_tag(number)
        if number in self.told:
            found += (self.told[number],)
        if not found and survey.tags[number] == "a" and self._leads_to(self.frames[-1].item, number):
            found = (Part(DATE, WEAK),)
        if number in self.properties:
            named = (attribute(survey.nodes[number], "itemprop") or "").split()
            found += tuple(PROPERTIES[name] for name in named if name in PROPERTIES)
        return found

    def _by_tag(self, number: int) -> tuple[Part, ...]:
        """What the element itself is; a form without a field holds a text, for what may be done with it."""
        tag = self.survey.tags[number]
        if tag == "form":
            fields = ("textarea", "select")
            return _BY_TAG[tag] if any(each in fields for each in self._tags_in(number)) else ()
        return _BY_TAG.get(tag, ())

    def _tags_in(self, number: int) -> list[str]:
        return self.survey.tags[number : self.survey.ends[number]]

    def _leads_to(self, item: Item, number: int) -> bool:
        """Whether a link leads to the comment itself, as its date does."""
        address = attribute(self.survey.nodes[number], "href") or "" if item.id else ""
        return address.endswith(f"#comment-{item.id}")

    def _note(self, item: Item, number: int, part: Part) -> None:
        role, rank = part
        is_in_body = number < item.body_end
        if is_in_body and (rank >= WEAK or self.survey.tags[number] in _TEXT_TAGS):
            return
        if rank > WEAK and role != BODY and self.survey.chars[number] > _LONGEST_GUESSED:
            return
        best = item.parts.get(role)
        if role == BODY:
            if best is None or rank < best[0]:
                item.parts[role] = (rank, number)
                item.body_end = self.survey.ends[number] if rank < 2 else item.body_end
            return
        item.apart.add(number)
        if role == AUTHOR:
            item.authors.append((rank, number))
        elif role == DATE:
            item.dates.append((rank, number))
        elif role == "label":
            item.labels.append(number)
        is_empty = role in _COUNTED and best is not None and rank == best[0] and not self.survey.chars[best[1]]
        if best is None or rank < best[0] or is_empty:
            item.parts[role] = (rank, number)
