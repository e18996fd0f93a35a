"""Markdown text as blocks."""

import pytest

import newsmodel as nm
from newsmodel.markup.markdown import read_markdown, split_attribution


def body(source: str) -> list[nm.Block]:
    report = nm.Report()
    found = read_markdown(source, report)

    assert [] == report.losses
    return list(found.body)


def marked(text: str, *marks: str) -> nm.Span:
    return nm.Span(text, marks=list(marks))


@pytest.mark.parametrize(
    ("source", "inlines"),
    [
        ("a\nb", ["a b"]),
        ("a  \nb", ["a", nm.LineBreak(), "b"]),
        ("***a***", [marked("a", "emphasis", "strong")]),
        ("~~a~~", [marked("a", "strikethrough")]),
        ("<b>a <i>b</i></b>", [marked("a ", "strong"), marked("b", "strong", "emphasis")]),
        (
            "*a <u>b* c</u> d",
            [marked("a ", "emphasis"), marked("b", "emphasis", "underline"), marked(" c", "underline"), " d"],
        ),
        ("<a href='/x?a=1&amp;b' title=T>a</a>", [nm.Span("a", marks=[nm.Link("/x?a=1&b", title="T")])]),
        ("[<a href='/y'>a</a>](/x)", [nm.Span("a", marks=[nm.Link("/x")])]),
        ("<me@example.org>", [nm.Span("me@example.org", marks=[nm.Link("mailto:me@example.org")])]),
        ("a<br/>b", ["a", nm.LineBreak(), "b"]),
        ("a ![b *c*](d)", ["a ", nm.InlineImage("d", alt="b c")]),
        ("a <img src=d alt='b'>", ["a ", nm.InlineImage("d", alt="b")]),
        ("a <!-- b --> c", ["a  c"]),
        ("<small>a</small>", ["a"]),
        ("&copy; &#10;", ["© \n"]),
    ],
)
def test_inline_markup_becomes_marks(source, inlines):
    assert [nm.Paragraph(inlines)] == body(source)


@pytest.mark.parametrize(
    ("source", "block"),
    [
        ("![a](b)", nm.Figure(nm.Image("b", alt="a"))),
        ("[![a](b)](c)", nm.Figure(nm.Image("b", alt="a"), link="c")),
        ("![a](b)\n*c **d***", nm.Figure(nm.Image("b", alt="a", caption=["c ", marked("d", "strong")]))),
        ("![](b)\n<small>c</small>", nm.Figure(nm.Image("b", credit="c"))),
        ("![](b)\n_c_\n<small>d</small>", nm.Figure(nm.Image("b", caption="c", credit="d"))),
        ("![](b)\nc", nm.Paragraph([nm.InlineImage("b"), " c"])),
        ("![](b) *c*", nm.Paragraph([nm.InlineImage("b"), " ", marked("c", "emphasis")])),
        ("*![](b)*", nm.Paragraph([nm.InlineImage("b", marks=["emphasis"])])),
    ],
)
def test_a_picture_alone_is_a_figure_with_the_lines_below_it(source, block):
    assert [block] == body(source)


@pytest.mark.parametrize(
    ("source", "block"),
    [
        ("- a\n- b", nm.List(["a", "b"])),
        ("- a\n\n- b", nm.List(["a", "b"], tight=False)),
        ("3) a", nm.List(["a"], ordered=True, start=3)),
        ("- [x] a\n- b", nm.List([nm.ListItem(["a"], checked=True), "b"])),
        ("- ```\n  a\n  ```", nm.List([nm.ListItem([nm.Code("a")])])),
        ("-", nm.List([nm.ListItem()])),
        ("    a\n\n    b", nm.Code("a\n\nb")),
        ("```py x\n```", nm.Code("", programming_language="py")),
        ("<div>\n*a*\n</div>", nm.RawBlock("html", "<div>\n*a*\n</div>")),
        ("> a\n>\n> — b", nm.Quote(["a"], attribution="b")),
        ("> — b", nm.Quote(["— b"])),
        (
            "|a|\n|:-:|\n|b|",
            nm.Table(
                [nm.Row([nm.Cell("b", alignment="center")])],
                head=[nm.Row([nm.Cell("a", header=True, alignment="center")])],
            ),
        ),
        ("||\n|-|\n|b|", nm.Table([nm.Row(["b"])])),
    ],
)
def test_blocks_are_read(source, block):
    assert [block] == body(source)


def test_footnotes_are_found_whatever_their_case():
    found = read_markdown("a[^N]\n\n[^n]: b\n    c", nm.Report())

    assert (nm.Footnote(["b c"], id="n"),) == found.notes
    assert [nm.Paragraph(["a", nm.FootnoteReference("n")])] == list(found.body)


def test_a_second_footnote_of_a_label_is_dropped_and_reported():
    report = nm.Report()
    found = read_markdown("a[^n]\n\n[^n]: b\n\n[^n]: c", report)

    assert 1 == len(found.notes)
    assert ["footnote.id"] == [loss.code for loss in report.losses]


def test_only_the_last_paragraph_of_several_is_an_attribution():
    said = (nm.Paragraph("a"), nm.Paragraph("— b"))

    assert ((nm.Paragraph("a"),), nm.Text("b")) == split_attribution(said)
    assert (said[1:], None) == split_attribution(said[1:])
    assert ((*said, nm.Divider()), None) == split_attribution((*said, nm.Divider()))
