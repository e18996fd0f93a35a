"""The walk: white space is collapsed where it is met, and gives what collapsing the whole text gives."""

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel as nm
from newsmodel.markup import engine
from newsmodel.markup.flow import squeeze
from newsmodel.markup.html import reader
from newsmodel.markup.reading import Read
from newsmodel.whitespace import collapse_inlines, collapse_string

SPACED = st.text("ab  \n\t\f\u00a0", max_size=6)


@given(st.text("ab \n\t\r\f\u00a0", max_size=30))
def test_squeezing_and_stripping_is_collapsing(raw):
    assert collapse_string(raw) == squeeze(raw).strip(" ")
    assert squeeze(raw) == squeeze(squeeze(raw))


@pytest.mark.parametrize(
    ("raw", "squeezed"), [("", ""), (" \n ", " "), ("a", "a"), ("\na b\t", " a b "), ("a \n b", "a b"), ("a\fb", "a b")]
)
def test_a_run_of_white_space_is_one_space(raw, squeezed):
    assert squeezed == squeeze(raw)


@given(st.lists(st.tuples(SPACED, st.booleans(), st.booleans())))
def test_a_text_of_many_pieces_is_collapsed_as_one(pieces):
    inlines, markup = [], ""
    for words, is_strong, is_broken in pieces:
        inlines.append(nm.Span(words.replace("\f", " "), marks=["strong"] if is_strong else []))
        markup += f"<b>{escape(words)}</b>" if is_strong else f"{escape(words)}<i></i>"
        if is_broken:
            inlines.append(nm.LineBreak())
            markup += "<br>"

    assert nm.Text(collapse_inlines(inlines)) == Read(reader, nm.Report()).text(engine.parse_fragment(markup))


def test_a_replaced_character_is_told_with_its_line_wherever_it_stands():
    report = nm.Report()
    found = Read(reader, report).blocks(engine.children(engine.parse_fragment("<p>a\n<p>b&#1;<p>c<b>d&#1;</b>&#1;")))

    assert ["a", "b\ufffd", "cd\ufffd\ufffd"] == [str(block.text) for block in found]
    assert ["line 2"] * 3 == [each.source for each in report.diagnostics]


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
        engine.parse_fragment("<p>&nbsp;<p>a<br>&nbsp;<br>b<p><b>&nbsp;</b><br><p>c&nbsp;d<br>&#8203;")
    )

    assert ["a", "b", "c\xa0d"] == [str(block.text) for block in Read(reader, nm.Report(), prose=True).blocks(nodes)]
    assert 4 == len(Read(reader, nm.Report()).blocks(nodes))


def test_a_picture_in_a_line_stays_in_it_and_one_alone_is_a_figure():
    read = Read(reader, nm.Report())
    nodes = engine.children(engine.parse_fragment("<p>a <img src=i> b<p><a href=/x><img src=j srcset='k 2w'></a>"))

    assert (
        nm.Paragraph(["a ", nm.InlineImage("i"), " b"]),
        nm.Figure(nm.Image("j", renditions=[nm.Rendition("k", width=2)]), link="/x"),
    ) == read.blocks(nodes)
