"""Inline feedback: the passages that comments are about are marked in the text, and cost the article nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel as nm
from newsmodel.strategies import texts

WORDS = "The pier was closed at noon."


def story(*spans, text=WORDS):
    comments = [
        nm.Comment(
            id=f"c{number}", body=["Was it?"], anchor=nm.Anchor(str(nm.Text(text))[a:b], block="p", start=a, end=b)
        )
        for number, (a, b) in enumerate(spans)
    ]
    return nm.Article("x", body=[nm.Paragraph(text, id="p")], comments=nm.CommentThread(comments))


def test_a_passage_and_its_comment_link_to_each_other():
    page = nm.to_html(story((4, 8)))

    assert (
        'The <mark class="passage" id="passage-c0">pier</mark>'
        '<a class="passage-link" href="#comment-c0" aria-label="Comment on this passage">+</a> was' in page
    )
    assert '<p class="about"><a href="#passage-c0"><q>pier</q></a></p>' in page


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=30))
def test_passages_of_any_place_and_number_leave_the_article_as_it_is(spans):
    article = story(*spans)
    report = nm.Report()

    assert article == nm.from_html(nm.to_html(article), report=report)
    assert ([], []) == (report.losses, report.diagnostics)


@given(texts("hostile"), st.integers(0, 30), st.integers(1, 30))
def test_passages_in_any_text_leave_it_as_it_is(text, start, length):
    article = story((start, start + length), text=text)

    assert article == nm.from_html(nm.to_html(article))


def test_a_passage_across_marks_is_marked_whole():
    text = ["The ", nm.Span("old pier", marks=["strong"]), " was closed"]
    page = nm.to_html(story((0, 12), text=text))

    assert '<mark class="passage" id="passage-c0">The <strong>old pier</strong></mark><a class="passage-link"' in page


def test_no_link_stands_in_a_link():
    text = [nm.Span("the pier", marks=[nm.Link("https://news.example/pier")])]
    page = nm.to_html(story((4, 8), text=text), fragment=True)

    assert "passage-link" not in page
    assert 1 == page.count('<mark class="passage"')


@pytest.mark.parametrize("anchor", [nm.Anchor("pier"), nm.Anchor("pier", block="gone", start=4, end=8)])
def test_an_anchor_without_a_place_shows_its_quote_alone(anchor):
    article = nm.Article("x", body=[WORDS], comments=nm.CommentThread([nm.Comment(id="a", anchor=anchor)]))
    page = nm.to_html(article)

    assert '<p class="about"><q>pier</q></p>' in page
    assert '<mark class="passage"' not in page
    assert article == nm.from_html(page)


def test_a_block_without_an_id_is_found_by_its_path():
    body = ["One.", nm.List(["The pier was closed."])]
    anchor = nm.anchor(nm.Article(body=body), "$.body[1].items[0].body[0]", 4, 8)
    article = nm.Article("x", body=body, comments=nm.CommentThread([nm.Comment(id="a", anchor=anchor)]))
    page = nm.to_html(article)

    assert '<li>The <mark class="passage" id="passage-a">pier</mark>' in page
    assert article == nm.from_html(page)
