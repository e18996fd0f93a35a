import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel as nm
from newsmodel.model.anchors import resolve
from newsmodel.model.anchors.feedback import read_feedback, write_feedback

SHORTCODE = '[wpdiscuz-feedback id="k3j9x0q2ab" question="Do you agree?" opened="1"]the gate[/wpdiscuz-feedback]'
WORDS = st.text("ab [ ]/=\"'&;é🚢", min_size=1, max_size=12)


def test_a_shortcode_becomes_a_form_with_an_anchor():
    text, (form,) = read_feedback(f"They opened {SHORTCODE} at noon.")

    assert "They opened the gate at noon." == str(text)
    assert ("k3j9x0q2ab", "Do you agree?", True) == (form.id, form.question, form.open)
    made = form.anchor
    assert ("the gate", 12, 20, "They opened ", " at noon.") == (
        made.exact,
        made.start,
        made.end,
        made.prefix,
        made.suffix,
    )
    assert ("Do you agree?", True, "k3j9x0q2ab") == (made.question, made.open, made.form)


def test_written_back_it_is_the_shortcode_again():
    before = f"They opened {SHORTCODE} at noon, {SHORTCODE.replace('k3', 'zz')}."

    assert before == str(write_feedback(*read_feedback(before)))


@given(WORDS, WORDS, WORDS, st.sampled_from([None, True, False]))
def test_any_question_comes_back(passage, rest, question, is_open):
    anchor = nm.Anchor(passage, start=0, end=len(passage))
    form = nm.FeedbackForm(question, id="a1", open=is_open, anchor=anchor)
    text, (read,) = read_feedback(write_feedback(passage + rest, [form]))

    assert passage + rest == str(text)
    assert (question, "a1", is_open, passage) == (read.question, read.id, read.open, read.anchor.exact)


@given(st.lists(WORDS, min_size=1, max_size=5), st.data())
def test_reading_is_the_inverse_of_writing(words, data):
    plain = "".join(words)
    forms, offset = [], 0
    for number, word in enumerate(words):
        if data.draw(st.booleans()):
            anchor = nm.Anchor(word, start=offset, end=offset + len(word))
            forms.append(nm.FeedbackForm("Q", id=f"f{number}", open=False, anchor=anchor))
        offset += len(word)
    text, read = read_feedback(write_feedback(plain, forms))

    assert plain == str(text)
    assert [(form.id, form.anchor.start, form.anchor.exact) for form in forms] == [
        (form.id, form.anchor.start, form.anchor.exact) for form in read
    ]


def test_the_passage_keeps_its_marks():
    opening, closing = SHORTCODE.split("the gate")
    rich = nm.Text(["They opened ", opening, "the ", nm.Span("gate", marks=["strong"]), closing, " at noon."])
    text, forms = read_feedback(rich)

    assert nm.Text(["They opened the ", nm.Span("gate", marks=["strong"]), " at noon."]) == text
    assert rich == write_feedback(text, forms)


def test_an_anchor_that_knows_its_block_is_resolved_in_the_article():
    text, (form,) = read_feedback(f"They opened {SHORTCODE} at noon.", block="$.body[0]")
    article = nm.Article(body=[nm.Paragraph(text)])

    assert (article.body[0], 12, 20) == resolve(article, form.anchor)


@pytest.mark.parametrize(
    "text",
    [
        "nothing",
        '[wpdiscuz-feedback id="a"]never closed',
        "closed, never opened[/wpdiscuz-feedback]",
        '[wpdiscuz-feedback id="a"][/wpdiscuz-feedback]',
        "[wpdiscuz-feedbacks]x[/wpdiscuz-feedbacks]",
    ],
)
def test_what_is_no_shortcode_stays_in_the_text(text):
    assert (nm.Text(text), ()) == read_feedback(text)


def test_attributes_may_be_missing_or_in_single_quotes():
    _, (form,) = read_feedback("[wpdiscuz-feedback question='Is it \"so\"?']x[/wpdiscuz-feedback]")

    assert (None, 'Is it "so"?', None) == (form.id, form.question, form.open)


def test_forms_that_cannot_be_written_are_refused():
    one = nm.FeedbackForm("Q", anchor=nm.Anchor("ab", start=0, end=2))
    other = nm.FeedbackForm("Q", anchor=nm.Anchor("bc", start=1, end=3))

    with pytest.raises(ValueError, match="overlap"):
        write_feedback("abc", [one, other])
    with pytest.raises(ValueError, match="not in this text"):
        write_feedback("xyz", [one])
    with pytest.raises(ValueError, match="no passage"):
        write_feedback("abc", [nm.FeedbackForm("Q")])


def test_a_hundred_thousand_tags_are_read_in_linear_time():
    opening = '[wpdiscuz-feedback id="a"]'
    _, forms = read_feedback(opening * 50_000 + "x[/wpdiscuz-feedback]" * 50_000)

    assert 1 == len(forms)
    assert 20_000 == len(read_feedback(f"{opening}x[/wpdiscuz-feedback]" * 20_000).forms)
