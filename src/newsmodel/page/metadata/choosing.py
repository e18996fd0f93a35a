"""Which source of a field won, and which said otherwise: told to the report on request, and free otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final, NamedTuple

from newsmodel.report import Report

_LONGEST: Final = 120  # characters of a value that a message quotes


class Candidate(NamedTuple):
    """What one source says of a field: "json-ld", "og:title", "h1" … and its words."""

    source: str
    value: str


def explain(
    report: Report, field: str, at: str, value: str, candidates: Iterable[Candidate], same: Callable[[str], Any] = str
) -> None:
    """Notices `chosen` (the field, its value, who said so) and `sources-disagree` (who said something else).

    at: the field's place in the article ("$.headline"). same: what two values must share to count as one.
    """
    told = [candidate for candidate in candidates if candidate.value]
    chosen = [candidate.source for candidate in told if same(candidate.value) == same(value)]
    winner, *agreeing = dict.fromkeys(chosen) if chosen else ("several sources together",)
    if value:
        too = f" (so does {', '.join(agreeing)})" if agreeing else ""
        report.notice("chosen", f"{field}: {winner} says {_quoted(value)}{too}", at)
    others: dict[str, list[str]] = {}
    for source, words in told:
        if same(words) != same(value) and source not in others.setdefault(words, []):
            others[words].append(source)
    if others:
        losers = "; ".join(f"{', '.join(names)}: {_quoted(words)}" for words, names in others.items())
        report.notice("sources-disagree", f"{field}: {winner if value else 'nothing'} was taken over {losers}", at)


def _quoted(value: str) -> str:
    return f'"{value}"' if len(value) <= _LONGEST else f'"{value[:_LONGEST]}…"'
