import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.model.threads.shapes import at, deep, large, threads

import newsmodel as nm
from newsmodel.model.threads import ORDERS

ANY_ORDER = st.sampled_from(ORDERS)


def ids(entries) -> list[str]:
    return [entry.comment.id for entry in entries]


def thread(*links: tuple[str, str | None], dates: dict[str, int] | None = None) -> nm.CommentThread:
    dates = dates or {}
    return nm.CommentThread(
        [nm.Comment(id=id, parent=parent, created=at(dates[id]) if id in dates else None) for id, parent in links]
    )


@given(threads(), ANY_ORDER, st.booleans())
def test_a_walk_yields_every_comment_once_whatever_answers_what(thread, order, pinned_first):
    walked = ids(thread.tree(order, pinned_first))

    assert Counter(comment.id for comment in thread) == Counter(walked)


@given(threads(), ANY_ORDER)
def test_a_reply_is_one_deeper_than_what_it_answers_unless_that_link_was_cut(thread, order):
    tree = thread.tree(order)
    depths = {entry.comment.id: entry.depth for entry in tree}
    top = {thread.comments[position].id for position in (*tree.orphans, *tree.cuts)}

    for comment in thread:
        expected = 0 if comment.parent is None or comment.id in top else depths[comment.parent] + 1
        assert expected == depths[comment.id]


@given(threads())
def test_orphans_are_those_whose_parent_is_absent_and_they_keep_it(thread):
    present = {comment.id for comment in thread}
    tree = thread.tree()

    assert [c for c in thread if c.parent not in {None, *present}] == [thread.comments[p] for p in tree.orphans]
    assert thread.comments == tree.comments


@given(threads(), ANY_ORDER)
def test_children_and_comments_at_the_top_add_up_to_all(thread, order):
    tree = thread.tree(order)
    below = sum(len(tree.children(comment.id)) for comment in thread)

    assert len(thread) == len(tree) == below + len(tree.children())


@given(threads(), ANY_ORDER)
def test_an_entry_says_how_many_comments_are_below_it(thread, order):
    entries = list(thread.tree(order))

    for index, entry in enumerate(entries):
        below = entries[index + 1 : index + 1 + entry.replies]
        after = entries[index + 1 + entry.replies :]
        assert all(each.depth > entry.depth for each in below)
        assert not after or after[0].depth <= entry.depth


@given(threads(), ANY_ORDER)
def test_every_comment_that_is_entered_is_left_after_its_replies(thread, order):
    tree = thread.tree(order)
    entered = []
    for event, entry in tree.events():
        if event == "enter":
            assert len(entered) == entry.depth
            entered.append(entry)
        else:
            assert entered.pop() == entry

    assert [] == entered
    assert list(tree) == [entry for event, entry in tree.events() if event == "enter"]


@given(threads(), st.sampled_from([order for order in ORDERS if order != "as-given"]), st.randoms())
def test_the_tree_of_a_shuffled_thread_is_the_same_where_no_two_comments_are_equally_old(thread, order, dice):
    dated = [nm.Comment(id=c.id, parent=c.parent, votes=c.votes, created=at(i)) for i, c in enumerate(thread)]
    shuffled = dice.sample(dated, len(dated))

    assert list(nm.CommentThread(dated).tree(order)) == list(nm.CommentThread(shuffled).tree(order))


def test_replies_stand_below_their_parents_wherever_they_came():
    tree = thread(("c", "b"), ("b", "a"), ("a", None), ("d", "a")).tree()

    assert ["a", "b", "c", "d"] == ids(tree)
    assert [0, 1, 2, 1] == [entry.depth for entry in tree]


def test_a_ring_is_cut_at_its_earliest_comment_and_told():
    tree = thread(("a", "c"), ("b", "a"), ("c", "b"), ("d", "c"), dates={"a": 3, "b": 1, "c": 2}).tree()

    assert ["b", "c", "a", "d"] == ids(tree)
    assert (1,) == tree.cuts
    assert () == tree.orphans


def test_of_equally_early_comments_of_a_ring_the_first_stands_at_the_top():
    assert ["a", "b"] == ids(thread(("a", "b"), ("b", "a")).tree())
    assert ["b", "a"] == ids(thread(("a", "b"), ("b", "a"), dates={"b": 0}).tree())


def test_a_comment_that_answers_itself_stands_at_the_top():
    tree = thread(("a", "a"), ("b", "a")).tree()

    assert ["a", "b"] == ids(tree)
    assert (0,) == tree.cuts


def test_several_rings_are_all_found():
    tree = thread(("a", "b"), ("b", "a"), ("c", "d"), ("d", "c"), ("e", "f"), ("f", "e"), ("g", "f")).tree()

    assert (0, 2, 4) == tree.cuts


def test_pinned_comments_come_first_among_their_siblings_only():
    comments = [
        nm.Comment(id="a"),
        nm.Comment(id="b", parent="a"),
        nm.Comment(id="c", parent="a", flags=["sticky"]),
        nm.Comment(id="d", flags=["pinned"]),
    ]

    assert ["d", "a", "c", "b"] == ids(nm.CommentThread(comments).tree(pinned_first=True))


def test_children_of_a_comment_that_is_not_there_are_refused():
    with pytest.raises(ValueError, match="no comment 'x'"):
        nm.CommentThread().tree().children("x")


def test_an_unknown_order_is_refused_with_the_known_ones():
    with pytest.raises(ValueError, match="no order 'random'; the orders are oldest, newest"):
        nm.CommentThread().tree("random")


@pytest.mark.parametrize(("shape", "orders"), [("random", ORDERS), ("chain", ["active"]), ("star", ["best"])])
def test_a_hundred_thousand_comments_are_walked_in_every_order(shape, orders):
    plain = large(100_000, shape).tree()

    for order in orders:
        assert len(plain) == len({event[1].comment.id for event in plain.sorted(order).events()})


def test_a_chain_of_ten_thousand_replies_the_last_one_first_is_walked_to_its_end():
    tree = deep(10_000).tree("newest")

    assert list(range(10_000)) == [entry.depth for entry in tree]


def test_a_ring_of_a_hundred_thousand_comments_is_cut_once():
    size = 100_000
    ring = [nm.Comment(id=str(n), parent=str((n + 1) % size)) for n in range(size)]
    random.Random(0).shuffle(ring)
    tree = nm.CommentThread(ring).tree()

    assert (0,) == tree.cuts
    assert size - 1 == max(tree.depths)


@pytest.mark.parametrize("make", [lambda: large(100_000), lambda: deep(10_000)], ids=["large", "deep"])
def test_a_thread_of_any_size_comes_back_from_json_which_stays_flat(make):
    article = nm.Article("Harbour", comments=make())
    text = nm.to_json(article)

    assert article == nm.from_json(text)
    assert _nesting(text) < 10


def _nesting(text: str) -> int:
    deepest = depth = 0
    for letter in text:
        depth += (letter in "[{") - (letter in "]}")
        deepest = max(deepest, depth)
    return deepest
