import json

from hypothesis import given
from hypothesis import strategies as st

from newsmodel.cli.places import positions

KEYS = st.sampled_from(["a", "body", "two words", 'quo"te', "ü"])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.sampled_from(["", "]}", 'a"b', "\\"]),
    lambda below: st.lists(below, max_size=3) | st.dictionaries(KEYS, below, max_size=3),
    max_leaves=12,
)


def _paths(value, path="$"):
    yield path, value
    if isinstance(value, dict):
        for key, below in value.items():
            step = f".{key}" if key.isidentifier() else f"[{json.dumps(key)}]"
            yield from _paths(below, path + step)
    elif isinstance(value, list):
        for position, below in enumerate(value):
            yield from _paths(below, f"{path}[{position}]")


@given(VALUES, st.sampled_from([None, 1]), st.booleans())
def test_every_value_stands_where_its_path_leads(value, indent, ascii_only):
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    lines = text.split("\n")
    expected = dict(_paths(value))
    found = positions(text.encode(), expected)

    assert expected.keys() == found.keys()
    for path, (line, column) in found.items():
        rest = "\n".join([lines[line - 1][column - 1 :], *lines[line:]])
        assert expected[path] == json.JSONDecoder().raw_decode(rest)[0]


def test_a_path_that_leads_nowhere_has_no_position():
    assert {} == positions(b'{"a": 1}', ["$.b", "", "no path"])


def test_a_mistake_in_the_text_ends_the_search_quietly():
    assert {"$.a": (1, 7)} == positions(b'{"a": 1, ]]]] ]', ["$.a", "$.b"])


def test_a_million_brackets_are_no_trouble():
    assert {} == positions(b"[" * 1_000_000, ["$.a"])
