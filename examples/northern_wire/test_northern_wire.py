"""The whole test file of a reader: the laws that the built-in ones hold to, and what it knows of its site."""

from pathlib import Path

import pytest
from northern_wire import FORMAT

from newsmodel import Article
from newsmodel.testing import LAWS, check

PAGE = Path(__file__).with_name("night-ferries.html")


@pytest.mark.parametrize("law", LAWS)
def test_law(law):
    check(FORMAT, law)


def test_what_only_this_site_does_is_read():
    article = FORMAT.read(PAGE.read_bytes())

    assert isinstance(article, Article)
    assert [(credit.agent.name, credit.role) for credit in article.credits] == [
        ("Gunnar Ashby", "author"),
        ("Wilma Castellan", "editor"),
    ]
    assert [block.type for block in article.body] == ["editor-note", "paragraph", "paragraph", "aside", "paragraph"]


def test_a_page_without_the_last_line_is_read_as_it_is():
    page = PAGE.read_text("utf-8").replace("(Reporting by", "(By")

    assert len(FORMAT.read(page).body) == 6
