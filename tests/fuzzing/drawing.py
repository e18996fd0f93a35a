"""Files drawn by Hypothesis, which makes a failing one small: values under the names that a reader knows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from hypothesis import strategies as st
from tests.fuzzing import of_json
from tests.fuzzing.nasty import STRINGS, TAGS, VALUES, in_json
from tests.fuzzing.of_json import Members, Written
from tests.fuzzing.seeds import seeds

from newsmodel import registry

_NAME = re.compile(rb'"([@\w.:-]{1,40})"\s*:')
_PIECE = re.compile(rb"<[^<>]{1,200}>")
_WORD = re.compile(rb"[^\s<>\"{}]{2,40}")
_MOST = 400


@cache
def files(name: str) -> st.SearchStrategy[bytes]:
    """Files for the reader *name*: JSON of the names, or markup and lines of the pieces, that its own files have."""
    data = b"\n".join(seeds(registry.get(name), own_only=True))
    words, names = _found(_WORD, data), _found(_NAME, data)
    if names and not _PIECE.match(data) and name != "markdown":
        return _documents(names, [*VALUES, *map(in_json, words)])
    pieces = _one([*STRINGS, *TAGS, "\n", "\n\n", *_found(_PIECE, data), *words])
    return st.lists(pieces, max_size=25).map(lambda parts: "".join(parts).encode("utf-8", "surrogatepass"))


def _found(pattern: re.Pattern[bytes], data: bytes) -> list[str]:
    return list(dict.fromkeys(each.decode("utf-8", "replace") for each in pattern.findall(data)))[:_MOST]


def _one(pool: Sequence[str]) -> st.SearchStrategy[str]:
    """One of many: as `sampled_from`, but quick to describe."""
    return st.integers(0, len(pool) - 1).map(lambda at: pool[at])


def _documents(names: list[str], values: list[str]) -> st.SearchStrategy[bytes]:
    """Objects and lists in one another; each on a line of its own, if there are several."""
    keys, leaves = _one(names), _one(values).map(Written)

    def around(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
        members = st.tuples(keys, inner).map(list)
        objects = st.lists(members, max_size=6, unique_by=lambda member: member[0]).map(Members)
        return objects | st.lists(inner, max_size=3)

    trees = st.recursive(leaves, around, max_leaves=20)
    return st.lists(trees, min_size=1, max_size=2).map(lambda each: b"\n".join(map(of_json.encoded, each)))
