"""The Guardian's discussion API: two levels, two counts, blocked comments."""

import os
from pathlib import Path

import pytest

import newsmodel as nm
from newsmodel.formats.guardian_discussion import FORMAT
from newsmodel.report import Report

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = (ROOT / "tests" / "samples" / "guardian-discussion" / "001-two-levels.json").read_bytes()
SAMPLES = Path(os.environ.get("NEWSMODEL_SAMPLES") or ROOT.parent / "shared" / "samples")


def thread(data=SAMPLE):
    return FORMAT.read(data).comments


def test_responses_know_what_they_answer():
    assert [("101", None), ("102", "101"), ("103", "102"), ("104", None)] == [(c.id, c.parent) for c in thread()]


def test_both_counts_are_kept_apart():
    assert (5, 2, 4) == (thread().declared, thread().declared_top_level, len(thread()))
    assert thread().complete is False
    assert ["2"] == [more.cursor for more in thread().more]


def test_the_page_is_known_by_address_title_and_key():
    article = FORMAT.read(SAMPLE)

    assert ("The bridge opens", "https://www.theguardian.com/uk/bridge") == (
        str(article.headline),
        article.canonical_url,
    )
    assert "/p/bridge1" == article.comments.key
    assert article.comments.open is False


def test_the_notice_in_place_of_a_blocked_comment_is_not_its_text():
    blocked = thread().comments[2]

    assert ("rejected", "moderator", ()) == (blocked.status, blocked.removed_by, blocked.body)


def test_author_votes_and_pick_are_read():
    first = thread().comments[0]

    assert ("Ann", "7", "staff") == (first.author.name, first.author.id, first.author.role)
    assert (12, ("highlighted",), 2) == (first.votes.up, first.flags, first.declared_replies)
    assert "5 March 2026 2:07pm" == first.created_text


def test_it_is_detected():
    assert "guardian-discussion" == nm.detect(SAMPLE)


def test_what_is_no_discussion_is_refused():
    with pytest.raises(nm.FormatError, match="discussion"):
        FORMAT.read("{}")


def test_a_real_page_of_a_discussion_is_read_whole():
    path = SAMPLES / "comment-data" / "guardian-discussion.json"
    if not path.exists():
        pytest.skip("the shared samples are not here")
    report = Report()
    found = FORMAT.read(path.read_bytes(), report).comments

    assert (51, 496, 405) == (len(found), found.declared, found.declared_top_level)
    assert 5 == sum(comment.status == "rejected" for comment in found)
    assert all(comment.created and comment.author for comment in found)
    assert report.clean
