"""The alphabet: what is in it, and that cleaning ends inside it and changes nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from newsmodel.alphabet import REPLACEMENT, clean, is_clean

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
