"""The words in names, and the letters of a text."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from newsmodel.page.words import letters_of, words_of


@given(st.text())
@example("Straße – „Über“ 12.5 %, snake_case\u00a0ǅ")
@example("\ud83d!")
def test_the_letters_of_a_text_are_what_is_left_without_spaces_and_punctuation(text):
    assert re.sub(r"[\W_]+", "", text.casefold()) == letters_of(text)


@given(st.text() | st.text("aZé1-_ "))
@example("c-ArticleBody__related--wide HTMLText größe")
def test_the_words_of_names_are_parted_at_whatever_is_no_letter_and_at_humps(names):
    with_humps_apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", names)

    assert {word.lower() for word in re.findall("[A-Za-z]+", with_humps_apart)} == words_of(names)
