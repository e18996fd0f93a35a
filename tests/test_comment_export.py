"""What exports of comments share."""

from datetime import UTC, datetime

import pytest

import newsmodel as nm
from newsmodel.comment_export import (
    articles_of,
    each_article,
    lost_without_id,
    require,
    unique,
    unless_empty,
    without_body,
)
from newsmodel.report import Report

EARLY, LATE = datetime(2026, 3, 5, tzinfo=UTC), datetime(2026, 3, 6, tzinfo=UTC)


def kept(*comments):
    report = Report()
    return [comment.edit_note for comment in unique(comments, report)], len(report.losses)


def comment(note, edited=None, id="1"):
    return nm.Comment(id=id, edit_note=note, edited=edited)


def test_comments_with_ids_of_their_own_all_stay():
    assert (["a", "b"], 0) == kept(comment("a"), comment("b", id="2"))


def test_of_two_with_one_id_the_one_edited_last_stays():
    assert (["late"], 1) == kept(comment("late", LATE), comment("early", EARLY))
    assert (["late"], 1) == kept(comment("early", EARLY), comment("late", LATE))
    assert (["edited"], 1) == kept(comment("edited", EARLY), comment("not"))


def test_without_dates_the_last_stays():
    assert (["second"], 1) == kept(comment("first"), comment("second"))


def test_a_lone_comment_and_a_thread_stand_for_an_article():
    thread = nm.CommentThread([comment("a")])

    assert nm.Article(comments=thread) == require(thread, "x") == require(comment("a"), "x")
    with pytest.raises(TypeError, match="Paragraph"):
        require(nm.Paragraph("a"), "x")


def test_each_block_is_dropped_at_its_place():
    report = Report()
    feed = nm.Feed(articles=[nm.Article(body=["a", nm.Divider()])])

    assert nm.Feed(articles=[nm.Article()]) == without_body(feed, report)
    assert ["$.articles[0].body[0]", "$.articles[0].body[1]"] == [loss.at for loss in report.losses]


def test_a_feed_has_its_articles_and_an_article_is_one():
    feed = nm.Feed(articles=[nm.Article("A"), nm.Article("B")])

    assert feed.articles == articles_of(feed, "x")
    assert (nm.Article("A"),) == articles_of(nm.Article("A"), "x")


def test_each_article_is_changed_and_knows_its_path():
    feed = nm.Feed("F", articles=[nm.Article("A"), nm.Article("B")])

    def named(article, at):
        return nm.Article(f"{article.headline} {at}")

    assert nm.Article("A $") == each_article(nm.Article("A"), named)
    assert ["A $.articles[0]", "B $.articles[1]"] == [str(each.headline) for each in each_article(feed, named).articles]


def test_a_feed_of_which_no_article_changes_is_the_very_same():
    feed = nm.Feed(articles=[nm.Article("A")])

    assert each_article(feed, lambda article, _at: article) is feed


def test_a_comment_without_an_id_is_dropped_and_its_source_told():
    report = Report()
    lost_without_id(report, "line 3")

    assert [("comment", "dropped", "line 3")] == [(loss.code, loss.effect, loss.source) for loss in report.losses]


def test_an_account_that_says_nothing_is_none():
    assert unless_empty(nm.Account()) is None
    assert nm.Account("Ann") == unless_empty(nm.Account("Ann"))
