"""Rich text in HTML: marks as elements, opened once, closed in order; inlines; unsafe links inert."""

import pytest
from hypothesis import given

import newsmodel as nm
from newsmodel.markup import engine
from newsmodel.rendering.html import html
from newsmodel.rendering.html_text import holds_link
from newsmodel.strategies import texts


def read_back(text):
    article = nm.Article("x", body=[nm.Paragraph(text)])
    return nm.from_html(nm.to_html(article)).body[0].text


STYLES = {
    "strong": "<strong>x</strong>",
    "emphasis": "<em>x</em>",
    "underline": "<u>x</u>",
    "strikethrough": "<s>x</s>",
    "subscript": "<sub>x</sub>",
    "superscript": "<sup>x</sup>",
    "code": "<code>x</code>",
    "highlight": "<mark>x</mark>",
    "small-caps": '<span class="small-caps">x</span>',
    "quotation": "<q>x</q>",
    "insertion": "<ins>x</ins>",
    "deletion": "<del>x</del>",
    "keyboard": "<kbd>x</kbd>",
}

CASES = [
    *((nm.Span("x", marks=[name]), markup) for name, markup in STYLES.items()),
    (nm.Span("a < b & c"), "a &lt; b &amp; c"),
    (nm.Span("x", marks=[nm.Link("/a?b&c", title="T")]), '<a href="/a?b&amp;c" title="T">x</a>'),
    (nm.Span("x", marks=[nm.Link("javascript:y")]), '<a data-href="javascript:y">x</a>'),
    (nm.Span("x", marks=[nm.LanguageRun("de")]), '<span class="language-run" lang="de">x</span>'),
    (nm.LineBreak(), "<br>"),
    (nm.InlineImage("a.png", alt="A", width=3), '<img src="a.png" alt="A" width="3">'),
    (nm.InlineImage("javascript:y", alt=""), '<img src="data:," data-src="javascript:y" alt="">'),
    (
        nm.FootnoteReference("n1"),
        '<sup class="footnote-reference"><a href="#note-n1" role="doc-noteref">*</a></sup>',
    ),
    (
        nm.UnknownInline("cms", "stock", text="ACME <1>"),
        '<span class="unknown-inline" data-newsmodel="{&quot;format&quot;:&quot;cms&quot;,&quot;name&quot;:'
        '&quot;stock&quot;}">ACME &lt;1&gt;</span>',
    ),
]


@pytest.mark.parametrize(("inline", "markup"), CASES, ids=[markup for _, markup in CASES])
def test_an_inline_is_written_as(inline, markup):
    assert markup == html.render(nm.Text([inline]))


def test_there_is_a_case_for_every_style():
    from typing import get_args

    from newsmodel.model.text import StyleName

    assert set(get_args(StyleName)) == STYLES.keys()


def test_neighbours_share_their_elements_from_the_outside_in():
    text = nm.Text(
        [nm.Span("a", marks=["strong"]), nm.Span("b", marks=["strong", "emphasis"]), nm.Span("c", marks=["emphasis"])]
    )

    assert "<strong>a<em>b</em></strong><em>c</em>" == html.render(text)
    assert text == read_back(text)


def test_equal_links_side_by_side_stay_two():
    text = nm.Text(["a", nm.Span("b", marks=[nm.Link("/x", key="1")]), nm.Span("c", marks=[nm.Link("/x", key="2")])])

    assert 2 == html.render(text).count("<a ")
    assert text == read_back(text)


@given(texts("hostile"))
def test_elements_nest_and_close(text):
    root = engine.parse_fragment(f"<p>{html.render(text)}</p><hr>")

    assert ["p", "hr"] == [engine.tag(child) for child in engine.children(root)]


def test_text_that_holds_a_link_or_a_number_of_a_note_is_told_from_others():
    assert holds_link(nm.Text([nm.Span("x", marks=[nm.Link("/")])]))
    assert holds_link(nm.Text([nm.FootnoteReference("n")]))
    assert not holds_link(nm.Text([nm.Span("x", marks=["strong"]), nm.LineBreak()]))


def test_a_number_of_a_note_leads_to_it():
    article = nm.Article("x", body=[nm.Paragraph(["a", nm.FootnoteReference("b c")])], notes=[nm.Footnote(id="b c")])
    page = nm.to_html(article)

    assert '<a href="#note-b%20c" role="doc-noteref">1</a>' in page
    assert '<li id="note-b%20c">' in page
    assert article == nm.from_html(page)
