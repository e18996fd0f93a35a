"""Front matter as it is written: any YAML parser reads the same values."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.alphabet import is_clean
from newsmodel.markup.front_matter import resolve, split
from newsmodel.rendering.front_matter import Literal, front_matter
from newsmodel.report import Report

yaml = pytest.importorskip("yaml")

STRINGS = st.text(max_size=20).filter(is_clean) | st.sampled_from(
    ["\x85", "\u2028", "\x7f", "\ufeff", "- a", "a: b", "# c", '"']
)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | STRINGS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(STRINGS, inner, max_size=3),
    max_leaves=10,
)


@given(st.dictionaries(STRINGS, VALUES, max_size=4))
def test_what_is_written_is_read_back(data):
    found = split(front_matter(data) + "\nbody", Report())

    assert json.dumps(data) == json.dumps(resolve(found.data))


@given(
    st.dictionaries(
        STRINGS, st.recursive(STRINGS | st.booleans(), lambda inner: st.lists(inner, max_size=3)), max_size=4
    )
)
def test_another_parser_reads_the_same(data):
    assert data == (yaml.safe_load(front_matter(data).removeprefix("---\n").removesuffix("---\n")) or {})


def test_mappings_stand_line_by_line_and_lists_of_scalars_in_one_line():
    data = {"a": "x", "no": [1, "b"], "c": {"d": "e"}, "f": [{"g": "h", "i": None}, "j"], "k": Literal("2026-01-02")}

    assert """---
a: "x"
"no": [1, "b"]
c:
  d: "e"
f:
  - g: "h"
    i: null
  - "j"
k: 2026-01-02
---
""" == front_matter(data)


def test_nothing_is_written_for_no_record():
    assert "" == front_matter({})
