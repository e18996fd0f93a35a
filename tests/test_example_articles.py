"""The sample articles agree with their files: the modules in examples/articles are the one truth."""

import contextlib
import importlib.util
import io
import re
from pathlib import Path

import pytest

import newsmodel as nm

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
PAGES = EXAMPLES / "pages"
FOREIGN = sorted([*PAGES.glob("wordpress-*.html"), *PAGES.glob("cms-*.html")])
CHROME = ("cookies", "Sign up", "Most read", "More from", "Client login", "©")
PASTED = sorted((EXAMPLES / "pasted").glob("*.txt"))


def _build():
    spec = importlib.util.spec_from_file_location("build", EXAMPLES / "articles" / "build.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


build = _build()
ARTICLES = build.articles()


@pytest.fixture(scope="module")
def outputs() -> dict[Path, str]:
    return build.outputs()


def test_there_is_an_article_of_every_kind_that_the_quick_reader_looks_for():
    kinds = {article.kind for article in ARTICLES.values()}

    assert len(ARTICLES) >= 6
    assert {"article", "gallery", "liveblog"} <= kinds
    assert any(article.direction == "rtl" for article in ARTICLES.values())


def test_the_files_are_the_built_ones(outputs):
    stale = [path.name for path, text in outputs.items() if not path.exists() or path.read_text("utf-8") != text]

    assert [] == stale, "write them anew: python examples/articles/build.py"


@pytest.mark.parametrize("name", ARTICLES)
def test_the_json_is_the_article(name):
    assert ARTICLES[name] == nm.read(EXAMPLES / "articles" / f"{name}.json")


@pytest.mark.parametrize("name", ARTICLES)
def test_the_page_is_the_article(name):
    report = nm.Report()

    assert ARTICLES[name] == nm.read(PAGES / f"{name}.html", "html", report=report)
    assert report.clean


@pytest.mark.parametrize("name", ARTICLES)
def test_every_picture_of_an_article_is_there_and_described(name):
    pictures = list(nm.walk(ARTICLES[name], nm.Image))

    assert [] == [image.url for image in pictures if not (PAGES / image.url).is_file()]
    assert [] == [image.url for image in pictures if image.caption and not image.alt]


@pytest.mark.parametrize("path", FOREIGN, ids=lambda path: path.name)
def test_a_page_that_we_did_not_write_is_read_without_its_chrome(path):
    article = nm.read(path)
    text = nm.plain_text(article)

    assert article.headline
    assert article.section
    assert article.authors
    assert article.published
    assert [] == [
        word for word in ("cookies", "Sign up", "Most read", "More from", "Client login", "©") if word in text
    ]


def test_the_wordpress_page_has_its_share_bar_and_the_number_of_its_comments():
    article = nm.read(PAGES / "wordpress-customs-house.html")

    assert ["facebook", "x", "reddit", "pinterest"] == [action.network for action in article.share_actions]
    assert 4 == article.comments.declared


@pytest.mark.parametrize("path", PASTED, ids=lambda path: path.name)
def test_a_pasted_page_is_read_without_its_chrome(path):
    article = nm.read(path, "pasted")
    text = nm.plain_text(article)

    assert article.headline
    assert article.section
    assert article.comments.declared is not None
    assert article.share_actions
    assert [] == [word for word in ("Inline Feedbacks", "View all", "Tweet", "Comments", "WhatsApp") if word in text]


def test_the_readme_shows_what_its_first_code_prints(monkeypatch):
    monkeypatch.chdir(EXAMPLES.parent)
    code = re.search(r"```python\n(.*?)```", (EXAMPLES.parent / "README.md").read_text("utf-8"), re.DOTALL)[1]
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(code, {})

    lines = printed.getvalue().splitlines()

    assert lines
    assert [] == [line for line in lines if f"# {line}" not in code]
