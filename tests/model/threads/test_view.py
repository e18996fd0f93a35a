import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.model.threads.shapes import IDS, large, threads

import newsmodel as nm
from newsmodel.model.threads import ORDERS

LIMITS = st.integers(1, 4)
ANY_ORDER = st.sampled_from(ORDERS)

FAMILY = nm.CommentThread(
    [nm.Comment(id=id, parent=id[:-1] or None) for id in ("a", "aa", "aaa", "ab", "b", "c", "ca", "cb", "cc")]
)


def shown(view) -> str:
    return " ".join(entry.comment.id for entry in view)


def gaps(view) -> list[tuple[str | None, int | None, str | None]]:
    return [(more.parent, more.count, more.cursor) for more in view.more]


def pages(tree, limit, **options):
    after = None
    while True:
        view = tree.view((after, limit), **options)
        yield view
        at_top = [more for more in view.more if more.parent is None]
        if not at_top:
            return
        after = at_top[0].cursor


@given(threads(), ANY_ORDER, LIMITS)
def test_the_pages_one_after_another_are_the_whole_walk(thread, order, limit):
    tree = thread.tree(order)

    assert list(tree) == [entry for view in pages(tree, limit) for entry in view]


@given(threads(), ANY_ORDER, LIMITS, st.integers(0, 3), st.integers(0, 3))
def test_what_a_page_leaves_out_is_found_behind_its_cursors(thread, order, limit, max_depth, nested_limit):
    tree = thread.tree(order)
    waiting, found = [(None, None)], []
    while waiting:
        parent, cursor = waiting.pop()
        view = tree.view((cursor, limit), max_depth, nested_limit, parent)
        found.extend(view)
        waiting.extend((more.parent, more.cursor) for more in view.more)

    assert sorted(tree, key=lambda entry: entry.comment.id) == sorted(found, key=lambda entry: entry.comment.id)


@given(threads(), ANY_ORDER, LIMITS, st.integers(0, 3), st.integers(0, 3))
def test_the_first_page_and_the_counts_of_what_is_missing_add_up(thread, order, limit, max_depth, nested_limit):
    view = thread.view(order, (None, limit), max_depth, nested_limit)

    assert len(thread) == len(view) + sum(more.count for more in view.more)


@given(threads(), LIMITS, st.sampled_from([*IDS, "absent"]))
def test_the_cursor_of_a_removed_comment_gives_the_first_page(thread, limit, removed):
    left = nm.CommentThread([comment for comment in thread if comment.id != removed])

    assert list(left.view(page=(None, limit))) == list(left.view(page=(removed, limit)))


def test_a_page_is_counted_by_the_comments_at_the_top():
    view = FAMILY.view(page=(None, 2))

    assert "a aa aaa ab b" == shown(view)
    assert [(None, 4, "b")] == gaps(view)


def test_replies_that_are_too_deep_are_left_for_later():
    view = FAMILY.view(max_depth=1)

    assert "a aa ab b c ca cb cc" == shown(view)
    assert [("aa", 1, None)] == gaps(view)


def test_only_some_replies_of_each_are_shown():
    view = FAMILY.view(nested_limit=2)

    assert "a aa aaa ab b c ca cb" == shown(view)
    assert [("c", 1, "cb")] == gaps(view)
    assert "cc" == shown(FAMILY.view(parent="c", page=("cb", None)))


def test_depths_count_from_the_top_of_the_thread_and_levels_from_the_page():
    view = FAMILY.view(parent="a", max_depth=0)

    assert [("aa", 1), ("ab", 1)] == [(entry.comment.id, entry.depth) for entry in view]


def test_the_cursor_of_a_reply_stands_for_the_comment_that_it_is_below():
    assert "b c ca cb cc" == shown(FAMILY.view(page=("aaa", None)))


def test_a_cursor_of_another_place_gives_the_first_page():
    assert "aa aaa ab" == shown(FAMILY.view(parent="a", page=("cb", None)))


def test_pinned_comments_open_the_first_page():
    thread = nm.CommentThread([nm.Comment(id="a"), nm.Comment(id="b", flags=["pinned"])])

    assert "b" == shown(thread.view(page=(None, 1), pinned_first=True))


@pytest.mark.parametrize("options", [{"page": (None, 0)}, {"max_depth": -1}, {"nested_limit": -1}, {"parent": "x"}])
def test_what_no_page_can_be_is_refused(options):
    with pytest.raises(ValueError, match=r"a page holds|no comment"):
        FAMILY.view(**options)


def test_all_pages_of_a_hundred_thousand_comments_are_read():
    tree = large(100_000).tree("best")

    assert len(tree) == sum(len(view) for view in pages(tree, 10))
