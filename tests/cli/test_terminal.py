import io
import json
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.cli.report import dumped
from newsmodel.cli.terminal import counted, safe, tracked


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@given(st.text())
def test_no_text_commands_a_terminal(text):
    left = set(safe(text)) - {"\n", "\t"}

    assert not {letter for letter in left if letter < " " or "\x7f" <= letter <= "\x9f"}


@given(st.text())
def test_json_is_safe_and_still_the_same(text):
    assert text == json.loads(dumped(text))
    assert safe(dumped(text)) == dumped(text)


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
