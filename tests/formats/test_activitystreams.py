"""ActivityStreams 2.0: an article, its replies, tombstones, and ids that are no IRIs."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

import newsmodel as nm
from newsmodel.formats.activitystreams import FORMAT
from newsmodel.report import Report

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = (ROOT / "tests" / "samples" / "activitystreams" / "001-nested-replies.json").read_bytes()
SAMPLES = Path(os.environ.get("NEWSMODEL_SAMPLES") or ROOT.parent / "shared" / "samples")
NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)


def thread(*comments, **fields):
    return nm.Article(
        "Bridge", canonical_url="https://news.example/bridge", comments=nm.CommentThread(comments), **fields
    )


def written(article, report=None):
    return json.loads(FORMAT.write(article, report))


def test_what_a_create_is_about_is_read():
    article = FORMAT.read(SAMPLE)

    assert ("The bridge opens", "After three years.") == (str(article.headline), str(article.summary))
    assert "https://news.example/bridge" == article.canonical_url
    assert ["Ann Lee"] == [author.name for author in article.authors]
    assert (nm.Paragraph(["It ", nm.Span("opened", marks=["strong"]), "."]),) == article.body
    assert [("#bridge", "keyword")] == [(each.name, each.kind) for each in article.concepts]


def test_replies_are_found_in_pages_and_in_replies():
    base = "https://social.example/notes/"
    expected = [(f"{base}1", None), (f"{base}2", f"{base}1"), (f"{base}3", f"{base}2")]

    assert expected == [(each.id, each.parent) for each in FORMAT.read(SAMPLE).comments]


def test_a_reply_has_its_author_dates_votes_and_state():
    first, second, third = FORMAT.read(SAMPLE).comments

    assert "https://social.example/users/ben" == first.author.id
    assert ("2026-03-05T14:08:00+00:00", 4) == (first.edited.isoformat(), first.votes.up)
    assert "deleted" == second.status
    assert ("Cy", "cy", "https://social.example/cy.png") == (
        third.author.name,
        third.author.handle,
        third.author.avatar,
    )


def test_how_many_there_are_and_where_the_rest_is():
    found = FORMAT.read(SAMPLE).comments

    assert 3 == found.declared
    assert ["https://news.example/articles/1/replies?page=2"] == [each.url for each in found.more]


def test_what_has_no_place_is_reported():
    report = Report()
    FORMAT.read(SAMPLE, report)

    assert any(loss.code.endswith(".sensitive") for loss in report.losses)


def test_an_article_with_its_thread_comes_back_whole():
    article = thread(
        nm.Comment(id="1", author=nm.Account("Ann", id="a1"), body="First", created=NOON, votes=nm.Tally(up=3)),
        nm.Comment(id="2", parent="1", body="Second", edited=NOON),
        nm.Comment(id="3", parent="1", status="deleted"),
        body=["A paragraph.", nm.Heading("And a heading")],
        summary="In short",
        credits=["Ann Lee"],
        concepts=["bridges"],
        dates=nm.Dates(published=NOON),
    )
    report = Report()

    assert article == FORMAT.read(FORMAT.write(article, report))
    assert report.clean


def test_ids_that_are_no_iris_are_written_as_urns():
    reply = written(thread(nm.Comment(id="1", body="a"), nm.Comment(id="2", parent="1", body="b")))["replies"]["items"][
        1
    ]

    assert ("urn:newsmodel:id:2", "urn:newsmodel:id:1") == (reply["id"], reply["inReplyTo"])


def test_a_reply_to_the_article_names_it():
    assert (
        "https://news.example/bridge"
        == written(thread(nm.Comment(id="1", body="a")))["replies"]["items"][0]["inReplyTo"]
    )


def test_a_parent_of_the_articles_own_name_is_still_a_parent():
    article = thread(nm.Comment(id="2", parent="https://news.example/bridge", body="b"))

    assert article == FORMAT.read(FORMAT.write(article))


@pytest.mark.parametrize("status", ["pending", "spam", "rejected", "withheld", "unknown"])
def test_what_is_not_published_is_a_tombstone_without_words_or_author(status):
    report = Report()
    comment = nm.Comment(id="1", parent="0", author="Ann", body="secret", created=NOON, status=status)
    item = written(thread(comment), report)["replies"]["items"][0]

    assert "Tombstone" == item["type"]
    assert {"type", "formerType", "id", "inReplyTo", "published"} == set(item)
    assert {"comment.status", "comment.body", "comment.author"} == {loss.code for loss in report.losses}


def test_private_data_is_not_written():
    private = nm.CommentPrivate(email="ann@reader.example")

    assert "reader.example" not in json.dumps(written(thread(nm.Comment(id="1", body="x", private=private))))


def test_a_reply_without_a_name_is_kept_and_named_by_its_place():
    data = {
        "type": "Article",
        "replies": {"items": [{"type": "Note", "content": "a"}, {"type": "Note", "content": "b"}]},
    }
    report = Report()
    article = FORMAT.read(json.dumps(data), report)

    assert ["reply-1", "reply-2"] == [each.id for each in article.comments]
    assert ["id-missing", "id-missing"] == [each.code for each in report.diagnostics]


def test_a_feed_is_a_collection():
    feed = nm.Feed("News", articles=[thread(nm.Comment(id="1", body="a"))])

    assert "Collection" == written(feed)["type"]
    assert feed == FORMAT.read(FORMAT.write(feed))


def test_the_words_of_activity_streams_1_are_understood():
    data = {
        "objectType": "article",
        "displayName": "Abc",
        "url": "http://example.com/abc",
        "replies": {
            "items": [
                {
                    "objectType": "comment",
                    "url": "http://example.com/c/2",
                    "author": {"displayName": "Al"},
                    "content": "x",
                }
            ]
        },
    }
    article = FORMAT.read(json.dumps(data))

    assert "Abc" == str(article.headline)
    assert [("http://example.com/c/2", "Al")] == [(each.id, each.author.name) for each in article.comments]


@pytest.mark.parametrize("data", ["{}", "[]", '{"type": "Person"}', '{"type": "Like", "object": "https://a.example/"}'])
def test_what_is_nothing_to_read_is_refused_with_its_place(data):
    with pytest.raises(nm.FormatError) as caught:
        FORMAT.read(data)

    assert caught.value.at


def test_the_samples_of_the_w3c_are_read_or_refused_politely():
    folder = SAMPLES / "activitystreams"
    if not folder.is_dir():
        pytest.skip("the shared samples are not here")
    read = [document for path in sorted(folder.rglob("*.json")) if (document := read_or_none(path.read_bytes()))]

    assert len(read) > 5
    for document in read:
        fitted = FORMAT.fitted(document, Report())
        assert fitted == FORMAT.read(FORMAT.write(fitted))


def read_or_none(data):
    try:
        return FORMAT.read(data)
    except nm.FormatError:
        return None


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
