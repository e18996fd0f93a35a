"""FrozenMap: read-only, hashable, picklable, finite JSON."""

import copy
import pickle
import sys

import pytest
from hypothesis import given

from newsmodel import strategies
from newsmodel.model.frozen import EMPTY, INTEGER_LIMIT, MAXIMUM_DEPTH, FrozenMap, frozen_map, thaw


@given(strategies.frozen_maps("hostile"))
def test_a_map_pickles_copies_hashes_and_thaws(values):
    assert values == pickle.loads(pickle.dumps(values))
    assert hash(values) == hash(FrozenMap(thaw(values)))
    assert copy.deepcopy(values) is copy.copy(values) is values
    assert values == FrozenMap(thaw(values))


@pytest.mark.parametrize(
    "change",
    [
        lambda values: values.__setitem__("a", 2),
        lambda values: values.__delitem__("a"),
        lambda values: values.update(a=2),
        lambda values: values.pop("a"),
        lambda values: values.popitem(),
        lambda values: values.clear(),
        lambda values: values.setdefault("b", 1),
        lambda values: values.__ior__({"b": 1}),
    ],
)
def test_a_map_cannot_be_changed(change):
    values = FrozenMap({"a": 1})

    with pytest.raises(TypeError, match="cannot be changed"):
        change(values)
    assert {"a": 1} == values


def test_what_is_inside_is_frozen_too():
    values = FrozenMap({"a": {"b": [1, {"c": []}]}})

    assert isinstance(values["a"], FrozenMap)
    assert (1, FrozenMap({"c": ()})) == values["a"]["b"]


def test_the_caller_s_dict_may_change_later():
    inner = [1]
    values = FrozenMap({"a": inner})
    inner.append(2)

    assert (1,) == values["a"]


@pytest.mark.parametrize(
    ("value", "error", "said"),
    [
        (float("nan"), ValueError, "finite"),
        (float("inf"), ValueError, "finite"),
        (INTEGER_LIMIT, ValueError, "64 bits"),
        (-INTEGER_LIMIT - 1, ValueError, "64 bits"),
        ("\0", ValueError, "XML"),
        ("\ud800", ValueError, "XML"),
        (b"bytes", TypeError, "JSON value"),
        ({1, 2}, TypeError, "JSON value"),
        ({1: 2}, TypeError, "key"),
        (object(), TypeError, "JSON value"),
    ],
)
def test_what_is_no_json_is_refused(value, error, said):
    with pytest.raises(error, match=said):
        FrozenMap({"key": value})


@pytest.mark.parametrize("container", [lambda value: [value], lambda value: {"a": value}])
def test_values_nest_to_the_bound_and_not_deeper(container):
    value = 1
    for _ in range(MAXIMUM_DEPTH - 1):
        value = container(value)

    assert pickle.loads(pickle.dumps(FrozenMap({"a": value})))
    with pytest.raises(ValueError, match="64 deep"):
        FrozenMap({"a": container(value)})


@pytest.mark.parametrize(("one", "other"), [(1, True), (0, False), (1, 1.0), ([1], [True]), ({"b": 0}, {"b": False})])
def test_equality_tells_apart_what_python_does_not(one, other):
    assert one == other
    assert FrozenMap({"a": one}) != FrozenMap({"a": other})


def _nested(depth):
    value = {}
    for _ in range(depth):
        value = {"a": value}
    return FrozenMap(value)


@pytest.mark.parametrize(
    "wrap", [lambda value: value, lambda value: {"b": [value]}, lambda value: FrozenMap({"c": value})]
)
def test_comparing_equal_maps_looks_at_every_value_once(wrap):
    def calls(depth):
        one, other, seen = FrozenMap(wrap(_nested(depth))), FrozenMap(wrap(_nested(depth))), []
        sys.setprofile(lambda _frame, event, _argument: seen.append(event))
        try:
            assert one == other
        finally:
            sys.setprofile(None)
        return len(seen)

    assert calls(16) < 4 * calls(8)


def test_negative_zero_is_zero():
    assert "0.0" == str(FrozenMap({"a": -0.0})["a"])


def test_an_empty_mapping_is_the_one_empty_map():
    assert frozen_map({}) is EMPTY
    with pytest.raises(TypeError, match="a mapping was expected, not list"):
        frozen_map([])
