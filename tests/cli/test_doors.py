"""The command line prints through one door: read from the source, and looked at on a terminal."""

import ast
import json
import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

import newsmodel.cli
from newsmodel.cli.terminal import for_terminal

CLI = Path(newsmodel.cli.__file__).parent
SOURCE = CLI.parent.parent
MODULES = sorted(CLI.glob("*.py"))
STORY = "TOY Harbour reopens\nThe ferries sail again.\n"

# What may be asked of the streams elsewhere; nothing of it prints.
ASKED = {"isatty", "flush", "fileno", "reconfigure"}
STREAMS = {"stdout", "stderr", "__stdout__", "__stderr__"}
PRINTING = {
    "print",
    "echo",
    "secho",
    "echo_via_pager",
    "pager",
    "pprint",
    "print_exc",
    "print_exception",
    "print_stack",
}

# Text for rich is made where it is made safe, and printed where all is.
DRAWING = {"ink", "paint", "terminal"}

# Where there is no click there is no door: then it is said which package is missing, in words of ours alone.
DOORS = {"terminal", "__init__"}


def _printing(tree: ast.AST) -> list[str]:
    """Each call that prints, and each use of a standard stream that may."""
    harmless = set(_asked(tree))
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            found += [name] if (name := getattr(node.func, "attr", getattr(node.func, "id", ""))) in PRINTING else []
        elif isinstance(node, ast.Attribute) and node not in harmless:
            found += [node.attr] if node.attr in STREAMS or ast.unparse(node) == "os.write" else []
        elif isinstance(node, ast.ImportFrom) and node.module in {"sys", "click", "rich"}:
            found += [alias.name for alias in node.names if alias.name in STREAMS | PRINTING]
    return found


