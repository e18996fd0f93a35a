"""An age is told from other short words."""

import pytest

from newsmodel.page.comments.ages import is_age


@pytest.mark.parametrize(
    "age",
    [
        "2 hours ago", "an hour ago", "1 year, 2 months ago", "vor 3 Tagen", "vor einer Stunde", "il y a 5 min",
        "hace 2 horas", "há 3 dias", "2 uur geleden", "för 2 timmar sedan", "2 dni temu", "3 часа назад", "5分前",
        "2mo", "5h", "just now", "gestern um 10:15 Uhr", "· 2 weeks ago",
    ],
)  # fmt: skip
def test_an_age_is_one_in_any_language(age):
    assert is_age(age)


@pytest.mark.parametrize("said", ["2 hours", "Ann", "ago", "3 comments", "An hour ago I saw it", "12", ""])
def test_other_words_are_none(said):
    assert not is_age(said)
