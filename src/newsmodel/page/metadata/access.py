"""Who may read an article, which part is closed, and whether the page holds more than a preview of it.

Sources: schema.org, https://schema.org/isAccessibleForFree;
https://developers.google.com/search/docs/appearance/structured-data/paywalled-content;
https://developers.facebook.com/docs/instant-articles/subscriptions (`article:content_tier`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set
from typing import Any, Final

import attrs

from newsmodel.model import Access, Block, plain_text
from newsmodel.page.sources import Sources
from newsmodel.page.survey import Survey
from newsmodel.page.values import Record, first, line, lines, records, truth, whole
from newsmodel.page.words import CUT, word_set, words_of
from newsmodel.phrases.paywalls import is_paywall_notice

_TIERS: Final = {"free": "free", "metered": "metered", "locked": "subscriber", "paid": "subscriber",
                 "premium": "premium", "registration": "registered"}  # fmt: skip
_CLOSED: Final = word_set("subscriber premium registered")
_MOST_PARTS: Final = 20
_GATES: Final = word_set("paywall paywalled regwall registerwall gate gated gating barrier premiumgate piano poool")
_FADES: Final = word_set("fade faded fading fadeout blur blurred truncated truncate clipped teased")
_WHOLE: Final = 0.8  # of the words that the page counts
_PART: Final = 0.6
_FEW_WORDS: Final = 300
_FEW_CHARACTERS: Final = 400
_FEW_BLOCKS: Final = 12
_NEXT_LINES: Final = 6
_LAST_BLOCKS: Final = 2
_ABOVE: Final = 4


def read_access(sources: Sources) -> Access | None:
    """Who may read it. Which part is closed stands in `extra["schema.org"]`, as the record's `hasPart` has it.

    A part that is closed closes the article; a tier in the head says more than yes and no. None if nothing is said.
    """
    closed = _closed_parts(sources.article)
    free = False if closed else truth(sources.article.get("isAccessibleForFree"))
    tier = _TIERS.get(sources.head.first("article:content_tier", "og:article:content_tier").lower())
    level = tier or ({True: "free", False: "subscriber"}[free] if free is not None else None)
    return Access(level, extra={"schema.org": {"hasPart": closed}} if closed else {}) if level else None


def _closed_parts(article: Record) -> list[dict[str, Any]]:
    return [
        {"isAccessibleForFree": False, "cssSelector": selector}
        for part in records(article.get("hasPart"))[:_MOST_PARTS]
        if truth(part.get("isAccessibleForFree")) is False
        for selector in lines(part.get("cssSelector"))[:_MOST_PARTS]
    ]


def seen_access(
    access: Access | None, body: tuple[Block, ...], sources: Sources, roots: Sequence[int], left_out: Set[int]
) -> Access | None:
    """*access*, and whether the page holds but a preview: then `extra["html"]` says `{"preview": True}`.

    body: what was found of the text. roots, left_out: where, as `locate` gives it.
    Noticed: `preview-only`. Paid text that is all in the page is no preview, whatever the page says of its price.
    """
    if not body or not _may_be_preview(access, body):
        return access
    if not _is_preview(access, body, sources, _Edge(sources.survey, roots, left_out)):
        return access
    sources.report.notice("preview-only", "the page holds only the beginning of an article that one must pay for")
    known = access if access is not None and access.level in _CLOSED else Access("subscriber")
    extra = {**(access.extra if access else {}), "html": {"preview": True}}
    return attrs.evolve(known, extra=extra)


class _Edge:
    """Where the text ends on the page. names: the words of the names around its last line. next: the lines after it."""

    __slots__ = ("names", "next", "next_names")

    def __init__(self, survey: Survey, roots: Sequence[int], left_out: Set[int]) -> None:
        every = sorted(survey.lines)
        kept = _last_kept(survey, every, roots, sorted(left_out))
        following = every[bisect_right(every, kept) :][:_NEXT_LINES] if kept >= 0 else []
        self.names = _names_above(survey, kept)
        self.next = [" ".join("".join(survey.lines[number]).split()) for number in following]
        self.next_names = frozenset(word for number in following for word in _names_above(survey, number))


def _last_kept(survey: Survey, every: list[int], roots: Sequence[int], left_out: list[int]) -> int:
    inside = (number for number in reversed(every) if any(survey.inside(number, root) for root in roots))
    return next((number for number in inside if survey.own[number] and not survey.within(number, left_out)), -1)


def _names_above(survey: Survey, number: int) -> frozenset[str]:
    """The words of the names of an element and those right above it."""
    found: frozenset[str] = frozenset()
    for _ in range(_ABOVE):
        if number <= 0 or survey.tags[number] in ("body", "main", "article"):
            break
        found |= words_of(survey.names[number])
        number = survey.parents[number]
    return found


def _may_be_preview(access: Access | None, body: tuple[Block, ...]) -> bool:
    """Whether it is worth a look: most pages say nothing of a price, and end as an article does."""
    if access is not None and access.level in _CLOSED:
        return True
    is_free = access is not None and access.level == "free"
    return not is_free and (len(body) <= _FEW_BLOCKS or plain_text(body[-1]).rstrip().endswith(CUT))


def _is_preview(access: Access | None, body: tuple[Block, ...], sources: Sources, edge: _Edge) -> bool:
    text = plain_text(body)
    words, counted = len(text.split()), whole(sources.article.get("wordCount"))
    if counted and words >= _WHOLE * counted:
        return False
    signs = set(_signs(text, body, edge))
    ends = bool(signs & {"cut", "fade"}) or ("gate" in signs and words < _FEW_WORDS)
    if access is None or access.level not in _CLOSED:
        return "notice" in signs and ends
    lacks = bool(counted and words < _PART * counted and counted - words > _FEW_WORDS // 4)
    return lacks or ends or "notice" in signs or _is_scant(text, sources)


def _signs(text: str, body: tuple[Block, ...], edge: _Edge) -> Iterator[str]:
    """What about the end of the text tells that it goes on elsewhere."""
    if any(map(is_paywall_notice, [*map(plain_text, body[-_LAST_BLOCKS:]), *edge.next])):
        yield "notice"
    if text.rstrip().endswith(CUT):
        yield "cut"
    if edge.names & _FADES:
        yield "fade"
    if edge.next_names & _GATES:
        yield "gate"


def _is_scant(text: str, sources: Sources) -> bool:
    """Whether a text hardly says more than the summary of it."""
    told = line(first(sources.article.get("description"))) or sources.head.first("og:description", "description")
    return len(text) < _FEW_CHARACTERS and len(text) < 2 * len(told)
