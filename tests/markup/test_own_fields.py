"""What the tag of one of our elements says: its attribute, read whole or not at all; words, moments, URLs."""

from datetime import UTC, datetime

import pytest
from hypothesis import given

import newsmodel as nm
from newsmodel.markup import engine
from newsmodel.markup.own import own_reader
from newsmodel.markup.own_fields import block, build, classes, data, fields, moment, string, url_of
from newsmodel.markup.reading import Read
from newsmodel.rendering import html_elements as elements
from newsmodel.rendering.html import html
from newsmodel.rendering.html_tags import attributes
from newsmodel.rendering.renderer import Out
from newsmodel.strategies import nodes


def element(markup):
    return engine.children(engine.parse_fragment(markup))[0]


def reading():
    return Read(own_reader, nm.Report())


@given(nodes(nm.Paragraph, "hostile"))
def test_the_tag_says_what_it_was_written_from(node):
    read = reading()
    found = fields(
        element(elements.element("p", attributes(node, Out(html, nm.Report(), {})), "x")), read, nm.Paragraph
    )

    assert node == nm.Paragraph(node.text, **{name: value for name, value in found.items() if value is not None})
    assert nm.Report() == read.report


@pytest.mark.parametrize(
    "value", ["{", "[]", "null", '{"role":1}', '{"rolle":"x"}', "[" * 100_000, '{"role":"\\ud800"}', "", "NaN"]
)
def test_an_attribute_that_cannot_be_read_gives_nothing_and_a_diagnostic(value):
    read = reading()
    found = data(element(f"<p data-newsmodel='{value}'>x</p>"), read, nm.Paragraph)

    assert {} == found
    assert [("attribute-unreadable", "line 1")] == [(each.code, each.source) for each in read.report.diagnostics]


def test_without_an_attribute_there_is_nothing_to_say():
    read = reading()

    assert {} == data(element("<p>x</p>"), read, nm.Paragraph)
    assert nm.Report() == read.report


def test_a_value_that_does_not_fit_costs_the_attribute_and_no_more():
    read = reading()
    node = element('<h2 data-newsmodel=\'{"level":9,"role":"x"}\'>x</h2>')
    values = {"text": "x", "anchor": "a"} | fields(node, read, nm.Heading)

    assert nm.Heading("x", anchor="a") == build(nm.Heading, values, read, node)
    assert ["attribute-unreadable"] == [each.code for each in read.report.diagnostics]


def test_what_cannot_be_made_at_all_is_none_or_walked_through():
    for make, expected in ((build, None), (block, NotImplemented)):
        read = reading()
        assert expected is make(nm.Heading, {"level": 9}, read, element("<h2>x</h2>"))
        assert ["element-unreadable"] == [each.code for each in read.report.diagnostics]


def test_words_collapse_unless_they_are_marked():
    assert "a b" == string(element("<p> a  b </p>"), reading())
    assert " a  b " == string(element('<p data-space="preserve"> a  b </p>'), reading())


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ('<time datetime="2026-05-03T08:00:00Z">', datetime(2026, 5, 3, 8, tzinfo=UTC)),
        ('<time datetime="yesterday">', None),
        ("<time>", None),
    ],
)
def test_a_moment_is_that_of_the_attribute(markup, expected):
    assert expected == moment(element(markup))


@pytest.mark.parametrize(
    ("markup", "name", "expected"),
    [
        ("<a href=/x>", "href", "/x"),
        ("<a data-href=javascript:x>", "href", "javascript:x"),
        ("<a data-href=javascript:x href=/y>", "href", "javascript:x"),
        ("<a>", "href", None),
        ('<img src="data:,">', "src", ""),
        ('<img src="data:," data-src=vbscript:x>', "src", "vbscript:x"),
        ('<a href="data:,">', "href", "data:,"),
    ],
)
def test_a_url_is_what_it_was_before_it_was_made_inert(markup, name, expected):
    assert expected == url_of(element(markup), name)


def test_classes_are_words():
    assert ["a", "b"] == classes(element('<p class=" a  b ">'))
    assert [] == classes(element("<p>"))
