"""Numbers, instants and free JSON data to draw."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

from hypothesis import strategies as st

from newsmodel.model.frozen import INTEGER_LIMIT, FrozenMap
from newsmodel.strategies import strings

_START = datetime(2024, 1, 1)  # noqa: DTZ001 (an offset is drawn for it)
_OFFSETS = (0, 60, -300, 330, 765, -570)
_MINUTES = 24 * 60 - 1


def _instant(minutes: int, microseconds: int, offset: int) -> datetime:
    moment = _START + timedelta(minutes=minutes, microseconds=microseconds)
    return moment.replace(tzinfo=timezone(timedelta(minutes=offset)))


integers: st.SearchStrategy[int] = st.integers(0, 2000)
instants: st.SearchStrategy[datetime] = st.builds(
    _instant, st.integers(-10_000_000, 10_000_000), st.sampled_from((0, 0, 30_000_000, 1)), st.sampled_from(_OFFSETS)
)
floats: st.SearchStrategy[float] = st.one_of(st.integers(0, 100).map(float), st.sampled_from((0.5, 0.25, 4.5)))

hostile_integers: st.SearchStrategy[int] = st.one_of(
    integers, st.sampled_from((-1, 2**31, 2**53, 2**53 + 1, 10**18, INTEGER_LIMIT - 1, -INTEGER_LIMIT))
)
hostile_floats: st.SearchStrategy[float] = st.floats(allow_nan=False, allow_infinity=False)
hostile_instants: st.SearchStrategy[datetime] = st.one_of(
    instants,
    st.builds(
        lambda moment, offset: moment.replace(tzinfo=timezone(timedelta(minutes=offset)), fold=0),
        st.datetimes(),
        st.integers(-_MINUTES, _MINUTES),
    ),
)


def json_values(text: st.SearchStrategy[str], integers: Any, floats: Any) -> st.SearchStrategy[Any]:
    """Any JSON value: these leaves, booleans and null, in arrays and objects."""
    leaf = st.one_of(st.none(), st.booleans(), integers, floats, text)
    pair = st.tuples(text, leaf)
    flat = st.one_of(leaf, st.lists(leaf, max_size=2), st.lists(pair, max_size=2).map(dict))
    return st.one_of(leaf, flat, st.lists(flat, max_size=2), st.lists(st.tuples(text, flat), max_size=2).map(dict))


def frozen_maps(values: st.SearchStrategy[Any], keys: st.SearchStrategy[str]) -> st.SearchStrategy[FrozenMap]:
    """Maps from *keys* to *values*, one or two entries: an empty one is the default of every field."""
    return st.lists(st.tuples(keys, values), min_size=1, max_size=2).map(dict).map(FrozenMap)


def foreign(values: st.SearchStrategy[Any]) -> st.SearchStrategy[FrozenMap]:
    """What `extra` holds: data under the names of formats, and fields of a newer newsmodel.

    Mostly an object; fields that are fields of the model too, the marks of a document, an object without any.
    """
    fields = st.sampled_from(
        ("future", "x:y", "a b", "Ünïcode", *("id", "type", "newsmodel", "$schema") * 2, "headline", "extra")
    )
    some = st.lists(st.tuples(fields, values), min_size=1, max_size=3).map(dict)
    turns: tuple[st.SearchStrategy[Any], ...] = (
        some,
        some,
        st.just({}),
        values,
    )  # `one_of` would draw each of the many kinds of *values* as often
    return frozen_maps(st.sampled_from(range(len(turns))).flatmap(turns.__getitem__), strings.formats)


payload_values: st.SearchStrategy[Any] = json_values(strings.payloads, integers, floats)
plain_values: st.SearchStrategy[Any] = json_values(strings.names, integers, floats)
hostile_values: st.SearchStrategy[Any] = json_values(strings.hostile, hostile_integers, hostile_floats)
