"""Every regular expression of the package, how it is used, and texts that it could take long over.

A pattern backtracks badly on a text made of its own pieces that at last does not fit, so the texts are made from the
pattern: every piece that it can match, alone and in twos, repeated, also behind what comes before a repetition.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import re._constants as codes  # type: ignore[import-untyped]
import re._parser as sre  # type: ignore[import-untyped]
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import permutations
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs

import newsmodel

METHODS: dict[str, Callable[[re.Pattern[Any]], Callable[[Any], object]]] = {
    "search": lambda pattern: pattern.search,
    "match": lambda pattern: pattern.match,
    "fullmatch": lambda pattern: pattern.fullmatch,
    "split": lambda pattern: pattern.split,
    "findall": lambda pattern: pattern.findall,
    "finditer": lambda pattern: lambda text: deque(pattern.finditer(text), 0),
    "sub": lambda pattern: lambda text: pattern.sub(text[:0], text),
}

END = "\0"
"""What hardly any pattern matches: it makes a text fail at its end."""


@attrs.frozen
class Used:
    """A pattern, the module-level name that holds it, and the methods that it is called by there."""

    pattern: re.Pattern[Any]
    name: str
    methods: tuple[str, ...]


def all_patterns() -> list[Used]:
    """The patterns that stand in the modules of the package, in tables and values of the package's classes too."""
    found: dict[re.Pattern[Any], tuple[str, tuple[str, ...]]] = {}
    for module in _modules():
        called = _calls(module)
        for name, value in vars(module).items():
            for pattern in _patterns_in(value):
                methods = called.get(name) or called.get("", ())
                before = found.get(pattern, ("", ()))[1]
                found[pattern] = (f"{module.__name__}.{name}", tuple(sorted({*before, *methods})))
        for pattern, method in _written_in(module):
            found.setdefault(pattern, (f"{module.__name__}, in a function", (method,)))
    return [Used(pattern, name, methods) for pattern, (name, methods) in found.items() if methods]


def _modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(newsmodel.__path__, "newsmodel."):
        if not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


