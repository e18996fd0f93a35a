"""Which formats there are, and which of them a file is in.

Built-ins are found by listing the folder `newsmodel/formats`, plug-ins by the entry-point group `newsmodel.formats`;
both are imported only when they are asked for. A plug-in that does not load raises when it is asked for, and never
breaks another format. `NEWSMODEL_NO_PLUGINS=1` leaves plug-ins out.
"""

from __future__ import annotations

import os
import pkgutil
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any

import newsmodel.formats
from newsmodel.errors import AmbiguousFormatError, PluginError, UnknownFormatError
from newsmodel.format import HEAD as HEAD
from newsmodel.format import Format, never
from newsmodel.room import with_room

GROUP = "newsmodel.formats"
_SUFFIX_WEIGHT = 0.35
_ONLY_SUFFIX_WEIGHT = 0.75  # of a format that only its name can tell: more than a guess at the content
_LEAST = 0.2
_MARGIN = 0.05

_registered: dict[str, Format] = {}


class Detection(str):  # noqa: SLOT000 (a str cannot have slots of its own with a size)
    """The name of the format that an input is in, and why.

    It is a str, so it can be passed wherever a format is named. score: 0.0 to 1.0. reasons: for people.
    candidates: every format that came into question as (name, score), the likeliest first.
    """

    score: float
    reasons: tuple[str, ...]
    candidates: tuple[tuple[str, float], ...]

    def __new__(cls, name: str, score: float, reasons: tuple[str, ...], candidates: Any = ()) -> Detection:
        self = super().__new__(cls, name)
        self.score, self.reasons, self.candidates = score, reasons, tuple(candidates)
        return self

    def __getnewargs__(self) -> tuple[Any, ...]:
        return str(self), self.score, self.reasons, self.candidates

    @property
    def name(self) -> str:
        """The name as a plain str."""
        return str(self)


def names() -> tuple[str, ...]:
    """The names of all formats, sorted; nothing but plug-in metadata is read."""
    return tuple(sorted({*_built_ins(), *_plugins(), *_registered}))


def get(name: str) -> Format:
    """The format of this name. Raises UnknownFormatError, or PluginError if it does not load."""
    if name in _registered:
        return _registered[name]
    if name in _built_ins():
        return _built_in(name)
    if name in _plugins():
        return _plugin(name)
    raise UnknownFormatError(name, names())


def every() -> tuple[Format, ...]:
    """All formats that load, by name. A plug-in that does not load is left out; `broken` names it."""
    return tuple(get(name) for name in names() if name not in broken())


def broken() -> dict[str, PluginError]:
    """The plug-ins that do not load, and why."""
    found = {}
    for name in _plugins():
        try:
            get(name)
        except PluginError as error:
            found[name] = error
    return found


def register_format(format: Format, *, replace: bool = False) -> Format:
    """Adds *format* for this process. Raises ValueError if its name is taken, unless *replace* says so aloud."""
    if format.name in names() and not replace:
        raise ValueError(f"there is a format {format.name!r} already; pass replace=True to put this one in its place")
    _registered[format.name] = format
    return format


def unregister_format(name: str) -> None:
    """Takes a format that `register_format` added out again."""
    _registered.pop(name, None)


@cache
def _built_ins() -> dict[str, str]:
    modules = pkgutil.iter_modules(newsmodel.formats.__path__)
    return {info.name.replace("_", "-"): info.name for info in modules if not info.name.startswith("_")}


@cache
def _built_in(name: str) -> Format:
    found: Format = with_room(lambda: import_module(f"newsmodel.formats.{_built_ins()[name]}")).FORMAT
    return found


@cache
def _plugins() -> dict[str, Any]:
    if os.environ.get("NEWSMODEL_NO_PLUGINS", "") not in ("", "0"):
        return {}
    from importlib.metadata import entry_points

    points: dict[str, Any] = {}
    for point in entry_points(group=GROUP):
        if point.name in points and points[point.name].value != point.value:
            points[point.name] = _Clash(points[point.name], point)
        elif point.name not in _built_ins():
            points.setdefault(point.name, point)
    return points


