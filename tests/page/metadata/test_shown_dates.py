"""The dates that a page shows: which of several, and where one may stand."""

import pytest

from newsmodel.markup.engine import parse
from newsmodel.page.metadata.shown_dates import shown_dates
from newsmodel.page.survey import Survey


def shown(body: str) -> list[str]:
    survey = Survey(parse(f"<!doctype html><body><h1>The crossing moves</h1>{body}</body>"))
    return [read.value.date().isoformat() for _, _, read in shown_dates(survey)]


@pytest.mark.parametrize(
    "markup",
    [
        "<time datetime=2026-03-05T14:07:00+01:00>yesterday</time>",
        "<time>March 5, 2026</time>",
        "<abbr class=published title=2026-03-05T14:07:00+01:00>14:07</abbr>",
        "<p>Berlin, 5. März 2026 | 4 min</p>",
        "<div class=date>05.03.2026</div>",
        "<p>2026.03.05 14:07</p>",
        "<p>by Ann · Mar 5, 2026 at 3:00 am · 2 comments</p>",
        "<div class=related><time datetime=2020-01-01>2020</time></div><p>Updated March 5, 2026</p>",
    ],
)
def test_a_date_near_the_heading_is_read(markup):
    assert ["2026-03-05"] == shown(markup)


def test_the_date_of_a_change_serves_only_where_there_is_no_other():
    assert ["2026-03-05"] == shown("<p>Updated: 9 March 2026</p><p>5 March 2026</p>")


def test_a_date_near_the_heading_comes_before_a_time_far_below():
    assert ["2026-03-05"] == shown("<p>5 March 2026</p>" + "<p>Text.</p>" * 200 + "<time>9 March 2026</time>")


@pytest.mark.parametrize(
    "markup", ["", "<p>03/04/2026</p>", "<p>Version 4.2026</p>", "<li class=comment>5 March 2026</li>"]
)
def test_what_is_no_date_of_the_article_is_none(markup):
    assert [] == shown(markup)


def test_a_line_before_the_heading_comes_before_an_element_far_below():
    survey = Survey(parse("<p>5 March 2026</p><h1>T</h1>" + "<p>Text.</p>" * 160 + "<p class=date>9 March 2026</p>"))

    assert ["2026-03-05"] == [read.value.date().isoformat() for _, _, read in shown_dates(survey)]


def test_a_line_that_tells_of_a_date_serves_only_where_there_is_no_other():
    caption = "<p>The ferries of the Narrows as they lay at the old quay on 4 March 2026</p>"
    gap = "<i></i>" * 20

    assert ["2026-03-05"] == shown(gap + caption + "<p>5 March 2026</p>")
    assert ["2026-03-04"] == shown(gap + caption)
    assert ["2026-03-04"] == shown(caption + gap + "<p>5 March 2026</p>")
