"""Whole pages, one a system: every comment found with its parent, author, date, votes and text, and none invented.

The pages in `tests/samples/comment-pages` were written for this; the shared ones are real, and judged by their truth.
"""

import json
import re
import unicodedata
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

import newsmodel as nm
from newsmodel.phrases.dates import written_date

OWN = Path(__file__).resolve().parents[2] / "samples" / "comment-pages"
PAGES = sorted(path.stem for path in OWN.glob("*.html"))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_gives_its_thread(name):
    gold = json.loads((OWN / f"{name}.json").read_text("utf-8"))
    article = nm.read(OWN / f"{name}.html")
    thread = article.comments

    assert [
        (id, parent, author, datetime.fromisoformat(created) if created else None, text)
        for id, parent, author, created, text in gold["comments"]
    ] == [(c.id, c.parent, c.author.name if c.author else None, c.created, nm.plain_text(c)) for c in thread]
    assert {key: gold[key] for key in ("system", "key", "declared", "complete", "open")} == {
        key: getattr(thread, key) for key in ("system", "key", "declared", "complete", "open")
    }
    assert gold.get("url") == thread.url
    by_id = {comment.id: comment for comment in thread}
    assert gold.get("votes", {}) == {id: by_id[id].votes.score for id in gold.get("votes", {})}
    assert gold.get("up", {}) == {id: by_id[id].votes.up for id in gold.get("up", {})}


@pytest.mark.parametrize("name", PAGES)
def test_no_comment_is_in_the_body(name):
    body = nm.read(OWN / f"{name}.html").body

    assert 2 == len(body)
    assert str(body[1].text).endswith("the timetable of last summer stays as it was.")


def test_what_a_page_says_of_a_commenter_is_kept():
    thread = nm.read(OWN / "wpdiscuz-7.html").comments
    first, second = thread

    assert ("https://marta.example", "https://pictures.example/41.png", "guest") == (
        first.author.url,
        first.author.avatar,
        first.author.role,
    )
    assert ["Captain"] == [badge.label for badge in first.author.badges]
    assert ("sticky",) == first.flags
    assert "author" == second.author.role
    assert ["41"] == [more.cursor for more in thread.more]


def test_states_kinds_and_addresses_are_read():
    thread = nm.read(OWN / "wordpress-html5.html").comments

    assert {"11": "comment", "12": "pingback", "13": "comment", "14": "comment"} == {c.id: c.kind for c in thread}
    assert ["14"] == [c.id for c in thread if c.status == "pending"]
    assert "https://quayside.example/news/ferries#comment-11" == thread.comments[0].url
    assert "https://quayside.example/news/ferries/comment-page-2#comments" == (
        nm.read(OWN / "wordpress-classic.html").comments.more[0].url
    )


# ---- the shared pages

GOALS = {"author": 0.98, "date": 0.98, "votes": 0.98}


def _letters(text: str | None) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text or "")).casefold()


def _is_dated(comment: nm.Comment, date: str | None) -> bool:
    if date is None:
        return comment.created is None
    told = written_date(date)
    if told is None:
        return comment.created is None and _letters(comment.created_text) == _letters(date)
    return comment.created == told.value


def _depths(thread: nm.CommentThread) -> dict[str, int]:
    parents, depths = {comment.id: comment.parent for comment in thread}, {}
    for id in parents:
        depth, above = 1, parents[id]
        while above in parents:
            depth, above = depth + 1, parents[above]
        depths[id] = depth
    return depths


@pytest.fixture(scope="module")
def judged(samples) -> list[tuple[dict[str, Any], nm.Article]]:
    """The shared pages with the truth about each."""
    folder = samples / "comment-pages"
    golds = [json.loads(path.read_text("utf-8")) for path in sorted((folder / "gold").glob("*.json"))]
    if not golds:
        pytest.skip(f"no comment pages in {folder}")
    return [(gold, nm.read(folder / gold["file"])) for gold in golds]


def test_every_comment_of_the_shared_pages_is_found_and_none_invented(judged):
    for gold, article in judged:
        told = [comment["id"] for comment in gold.get("comments", [])]

        assert sorted(told) == sorted(comment.id for comment in article.comments), gold["file"]
        assert gold["loaded_count"] == len(article.comments)


def test_parents_depths_and_kinds_of_the_shared_pages_are_all_right(judged):
    for gold, article in judged:
        depths, by_id = _depths(article.comments), {comment.id: comment for comment in article.comments}
        for told in gold.get("comments", []):
            comment = by_id[told["id"]]

            assert (told["parent"], told["depth"]) == (comment.parent, depths[comment.id]), (gold["file"], told["id"])
            assert told.get("kind", "comment") == comment.kind


def test_declared_counts_of_the_shared_pages_are_all_right(judged):
    wrong = {
        gold["file"]: article.comments.declared
        for gold, article in judged
        if gold["declared_count"] is not None and gold["declared_count"] != article.comments.declared
    }

    assert {} == wrong


def test_authors_dates_and_votes_of_the_shared_pages_reach_their_goals(judged):
    right: dict[str, list[bool]] = {"author": [], "date": [], "votes": []}
    for gold, article in judged:
        by_id = {comment.id: comment for comment in article.comments}
        for told in gold.get("comments", []):
            comment = by_id[told["id"]]
            name = comment.author.name if comment.author else None
            right["author"].append(_letters(name) == _letters(told["author"]))
            right["date"].append(_is_dated(comment, told["date"]))
            if "votes" in told:
                right["votes"].append(told["votes"] == str(comment.votes.score))

    assert {} == {what: sum(said) / len(said) for what, said in right.items() if sum(said) < GOALS[what] * len(said)}


def test_texts_of_the_shared_pages_begin_as_they_should_and_stay_out_of_the_body(judged):
    for gold, article in judged:
        by_id = {comment.id: comment for comment in article.comments}
        blocks = {_letters(nm.plain_text(block)) for block in article.body}
        for told in gold.get("comments", []):
            text = _letters(nm.plain_text(by_id[told["id"]]))

            assert text.startswith(_letters(told["first_words"])), (gold["file"], told["id"])
            assert len(text) < 40 or text not in blocks
