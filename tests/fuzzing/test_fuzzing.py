"""No reader raises anything but FormatError, whatever it reads: a short run each, with NEWSMODEL_DEEP=1 a minute."""

import os
from itertools import islice

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fuzzing.checking import failure
from tests.fuzzing.drawing import files
from tests.fuzzing.running import fuzz, inputs
from tests.fuzzing.seeds import CORPUS, corpus, seeds

from newsmodel import FormatError, registry
from newsmodel.model import Article

READERS = [format.name for format in registry.every() if format.parse is not None]
DEEP = bool(os.environ.get("NEWSMODEL_DEEP"))
EXECUTIONS = 300
A_MINUTE = 60


@pytest.mark.parametrize("name", READERS)
def test_whatever_a_reader_reads_it_gives_a_valid_document_or_a_format_error(name):
    format = registry.get(name)
    result = fuzz(format, seconds=A_MINUTE) if DEEP else fuzz(format, EXECUTIONS, own_only=True)

    assert [] == result.failures
    assert result.executions > 0


@pytest.mark.parametrize(("name", "kept"), [(name, kept) for name in READERS for kept in corpus(name)])
def test_what_once_failed_does_not_fail_again(name, kept):
    assert failure(registry.get(name), corpus(name)[kept]) is None


@pytest.mark.parametrize("name", READERS)
@given(st.data())
def test_a_file_of_what_a_reader_knows_in_any_order_is_a_valid_document_or_a_format_error(name, data):
    assert failure(registry.get(name), data.draw(files(name))) is None


def test_the_corpus_is_of_readers_and_small():
    assert {path.name for path in CORPUS.iterdir()} <= set(READERS)
    assert all(len(data) < 2000 for name in READERS for data in corpus(name).values())


@pytest.mark.parametrize("name", READERS)
def test_the_same_seed_gives_the_same_files_and_another_seed_others(name):
    def some(seed):
        return list(islice(inputs(registry.get(name), 200, seed, own_only=True), 200))

    assert some(3) == some(3)
    assert some(3) != some(4)


def test_the_files_are_mostly_taken_by_their_reader():
    for name in READERS:
        taken = [data for data in seeds(registry.get(name), own_only=True) if _is_taken(name, data)]

        assert taken, f"nothing that {name} reads is mutated"


def _is_taken(name, data):
    try:
        registry.get(name).read(data)
    except FormatError:
        return False
    return True


def _raises(_data, _report):
    raise KeyError("id")


def _says_what_nobody_prints(_data, _report):
    error = FormatError("x")
    error.message = "\ud800"
    raise error


def _notes_what_nobody_prints(_data, report):
    report.diagnostics.append("\x1b[31m")
    return Article()


def _gives_an_invalid_document(_data, _report):
    article = Article("x")
    object.__setattr__(article, "byline", "\x01")
    return article


@pytest.mark.parametrize(
    "parse", [_raises, _says_what_nobody_prints, _notes_what_nobody_prints, _gives_an_invalid_document]
)
def test_a_reader_that_does_what_none_may_is_found_out(parse):
    broken = attrs.evolve(registry.get("json"), parse=parse)

    assert failure(broken, b"{}") is not None
    assert 1 == len(fuzz(broken, 20, own_only=True).failures)