class _Clash:
    """Two distributions offer a format of one name: asking for it says so."""

    def __init__(self, one: Any, other: Any) -> None:
        self.value = one.value
        self.dist = one.dist
        self._other = other

    def load(self) -> Any:
        raise ValueError(f"{self._other.dist.name} offers a format of the same name; uninstall one of the two")


@cache
def _plugin(name: str) -> Format:
    point = _plugins()[name]
    distribution = point.dist.name if point.dist else point.value
    try:
        loaded = with_room(point.load)
    except Exception as error:  # whatever a stranger's module raises on import
        raise PluginError(distribution, f"the format {name!r} does not load: {error}") from error
    found = getattr(loaded, "FORMAT", loaded)
    if not isinstance(found, Format) or found.name != name:
        raise PluginError(distribution, f"{point.value} is no Format named {name!r}")
    return found


def detect(data: bytes, file_name: str | None = None, wanted: Callable[[Format], bool] | None = None) -> Detection:
    """What *data*, the beginning of a file or all of it, is; the suffix of *file_name* counts too.

    wanted: which formats come into question; by default those that can be read. A format without suffixes is a guess
    at files whose names say nothing: it does not come into question where the name is that of another media type.
    Raises UnknownFormatError if none recognises it, AmbiguousFormatError if two do equally.
    """
    head = data[:HEAD]
    scored = []
    candidates = [format for format in every() if (wanted(format) if wanted else format.parse or format.stream)]
    named = {type for format in candidates if suffix_of(file_name, format) for type in format.media_types}
    for format in candidates:
        if named and not format.suffixes and format.media_types and named.isdisjoint(format.media_types):
            continue
        sniffed = format.sniff(head)
        suffix = suffix_of(file_name, format)
        weight = _ONLY_SUFFIX_WEIGHT if format.sniff is never else _SUFFIX_WEIGHT
        score = min(1.0, sniffed + (weight if suffix else 0.0))
        reasons = [f"its content looks like {format.title} ({sniffed:.2f})"] if sniffed else []
        reasons += [f"its name ends in {suffix}"] if suffix else []
        if score >= _LEAST:
            scored.append((score, format.name, tuple(reasons)))
    scored.sort(key=lambda entry: (-entry[0], entry[1]))
    return _decided(scored)


def _decided(scored: list[tuple[float, str, tuple[str, ...]]]) -> Detection:
    if not scored:
        raise UnknownFormatError(None, names())
    best, name, reasons = scored[0]
    ties = [other for score, other, _ in scored if best - score < _MARGIN]
    if len(ties) > 1:
        raise AmbiguousFormatError(ties)
    return Detection(name, best, reasons, [(other, score) for score, other, _ in scored])


def by_suffix(file_name: str) -> Format:
    """The format that writes files of this name: that of the longest suffix, and of these the one that bears its name.

    Raises UnknownFormatError or AmbiguousFormatError.
    """
    found = [format for format in every() if format.render and suffix_of(file_name, format)]
    longest = max((len(suffix_of(file_name, format) or "") for format in found), default=0)
    found = [format for format in found if len(suffix_of(file_name, format) or "") == longest]
    if not found:
        raise UnknownFormatError(os.path.splitext(file_name)[1] or file_name, names())
    named = [format for format in found if suffix_of(file_name, format) == f".{format.name}"]
    if len(found) > 1 and not named:
        raise AmbiguousFormatError([format.name for format in found])
    return (named or found)[0]


def suffix_of(file_name: str | None, format: Format) -> str | None:
    """The suffix of *format* that *file_name* ends in."""
    lower = (file_name or "").lower()
    return next((suffix for suffix in format.suffixes if lower.endswith(suffix)), None)
