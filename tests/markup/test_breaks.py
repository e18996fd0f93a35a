"""Where line breaks part paragraphs."""

import pytest

import newsmodel as nm
from newsmodel.markup import engine
from newsmodel.markup.html import reader
from newsmodel.markup.reading import Read

LONG = "The harbour board voted on Tuesday to move the crossing, which has closed the road to the quay twice"
DENSE = "港口委员会周二投票决定搬迁渡口，渡口曾两次封闭通往码头的道路，居民对此表示欢迎"


@pytest.mark.parametrize(
    ("markup", "texts"),
    [
        (f"{LONG}.<br>{LONG}!", [f"{LONG}.", f"{LONG}!"]),
        (f"{LONG} <b>now.</b><br>\n“{LONG}.”<br>", [f"{LONG} now.", f"“{LONG}.”"]),
        (f"{DENSE}。<br>{DENSE}。", [f"{DENSE}。", f"{DENSE}。"]),
        (f"{LONG}.<br>{LONG}", [f"{LONG}.\n{LONG}"]),
        (f"{LONG},<br>{LONG}.", [f"{LONG},\n{LONG}."]),
        (f"{LONG}.<br>Short.<br>{LONG}.<br>{LONG}.", [f"{LONG}.\nShort.\n{LONG}.", f"{LONG}."]),
        ("A line.<br>Another.", ["A line.\nAnother."]),
        (f"<b>A title</b><br>{LONG}", ["A title", LONG]),
        (f"<b>A title<br></b>{LONG}.<br><b>Two</b> <br>Short", ["A title", f"{LONG}.", "Two", "Short"]),
        (f"{LONG}.", [f"{LONG}."]),
    ],
)
def test_in_prose_a_line_break_between_two_sentences_parts_paragraphs(markup, texts):
    nodes = engine.children(engine.parse_fragment(f"<p>{markup}</p>"))

    assert texts == [str(block.text) for block in Read(reader, nm.Report(), prose=True).blocks(nodes)]
    assert 1 == len(Read(reader, nm.Report()).blocks(nodes))


@pytest.mark.parametrize("markup", ["<b>a<br>b</b>", "<b>a</b> b<br>c", "a<br><b>b</b>", "a<br>b<br>c"])
def test_other_lines_of_prose_stay_together(markup):
    nodes = engine.children(engine.parse_fragment(f"<p>{markup}</p>"))

    assert 1 == len(Read(reader, nm.Report(), prose=True).blocks(nodes))


def test_in_prose_what_shows_nothing_is_no_paragraph_and_parts_none():
    nodes = engine.children(
        engine.parse_fragment(
            "<p>&nbsp;<p>&nbsp;a<br>&nbsp;<br>b&nbsp; <p><b>&nbsp;</b><br>"
            "<p><b>&nbsp;c&nbsp;</b>d<i> &nbsp;</i><br>&#8203;"
        )
    )

    assert ["a", "b", "c\xa0d"] == [str(block.text) for block in Read(reader, nm.Report(), prose=True).blocks(nodes)]
    assert 4 == len(Read(reader, nm.Report()).blocks(nodes))
