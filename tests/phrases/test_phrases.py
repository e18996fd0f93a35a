"""Set phrases by themselves: what they are, and above all what they are not."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.phrases.bylines import is_byline, is_name, listed, names_in
from newsmodel.phrases.captions import is_caption
from newsmodel.phrases.counts import comment_count, count_of
from newsmodel.phrases.dates import date_within, is_modification, written_date
from newsmodel.phrases.furniture import is_furniture, is_furniture_around, is_list_heading
from newsmodel.phrases.sharing import labelled, networks_of, share_bar


@pytest.mark.parametrize(
    ("label", "networks"),
    [
        ("Tweet", ("x",)),
        ("TWEET!", ("x",)),
        ("Share on Facebook", ("facebook",)),
        ("Click to share on Reddit (Opens in new window)", ("reddit",)),
        ("Auf WhatsApp teilen", ("whatsapp",)),
        ("Partager sur LinkedIn", ("linkedin",)),
        ("Share", ("facebook", "linkedin")),
        ("Post", ("x", "reddit")),
        ("Share on the quay", ()),
        ("Sharing", ()),
        ("", ()),
    ],
)
def test_a_label_means_its_networks(label, networks):
    assert networks == networks_of(label)


def test_an_ambiguous_label_means_what_the_bar_does_not_have_yet():
    assert "x" == labelled("Post").network
    assert "reddit" == labelled("Post", ("x",)).network
    assert ["facebook", "x", "reddit"] == [each.network for each in share_bar("Share Tweet Post")]


@pytest.mark.parametrize(
    "line", ["Share", "Share this story with a friend", "Tweet Tweet", "Pin it down and share", "a" * 9999]
)
def test_a_line_that_is_no_bar_of_two_networks(line):
    assert () == share_bar(line)


@pytest.mark.parametrize(
    "line",
    [
        "12 people",
        "Commentary",
        "No comment",
        "Comments were closed.",
        "12",
        "A comment on 12 apes",
        "Opiniones",
        "Gedanken",
    ],
)
def test_a_line_that_counts_no_comments(line):
    assert comment_count(line) is None


@pytest.mark.parametrize(("text", "number"), [("12", 12), ("(7)", 7), ("1.2K", 1200), ("4 Kommentare", 4), ("x", None)])
def test_a_number_beside_the_sign_of_comments_counts_them(text, number):
    assert number == (count.number if (count := count_of(text)) else None)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("March 3, 2026", datetime(2026, 3, 3, tzinfo=UTC)),
        ("Published: Tuesday, 3 March 2026", datetime(2026, 3, 3, tzinfo=UTC)),
        ("3. März 2026, 14:05 Uhr", datetime(2026, 3, 3, 14, 5, tzinfo=UTC)),
        ("Stand: 03.03.2026 14:05 Uhr", datetime(2026, 3, 3, 14, 5, tzinfo=UTC)),
        ("Publié le 3 mars 2026 à 14h05", datetime(2026, 3, 3, 14, 5, tzinfo=UTC)),
        ("3 de marzo de 2026", datetime(2026, 3, 3, tzinfo=UTC)),
        ("3 marca 2026", datetime(2026, 3, 3, tzinfo=UTC)),
        ("3 марта 2026 г.", datetime(2026, 3, 3, tzinfo=UTC)),
        ("3 Mart 2026", datetime(2026, 3, 3, tzinfo=UTC)),
        ("2026年3月3日 14:05", datetime(2026, 3, 3, 14, 5, tzinfo=UTC)),
        ("March 3, 2026 2:05 pm GMT", datetime(2026, 3, 3, 14, 5, tzinfo=UTC)),
        ("03/04/2026", None),
        ("31 February 2026", None),
        ("3 Marzipan 2026", None),
        ("On March 3, 2026 the quay was closed", None),
        ("March", None),
        ("a" * 9999, None),
    ],
)
def test_a_date_in_words(line, value):
    assert value == (parsed.value if (parsed := written_date(line)) else None)


def test_a_change_is_told_from_a_publication():
    assert is_modification("Updated: March 3, 2026")
    assert is_modification("Zuletzt aktualisiert am 3. März 2026")
    assert not is_modification("Published March 3, 2026")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe and John Roe", ("Jane Doe", "John Roe")),
        ("By Jane Doe, Reuters", ("Jane Doe",)),
        ("Von Anna von der Au", ("Anna von der Au",)),
        ("By JANE DOE | Staff Writer", ("Jane Doe",)),
        ("By Email the author", ()),
        ("By jane@example.org", ()),
        ("By Jane Doe, Jr.", ("Jane Doe, Jr",)),
    ],
)
def test_the_names_of_a_byline(line, names):
    assert names == names_in(line)


@pytest.mark.parametrize(
    "line", ["By the time he left", "Von der Leyen wins", "Jane Doe", "By", "By 2030", "Di Maio resigns"]
)
def test_a_line_that_is_no_byline(line):
    assert not is_byline(line)


def test_an_agency_is_an_author_where_a_list_says_so_and_no_name_of_a_person():
    assert ("Jane Doe", "Reuters") == listed("Jane Doe, Reuters")
    assert not is_name("Reuters")


@pytest.mark.parametrize(
    "line",
    ["Photo: Jane Doe/Reuters", "A ferry at dawn. (AP Photo/John Roe)", "Image credit: Bo Ek", "A quay. Foto: dpa"],
)
def test_a_line_of_a_picture(line):
    assert is_caption(line)


@pytest.mark.parametrize("line", ["Photo", "The photo shows a quay.", "He took a picture: of the quay", ""])
def test_a_line_that_is_of_no_picture(line):
    assert not is_caption(line)


def test_furniture_is_a_whole_line_and_some_of_it_only_around_the_text():
    assert is_furniture("Inline Feedbacks")
    assert not is_furniture("Inline Feedbacks are a feature of comments")
    assert is_furniture_around("4 min read")
    assert not is_furniture("Share")
    assert is_furniture_around("Share")
    assert is_list_heading("Related Posts:")


@given(st.text(max_size=80))
def test_no_line_makes_a_phrase_raise(line):
    for judge in (
        comment_count,
        count_of,
        written_date,
        names_in,
        is_byline,
        is_caption,
        is_furniture_around,
        share_bar,
    ):
        judge(line)
    labelled(line)


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Berlin, 3. März 2026 | 4 min", "2026-03-03"),
        ("Von Ann Lee, Lille 05.08.2024, 20:59 Uhr", "2024-08-05"),
        ("by Amanda · Dec 20, 2025 at 3:00 am · View all", "2025-12-20"),
        ("입력 2026.01.29 18:40", "2026-01-29"),
        ("jeudi 13 juin 2019, par Ann Lee", "2019-06-13"),
        ("13/11/2025 09:21:40", "2025-11-13"),
        ("11/13/2025", "2025-11-13"),
    ],
)
def test_a_date_in_a_line_that_says_more_is_found(line, date):
    assert date == date_within(line).value.date().isoformat()


@pytest.mark.parametrize("line", ["10 best phones of 2026", "03/04/2026", "Version 1.2026", "May 2026", "x" * 5000, ""])
def test_a_line_without_a_day_of_one_meaning_has_no_date(line):
    assert date_within(line) is None


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("Veröffentlicht von jancak", ("jancak",)),
        ("Interview: Ann Lee", ("Ann Lee",)),
        ("Ann Lee,Joe Wu", ("Ann Lee", "Joe Wu")),
        ("Ann Lee, PhD", ("Ann Lee, PhD",)),
        ("page.head.extra.author", ()),
        ("Written By", ()),
        ("Veröffentlicht am", ()),
    ],
)
def test_the_names_of_a_byline_are_told_from_what_is_set_around_them(byline, names):
    assert names == names_in(byline)
