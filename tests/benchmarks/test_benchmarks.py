"""The benchmarks still measure what they say, on an article of a few blocks; how fast it is, is no matter here."""

import json

import pytest
from tests.benchmarks import by_hand, structs
from tests.benchmarks.measure import Result, Row, in_turns, measure
from tests.benchmarks.rows import PAGES, THEMED, rows
from tests.benchmarks.table import HEAD, line
from tests.benchmarks.workload import article

import newsmodel as nm
from newsmodel.fitting import redact
from newsmodel.report import Report

BLOCKS, COMMENTS = 40, 34  # few, and yet every kind of the workload, and a discussion that folds


@pytest.fixture(scope="module")
def small():
    return article(BLOCKS, COMMENTS)


def test_the_workload_has_the_size_it_says_and_is_the_same_every_time():
    whole = article()

    assert (60, 200) == (len(whole.body), len(whole.comments))
    assert article() == whole


def test_the_workload_is_public_and_the_formats_that_are_measured_carry_it(small):
    assert redact(small, Report()) is small
    assert nm.losses(small, "html").clean
    assert small == nm.from_html(nm.to_html(small))


def test_the_writer_by_hand_writes_the_very_same(small):
    assert nm.to_html(small, fragment=True) == by_hand.fragment(small)
    assert by_hand.fragment(small) == nm.to_html(small, fragment=True, renderer=THEMED)


def test_the_structs_read_and_write_the_very_same_json(small):
    ours = json.loads(nm.to_json(small))
    theirs = json.loads(structs.ENCODER.encode(structs.DECODER.decode(nm.to_json(small))))

    assert ours == {"newsmodel": "1", **theirs}


def test_there_are_pages_of_others():
    assert [page for page in PAGES.glob("*.html") if b"newsmodel article" not in page.read_bytes()]


def test_every_row_can_be_measured(tmp_path):
    for row in rows(tmp_path, blocks=BLOCKS, comments=COMMENTS, least_s=0):
        assert row.ratio() > 0
        assert len(HEAD.splitlines()[0]) == len(line(row, Result(1, 0.5, 99.9)))


@pytest.mark.parametrize(
    ("row", "verdict"),
    [
        (Row("a", "b", lambda: (3.0, 1.0), 3), "ok"),
        (Row("a", "b", lambda: (3.1, 1.0), 3), "over"),
        (Row("a", "b", lambda: (1.0, 0.3), 0.3, throughput=True), "ok"),
        (Row("a", "b", lambda: (1.0, 0.2), 0.3, throughput=True), "over"),
        (Row("a", "b", lambda: (1.0, 0.2)), ""),
    ],
)
def test_a_row_says_whether_its_goal_is_met(row, verdict):
    assert verdict == line(row, measure(row, 3)).split("|")[-2].strip()


def test_both_sides_run_in_turns():
    ran = []
    round = in_turns(lambda: ran.append("ours"), lambda: ran.append("theirs"), 0)
    round()
    round()

    assert ["ours", "theirs"] * 2 == ran
