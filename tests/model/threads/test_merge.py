import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.model.threads.shapes import at, deep, large, small_comments, threads

import newsmodel as nm
from newsmodel.model.threads import latest, merge


def same(one: nm.CommentThread, other: nm.CommentThread) -> bool:
    return one == other and nm.to_json(one) == nm.to_json(other)


@given(threads(), threads())
def test_it_does_not_matter_which_page_comes_first(one, other):
    assert same(one.merge(other), other.merge(one))


@given(threads(), threads(), threads())
def test_it_does_not_matter_how_pages_are_grouped(one, other, third):
    assert same(merge(merge(one, other), third), merge(one, merge(other, third)))
    assert same(merge(merge(one, other), third), merge(one, other, third))


@given(threads(), threads())
def test_a_page_that_comes_twice_changes_nothing(one, other):
    merged = one.merge(other)

    assert same(merged, merged.merge(other))
    assert same(merged, merged.merge(merged))
    assert same(one.merge(), one.merge(one))


@given(threads(), threads())
def test_every_comment_of_either_is_there_once_by_creation_and_id(one, other):
    merged = one.merge(other)
    given = [*one, *other]

    assert {comment.id for comment in given} == {comment.id for comment in merged}
    assert all(comment in given for comment in merged)
    keys = [(comment.created is None, comment.created or at(0), comment.id) for comment in merged]
    assert sorted(keys) == keys


@given(st.data())
def test_the_version_that_was_edited_later_stays(data):
    one, other = data.draw(small_comments("a")), data.draw(small_comments("a"))
    (left,) = merge(nm.CommentThread([one]), nm.CommentThread([other]))

    assert left in (one, other)
    assert (left.edited or at(0)) == max(one.edited or at(0), other.edited or at(0))


@pytest.mark.parametrize("fields", [{"body": "Words."}, {"votes": nm.Tally(up=1)}])
def test_a_comment_that_was_taken_down_stays_down(fields):
    loaded, removed = nm.Comment(id="a", **fields), nm.Comment(id="a", status="deleted")

    assert (removed,) == merge(nm.CommentThread([loaded]), nm.CommentThread([removed])).comments


def test_declared_numbers_keep_their_own_text():
    early = nm.CommentThread(declared=9, declared_text="9 comments", declared_top_level=8)
    late = nm.CommentThread(declared=12, declared_text="12 comments")
    merged = merge(early, late, nm.CommentThread())

    assert (12, "12 comments", None) == (merged.declared, merged.declared_text, merged.declared_top_level)


def test_a_complete_page_leaves_nothing_to_load():
    page, whole = nm.CommentThread(more=[nm.More(cursor="2")]), nm.CommentThread(complete=True)

    assert () == page.merge(whole).more
    assert (nm.More(cursor="2"), nm.More(cursor="3")) == page.merge(nm.CommentThread(more=[nm.More(cursor="3")])).more


def test_an_untidy_export_is_left_with_the_latest_version_of_each():
    old, new = nm.Comment(id="a", body="Old."), nm.Comment(id="a", body="New.", edited=at(1))
    other = nm.Comment(id="b")

    assert (new, other) == latest([old, other, new, old])


@pytest.mark.parametrize("thread", [large(100_000), deep(10_000)], ids=["large", "deep"])
def test_pages_of_a_long_thread_make_it_up_again(thread):
    shuffled = random.Random(0).sample(thread.comments, len(thread))
    third = len(thread) // 3
    one, other = nm.CommentThread(shuffled[: 2 * third]), nm.CommentThread(shuffled[third:])

    merged = one.merge(other)

    assert merged == other.merge(one)
    assert thread.merge().comments == merged.comments