def _calls(module: ModuleType) -> Mapping[str, set[str]]:
    """The methods of patterns that a module calls, by the name that they are called on; "" for all other things."""
    calls: dict[str, set[str]] = {}
    for node in ast.walk(_tree(module)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in METHODS:
            on = getattr(node.func.value, "id", "")
            is_of_text = not node.args or isinstance(node.args[0], ast.Constant)  # "a b".split(), text.split(",")
            if on.isupper() or not is_of_text:
                calls.setdefault(on if on.isupper() else "", set()).add(node.func.attr)
    return calls


def _written_in(module: ModuleType) -> Iterator[tuple[re.Pattern[Any], str]]:
    """The patterns that a module gives to functions of `re`, and the function, where they are plain text."""
    for node in ast.walk(_tree(module)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in METHODS:
            pattern = node.args[0] if node.args else None
            if getattr(node.func.value, "id", "") == "re" and isinstance(pattern, ast.Constant):
                yield re.compile(pattern.value), node.func.attr


def _tree(module: ModuleType) -> ast.Module:
    return ast.parse(Path(str(module.__file__)).read_text("utf-8"))


def _patterns_in(value: Any) -> Iterator[re.Pattern[Any]]:
    pending, seen = [(value, 0)], set()
    while pending:
        current, depth = pending.pop()
        if isinstance(current, re.Pattern):
            yield current
        elif id(current) not in seen and depth < 5 and not isinstance(current, str | bytes | int | type):
            seen.add(id(current))
            pending += [(each, depth + 1) for each in _inside(current)]


def _inside(value: Any) -> Iterable[Any]:
    if isinstance(value, Mapping):
        return [*value.keys(), *value.values()]
    if isinstance(value, list | tuple | set | frozenset):
        return value
    if attrs.has(type(value)):
        return [getattr(value, field.name, None) for field in attrs.fields(type(value))]
    return ()


# --- texts --------------------------------------------------------------------------------------------------------


def texts(used: Used, length: int) -> Iterator[Callable[[int], Any]]:
    """For each text: times -> that text, as long as *length* times *times*."""
    source = used.pattern.pattern
    is_bytes = isinstance(source, bytes)
    written = source.decode("latin-1") if is_bytes else source
    parsed = sre.parse(written, used.pattern.flags & ~re.UNICODE)
    pieces, starts = {" ", "\n", "x", "1", "-"}, {""}
    _collect(parsed, "", pieces, starts)
    short = sorted(pieces, key=lambda piece: (len(piece), piece not in written, piece))[:24]
    pairs = ["".join(pair) for pair in permutations(short[:8], 2)]
    for start in sorted(starts, key=len)[:8]:
        for unit in short if start else (*short, *pairs):
            yield _text(start, unit, length, is_bytes)


def _text(start: str, unit: str, length: int, is_bytes: bool) -> Callable[[int], Any]:
    def text(times: int) -> Any:
        whole = start + unit * (times * length // len(unit)) + END
        return whole.encode("utf-8", "replace") if is_bytes else whole

    return text


def _collect(items: Iterable[tuple[Any, Any]], before: str, pieces: set[str], starts: set[str]) -> None:
    """Adds what each part of a parsed pattern can match to *pieces*, what comes before each repetition to *starts*."""
    for code, value in items:
        piece = _example(code, value)
        pieces |= {piece} - {""}
        if code is codes.IN:
            pieces |= {letter for letter in " x1-,.\n\"'/X\xa0=(" if _is_in(value, letter)}
        for inside in _parts(code, value):
            pieces |= {_examples(inside)} - {""}
            _collect(inside, before, pieces, starts)
        if code in _REPEATS:
            starts.add(before)
        before += piece


_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)


def _parts(code: Any, value: Any) -> list[Any]:
    if code is codes.BRANCH:
        return list(value[1])
    if code in _REPEATS:
        return [value[2]]
    if code is codes.SUBPATTERN:
        return [value[3]]
    if code is codes.ATOMIC_GROUP:
        return [value]
    return [value[1]] if code in (codes.ASSERT, codes.ASSERT_NOT) else []


def _examples(items: Iterable[tuple[Any, Any]]) -> str:
    return "".join(_example(code, value) for code, value in items)


def _example(code: Any, value: Any) -> str:
    """A short text that one part of a parsed pattern matches."""
    if code is codes.LITERAL:
        return chr(value)
    if code is codes.NOT_LITERAL:
        return "y" if chr(value) == "x" else "x"
    if code is codes.ANY:
        return "x"
    if code is codes.IN:
        return next((letter for letter in _LETTERS if _is_in(value, letter)), _first(value))
    if code in _REPEATS:
        return _examples(value[2]) * max(1, min(value[0], 30))
    if code in (codes.BRANCH, codes.SUBPATTERN, codes.ATOMIC_GROUP):
        return _examples(_parts(code, value)[0])
    return ""


_LETTERS = " x1-.,:;\"'/X\n([|=_<>\u00e9"
_CATEGORIES: dict[Any, Callable[[str], bool]] = {
    codes.CATEGORY_SPACE: str.isspace,
    codes.CATEGORY_DIGIT: str.isdigit,
    codes.CATEGORY_WORD: lambda letter: letter.isalnum() or letter == "_",
    codes.CATEGORY_NOT_SPACE: lambda letter: not letter.isspace(),
    codes.CATEGORY_NOT_DIGIT: lambda letter: not letter.isdigit(),
    codes.CATEGORY_NOT_WORD: lambda letter: not (letter.isalnum() or letter == "_"),
}


def _is_in(members: Any, letter: str) -> bool:
    is_negated = members[0][0] is codes.NEGATE
    return any(_is_member(code, value, letter) for code, value in members if code is not codes.NEGATE) != is_negated


def _is_member(code: Any, value: Any, letter: str) -> bool:
    if code is codes.CATEGORY:
        return _CATEGORIES[value](letter)
    return value[0] <= ord(letter) <= value[1] if code is codes.RANGE else bool(value == ord(letter))


def _first(members: Any) -> str:
    code, value = members[0]
    return chr(value) if code is codes.LITERAL else chr(value[0]) if code is codes.RANGE else ""
