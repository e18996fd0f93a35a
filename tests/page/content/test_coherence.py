"""What stands together is judged together: the choice is the best of all that there are."""

from collections.abc import Sequence
from itertools import product

from hypothesis import assume, given
from hypothesis import strategies as st

from newsmodel.markup.engine import parse
from newsmodel.page.content.coherence import coherent
from newsmodel.page.survey import Survey

COST = 300
MOST = 11  # elements and lines, of which all choices are tried


def lines(markup: str) -> tuple[Survey, list[int]]:
    survey = Survey(parse(f"<!doctype html><body>{markup}"))
    return survey, sorted(survey.lines)


def worth(survey: Survey, scores: dict[int, int], elements: dict[int, bool], found: Sequence[bool], cost: int) -> int:
    """What a choice is worth: the scores of the lines in, less what differs from the element around it."""
    parents = survey.parents
    differing = sum(elements[each] != elements[parents[each]] for each in elements if parents[each] in elements)
    differing += sum(is_in != elements[number] for number, is_in in zip(scores, found, strict=True))
    return sum(score for score, is_in in zip(scores.values(), found, strict=True) if is_in) - cost * differing


trees = st.recursive(
    st.just("<p>A line</p>"),
    lambda inner: st.tuples(st.sampled_from(["", "Its own"]), st.lists(inner, min_size=1, max_size=3)).map(
        lambda parts: f"<div>{parts[0]}{''.join(parts[1])}</div>"
    ),
    max_leaves=3,
)


@given(trees, st.lists(st.integers(-1000, 1000), min_size=12, max_size=12), st.integers(0, 600))
def test_no_other_choice_is_worth_more(markup, drawn, cost):
    survey, numbers = lines(markup)
    elements = range(survey.by_tag["body"][0], len(survey.nodes))
    assume(len(elements) + len(numbers) <= MOST)
    scores = dict(zip(numbers, drawn, strict=False))

    found = coherent(survey, numbers, list(scores.values()), cost)

    best: dict[tuple[bool, ...], int] = {}  # of all choices that are the same for the lines
    for choice in product([False, True], repeat=len(elements) + len(numbers)):
        chosen, of_lines = dict(zip(elements, choice, strict=False)), choice[len(elements) :]
        best[of_lines] = max(best.get(of_lines, -(10**9)), worth(survey, scores, chosen, of_lines, cost))
    assert best[tuple(found)] == max(best.values())


@given(st.lists(st.integers(-1000, 1000).filter(bool), min_size=1, max_size=6))
def test_without_a_cost_each_line_is_what_its_score_says(scores):
    survey, numbers = lines("<div><p>A line</p></div>" * len(scores))

    assert coherent(survey, numbers, scores, 0) == [score > 0 for score in scores]


def test_a_near_thing_goes_with_those_around_it_and_a_plain_one_does_not():
    survey, numbers = lines("<div>" + "<p>A line</p>" * 4 + "</div><aside>" + "<p>A line</p>" * 5 + "</aside>")

    found = coherent(survey, numbers, [900, -200, 900, 900, -900, -900, -900, 200, 900], COST)

    assert found == [True, True, True, True, False, False, False, False, True]


def test_a_deep_element_tells_those_around_it_no_more_than_the_cost():
    depth = 400
    survey, numbers = lines("<div>" * depth + "<p>A line</p>" + "</div>" * depth)

    assert coherent(survey, numbers, [COST + 1], COST) == [True]
    assert coherent(survey, numbers, [-1], COST) == [False]
