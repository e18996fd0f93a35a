"""Reports for people and for machines: every loss, or the losses grouped, with counts and the first place."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import attrs

from newsmodel.cli.outcome import Outcome
from newsmodel.cli.terminal import UNSAFE_IN_A_LINE, counted, tell
from newsmodel.report import Report


@attrs.define
class Group:
    """Losses of one code, effect and stage: how many, in how many inputs, and the first of them."""

    code: str
    effect: str
    stage: str
    file: str
    at: str
    detail: str
    count: int = 0
    files: int = 0

    def __str__(self) -> str:
        return f"{self.count:,} x {self.code} {self.effect}"


def grouped(reports: Iterable[tuple[str, Report]]) -> list[Group]:
    """The losses of *reports*, each with the name of its input, the most frequent first."""
    groups: dict[tuple[str, str, str], Group] = {}
    for name, report in reports:
        seen = set()
        for loss in report.losses:
            key = (loss.code, loss.effect, loss.stage)
            group = groups.get(key)
            if group is None:
                group = groups[key] = Group(*key, name, _place(loss.at, loss.source), loss.detail)
            group.count += 1
            group.files += key not in seen
            seen.add(key)
    return sorted(groups.values(), key=lambda group: -group.count)


def as_lines(outcomes: Iterable[Outcome], errors: bool = False) -> Iterator[str]:
    """Every loss and diagnostic, and with *errors* every error, a line each, beginning with its file."""
    for outcome in outcomes:
        if errors and outcome.error:
            yield from outcome.error.split("\n")
        for loss in outcome.report.losses:
            yield f"{outcome.name}: {loss}"
        for diagnostic in outcome.report.diagnostics:
            yield f"{outcome.name}: note: {diagnostic}"


def as_json(outcomes: Sequence[Outcome]) -> str:
    """Everything that `as_lines` says, as one JSON object: `{"summary": …, "inputs": […]}`."""
    return dumped({"summary": _counts(outcomes), "inputs": [_plain(outcome) for outcome in outcomes]})


def group_data(groups: Iterable[Group]) -> list[dict[str, Any]]:
    """*groups* for JSON."""
    return [
        {
            "code": group.code,
            "effect": group.effect,
            "stage": group.stage,
            "count": group.count,
            "files": group.files,
            "first": {"file": group.file, "at": group.at, "detail": group.detail},
        }
        for group in groups
    ]


def dumped(data: Any) -> str:
    """*data* as JSON for a person to read and a program to parse; what is unsafe is escaped, as JSON does it."""
    lines = json.dumps(data, ensure_ascii=False, indent=2).split("\n")
    return "\n".join(UNSAFE_IN_A_LINE.sub(lambda found: f"\\u{ord(found[0]):04x}", line) for line in lines)


def tell_json(data: Any) -> None:
    """*data* as JSON on standard output."""
    tell(*dumped(data).split("\n"))


_MOST_KINDS = 8
"""How many kinds of losses are told where nobody asked for a report."""


def warnings(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """The losses of *outcomes* in a few lines, the most frequent first."""
    lossy = [(outcome.name, outcome.report) for outcome in outcomes if not outcome.report.clean]
    if not lossy:
        return
    several = len(outcomes) > 1
    groups = grouped(lossy)
    total = counted(sum(group.count for group in groups), "loss", "losses")
    yield f"{total} in {counted(len(lossy), 'file')}:" if several else f"{lossy[0][0]}: {total}"
    for group in groups[:_MOST_KINDS]:
        where = f"{group.file}: {group.at}" if several else group.at
        across = f" in {counted(group.files, 'file')}" if group.files > 1 else ""
        first = "first at " if group.count > 1 else "at "
        yield f"  {group}{across}, {first}{where}{_because(group)}"
    if len(groups) > _MOST_KINDS:
        yield f"  and {counted(len(groups) - _MOST_KINDS, 'other kind')}; --report text lists every one"


def summary(outcomes: Sequence[Outcome]) -> str:
    """`41 converted, 1 failed, 3 with losses`."""
    counts = _counts(outcomes)
    parts = [f"{counts['converted']:,} converted"]
    parts += [f"{counts[key]:,} {key.replace('_', ' ')}" for key in ("failed", "with_losses") if counts[key]]
    return ", ".join(parts)


def _counts(outcomes: Sequence[Outcome]) -> dict[str, int]:
    converted = sum(outcome.code == 0 for outcome in outcomes)
    lossy = sum(not outcome.report.clean for outcome in outcomes)
    return {"converted": converted, "failed": len(outcomes) - converted, "with_losses": lossy}


def _plain(outcome: Outcome) -> dict[str, Any]:
    return {
        "input": outcome.name,
        "output": outcome.output,
        "from": outcome.reader,
        "to": outcome.writer,
        "exit_code": int(outcome.code),
        "error": outcome.error,
        "losses": [attrs.asdict(loss) for loss in outcome.report.losses],
        "diagnostics": [attrs.asdict(diagnostic) for diagnostic in outcome.report.diagnostics],
    }


def _because(group: Group) -> str:
    return f" ({group.detail})" if group.detail else ""


def _place(at: str, source: str | None) -> str:
    return at if source is None else f"{at}, {source}"
