"""Lines that may be what stands around an article."""

import pytest

from newsmodel.phrases.chrome import is_chrome, words_of


@pytest.mark.parametrize(
    "line",
    ["1 comment", " 12\u200b Kommentare ", "Share", "Tweet 12", "Share Tweet Pin", "Advertisement", "Leave a comment"],
)
def test_a_line_of_chrome(line):
    assert is_chrome(line)


@pytest.mark.parametrize("line", ["", " \t", "She had no comment.", "1 comment was made.", "They share a house."])
def test_a_line_of_a_text(line):
    assert not is_chrome(line)


def test_words_stand_one_space_apart():
    assert "a b" == words_of("\u00a0a \ufeff\u200b\tb\u2060")
