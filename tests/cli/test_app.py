import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from newsmodel.cli.app import COMMANDS, version

SOURCE = Path(__file__).resolve().parents[2] / "src"
STORY = "TOY Harbour reopens\nThe ferries sail again.\n"


def _environment(**variables: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(SOURCE), **variables}


def newsmodel(*arguments: str, stdin: bytes = b"", **variables: str) -> subprocess.CompletedProcess[bytes]:
    """`python -m newsmodel …`, a process of its own."""
    command = [sys.executable, "-m", "newsmodel", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, env=_environment(**variables), check=False)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_has_an_example_and_the_exit_codes(name, run):
    result = run(name, "--help")

    assert 0 == result.exit_code
    assert f"\n  newsmodel {name}" in result.stdout
    assert "Exit codes:" in result.stdout
    assert [] == [line for line in result.stdout.splitlines() if len(line) > 84]


def test_the_help_lists_every_command(run):
    result = run("--help")

    assert all(f"\n  {name} " in result.stdout for name in COMMANDS)


def test_the_version_is_told(run):
    assert f"newsmodel {version()}\n" == run("--version").stdout


def test_a_command_that_is_not_there_is_a_wrong_use(run):
    assert 2 == run("convrt").exit_code


def test_a_process_of_its_own_pipes_bytes_through():
    result = newsmodel("convert", "-f", str(Path(__file__).parent / "toy.py"), "-t", _toy(), stdin=STORY.encode())

    assert (0, STORY.encode(), b"") == (result.returncode, result.stdout, result.stderr)


def test_an_error_leaves_standard_output_empty_and_has_no_traceback():
    result = newsmodel("convert", "-f", _toy(), "-t", _toy(), stdin=b"nonsense")

    assert (5, b"") == (result.returncode, result.stdout)
    assert b"<stdin>:1:1: toy: it does not begin with TOY; put TOY before the headline\n" == result.stderr


def test_a_reader_of_the_pipe_that_goes_away_is_no_error_to_speak_of(folder):
    (folder / "long.toy").write_text("TOY Long\n" + "words and words\n" * 10_000)
    command = [sys.executable, "-m", "newsmodel", "convert", "long.toy", "-f", _toy(), "-t", _toy()]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=_environment()) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()

        assert b"" == process.stderr.read()
        assert 141 == process.wait(10)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT to send")
def test_an_interrupt_ends_quietly():
    command = [sys.executable, "-m", "newsmodel", "convert", "-f", _toy(), "-t", _toy()]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    # A job in the background is started with the signal ignored, and so would be what it starts.
    pipes["preexec_fn"] = lambda: signal.signal(signal.SIGINT, signal.default_int_handler)
    with subprocess.Popen(command, env=_environment(), **pipes) as process:
        time.sleep(3)  # it waits for its standard input by now
        process.send_signal(signal.SIGINT)
        _out, err = process.communicate(timeout=20)

        assert (130, b"") == (process.returncode, err.strip())


def test_without_click_the_line_that_installs_it_is_printed(folder):
    (folder / "click.py").write_text("raise ModuleNotFoundError('no click', name='click')")
    result = subprocess.run(
        [sys.executable, "-c", "from newsmodel.cli import main; main()"],
        env=_environment(PYTHONPATH=f"{folder}{os.pathsep}{SOURCE}"),
        capture_output=True,
        check=False,
    )

    assert (4, b"") == (result.returncode, result.stdout)
    assert b"pip install 'newsmodel-core[cli]'" in result.stderr
    assert b"Traceback" not in result.stderr


def test_a_terminal_that_cannot_show_a_letter_shows_a_question_mark(folder):
    (folder / "a.toy").write_text("TOY Čapek\n", encoding="utf-8")
    result = newsmodel("show", "a.toy", "-f", _toy(), PYTHONIOENCODING="latin-1", PYTHONUTF8="0")

    assert 0 == result.returncode
    assert result.stdout.startswith(b"?apek")


def _toy() -> str:
    return str(Path(__file__).parent / "toy.py")
