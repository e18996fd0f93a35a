"""The documentation is true: its code runs, its tables are the generated ones, every error is explained.

`python tests/docs_runner.py PAGE` runs one page alone.
"""

import importlib.util
import inspect
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from newsmodel import errors, registry
from newsmodel.model.registry import built_in

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
RUNNER = Path(__file__).with_name("docs_runner.py")
TABLES = DOCS / "_ext" / "tables.py"
PAGES = [ROOT / "README.md", *sorted(path for path in DOCS.rglob("*.md") if "_build" not in path.parts)]
ERRORS = [
    name for name, value in vars(errors).items() if inspect.isclass(value) and value.__module__ == errors.__name__
]


def _load(path: Path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module


runner = _load(RUNNER)


def _runs(page: Path) -> bool:
    return page.exists() and any(runner.is_ours(block) for block in runner.blocks(page.read_text("utf-8")))


@pytest.fixture
def command_line(tmp_path) -> dict[str, str]:
    """An environment in which `newsmodel` is the command of the source under test, installed or not."""
    folder = tmp_path / "bin"
    folder.mkdir()
    start = "import sys; sys.argv[0] = 'newsmodel'; from newsmodel.cli import main; sys.exit(main())"
    (folder / "newsmodel").write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "{start}" "$@"\n', encoding="utf-8")
    (folder / "newsmodel").chmod(0o755)
    path = f"{folder}{os.pathsep}{os.environ['PATH']}"
    pool = "40"  # articles: a page shows how the laws are asked, and every process draws its own
    return {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1", "NEWSMODEL_POOL": pool}


@pytest.mark.parametrize(
    "page", [page for page in PAGES if _runs(page)], ids=lambda page: page.relative_to(ROOT).as_posix()
)
def test_the_code_of_a_page_runs(page, tmp_path, command_line):
    folder = tmp_path / "work"
    folder.mkdir()
    if (ROOT / "examples").is_dir():
        shutil.copytree(ROOT / "examples", folder / "examples")
    command = [sys.executable, "-W", "error", str(RUNNER), str(page)]
    run = subprocess.run(
        command, cwd=folder, env=command_line, capture_output=True, encoding="utf-8", timeout=180, check=False
    )

    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize("name", ERRORS)
def test_an_error_is_explained_in_the_reference(name):
    reference = "\n".join(path.read_text("utf-8") for path in sorted((DOCS / "reference").rglob("*.md")))

    assert re.search(rf"\b{name}\b", reference)


@pytest.fixture(scope="module")
def tables():
    return _load(TABLES).tables()


def test_every_format_and_class_is_in_the_generated_pages(tables):
    for name in registry.names():
        assert f"`{name}`" in tables["reference/formats.md"]
    for cls in built_in().values():
        assert f"### {cls.__name__}\n" in tables["reference/model.md"]
    for verb in ("convert", "losses", "validate"):
        assert verb in tables["reference/command-line.md"]


LICENCE = re.compile(r"MIT|BSD|Apache|PSF|MPL")  # each lets anyone use, change and pass on what comes with us


def test_everything_that_comes_with_an_installation_is_under_a_free_licence(tables):
    rows = re.findall(r"^\| (?!package)([\w.-]+) \| (.+) \|$", tables["reference/licences.md"], re.MULTILINE)

    assert {"attrs", "Jinja2", "turbohtml", "MarkupSafe", "click", "pyromark"} <= {package for package, _ in rows}
    assert [] == [row for row in rows if not LICENCE.search(row[1])]


def test_every_test_that_a_page_points_to_is_there():
    named = {
        (page.name, path)
        for page in PAGES
        for path in re.findall(r"\btests/[\w/]+(?:\.py)?\b", page.read_text("utf-8"))
        if not (ROOT / path).exists()
    }

    assert set() == named


def test_the_generated_pages_are_the_same_every_time(tables):
    assert tables == _load(TABLES).tables()


def test_the_formats_in_the_readme_are_formats(tables):
    rows = re.findall(r"^\| .*\| .*$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)

    assert len(rows) > 5
    assert set(rows) <= set(tables["reference/formats.md"].splitlines())


PAGE = """# A page
```python
answer = 42
print(answer)
```
```output
4...
```
```python
assert answer == 42
```
```console
$ newsmodel show \\
  again
newsmodel show again
$ true
```
"""


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Runs a page given as text, in a place where the command `newsmodel` repeats what it is told."""
    (tmp_path / "newsmodel").write_text('#!/bin/sh\necho newsmodel "$@"\n', encoding="utf-8")
    (tmp_path / "newsmodel").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)

    def run(text: str) -> None:
        page = tmp_path / "page.md"
        page.write_text(text, encoding="utf-8")
        runner.run_page(page)

    return run


def test_the_runner_shares_names_and_compares_output(run):
    run(PAGE)


@pytest.mark.parametrize(("true", "false"), [("4...", "5..."), ("newsmodel show again", "no"), ("$ true", "$ false")])
def test_the_runner_finds_a_wrong_page(true, false, run):
    with pytest.raises(runner.WrongPageError):
        run(PAGE.replace(true, false))


def test_the_runner_refuses_python_that_is_not_run(run):
    with pytest.raises(runner.WrongPageError, match="does not run"):
        run("```python no-run\n1 / 0\n```\n")


def test_the_runner_speaks_of_the_lines_of_the_page(run):
    with pytest.raises(ZeroDivisionError) as caught:
        run("\n\n```python\n1\n1 / 0\n```\n")

    assert caught.traceback[-1].lineno + 1 == 5
