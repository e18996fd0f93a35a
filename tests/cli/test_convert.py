import json
import os
import sys
from pathlib import Path

import pytest

STORY = "TOY Harbour reopens\nThe ferries sail again.\n"


def test_a_file_goes_to_standard_output(run, story):
    result = run("convert", "story.toy", "-t", "toy")

    assert (0, STORY, "") == (result.exit_code, result.stdout, result.stderr)


def test_standard_input_is_read_where_no_file_is_named(run):
    assert STORY == run("convert", "-t", "toy", stdin=STORY).stdout
    assert STORY == run("convert", "-", "-t", "toy", stdin=STORY).stdout


def test_the_suffix_of_the_output_names_the_target(run, story, folder):
    assert 0 == run("convert", "story.toy", "-o", "new/copy.toy").exit_code
    assert STORY == (folder / "new" / "copy.toy").read_text()


def test_a_suffix_that_no_format_has_is_not_known(run, story, folder):
    result = run("convert", "story.toy", "-o", "copy.xyz")

    assert 4 == result.exit_code
    assert ".xyz" in result.stderr
    assert not (folder / "copy.xyz").exists()


def test_an_output_that_exists_is_overwritten_by_force_alone(run, story, folder):
    (folder / "copy.toy").write_text("old")

    assert 1 == run("convert", "story.toy", "-o", "copy.toy").exit_code
    assert "old" == (folder / "copy.toy").read_text()
    assert 0 == run("convert", "story.toy", "-o", "copy.toy", "--force").exit_code
    assert STORY == (folder / "copy.toy").read_text()


def test_an_input_is_never_overwritten(run, story):
    result = run("convert", "story.toy", "-o", "story.toy", "--force")

    assert 2 == result.exit_code
    assert "is an input" in result.stderr
    assert STORY == story.read_text()


