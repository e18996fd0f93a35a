"""A text that stands on its page twice."""

import pytest
from tests.linear import assert_linear

from newsmodel.markup.engine import parse
from newsmodel.page.content.doubles import without_doubles
from newsmodel.page.content.lines import Lines
from newsmodel.page.survey import Survey

FIRST = "The harbour board voted on Tuesday to move the crossing, which has closed the road to the quay twice."
SECOND = (
    "Nobody on the island was asked, the fishers complain, although the slip is theirs since the last war, as all know."
)
SHOWN = f"<p>{FIRST}</p><p>{SECOND}</p>"


def kept(body: str) -> list[str]:
    survey = Survey(parse(f"<body>{body}</body>"))
    lines = Lines(survey)
    texts = dict(zip(lines.numbers, lines.texts, strict=True))
    return [texts[number] for number in without_doubles(survey, lines, lines.numbers)]


@pytest.mark.parametrize(
    "body",
    [
        f"{SHOWN}<div style='display:none'>{SHOWN}</div>",
        f"<div class=x style='color:red; display: none'>{SHOWN}</div><main>{SHOWN}</main>",
        f"<div style='display:none'><div style='display:none'>{SHOWN}</div></div>{SHOWN}",
    ],
)
def test_what_is_not_shown_and_says_again_what_is_shown_is_left_out(body):
    assert kept(body) == [FIRST, SECOND]


def test_a_text_run_together_is_known_by_its_sentences_wherever_it_begins():
    shown = [
        f"Sentence {at} of the text, which is long enough to be one. And a second, number {at}." for at in range(40)
    ]
    run = "".join(shown).replace(". ", ".")[20:]

    assert (
        kept(f"<main>{''.join(f'<p>{each}</p>' for each in shown)}</main><div style=display:none>{run}</div>") == shown
    )


@pytest.mark.parametrize(
    "body",
    [
        f"{SHOWN}<div>{SHOWN}</div>",
        f"{SHOWN}<p>{FIRST}</p><div style=display:none><p>{SECOND.upper()}</p></div>",
        f"<div style=display:none>{SHOWN}<p>{FIRST}</p></div>",
    ],
)
def test_what_is_shown_or_says_something_else_stays(body):
    assert len(kept(body)) >= 3


@pytest.mark.parametrize(
    "others", [FIRST, "Line {} of what is not shown is another one, and as long as a paragraph of an article."]
)
def test_the_time_grows_with_the_page_and_not_faster(others):
    def lines(count: int) -> tuple[Survey, Lines]:
        shown = "".join(f"<p>{at} {FIRST}</p>" for at in range(count))
        unseen = "".join(f"<div style=display:none><p>{others.format(at)}</p></div>" for at in range(count))
        survey = Survey(parse(f"<body>{SHOWN}{SHOWN}{shown}{unseen}</body>"))
        return survey, Lines(survey)

    assert_linear(lines, lambda given: without_doubles(*given, given[1].numbers), 800)
