"""Elements found by words in their class and id: the same as if each name were judged."""

from hypothesis import given
from hypothesis import strategies as st

from newsmodel.markup.engine import parse
from newsmodel.page.named import named
from newsmodel.page.survey import Survey
from newsmodel.page.words import words_of

WANTED = frozenset({"share", "sharing", "author", "byline"})
NAMES = st.lists(
    st.sampled_from(
        ["share", "c-shareBar", "sharing-tools", "authors", "post-author", "BYLINE", "hairshares", "x\ny", "İ"]
    ),
    max_size=4,
)


@given(st.lists(NAMES, max_size=12), st.integers(0, 8))
def test_elements_are_found_as_if_every_name_were_judged(classes, start):
    markup = "".join(f'<div class="{" ".join(each)}"></div>' for each in classes)
    survey = Survey(parse(f"<!doctype html><body>{markup}"))
    expected = [
        number for number, name in enumerate(survey.names) if number >= start and not WANTED.isdisjoint(words_of(name))
    ]

    assert expected == list(named(survey, WANTED, start))


def test_a_range_ends_before_its_stop():
    survey = Survey(parse("<p class=author>a</p><p id=author>b</p><p>c</p>"))
    first, second = named(survey, WANTED)

    assert [first] == list(named(survey, WANTED, 0, second))
