from hypothesis import given
from hypothesis import strategies as st

import newsmodel as nm
from newsmodel.model.anchors import anchor, resolve
from newsmodel.model.anchors.body import Body
from newsmodel.model.anchors.selectors import from_selectors, to_selectors

EMOJI = nm.Article(body=["A 🚢 sails.", nm.Quote(["🚢🚢 at noon, they say."]), nm.Divider(), "The end 🏁 is near."])


@given(st.sampled_from([("$.body[0]", 10), ("$.body[1].body[0]", 21), ("$.body[3]", 18)]), st.data())
def test_every_passage_comes_back_from_its_selectors(block, data):
    path, length = block
    start = data.draw(st.integers(0, length - 1))
    end = data.draw(st.integers(start + 1, length))
    made = anchor(EMOJI, path, start, end)

    assert made == from_selectors(to_selectors(made, EMOJI), EMOJI)


def test_the_body_of_an_article_does_for_all_its_anchors(monkeypatch):
    body = Body(EMOJI)
    made = anchor(EMOJI, "$.body[3]", 0, 7)
    monkeypatch.setattr(Body, "__init__", None)

    assert made == from_selectors(to_selectors(made, body), body)


def test_positions_count_utf_16_code_units_of_the_plain_text():
    made = anchor(EMOJI, "$.body[1].body[0]", 1, 5)
    quote, position = to_selectors(made, EMOJI)

    units = nm.plain_text(EMOJI).encode("utf-16-le")
    assert "🚢 at" == units[2 * position["start"] : 2 * position["end"]].decode("utf-16-le")
    assert {"type": "TextQuoteSelector", "exact": "🚢 at", "prefix": "🚢", "suffix": " noon, they say."} == quote


def test_a_quote_alone_is_looked_for():
    found = from_selectors([{"type": "TextQuoteSelector", "exact": "at noon"}], EMOJI)

    assert ("$.body[1].body[0]", 3, 10) == (found.block, found.start, found.end)


def test_a_position_that_holds_something_else_gives_way_to_the_quote():
    wrong = [{"type": "TextPositionSelector", "start": 0, "end": 7}, {"type": "TextQuoteSelector", "exact": "at noon"}]

    assert "at noon" == from_selectors(wrong, EMOJI).exact
    assert "A 🚢 sai" == from_selectors([{**wrong[0], "end": 8}], EMOJI).exact


def test_a_quote_that_is_nowhere_is_an_anchor_without_a_place():
    found = from_selectors([{"type": "TextQuoteSelector", "exact": "no such thing", "prefix": "p"}], EMOJI)

    assert nm.Anchor("no such thing", prefix="p") == found
    assert resolve(EMOJI, found) is None


@given(
    st.lists(st.dictionaries(st.sampled_from(["type", "exact", "start", "end"]), st.none() | st.integers() | st.text()))
)
def test_selectors_of_any_make_do_no_harm(selectors):
    selectors += [
        {**each, "type": kind} for each in selectors for kind in ("TextQuoteSelector", "TextPositionSelector")
    ]
    found = from_selectors(
        [{k: v for k, v in each.items() if not isinstance(v, str) or v.isprintable()} for each in selectors], EMOJI
    )

    assert found is None or isinstance(found, nm.Anchor)


def test_nothing_comes_of_nothing():
    assert from_selectors([], EMOJI) is None
    assert from_selectors([{"type": "TextPositionSelector", "start": 8, "end": 14}], EMOJI) is None
