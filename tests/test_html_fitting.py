"""Bodies as fragments of HTML: what they carry comes back exactly."""

import pytest
from hypothesis import given

import newsmodel as nm
from newsmodel.fitting import Fitter
from newsmodel.html_fitting import (
    FRAGMENT,
    FRAGMENT_FINISH,
    fragment,
    read_fragment,
    read_words,
    settle,
    settle_body,
)
from newsmodel.report import Report
from newsmodel.strategies import articles
from newsmodel.testing import shared_pool

FIT = Fitter(
    {**FRAGMENT, nm.Article: lambda node, place: place.keep(node, "body")},
    {**FRAGMENT_FINISH, nm.Article: settle_body},
)


def fitted(*body):
    return FIT(nm.Article(body=body), Report()).body


def read(markup, **options):
    return read_fragment(markup, Report(), **options)


@given(articles("typical"))
def test_what_the_rules_leave_is_read_back_and_settled(article):
    body = FIT(article, Report()).body

    assert body == read(fragment(body))
    assert body == FIT(nm.Article(body=body), Report()).body


def test_no_fragment_has_an_attribute_of_ours():
    assert [] == [a for a in shared_pool().articles if "data-newsmodel" in fragment(fitted(*a.body))]


@pytest.mark.parametrize(
    "body",
    [
        nm.Paragraph("Plain words."),
        nm.Paragraph(["One ", nm.Span("bold", marks=["strong"]), nm.LineBreak(), "two"]),
        nm.Paragraph([nm.Span("here", marks=[nm.Link("https://example.org/", rel="nofollow")])]),
        nm.Heading("A heading", level=3),
        nm.Quote(["Words"], attribution="Somebody"),
        nm.List(["one", "two"], ordered=True, start=3),
        nm.List([nm.ListItem(["one", "more"])], tight=False),
        nm.Code("if a:\n    b", programming_language="python"),
        nm.Table([nm.Row(["a", "b"])]),
    ],
)
def test_an_ordinary_block_is_carried_as_it_is(body):
    assert (body,) == fitted(body)


def test_a_link_that_runs_a_script_is_no_link():
    report = Report()
    body = [nm.Paragraph([nm.Span("click", marks=[nm.Link("javascript:alert(1)")])])]

    assert (nm.Paragraph("click"),) == FIT(nm.Article(body=body), report).body
    assert ["link"] == [loss.code for loss in report.losses]


def test_a_relative_link_is_joined_to_the_page():
    assert (
        "https://news.example/b"
        == read('<a href="/b">x</a>', url="https://news.example/a")[0].text.spans[0].marks[0].url
    )


def test_scripts_and_handlers_do_not_come_in():
    assert "<p>words</p>" == fragment(read('<p onclick="x()">words<script>x()</script></p>'))


def test_an_empty_paragraph_is_not_carried():
    assert () == settle((nm.Paragraph(""),))


def test_the_words_of_a_fragment_stand_on_one_line():
    assert "Fish & chips \ufffd" == read_words("<p>Fish\n  <b>&amp; chips</b> &#1;<script>no()</script>")
    assert "" == read_words("")
