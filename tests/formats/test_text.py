"""Plain text: the fit law, the headline, encodings, and what strangers write."""

import contextlib
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.law import law_of_fit

import newsmodel as nm
from newsmodel.formats.text import FORMAT, sniff
from newsmodel.strategies import articles, blocks

law = partial(law_of_fit, FORMAT)


@given(st.sampled_from(["small", "typical"]).flatmap(articles))
def test_an_article_reads_back_as_it_was_fitted(article):
    law(article)


@given(st.lists(blocks("typical"), max_size=4))
def test_any_blocks_read_back(body):
    law(nm.Article(body=body))


@given(
    st.text(st.sampled_from("a=- \n\u00a0\t"), max_size=30),
    st.lists(st.text(st.sampled_from("a= \n"), max_size=12), max_size=3),
)
def test_any_white_space_and_underlines_read_back(headline, body):
    law(nm.Article(headline, body=body))


@given(st.text(max_size=100))
def test_what_strangers_write_survives(source):
    law(FORMAT.read(source))


@given(st.binary(max_size=100))
def test_any_bytes_are_read_or_refused(data):
    with contextlib.suppress(nm.FormatError):
        assert isinstance(FORMAT.read(data), nm.Article)


def test_the_headline_is_underlined_and_paragraphs_are_parted_by_an_empty_line():
    article = nm.Article("Harbour reopens", body=["The ferries\nsail.", "Again."])

    assert "Harbour reopens\n===============\n\nThe ferries\nsail.\n\nAgain.\n" == nm.render(article, "text")
    law(article)


def test_an_underline_alone_keeps_a_first_paragraph_from_being_the_headline():
    article = nm.Article(body=["Total\n====="])

    assert "===\n\nTotal\n=====\n" == nm.render(article, "text")
    law(article)


def test_the_standfirst_and_the_byline_stay_in_the_text():
    article = nm.Article("A", standfirst="Why it matters", byline="By Ann Lee", body=["Text."])
    report = nm.Report()

    assert "A\n===\n\nWhy it matters\n\nBy Ann Lee\n\nText.\n" == nm.render(article, "text", report=report)
    assert ["article.byline", "article.standfirst"] == [loss.code for loss in report.losses]


def test_the_structure_of_blocks_stays_readable():
    steps = nm.List(
        [nm.ListItem(["one", nm.List([nm.ListItem(["inner"])])]), nm.ListItem(["two"])], ordered=True, start=9
    )
    table = nm.Table([nm.Row(["a", "b"])], head=[nm.Row(["A", "B"])], caption="Cap")
    quote = nm.Quote(["Said."], attribution="Ann")

    assert "9. one\n   - inner\n10. two\n\nCap\n\nA | B\na | b\n\nSaid.\n\n— Ann\n\n* * *\n" == nm.render(
        nm.Article(body=[steps, table, quote, nm.Divider()]), "text"
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_usual_encoding_is_read(encoding):
    article = FORMAT.read("Café “open”\r\n\r\nSecond\rline".encode(encoding))

    assert [nm.Paragraph("Café “open”"), nm.Paragraph("Second\nline")] == list(article.body)


def test_binary_data_is_refused():
    with pytest.raises(nm.FormatError, match="binary"):
        FORMAT.read(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00" * 5)


def test_comments_are_dropped_and_reported():
    thread = nm.CommentThread([nm.Comment(id="1", body=["First!"])])

    assert ["article.comments"] == [loss.code for loss in nm.losses(nm.Article("A", comments=thread), "text").losses]


@pytest.mark.parametrize(
    "node",
    [
        nm.Gallery([nm.Image("a.png", caption="Two")]),
        nm.Comment(id="1", body=["Two"]),
        nm.Person("Two"),
        nm.Span("Two"),
        nm.Feed("Front", articles=[nm.Article("Two", body=["x"])]),
        nm.Quote(["Two", "more"]),
        nm.Image("a", alt="Two"),
    ],
)
def test_any_node_renders(node):
    assert "Two" in nm.render(node, "text")


def test_text_is_recognised_last():
    assert 0 < sniff(b"Words only.") < 0.3
    assert 0 == sniff(b"<html>")


@pytest.mark.parametrize("name", ["text", "markdown"])
def test_a_text_that_begins_with_a_byte_order_mark_keeps_it(name):
    article = nm.Article(body=["\ufeffWords."])

    assert article == nm.parse(nm.render_bytes(article, name), name)
    assert article == nm.parse(nm.render(article, name), name)


# --- a text and a pasted page ----------------------------------------------------------------------------------------

CHROME = [
    "1 comment",
    "0 Comments",
    "Share",
    "Share Tweet Submit Pin",
    "Advertisement",
    "Inline Feedbacks",
    "12 Kommentare",
]


@pytest.mark.parametrize("headline", ["", "Bridge"])
@pytest.mark.parametrize(
    "lines", [*([line] for line in CHROME), CHROME, ["Words.", *CHROME], ["Facebook\nTwitter\nEmail"]]
)
def test_a_text_is_read_back_as_text_whatever_its_lines_say(headline, lines, tmp_path):
    article = nm.Article(headline, body=lines)
    nm.write(article, tmp_path / "x.txt")

    assert article == nm.read(tmp_path / "x.txt") == nm.parse(nm.render(article, "text"))


def test_a_text_that_is_cut_off_in_a_line_for_detection_is_no_pasted_page():
    article = nm.Article(body=["x" * 4085, "1 comment was made."])
    data = nm.render_bytes(article, "text")

    assert data[:4096].endswith(b"1 comment")
    assert "text" == nm.detect(data, "x.txt")


def test_a_pasted_page_is_found_as_one_by_any_name():
    page = (
        "Town\n\nCouncil opens an office\n\nThe council opened an office on Monday.\n\nShare Tweet Pin\n\n0 Comments\n"
    )

    assert "pasted" == nm.detect(page, "x.txt") == nm.detect(page)


def test_a_feed_is_one_article_and_says_so():
    feed = nm.Feed(
        "Front\n\npage", articles=[nm.Article("One", body=["1 comment"]), nm.Article(body=["Two", nm.Divider()])]
    )
    report = nm.Report()
    text = nm.render(feed, "text", report=report)

    assert "Front\npage\n==========\n\nOne\n===\n\n1 comment\n\nTwo\n\n* * *\n" == text.replace(
        "\n=====\n", "\n==========\n"
    )
    assert ("feed", "flattened", "$") in [(loss.code, loss.effect, loss.at) for loss in report.losses]
    assert "$.articles[1].body[1]" in [loss.at for loss in report.losses]
    law(feed)
    law(nm.Feed())
