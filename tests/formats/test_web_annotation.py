"""W3C Web Annotation: passages by selectors, replies by their targets."""

import json
import os
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

import newsmodel as nm
from newsmodel.formats.web_annotation import FORMAT
from newsmodel.model.anchors import anchor
from newsmodel.report import Report
from newsmodel.testing import shared_pool

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = (ROOT / "tests" / "samples" / "web-annotation" / "001-page.json").read_bytes()
SAMPLES = Path(os.environ.get("NEWSMODEL_SAMPLES") or ROOT.parent / "shared" / "samples")
PAGE = "https://news.example/bridge"
NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)
STORY = nm.Article(canonical_url=PAGE, body=[nm.Paragraph("\U0001f309 It opened in spring.", id="p1"), "More."])


def thread(*comments, base=None):
    comments = nm.CommentThread(comments)
    if base is None:
        return nm.Article("Bridge", canonical_url=PAGE, comments=comments)
    return nm.Article(canonical_url=base.canonical_url, body=base.body, comments=comments)


def items(article, report=None):
    return json.loads(FORMAT.write(article, report))["first"]["items"]


def test_a_page_of_annotations_is_a_thread():
    article = FORMAT.read(SAMPLE)
    first, second, third = article.comments

    assert PAGE == article.canonical_url
    assert [None, first.id, None] == [each.parent for each in (first, second, third)]
    assert ("Ann", "ann", "https://notes.example/ann") == (first.author.name, first.author.handle, first.author.id)
    assert "https://notes.example/ben" == second.author.id
    assert (nm.Paragraph("Who says?"), nm.Paragraph("Not I.")) == second.body
    assert ("comment", "question") == (first.kind, second.kind)
    assert ["https://notes.example/bridge/page2"] == [each.url for each in article.comments.more]


def test_the_quote_of_a_selector_is_the_anchor():
    found = FORMAT.read(SAMPLE).comments.comments[0].anchor

    assert ("opened", "\U0001f309 It ", " in spring") == (found.exact, found.prefix, found.suffix)


def test_with_the_article_at_hand_code_units_become_code_points():
    article = FORMAT.read(SAMPLE, article=STORY)
    found = article.comments.comments[0].anchor

    assert STORY.body == article.body
    assert ("p1", 5, 11) == (found.block, found.start, found.end)


def test_a_mailbox_and_a_body_elsewhere_are_reported():
    report = Report()
    FORMAT.read(SAMPLE, report)

    assert {"creator.email", "annotation.body"} == {loss.code for loss in report.losses}


def test_an_anchor_is_written_by_quote_position_and_block():
    comment = nm.Comment(id="1", body="x", anchor=anchor(STORY, "p1", 5, 11))
    quote, position, block = items(thread(comment, base=STORY))[0]["target"]["selector"]

    assert ("opened", "\U0001f309 It ") == (quote["exact"], quote["prefix"])
    assert {"type": "TextPositionSelector", "start": 6, "end": 12} == position
    assert ("p1", quote) == (block["value"], block["refinedBy"])


def test_an_anchor_goes_out_and_comes_back_to_its_place():
    comment = nm.Comment(id="1", body="x", anchor=anchor(STORY, "p1", 5, 11))
    back = FORMAT.read(FORMAT.write(thread(comment, base=STORY)), article=STORY)

    assert comment.anchor == back.comments.comments[0].anchor


def test_a_thread_comes_back_whole():
    article = thread(
        nm.Comment(id="1", author=nm.Account("Ann", id="a"), body="First", created=NOON, language="en"),
        nm.Comment(id="2", parent="1", body="Second", edited=NOON, kind="question"),
        nm.Comment(id="3", parent="1", body="Third", anchor=nm.Anchor("opened", block="p1")),
    )
    report = Report()

    assert article == FORMAT.read(FORMAT.write(article, report))
    assert report.clean


def test_dates_are_in_utc_as_the_model_asks():
    report = Report()
    later = NOON.astimezone(timezone(timedelta(hours=2)))

    assert "2026-03-05T12:00:00Z" == items(thread(nm.Comment(id="1", body="x", created=later)), report)[0]["created"]
    assert [("comment.created", "altered")] == [(loss.code, loss.effect) for loss in report.losses]


@pytest.mark.parametrize("status", ["pending", "spam", "rejected", "withheld", "deleted", "unknown"])
def test_what_is_not_published_is_no_annotation(status):
    report = Report()

    assert [] == items(thread(nm.Comment(id="1", body="secret", status=status)), report)
    assert "comment" in {loss.code for loss in report.losses}


def test_a_feed_is_a_graph_of_collections():
    feed = nm.Feed(articles=[thread(nm.Comment(id="1", body="a")), thread(nm.Comment(id="1", body="b"))])

    assert feed == FORMAT.read(FORMAT.write(feed))


def test_a_lone_annotation_and_an_array_are_read():
    one = json.loads(SAMPLE)["items"][0] | {"@context": "http://www.w3.org/ns/anno.jsonld"}

    assert 1 == len(FORMAT.read(json.dumps(one)).comments)
    assert 2 == len(FORMAT.read(json.dumps([one, {**one, "id": "https://notes.example/9"}])).comments)


@pytest.mark.parametrize("data", ["{}", "[]", '{"type": "Person"}', '[{"type": "Note"}]'])
def test_what_is_no_annotation_is_refused_with_its_place(data):
    with pytest.raises(nm.FormatError) as caught:
        FORMAT.read(data)

    assert caught.value.at


def schemas():
    """What the W3C's tests demand of every annotation, those that need no further file."""
    folder = SAMPLES / "w3c-web-annotation" / "tests" / "annotations"
    if not folder.is_dir():
        pytest.skip("the shared samples are not here")
    texts = [path.read_text("utf-8") for path in sorted(folder.glob("*.json"))]
    found = [json.loads(text) for text in texts if '"$ref"' not in text]
    return [schema for schema in found if schema.get("assertionType") == "must"]


def test_what_is_written_holds_to_the_schemas_of_the_w3c():
    jsonschema = pytest.importorskip("jsonschema")
    demanded = [jsonschema.Draft4Validator(schema) for schema in schemas()]
    written = [item for article in shared_pool().articles for item in items(article)]

    assert len(demanded) > 1
    assert len(written) > 10
    assert [] == [item for item in written for schema in demanded if not schema.is_valid(item)]
