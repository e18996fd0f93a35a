"""Numbers for ids, pages out of a flat list, and what people typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel import registry
from newsmodel.fitting import Place
from newsmodel.model import Article, Comment, CommentSource, CommentThread, Feed, Paragraph
from newsmodel.report import Report
from newsmodel.site_comments import document, markdown_source, number, pages, read_typed


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


def test_what_was_typed_is_kept_if_it_is_markdown():
    report = Report()
    typed = CommentSource("*so*", format="markdown")

    assert typed == markdown_source(typed, Place("$", report))
    assert report.clean
    assert markdown_source(CommentSource("[b]so[/b]", format="bbcode"), Place("$", report)) is None
    assert ["comment-source"] == [loss.code for loss in report.losses]


def test_markdown_that_people_typed_becomes_blocks():
    assert (Paragraph("One."), Paragraph("Two.")) == read_typed("One.\n\nTwo.", Report())
    assert () == read_typed("", Report())


def test_a_comment_beyond_a_bound_is_kept_as_typed():
    report = Report()
    typed = "|a" * 300 + "\n" + "|-" * 300 + "\n" + "|b\n" * 300

    assert (Paragraph(typed),) == read_typed(typed, report)
    assert ["markdown-unreadable"] == [diagnostic.code for diagnostic in report.diagnostics]
