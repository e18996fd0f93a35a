import json


def test_a_file_is_recognised_with_reasons(run, story):
    result = run("detect", "story.toy")

    assert (
        "story.toy: toy 1.00, its content looks like Toy (0.90) and its name ends in .toy\n",
        0,
    ) == (result.stdout, result.exit_code)


def test_standard_input_is_recognised_by_its_content(run):
    assert run("detect", "-", stdin="TOY Harbour").stdout.startswith("<stdin>: toy 0.90, ")


def test_the_answer_is_there_for_programs(run, story, folder):
    (folder / "what").write_text("who knows")
    result = run("detect", "--json", "story.toy", "what")
    one, other = json.loads(result.stdout)

    assert 1 == result.exit_code
    assert ("toy", 1.0, [{"format": "toy", "score": 1.0}]) == (one["format"], one["score"], one["candidates"])
    assert 2 == len(one["reasons"])
    assert other["format"] is None
    assert "no format recognises this input" in other["error"]


def test_a_file_that_nothing_recognises_is_invalid(run, folder):
    (folder / "what").write_text("who knows")

    assert 5 == run("detect", "what").exit_code
