"""Coral's story JSON: nested replies, states, and what of a thread it carries."""

import json
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

import newsmodel as nm
from newsmodel.formats.coral import FORMAT
from newsmodel.report import Report

SAMPLE = (Path(__file__).parent.parent / "samples" / "coral" / "001-nested-replies.json").read_bytes()

MORNING = datetime(2026, 3, 5, 9, 7, tzinfo=timezone(timedelta(hours=1)))


def read(data=SAMPLE):
    return FORMAT.read(data)


def thread(*comments, **fields):
    return nm.Article("Bridge", comments=nm.CommentThread(comments, system="coral", **fields))


def test_replies_are_found_however_deep_and_know_their_parents():
    assert [("c1", None), ("c2", "c1"), ("c3", "c2")] == [(each.id, each.parent) for each in read().comments]


def test_the_story_says_what_the_page_is():
    article = read()

    assert "The bridge opens" == str(article.headline)
    assert "https://news.example/bridge" == article.canonical_url
    assert ("story-1", 3, True) == (article.comments.key, article.comments.declared, article.comments.open)


def test_states_votes_flags_and_roles_are_the_models():
    first, second, third = read().comments

    assert ["published", "deleted", "pending"] == [first.status, second.status, third.status]
    assert (4, 2) == (first.votes.up, first.declared_replies)
    assert ("edited", "featured") == first.flags
    assert "2026-03-05T14:08:00+00:00" == first.edited.isoformat()
    assert ("reader", "staff") == (first.author.role, third.author.role)


def test_where_more_comments_are_is_kept_for_each_parent():
    assert {(None, "p2"), ("c1", "r2")} == {(each.parent, each.cursor) for each in read().comments.more}


def test_what_only_coral_says_is_reported():
    report = Report()
    FORMAT.read(SAMPLE, report)

    assert "comment.site" in {loss.code for loss in report.losses}


def test_a_thread_comes_back_whole():
    article = thread(
        nm.Comment(id="1", author="Ann", body="First", created=MORNING, votes=nm.Tally(up=0)),
        nm.Comment(id="2", parent="1", body="Second", flags=["featured"], status="withheld"),
        nm.Comment(id="3", parent="absent", status="deleted"),
    )
    report = Report()

    assert article == FORMAT.read(FORMAT.write(article, report))
    assert report.clean


@pytest.mark.parametrize(("status", "written"), [("spam", "rejected"), ("unknown", "pending")])
def test_what_is_not_public_never_becomes_public(status, written):
    report = Report()
    back = FORMAT.read(FORMAT.write(thread(nm.Comment(id="1", status=status)), report))

    assert written == back.comments.comments[0].status
    assert [("comment.status", "altered")] == [(loss.code, loss.effect) for loss in report.losses]


def test_private_data_is_not_written():
    private = nm.CommentPrivate(email="ann@reader.example", ip_address="192.0.2.1")
    report = Report()
    data = FORMAT.write(thread(nm.Comment(id="1", private=private, body="Words")), report)

    assert b"reader.example" not in data
    assert ["comment.private"] == [loss.code for loss in report.losses]


def test_a_deleted_comment_leaks_no_words():
    assert b"secret" not in FORMAT.write(thread(nm.Comment(id="1", body="secret", status="deleted")))


def test_several_stories_are_a_feed():
    feed = nm.Feed(articles=[thread(nm.Comment(id="1", body="a")), thread(nm.Comment(id="1", body="b"))])

    assert feed == FORMAT.read(FORMAT.write(feed))


def test_of_two_comments_with_one_id_the_one_edited_last_stays():
    story = json.loads(SAMPLE)["data"]["story"]
    edges = story["comments"]["edges"]
    edges.append({"node": {"id": "c1", "body": "older", "createdAt": "2026-03-05T14:07:00Z"}})
    report = Report()
    comments = FORMAT.read(json.dumps(story), report).comments.comments

    assert 3 == len(comments)
    assert "older" not in nm.plain_text(comments[0].body[0])
    assert "comment" in {loss.code for loss in report.losses}


@pytest.mark.parametrize("depth", [20, 100])
def test_a_chain_of_replies_is_read(depth):
    node = {"id": "last", "body": "x"}
    for number in range(depth):
        node = {"id": f"c{number}", "body": "x", "replies": {"nodes": [node]}}

    assert depth + 1 == len(FORMAT.read(json.dumps({"comments": {"nodes": [node]}})).comments)


@pytest.mark.parametrize("data", ["{}", "[]", '{"data": null}', '{"data": {"story": 3}}'])
def test_what_is_no_story_is_refused_with_its_place(data):
    with pytest.raises(nm.FormatError) as caught:
        FORMAT.read(data)

    assert caught.value.at


def test_members_of_another_kind_are_left_out_with_a_notice():
    report = Report()
    data = {"comments": {"nodes": [{"id": 5, "body": 7, "rating": "x", "author": "Ann", "tags": ["y"]}]}}
    comment = FORMAT.read(json.dumps(data), report).comments.comments[0]

    assert nm.Comment(id="5") == comment
    assert {"member-unreadable"} == {each.code for each in report.diagnostics}
