import json


def test_losses_are_grouped_with_counts_and_the_first_place(run, folder):
    for name in ("a", "b"):
        (folder / f"{name}.pictured").write_text("PICTURED Boats")
    (folder / "c.toy").write_text("TOY Harbour\n!\n")
    lines = run("losses", "a.pictured", "b.pictured", "c.toy", "-t", "toy").stdout.splitlines()

    assert ["4", "dropped", "figure", "writing", "2", "a.pictured:", "$.body[0]"] == lines[1].split()
    assert ["1", "dropped", "exclamation", "reading", "1", "c.toy:", "$.body,", "line", "2"] == lines[2].split()
    assert "5 losses in 3 of 3 files" == lines[-1]


def test_nothing_is_written(run, folder):
    (folder / "a.pictured").write_text("PICTURED Boats")
    run("losses", "a.pictured", "-t", "toy")

    assert ["a.pictured"] == [path.name for path in folder.iterdir()]


def test_a_format_that_carries_everything_is_said_to(run, story):
    result = run("losses", "story.toy", "-t", "toy")

    assert (0, "Toy carries everything in 1 file\n") == (result.exit_code, result.stdout)


def test_losses_can_be_an_error(run):
    assert 3 == run("losses", "-t", "toy", "--on-loss", "error", stdin="PICTURED Boats").exit_code
    assert 0 == run("losses", "-t", "toy", "--on-loss", "error", stdin="TOY Harbour").exit_code


def test_the_answer_is_there_for_programs(run, folder):
    (folder / "bad.toy").write_text("nonsense")
    (folder / "a.pictured").write_text("PICTURED Boats")
    result = run("losses", "a.pictured", "bad.toy", "-t", "toy", "--json")
    data = json.loads(result.stdout)

    assert 1 == result.exit_code
    assert [
        {
            "code": "figure",
            "effect": "dropped",
            "stage": "render",
            "count": 2,
            "files": 1,
            "first": {"file": "a.pictured", "at": "$.body[0]", "detail": ""},
        }
    ] == data["losses"]
    assert ["bad.toy"] == [failure["file"] for failure in data["failed"]]


def test_what_converting_reports_is_the_same(run):
    asked = json.loads(run("losses", "-t", "toy", "--json", stdin="PICTURED Boats").stdout)
    done = json.loads(run("convert", "-t", "toy", "--report", "json", stdin="PICTURED Boats").stderr)

    assert asked["losses"][0]["count"] == len(done["inputs"][0]["losses"])


def test_the_target_must_be_named(run, story):
    assert 2 == run("losses", "story.toy").exit_code
