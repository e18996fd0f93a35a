"""Markdown: the fit law, the record in front matter, and what strangers write."""

import contextlib
from datetime import UTC, datetime, timedelta, timezone
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.law import law_of_fit
from tests.linear import assert_linear

import newsmodel as nm
from newsmodel.formats.markdown import FORMAT, sniff
from newsmodel.strategies import articles, blocks, texts

SAMPLES = Path(__file__).resolve().parent.parent / "samples" / "markdown"

FRAGMENTS = st.lists(
    st.sampled_from(
        [
            *(
                "*",
                "**",
                "_",
                "~~",
                "`",
                "```\n",
                "[",
                "](",
                ")",
                "![",
                "<",
                ">",
                "<u>",
                "</u>",
                "<b",
                "&amp;",
                "&#10;",
            ),
            *(
                "\\",
                "\n",
                "\n\n",
                "  \n",
                "# ",
                "- ",
                "* ",
                "1. ",
                "> ",
                "    ",
                "\t",
                "---\n",
                "===\n",
                "| a |",
                "|---|",
            ),
            *(
                "[^1]",
                "[^1]: ",
                "[ ] ",
                "<br>",
                "<div>\n",
                "<!-- ",
                "-->",
                "<a href='x'>",
                "word",
                " ",
                "é",
                "‘",
                "+++\n",
            ),
        ]
    ),
    max_size=40,
).map("".join)


law = partial(law_of_fit, FORMAT)


@given(st.sampled_from(["small", "typical"]).flatmap(articles))
def test_an_article_reads_back_as_it_was_fitted(article):
    law(article)


@given(st.sampled_from(["typical", "hostile"]).flatmap(texts), st.integers(1, 6))
def test_any_text_reads_back_in_a_paragraph_a_heading_a_cell_and_a_list(text, level):
    table = nm.Table([nm.Row([nm.Cell([nm.Paragraph(text)]), nm.Cell("x")])])
    law(
        nm.Article(
            body=[
                nm.Paragraph(text),
                nm.Heading(text, level=level),
                table,
                nm.List([nm.ListItem([nm.Paragraph(text)])]),
            ]
        )
    )


@given(st.lists(blocks("typical"), max_size=4))
def test_any_blocks_read_back_side_by_side(body):
    law(nm.Article(body=body))


@given(FRAGMENTS)
def test_what_strangers_write_is_read_and_survives(source):
    try:
        article = FORMAT.read(source)
    except nm.FormatError:
        return
    law(article)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data):
    with contextlib.suppress(nm.FormatError):
        assert isinstance(FORMAT.read(data), nm.Article)


def test_the_record_is_front_matter_under_the_names_that_people_expect():
    article = nm.Article(
        "Harbour reopens",
        standfirst="After a year.",
        summary="Ferries sail again.",
        credits=[nm.Credit(nm.Person("Ann Lee", url="https://example.org/ann")), "Joe Wu"],
        section=nm.Section("Local", "/local", nm.Section("News")),
        concepts=["ferry", "harbour"],
        dates=nm.Dates(
            published=datetime(2026, 3, 5, 14, 7, tzinfo=timezone(timedelta(hours=1))),
            modified=datetime(2026, 3, 6, tzinfo=UTC),
        ),
        lead_media=nm.Image("https://example.org/a.jpg", alt="A ferry", credit="Ann Lee"),
        status="draft",
        body=["The ferries sail again."],
    )

    assert """---
title: "Harbour reopens"
subtitle: "After a year."
description: "Ferries sail again."
authors:
  - name: "Ann Lee"
    url: "https://example.org/ann"
  - "Joe Wu"
date: 2026-03-05T14:07:00+01:00
lastmod: 2026-03-06T00:00:00Z
section:
  name: "Local"
  url: "/local"
  parent: "News"
tags: ["ferry", "harbour"]
image:
  url: "https://example.org/a.jpg"
  alt: "A ferry"
  credit: "Ann Lee"
draft: true
---

The ferries sail again.
""" == nm.render(article, "markdown")
    law(article)


def test_unknown_keys_of_the_front_matter_come_back():
    source = '---\ntitle: "A"\nlayout: "post"\nweight: 3\nnested:\n  - {"a": [1, 2.5, null, true]}\n---\n'
    article = FORMAT.read(source)

    assert {"layout": "post", "weight": 3, "nested": [{"a": [1, 2.5, None, True]}]} == nm.to_data(article)["extra"][
        "markdown"
    ]
    law(article)


