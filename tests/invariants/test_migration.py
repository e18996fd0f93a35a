"""Invariant 13: a thread moves from system to system as it is, and what does not move is told."""

import os

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.model.threads.shapes import at, large, threads

import newsmodel as nm
from newsmodel import registry
from newsmodel.report import Report

MANY, DEPTH = (100_000, 10_000) if os.environ.get("NEWSMODEL_DEEP") else (1_000, 1_000)

TALK = nm.Article("Harbour", comments=nm.CommentThread([nm.Comment(id="1", author="Ada", body="Yes.")]))
SYSTEMS = [
    format.name
    for format in registry.every()
    if format.render and format.parse and len(format.fitted(TALK, Report()).comments)
]


@st.composite
def talks(draw) -> nm.CommentThread:
    """Threads as systems have them: numbered, a reply after what it answers, an author and a second for each."""
    size = draw(st.integers(1, 8))
    return nm.CommentThread(
        [
            nm.Comment(
                id=str(number),
                parent=draw(st.sampled_from([None, *map(str, range(1, number))])),
                author=nm.Account(draw(st.sampled_from(["Ada", "Björn ✨", "Li <3"])), id=f"u{number}"),
                created=at(draw(st.integers(0, 10**6))),
                body=[nm.Paragraph(draw(st.sampled_from(["Yes.", "1 < 2 & so on", "Nō"])))],
            )
            for number in range(1, size + 1)
        ]
    )


def facts(document: nm.Article) -> list[tuple]:
    """What a move must not change: tree, authors, dates to the second, states and words."""
    return [
        (c.id, c.parent, c.author and c.author.name, c.created, c.status, nm.plain_text(c.body))
        for c in document.comments
    ]


def moved(article: nm.Article, name: str, report: Report) -> nm.Article:
    return registry.get(name).read(registry.get(name).write(article, report))


def test_the_systems_are_all_there():
    assert {"disqus", "remark42", "commento", "isso", "wordpress-comments", "activitystreams"} < set(SYSTEMS)
    assert {"coral", "atom-threads", "web-annotation", "html", "json"} < set(SYSTEMS)


@given(talks(), st.permutations(SYSTEMS))
def test_a_thread_moves_through_all_systems_with_tree_authors_dates_and_words(thread, systems):
    article = nm.Article("Harbour", canonical_url="https://news.example/harbour", comments=thread)
    there = article
    for name in systems:
        there = moved(there, name, Report())

    assert facts(article) == facts(there)


@settings(max_examples=4 * settings().max_examples)
@given(threads(), st.permutations(SYSTEMS).map(lambda names: names[:3]))
def test_what_does_not_move_is_told(thread, systems):
    there = nm.Article("Harbour", canonical_url="https://news.example/harbour", comments=thread)
    for name in systems:
        before, report = there, Report()
        there = moved(before, name, report)

        assert [] == [
            fact for fact in changed(before, there) if not is_told(fact, {loss.code for loss in report.losses})
        ]


FACTS = ("parent", "created", "status", "body", "kind", "author")


def changed(before: nm.Article, there: nm.Article) -> list[str]:
    """The facts of comments that are not as they were: "id" stands for the comment itself."""
    found = {comment.id: comment for comment in there.comments}
    names = ["id" for comment in before.comments if comment.id not in found]
    for one in before.comments:
        if (other := found.get(one.id)) is not None:
            names += [name for name in FACTS if getattr(one, name) != getattr(other, name)]
            names += ["published"] * (one.status != "published" == other.status)
    return names


def is_told(fact: str, codes: set[str]) -> bool:
    """Whether a report says that *fact* did not move; of what became public nothing can be said."""
    others = {"id": {"comment"}, "parent": {"comment.id"}, "author": {"account"}, "body": {"paragraph", "text.space"}}
    told = {f"comment.{fact}", *others.get(fact, ())}
    return fact != "published" and any(code in told or code.startswith(f"{fact}.") for code in codes | _accounts(codes))


def _accounts(codes: set[str]) -> set[str]:
    return {"comment.author" for code in codes if code.startswith("account.")}


@pytest.mark.parametrize(("size", "shape"), [(MANY, "random"), (DEPTH, "chain")])
def test_a_long_thread_moves_whole(size, shape):
    comments = [
        attrs.evolve(c, id=str(int(c.id) + 1), parent=c.parent and str(int(c.parent) + 1), author="Ada")
        for c in large(size, shape)
    ]
    article = there = nm.Article(
        "Harbour", canonical_url="https://news.example/harbour", comments=nm.CommentThread(comments)
    )
    for name in SYSTEMS:
        there = moved(there, name, Report())

    assert facts(article) == facts(there)
