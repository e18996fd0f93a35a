"""`newsmodel formats`: what can be read and written here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import click

from newsmodel.cli import options, report, values
from newsmodel.cli.exits import TABLE, Exit
from newsmodel.cli.named import format_named
from newsmodel.cli.state import State, as_data, states, tried
from newsmodel.cli.terminal import console, say, tell, trimmed
from newsmodel.format import Format

_STYLES = {"ok": "green", "extra missing": "yellow", "broken": "red"}


@click.command("formats", short_help="What can be read and written.", epilog=TABLE)
@click.argument("names", nargs=-1, metavar="[FORMAT]...")
@options.as_json
def command(names: tuple[str, ...], as_json: bool) -> Exit:
    """Lists the formats and whether they work here; of the ones that are named, everything, with their options.

    \b
    newsmodel formats
    newsmodel formats html markdown      their options, for -O
    newsmodel formats ./mine.py          does mine work?
    newsmodel formats --json
    """
    found = _named(names) if names else states()
    if as_json:
        report.tell_json([as_data(state) for state in found])
    elif names:
        for position, state in enumerate(found):
            tell(*([""] if position else []), *_described(state))
    else:
        trimmed(console(), _table(found))
        for state in found:
            if state.problem:
                say(f"{state.name}: {state.problem}")
    return Exit.OK if all(state.state == "ok" for state in found) or not names else Exit.UNAVAILABLE


def _named(names: Sequence[str]) -> list[State]:
    known = {state.name: state for state in states()}
    return [known[name] if name in known else tried(format_named(name), name) for name in names]


def _table(found: Sequence[State]) -> Any:
    from newsmodel.cli.ink import cell, grid

    table = grid(*("format", "does", "suffixes", "media type", "from", "state"))
    for state in found:
        format = state.format
        suffixes = " ".join(format.suffixes) if format else ""
        media_type = format.media_types[0] if format and format.media_types else ""
        cells = (state.name, _does(format), suffixes, media_type, state.origin)
        table.add_row(*map(cell, cells), cell(state.state, _STYLES[state.state]))
    return table


def _does(format: Format | None) -> str:
    if format is None:
        return ""
    return " ".join(verb for verb, can in (("read", format.parse), ("write", format.render)) if can)


def _described(state: State) -> Iterator[str]:
    format = state.format
    yield f"{state.name}: {format.title}" if format else state.name
    yield f"  state     {state.state}{f': {state.problem}' if state.problem else ''}"
    yield f"  from      {state.origin}"
    if format is None:
        return
    facts = {
        "does": _does(format),
        "suffixes": " ".join(format.suffixes),
        "media": ", ".join(format.media_types),
        "spec": format.spec,
    }
    yield from (f"  {name:<9} {fact}" for name, fact in facts.items() if fact)
    for verb, title in (("parse", "reading"), ("render", "writing")):
        yield from _options(format, verb, title)


def _options(format: Format, verb: str, title: str) -> Iterator[str]:
    known = format.options(verb)
    types = values.types_of(format, verb)
    if known:
        yield f"  options of {title}"
    for name, option in known.items():
        wanted = values.described(types[name])
        if wanted is None:
            yield f"    {name}, from Python only"
            continue
        default = "" if option.default in (option.empty, None) else f", default {values.written(option.default)}"
        yield f"    -O {name}={wanted}{default}"
