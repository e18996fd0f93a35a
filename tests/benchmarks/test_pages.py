"""The comparison with other extractors counts what it says, on pages small enough to see through."""

import pytest
from tests.benchmarks.pages import OURS, PEERS, Peer, head, results, row
from tests.training.pages import Page

import newsmodel as nm

TEXT = "The ferries sail again from Monday, and nobody in the harbour knows for how long they will."
HTML = f"<body><nav><a href='/'>Home</a></nav><article><h1>Ferries</h1>{f'<p>{TEXT}</p>' * 3}</article></body>"
PAGES = [
    Page("fundus_dev", "a", HTML.encode(), None, {"paragraphs": [TEXT] * 3}, "a"),
    Page("wcxb_dev", "b", HTML.encode(), None, {"text": TEXT}, "b"),
    Page("trafilatura", "c", HTML.encode(), None, {"with_": ["harbour"], "without": ["Home"]}, "c"),
]


def _found(peer):
    return list(results(peer, nm, lambda html: list(html), PAGES))


def test_our_own_reading_is_scored_on_every_set():
    found = _found(OURS)

    assert [each.of for each in found] == ["fundus_dev", "wcxb_dev", "trafilatura"]
    assert found[0].scores["paragraphs"] == 1
    assert found[2].scores == {"found": 1, "lost": 0, "let_in": 0}
    assert all(each.answered and each.times > 0 for each in found)


@pytest.mark.parametrize("call", [lambda *_: 1 / 0, lambda *_: None, lambda *_: " \n"])
def test_an_extractor_that_raises_or_finds_nothing_gave_no_answer(call):
    found = _found(Peer("broken", "newsmodel", call))

    assert not any(each.answered for each in found)
    assert row("broken", found).endswith("| 3 |")
    assert "| 0.0 / 0.0 / 100.0 / 0.0 |" in row("broken", found)


def test_a_row_has_the_columns_of_the_head():
    assert len({line.count("|") for line in (*head(), row("ours", _found(OURS)))}) == 1


def test_a_set_without_pages_leaves_its_cells_empty():
    assert "| ours |  |  | 100.0 |" in row("ours", _found(OURS)[2:])


def test_the_text_of_markup_has_a_line_for_each_block():
    text = next(peer.text for peer in PEERS if peer.name == "readability-lxml")

    assert text("<div><p>One.</p><ul><li>Two.</li></ul></div>").split("\n") == ["One.", "Two."]
