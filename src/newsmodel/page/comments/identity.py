"""Which comment an element of an unknown system is, which one it replies to, and how deep it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from newsmodel.markup.engine import attribute, attributes
from newsmodel.page.comments.system import Start
from newsmodel.page.survey import Survey

_ID: Final = re.compile(
    r"(?:[A-Za-z][A-Za-z0-9]*[-_:.]+)*"
    r"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=[0-9a-f]*\d)[0-9a-f]{12,64}|(?:[A-Za-z]{0,24})(?P<number>\d{1,20}))"
)
_LAST: Final = re.compile(r"(?:[A-Za-z][A-Za-z0-9]*[-_:.]+)*([A-Za-z0-9]{4,40})")
_OWN: Final = re.compile(r"data-(?:comment|post|posting|message|reply|item|entry|node|review|response)?[-_]?(?:id|key)")
_NAMED: Final = ("data-fullname", "data-content", "id")
_PARENT: Final = re.compile(
    r"(?:data-)?(?:comment[-_]?)?(?:parent|reply[-_]?to|in[-_]?reply[-_]?to)"
    r"(?:[-_]?(?:comment|post|posting|message))?(?:[-_]?id)?"
)
_LEVEL: Final = re.compile(r"(?:data-)?(?:comment-?)?(?:level|depth|indent|nesting|nesting-level)|aria-level")
_DEPTH: Final = re.compile(
    r"(?:^|[\s_-])(?:depth|level|lvl|indent|nest|nested|nesting|child)[-_]{0,2}(\d{1,3})(?=\s|$)"
)
_REPLY: Final = re.compile(r"(?:^|[\s_-])(?:reply|child|nested|indented|subcomment|antwort)(?=\s|$)", re.IGNORECASE)
_MARGIN: Final = re.compile(
    r"(?:margin|padding)-(?:left|inline-start):\s*(\d{1,4})(?:\.\d+)?\s*(?:px|em|rem|%)?", re.IGNORECASE
)
_LINKED: Final = re.compile(
    r"(?:#|/(?:comments?|kommentare?)/|[?&](?:cid|comment_?id|comment)=)([\w-]{1,80})$", re.IGNORECASE
)
_NONE: Final = frozenset({"", "0", "null", "none", "undefined", "root", "-1"})
_LONGEST: Final = 160
_MOST_LOOKS: Final = 40
_NEAR: Final = 8  # elements in a comment that may tell its id and depth


def starts_of(survey: Survey, items: Iterable[int], *, are_sure: bool) -> dict[int, Start]:
    """The comments that open at these elements. are_sure: each is one, not the same as the one that it stands in."""
    ordered = sorted(items)
    limits = dict(zip(ordered, [*ordered, len(survey.names)][1:], strict=True))
    limits = {number: min(limit, survey.ends[number]) for number, limit in limits.items()}
    near = {number: range(number, min(limit, number + _NEAR)) for number, limit in limits.items()}
    ids = {number: _id(survey, number, near[number], limits[number]) for number in ordered}
    parents = _parents(survey, ids)
    depths = _depths(survey, near)
    return {number: Start(ids[number], parents[number], depths.get(number), are_sure) for number in ordered}


def _id(survey: Survey, number: int, near: range, limit: int) -> str | None:
    """By attributes of the element and of those near, of an empty anchor before it, or by where its date leads."""
    for each in near:
        for written in _told(survey, each, is_item=each == number):
            if own := _plain(written):
                return own
    before = number - 1
    if before >= 0 and survey.tags[before] == "a" and survey.ends[before] == number and not survey.chars[before]:
        node = survey.nodes[before]
        if own := _plain(attribute(node, "id") or attribute(node, "name") or ""):
            return own
    return _linked(survey, number, limit)


def _linked(survey: Survey, number: int, limit: int) -> str | None:
    """The first place of the page that a link in the comment leads to, as that of its date does."""
    for each in range(number, min(limit, number + _MOST_LOOKS)):
        if survey.tags[each] == "a" and (found := _LINKED.search(attribute(survey.nodes[each], "href") or "")):
            return _plain(found[1])
    return None


def _told(survey: Survey, number: int, *, is_item: bool) -> Iterator[str]:
    found = attributes(survey.nodes[number])
    yield from (value for name, value in found.items() if _OWN.fullmatch(name))
    if is_item or survey.chars[number] == 0 or survey.tags[number] in ("article", "div", "li"):
        yield from (found[name] for name in _NAMED if name in found)
    if survey.tags[number] == "a" and not survey.chars[number]:
        yield found.get("name", "")


def _plain(written: str) -> str | None:
    """An id without what stands before it ("comment-12"); None if a value does not look like one."""
    written = written.strip()[:_LONGEST]
    if found := _ID.fullmatch(written):
        return found["number"] or found[1]
    last = _LAST.fullmatch(written)
    return last[1] if last and any(map(str.isdigit, last[1])) else None


def _parents(survey: Survey, ids: Mapping[int, str | None]) -> dict[int, str | None]:
    """What attributes say; "" for those that reply to none where others say that they reply to one."""
    known = set(ids.values())
    told: dict[int, str | None] = {}
    for number in ids:
        found = (value for name, value in attributes(survey.nodes[number]).items() if _PARENT.fullmatch(name))
        written = next(found, None)
        parent = None if written is None else "" if written.strip().lower() in _NONE else _plain(written)
        told[number] = parent if parent == "" or parent in known else None
    if not any(told.values()):
        return dict.fromkeys(ids)
    return told


def _depths(survey: Survey, near: Mapping[int, range]) -> dict[int, int]:
    """How deep each stands, counted from 1: by what attributes and classes say, or by how far it is moved in."""
    for tell in (_level, _margin):
        found = {number: level for number, looked in near.items() if (level := tell(survey, looked)) is not None}
        ranks = {level: rank for rank, level in enumerate(sorted(set(found.values())), 1)}
        if len(ranks) > 1 and len(found) == len(near):
            return {number: ranks[level] for number, level in found.items()}
    replies = {number for number in near if _REPLY.search(survey.names[number])}
    return {number: 2 if number in replies else 1 for number in near} if 0 < len(replies) < len(near) else {}


def _level(survey: Survey, near: range) -> int | None:
    if found := _DEPTH.search(survey.names[near.start]):
        return int(found[1])
    for each in near:
        for name, value in attributes(survey.nodes[each]).items():
            if _LEVEL.fullmatch(name) and value.strip().isdecimal() and len(value.strip()) < 4:
                return int(value)
    return None


def _margin(survey: Survey, near: range) -> int | None:
    """The first margin or padding at the left, of the element or one of the first in it; 0 if none is told."""
    for each in near[:3]:
        if found := _MARGIN.search(attribute(survey.nodes[each], "style") or ""):
            return int(found[1])
    return 0
