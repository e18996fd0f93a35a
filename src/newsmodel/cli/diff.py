"""`newsmodel diff`: in which fields two articles differ."""

from __future__ import annotations

import re
from typing import Any

import click

from newsmodel.cli import options, report
from newsmodel.cli.exits import TABLE, Exit
from newsmodel.cli.files import Input
from newsmodel.cli.outcome import Outcome, attempt
from newsmodel.cli.reading import Reading
from newsmodel.cli.terminal import tell
from newsmodel.fitting import compare
from newsmodel.format import Format
from newsmodel.model import Node, Text
from newsmodel.report import Report

_STEP = re.compile(r"\.(\w+)|\[(\d+)\]")
_WIDTH = 60


@click.command("diff", short_help="In which fields two articles differ.", epilog=TABLE)
@click.argument("one", metavar="FILE")
@click.argument("other", metavar="FILE")
@options.reader
@options.as_json
@options.quiet
def command(one: str, other: str, reader: Format | None, as_json: bool, quiet: bool) -> Exit:
    """In which fields two articles differ, in whatever formats they are.

    Exits as diff does: with 0 if in none, 1 if in some, 2 if a file is missing, 5 if one is invalid.

    \b
    newsmodel diff draft.html final.json
    newsmodel diff -q a.json b.json && echo "the same article"
    """
    read = Reading(format=reader)
    documents: list[Any] = []

    def work(outcome: Outcome) -> None:
        documents.append(read(outcome))

    outcomes = [attempt(Input(path, path), work) for path in (one, other)]
    if len(documents) < 2:
        return _trouble(outcomes)
    differences = Report()
    compare(documents[0], documents[1], differences)
    if as_json:
        report.tell_json([_data(loss.at, loss.code, *documents) for loss in differences.losses])
    elif not quiet:
        for loss in differences.losses:
            tell(f"{loss.at}: {' -> '.join(_change(loss.at, *documents))}")
    return Exit.OK if differences.clean else Exit.FAILED


def _trouble(outcomes: list[Outcome]) -> Exit:
    # Never FAILED: of two articles that both could be read, it says that they differ.
    worst = max(outcome.code for outcome in outcomes)
    return Exit.USAGE if worst == Exit.FAILED else worst


def _change(at: str, one: Any, other: Any) -> tuple[str, str]:
    """What stands at *at* in the one and in the other, in a few words that differ."""
    before, after = _at(one, at), _at(other, at)
    if isinstance(before, tuple) and isinstance(after, tuple):
        pairs = zip(before, after, strict=False)
        same = next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(before), len(after)))
        return f"{_brief(before)}, the first {same} alike", _brief(after)
    if isinstance(before, Text) and isinstance(after, Text) and str(before) == str(after):
        return f"{_brief(before)} marked {_marked(before)}", f"marked {_marked(after)}"
    return _brief(before), _brief(after)


def _marked(text: Text) -> str:
    """The marks of *text*, run by run: `[bold: strong]`."""
    runs = [f"{inline.plain}: {'+'.join(map(_mark, inline.marks))}" for inline in text if inline.marks]
    return f"[{', '.join(runs)[:_WIDTH]}]"


def _mark(mark: Any) -> str:
    return str(getattr(mark, "name", getattr(mark, "url", mark.type)))


def _at(node: Any, path: str) -> Any:
    """What stands in *node* at *path*, "$.body[3].text"."""
    for name, position in _STEP.findall(path):
        node = getattr(node, name) if name else node[int(position)]
    return node


def _brief(value: Any) -> str:
    """*value* in a few words."""
    if isinstance(value, tuple):
        kinds = {getattr(item, "type", type(item).__name__) for item in value}
        return f"{len(value)} x {kinds.pop() if len(kinds) == 1 else 'several kinds'}" if value else "none"
    if isinstance(value, (str, Text)):
        shown = repr(str(value))
        return shown if len(shown) <= _WIDTH else f"{shown[: _WIDTH - 1]}…"
    return "none" if value is None else repr(value) if isinstance(value, Node) else str(value)


def _data(at: str, code: str, one: Any, other: Any) -> dict[str, Any]:
    before, after = _change(at, one, other)
    return {"at": at, "field": code, "one": before, "other": after}
