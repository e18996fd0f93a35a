import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.model.threads.shapes import at, threads

import newsmodel as nm
from newsmodel.model.threads import ORDERS, controversy, wilson

VOTES = st.integers(0, 10**9)


def order_of(order, *comments: nm.Comment) -> str:
    return "".join(entry.comment.id for entry in nm.CommentThread(comments).tree(order))


def voted(id: str, up: int | None = None, down: int | None = None, score: int | None = None, **fields) -> nm.Comment:
    return nm.Comment(id=id, votes=nm.Tally(up=up, down=down, score=score), **fields)


@given(VOTES, VOTES)
def test_the_wilson_score_is_at_least_0_and_below_1(up, down):
    assert 0 <= wilson(up, down) < 1
    assert (wilson(up, down) == 0) == (up == 0)


@given(VOTES, VOTES)
def test_a_vote_for_never_lowers_the_wilson_score_and_one_against_never_raises_it(up, down):
    assert wilson(up + 1, down) >= wilson(up, down) >= wilson(up, down + 1)


@given(st.integers(1, 1000), st.integers(0, 1000), st.integers(2, 1000))
def test_of_equal_shares_more_votes_make_the_better_comment(up, down, times):
    assert wilson(up * times, down * times) > wilson(up, down)


def test_the_wilson_score_is_the_textbook_lower_bound():
    # (p + z²/2n - z sqrt((p(1-p) + z²/4n)/n)) / (1 + z²/n) for 30 of 40 votes
    assert wilson(30, 10) == pytest.approx(0.653_582_4, abs=1e-7)
    assert wilson(2**62, 0) < 1


@given(VOTES, VOTES)
def test_controversy_has_no_side(up, down):
    assert controversy(up, down) == controversy(down, up)
    assert (controversy(up, down) == 0) == (not up or not down)


@given(threads(), st.sampled_from(ORDERS))
def test_sorting_is_stable_and_settles(thread, order):
    once = [entry.comment for entry in thread.tree(order)]
    again = [entry.comment for entry in nm.CommentThread(once).tree(order)]

    if not thread.tree().cuts:  # of two equally old comments in a ring, it is the first that is cut
        assert once == again


@given(threads())
def test_newest_is_oldest_the_other_way_round_where_dates_are_distinct(thread):
    dated = [nm.Comment(id=c.id, parent=c.parent, created=at(number)) for number, c in enumerate(thread)]
    oldest, newest = (nm.CommentThread(dated).tree(order) for order in ("oldest", "newest"))

    assert oldest.children() == newest.children()[::-1]
    for comment in dated:
        assert oldest.children(comment.id) == newest.children(comment.id)[::-1]


@pytest.mark.parametrize(("order", "expected"), [("oldest", "baxy"), ("newest", "abxy")])
def test_comments_without_a_date_come_last_in_both_directions(order, expected):
    dates = {"x": None, "a": 2, "y": None, "b": 1}
    comments = [nm.Comment(id=id, created=None if minute is None else at(minute)) for id, minute in dates.items()]

    assert expected == order_of(order, *comments)


def test_as_given_leaves_siblings_as_the_thread_has_them():
    assert "bac" == order_of("as-given", nm.Comment(id="b"), nm.Comment(id="a", created=at(1)), nm.Comment(id="c"))


def test_best_trusts_many_votes_more_than_few():
    assert "bac" == order_of("best", voted("a", 1, 0), voted("b", 100, 10), voted("c", 0, 5))


def test_top_goes_by_the_net_votes_published_or_counted():
    assert "cab" == order_of("top", voted("a", 5, 3), voted("b", score=-4), voted("c", 9, 1, score=7))


def test_controversial_wants_votes_on_both_sides():
    assert "cab" == order_of("controversial", voted("a", 3, 3), voted("b", 900, 0), voted("c", 30, 29))


def test_equal_scores_stand_oldest_first_then_as_given():
    comments = [voted("a"), voted("b", created=at(2)), voted("c", created=at(1)), voted("d")]

    for order in ("best", "top", "controversial", "most-replies"):
        assert "cbad" == order_of(order, *comments)


def test_most_replies_counts_all_below_or_what_is_declared():
    comments = [
        nm.Comment(id="a"),
        nm.Comment(id="b"),
        nm.Comment(id="1", parent="b"),
        nm.Comment(id="2", parent="1"),
        nm.Comment(id="c", declared_replies=9),
    ]

    assert "cb12a" == order_of("most-replies", *comments)


def test_active_goes_by_the_last_comment_however_deep():
    comments = [
        nm.Comment(id="a", created=at(5)),
        nm.Comment(id="b", created=at(1)),
        nm.Comment(id="1", parent="b", created=at(2)),
        nm.Comment(id="2", parent="1", created=at(9)),
        nm.Comment(id="c"),
    ]

    assert "b12ac" == order_of("active", *comments)
