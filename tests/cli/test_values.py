from collections.abc import Callable, Sequence
from typing import Literal

import pytest

from newsmodel.cli.values import check, described, reading, split, writing
from newsmodel.errors import OptionError
from newsmodel.format import Format


def _parse(
    data,
    report,
    *,
    flag: bool = False,
    count: int = 1,
    ratio: float = 1.0,
    width: int | None = 80,
    name: str | None = None,
    style: Literal["plain", "loud"] = "plain",
    parts: Sequence[str] = (),
    rule: Callable[[], str] | None = None,
    untyped=3,
):
    raise NotImplementedError


FORMAT = Format(name="typed", title="Typed", parse=_parse)


@pytest.mark.parametrize(
    ("pair", "expected"),
    [
        ("flag", True),
        ("flag=yes", True),
        ("flag=off", False),
        ("count=12", 12),
        ("ratio=0.5", 0.5),
        ("width=none", None),
        ("width=72", 72),
        ("name=none", "none"),
        ("name=a=b", "a=b"),
        ("name=", ""),
        ("style=loud", "loud"),
        ("parts=a, b", ("a", "b")),
        ("untyped=7", 7),
    ],
)
def test_a_value_has_the_type_that_the_signature_asks_for(pair, expected):
    (value,) = reading(FORMAT, split((pair,))).values()

    assert (type(expected), expected) == (type(value), value)


@pytest.mark.parametrize("pair", ["flag=maybe", "count=1.5", "ratio=much", "style=quiet", "rule=x"])
def test_a_value_that_does_not_fit_is_refused_with_the_reason(pair):
    with pytest.raises(OptionError) as caught:
        reading(FORMAT, split((pair,)))

    assert pair.partition("=")[0] == caught.value.option
    assert caught.value.reason


def test_hyphens_may_stand_for_underscores_and_the_last_of_a_name_wins():
    assert {"front_matter": "no"} == split(("front-matter", "front_matter=no"))


def test_an_option_of_the_other_side_is_left_to_it():
    assert {} == writing(FORMAT, {"flag": "yes"})


def test_an_option_that_neither_side_takes_is_refused():
    with pytest.raises(OptionError, match='did you mean "count"'):
        check({"cuont": "1"}, FORMAT, None)


def test_what_may_be_written_is_described():
    assert ["yes|no", "NUMBER", "plain|loud", "TEXT", None] == [
        described(wanted) for wanted in (bool, int | None, Literal["plain", "loud"], str, Callable[[], str])
    ]
