"""Bytes of JSON: what parsers often let pass is refused, and every error says where."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel import FormatError
from newsmodel.codec import decode, encode

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner),
)  # fmt: skip


def refused(data: bytes) -> FormatError:
    with pytest.raises(FormatError) as caught:
        decode(data)
    return caught.value


@given(VALUES, st.sampled_from([None, 0, 2]))
def test_what_is_encoded_is_decoded(value, indent):
    assert repr(value) == repr(decode(encode(value, indent)))


@given(VALUES)
def test_what_others_write_is_decoded(value):
    assert repr(value) == repr(decode(json.dumps(value, indent=1).encode()))


@given(VALUES, st.sampled_from(["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]))
def test_a_byte_order_mark_tells_the_encoding(value, encoding):
    text = "\ufeff" + encode(value).decode()

    assert repr(value) == repr(decode(text.encode(encoding)))


@given(st.binary(max_size=40))
def test_junk_is_decoded_or_refused(data):
    place = "decoded"
    try:
        decode(data)
    except FormatError as error:
        place = error.place

    assert place


@given(st.text('{}[]",:\\01.eE-+ntfulrasN \n', max_size=40))
def test_what_looks_like_json_is_as_the_standard_library_has_it_or_refused(text):
    """The quick way through and the strict one agree."""
    try:
        value = decode(text.encode())
    except FormatError:
        return
    assert repr(json.loads(text)) == repr(value)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("", 1, 1),
        (" ", 1, 2),
        ('{"a": 1,\n "b" 2}', 2, 6),
        ("[1, 2", 1, 6),
        ("[1] [2]", 1, 5),
        ('["a\nb"]', 1, 4),
        ('["NaN", {"a": "\\"NaN"},\n NaN]', 2, 2),
        ('["Infinity", -Infinity]', 1, 14),
        (f'["{2**70}", {2**70}]', 1, 28),
        (f'{{"a": {2**70}.5,\n"b": -{2**70}}}', 2, 6),
        ("[" + "9" * 100_000 + "]", 1, 2),
        ("NaN", 1, 1),
    ],
)
def test_an_error_says_line_and_column(text, line, column):
    error = refused(text.encode())

    assert (line, column) == (error.line, error.column)
    assert len(str(error)) < 200


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b'{"a":\n "\xff"}', 2, 3),
        ("Zürich".encode("latin-1"), 1, 2),
        (b"\xff\xfe[\x00\n\x00\x00\xd8\x00\x00]\x00", 2, 1),
        (b"\xed\xa0\x80", 1, 1),
    ],
)
def test_bytes_that_are_no_text_are_refused_with_their_place(data, line, column):
    error = refused(data)

    assert (line, column) == (error.line, error.column)
    assert "UTF-8" in error.mend


def test_a_key_that_stands_twice_is_refused_with_its_path():
    error = refused(b'{"a": {"x": 1, "x": 2}, "b": [0, {"y z": 1, "y z": 1}], "b": [0, {"y z": 1, "y z": 1}]}')

    assert ("$", 'the key "b" stands twice') == (error.at, error.message)
    assert (("$.a", 'the key "x" stands twice'), ("$.b[1]", 'the key "y z" stands twice')) == error.problems


def test_a_key_that_stands_twice_in_what_we_could_have_written_is_refused_too():
    assert "$" == refused(b'{"a":1,"a":1}').at
    assert "$[0]" == refused(b'[{"":[],"":{}}]').at


@pytest.mark.parametrize("data", [b"[" * 1_000_000, b'{"a":' * 1_000_000, b"[" * 50_000 + b"]" * 50_001])
def test_brackets_without_end_are_refused(data):
    error = refused(b'["[[", \n' + data)

    assert ("it nests too deeply", 2) == (error.message, error.line)
    assert error.column in (512, 5 * 511 + 1)