def test_a_folder_keeps_its_tree(run, folder):
    for name in ("posts/a.toy", "posts/2026/05/b.toy", "posts/.hidden/c.toy", "posts/notes.xyz"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(STORY)
    result = run("convert", "posts", "-t", "toy", "-o", "out")

    assert (0, "2 converted\n") == (result.exit_code, result.stderr)
    assert ["2026/05/b.toy", "a.toy"] == _files(folder / "out")


def test_a_quoted_glob_keeps_the_tree_below_its_fixed_part(run, folder):
    for name in ("posts/x/a.toy", "posts/y/a.toy"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(STORY)

    assert 0 == run("convert", "posts/**/*.toy", "-t", "toy", "-o", "out").exit_code
    assert ["x/a.toy", "y/a.toy"] == _files(folder / "out")


def test_two_inputs_that_would_go_to_one_place_are_refused_before_anything_is_written(run, folder):
    for name in ("x/a.toy", "y/a.toy"):
        (folder / name).parent.mkdir()
        (folder / name).write_text(STORY)
    result = run("convert", "x/a.toy", "y/a.toy", "-t", "toy", "-o", "out")

    assert 2 == result.exit_code
    assert "would both be written to" in result.stderr
    assert not (folder / "out").exists()


def test_several_inputs_need_a_folder_and_a_format(run, folder):
    for name in ("a.toy", "b.toy"):
        (folder / name).write_text(STORY)

    assert 2 == run("convert", "a.toy", "b.toy", "-t", "toy").exit_code
    assert 2 == run("convert", "a.toy", "b.toy", "-o", "out").exit_code


def test_one_bad_input_does_not_stop_the_others(run, folder):
    (folder / "a.toy").write_text(STORY)
    (folder / "b.toy").write_text("nonsense")
    (folder / "c.pictured").write_text("PICTURED Boats")
    result = run("convert", "a.toy", "b.toy", "c.pictured", "missing.toy", "-t", "toy", "-o", "out")

    assert 1 == result.exit_code
    assert ["a.toy", "c.toy"] == _files(folder / "out")
    assert [
        "b.toy:1:1: toy: it does not begin with TOY; put TOY before the headline",
        "missing.toy: No such file or directory",
        "2 losses in 1 file:",
        "  2 x figure dropped, first at c.pictured: $.body[0]",
        "2 converted, 2 failed, 1 with losses",
    ] == result.stderr.splitlines()


def test_a_defect_of_a_format_fails_one_input_without_a_traceback(run, folder):
    (folder / "a.toy").write_text(STORY)
    (folder / "b.toy").write_text("TOY defect")
    result = run("convert", "a.toy", "b.toy", "-t", "toy", "-o", "out")

    assert 1 == result.exit_code
    assert "b.toy: this is a defect" in result.stderr
    assert "Traceback" not in result.stderr
    assert "Traceback" in run("convert", "b.toy", "-t", "toy", "-v").stderr


def test_only_invalid_inputs_are_told_apart(run, folder):
    (folder / "b.toy").write_text("nonsense")

    assert 5 == run("convert", "b.toy", "-t", "toy").exit_code
    assert 5 == run("convert", "-t", "toy", stdin="who knows what this is").exit_code


def test_an_input_that_nothing_recognises_says_how_to_name_its_format(run):
    result = run("convert", "-t", "toy", stdin="who knows what this is")

    assert "<stdin>: no format recognises this input; name it with -f: " in result.stderr


def test_a_format_that_is_not_installed_is_told_with_the_line_that_installs_it(run, folder):
    (folder / "a.toy").write_text("TOY needs-extra")
    result = run("convert", "a.toy", "-t", "toy")

    assert (4, "") == (result.exit_code, result.stdout)
    assert "pip install 'newsmodel-core[bricks]'" in result.stderr


def test_a_format_that_is_not_known_is_told_with_what_was_meant(run, story):
    result = run("convert", "story.toy", "-t", "tooy")

    assert 4 == result.exit_code
    assert 'did you mean "toy"?' in result.stderr


def test_losses_are_warned_of_grouped(run):
    result = run("convert", "-t", "toy", stdin="PICTURED Boats")

    assert (0, "TOY Boats\nWords.\n") == (result.exit_code, result.stdout)
    assert "<stdin>: 2 losses\n  2 x figure dropped, first at $.body[0]\n" == result.stderr


@pytest.mark.parametrize("silence", [("--on-loss", "ignore"), ("-q",)])
def test_losses_can_be_passed_over_in_silence(silence, run):
    result = run("convert", "-t", "toy", *silence, stdin="PICTURED Boats")

    assert (0, "") == (result.exit_code, result.stderr)


def test_losses_that_are_errors_write_nothing(run, folder):
    (folder / "a.pictured").write_text("PICTURED Boats")
    (folder / "b.toy").write_text(STORY)
    result = run("convert", "a.pictured", "b.toy", "-t", "toy", "-o", "out", "--on-loss", "error")

    assert 3 == result.exit_code
    assert ["b.toy"] == _files(folder / "out")
    assert "a.pictured: not written, toy: 2 losses" in result.stderr


def test_losses_that_are_errors_leave_standard_output_empty(run):
    result = run("convert", "-t", "toy", "--on-loss", "error", stdin="PICTURED Boats")

    assert (3, "") == (result.exit_code, result.stdout)


def test_a_report_as_text_lists_every_loss(run):
    result = run("convert", "-t", "toy", "--report", "text", stdin="PICTURED Boats")

    assert ["<stdin>: figure dropped ($.body[0])", "<stdin>: figure dropped ($.body[2])"] == result.stderr.splitlines()


def test_a_report_as_json_is_one_object(run):
    report = json.loads(run("convert", "-t", "toy", "--report", "json", stdin="PICTURED Boats").stderr)

    assert {"converted": 1, "failed": 0, "with_losses": 1} == report["summary"]
    (entry,) = report["inputs"]
    assert ("<stdin>", None, "pictured", "toy", 0) == tuple(
        entry[key] for key in ("input", "output", "from", "to", "exit_code")
    )
    assert ["$.body[0]", "$.body[2]"] == [loss["at"] for loss in entry["losses"]]


def test_a_report_goes_to_a_file(run, folder):
    (folder / "bad.toy").write_text("nonsense")
    (folder / "a.toy").write_text(STORY)
    result = run("convert", "bad.toy", "a.toy", "-t", "toy", "-o", "out", "--report-file", "report.json")
    report = json.loads((folder / "report.json").read_text())

    assert 1 == result.exit_code
    assert [5, 0] == [entry["exit_code"] for entry in report["inputs"]]
    assert report["inputs"][0]["error"].startswith("bad.toy:1:1: ")


def test_a_report_never_overwrites_an_input(run, story):
    assert 2 == run("convert", "story.toy", "-t", "toy", "--report-file", "story.toy").exit_code
    assert STORY == story.read_text()


def test_a_report_that_cannot_be_written_is_told_without_a_traceback(run, story):
    result = run("convert", "story.toy", "-t", "toy", "--report-file", "story.toy/report.json")

    assert 1 == result.exit_code
    assert "story.toy" in result.stderr.splitlines()[-1]


def test_options_go_to_the_reader_and_the_writer(run, story):
    result = run("convert", "story.toy", "-t", "toy", "-O", "upper", "-O", "indent=2")

    assert "TOY HARBOUR REOPENS\n  The ferries sail again.\n" == result.stdout


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("indnt=2", 'did you mean "indent"?'),
        ("indent=two", "it takes a whole number"),
        ("upper=perhaps", "it takes yes or no"),
        ("style=quiet", "it takes plain, loud"),
    ],
)
def test_an_option_that_does_not_do_is_a_wrong_use(option, said, run, story):
    result = run("convert", "story.toy", "-t", "toy", "-O", option)

    assert (2, "") == (result.exit_code, result.stdout)
    assert said in result.stderr


def test_the_url_reaches_the_reader(run, story):
    assert 0 == run("convert", "story.toy", "-t", "toy", "--url", "https://toy.example/").exit_code
    assert 2 == run("convert", "-t", "toy", "--url", "https://toy.example/", stdin="PICTURED Boats").exit_code


