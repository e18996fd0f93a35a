"""The scores of what was found on pages, by hand on texts small enough to count."""

import pytest
from tests.training.scores import scores, summary

TRUE = ["The ferries sail again from Monday.", "Nobody knows for how long."]
TEASER = "Read on: who was the man in the blue coat?"


def test_the_text_itself_is_found_whole():
    assert scores(TRUE, {"paragraphs": TRUE}) == {"precision": 1.0, "recall": 1.0, "f1": 1.0, "paragraphs": 1.0}


def test_what_was_let_in_costs_precision_and_what_was_left_out_recall():
    let_in, left_out = scores([*TRUE, TEASER], {"paragraphs": TRUE}), scores(TRUE[:1], {"paragraphs": TRUE})

    assert (let_in["recall"], left_out["precision"]) == (1.0, 1.0)
    assert let_in["precision"] < 1
    assert left_out["recall"] < 1
    assert let_in["paragraphs"] == pytest.approx(0.8)  # two of three, two of two


def test_paragraphs_that_ran_together_hold_the_words_and_are_no_whole_paragraphs():
    found = scores([" ".join(TRUE)], {"paragraphs": TRUE})

    assert (found["f1"], found["paragraphs"]) == (1.0, 0.0)


def test_an_optional_text_counts_neither_way():
    gold = {"paragraphs": TRUE, "optional": [TEASER]}

    assert scores(TRUE, gold)["paragraphs"] == scores([TEASER, *TRUE], gold)["paragraphs"] == 1.0


def test_nothing_at_all_scores_nothing():
    assert set(scores([], {"paragraphs": TRUE}).values()) == {0.0}


def test_of_strings_those_found_lost_and_let_in_are_counted():
    gold = {"with_": ["ferries sail", "blue coat"], "without": ["Read on"]}

    assert scores(TRUE, gold) == {"found": 1, "lost": 1, "let_in": 0}
    assert summary([scores([*TRUE, TEASER], gold)])["strings F1"] == pytest.approx(80)  # two of two, one let in


def test_the_summary_counts_good_and_bad_pages_in_per_cent():
    pages = [scores(found, {"paragraphs": TRUE}) for found in (TRUE, TRUE, TRUE, [])]

    assert summary(pages) == {"F1": pytest.approx(75), "good": 75, "bad": 25, "paragraphs": 75}
