"""Pasted pages: what is the article, what is chrome, and what is a word of the text after all."""

import html
import re
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.linear import assert_linear

import newsmodel as nm
from newsmodel.errors import FormatError
from newsmodel.formats.pasted import parse, sniff
from newsmodel.model import Article, Paragraph
from newsmodel.phrases.chrome import is_chrome
from newsmodel.report import Report

SAMPLES = Path(__file__).resolve().parents[1] / "samples" / "pasted"
OPENING = "The council of Ellersby will open a second office for newcomers in the old bank on Mercer Street."
QUOTE = '"We were standing on each other’s feet," said its head, Mara Quist.'
CLOSING = "The office opens on Monday."
TEXT = f"{OPENING}\n\n{QUOTE}\n\n{CLOSING}"


def read(text: str | bytes, report: Report | None = None) -> Article:
    data = text if isinstance(text, bytes) else text.encode()
    return parse(data, Report() if report is None else report)


def sample(name: str, report: Report | None = None) -> Article:
    return read((SAMPLES / name).read_bytes(), report)


def texts(article: Article) -> list[str]:
    assert all(type(block) is Paragraph for block in article.body)
    return [str(block.text) for block in article.body]


def networks(article: Article) -> list[str]:
    return [action.network for action in article.share_actions]


def test_the_page_of_a_wordpress_site_with_its_comment_bar_and_its_share_bar():
    report = Report()
    article = sample("001-wordpress.txt", report)

    assert ("Immigration", "Council opens a second office for newcomers") == (
        article.section.name,
        str(article.headline),
    )
    assert [OPENING, QUOTE, CLOSING] == texts(article)
    assert 0 == article.comments.declared
    assert ["facebook", "x", "reddit", "pinterest"] == networks(article)
    assert ["Share", "Tweet", "Submit", "Pin"] == [action.label for action in article.share_actions]
    assert ["chrome-dropped"] == [diagnostic.code for diagnostic in report.diagnostics]
    assert report.clean


def test_a_headline_above_its_section_and_a_line_for_each_paragraph():
    article = sample("002-headline-first-a-line-each.txt")

    assert ("Immigration", "Council opens a second office for newcomers") == (
        article.section.name,
        str(article.headline),
    )
    assert ["Jane Doe", "John Roe"] == [author.name for author in article.authors]
    assert ("By Jane Doe and John Roe", datetime(2026, 3, 3, tzinfo=UTC)) == (str(article.byline), article.published)
    assert ([OPENING, QUOTE, CLOSING], 12) == (texts(article), article.comments.declared)
    assert ["facebook", "x", "reddit", "pinterest"] == networks(article)


def test_breadcrumbs_a_bar_at_the_top_a_caption_and_related_posts():
    report = Report()
    article = sample("003-breadcrumbs-crlf-caption.txt", report)

    assert ("Immigration", "News") == (article.section.name, article.section.parent.name)
    assert "2026-03-03T14:05:00+01:00" == article.published.isoformat()
    assert "2026-03-04T09:00:00+01:00" == article.modified.isoformat()
    assert [OPENING, QUOTE, CLOSING] == texts(article)
    assert (1200, "1.2K") == (article.comments.declared, article.comments.declared_text)
    assert [("image.caption", "dropped", "line 8")] == [(loss.code, loss.effect, loss.source) for loss in report.losses]


def test_a_german_page():
    article = sample("004-german.txt")

    assert ("Einwanderung", "Zweites Amt für Neuankömmlinge") == (article.section.name, str(article.headline))
    assert str(article.standfirst).startswith("Die Stadt reagiert")
    assert (["Anna Müller"], 5) == ([author.name for author in article.authors], article.comments.declared)
    assert datetime(2026, 3, 3, 14, 5, tzinfo=UTC) == article.published
    assert ["facebook", "x", "pinterest", "email"] == networks(article)
    assert 2 == len(texts(article))


