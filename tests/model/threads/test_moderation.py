import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.model.threads.shapes import IDS, STATUSES, deep, large, small_comments, threads

import newsmodel as nm
from newsmodel.fitting import redact as redact_document
from newsmodel.model.threads import is_tombstone, is_visible, prune, public, redact, tombstone

SECRETS = ("hidden words", "ada@mail.example", "raw words", "Ada", "a picture", "foreign")

FULL = nm.Comment(
    id="b",
    parent="a",
    author="Ada",
    body="hidden words",
    source=nm.CommentSource("raw words"),
    private=nm.CommentPrivate(email="ada@mail.example"),
    attachments=[nm.Image("/a.jpg", alt="a picture")],
    extra={"wxr": "foreign"},
)


def ancestors(thread: nm.CommentThread, comment: nm.Comment) -> set[str]:
    by_id, found = {each.id: each for each in thread}, set()
    while (comment := by_id.get(comment.parent)) and comment.id not in found:
        found.add(comment.id)
    return found


@given(threads())
def test_pruning_takes_only_tombstones_and_leaves_what_living_comments_answer(thread):
    pruned = thread.prune()
    left = {comment.id for comment in pruned}
    living = [comment for comment in thread if not is_tombstone(comment)]

    assert pruned == prune(pruned)
    assert all(is_tombstone(comment) for comment in thread if comment.id not in left)
    assert {comment.id for comment in living} <= left
    assert all(ancestors(thread, comment) <= left for comment in living)
    assert {id for comment in living for id in (comment.id, *ancestors(thread, comment))} == left


def test_pruning_takes_a_dead_branch_and_keeps_a_dead_comment_with_a_living_reply():
    dead = [("a", None), ("b", "a"), ("c", None), ("d", "c"), ("e", "d")]
    comments = [nm.Comment(id=id, parent=parent, status="deleted") for id, parent in dead]
    thread = nm.CommentThread([*comments, nm.Comment(id="f", parent="d", body="Still here.")])

    assert "cdf" == "".join(comment.id for comment in thread.prune())


def test_a_thread_without_tombstones_is_pruned_to_itself():
    thread = large(100)

    assert thread is thread.prune()
    assert thread is redact(thread)


def test_a_chain_of_ten_thousand_tombstones_goes_as_a_whole():
    dead = [nm.Comment(id=c.id, parent=c.parent, status="spam") for c in deep(10_000)]

    assert 0 == len(nm.CommentThread(dead).prune())


@given(threads())
def test_the_public_thread_shows_what_is_published_and_where_it_stands(thread):
    shown = thread.public()

    assert [c.id for c in thread if is_visible(c)] == [c.id for c in shown if is_visible(c)]
    assert all(comment.private is None and comment.source is None for comment in shown)
    assert all(not comment.body for comment in shown if not is_visible(comment))
    assert all(ancestors(thread, comment) <= {each.id for each in shown} for comment in shown)
    assert shown == public(shown)


@pytest.mark.parametrize("status", sorted(set(STATUSES) - {"published"}))
def test_a_comment_that_is_not_published_leaks_nothing_into_the_public_thread(status):
    hidden = nm.Comment(**{**{f: getattr(FULL, f) for f in _fields()}, "status": status})
    text = nm.to_json(nm.CommentThread([hidden, nm.Comment(id="c", parent="b", body="A reply.")]).public())

    assert '"b"' in text
    assert [] == [secret for secret in SECRETS if secret in text]


def _fields() -> tuple[str, ...]:
    return ("id", "parent", "author", "body", "source", "private", "attachments", "extra")


def test_a_tombstone_keeps_its_place_and_its_author_unless_that_is_to_go_too():
    soft, hard = tombstone(FULL, removed_by="author"), tombstone(FULL, hard=True)

    assert is_tombstone(soft)
    assert ("b", "a", "Ada", "author") == (soft.id, soft.parent, soft.author.name, soft.removed_by)
    assert hard.author is None
    assert [] == [secret for secret in SECRETS if secret in nm.to_json(hard)]


@given(st.data())
def test_a_tombstone_of_a_tombstone_is_itself(data):
    comment = tombstone(data.draw(small_comments(IDS[0])), hard=True)

    assert comment == tombstone(comment, hard=True)


@given(threads())
def test_redacting_leaves_everything_but_private_data(thread):
    report = nm.Report()

    assert redact(thread) == redact_document(thread, report)
    assert sum(comment.private is not None for comment in thread) == len(report.losses)
