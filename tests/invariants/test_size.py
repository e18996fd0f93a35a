"""Long and deep threads: the plain run takes what it can afford, NEWSMODEL_DEEP=1 100,000 comments, 10,000 deep."""

import os

import pytest
from tests.model.threads.shapes import large

import newsmodel as nm
from newsmodel.markup import engine
from newsmodel.model.threads import tombstone

MANY, DEPTH = (100_000, 10_000) if os.environ.get("NEWSMODEL_DEEP") else (4_000, 2_000)
LEVELS = 40
"""How many elements stand in one another at most, in a page with a discussion of plain comments."""


@pytest.mark.parametrize("order", ["oldest", "best", "active"])
def test_a_long_thread_in_any_order_has_one_tree(order):
    thread = large(MANY)

    assert list(thread.tree(order)) == list(nm.CommentThread(thread.comments[::-1]).tree(order))


@pytest.mark.parametrize(("size", "shape"), [(MANY, "random"), (DEPTH, "chain")])
def test_a_long_thread_is_pruned_to_what_lives_and_what_it_answers(size, shape):
    living = {str(size // 2)}
    dead = [c if c.id in living else tombstone(c) for c in large(size, shape)]
    pruned = nm.CommentThread(dead).prune()

    assert pruned is pruned.prune()
    assert living == {comment.id for comment in pruned if comment.status != "deleted"}
    assert {comment.parent for comment in pruned} - {None} == {comment.id for comment in pruned} - living


@pytest.mark.parametrize(("size", "shape"), [(MANY, "random"), (DEPTH, "chain"), (MANY, "star")])
def test_a_page_of_any_size_is_flat_and_reads_back(size, shape):
    article = nm.Article("Harbour", comments=large(size, shape))
    page = nm.to_html(article)

    assert article == nm.from_html(page)
    assert LEVELS > _nesting(page)


def _nesting(page: str) -> int:
    deepest, level = 0, [engine.parse(page.encode())]
    while level := [child for node in level for child in engine.children(node)]:
        deepest += 1
    return deepest
