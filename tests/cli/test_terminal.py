import io
import json
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.cli.report import dumped
from newsmodel.cli.terminal import counted, one_line, safe, tracked

TURNING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@given(st.text(st.characters()))
def test_no_text_commands_a_terminal(text):
    left = set(safe(text)) - {"\n", "\t"}
    safe(text).encode()

    assert not {letter for letter in left if letter < " " or "\x7f" <= letter <= "\x9f"}


@given(st.text(st.characters()))
def test_a_line_of_ours_stays_one_line_that_is_read_in_one_direction(text):
    line = one_line(text)

    assert not {letter for letter in line if unicodedata.category(letter) in {"Cc", "Cs", "Zl", "Zp"}}
    assert not {letter for letter in line if unicodedata.bidirectional(letter) in TURNING}
    line.encode()


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a\x1b[2Jb", "a\\x1b[2Jb"),
        ("a\nb: valid html", "a\\nb: valid html"),
        ("a\u202egnp.exe", "a\\u202egnp.exe"),
        ("a\u2067b\u2069", "a\\u2067b\\u2069"),
        ("a\u2028b", "a\\u2028b"),
        (b"a\xffb".decode("utf-8", "surrogateescape"), "a\\xffb"),
        ("a\ud800b", "a\\ud800b"),
        ("Čapek אב 漢字 😀", "Čapek אב 漢字 😀"),
    ],
)
def test_a_name_is_shown_by_what_it_is(name, shown):
    assert shown == one_line(name)


@given(st.text(st.characters()))
def test_json_is_safe_and_still_the_same(text):
    assert text == json.loads(dumped(text))
    assert one_line(dumped(text)) == safe(dumped(text)) == dumped(text)


def test_words_stay_as_they_are():
    assert "Čapek\n\tאב" == safe("Čapek\n\tאב")


@pytest.mark.parametrize(("number", "expected"), [(0, "0 losses"), (1, "1 loss"), (1204, "1,204 losses")])
def test_things_are_counted_in_words(number, expected):
    assert expected == counted(number, "loss", "losses")


@pytest.mark.parametrize(
    ("terminal", "total", "quiet", "drawn"),
    [
        (True, 3, False, True),
        (True, 3, True, False),
        (True, 1, False, False),
        (False, 3, False, False),
    ],
)
def test_progress_is_drawn_on_a_terminal_for_several(terminal, total, quiet, drawn, monkeypatch):
    stream = _Terminal() if terminal else io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")

    assert list(range(total)) == list(tracked(range(total), total, "converting", quiet))
    assert drawn == ("converting" in stream.getvalue())


def test_what_is_said_beside_a_progress_bar_has_a_line_of_its_own(monkeypatch):
    from newsmodel.cli.terminal import say

    stream = _Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    for number in tracked(range(2), 2, "converting"):
        say(f"word {number}")

    assert "\x1b[2Kword 0\n" in stream.getvalue()
