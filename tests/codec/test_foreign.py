"""Other people's JSON, member by member."""

from datetime import UTC, datetime

import pytest

from newsmodel.codec.foreign import Object
from newsmodel.report import Report


def asked(value, question, *names):
    report = Report()
    return getattr(Object(value, report, "thing"), question)(*names), report


@pytest.mark.parametrize(
    ("question", "value", "expected"),
    [
        ("string", "words", "words"),
        ("key", 42, "42"),
        ("key", "a", "a"),
        ("integer", 7, 7),
        ("integer", 7.0, 7),
        ("truth", False, False),
        ("moment", "2026-03-05T14:07:00Z", datetime(2026, 3, 5, 14, 7, tzinfo=UTC)),
        ("moment", 1772719620, datetime(2026, 3, 5, 14, 7, tzinfo=UTC)),
    ],
)
def test_a_member_of_its_kind_is_given(question, value, expected):
    found, report = asked({"it": value}, question, "it")

    assert expected == found
    assert [] == report.diagnostics


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("string", 5),
        ("key", True),
        ("integer", True),
        ("integer", 2**63),
        ("integer", 0.5),
        ("truth", 1),
        ("moment", "soon"),
        ("moment", []),
    ],
)
def test_a_member_of_another_kind_is_nothing_with_a_notice_of_its_place(question, value):
    found, report = asked({"it": value}, question, "it")

    assert found is None
    assert [("member-unreadable", "$.it")] == [(each.code, each.source) for each in report.diagnostics]


@pytest.mark.parametrize("question", ["string", "key", "integer", "truth", "moment"])
def test_an_absent_member_is_nothing_without_a_word(question):
    found, report = asked({"it": None}, question, "it", "other")

    assert found is None
    assert Report() == report


def test_the_first_name_that_there_is_counts():
    assert "b" == asked({"two": "b", "three": "c"}, "string", "one", "two", "three")[0]


def test_a_date_that_leaves_its_zone_open_is_reported_as_guessed():
    found, report = asked({"it": "2026-03-05T14:07:00"}, "moment", "it")

    assert found is not None
    assert [("thing.it", "guessed")] == [(loss.code, loss.effect) for loss in report.losses]


def test_characters_outside_the_alphabet_are_replaced():
    assert "a\ufffd" == asked({"it": "a\x01"}, "string", "it")[0]


def test_one_object_counts_as_a_list_of_one():
    found, _ = asked({"it": {"id": 1}}, "objects", "it")

    assert ["$.it"] == [each.at for each in found]


def test_what_was_never_asked_for_is_dropped_but_for_what_is_empty():
    report = Report()
    thing = Object({"known": 1, "lost": 0, "empty": [], "none": None, "no": False}, report, "thing")
    thing.integer("known")
    thing.finish()

    assert [("thing.lost", "dropped")] == [(loss.code, loss.effect) for loss in report.losses]
