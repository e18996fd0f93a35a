import pytest
from hypothesis import given
from tests.model.threads.shapes import large, threads

import newsmodel as nm
from newsmodel.model.threads import is_complete, states

TWO = [nm.Comment(id="a"), nm.Comment(id="b", parent="a")]
WITH_SPAM = [*TWO, nm.Comment(id="c", status="spam")]


@given(threads())
def test_the_four_counts_are_what_their_names_say(thread):
    declared, loaded, visible, top_level = thread.counts()

    assert thread.declared == declared
    assert len(thread) == loaded
    assert visible == sum(comment.status == "published" for comment in thread) <= loaded
    assert top_level == sum(comment.parent is None for comment in thread) <= loaded


@given(threads())
def test_the_states_add_up_to_all_comments(thread):
    assert len(thread) == sum(states(thread).values())
    assert all(states(thread).values())


def test_states_stand_in_the_order_of_the_model():
    assert {"published": 2, "spam": 1} == states(nm.CommentThread(WITH_SPAM[::-1]))
    assert ["published", "spam"] == list(states(nm.CommentThread(WITH_SPAM[::-1])))


@pytest.mark.parametrize(
    ("expected", "comments", "fields"),
    [
        (True, TWO, {"declared": 2}),
        (False, TWO, {"declared": 3}),
        (None, TWO, {"declared": 1}),
        (None, TWO, {}),
        (True, WITH_SPAM, {"declared": 2}),
        (True, WITH_SPAM, {"declared": 3}),
        (False, TWO, {"declared": 2, "complete": False}),
        (True, TWO, {"complete": True}),
        (False, TWO, {"declared": 2, "more": [nm.More()]}),
        (False, TWO, {"declared_top_level": 2}),
        (None, TWO, {"declared_top_level": 1}),
        (True, TWO, {"declared": 2, "declared_text": "2 comments"}),
        (True, [], {"declared": 0, "declared_text": "No Comments"}),
        (None, TWO, {"declared": 1200, "declared_text": "1.2K"}),
    ],
)
def test_a_thread_is_complete_if_as_many_are_here_as_are_declared(expected, comments, fields):
    assert expected is is_complete(nm.CommentThread(comments, **fields))


def test_a_declared_number_with_separators_is_exact():
    thread = nm.CommentThread(large(1234).comments, declared=1234, declared_text="1,234 comments")

    assert is_complete(thread) is True
