"""Imports point down: who may import whom, read from the source, so that an import inside a function counts too."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parent.parent / "src" / "newsmodel"

_GROUND = frozenset({"errors", "alphabet", "room"})
_FLOOR = _GROUND | {
    "model",
    "report",
    "dates",
    "urls",
    "iris",
    "xml",
    "whitespace",
    "phrases",
    "html_layout",
    "html_policy",
    "html_shown",
    "sharing",
    "rules",
    "limits",
}
_MACHINERY = _FLOOR | {
    "markup",
    "page",
    "rendering",
    "fitting",
    "html_fitting",
    "plain_fitting",
    "comment_export",
    "site_comments",
    "codec",
    "schema",
    "format",
    "embedded",
}
_VERBS = _MACHINERY | {"files", "formats", "registry", "_api"}

# part -> the parts that it may import besides itself; a part is a module or package directly under newsmodel
MAY_IMPORT = {
    "errors": {"alphabet"},
    "alphabet": frozenset(),
    "room": frozenset(),
    "report": _GROUND,
    "dates": _GROUND,
    "urls": _GROUND,
    "rules": frozenset(),
    "limits": frozenset(),
    "iris": _GROUND | {"urls"},
    "xml": _GROUND | {"report", "limits"},
    "model": _GROUND,
    "whitespace": _GROUND | {"model"},
    "sharing": _GROUND | {"model", "urls"},
    "phrases": _GROUND | {"dates", "urls"},
    "html_layout": _GROUND | {"model"},
    "html_policy": frozenset(),
    "html_shown": _GROUND | {"model"},
    "markup": _FLOOR | {"codec"},
    "page": _FLOOR | {"markup"},
    "rendering": _FLOOR | {"codec"},
    "fitting": _FLOOR,
    "html_fitting": _FLOOR | {"fitting", "markup", "rendering"},
    "plain_fitting": _FLOOR | {"fitting"},
    "comment_export": _FLOOR | {"fitting", "html_fitting", "plain_fitting"},
    "site_comments": _FLOOR | {"markup", "fitting", "plain_fitting", "comment_export"},
    "codec": _FLOOR,
    "schema": _FLOOR | {"codec"},
    "format": _FLOOR | {"fitting"},
    "embedded": _FLOOR | {"format"},
    "formats": _MACHINERY,
    "registry": _FLOOR | {"format", "formats"},
    "files": _GROUND,
    "_api": _VERBS,
    "__init__": {"errors", "report", "model", "sharing", "_api"},
    "strategies": _VERBS,
    "testing": _VERBS | {"strategies"},
    "_hypothesis": {"model", "strategies"},
    "batch": _VERBS,
    "cli": _VERBS | {"batch", "__init__"},
    "__main__": {"cli"},
}

# library -> the only modules that may import it: each sits behind one door, so that it can be changed there
DOORS = {
    "turbohtml": {"markup.engine"},
    "cattrs": {"codec"},
    "msgspec": {"codec"},
    "jinja2": {"rendering"},
    "markupsafe": {"rendering"},
    "ada_url": {"urls"},
    "hypothesis": {"strategies", "testing", "_hypothesis"},
    "click": {"cli"},
    "rich": {"cli"},
}


def _modules() -> dict[str, Path]:
    """Dotted names below newsmodel ("model.text", "formats", "__init__") and their files."""
    names = {}
    for path in sorted(SOURCE.rglob("*.py")):
        parts = path.relative_to(SOURCE).with_suffix("").parts
        names[".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)] = path
    return names


MODULES = _modules()


@cache
def imported(name: str, path: Path) -> list[tuple[int, str]]:
    """(line, absolute dotted name) of everything that a module imports, anywhere in it."""
    return list(_imported(name, path))


def _imported(name: str, path: Path) -> Iterator[tuple[int, str]]:
    package = ["newsmodel", *name.split(".")]
    if path.name != "__init__.py" or name == "__init__":
        package.pop()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            start = ".".join([*base, *filter(None, [node.module])])
            yield from ((node.lineno, f"{start}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) == "import_module":
            yield from ((node.lineno, arg.value) for arg in node.args if isinstance(arg, ast.Constant))


def _part(dotted: str) -> str:
    """The part of newsmodel that a name belongs to: "newsmodel.model.Text" -> "model"; its own names -> "__init__"."""
    part = dotted.split(".")[1] if "." in dotted else "__init__"
    return part if part in MAY_IMPORT else "__init__"


def _own(name: str) -> list[tuple[int, str]]:
    return [(line, what) for line, what in imported(name, MODULES[name]) if what.split(".")[0] == "newsmodel"]


def _behind(name: str, doors: set[str]) -> bool:
    return any(name == door or name.startswith(door + ".") for door in doors)


def test_every_part_has_a_place_in_the_plan():
    unplaced = {name.split(".")[0] for name in MODULES} - MAY_IMPORT.keys()

    assert set() == unplaced, "say in MAY_IMPORT what these parts may import"


def test_the_plan_has_no_circle():
    placed: set[str] = set()
    while ready := {part for part, below in MAY_IMPORT.items() if part not in placed and below - {part} <= placed}:
        placed |= ready

    assert set() == MAY_IMPORT.keys() - placed


@pytest.mark.parametrize("name", MODULES)
def test_imports_point_down(name):
    part = name.split(".")[0]
    allowed = MAY_IMPORT.get(part, frozenset()) | {part}
    upward = [f"{name}:{line} imports {what}" for line, what in _own(name) if _part(what) not in allowed]

    assert [] == upward


@pytest.mark.parametrize("name", [name for name in MODULES if name.startswith("formats.")])
def test_no_format_imports_another(name):
    own = name.split(".")[1]
    others = [
        f"{name}:{line} imports {what}"
        for line, what in _own(name)
        if _part(what) == "formats" and what.split(".")[2:3] != [own]
    ]

    assert [] == others, "what two formats share moves down a floor"


@pytest.mark.parametrize("library", DOORS)
def test_a_library_has_one_door(library):
    elsewhere = [
        f"{name}:{line}"
        for name, path in MODULES.items()
        for line, what in imported(name, path)
        if what.split(".")[0] == library and not _behind(name, DOORS[library])
    ]

    assert [] == elsewhere