def _asked(tree: ast.AST) -> Iterator[ast.AST]:
    """The streams that are asked something, or whether they can be: `hasattr(sys.stdout, "reconfigure")`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in ASKED:
            yield node.value
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "hasattr":
            yield from node.args


@pytest.mark.parametrize("path", [path for path in MODULES if path.stem not in DOORS], ids=lambda path: path.stem)
def test_nothing_prints_but_the_door(path):
    assert [] == _printing(ast.parse(path.read_text("utf-8")))


@pytest.mark.parametrize(
    "code",
    [
        "print(name)",
        "click.echo(name)",
        "from click import echo",
        "sys.stdout.write(name)",
        "sys.stderr.buffer.write(name)",
        "stream = sys.stdout",
        "os.write(1, name)",
        "console.print(name)",
        "from sys import stdout",
        "traceback.print_exc()",
    ],
)
def test_what_prints_is_seen(code):
    assert _printing(ast.parse(code))


@pytest.mark.parametrize("code", ["sys.stdout.flush()", "hasattr(sys.stdout, 'reconfigure')", "say(name)"])
def test_what_does_not_print_is_not(code):
    assert [] == _printing(ast.parse(code))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_rich_is_given_text_that_was_made_safe(path):
    """Only the type of what can be drawn may be named elsewhere."""
    imported = [
        f"{node.module}.{alias.name}"
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and str(node.module).partition(".")[0] == "rich"
        for alias in node.names
    ]

    assert path.stem in DRAWING or {"rich.console.RenderableType"} >= set(imported)


@pytest.mark.parametrize("module", ["ink", "paint"])
def test_rich_text_is_made_of_safe_text(module):
    """Each `Line(…)` begins empty or with text that a function of the door gave back."""
    tree = ast.parse((CLI / f"{module}.py").read_text("utf-8"))
    made = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Line"]
    unsafe = [ast.unparse(call) for call in made if call.args and _maker(call.args[0]) not in {"safe", "one_line"}]
    appended = [
        ast.unparse(node)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "append" and _maker(node.args[0]) != "safe"
    ]

    assert [] == unsafe + appended


def _maker(node: ast.expr) -> str:
    return getattr(node.func, "id", "") if isinstance(node, ast.Call) else ""


def test_a_terminal_gets_a_line_end_and_no_command():
    assert b"a\\x1b[2J\\x9b\n" == for_terminal("a\x1b[2J\x9b".encode())
    assert b"a\nb\n" == for_terminal(b"a\nb\n")
    assert b"\\xff\n" == for_terminal(b"\xff")


# --- on a terminal ---------------------------------------------------------------------------------------------------

on_a_terminal = pytest.mark.skipif(os.name == "nt", reason="there are no pseudo-terminals")
BAD = "\x1b]0;title\x07\x1b[2J\x9b31m\x85\u202e"
ARTICLE = """{"newsmodel": "1", "type": "article", "headline": "Head\\u009b2J\\u202eline",
 "body": [{"type": "paragraph", "text": "A\\u009b31m\\u0085\\u202ered"}], "extra": {"x": {"y": "\\u009b"}}}"""


def on_terminal(folder: Path, *arguments: str | bytes, piped: bool = False) -> tuple[bytes, bytes]:
    """What `newsmodel …` prints on a terminal, and what on standard output if that is *piped*."""
    import pty

    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "newsmodel", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(SOURCE), "TERM": "xterm", "NO_COLOR": "1", "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE if piped else theirs,
        stderr=theirs,
    )
    os.close(theirs)
    output = process.stdout.read() if process.stdout else b""
    printed = bytearray()
    try:
        while piece := os.read(ours, 65536):
            printed += piece
    except OSError:  # the other end is closed
        pass
    os.close(ours)
    if process.stdout:
        process.stdout.close()
    process.wait()
    return bytes(printed), output


def commands(printed: str) -> set[str]:
    """What of *printed* is no text; bold and faint are ours."""
    text = re.sub(r"\x1b\[[0-9;]*m", "", printed).replace("\r\n", "")
    return {each for each in text if unicodedata.category(each) in {"Cc", "Cs"} or each in "\u202d\u202e"} - {"\n"}


@on_a_terminal
@pytest.mark.parametrize(
    "arguments",
    [
        ("convert", "a.json", "-t", "text"),
        ("convert", "a.json", "-t", "markdown"),
        ("convert", "a.json", "-t", "json"),
        ("convert", "a.json", "-t", "html"),
        ("convert", "a.json", "-t", "text", "-o", "/dev/stdout"),
        ("convert", "a.json", "-t", "text", "-o", "/dev/stderr"),
        ("convert", "a.json", "-t", "text", "--report", "text"),
        ("convert", "a.json", "-t", "text", "--report", "json"),
        ("show", "a.json"),
        ("show", "-v", "a.json"),
        ("diff", "a.json", "b.json"),
        ("losses", "a.json", "-t", "text"),
        ("detect", "a.json"),
        ("validate", "a.json", "--json"),
    ],
    ids=" ".join,
)
def test_an_article_of_a_stranger_does_not_command_a_terminal(arguments, tmp_path):
    (tmp_path / "a.json").write_text(ARTICLE)
    (tmp_path / "b.json").write_text(ARTICLE.replace("Head", "Other"))
    printed, _ = on_terminal(tmp_path, *arguments)

    assert printed
    assert set() == commands(printed.decode())
    if arguments[0] in {"convert", "show"}:
        assert b"\\x9b31m" in printed


@on_a_terminal
@pytest.mark.parametrize("format", ["text", "markdown", "json"])
def test_files_and_pipes_get_the_exact_bytes(format, tmp_path):
    (tmp_path / "a.json").write_text(ARTICLE)
    _, piped = on_terminal(tmp_path, "convert", "a.json", "-t", format, piped=True)
    on_terminal(tmp_path, "convert", "a.json", "-t", format, "-o", "out")

    assert "A\x9b31m\x85\u202ered".encode() in piped
    assert piped == (tmp_path / "out").read_bytes()


NAMES = {
    "escape": f"{BAD}.toy".encode(),
    "newline": b"a.toy\nb.toy: valid toy",
    "undecodable": b"a\xff\x9b31m.toy",
    "turned round": "a\u202eyot.exe".encode(),
}


@pytest.mark.skipif(os.name == "nt", reason="files cannot be called so")
@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
@pytest.mark.parametrize("content", [STORY, "nonsense", "TOY defect", None])
@pytest.mark.parametrize(
    "arguments",
    [
        ("convert", "-v", "-t", "toy", "-f", "toy", "NAME", "-o", "out"),
        ("convert", "-t", "toy", "-f", "toy", "NAME", "other.toy", "-o", "out", "--report", "text"),
        ("convert", "-t", "toy", "-f", "toy", "NAME", "--report", "json"),
        ("convert", "-t", "toy", "-f", "pictured", "--on-loss", "error", "NAME", "other.toy", "-o", "out"),
        ("convert", "-t", "toy", "-f", "toy", "NAME", "-o", "NAME"),
        ("convert", "-t", "toy", "-f", "toy", "NAME", "-o", "other.toy/NAME"),
        ("convert", "-t", "NAME", "other.toy"),
        ("validate", "-v", "-f", "toy", "NAME"),
        ("detect", "NAME"),
        ("losses", "-t", "toy", "-f", "pictured", "NAME", "other.toy"),
        ("show", "-v", "-f", "pictured", "NAME"),
        ("diff", "-f", "toy", "NAME", "other.toy"),
        ("formats", "NAME"),
        ("show", "NAME/*"),
    ],
    ids=" ".join,
)
def test_a_name_of_a_file_commands_no_terminal_and_stays_on_its_line(arguments, content, name, run, folder):
    given = os.fsdecode(name)
    (folder / "other.toy").write_text(STORY.replace("Harbour", "Bridge"))
    if content is not None:
        (folder / given).write_text(content)
    result = run(*(word.replace("NAME", given) for word in arguments))

    printed = result.stdout + result.stderr
    assert printed
    assert set() == commands(printed)
    assert not [line for line in printed.splitlines() if line.startswith("b.toy: valid")]


@pytest.mark.skipif(os.name == "nt", reason="files cannot be called so")
def test_names_that_clash_are_told_on_their_line(run, folder):
    for place in ("x", "y"):
        (folder / place).mkdir()
        (folder / place / "a\nError: b.toy").write_text(STORY)
    given = [f"{place}/a\nError: b.toy" for place in ("x", "y")]
    printed = run("convert", "-t", "toy", "-o", "out", *given).stderr

    assert "x/a\\nError: b.toy and y/a\\nError: b.toy would both be written" in printed
    assert ["Error: x"] == [line[:8] for line in printed.splitlines() if line.startswith("Error")]


@pytest.mark.skipif(os.name == "nt", reason="files cannot be called so")
def test_a_report_in_a_file_has_a_line_for_a_loss_and_in_json_the_name_itself(run, folder):
    name = "a\nb\u202e.pictured"
    (folder / name).write_text("PICTURED Boats")
    run("convert", name, "-t", "toy", "-o", "out.toy", "--report-file", "report.txt")
    run("convert", name, "-t", "toy", "-o", "out.toy", "--force", "--report-file", "report.json")

    assert {"a\\nb\\u202e.pictured: figure dropped"} == {
        line.partition(" (")[0] for line in (folder / "report.txt").read_text().splitlines()
    }
    assert name == json.loads((folder / "report.json").read_text())["inputs"][0]["input"]


@on_a_terminal
def test_a_piped_path_is_exact_and_json_says_the_name_itself(tmp_path):
    (tmp_path / "a\u202e.json").write_text(ARTICLE)
    _, path = on_terminal(tmp_path, "preview", "-q", "-f", "json", "a\u202e.json", piped=True)
    _, found = on_terminal(tmp_path, "detect", "--json", "a\u202e.json", piped=True)

    assert os.path.isfile(path.removesuffix(b"\n"))
    assert "a\u202e.json" == json.loads(found)[0]["file"]
