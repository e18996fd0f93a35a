"""Flat spans to a tree and back."""

from hypothesis import given

from newsmodel import strategies
from newsmodel.model import Link, Span, Style, Text
from newsmodel.model.nesting import Branch, events, flatten, nest

LINK, STRONG = Link("u"), Style("strong")


@given(strategies.texts("hostile"))
def test_what_was_nested_is_flattened_to_the_same_text(text):
    assert text == flatten(nest(text))


@given(strategies.texts("hostile"))
def test_every_mark_that_is_entered_is_left_in_order(text):
    open_marks = []
    for event, value in events(text):
        if event == "enter":
            open_marks.append(value)
        elif event == "leave":
            assert value == open_marks.pop()
        else:
            assert tuple(open_marks) == value.marks
    assert [] == open_marks


def test_neighbours_share_an_element_as_long_as_their_marks_agree_from_outside_in():
    text = Text([Span("a", marks=[LINK]), Span("b", marks=[LINK, STRONG]), Span("c", marks=[STRONG, LINK])])

    expected = (
        Branch(LINK, (Span("a"), Branch(STRONG, (Span("b"),)))),
        Branch(STRONG, (Branch(LINK, (Span("c"),)),)),
    )

    assert expected == nest(text)


def test_plain_text_is_one_span():
    assert (Span("a"),) == nest(Text("a"))
    assert () == nest(Text())
