import pytest
from hypothesis import given

import newsmodel as nm
from newsmodel.model.anchors import Passage, anchor, resolve
from newsmodel.model.anchors.body import Body
from newsmodel.strategies import articles

NESTED = nm.Article(
    body=[
        nm.Paragraph("First.", id="a"),
        nm.List([nm.ListItem(["One.", "Two."])]),
        nm.QuestionAndAnswer("Why?", ["Because."]),
        nm.Divider(),
        nm.Paragraph("Same.", id="b"),
        nm.Paragraph("Same.", id="b"),
    ]
)


@given(articles())
def test_every_block_with_words_is_found_by_its_name_and_resolved(article):
    body = Body(article)

    for number, place in enumerate(body.places):
        assert number == body.number(body.name(number))
        made = body.anchor(number, 0, len(place.text))
        assert Passage(place.block, 0, len(place.text)) == resolve(article, made)
        assert place.text == body.text[place.offset : place.offset + len(place.text)]


def test_blocks_have_paths_as_reports_write_them():
    assert [
        ("$.body[0]", "First."),
        ("$.body[1].items[0].body[0]", "One."),
        ("$.body[1].items[0].body[1]", "Two."),
        ("$.body[2]", "Why?"),
        ("$.body[2].answer[0]", "Because."),
        ("$.body[4]", "Same."),
        ("$.body[5]", "Same."),
    ] == [(place.at, place.text) for place in Body(NESTED).places]


def test_a_block_goes_by_its_id_if_no_other_has_it_else_by_its_path():
    assert "a" == anchor(NESTED, NESTED.body[0], 0, 5).block
    assert "$.body[5]" == anchor(NESTED, NESTED.body[5], 0, 4).block
    assert "$.body[2].answer[0]" == anchor(NESTED, "$.body[2].answer[0]", 0, 7).block


def test_an_anchor_holds_the_quote_and_32_characters_around_it():
    text = "x" * 40 + "quote" + "y" * 40
    made = anchor(nm.Article(body=[text]), "$.body[0]", 40, 45)

    assert ("quote", "x" * 32, "y" * 32) == (made.exact, made.prefix, made.suffix)
    assert 16 == len(made.target_version)


@pytest.mark.parametrize(
    ("block", "start", "end"),
    [("a", 0, 7), ("a", 3, 3), ("a", -1, 2), ("b", 0, 1), ("x", 0, 1), (nm.Paragraph("?"), 0, 1)],
)
def test_a_passage_that_is_not_there_is_refused(block, start, end):
    with pytest.raises(ValueError, match="there is no"):
        anchor(NESTED, block, start, end)
