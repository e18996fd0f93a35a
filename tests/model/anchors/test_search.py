from hypothesis import given
from hypothesis import strategies as st

import newsmodel as nm
from newsmodel.model.anchors.body import Body
from newsmodel.model.anchors.search import LEAST_QUOTE, MOST_EXACT, Wanted, is_certain, overlaps, ranked

TIDE = "Nobody on the quay remembers a tide as high as the one of last Thursday night."
LETTERS = st.text("ab ", max_size=40)


@given(st.lists(LETTERS, max_size=4), st.text("ab ", min_size=1, max_size=6), LETTERS, LETTERS)
def test_matches_stand_where_they_say_best_first_and_apart(texts, exact, prefix, suffix):
    body = Body(nm.Article(body=texts))
    found = ranked(body, Wanted(exact, prefix, suffix), range(len(body.places)))

    assert sorted((match.rank for match in found), reverse=True) == [match.rank for match in found]
    for number, match in enumerate(found):
        text = body.places[match.place].text[match.start : match.end]
        assert (text == exact) == (match.quote == 1)
        assert LEAST_QUOTE <= match.quote <= 1
        assert not any(overlaps(match, other) for other in found[:number])


@given(st.lists(LETTERS, max_size=4), st.text("ab ", min_size=1, max_size=6))
def test_a_quote_that_stands_there_is_found(texts, exact):
    body = Body(nm.Article(body=texts))
    found = ranked(body, Wanted(exact, "", ""), range(len(body.places)))

    assert any(exact in place.text for place in body.places) == any(match.quote == 1 for match in found)


def test_context_tells_one_word_from_the_same_word():
    body = Body(nm.Article(body=["the tide " * 100, TIDE]))
    found = ranked(body, Wanted("tide", "Nobody on the quay remembers a ", " as high as the one"), [0, 1])

    assert (1, 31) == found[0][:2]
    assert len(found) <= MOST_EXACT
    assert is_certain(found)
    assert not is_certain(found[1:])
    assert not is_certain([])


def test_only_the_blocks_in_the_scope_are_searched():
    body = Body(nm.Article(body=[TIDE, TIDE]))

    assert [1] == [match.place for match in ranked(body, Wanted("a tide", "", ""), [1])]
