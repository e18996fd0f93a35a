import json

from hypothesis import given
from hypothesis import strategies as st

import newsmodel as nm
from newsmodel.markup.engine import children, parse
from newsmodel.markup.html import reader
from newsmodel.markup.reading import Read
from newsmodel.page.content.questions import question_rules, with_questions
from newsmodel.page.sources import read_sources
from newsmodel.page.survey import Survey
from newsmodel.strategies import articles

ASKED = ("When does the ferry run?", "What does it cost?")
ANSWERED = ("Every <b>two</b> hours, from six.", "Four euros.")
PAIRS = (
    nm.QuestionAndAnswer(ASKED[0], ["Every two hours, from six.", "Not on Sundays."]),
    nm.QuestionAndAnswer(ASKED[1], ["Four euros."]),
)


def sources_of(record):
    page = f"<body><script type=application/ld+json>{json.dumps(record)}</script></body>"
    return read_sources(Survey(parse(page)), nm.Report(), None)


def faq(*pairs):
    asked = [
        {"@type": "Question", "name": name, "acceptedAnswer": {"@type": "Answer", "text": text}} for name, text in pairs
    ]
    return sources_of({"@type": "FAQPage", "mainEntity": asked})


FAQ = faq((ASKED[0], f"<p>{ANSWERED[0]}</p><p>Not on Sundays.</p>"), (ASKED[1], ANSWERED[1]))


def marked(name, answer, tag="div"):
    return (
        f"<{tag} itemscope itemprop=mainEntity itemtype='https://schema.org/Question'>"
        f"<h3 itemprop='name text'>{name}</h3>"
        f"<div itemscope itemprop='suggestedAnswer acceptedAnswer' itemtype='https://schema.org/Answer'>"
        f"<div itemprop=text>{answer}</div></div></{tag}>"
    )


def read(markup):
    root = parse(f"<body>{markup}</body>")
    body = Survey(root).nodes[Survey(root).numbers("body")[0]]
    return Read(reader, nm.Report(), rules=question_rules(Survey(root))).blocks(children(body))


def test_questions_in_microdata_are_typed():
    found = read(
        marked(ASKED[0], "<p>Every two hours, from six.</p><p>Not on Sundays.</p>") + marked(ASKED[1], "Four euros.")
    )

    assert PAIRS == found


def test_an_element_that_opens_is_a_question_as_well():
    first, second = (
        marked(name, answer, "details") for name, answer in zip(ASKED, ("Hourly.", "Four euros."), strict=True)
    )

    assert ASKED == tuple(str(each.question) for each in read(first + second))


def test_a_page_about_one_question_is_no_list_of_them():
    assert "question-and-answer" not in [each.type for each in read(marked(*ASKED))]


def test_a_question_without_its_answer_stays_what_it_is():
    markup = f"<div itemscope itemtype='https://schema.org/Question'><h3 itemprop=name>{ASKED[0]}</h3></div>"

    assert (nm.Heading(ASKED[0], level=3),) * 2 == read(markup * 2)


def test_questions_in_the_record_are_typed_where_the_page_shows_them():
    before, after = nm.Paragraph("All about the ferry."), nm.Heading("Further plans")
    body = (
        before,
        nm.Heading(ASKED[0], level=3),
        nm.Paragraph("Every two hours, from six."),
        nm.Paragraph("Not on Sundays."),
        nm.Paragraph("WHAT DOES IT COST"),
        nm.Paragraph("Four euros."),
        after,
    )
    found = with_questions(body, FAQ)

    assert (before, PAIRS[0], nm.QuestionAndAnswer("WHAT DOES IT COST", ["Four euros."]), after) == found


def test_labels_of_question_and_answer_are_passed_over():
    body = (nm.Paragraph("Q: " + ASKED[1]), nm.Paragraph("A: Four euros."))

    assert (nm.QuestionAndAnswer(body[0].text, body[1:]),) == with_questions(body, FAQ)


def test_a_box_that_opens_is_a_question():
    assert PAIRS == with_questions(
        tuple(nm.Aside(each.answer, title=each.question, kind="details") for each in PAIRS), FAQ
    )


LONG = "The ferry takes bicycles on every crossing of the day."


def test_an_answer_is_given_the_question_that_a_button_shows():
    body = (nm.Paragraph(LONG), nm.Paragraph("It is late today."))
    record = {"@type": "Question", "name": "Bicycles?", "acceptedAnswer": {"@type": "Answer", "text": LONG}}
    told = json.dumps({"@type": "FAQPage", "mainEntity": [record]})

    for shown, expected in (
        ("<button>Bicycles?</button>", (nm.QuestionAndAnswer("Bicycles?", body[:1]), body[1])),
        ("", body),
    ):
        page = f"<body><script type=application/ld+json>{told}</script>{shown}<p>{LONG}</p></body>"
        assert expected == with_questions(body, read_sources(Survey(parse(page)), nm.Report(), None))


def test_no_question_is_said_twice():
    record = {"@type": "Question", "name": "Bicycles?", "acceptedAnswer": {"@type": "Answer", "text": LONG}}
    told = json.dumps({"@type": "FAQPage", "mainEntity": [record]})
    page = f"<body><script type=application/ld+json>{told}</script><h2>Bicycles?</h2><p>Ask us.</p><p>{LONG}</p></body>"
    body = (nm.Heading("Bicycles?"), nm.Paragraph("Ask us."), nm.Paragraph(LONG))

    assert body == with_questions(body, read_sources(Survey(parse(page)), nm.Report(), None))


def test_what_the_answer_does_not_hold_is_none_of_it():
    body = (nm.Heading(ASKED[1]), nm.Paragraph("Four euros."), nm.Paragraph("The harbour is closed on Monday."))

    assert (PAIRS[1], body[2]) == with_questions(body, FAQ)
    assert body[2:] == with_questions(body[2:], FAQ)
    assert (body[0], body[2]) == with_questions((body[0], body[2]), FAQ)


def test_a_page_without_such_a_record_stays_as_it_is():
    body = (nm.Heading(ASKED[1]), nm.Paragraph("Four euros."))

    assert body is with_questions(body, sources_of({"@type": "NewsArticle", "headline": "x"}))
    assert body is with_questions(body, faq((ASKED[1], "")))


@given(articles(), st.data())
def test_no_word_is_lost(article, data):
    texts = [str(each.text) for each in article.body if isinstance(each, (nm.Paragraph, nm.Heading))]
    pairs = data.draw(st.lists(st.tuples(st.sampled_from(texts), st.sampled_from(texts)), max_size=4)) if texts else []

    assert nm.plain_text(article.body).split() == nm.plain_text(with_questions(article.body, faq(*pairs))).split()