def test_what_was_written_can_be_verified(run):
    result = run("convert", "-t", "toy", "--verify", "-O", "indent=2", stdin=STORY)

    assert "paragraph.text altered" in result.stderr


def test_a_file_of_ones_own_is_a_format(run, story, folder):
    from newsmodel import registry

    registry.unregister_format("toy")
    own = str(Path(__file__).parent / "toy.py")

    assert STORY == run("convert", "story.toy", "-f", own, "-t", own).stdout


def test_a_module_of_ones_own_is_a_format(run, story, folder):
    own = Path(__file__).parent / "toy.py"
    (folder / "my_toys.py").write_text(own.read_text() + "\nTOY = FORMAT\n")
    try:
        assert STORY == run("convert", "story.toy", "-t", "my_toys:TOY").stdout
        assert STORY == run("convert", "story.toy", "-t", "my_toys:").stdout
        assert 4 == run("convert", "story.toy", "-t", "my_toys:NOTHING").exit_code
    finally:
        sys.modules.pop("my_toys", None)
        sys.path.remove(str(folder))


@pytest.mark.parametrize("code", ["1 / 0", "FORMAT = 'toy'"])
def test_a_file_of_ones_own_that_does_not_load_says_so(code, run, story, folder):
    (folder / "mine.py").write_text(code)
    result = run("convert", "story.toy", "-t", "./mine.py")

    assert 4 == result.exit_code
    assert "./mine.py" in result.stderr


@pytest.mark.skipif(os.name == "nt", reason="there are no descriptors with names")
def test_a_pipe_that_the_shell_opened_is_written_to(run, story):
    reading, writing = os.pipe()
    try:
        assert 0 == run("convert", "story.toy", "-t", "toy", "-o", f"/dev/fd/{writing}").exit_code
        assert STORY.encode() == os.read(reading, 1000)
    finally:
        os.close(reading)
        os.close(writing)


@pytest.mark.skipif(os.name == "nt", reason="there are no such files")
def test_a_pipe_among_the_files_of_a_folder_fails_alone_and_nothing_waits_for_it(run, folder):
    (folder / "posts").mkdir()
    (folder / "posts" / "a.toy").write_text(STORY)
    os.mkfifo(folder / "posts" / "b.toy")
    os.mkfifo(folder / "pipe")
    os.symlink("../pipe", folder / "posts" / "c.toy")
    for meant in ("posts", "posts/*.toy"):
        result = run("convert", meant, "-t", "toy", "-o", "out", "--force")

        assert 1 == result.exit_code
        assert ["a.toy"] == _files(folder / "out")
        assert "posts/b.toy: this is a named pipe, not a file" in result.stderr
        assert "posts/c.toy: this is a named pipe, not a file" in result.stderr


@pytest.mark.skipif(os.name == "nt", reason="there are no such files")
@pytest.mark.parametrize("option", ["-o", "--report-file"])
@pytest.mark.parametrize("force", [[], ["--force"]])
def test_a_pipe_as_output_is_refused_and_nothing_waits_for_it(option, force, run, story, folder):
    os.mkfifo(folder / "pipe")
    result = run("convert", "story.toy", "-t", "toy", option, "pipe", *force)

    assert 1 == result.exit_code
    assert result.stderr.startswith("pipe: this is a named pipe, not a file")


@pytest.mark.parametrize("option", ["-o", "--output", "--report-file"])
def test_an_empty_name_is_a_wrong_use(option, run, story):
    result = run("convert", "story.toy", "-t", "toy", option, "")

    assert 2 == result.exit_code
    assert "'' names no file" in result.stderr


@pytest.mark.parametrize("name", ["n" * 300 + ".toy", "ä" * 150 + ".toy", "new/" + "n" * 300 + ".toy"])
def test_a_name_that_is_too_long_is_told_as_it_was_given(name, run, story, folder):
    result = run("convert", "story.toy", "-o", name)

    assert 1 == result.exit_code
    assert f"{name}: File name too long\n" == result.stderr
    assert {"story.toy"} >= set(_files(folder))


def test_a_second_run_does_not_read_what_the_first_wrote(run, folder):
    (folder / "posts").mkdir()
    (folder / "posts" / "a.toy").write_text(STORY)
    for _ in range(2):
        assert 0 == run("convert", "posts", "-t", "toy", "-o", "posts/out", "--force").exit_code

    assert ["a.toy", "out/a.toy"] == _files(folder / "posts")


def test_an_escape_sequence_in_a_message_does_not_reach_the_terminal(run, folder):
    (folder / "a\x1b[2J.toy").write_text("nonsense")
    result = run("convert", "a\x1b[2J.toy", "-t", "toy")

    assert "\x1b" not in result.stderr
    assert "a\\x1b[2J.toy:1:1" in result.stderr


def test_verbose_says_what_was_read_and_written(run, story):
    result = run("convert", "story.toy", "-o", "copy.toy", "-v")

    assert "story.toy: toy -> copy.toy: toy\n" == result.stderr


def _files(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
