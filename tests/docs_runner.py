"""Runs what a page of the documentation shows, block by block, in the current folder, and compares what it prints.

Run as `python docs_runner.py PAGE`. All Python blocks of a page share one namespace; a shell block is one script.
A block ```output right after one says what it prints (`...` stands for anything), as do the lines of a ```console
block that do not begin with `$ `. Exit code 1 and a message with the page's line number where the page is wrong.
"""

import contextlib
import doctest
import io
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
FENCE = re.compile(
    r"^(?P<indent> *)(?P<ticks>`{3,})(?P<info>[^`\n]*)\n(?P<body>.*?)^ *(?P=ticks)`* *$", re.MULTILINE | re.DOTALL
)


class Block(NamedTuple):
    """One fenced block: its info string, its text without indentation, and the line its text begins on."""

    info: str
    text: str
    line: int


class WrongPageError(Exception):
    """The page shows something that is not so."""


def blocks(page: str) -> list[Block]:
    """The fenced blocks of a Markdown page in order; those inside a MyST directive's fence too."""
    found = []
    for match in FENCE.finditer(page):
        line = page.count("\n", 0, match.start("body")) + 1
        body = re.sub(f"^{match['indent']}", "", match["body"], flags=re.MULTILINE)
        info = match["info"].strip()
        inside = [Block(b.info, b.text, b.line + line - 1) for b in blocks(body)] if len(match["ticks"]) > 3 else []
        found += inside or [Block(info, body, line)]
    return found


def is_ours(block: Block) -> bool:
    """Whether this block is one that must run: Python, or the command line at work."""
    language = block.info.split(" ")[0]
    starts_ours = re.match(r"(\$ )?newsmodel ", block.text) is not None
    return language in {"python", "pycon"} or (language in {"sh", "console"} and starts_ours)


def _expect(want: str, got: str, line: int) -> None:
    checker = doctest.OutputChecker()
    if not checker.check_output(want, got, OPTIONS):
        raise WrongPageError(f"line {line}: shown\n{want}\nbut printed\n{got}")


def _python(block: Block, page: Path, names: dict[str, Any]) -> str:
    # Empty lines in front, so that a traceback speaks of the page's own lines.
    code = compile("\n" * (block.line - 1) + block.text, str(page), "exec")
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(code, names)
    return printed.getvalue()


def _doctest(block: Block, page: Path, names: dict[str, Any]) -> None:
    test = doctest.DocTestParser().get_doctest(block.text, names, page.name, str(page), block.line - 1)
    said = io.StringIO()
    if doctest.DocTestRunner(optionflags=OPTIONS).run(test, out=said.write, clear_globs=False).failed:
        raise WrongPageError(said.getvalue())


def _script(script: str, line: int) -> str:
    run = subprocess.run(["bash", "-eu", "-c", script], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    printed = run.stdout.decode("utf-8")
    if run.returncode:
        raise WrongPageError(f"line {line}: exit code {run.returncode}\n{script}\n{printed}")
    return printed


def _console(block: Block) -> None:
    commands = re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]
    for command in commands:
        # A command goes on while its lines end in a backslash; what follows is its output.
        match = re.match(r"(?:.*\\\n)*.*\n?", command)
        script = match[0] if match else command
        printed = _script(script, block.line)
        if shown := command[len(script) :].strip():
            _expect(shown + "\n", printed, block.line)


def run_page(page: Path) -> None:
    """Run every block of a page that must run; WrongPageError, or the block's own exception, if it does not."""
    names: dict[str, Any] = {"__name__": "__main__"}
    printed: str | None = None
    for block in blocks(page.read_text("utf-8")):
        if block.info == "output" and printed is not None:
            _expect(block.text, printed, block.line)
        printed = None
        if not is_ours(block):
            continue
        match block.info:
            case "python":
                printed = _python(block, page, names)
            case "pycon":
                _doctest(block, page, names)
            case "sh":
                printed = _script(re.sub(r"^\$ ", "", block.text, flags=re.MULTILINE), block.line)
            case "console":
                _console(block)
            case marked:
                raise WrongPageError(
                    f"line {block.line}: ```{marked} does not run; show its output as ```output instead"
                )


if __name__ == "__main__":
    try:
        run_page(Path(sys.argv[1]))
    except WrongPageError as wrong:
        sys.exit(f"{sys.argv[1]}: {wrong}")
