"""The command line with the formats that newsmodel has, as a user meets it: a process, a page, an exit code."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src"
PAGE = "<!doctype html><title>Harbour reopens</title><article><h1>Harbour reopens</h1><p>Ferries sail.</p></article>"


@pytest.fixture
def page(folder: Path) -> Path:
    path = folder / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


def newsmodel(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "newsmodel", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(SOURCE), "PYTHONUTF8": "1"}
    return subprocess.run(
        command, input=stdin, capture_output=True, encoding="utf-8", env=environment, check=False, timeout=60
    )


def test_a_page_becomes_markdown_where_nothing_else_is_asked_for(page):
    result = newsmodel("convert", "page.html")

    assert 0 == result.returncode
    assert "Harbour reopens" in result.stdout
    assert result.stdout.endswith("Ferries sail.\n")


def test_a_page_through_json_is_the_same_article(page, folder):
    assert 0 == newsmodel("convert", "page.html", "-o", "page.json", "-O", "indent=2").returncode
    assert "Harbour reopens" == json.loads((folder / "page.json").read_text(encoding="utf-8"))["headline"]
    assert 0 == newsmodel("validate", "page.json").returncode
    assert (0, "") == (lambda done: (done.returncode, done.stdout))(newsmodel("diff", "page.html", "page.json"))


def test_a_json_file_with_mistakes_lists_all_of_them(folder):
    (folder / "bad.json").write_text('{"newsmodel": "1", "type": "article",\n "headline": 5,\n "urgency": "high"}')
    result = newsmodel("validate", "bad.json")

    assert (5, "") == (result.returncode, result.stdout)
    assert ["bad.json:2:14: json: ", "bad.json:3:13: json: "] == [line[:21] for line in result.stderr.splitlines()]


def test_a_page_is_shown(page):
    assert newsmodel("show", "page.html").stdout.startswith("Harbour reopens\n\nFerries sail.\n")


def test_every_format_that_is_installed_works():
    formats = json.loads(newsmodel("formats", "--json").stdout)

    assert {"html", "json", "markdown"} <= {format["name"] for format in formats}
    assert [] == [(format["name"], format["problem"]) for format in formats if format["state"] == "broken"]


def test_a_preview_is_a_whole_page(page):
    result = newsmodel("preview", "page.html")
    written = Path(result.stdout.strip())

    assert written.read_text(encoding="utf-8").lower().startswith("<!doctype html>")
    written.unlink()
    written.parent.rmdir()
