"""Threads for tests: of any shape, in Hypothesis strategies, and of any size."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cache

from hypothesis import strategies as st

import newsmodel as nm

START = datetime(2026, 3, 5, 6, 30, tzinfo=UTC)
IDS = [f"c{number}" for number in range(12)]
STATUSES = ("published", "published", "pending", "spam", "rejected", "withheld", "deleted")


def at(minute: int) -> datetime:
    return START + timedelta(minutes=minute)


@st.composite
def small_comments(draw, id: str) -> nm.Comment:
    """A comment that answers any other of twelve, itself among them, or one that does not exist, or nobody."""
    return nm.Comment(
        id=id,
        parent=draw(st.sampled_from([None, None, "absent", *IDS])),
        author=draw(st.sampled_from([None, "Ada", "Ben"])),
        created=draw(st.none() | st.integers(0, 30).map(at)),
        edited=draw(st.none() | st.integers(31, 33).map(at)),
        body=draw(st.sampled_from([(), ("Yes.",), ("No.", "Never.")])),
        status=draw(st.sampled_from(STATUSES)),
        flags=draw(st.sampled_from([(), (), ("pinned",), ("sticky",)])),
        votes=draw(st.builds(nm.Tally, up=st.none() | st.integers(0, 9), down=st.none() | st.integers(0, 9))),
        declared_replies=draw(st.none() | st.integers(0, 5)),
        private=draw(st.sampled_from([None, nm.CommentPrivate(email="ada@mail.example")])),
        source=draw(st.sampled_from([None, nm.CommentSource("Yes.")])),
    )


@st.composite
def threads(draw) -> nm.CommentThread:
    """Threads with orphans, rings and every state; many share ids, so that they can be merged."""
    ids = draw(st.lists(st.sampled_from(IDS), unique=True, max_size=len(IDS)))
    return nm.CommentThread(
        [draw(small_comments(id)) for id in ids],
        declared=draw(st.none() | st.integers(0, 20)),
        declared_text=draw(st.sampled_from([None, "12", "1.2K"])),
        complete=draw(st.sampled_from([None, False, True])),
        open=draw(st.sampled_from([None, False, True])),
        system=draw(st.sampled_from([None, "disqus"])),
        more=draw(st.lists(st.builds(nm.More, cursor=st.sampled_from("abc")), max_size=2)),
        forms=draw(st.lists(st.builds(nm.FeedbackForm, st.sampled_from("PQ"), id=st.sampled_from("fg")), max_size=2)),
        extra=draw(st.sampled_from([{}, {"wxr": {"a": 1}}, {"wxr": {"a": 2}, "disqus": True}])),
    )


PARENTS: dict[str, Callable[[random.Random, int], int | None]] = {
    "random": lambda dice, number: None if not number or dice.random() < 0.3 else dice.randrange(number),
    "chain": lambda dice, number: number - 1 if number else None,
    "star": lambda dice, number: 0 if number else None,
}


@cache
def large(size: int, shape: str = "random") -> nm.CommentThread:
    """A thread of *size* comments in a known shape, their dates distinct and in no order."""
    dice = random.Random(size)
    minutes = dice.sample(range(2 * size), size)
    parents = [PARENTS[shape](dice, number) for number in range(size)]
    return nm.CommentThread(
        [
            nm.Comment(
                id=str(number),
                parent=None if parent is None else str(parent),
                created=at(minute),
                votes=nm.Tally(up=dice.randrange(50), down=dice.randrange(20)),
            )
            for number, (parent, minute) in enumerate(zip(parents, minutes, strict=True))
        ]
    )


@cache
def deep(depth: int) -> nm.CommentThread:
    """A chain of replies, the last one first: no parent comes before its reply."""
    return nm.CommentThread(large(depth, "chain").comments[::-1])
