"""Comment sections: kept out of the body, their declared count read where it is plain."""

import pytest

from newsmodel.markup.engine import parse
from newsmodel.model import CommentThread
from newsmodel.page import read_page
from newsmodel.report import Report

PROSE = "<p>The harbour board voted on Tuesday to move the crossing, which has closed the road to the quay twice.</p>"
COMMENT = "<p>I have never agreed with anything as much as I agree with this article, and I read a great deal.</p>"


def thread(markup: str) -> CommentThread:
    article = read_page(parse(f"<article><h1>T</h1>{PROSE}{markup}</article>"), Report())

    assert not any("never agreed" in str(getattr(block, "text", "")) for block in article.body)
    return article.comments


@pytest.mark.parametrize(
    ("markup", "declared"),
    [
        ('<div class=wpd-thread-info data-comments-count="1234">1.2K Comments</div>', 1234),
        ('<div class=wpd-thread-info data-comments-count="0"><span class=wpdtc>0</span> Comments</div>', 0),
        (f"<section id=comments><h2>20 thoughts on “T”</h2>{COMMENT}</section>", 20),
        (f"<div class=comments-area><h3>12 Kommentare</h3>{COMMENT}</div>", 12),
        ("<a class=comments-link href=#c>No Comments</a>", 0),
        ("<a class=comments-link href=#c>Leave a comment</a>", None),
        (f"<div id=comments>{COMMENT}</div>", None),
    ],
)
def test_the_declared_count_is_read_where_it_is_plain(markup, declared):
    assert declared == thread(markup).declared


def test_a_rounded_count_keeps_its_words():
    told = thread("<span class=comment-count>1.2K</span>")

    assert (1200, "1.2K") == (told.declared, told.declared_text)


def test_the_record_comes_before_what_the_page_shows():
    script = '<script type="application/ld+json">{"@type": "NewsArticle", "commentCount": 7}</script>'

    assert 7 == thread(f"{script}<span class=comment-count>5</span>").declared


def test_a_counter_of_comments_is_told_from_other_counters():
    counters = """[{"interactionType": "https://schema.org/LikeAction", "userInteractionCount": 9},
        {"interactionType": {"@type": "CommentAction"}, "userInteractionCount": "3"}]"""
    script = f'<script type="application/ld+json">{{"@type": "Article", "interactionStatistic": {counters}}}</script>'

    assert 3 == thread(script).declared


@pytest.mark.parametrize(
    ("name", "system"), [("id=disqus_thread", "disqus"), ("id=wpdcom", "wpdiscuz"), ("id=comments", None)]
)
def test_the_system_that_holds_the_thread_is_named(name, system):
    assert system == thread(f"<div {name}>{COMMENT}</div>").system
