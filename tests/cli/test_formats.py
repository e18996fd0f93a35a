import json

import attrs

from newsmodel import registry
from newsmodel.cli.state import tried
from newsmodel.errors import MissingExtraError


def test_the_formats_are_listed_with_what_they_do(run):
    rows = [line.split() for line in run("formats").stdout.splitlines()]

    assert ["format", "does", "suffixes", "media", "type", "from", "state"] == rows[0]
    assert ["toy", "read", "write", ".toy", "text/x-toy", "this", "process", "ok"] == rows[-1]
    assert ["blob", "pictured", "toy"] == [row[0] for row in rows[1:]]


def test_the_list_is_there_for_programs(run):
    toy = json.loads(run("formats", "--json").stdout)[-1]

    assert ("toy", "ok", True, True, [".toy"]) == tuple(
        toy[key] for key in ("name", "state", "read", "write", "suffixes")
    )
    assert {"parse": ["upper", "url"], "render": ["indent", "style"]} == toy["options"]


def test_a_format_that_is_named_tells_its_options(run):
    result = run("formats", "toy")

    assert 0 == result.exit_code
    assert "    -O upper=yes|no, default no\n" in result.stdout
    assert "    -O style=plain|loud, default plain\n" in result.stdout
    assert "    -O url=TEXT\n" in result.stdout
    assert "https://toy.example/spec" in result.stdout


def test_a_format_that_is_not_known_is_told_with_what_was_meant(run):
    result = run("formats", "tooy")

    assert 4 == result.exit_code
    assert 'did you mean "toy"?' in result.stderr


def test_what_an_extra_is_missing_for_is_told(run):
    def parse(data, report):
        raise MissingExtraError("this toy", "bricks", "bricks")

    state = tried(attrs.evolve(registry.get("toy"), parse=parse))

    assert "extra missing" == state.state
    assert "pip install 'newsmodel-core[bricks]'" in state.problem


def test_a_broken_format_is_listed_beside_the_others(run):
    def render(document):
        raise ZeroDivisionError("a defect")

    registry.register_format(attrs.evolve(registry.get("toy"), name="a-broken-one", render=render))
    try:
        result = run("formats")
        named = run("formats", "a-broken-one")
    finally:
        registry.unregister_format("a-broken-one")

    assert 0 == result.exit_code
    assert "a-broken-one: ZeroDivisionError: a defect\n" == result.stderr
    assert result.stdout.splitlines()[-1].startswith("toy ")
    assert 4 == named.exit_code


def test_a_plugin_that_does_not_load_is_listed_as_broken(run, monkeypatch):
    monkeypatch.setattr(registry, "_built_ins", lambda: {"unloadable": "unloadable_module"})
    registry._built_in.cache_clear()
    rows = json.loads(run("formats", "--json").stdout)

    assert ["unloadable"] == [row["name"] for row in rows if row["state"] == "broken"]
    assert "ModuleNotFoundError" in next(row["problem"] for row in rows if row["state"] == "broken")
