"""What exports of comments share."""

from datetime import UTC, datetime

import pytest

import newsmodel as nm
from newsmodel.comment_export import require, unique, without_body
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
