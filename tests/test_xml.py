"""XML in, safely and with lines; text out that reads back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel import xml
from newsmodel.alphabet import is_clean
from newsmodel.errors import FormatError
from newsmodel.report import Report

WORDS = st.text().filter(is_clean)


def parse(data):
    return xml.parse(data, Report())


def refusal(data):
    with pytest.raises(FormatError) as caught:
        parse(data)
    return caught.value


def test_elements_know_their_names_attributes_texts_and_lines():
    root = parse(b'<a xmlns="urn:a" xmlns:x="urn:x">\n<b x:id="1">one &amp; <![CDATA[<two>]]></b>\n<x:b/></a>')
    (b,) = root.each("b")

    assert ("urn:a", "a", 1) == (root.namespace, root.name, root.line)
    assert ("one & <two>", {("urn:x", "id"): "1"}, 2) == (b.text, b.attributes, b.line)
    assert root.first("c") is None


def test_what_is_not_well_formed_is_refused_with_line_and_column():
    error = refusal(b"<a>\n  <b c=1/></a>")

    assert (2, "well-formed") == (error.line, "well-formed" if "well-formed" in error.message else error.message)
    assert error.column is not None


def test_lines_count_what_stands_in_front_too():
    assert 3 == refusal(b"junk\n<a>\n</b>").line


@pytest.mark.parametrize("data", [b"<!DOCTYPE a><a/>", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", b"<a>&b;</a>"])
def test_entities_and_document_types_are_refused(data):
    assert refusal(data).line == 1


def test_nesting_is_bounded():
    assert "deep" in refusal(b"<a>" * 100_000).message


def test_an_unknown_encoding_is_refused():
    assert refusal(b'<?xml version="1.0" encoding="no-such"?><a/>').line


@given(WORDS)
def test_text_written_is_text_read(words):
    root = parse(f"<a><b>{xml.escape(words)}</b><c>{xml.cdata(words)}</c></a>".encode())

    assert [words, words] == [child.text for child in root.children]