KEYS = st.sampled_from(
    ["layout", "weight", "", "no", "Title", "date", "by", "_lang", "tags", "newsmodel", "a: b", "<<"]
)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from(["", "a", "true", "1", "2026-01-02", "<b>", "[a](b)"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(KEYS, inner, max_size=2),
    max_leaves=6,
)


@given(
    st.fixed_dictionaries(
        {}, optional={"markdown": st.dictionaries(KEYS, VALUES, max_size=4) | VALUES, "newsmodel": VALUES}
    )
)
def test_keys_of_a_sites_own_come_back_or_are_reported(extra):
    law(nm.Article("A", body=["b"], extra=extra))


@pytest.mark.parametrize(
    "extra", [{"markdown": {}}, {"newsmodel": {"a": 1}}, {"markdown": {"title": "B"}}, {"markdown": {}, "acme": 1}]
)
def test_an_extra_that_front_matter_cannot_hold_is_dropped_and_reported(extra):
    article = nm.Article("A", extra=extra)

    assert ["article.extra"] == [loss.code for loss in nm.losses(article, "markdown").losses]
    law(article)


@given(st.lists(st.sampled_from(["a b", "a-b", "A-B", "é", "ü", "note", "note-2", "1", " "]), max_size=5, unique=True))
def test_footnotes_keep_their_references_whatever_their_ids(ids):
    body = [nm.Paragraph(["a", nm.FootnoteReference(each)]) for each in ids]
    article = nm.Article(body=body, notes=[nm.Footnote([f"note {each}"], id=each) for each in ids])
    fitted = FORMAT.fitted(article, nm.Report())

    law(article)
    assert [note.id for note in fitted.notes] == [reference.note for reference in nm.walk(fitted, nm.FootnoteReference)]


@given(
    st.lists(st.sampled_from(["small", "typical"]).flatmap(articles), max_size=2), st.sampled_from(["", "a\nb", "<b>"])
)
def test_a_feed_becomes_one_article_and_the_report_says_so(given_articles, title):
    feed, report, again = nm.Feed(title, articles=given_articles), nm.Report(), nm.Report()
    fitted = FORMAT.fitted(feed, report)

    assert ("feed", "flattened") in [(loss.code, loss.effect) for loss in report.losses]
    assert FORMAT.read(FORMAT.write(feed)) == fitted == FORMAT.fitted(fitted, again)
    assert again.clean


# Characters that a reference, an escape of YAML or one of TOML can name, and no text may hold.
FOREIGN = ("&#1;", "&#0;", "&#xD800;", "&#x110000;", "&#13;", "&#xFFFE;", "&#31;", "&#99999999999;")


@pytest.mark.parametrize("foreign", FOREIGN)
@pytest.mark.parametrize(
    "source",
    [
        *("a {} b", "# {}", "[{}](/{} '{}')", "![{}](/{} '{}')", "`{}`", "``` {}\n{}\n```", "| {} |\n|-|\n| {} |"),
        *("<a href='{}' title='{}'>a</a>", "<img src='{}' alt='{}'>", "[a]\n\n[a]: /{} '{}'", "a[^b]\n\n[^b]: {}"),
        *("> a\n>\n> — {}", "![](a)\n*{}*\n<small>{}</small>", "<http://a.example/{}>", "<div>{}</div>"),
        *("<pre><code>{}</code></pre>", "---\ntitle: '{}'\n'{}': '{}'\n---\n"),
    ],
)
def test_a_reference_to_a_character_that_no_text_may_hold_is_replaced(source, foreign):
    article = FORMAT.read(source.replace("{}", foreign))

    law(FORMAT.fitted(article, nm.Report()))


def test_a_replaced_character_is_said():
    report = nm.Report()
    article = FORMAT.read("a&#1;b [c](/d&#2; 'e&#3;')\n", report)

    assert "a\ufffdb c" == nm.plain_text(article)
    assert [nm.Link("/d\ufffd", title="e\ufffd")] == list(nm.walk(article, nm.Link))
    assert {"characters-replaced"} == {diagnostic.code for diagnostic in report.diagnostics}


@pytest.mark.parametrize("source", ['---\n"\\x01": "\\ud800"\n---\n', '+++\n"\\u0001" = "\\u0000"\n+++\n'])
def test_a_replaced_character_of_front_matter_is_said(source):
    report = nm.Report()

    assert {"\ufffd": "\ufffd"} == nm.to_data(FORMAT.read(source, report))["extra"]["markdown"]
    assert ["characters-replaced"] * 2 == [diagnostic.code for diagnostic in report.diagnostics]


VALUES_OF_FRONT_MATTER = (
    *('"\\x01"', '"\\ud800"', '"\\0"', "''", "~", "true", "0", "-1", "1.5", "1e400", ".nan", "9" * 30, "2024-13-45"),
    *("0001-01-01T00:00:00+23:59", "2024-01-05T00:00:00+25:00", "[]", "{}", "[[]]", "[{}]", "[a, [b]]", "{name: [a]}"),
    *(
        "{name: a, relevance: x}",
        "{name: a, primary: 5}",
        "{copyright_year: x}",
        "{name: a, type: [x]}",
        "!!binary aGk=",
    ),
    *(
        "{name: a, role: [x]}",
        "{name: a, parent: {name: b, parent: c}}",
        "&a [*a]",
        "|\n  a\n  b",
        '{"\\x01": {"a": ~}}',
    ),
)


@pytest.mark.parametrize("value", VALUES_OF_FRONT_MATTER)
def test_no_value_of_front_matter_is_more_than_an_error_of_the_format(value):
    for key in (
        "title",
        "date",
        "by",
        "authors",
        "section",
        "sections",
        "tags",
        "concepts",
        "image",
        "rights",
        "access",
    ):
        for name in (
            key,
            "draft",
            "urgency",
            "dir",
            "lang",
            "kind",
            "status",
            "dateline",
            "publisher",
            "kicker",
            "other",
        ):
            with contextlib.suppress(nm.FormatError):
                law(FORMAT.fitted(FORMAT.read(f"---\n{key}: {value}\n{name}: {value}\n---\na"), nm.Report()))


def test_a_heading_of_level_1_on_top_is_the_headline():
    article = FORMAT.read("# The *harbour*\n\nText.\n")

    assert ("The harbour", [nm.Paragraph("Text.")]) == (str(article.headline), list(article.body))


def test_an_article_without_headline_keeps_its_first_heading():
    law(nm.Article(body=[nm.Heading("Not the headline", level=1)]))


@pytest.mark.parametrize(
    ("source", "authors"),
    [
        ("author: Ann", ["Ann"]),
        ("authors: [Ann, Joe]", ["Ann", "Joe"]),
        ("author:\n  name: Ann\n  url: /ann", ["Ann"]),
        ("by: 'Ann'", ["Ann"]),
    ],
)
def test_authors_are_read_in_every_usual_form(source, authors):
    assert authors == [author.name for author in FORMAT.read(f"---\n{source}\n---\n").authors]


def test_a_date_without_a_zone_says_so():
    report = nm.Report()
    article = FORMAT.read("---\ndate: 2024-01-05\n---\n", report)

    assert datetime(2024, 1, 5, tzinfo=UTC) == article.published
    assert ["date-incomplete"] == [diagnostic.code for diagnostic in report.diagnostics]


@pytest.mark.parametrize(
    "line", ["urgency: 12", "dir: sideways", "date: soon", "title: [a]", "draft: perhaps", "section: {url: /x}"]
)
def test_a_value_that_its_field_cannot_hold_is_dropped_and_reported(line):
    report = nm.Report()
    FORMAT.read(f"---\n{line}\n---\n", report)

    assert [f"front-matter.{line.partition(':')[0]}"] == [loss.code for loss in report.losses]


def test_comments_are_dropped_and_reported():
    thread = nm.CommentThread([nm.Comment(id="1", body=["First!"])])

    assert ["article.comments"] == [
        loss.code for loss in nm.losses(nm.Article("A", comments=thread), "markdown").losses
    ]


def test_internal_notes_are_redacted():
    article = nm.Article(
        "A", internal=nm.Internal(editor_note="hold"), credits=[nm.Person("Ann", email="a@example.org")]
    )

    assert {"redacted"} == {loss.effect for loss in nm.losses(article, "markdown").losses}
    assert "hold" not in nm.render(article, "markdown")


@pytest.mark.parametrize("url", ["javascript:alert(1)", " JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x"])
def test_a_link_that_runs_code_is_written_without_its_address(url):
    article = nm.Article(
        body=[nm.Paragraph([nm.Span("click", marks=[nm.Link(url)])]), nm.Figure(nm.Image(url, alt="x"))]
    )

    assert "click\n" == nm.render(article, "markdown")


@pytest.mark.parametrize("code", ["<b>", "<a>\n\n</a>\n", "\n<a>", "<a>\n  \n\tb", "[a]: b", "{a=b}\n", "&#60;<"])
def test_code_that_holds_markup_is_an_element_and_read_back_as_code(code):
    article = nm.Article(
        body=[
            nm.Code(code, programming_language="html"),
            nm.Quote([nm.Code(code)]),
            nm.List([nm.ListItem(["a", nm.Code(code)]), nm.ListItem([nm.Code(code), nm.Code("a")])]),
        ]
    )

    assert 4 == nm.render(article, "markdown").count("<pre>")
    law(article)


def test_raw_html_is_written_only_if_the_caller_asks():
    article = FORMAT.read("<div>\nA\n</div>\n\nText.\n")

    assert nm.RawBlock("html", "<div>\nA\n</div>") == article.body[0]
    assert "Text.\n" == nm.render(article, "markdown")
    assert article == FORMAT.read(nm.render(article, "markdown", raw=True))


@pytest.mark.parametrize("content", ["<script>alert(1)</script>", "<div>\n\nA</div>", "text", "<b>x</b>", ""])
def test_raw_html_that_would_not_read_back_is_dropped(content):
    report = nm.Report()

    assert b"" == FORMAT.write(nm.Article(body=[nm.RawBlock("html", content)]), report, raw=True)
    assert ["raw-block"] == [loss.code for loss in report.losses]


@pytest.mark.parametrize(
    "node",
    [
        nm.Gallery([nm.Image("a.png", caption="One"), nm.Image("b.png")], title="Two"),
        nm.Comment(id="1", body=["Two words"]),
        nm.Feed("Front", articles=[nm.Article("One", body=["Two"])]),
        nm.CommentThread([nm.Comment(id="1", body=["Two words"])]),
        nm.Image("a.png", alt="Two words"),
        nm.Person("Two Words"),
        nm.Span("Two words"),
    ],
)
def test_any_node_renders(node):
    assert "Two" in nm.render(node, "markdown")


@pytest.mark.parametrize("depth", [1, 63, 64])
def test_containers_nest_to_the_bound(depth):
    quote, items = nm.Quote(["deep"]), nm.List([nm.ListItem(["deep"])])
    for _ in range(depth - 1):
        quote, items = nm.Quote([quote]), nm.List([nm.ListItem([items])])

    law(nm.Article(body=[quote, items]))


@pytest.mark.parametrize(("unit", "depth"), [(">", 100_000), ("- ", 100_000), ("1. ", 50_000)])
def test_deeper_nesting_is_flattened_in_linear_time(unit, depth):
    def flattened(source):
        report = nm.Report()
        article = FORMAT.read(source, report)
        assert "deep" == nm.plain_text(article)
        assert ["container.nesting"] == [loss.code for loss in report.losses]

    assert_linear(lambda count: unit * count + " deep", flattened, depth // 4)


@pytest.mark.parametrize(
    "unit", ["*a ", "[", "![", "`", "``a", "<a ", "[a](<b", "&#", "**a _b", "| a ", "[^1]: ", "~~a", "\\", "\n> - "]
)
def test_a_long_text_of_one_thing_is_read_and_written_in_linear_time(unit):
    assert_linear(lambda count: unit * count, lambda source: FORMAT.write(FORMAT.read(source)), 5_000)


def test_a_table_that_would_be_mostly_padding_is_flattened():
    wide = nm.Row([f"c{number}" for number in range(500)])
    table = nm.Table([wide, *(nm.Row(["x"]) for _ in range(500))])
    report = nm.Report()
    FORMAT.fitted(table, report)

    assert ["table"] == [loss.code for loss in report.losses if loss.effect == "flattened"]


def test_a_table_of_an_empty_head_is_dropped():
    table = nm.Table([], head=[nm.Row([nm.Cell(), nm.Cell()])])

    assert ["table"] == [loss.code for loss in nm.losses(nm.Article(body=[table]), "markdown").losses]
    law(nm.Article(body=[nm.Quote([table])]))


def test_relative_links_are_joined_to_the_address():
    article = nm.parse("[a](/b) ![c](d.png)", "markdown", url="https://example.org/x/")

    assert {"https://example.org/b"} == {link.url for link in nm.walk(article, nm.Link)}
    assert {"https://example.org/x/d.png"} == {image.url for image in nm.walk(article, nm.InlineImage)}


def test_no_package_is_needed_for_writing(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pyromark", None)
    monkeypatch.setitem(__import__("sys").modules, "yaml", None)

    assert nm.render(nm.Article("A", body=["b"]), "markdown").endswith("b\n")
    with pytest.raises(nm.MissingExtraError, match=r"pip install 'newsmodel-core\[markdown\]'"):
        FORMAT.read("# A")


@pytest.mark.parametrize(
    ("head", "least"), [(b"---\ntitle: A\n---\n", 0.8), (b"# A\n\n- b\n- [c](d)\n", 0.4), (b"Words only.", 0.0)]
)
def test_it_is_recognised_by_its_marks(head, least):
    assert least <= sniff(head) <= 1.0


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.md")), ids=lambda path: path.stem)
def test_a_sample_is_read_as_its_golden_file_says(path):
    article = FORMAT.read(path.read_bytes())

    assert nm.from_json(path.with_suffix(".json").read_text("utf-8")) == article
    law(FORMAT.fitted(article, nm.Report()))


def test_there_are_samples():
    assert list(SAMPLES.glob("*.md"))
