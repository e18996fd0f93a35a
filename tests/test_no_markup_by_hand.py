"""No source puts a tag together from strings: `html_elements.element` and `xml.element` escape, people forget to."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parent.parent / "src" / "newsmodel"
BUILDERS = {"rendering/html_elements.py", "xml.py"}
READERS = ("markup/", "page/", "phrases/", "model/")  # these write nothing
# \0 stands for the value: in a tag, between two tags, or in an attribute that waits for its tag. `<\0>` alone is a
# link of Markdown, `(?P<` a group of a pattern.
TAG = re.compile(r"(?<!\?P)<[/!]?(?:[a-z]|\0 )[^\n]*\0|\0[^\n]*</|^ [\w-]+=[\"']\0", re.IGNORECASE)


def _names() -> Iterator[str]:
    for path in sorted(SOURCE.rglob("*.py")):
        name = path.relative_to(SOURCE).as_posix()
        if name not in BUILDERS and not name.startswith(READERS):
            yield name


def interpolated(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """(line, text with \\0 for each value) of everything that puts values between pieces of text."""
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield node.lineno, "".join(str(v.value) if isinstance(v, ast.Constant) else "\0" for v in node.values)
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Mod):
            sides = [str(side.value) if isinstance(side, ast.Constant) else "\0" for side in (node.left, node.right)]
            if isinstance(node.op, ast.Mod):
                sides = [re.sub(r"%[a-z]", "\0", sides[0])]
            yield node.lineno, "".join(sides)
        elif isinstance(node, ast.Attribute) and node.attr == "format" and isinstance(node.value, ast.Constant):
            yield node.lineno, re.sub(r"\{[^}]*\}", "\0", str(node.value.value))


def by_hand(source: str) -> list[str]:
    return [f"{line}: {text!r}" for line, text in interpolated(ast.parse(source)) if TAG.search(text)]


@pytest.mark.parametrize("name", list(_names()))
def test_no_value_is_interpolated_into_a_tag(name):
    assert [] == by_hand((SOURCE / name).read_text("utf-8"))


def patterns(tree: ast.AST) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "pattern":
            yield node


@pytest.mark.parametrize("name", list(_names()))
def test_a_pattern_is_written_out(name):
    calls = list(patterns(ast.parse((SOURCE / name).read_text("utf-8"))))

    assert all(isinstance(call.args[0], ast.Constant) for call in calls), "a pattern made of values is no pattern"


@pytest.mark.parametrize(
    "source",
    [
        """f'<a href="{url}">'""",
        """f'<{tag} class="x">{words}'""",
        """f"<p>{words}</p>" """,
        """'<a href="' + url""",
        """'<b>%s</b>' % words""",
        """'<b>{}</b>'.format(words)""",
        """f'{words}</b>'""",
        """f' title="{value}"'""",
    ],
)
def test_it_is_seen(source):
    assert by_hand(source)


@pytest.mark.parametrize("source", ["f'{a} < {b}'", "f'{a}<{b}'", "'a < b' + c", "f'<b>'", "f'{name}={value}'"])
def test_what_is_no_tag_is_let_through(source):
    assert [] == by_hand(source)
