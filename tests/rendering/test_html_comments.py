"""A discussion in HTML: nested up to five deep, folded when long, and the same thread when it is read back."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel as nm
from newsmodel.rendering.html import html
from newsmodel.rendering.html_comments import LEVELS, SHOWN
from newsmodel.strategies import comment_threads


def chain(*pairs):
    return nm.CommentThread([nm.Comment(id=id, parent=parent, body=[f"words of {id}"]) for id, parent in pairs])


def read_back(thread, **options):
    report = nm.Report()
    article = nm.from_html(nm.to_html(nm.Article("x", comments=thread), **options), report=report)

    assert ([], []) == (report.losses, report.diagnostics)
    return article.comments


def test_an_empty_thread_is_not_shown_and_one_comment_is_one():
    assert "" == html.render(nm.CommentThread())
    assert "<h2>1 comment</h2>" in html.render(nm.CommentThread([nm.Comment(id="a")]))
    assert "<h2>0 comments</h2>" in html.render(nm.CommentThread(declared=0))


@given(comment_threads("hostile"))
def test_any_thread_reads_back(thread):
    assert thread == read_back(thread, internal=True)


@given(st.permutations(range(9)))
def test_comments_in_any_order_read_back_in_that_order(order):
    thread = chain(*((str(i), str(i // 2) if i else None) for i in order))

    assert thread == read_back(thread)


@pytest.mark.parametrize(
    "thread",
    [
        chain(("a", "gone"), ("b", "a")),
        chain(("a", "a")),
        chain(("a", "b"), ("b", "a"), ("c", None)),
    ],
    ids=["orphan", "of itself", "ring"],
)
def test_a_broken_tree_is_shown_whole_and_reads_back(thread):
    markup = html.render(thread)

    assert len(thread) == markup.count('<article class="comment"')
    assert thread == read_back(thread)


def test_lists_nest_five_deep_and_deeper_replies_say_what_they_answer():
    thread = chain(*((str(i), str(i - 1) if i else None) for i in range(20)))
    markup = html.render(thread)
    depth = deepest = 0
    for tag in re.findall(r"</?ol>", markup):
        depth += 1 if tag == "<ol>" else -1
        deepest = max(deepest, depth)

    assert LEVELS == deepest
    assert 0 == depth
    assert markup.count("<li>") == markup.count("</li>") == 20
    assert '<a class="parent" href="#comment-18">in reply to a comment</a>' in markup
    assert thread == read_back(thread)


def test_replies_follow_what_they_answer():
    markup = html.render(chain(("a", None), ("b", None), ("c", "a")))

    assert ["a", "c", "b"] == re.findall(r'id="comment-(\w)"', markup)


def test_a_long_discussion_is_folded_after_whole_threads():
    thread = chain(*((f"{i}", None if i % 3 == 0 else f"{i - i % 3}") for i in range(60)))
    markup = html.render(thread)
    before = markup[: markup.index("<details")]

    assert 1 == markup.count("<summary>View all 60 comments</summary>")
    assert SHOWN <= before.count('<article class="comment"') < SHOWN + 3
    assert before.count("<ol>") == before.count("</ol>")
    assert thread == read_back(thread)


def test_a_page_with_a_part_of_the_thread_links_to_the_whole():
    thread = nm.CommentThread([nm.Comment(id="a")], declared=12, url="https://news.example/talk")

    assert '<p class="more"><a href="https://news.example/talk">View all 12 comments</a></p>' in html.render(thread)
    assert "View all" not in html.render(nm.CommentThread([nm.Comment(id="a")], declared=12, url="javascript:x"))


def test_who_when_and_what_others_think_are_shown():
    account = nm.Account("Ann", url="https://a.example/", badges=["Staff"])
    votes = nm.Tally(up=3, down=0, reactions={"heart": 2})
    markup = html.render(nm.Comment(id="a", author=account, flags=["pinned"], votes=votes, body=["Yes."]))

    assert '<a class="author" href="https://a.example/" rel="ugc nofollow noopener"' in markup
    assert '<span class="badge">Staff</span>' in markup
    assert '<span class="flag">Pinned</span>' in markup
    assert '<p class="votes">3 up, 0 down, 2 heart</p>' in markup


def test_a_tombstone_says_so_and_keeps_its_replies():
    thread = nm.CommentThread([nm.Comment(id="a", status="deleted"), nm.Comment(id="b", parent="a", body=["Why?"])])
    markup = html.render(thread)

    assert "This comment was deleted." in markup
    assert "Why?" in markup
    assert thread == read_back(thread)


def test_a_clean_page_keeps_the_tree_in_the_order_of_the_tree():
    thread = chain(("a", None), ("b", None), ("c", "a"))
    report = nm.Report()
    page = nm.to_html(nm.Article("x", comments=thread), clean=True, report=report)

    assert ["comment-thread.comments"] == [loss.code for loss in report.losses]
    assert chain(("a", None), ("c", "a"), ("b", None)) == nm.from_html(page).comments
