"""Atom with threads: entries that answer entries."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

import newsmodel as nm
from newsmodel.formats.atom_threads import FORMAT
from newsmodel.report import Report

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = (ROOT / "tests" / "samples" / "atom-threads" / "001-comments-of-a-post.xml").read_bytes()
SAMPLES = Path(os.environ.get("NEWSMODEL_SAMPLES") or ROOT.parent / "shared" / "samples")
NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)
PAGE = "https://news.example/bridge"


def thread(*comments, **fields):
    return nm.Article("Bridge", canonical_url=PAGE, comments=nm.CommentThread(comments), **fields)


def test_a_feed_of_comments_is_about_its_page():
    article = FORMAT.read(SAMPLE)

    assert ("Comments on The bridge", "https://blog.example/bridge") == (str(article.headline), article.canonical_url)
    assert (3, 2) == (article.comments.declared, len(article.comments))
    assert ["https://blog.example/bridge/comments?start=3"] == [each.url for each in article.comments.more]


def test_what_answers_the_post_has_no_parent_and_what_answers_a_comment_has():
    assert [None, "tag:blog.example,2026:c1"] == [each.parent for each in FORMAT.read(SAMPLE).comments]


def test_a_comment_has_its_author_dates_and_words():
    first, second = FORMAT.read(SAMPLE).comments

    assert ("Ann", "https://ann.example/") == (first.author.name, first.author.url)
    assert (nm.Paragraph(["At ", nm.Span("last", marks=["strong"]), "."]),) == first.body
    assert "2026-03-05T14:07:00.500000+01:00" == first.created.isoformat()
    assert (None, "2026-03-05T15:00:00+00:00") == (first.edited, second.edited.isoformat())
    assert (nm.Paragraph("Two < three"),) == second.body


def test_an_element_without_a_place_is_reported_and_an_address_is_not_kept():
    report = Report()
    article = FORMAT.read(SAMPLE, report)

    assert ["entry.rights"] == [loss.code for loss in report.losses]
    assert "ann@reader.example" not in nm.to_json(article)


def test_an_article_with_its_thread_comes_back_whole():
    article = thread(
        nm.Comment(id="1", author=nm.Account("Ann", url="https://ann.example/"), body="First", created=NOON),
        nm.Comment(id="2", parent="1", body="Second", url=f"{PAGE}#2"),
        nm.Comment(id="3", parent="absent", body="Third", edited=NOON),
        body=["A paragraph."],
        credits=["Ann Lee"],
        summary="In short",
        concepts=["bridges"],
        dates=nm.Dates(published=NOON),
    )
    report = Report()

    assert article == FORMAT.read(FORMAT.write(article, report))
    assert report.clean


def test_a_feed_of_articles_keeps_each_with_its_comments():
    feed = nm.Feed("News", articles=[thread(nm.Comment(id="1", body="a")), thread(nm.Comment(id="2", body="b"))])

    assert feed == FORMAT.read(FORMAT.write(feed))


def test_a_parent_of_the_articles_own_id_is_still_a_parent():
    article = thread(nm.Comment(id="2", parent="urn:x:1", body="b"), id="urn:x:1")

    assert article == FORMAT.read(FORMAT.write(article))


def test_how_many_comments_there_are_is_on_the_link_and_in_a_total():
    article = nm.Article("Bridge", comments=nm.CommentThread(declared=12, url=f"{PAGE}/comments"))
    data = FORMAT.write(article)

    assert b'thr:count="12"' in data
    assert b"<thr:total>12</thr:total>" in data
    assert article == FORMAT.read(data)


@pytest.mark.parametrize("status", ["pending", "spam", "rejected", "withheld", "deleted", "unknown"])
def test_what_is_not_published_has_no_entry(status):
    report = Report()

    assert b"secret" not in FORMAT.write(thread(nm.Comment(id="1", body="secret", status=status)), report)
    assert ["comment"] == [loss.code for loss in report.losses]


def test_what_is_no_feed_is_refused_with_its_line():
    with pytest.raises(nm.FormatError) as caught:
        FORMAT.read("<rss/>")

    assert 1 == caught.value.line


def test_a_real_feed_of_comments_is_read():
    path = SAMPLES / "comment-data" / "atomthreadingwithentry.xml"
    if not path.exists():
        pytest.skip("the shared samples are not here")
    article = FORMAT.read(path.read_bytes())

    assert "http://salmon-test.blogspot.com/2009/10/test-post.html" == article.canonical_url
    assert [("John", None, 30)] == [
        (each.author.name, each.parent, article.comments.declared) for each in article.comments
    ]


def test_a_name_of_unusual_space_is_a_name():
    article = nm.Article("x", credits=["\u2029"])

    assert article.credits == FORMAT.read(FORMAT.write(article)).credits


@pytest.mark.parametrize(
    "name", ["x", "é", "article ", "article https://e.example/", "urn:uuid:1", "https://e.example/"]
)
@pytest.mark.parametrize("fields", [{"id": True}, {"url": True}, {}, {"id": True, "url": True}])
def test_a_comment_may_have_the_name_of_its_article(name, fields):
    comments = [nm.Comment(id="1"), nm.Comment(id=name, parent="1"), nm.Comment(id="2", parent=name)]
    id, url = name if "id" in fields else None, "https://e.example/" if "url" in fields else None
    given = nm.Article("A", id=id, canonical_url=url, comments=nm.CommentThread(comments))
    back = FORMAT.read(FORMAT.write(given))

    assert [(each.id, each.parent) for each in comments] == [(each.id, each.parent) for each in back.comments]
    assert id == back.id


def test_a_feed_of_one_is_its_article_and_losses_have_their_places_in_the_feed():
    feed = nm.Feed("F", url="https://e.example/", articles=[thread(nm.Comment(id="1", kind="question"), body=["a\nb"])])
    report = nm.losses(feed, "atom-threads")

    assert {
        ("feed", "$"),
        ("comment.kind", "$.articles[0].comments.comments[0]"),
        ("text.space", "$.articles[0].body[0].text"),
    } == {(loss.code, loss.at) for loss in report.losses}
    assert isinstance(FORMAT.read(FORMAT.write(feed)), nm.Article)
    assert nm.losses(nm.Feed(), "atom-threads").losses[0].code == "feed"


@pytest.mark.parametrize("declared", [0, 7, 10**18 - 1, 10**18, 2**63 - 1, -1])
def test_a_count_comes_back_or_its_loss_is_reported(declared):
    comment = nm.Comment(id="1", author="A", declared_replies=declared)
    given = nm.Article("A", comments=nm.CommentThread([comment], declared=declared))
    report = nm.losses(given, "atom-threads")
    back = FORMAT.read(FORMAT.write(given)).comments

    assert (back.declared == declared) == ("comment-thread.declared" not in [loss.code for loss in report.losses])
    assert (back.comments[0].declared_replies == declared) == (
        "comment.declared_replies" not in [loss.code for loss in report.losses]
    )
