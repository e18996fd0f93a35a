import webbrowser
from pathlib import Path

import attrs
import pytest

from newsmodel import registry


@pytest.fixture(autouse=True)
def html(toys, tmp_path, monkeypatch):
    """The toy in the place of the HTML format, and temporary files where pytest removes them."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    registry.register_format(attrs.evolve(registry.get("toy"), name="html", suffixes=(), sniff=lambda head: 0.0))
    yield
    registry.unregister_format("html")


def test_a_page_is_written_and_its_path_printed(run, story):
    result = run("preview", "story.toy")
    page = Path(result.stdout.rstrip("\n"))

    assert 0 == result.exit_code
    assert "story.html" == page.name
    assert "TOY Harbour reopens\nThe ferries sail again.\n" == page.read_text()


def test_two_previews_do_not_overwrite_each_other(run, story):
    assert run("preview", "story.toy").stdout != run("preview", "story.toy").stdout


def test_the_browser_is_opened_where_asked_for(run, story, monkeypatch):
    opened = []
    monkeypatch.setattr(webbrowser, "open", opened.append)

    assert [] == opened
    page = run("preview", "story.toy", "--open").stdout.rstrip("\n")
    assert [Path(page).as_uri()] == opened


def test_an_invalid_file_has_no_preview(run):
    result = run("preview", "-f", "toy", stdin="nonsense")

    assert (5, "") == (result.exit_code, result.stdout)
