"""The state of every format: whether it works here, and where it comes from. Found by trying it, not by asking."""

from __future__ import annotations

from importlib.metadata import entry_points
from importlib.util import find_spec
from typing import Any

import attrs

from newsmodel import registry
from newsmodel.errors import FormatError, MissingExtraError, NewsmodelError, PluginError
from newsmodel.format import Format
from newsmodel.model import Article, Paragraph

_PROBE = Article("Harbour reopens", body=[Paragraph("The ferries sail again.")])


@attrs.frozen
class State:
    """A format and how it fares. state: "ok", "extra missing" or "broken". problem: why, with the mend."""

    name: str
    origin: str
    format: Format | None
    state: str = "ok"
    problem: str = ""


def states() -> list[State]:
    """The state of every format, by name. One that does not load is an entry, never an error."""
    plugins = {point.name: point.dist.name for point in entry_points(group=registry.GROUP) if point.dist}
    return [_state(name, _origin(name, plugins)) for name in registry.names()]


def _state(name: str, origin: str) -> State:
    try:
        format = registry.get(name)
    except (PluginError, ImportError) as error:
        return State(name, origin, None, "broken", _problem(error))
    return tried(format, origin)


def tried(format: Format, origin: str = "") -> State:
    """The state of *format*: a small article is written and read, which loads whatever that needs."""
    try:
        _round_trip(format)
    except MissingExtraError as error:
        return State(format.name, origin, format, "extra missing", str(error))
    except Exception as error:  # whatever a stranger's code raises
        return State(format.name, origin, format, "broken", _problem(error))
    return State(format.name, origin, format)


def _round_trip(format: Format) -> None:
    data = format.write(_PROBE) if format.render else b"Harbour reopens\n\nThe ferries sail again.\n"
    if format.parse:
        try:
            format.read(data)
        except FormatError:
            if format.render:  # a format that only reads may well refuse what another wrote
                raise


def _problem(error: BaseException) -> str:
    return str(error) if isinstance(error, NewsmodelError) else f"{type(error).__name__}: {error}"


def _origin(name: str, plugins: dict[str, str]) -> str:
    if find_spec(f"newsmodel.formats.{name.replace('-', '_')}"):
        return "newsmodel"
    return plugins.get(name, "this process")


def as_data(state: State) -> dict[str, Any]:
    """*state* for JSON, with what its format says of itself."""
    format = state.format
    known: dict[str, Any] = (
        {}
        if format is None
        else {
            "title": format.title,
            "read": bool(format.parse),
            "write": bool(format.render),
            "stream": bool(format.stream),
            "binary": format.binary,
            "suffixes": list(format.suffixes),
            "media_types": list(format.media_types),
            "spec": format.spec,
            "options": {verb: list(format.options(verb)) for verb in ("parse", "render")},
        }
    )
    return {
        "name": state.name,
        "state": state.state,
        "problem": state.problem or None,
        "from": state.origin,
        **known,
    }
