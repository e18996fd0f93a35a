"""A discussion as blocks: a heading, lists within lists, every word of every comment."""

from collections import Counter

from hypothesis import given

import newsmodel as nm
from newsmodel.model.threads.lowering import LEVELS, lower
from newsmodel.strategies import comment_threads


def chain(count):
    return nm.CommentThread(
        [nm.Comment(id=str(i), parent=str(i - 1) if i else None, author="Ann", body=[f"word{i}"]) for i in range(count)]
    )


def test_replies_are_lists_in_the_item_of_what_they_answer():
    thread = nm.CommentThread(
        [
            nm.Comment(id="a", author="Ann", body=["First."]),
            nm.Comment(id="b", author="Bob", parent="a", body=["Second."]),
            nm.Comment(id="c", status="deleted"),
        ]
    )
    strong = [nm.Span("Ann", marks=["strong"])], [nm.Span("Bob", marks=["strong"])]
    reply = nm.List([nm.ListItem([nm.Paragraph(strong[1]), nm.Paragraph("Second.")])], tight=False)
    first = nm.ListItem([nm.Paragraph(strong[0]), nm.Paragraph("First."), reply])

    assert lower(thread) == (
        nm.Heading("3 comments"),
        nm.List([first, nm.ListItem(["(deleted)"])], tight=False),
    )


def test_lists_nest_five_deep_and_deeper_replies_say_what_they_answer():
    heading, discussion = lower(chain(2000))

    assert nm.Heading("2000 comments") == heading
    assert LEVELS == discussion._depth
    assert nm.plain_text(discussion).count("in reply to Ann") == 2000 - LEVELS
    assert "word1999" in nm.plain_text(discussion)


@given(comment_threads("hostile"))
def test_every_word_of_every_comment_is_there(thread):
    shown = nm.plain_text(lower(thread)).split()

    for comment in thread:
        assert Counter(nm.plain_text(comment.body).split()) <= Counter(shown)


def test_an_article_keeps_its_discussion_in_markdown_and_text_when_asked():
    article = nm.Article("Pier", body=["Closed."], comments=chain(3))
    for name in ("markdown", "text"):
        report = nm.Report()
        with_comments = nm.render(article, name, comments=True, report=report)

        assert "3 comments" in with_comments
        assert "word2" in with_comments
        assert ("article.comments", "flattened") in [(loss.code, loss.effect) for loss in report.losses]
        assert "word2" not in nm.render(article, name)
        assert "word2" in nm.render(article.comments, name)


def test_a_comment_whose_containers_find_no_room_keeps_its_words():
    block = nm.Quote("deep words")
    for _ in range(62):
        block = nm.Aside([block])
    thread = nm.CommentThread(
        [nm.Comment(id=str(i), parent=str(i - 1) if i else None, body=[block]) for i in range(LEVELS + 1)]
    )

    assert nm.plain_text(lower(thread)).count("deep words") == LEVELS + 1