def test_a_spanish_page():
    article = sample("005-spanish.txt")

    assert ("Inmigración", "Una segunda oficina para los recién llegados") == (
        article.section.name,
        str(article.headline),
    )
    assert (["Ana Pérez"], 0) == ([author.name for author in article.authors], article.comments.declared)
    assert (["facebook", "x", "whatsapp", "email"], 2) == (networks(article), len(texts(article)))


def test_lines_that_an_editor_broke_are_joined_and_counts_of_a_bar_are_read():
    article = sample("006-broken-at-a-width-no-section.txt")

    assert 2 == len(texts(article))
    assert texts(article)[0].endswith("which has stood empty since the bank left it.")
    assert article.section is None
    assert article.comments.declared is None
    assert [("facebook", 12), ("x", 3), ("whatsapp", None)] == [
        (each.network, each.count) for each in article.share_actions
    ]


def test_a_body_that_mentions_such_words_keeps_them_and_what_readers_wrote_is_reported():
    report = Report()
    article = sample("007-words-in-the-body-and-a-discussion.txt", report)

    assert "Facebook, Twitter and Reddit" in texts(article)
    assert texts(article)[-1].startswith("She looked at the 12 comments")
    assert (20, "Immigration") == (article.comments.declared, article.section.name)
    assert [("comment.body", "$.comments")] == [(loss.code, loss.at) for loss in report.losses]
    assert not any("I agree" in text for text in texts(article))


@pytest.mark.parametrize(
    ("line", "declared", "text"),
    [
        ("0 Comments", 0, None),
        ("No Comments", 0, None),
        ("No comments yet", 0, None),
        ("1 Comment", 1, None),
        ("One thought on “Council”", 1, None),
        ("20 thoughts on “Council opens a second office”", 20, None),
        ("45 Gedanken zu „Amt“", 45, None),
        ("1,234 Comments", 1234, None),
        ("1.2K Comments", 1200, "1.2K"),
        ("3M comments", 3_000_000, "3M"),
        ("Comments (7)", 7, None),
        ("12 Kommentare", 12, None),
        ("Keine Kommentare", 0, None),
        ("5 commentaires", 5, None),
        ("8 comentários", 8, None),
        ("3 reacties", 3, None),
        ("4 комментария", 4, None),
        ("コメント (2)", 2, None),
        ("Leave a comment", None, None),
        ("Schreibe einen Kommentar", None, None),
    ],
)
def test_the_count_of_comments_in_many_tongues(line, declared, text):
    article = read(f"Town\n\nCouncil opens an office\n\n{TEXT}\n\n{line}\n")

    assert (declared, text) == (article.comments.declared, article.comments.declared_text)
    assert [OPENING, QUOTE, CLOSING] == texts(article)


BARS = {
    "Share Tweet Submit Pin": ["facebook", "x", "reddit", "pinterest"],
    "Facebook Twitter Reddit Pinterest": ["facebook", "x", "reddit", "pinterest"],
    "Facebook | X | Reddit | WhatsApp": ["facebook", "x", "reddit", "whatsapp"],
    "Teilen Twittern Merken": ["facebook", "x", "pinterest"],
    "Share on Facebook Share on X Share on WhatsApp Email": ["facebook", "x", "whatsapp", "email"],
    "Share this: Facebook X": ["facebook", "x"],
    "Share Post Pin it": ["facebook", "x", "pinterest"],
    "Partager Tweeter Épingler": ["facebook", "x", "pinterest"],
    "Facebook 12 Tweet 0": ["facebook", "x"],
    "シェア ツイート": ["facebook", "x"],
    "Telegram WhatsApp Bluesky LinkedIn": ["telegram", "whatsapp", "bluesky", "linkedin"],
}


