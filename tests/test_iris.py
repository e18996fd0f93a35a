"""Any id as an IRI, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.alphabet import is_clean
from newsmodel.iris import from_iri, is_iri, to_iri, wrapped
from newsmodel.urls import scheme

IDS = st.text(min_size=1).filter(is_clean)


@given(IDS)
def test_any_id_comes_back(id):
    assert id == from_iri(to_iri(id)) == from_iri(wrapped(id))


@given(IDS)
def test_what_is_written_is_absolute_and_ascii(id):
    assert scheme(to_iri(id))
    assert to_iri(id).isascii()


@given(IDS)
def test_a_wrapped_id_is_wrapped_again(id):
    assert wrapped(id) == from_iri(to_iri(wrapped(id)))


@given(IDS)
def test_an_id_whose_iri_is_taken_gets_another(id):
    other = to_iri(id, (to_iri(id),))

    assert other != to_iri(id)
    assert id == from_iri(other)
    assert other == from_iri(to_iri(other))


@pytest.mark.parametrize(
    "iri", ["https://example.org/a?b=c#d", "urn:uuid:1", "tag:example.org,2026:1", "acct:a@b.example"]
)
def test_an_iri_stands_as_it_is(iri):
    assert iri == to_iri(iri)


@pytest.mark.parametrize(
    "text", ["", None, "42", "/a", "javascript:x", "https://", "http://[", "https://a b", "https://é.example/"]
)
def test_what_not_every_reader_takes_is_no_iri(text):
    assert not is_iri(text)


def test_no_iri_and_one_that_holds_nothing_are_no_id():
    assert from_iri(None) is None
    assert from_iri("") is None
    assert from_iri(wrapped("")) is None
