"""Numbers for ids, instants in UTC, pages out of a flat list."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel import registry
from newsmodel.model import Article, Comment, CommentThread, Feed, Paragraph
from newsmodel.report import Report
from newsmodel.site_comments import document, in_utc, number, pages


@given(st.text(min_size=1))
def test_a_number_is_one_that_every_reader_of_json_holds_and_stays(id):
    assert 0 <= number(id) < 1 << 53
    assert number(id) == number(str(number(id)))


@pytest.mark.parametrize(("id", "value"), [("0", 0), ("17", 17), (str(2**53 - 1), 2**53 - 1)])
def test_a_number_is_itself(id, value):
    assert value == number(id)


@pytest.mark.parametrize("id", ["017", "-1", "1.0", str(2**53), "a", " 1", "１"])
def test_what_is_no_plain_number_gets_one_of_its_own(id):
    assert str(number(id)) != id
    assert number(id) > 10**6


def test_an_instant_in_utc_is_the_same_instant():
    value = datetime(2026, 3, 5, 9, 7, 1, 5, tzinfo=timezone(timedelta(hours=1)))

    assert (value, timedelta(0)) == (in_utc(value), in_utc(value).utcoffset())
    assert datetime(2026, 3, 5, 8, 7, 1, tzinfo=UTC) == in_utc(value, fractions=False)
    assert in_utc(datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=1)))) is None


def test_pages_come_in_the_order_of_their_first_comments():
    found = [("b", Comment(id="1")), ("a", Comment(id="2")), ("b", Comment(id="3"))]
    feed = pages(found, lambda url, each: Article(canonical_url=url, comments=CommentThread(each)), Report())

    assert isinstance(feed, Feed)
    assert [("b", ["1", "3"]), ("a", ["2"])] == [
        (each.canonical_url, [c.id for c in each.comments]) for each in feed.articles
    ]


def test_one_page_is_an_article_and_none_an_empty_one():
    assert Article("A") == document([Article("A")])
    assert Article() == document([])


def test_a_block_has_no_comments_and_is_reported():
    report = Report()

    assert Article() == registry.get("isso").fitted(Paragraph("x"), report)
    assert [("paragraph", "dropped")] == [(loss.code, loss.effect) for loss in report.losses]
