import json

import pytest

pytest.importorskip("newsmodel.schema")


def test_the_schema_is_printed_as_json(run):
    assert "https://json-schema.org/draft/2020-12/schema" == json.loads(run("schema").stdout)["$schema"]


def test_the_schema_goes_to_a_file(run, folder):
    assert 0 == run("schema", "-o", "schema.json").exit_code
    assert run("schema").stdout == (folder / "schema.json").read_text(encoding="utf-8")
    assert 1 == run("schema", "-o", "schema.json").exit_code
    assert 0 == run("schema", "-o", "schema.json", "--force").exit_code


def test_an_empty_name_is_a_wrong_use(run):
    result = run("schema", "-o", "")

    assert 2 == result.exit_code
    assert "'' names no file" in result.stderr
