"""What stands around an element tells whether it is the article's."""

import pytest

from newsmodel.markup.engine import parse
from newsmodel.page.metadata.surroundings import is_elsewhere
from newsmodel.page.survey import Survey


def elsewhere(markup: str) -> bool:
    survey = Survey(parse(f"<!doctype html><body>{markup}</body>"))
    return is_elsewhere(survey, survey.numbers("time")[0])


@pytest.mark.parametrize("name", ["comment", "related-articles", "c-teaser", "sidebar", "sidebar-right", "respond"])
def test_what_stands_in_a_part_of_that_name_is_elsewhere(name):
    assert elsewhere(f"<h1>T</h1><div class={name}><p><time></time></p></div>")


@pytest.mark.parametrize("name", ["has-sidebar", "content", "widget", ""])
def test_what_stands_in_any_other_part_is_not(name):
    assert not elsewhere(f"<h1>T</h1><div class='{name}'><p><time></time></p></div>")


def test_a_layout_around_the_heading_is_the_articles_whatever_its_name():
    assert not elsewhere("<div class=sidebar><h1>T</h1><p><time></time></p></div>")
    assert elsewhere("<div class=sidebar><h1>T</h1><div class=related><time></time></div></div>")


@pytest.mark.parametrize("post", ["<blockquote>", "<div class=twitter-tweet>", "<div class='bluesky-embed'>"])
def test_what_stands_in_a_quoted_post_is_elsewhere(post):
    assert elsewhere(f"<h1>T</h1>{post}<p><time></time></p>")
