import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.model.anchors.matching import distance_at_start, distances, occurrences

PATTERNS = st.text("ab c", min_size=1, max_size=12)
TEXTS = st.text("ab c", max_size=20)


def levenshtein(one: str, other: str) -> int:
    row = list(range(len(other) + 1))
    for letter in one:
        above, row = row, [row[0] + 1]
        for place, there in enumerate(other):
            row.append(min(above[place] + (letter != there), above[place + 1] + 1, row[place] + 1))
    return row[-1]


@given(PATTERNS, TEXTS)
def test_anchored_distances_are_those_to_every_beginning(pattern, text):
    expected = [levenshtein(pattern, text[:end]) for end in range(1, len(text) + 1)]

    assert expected == list(distances(pattern, text, anchored=True))
    assert min([len(pattern), *expected]) == min(len(pattern), distance_at_start(pattern, text))


@given(PATTERNS, TEXTS)
def test_distances_are_those_to_the_best_that_ends_there(pattern, text):
    expected = [
        min(levenshtein(pattern, text[start:end]) for start in range(end + 1)) for end in range(1, len(text) + 1)
    ]

    assert expected == list(distances(pattern, text))


@given(PATTERNS, TEXTS, st.data())
def test_an_occurrence_has_the_edits_that_it_says_and_none_is_overlooked(pattern, text, data):
    most = data.draw(st.integers(0, len(pattern) - 1))
    found = list(occurrences(pattern, text, most))

    assert all(levenshtein(pattern, text[start:end]) == edits <= most for start, end, edits in found)
    assert bool(found) == any(distance <= most for distance in distances(pattern, text))


@pytest.mark.parametrize("text", ["the harbor wall", "teh harbour wall", "a theharbour wall", "the harbour"])
def test_a_mistyped_passage_is_found(text):
    ((start, end, edits),) = occurrences("the harbour", text, 2)

    assert edits <= 2
    assert "harbo" in text[start:end]


def test_two_passages_are_two():
    assert [(0, 7, 0), (12, 19, 0)] == list(occurrences("harbour", "harbour and harbour", 1))


def test_a_pattern_and_a_text_of_thousands_of_letters_are_no_trouble():
    long = "ab" * 2000

    assert 0 == min(distances(long, "x" * 2000 + long + "x" * 2000))
