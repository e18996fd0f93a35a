from hypothesis import given
from hypothesis import strategies as st

import newsmodel as nm
from newsmodel.model.anchors.pieces import cut, piece
from newsmodel.strategies import texts


@given(texts(), st.data())
def test_pieces_together_are_the_whole(text, data):
    places = sorted(data.draw(st.lists(st.integers(0, len(str(text))), max_size=5)))
    pieces = cut(text, places)

    assert len(places) + 1 == len(pieces)
    whole = nm.Text([inline for each in pieces for inline in each.spans])
    assert str(text) == str(whole)
    assert (
        not all(type(inline) is nm.Span and inline.id is None and not inline.extra for inline in text) or text == whole
    )


def test_a_piece_keeps_its_marks():
    text = nm.Text(["one ", nm.Span("two three", marks=["strong"]), " four"])

    assert nm.Text(["e ", nm.Span("two", marks=["strong"])]) == piece(text, 2, 7)
    assert nm.Text("our") == piece(text, 15, 18)
    assert nm.Text() == piece(text, 5, 5)


def test_what_is_no_text_is_not_cut():
    text = nm.Text(["a", nm.InlineImage("/i.png", alt="icon"), "b", nm.FootnoteReference("n")])

    first, second, last = cut(text, [3, 6])
    assert "aicon" == str(first)
    assert "b" == str(second)
    assert nm.Text([nm.FootnoteReference("n")]) == last


def test_a_plain_text_stays_plain():
    assert ["ab", "", "cd"] == [each.content for each in cut(nm.Text("abcd"), [2, 2])]