@pytest.mark.parametrize(("bar", "expected"), BARS.items())
@pytest.mark.parametrize("place", ["top", "bottom"])
def test_a_share_bar_in_one_line(bar, expected, place):
    top, bottom = (f"{bar}\n\n", "") if place == "top" else ("", f"\n\n{bar}")
    article = read(f"Town\n\nCouncil opens an office at last\n\n{top}{TEXT}{bottom}\n")

    assert (expected, [OPENING, QUOTE, CLOSING]) == (networks(article), texts(article))


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n", "\n \t\n"])
def test_a_share_bar_of_a_line_for_each_label(gap):
    article = read(
        f"Town\n\nCouncil opens an office at last\n\n{TEXT}\n\n{gap.join(['Share', 'Tweet', 'Submit', 'Pin'])}"
    )

    assert (["facebook", "x", "reddit", "pinterest"], [OPENING, QUOTE, CLOSING]) == (networks(article), texts(article))


@pytest.mark.parametrize(
    "line",
    [
        "Post, pin and share: that is all that they do there now.",
        "View all comments as advice, she told the council of the town.",
        "There were 0 comments under the story when the office had closed.",
        "Pin",
        "No comment.",
        "Share Tweet and be merry",
        "Reddit, Facebook, Twitter",
        "By the time the office closed, nobody was left in the street.",
    ],
)
def test_a_line_between_two_paragraphs_is_text(line):
    article = read(f"Town\n\nCouncil opens an office at last\n\n{OPENING}\n\n{line}\n\n{QUOTE}\n")

    assert ([OPENING, line, QUOTE], []) == (texts(article), networks(article))
    assert article.comments.declared is None


@pytest.mark.parametrize("last", ["No comment.", "“No comment”", "No comment", "Go home.", "It was over"])
def test_a_short_last_line_is_text(last):
    assert [OPENING, QUOTE, last] == texts(read(f"Council opens an office\n\n{OPENING}\n\n{QUOTE}\n\n{last}\n"))


@pytest.mark.parametrize(
    "line", ["By JANE DOE", "by Jane Doe", "Von Jane Doe", "Por Jane Doe", "Par Jane Doe", "Text: Jane Doe"]
)
def test_a_byline_in_many_tongues(line):
    assert ["Jane Doe"] == [author.name for author in read(f"Council opens an office\n{line}\n{TEXT}").authors]


@pytest.mark.parametrize("line", ["03/04/2026", "March 2026", "Soon"])
def test_a_line_that_is_no_certain_date_sets_none(line):
    assert read(f"Council opens an office\nBy Jane Doe\n{line}\n{TEXT}").published is None


def test_a_role_behind_a_byline_is_the_title_of_its_person():
    article = read(f"Council opens an office\nBy Jane Doe | Staff Writer | March 3, 2026\n{TEXT}")

    assert [("Jane Doe", "Staff Writer")] == [(author.name, author.title) for author in article.authors]


def test_of_two_short_lines_the_much_shorter_one_names_the_section():
    below = read(f"Council moves the crossing\nImmigration\nBy Jane Doe\n{TEXT}")
    above = read(f"Immigration\nCouncil moves the crossing\nBy Jane Doe\n{TEXT}")

    assert ("Immigration", "Council moves the crossing") == (below.section.name, str(below.headline))
    assert ("Immigration", "Council moves the crossing") == (above.section.name, str(above.headline))


def test_text_alone_is_a_body_without_a_headline():
    article = read(TEXT)

    assert ("", [OPENING, QUOTE, CLOSING]) == (str(article.headline), texts(article))


def test_a_headline_alone_is_an_article_without_a_body():
    assert ("Council opens a second office", ()) == (
        str(read("Council opens a second office\n").headline),
        read("Town").body,
    )


