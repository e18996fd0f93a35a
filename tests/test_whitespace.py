"""White space as HTML collapses it, and where collapsing would change a text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.linear import assert_linear

import newsmodel as nm
from newsmodel.strategies import texts
from newsmodel.whitespace import collapse, collapse_inlines, collapse_string, collapses

PICTURE = nm.InlineImage("a.png")

CASES = [
    ("a", "a"),
    ("  a  b\n\tc ", "a b c"),
    ("a\u00a0 \u00a0b", "a\u00a0 \u00a0b"),
    ("\u3000a\u2003", "\u3000a\u2003"),
    (" ", ""),
    ("", ""),
    (["a ", nm.Span(" b", marks=["strong"])], ["a ", nm.Span("b", marks=["strong"])]),
    (["a", nm.Span(" ", marks=["strong"]), " b"], ["a", nm.Span(" ", marks=["strong"]), "b"]),
    ([nm.Span("a ", marks=["strong"])], [nm.Span("a", marks=["strong"])]),
    ([nm.Span("a", marks=["strong"]), " "], [nm.Span("a", marks=["strong"])]),
    (["a ", nm.LineBreak(), " b"], ["a", nm.LineBreak(), "b"]),
    (["a ", PICTURE, " b"], ["a ", PICTURE, " b"]),
    ([" ", PICTURE, " "], [PICTURE]),
    (["a ", nm.LineBreak(), " ", nm.LineBreak(), "b"], ["a", nm.LineBreak(), nm.LineBreak(), "b"]),
    ([nm.Span("", id="x"), " a"], [nm.Span("", id="x"), "a"]),
]


@pytest.mark.parametrize(("given_text", "expected"), CASES, ids=[repr(given_text) for given_text, _ in CASES])
def test_a_text_collapses_to(given_text, expected):
    text = nm.Text(given_text)

    assert nm.Text(expected) == collapse(text)
    assert collapses(text) == (text != nm.Text(expected))


@given(texts("hostile"))
def test_collapsing_settles_and_says_where_it_changes_something(text):
    once = collapse(text)

    assert once == collapse(once)
    assert not collapses(once)
    assert collapses(text) == (once != text)


@given(texts("hostile"))
def test_collapsing_only_takes_space(text):
    def letters(value):
        return re.sub(r"[ \t\n\f\r]", "", "".join(span.plain for span in value if isinstance(span, nm.Span)))

    assert letters(text) == letters(collapse(text))


@given(st.text(" \t\n\f\ra\u00a0"))
def test_a_string_collapses_as_its_text_does(value):
    clean = value.replace("\f", " ").replace("\r", " ")

    assert collapse_string(value) == str(collapse(nm.Text(clean))) == " ".join(re.findall(r"[^ \t\n\f\r]+", value))
    assert collapses(value) == (collapse_string(value) != value)


def test_collapsing_many_spans_of_nothing_but_space_is_linear():
    def spaces(count):
        return [nm.Span(" ", marks=["strong"] if n % 2 else []) for n in range(count)]

    def collapsed(inlines):
        assert [] == collapse_inlines(inlines)

    assert_linear(spaces, collapsed, 20_000)
