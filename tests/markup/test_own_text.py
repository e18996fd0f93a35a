"""Our inlines and marks back from their elements, and those that a person put among them."""

import pytest
from hypothesis import given

import newsmodel as nm
from newsmodel.markup import engine
from newsmodel.markup.own import own_reader
from newsmodel.markup.reading import Read
from newsmodel.rendering.html import html
from newsmodel.rendering.html_elements import element
from newsmodel.rendering.html_tags import space
from newsmodel.strategies import texts


def text(markup):
    report = nm.Report()
    found = Read(own_reader, report).text(engine.children(engine.parse_fragment(f"<p>{markup}</p>"))[0])
    return found, report


@given(texts("hostile"))
def test_any_text_comes_back_in_silence(value):
    markup = element("p", space(value), html.render(value))
    report = nm.Report()

    assert value == Read(own_reader, report).text(engine.children(engine.parse_fragment(markup))[0])
    assert nm.Report() == report


CASES = [
    ("<b>a</b>", [nm.Span("a", marks=["strong"])]),
    ("<i>a</i>", [nm.Span("a", marks=["emphasis"])]),
    ("<strong>a</strong>", [nm.Span("a", marks=["strong"])]),
    ("<sup>a</sup>", [nm.Span("a", marks=["superscript"])]),
    ("<span class=small-caps>a</span>", [nm.Span("a", marks=["small-caps"])]),
    ("<span class=mine>a</span>", ["a"]),
    ("<span>a</span>", ["a"]),
    ("<span lang=de>a</span>", [nm.Span("a", marks=[nm.LanguageRun("de")])]),
    (
        "<span class=language-run lang=de dir=rtl>a</span>",
        [nm.Span("a", marks=[nm.LanguageRun("de", direction="rtl")])],
    ),
    ("<a href=/x rel=me>a</a>", [nm.Span("a", marks=[nm.Link("/x", rel="me")])]),
    ("<a data-href='javascript:x'>a</a>", [nm.Span("a", marks=[nm.Link("javascript:x")])]),
    ("<a name=x>a</a>", ["a"]),
    ("<a class=to href=/x>a</a>", ["a"]),
    ("a<br>b", ["a", nm.LineBreak(), "b"]),
    ("<img src=a.png alt=A width=3>", [nm.InlineImage("a.png", alt="A", width=3)]),
    ("<sup class=footnote-reference><a href='#note-n%201'>1</a></sup>", [nm.FootnoteReference("n 1")]),
    ("<font color=red>a</font>", ["a"]),
    ("<code>a</code><kbd>b</kbd>", [nm.Span("a", marks=["code"]), nm.Span("b", marks=["keyboard"])]),
]


@pytest.mark.parametrize(("markup", "expected"), CASES, ids=[markup for markup, _ in CASES])
def test_text_is_read_from(markup, expected):
    assert (nm.Text(expected), nm.Report()) == text(markup)


@pytest.mark.parametrize(
    "markup",
    [
        "<span class=unknown-inline>words</span>",
        "<span class=unknown-inline data-newsmodel='{'>words</span>",
        "<span class=mention data-newsmodel='{\"concept\":5}'>words</span>",
        "<span class=unknown-mark>words</span>",
        "<strong data-newsmodel='{'>words</strong>",
        "<sup class=footnote-reference data-newsmodel='{'>words</sup>",
    ],
)
def test_words_stay_whatever_their_element_lacks(markup):
    found, report = text(f"a {markup} b")

    assert "words" in str(found) or any(isinstance(each, nm.FootnoteReference) for each in found)
    assert report.clean


@pytest.mark.parametrize("markup", ["<span class=unknown-inline>x</span>", "<em data-newsmodel='['>x</em>"])
def test_what_an_element_lacks_is_noticed(markup):
    assert 1 == len(text(markup)[1].diagnostics)
