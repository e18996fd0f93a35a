"""The alphabet: what is in it, and that cleaning ends inside it and changes nothing else."""

import unicodedata
from collections.abc import Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from newsmodel.alphabet import REPLACEMENT, clean, clean_data, is_clean, visible

any_text = st.text(st.characters(exclude_categories=()), max_size=40)


def test_the_alphabet_is_xml_char_without_the_carriage_return() -> None:
    def is_xml_char(code: int) -> bool:  # XML 1.0, section 2.2, production 2
        return (
            code in (0x9, 0xA, 0xD) or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or 0x10000 <= code <= 0x10FFFF
        )

    differing = [code for code in range(0x110000) if is_clean(chr(code)) != (is_xml_char(code) and code != 0xD)]

    assert differing == []


@given(any_text)
def test_cleaning_ends_in_the_alphabet_and_changes_nothing_a_second_time(text: str) -> None:
    cleaned = clean(text)

    assert is_clean(cleaned)
    assert clean(cleaned) is cleaned


@given(any_text)
def test_cleaning_replaces_character_by_character_once_line_ends_are_lf(text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n")

    assert clean(text) == "".join(each if is_clean(each) else REPLACEMENT for each in lines)


def test_clean_text_is_given_back_as_the_very_same_string() -> None:
    text = "Tab\tand line\nend, é, 日本, 🗞"

    assert clean(text) is text


def test_line_ends_of_every_kind_become_one_line_feed_each() -> None:
    assert clean("a\r\nb\rc\nd\r\r\ne") == "a\nb\nc\nd\n\ne"


def test_ten_million_characters_with_one_foreign_at_the_end_are_cleaned_at_once() -> None:
    text = "x" * 10_000_000 + "\0"

    assert clean(text) == "x" * 10_000_000 + REPLACEMENT


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | any_text,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(any_text, inner, max_size=4),
    max_leaves=12,
)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for item in value:
            yield from _strings(item)
        for item in value.values() if isinstance(value, dict) else ():
            yield from _strings(item)


@given(_json)
def test_clean_data_has_every_string_in_the_alphabet_and_loses_no_member(value: Any) -> None:
    before = sum(1 for _ in _strings(value))
    cleaned = clean_data(value)

    assert all(map(is_clean, _strings(cleaned)))
    assert before == sum(1 for _ in _strings(cleaned))


@given(_json)
def test_clean_data_says_where_it_replaced_a_character_and_says_nothing_where_it_did_not(value: Any) -> None:
    replaced = sum(clean(text).count(REPLACEMENT) > text.count(REPLACEMENT) for text in _strings(value))
    told: list[tuple[str | int, ...]] = []
    clean_data(value, told.append)

    assert replaced == len(told)


def test_clean_data_of_any_depth_and_with_many_keys_alike_is_cleaned() -> None:
    deep: Any = "\x01"
    for _ in range(100_000):
        deep = [deep]
    cleaned = clean_data(deep)
    for _ in range(100_000):
        cleaned = cleaned[0]
    alike = {f"{first}{second}{third}": 0 for first in _LOW for second in _LOW for third in _LOW}

    assert cleaned == REPLACEMENT
    assert len(clean_data(alike)) == len(_LOW) ** 3


def test_the_path_of_what_was_replaced_leads_from_the_root() -> None:
    told: list[tuple[str | int, ...]] = []
    clean_data({"a": ["x", {"b": "\x01", "c\x02": 1}], "d": "\x03"}, told.append)
    clean_data("\x01", told.append)

    assert {("a", 1, "b"), ("a", 1, f"c{REPLACEMENT}"), ("d",), ()} == set(told)


_LOW = [chr(code) for code in range(32) if code not in (9, 10, 13)]


@given(any_text)
def test_visible_text_is_one_line_that_can_be_encoded_and_holds_no_control(text: str) -> None:
    shown = visible(text)

    assert isinstance(shown.encode(), bytes)
    assert [shown] == shown.splitlines() or shown == ""
    assert not any(unicodedata.category(sign) == "Cc" for sign in shown)


def test_visible_text_keeps_what_people_write_and_shows_what_steers() -> None:
    assert visible("“Ça va\u00a0?” 日本 \U0001f469\u200d\U0001f680") == "“Ça va\u00a0?” 日本 \U0001f469\u200d\U0001f680"
    assert visible("\x1b[31m\ud800\n\u202e\ufffe") == r"\x1b[31m\ud800\n\u202e\ufffe"
