import json

from newsmodel import registry
from newsmodel.errors import FormatError
from newsmodel.format import Format


def test_a_valid_file_is_said_to_be(run, story):
    result = run("validate", "story.toy")

    assert (0, "story.toy: valid toy\n", "") == (result.exit_code, result.stdout, result.stderr)


def test_one_invalid_file_among_valid_ones_is_invalid(run, story, folder):
    (folder / "bad.toy").write_text("nonsense")
    result = run("validate", "story.toy", "bad.toy")

    assert (5, "story.toy: valid toy\n") == (result.exit_code, result.stdout)
    assert [
        "bad.toy:1:1: toy: it does not begin with TOY; put TOY before the headline",
        "1 valid, 1 not",
    ] == result.stderr.splitlines()


def test_quiet_leaves_the_exit_code_and_the_errors(run, story):
    assert (0, "", "") == (lambda result: (result.exit_code, result.stdout, result.stderr))(
        run("validate", "-q", "story.toy")
    )


def test_the_answer_is_there_for_programs(run, story, folder):
    (folder / "bad.toy").write_text("nonsense")
    one, other = json.loads(run("validate", "--json", "story.toy", "bad.toy").stdout)

    assert (True, []) == (one["valid"], one["errors"])
    assert (False, ["bad.toy:1:1: toy: it does not begin with TOY; put TOY before the headline"]) == (
        other["valid"],
        other["errors"],
    )


def test_what_the_reader_noticed_can_be_asked_for(run, folder):
    (folder / "loud.toy").write_text("TOY Harbour\n!\n")

    assert "loud.toy: valid toy, 2 noted (-v lists them)\n" == run("validate", "loud.toy").stdout
    assert "loud.toy: note: loud: an exclamation was left out\n" in run("validate", "-v", "loud.toy").stderr


def test_all_errors_of_a_json_file_are_listed_with_path_and_line(run, folder):
    def parse(data, report):
        problems = [("$.body[1].level", "must be 1 to 6"), ("$.nowhere", "is missing")]
        raise FormatError("takes text", at="$.headline", problems=problems, count=9)

    registry.register_format(Format(name="strict", title="Strict", parse=parse))
    (folder / "a.json").write_text('{"headline": 5,\n "body": [{},\n  {"level": 9}]}')
    try:
        result = run("validate", "-f", "strict", "a.json")
    finally:
        registry.unregister_format("strict")

    assert 5 == result.exit_code
    assert [
        "a.json:1:14: strict: takes text ($.headline)",
        "a.json:3:13: strict: must be 1 to 6 ($.body[1].level)",
        "a.json: strict: is missing ($.nowhere)",
        "a.json: … and 6 more",
    ] == result.stderr.splitlines()
