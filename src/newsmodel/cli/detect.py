"""`newsmodel detect`: what a file is, and why."""

from __future__ import annotations

from typing import Any

import click

from newsmodel import registry
from newsmodel.cli import options, report
from newsmodel.cli.exits import TABLE, Exit, combined
from newsmodel.cli.files import expand
from newsmodel.cli.outcome import Outcome, attempt
from newsmodel.cli.terminal import tell
from newsmodel.registry import HEAD, Detection


@click.command("detect", short_help="What a file is, and why.", epilog=TABLE)
@options.inputs
@options.as_json
def command(inputs: tuple[str, ...], as_json: bool) -> Exit:
    """What format each file is in, how surely, why, and what else it could be.

    \b
    newsmodel detect page.html
    newsmodel detect downloads/* --json
    cat unknown | newsmodel detect -
    """
    found: dict[str, Detection] = {}

    def look(outcome: Outcome) -> None:
        found[outcome.name] = registry.detect(outcome.input.read(HEAD), outcome.input.file_name)
        if not as_json:
            tell(_line(outcome.name, found[outcome.name]))

    outcomes = [attempt(source, look) for source in expand(inputs, None)]
    if as_json:
        report.tell_json([_data(outcome, found.get(outcome.name)) for outcome in outcomes])
    return combined(outcome.code for outcome in outcomes)


def _line(name: str, found: Detection) -> str:
    others = [f"{other} {score:.2f}" for other, score in found.candidates if other != found.name]
    instead = f"; it could also be {', '.join(others)}" if others else ""
    return f"{name}: {found.name} {found.score:.2f}, {' and '.join(found.reasons)}{instead}"


def _data(outcome: Outcome, found: Detection | None) -> dict[str, Any]:
    if found is None:
        return {"file": outcome.name, "format": None, "error": outcome.error}
    candidates = [{"format": name, "score": round(score, 4)} for name, score in found.candidates]
    return {
        "file": outcome.name,
        "format": found.name,
        "score": round(found.score, 4),
        "reasons": list(found.reasons),
        "candidates": candidates,
    }
