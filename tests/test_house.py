"""The house style, as far as a machine can see it: small files, small functions, no words that do not belong."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((ROOT / "src").rglob("*.py"))

MOST_LINES_A_FILE = 400
MOST_LINES_A_FUNCTION = 45  # besides its docstring

TEXTS = {".cfg", ".css", ".html", ".jinja", ".md", ".py", ".rst", ".sh", ".toml", ".yaml", ".yml", ""}
PLACES = ("src", "tests", "docs", "examples", ".ci")

# Joined from pieces, so that this file does not hold what it forbids.
UNWANTED = {
    "a path of one machine": re.compile(r"(?<![\w.~/-])/(?:root|work|home/\w+|Users/\w+)(?:/|\b)"),
    "the name of another project's distribution": re.compile("pip install " + r"newsmodel(?!-core)\b"),
    "something left to do": re.compile(r"\b(?:" + "TO" + "DO|FIX" + "ME|XX" + r"X)\b"),
}


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


PASSED_OVER = {"_build", "samples", "__pycache__", ".hypothesis"}


def _texts() -> Iterator[Path]:
    """Every text file that a person wrote; samples are quotations and may say what they like."""
    yield from (path for path in ROOT.glob("*.*") if path.suffix in {".md", ".toml"})
    for place in PLACES:
        for path in sorted((ROOT / place).rglob("*")):
            if path.is_file() and path.suffix in TEXTS and not PASSED_OVER & set(path.parts):
                yield path


def _length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function, its docstring left out: what it promises should never be cut short."""
    first = function.body[0]
    docstring = ast.get_docstring(function) is not None
    described = (first.end_lineno or 0) - first.lineno + 1 if docstring else 0
    return (function.end_lineno or 0) - function.lineno + 1 - described


@pytest.mark.parametrize("path", SOURCES, ids=_name)
def test_a_source_file_is_one_idea_with_a_docstring_and_short_functions(path):
    text = path.read_text("utf-8")
    tree = ast.parse(text)
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = [f"{node.name}: {_length(node)} lines" for node in functions if _length(node) > MOST_LINES_A_FUNCTION]

    assert ast.get_docstring(tree), "a module says what it is"
    assert text.count("\n") <= MOST_LINES_A_FILE
    assert [] == long


@pytest.mark.parametrize("what", UNWANTED)
def test_no_file_holds(what):
    found = [
        f"{_name(path)}:{number}: {line.strip()}"
        for path in _texts()
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if UNWANTED[what].search(line)
    ]

    assert [] == found
