"""Rich text: one value for one content, whatever pieces it was built from."""

import copy
import pickle

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel import strategies
from newsmodel.model import LineBreak, Link, Mention, Paragraph, Span, Style, Text
from newsmodel.model.concepts import Concept

STRONG = Style("strong")


@given(strategies.texts("hostile"))
def test_a_text_is_built_again_from_its_spans(text):
    assert text == Text(text.spans)
    assert str(text) == str(Text(text.spans))
    assert hash(text) == hash(Text(list(text)))
    assert text == pickle.loads(pickle.dumps(text))
    assert copy.deepcopy(text) is text


@given(strategies.texts("hostile"))
def test_no_two_neighbours_could_be_one_span(text):
    for one, other in zip(text.spans, text.spans[1:], strict=False):
        plain = all(type(span) is Span and span.id is None and not span.extra for span in (one, other))
        assert not (plain and one.marks == other.marks)


@given(strategies.texts(), st.data())
def test_a_span_cut_in_pieces_joins_again(text, data):
    pieces = []
    for inline in text:
        if type(inline) is Span and inline.text and inline.id is None and not inline.extra:
            cut = data.draw(st.integers(0, len(inline.text)))
            pieces += [attrs.evolve(inline, text=inline.text[:cut]), attrs.evolve(inline, text=inline.text[cut:])]
        else:
            pieces.append(inline)

    assert text == Text(pieces)


@given(strategies.texts(), strategies.texts())
def test_adding_texts_adds_their_words(one, other):
    assert str(one) + str(other) == str(one + other)


def test_text_without_marks_is_the_bare_str():
    assert "ab" == Text(["a", Span("b")]).content == Text("ab").content
    assert (Span("ab"),) == Text("ab").spans
    assert () == Text("").spans == Text([Span("")]).spans
    assert Text() == Text([Span("", marks=["strong"])])


def test_a_hundred_thousand_equal_spans_join_in_linear_time():
    assert Text("x" * 100_000) == Text([Span("x")] * 100_000)


def test_a_span_with_an_id_stays_by_itself():
    spans = (Span("a"), Span("b", id="b"), Span("c"))

    assert spans == Text(spans).spans


def test_marks_keep_their_order_and_lose_their_doubles():
    emphasis = Style("emphasis")

    assert (emphasis, STRONG) == Span("a", marks=["emphasis", "strong", "emphasis"]).marks
    assert Span("a", marks=[STRONG, emphasis]) != Span("a", marks=[emphasis, STRONG])


def test_two_links_at_one_point_are_refused():
    with pytest.raises(ValueError, match="one link at most"):
        Span("a", marks=[Link("b"), Link("c")])


def test_equal_links_side_by_side_stay_apart_by_their_key():
    assert 1 == len(Text([Span("a", marks=[Link("u")]), Span("b", marks=[Link("u")])]).spans)
    assert 2 == len(Text([Span("a", marks=[Link("u", key="1")]), Span("b", marks=[Link("u", key="2")])]).spans)


def test_a_link_keeps_any_string():
    assert "javascript:alert(1)" == Link("javascript:alert(1)").url


@pytest.mark.parametrize("bad", ["\0", "\r\n", "\r", "\ud800", "\ufffe", "\x0b"])
def test_what_is_outside_the_alphabet_is_refused(bad):
    with pytest.raises(ValueError, match="XML"):
        Text(bad)
    with pytest.raises(ValueError, match="XML"):
        Span(bad)


@pytest.mark.parametrize("bad", [1, None, [1], ["a", b"b"], [Paragraph("x")]])
def test_what_is_no_text_is_refused(bad):
    with pytest.raises(TypeError):
        Text(bad)


def test_str_and_f_strings_give_the_plain_text():
    text = Text(["one ", Span("two", marks=[STRONG, Mention(Concept("Two"))]), LineBreak(), "three"])

    assert "one two\nthree" == str(text) == f"{text}"
    assert "  one" == f"{Text('one'):>5}"


def test_a_text_prints_briefly():
    assert "Text('a')" == repr(Text("a"))
    assert len(repr(Text("a" * 1000))) < 80
    assert "Text('ab', <2 spans>)" == repr(Text(["a", Span("b", marks=["strong"])]))
