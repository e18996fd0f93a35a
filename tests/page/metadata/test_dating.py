"""Dates by the rank of their sources, each made as exact as the others make it."""

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from tests.page.metadata.pages import meta, read

from newsmodel.markup.engine import parse
from newsmodel.page import read_page
from newsmodel.report import Report


def test_dates_keep_their_zones():
    article = read(datePublished="2026-03-05T14:07:00+01:00", dateModified="2026-03-06T08:00:00Z")

    assert datetime(2026, 3, 5, 14, 7, tzinfo=timezone(timedelta(hours=1))) == article.published
    assert timedelta(hours=1) == article.dates.published.utcoffset()
    assert datetime(2026, 3, 6, 8, tzinfo=UTC) == article.modified


def test_a_date_without_a_zone_is_read_as_utc_and_said():
    report = Report()
    article = read(report=report, datePublished="2026-03-05T14:07:00")

    assert datetime(2026, 3, 5, 14, 7, tzinfo=UTC) == article.published
    assert ["date-without-zone"] == [each.code for each in report.diagnostics if each.code != "no-body"]


def test_of_two_published_dates_the_one_with_a_time_and_a_zone_is_taken():
    head = meta("article:published_time", "2026-03-05") + meta("article:published_time", "2026-03-05T14:07:00+01:00")

    assert datetime(2026, 3, 5, 13, 7, tzinfo=UTC) == read(head).published


def test_a_date_without_a_zone_takes_that_of_the_same_time_of_the_clock():
    report = Report()
    article = read(meta("date", "2026-03-05T14:07:00+01:00"), report=report, datePublished="2026-03-05 14:07:00.0")

    assert datetime(2026, 3, 5, 13, 7, tzinfo=UTC) == article.published
    assert "date-without-zone" not in [each.code for each in report.diagnostics]


def test_local_time_that_is_called_utc_takes_the_zone_that_another_source_knows():
    head = meta("article:published_time", "2026-03-05T14:07:00-04:00")

    assert datetime(2026, 3, 5, 18, 7, tzinfo=UTC) == read(head, datePublished="2026-03-05T14:07:00+00:00").published


def test_a_day_takes_the_time_that_another_source_knows_of_it():
    head = meta("article:published_time", "2026-03-05T14:07:00+01:00")

    assert datetime(2026, 3, 5, 13, 7, tzinfo=UTC) == read(head, datePublished="2026-03-05").published


def test_another_time_of_another_source_changes_nothing():
    head = meta("article:published_time", "2026-03-05T15:00:00+01:00")

    assert datetime(2026, 3, 5, 14, 7, tzinfo=UTC) == read(head, datePublished="2026-03-05T14:07:00Z").published


def test_the_record_of_the_page_knows_the_date_that_the_articles_lacks():
    page = json.dumps({"@type": "WebPage", "datePublished": "2026-03-05T14:07:00Z"})
    head = f'<script type="application/ld+json">{page}</script>'

    assert datetime(2026, 3, 5, 14, 7, tzinfo=UTC) == read(head, headline="T").published


@pytest.mark.parametrize(
    "written",
    ['"publishedAt":"2026-03-05T14:07:00Z"', r"\"post_date\":\"2026-03-05T14:07:00Z\"", "'published_at': '2026-03-05'"],
)
def test_the_data_of_a_script_knows_the_date_that_nothing_else_says(written):
    assert (
        datetime(2026, 3, 5, tzinfo=UTC).date() == read(f"<script>var page = {{{written}}}</script>").published.date()
    )


@pytest.mark.parametrize("path", ["2026/03/05/crossing", "2026-03-05-crossing", "20260305/crossing"])
def test_a_date_in_the_address_serves_at_last(path):
    page = parse("<h1>T</h1>")

    assert datetime(2026, 3, 5, tzinfo=UTC) == read_page(page, Report(), url=f"https://example.org/{path}").published


def test_a_time_element_serves_where_nothing_else_does():
    body = "<h1>T</h1><time datetime='2026-03-05T14:07:00+01:00'>yesterday</time>"

    assert datetime(2026, 3, 5, 13, 7, tzinfo=UTC) == read(body=body).published


def test_a_date_in_words_serves_where_there_is_no_time_element():
    body = "<h1>T</h1><span class='post-date'>Veröffentlicht am 5. März 2026, 14:07 Uhr</span>"

    assert datetime(2026, 3, 5, 14, 7, tzinfo=UTC) == read(body=body).published


@pytest.mark.parametrize("nothing", ["comment_date", "0000-00-00", "03/04/2026", "2026", ""])
def test_a_placeholder_is_no_date(nothing):
    assert read(datePublished=nothing).published is None


def test_a_moment_told_in_utc_takes_the_publishers_zone_for_the_same_moment():
    head = meta("article:published_time", "2026-03-05T20:07:00-08:00")
    shown = "<h1>T</h1><time datetime=2026-03-05T20:07:00-08:00>yesterday</time>"

    for article in (
        read(head, datePublished="2026-03-06T04:07:00Z"),
        read(body=shown, datePublished="2026-03-06T04:07:00Z"),
    ):
        assert datetime(2026, 3, 6, 4, 7, tzinfo=UTC) == article.published
        assert timedelta(hours=-8) == article.published.utcoffset()


@pytest.mark.parametrize("shown", ["2026-03-05T21:07:00-08:00", "2026-03-06T04:07:00+00:00", "2026-03-06", "nonsense"])
def test_another_moment_that_the_page_shows_changes_nothing(shown):
    article = read(body=f"<time datetime={shown}></time>", datePublished="2026-03-06T04:07:00Z")

    assert (datetime(2026, 3, 6, 4, 7, tzinfo=UTC), timedelta()) == (article.published, article.published.utcoffset())


def test_a_zone_that_is_told_stays_whatever_the_page_shows():
    body = "<time datetime=2026-03-06T05:07:00+01:00></time>"

    assert timedelta(hours=2) == read(body=body, datePublished="2026-03-06T06:07:00+02:00").published.utcoffset()


@pytest.mark.parametrize("name", ["article:published:time", "og:article:published_time", "pubdate"])
def test_a_date_of_publication_is_known_by_many_names(name):
    assert datetime(2026, 3, 5, 13, 7, tzinfo=UTC) == read(meta(name, "2026-03-05T14:07:00+01:00")).published
