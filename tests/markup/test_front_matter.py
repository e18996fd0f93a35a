"""Front matter as strangers write it."""

from time import process_time

import pytest

from newsmodel.errors import FormatError
from newsmodel.markup.front_matter import FrontMatter, resolve, split
from newsmodel.report import Report


def parted(text: str) -> FrontMatter:
    return split(text, Report())


def read(source: str) -> object:
    return resolve(parted(f"---\n{source}\n---\nbody").data)


@pytest.mark.parametrize(
    ("source", "data"),
    [
        ("a: b", {"a": "b"}),
        ("a: 1\nb: 1.5\nc: true\nd: ~\ne:", {"a": 1, "b": 1.5, "c": True, "d": None, "e": None}),
        ("a: 012\nb: 1:30\nc: no\nd: 1_000", {"a": "012", "b": "1:30", "c": "no", "d": "1_000"}),
        ("a: '1'\nb: \"true\"", {"a": "1", "b": "true"}),
        ("a: 2024-13-45", {"a": "2024-13-45"}),
        ("a: 99999999999999999999", {"a": "99999999999999999999"}),
        ("a: .inf\nb: 1e999", {"a": ".inf", "b": "1e999"}),
        ("1: a\ntrue: b", {"1": "a", "true": "b"}),
        ("a: [b, {c: d}]", {"a": ["b", {"c": "d"}]}),
        ("a: &x [1]\nb: *x", {"a": [1], "b": [1]}),
        ("a: !!python/object:os.system x", {"a": "x"}),
        ("a: |\n  b\n  c", {"a": "b\nc\n"}),
        ("a: 1\na: 2", {"a": 2}),
        ('a: "\\0"', {"a": "\ufffd"}),
    ],
)
def test_values_are_read_by_the_core_schema(source, data):
    assert data == read(source)


@pytest.mark.parametrize(
    "text", ["", "a", "---\n", "---\na: b\n", "--- \nwords\n---\nb", "---\n- a\n---\nb", "----\na: b\n---\n"]
)
def test_what_is_no_front_matter_is_body(text):
    assert ({}, text) == parted(text)


def test_the_body_begins_after_the_closing_line():
    assert "body" == parted("---\na: b\n---\nbody").body
    assert "body" == parted("---\na: b\n...\nbody").body


def test_toml_is_read_too():
    found = parted('+++\na = "b"\nd = 2024-01-05\n[c]\ne = [1.5, true]\n+++\nbody')

    assert ({"a": "b", "d": "2024-01-05", "c": {"e": [1.5, True]}}, "body") == (resolve(found.data), found.body)


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("a: [", 3),
        ("a: b: c", 2),
        ("a: *x", 2),
        ("a: &x [*x]", 2),
        ("? [a]\n: b", 2),
        ("\ta: b", 2),
        ("a: \x7f", 1),
        ('a: "\\U00110000"', 1),
    ],
)
def test_an_error_says_where(source, line):
    with pytest.raises(FormatError) as error:
        read(source)
    assert line == error.value.line


def test_an_error_in_toml_says_where():
    with pytest.raises(FormatError) as error:
        parted("+++\na = 1\nb = \n+++\n")
    assert 3 == error.value.line


@pytest.mark.parametrize(
    "source",
    [
        "a: " + "[" * 50_000,
        "a: " + "{a: " * 50_000,
        "\n".join([f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9) if n else '1'}]" for n in range(12)]),
        "- " * 10_000 + "a",
        "a: " + "x" * 1_000_001,
    ],
)
def test_bombs_are_refused_at_once(source):
    start = process_time()
    with pytest.raises(FormatError):
        read(source)
    assert process_time() - start < 5


def test_deep_toml_is_refused():
    with pytest.raises(FormatError):
        parted("+++\na = " + "[" * 50_000 + "\n+++\n")
