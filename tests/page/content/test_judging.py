"""Which lines are of the article: the rules that follow the forest, on pages too small for it to be sure."""

import newsmodel as nm
from newsmodel.markup.engine import parse
from newsmodel.page.content.features import Told
from newsmodel.page.content.judging import lines_of_article
from newsmodel.page.content.lines import Lines
from newsmodel.page.survey import Survey

BEFORE = "<p>Before it stands a paragraph of some length, which has words enough to be one.</p>"
AFTER = "<p>After it stands another paragraph, which is long enough to be one as well.</p>"


def body(between: str) -> str:
    page = f"<title>The bridge</title><article><h1>The bridge</h1>{BEFORE}{between}{AFTER}</article>"
    return nm.plain_text(nm.parse(f"<!doctype html>{page}", "html"))


def test_a_whole_sentence_right_between_two_lines_stays():
    assert "nobody had asked" in body(
        "<div>She wrote to the council that <a href=/x>they</a> say nobody had asked.</div>"
    )


def test_the_headline_is_no_line_and_puts_nothing_out():
    survey = Survey(parse(f"<!doctype html><article><h1>The bridge</h1>{BEFORE}{AFTER}</article>"))

    found = lines_of_article(survey, Lines(survey), Told())

    assert [survey.tags[number] for number in found] == ["p", "p"]