@pytest.mark.parametrize("data", [b"", b" \n\t ", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_empty_input_is_refused(data):
    with pytest.raises(FormatError, match="empty"):
        parse(data, Report())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding):
    assert QUOTE in texts(read(f"Council opens an office\n\n{TEXT}\n".encode(encoding)))


@given(st.binary(max_size=500))
def test_any_bytes_are_an_article_or_a_format_error(data):
    with suppress(FormatError):
        assert isinstance(read(data), Article)
    assert 0.0 <= sniff(data) <= 1.0


LINES = st.sampled_from(
    [
        *["Share", "Tweet", "0 Comments", "Inline Feedbacks", "By Ann Lee", "March 3, 2026", "Town", "Home > News"],
        *["Photo: X", "", "Related Posts", OPENING, QUOTE, "Share Tweet Submit Pin", "Oldest", "|", "> >", "By", "🙂"],
        *["1.2K Comments", "Reply"],
    ]
)


@given(st.lists(LINES, max_size=40))
def test_lines_in_any_order_are_an_article_and_no_paragraph_is_made_up(lines):
    text = "\n".join(lines)
    if not text.strip():
        return
    assert set(texts(read(text))) <= set(lines)


@given(st.lists(LINES, max_size=10))
def test_what_is_taken_for_a_pasted_page_has_a_line_that_the_writer_of_text_takes_for_chrome(lines):
    if sniff("\n".join(lines).encode()):
        assert any(map(is_chrome, lines))


@given(
    st.lists(
        st.sampled_from([OPENING, QUOTE, CLOSING, "They had waited for years.", "Nobody spoke against it."]), max_size=6
    ),
    st.sampled_from(list(BARS)),
    st.sampled_from(["0 Comments", "12 Kommentare", "1.2K Comments"]),
    st.permutations(["bar", "count", "phrases"]),
)
def test_whatever_the_order_of_the_chrome_the_body_is_the_text(rest, bar, count, order):
    chrome = {"bar": bar, "count": count, "phrases": "Inline Feedbacks\nView all comments"}
    tail = "\n".join(chrome[name] for name in order)
    paragraphs = [OPENING, *rest]
    article = read("\n\n".join(["Town", "Council opens an office at last", *paragraphs, tail]))

    assert (paragraphs, BARS[bar]) == (texts(article), networks(article))
    assert article.comments.declared in (0, 12, 1200)


def test_it_is_recognised_by_its_chrome():
    assert 0.9 == sniff((SAMPLES / "001-wordpress.txt").read_bytes())
    assert 0.65 == sniff(f"Town\n\nCouncil opens an office\n\n{TEXT}\n\n3 Comments\n".encode())
    assert all(sniff(path.read_bytes()) >= 0.6 for path in SAMPLES.glob("*.txt") if not path.name.startswith("006"))


@pytest.mark.parametrize(
    "other",
    [
        "<!doctype html><p>0 Comments</p><p>Share Tweet Submit Pin</p>",
        '{"text": "0 Comments"}',
        "---\ntitle: T\n---\n\n0 Comments\n\nShare Tweet Submit Pin\n",
        "# T\n\n<div>0 Comments</div>\n\nShare Tweet Submit Pin",
        f"Council opens an office\n\n{TEXT}\n",
        "\0\1\2\3\4\5\6\7",
        "",
    ],
)
def test_other_formats_are_not_taken_for_it(other):
    assert 0.0 == sniff(other.encode())


@pytest.mark.parametrize(
    "line", ["Share", "Tweet", "0 Comments", "Related Posts", OPENING, "a" * 300, "Share Tweet Submit Pin"]
)
def test_the_time_grows_with_the_lines_and_not_faster(line):
    assert_linear(lambda count: f"{line}\n" * count, read, 800)


def test_the_share_bar_of_a_pasted_page_leads_to_its_four_networks():
    article = sample("001-wordpress.txt")
    page = nm.to_html(attrs.evolve(article, canonical_url="https://quayside.example/office"))

    shared = [nm.parse_share_url(html.unescape(url)) for url in re.findall(r'<li class="share-.*?href="(.*?)"', page)]
    assert [(network, "https://quayside.example/office") for network in networks(article)] == [
        link[:2] for link in shared
    ]


def test_more_labels_in_a_row_than_sections_nest_are_no_breadcrumbs():
    def trail(count):
        return nm.parse("Home>" + ">".join(["Ox"] * count) + "\n\nThe bridge opens\n\nIt rained.", "pasted")

    deep, too_deep = trail(60), trail(65)

    assert isinstance(deep.section, nm.Section)
    assert too_deep.section is None
