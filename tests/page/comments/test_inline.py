"""Inline feedback of wpDiscuz: passages of the body with their forms, and the comments that are about them."""

import newsmodel as nm

FORM = (
    '<div class="wpd-inline-icon-wrapper"><svg class="wpd-inline-icon"></svg><div class="wpd-inline-icon-count'
    ' wpd-has-comments">1</div></div><div class="wpd-inline-form-wrapper"><div class="wpd-inline-form">'
    '<div class="wpd-inline-form-question">Do you agree?</div><form class="wpd-inline-form"><textarea></textarea>'
    "<input value=Comment></form></div></div>"
)
PAGE = f"""<!doctype html><html><body><article class="post"><h1>Ferries sail again</h1>
<p>The harbour board said on Monday that the ferries will sail again from the old quay, eleven weeks after.</p>
<p>Repairs to the pier, it said, <div class="wpd-inline-shortcode wpd-inline-opened" id="wpd-inline-k3j9x0q2ab">cost
 less than was feared{FORM}</div>, and the timetable of last summer stays as it was for this year and the next.</p>
<p>The first boat leaves at six in the morning, as it did before the storm, and the last one at nine at night.</p>
</article><div id="wpdcom"><div id="wpd-threads" class="wpd-thread-wrapper"><div class="wpd-thread-list">
<div id="wpd-comm-41_0" class="comment wpd-comment wpd_comment_level-1 wpd-inline-comment"><div id="comment-41"
 class="wpd-comment-right"><div class="wpd-comment-author">Marta</div><div class="wpd-comment-text">
<div class="wpd-inline-feedback-wrapper"><span class="wpd-inline-feedback-info">Inline Feedback:</span> "cost less
 than was feared" <a class="wpd-feedback-content-link"
 data-feedback-content-id="k3j9x0q2ab"
 href="#wpd-inline-k3j9x0q2ab">&raquo;</a></div>
<p>Less for whom?</p></div></div></div></div></div></div></body></html>"""


def test_a_paragraph_that_a_marker_split_is_one_again_and_the_form_is_no_text():
    body = nm.parse(PAGE, "html").body

    assert 3 == len(body)
    assert "Repairs to the pier, it said, cost less than was feared, and the timetable" == str(body[1].text)[:74]


def test_a_form_has_its_question_and_is_anchored_to_its_passage():
    article = nm.parse(PAGE, "html")
    (form,) = article.comments.forms

    assert ("Do you agree?", True, "k3j9x0q2ab") == (form.question, form.open, form.anchor.form)
    assert ("$.body[1]", "cost less than was feared") == (form.anchor.block, form.anchor.exact)
    assert form.anchor.exact == str(article.body[1].text)[form.anchor.start : form.anchor.end]
    assert ("the pier, it said, ", ", and the timetable of") == (form.anchor.prefix[-19:], form.anchor.suffix[:22])


def test_a_comment_on_a_passage_is_anchored_to_it_and_says_only_what_its_author_did():
    article = nm.parse(PAGE, "html")
    (comment,) = article.comments

    assert article.comments.forms[0].anchor == comment.anchor
    assert "Less for whom?" == nm.plain_text(comment)


def test_a_comment_whose_passage_is_not_on_the_page_keeps_its_quote():
    page = PAGE.replace("wpd-inline-shortcode", "other")
    (comment,) = nm.parse(page, "html").comments

    assert ("k3j9x0q2ab", None) == (comment.anchor.form, comment.anchor.block)
    assert "cost less than was feared" in comment.anchor.exact


def test_a_passage_of_a_page_is_found_where_its_paragraph_went():
    article = nm.parse(PAGE, "html")
    anchor = article.comments.forms[0].anchor
    moved = nm.Article(body=["A correction.", *article.body])

    assert nm.anchor(article, anchor.block, anchor.start, anchor.end).target_version == anchor.target_version
    assert (moved.body[2], anchor.start, anchor.end) == nm.resolve(moved, anchor)
