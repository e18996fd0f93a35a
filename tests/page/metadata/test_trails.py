"""The trail that leads to an article's section, where no record lists it."""

from newsmodel.markup.engine import parse
from newsmodel.model import Section
from newsmodel.page import read_page
from newsmodel.report import Report

URL = "https://example.org/news/immigration/crossing"
CRUMBS = """<nav class="c-breadcrumbs"><a href="/">Home</a><a href="/news">News</a>
<a href="/news/immigration">Immigration</a><a href="/news/immigration/crossing">The crossing moves</a></nav>"""


def section(head: str) -> Section | None:
    return read_page(parse(f"<!doctype html><head>{head}</head><body>{CRUMBS}</body>"), Report(), url=URL).section


def test_the_links_of_shown_breadcrumbs_are_the_section_and_its_parents():
    news = Section("News", "https://example.org/news")

    assert Section("Immigration", "https://example.org/news/immigration", news) == section(
        "<title>The crossing moves</title>"
    )


def test_a_section_that_the_page_names_comes_first():
    assert Section("Town") == section('<meta property="article:section" content="Town">')
