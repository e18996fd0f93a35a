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


def test_a_picture_in_a_line_stays_in_it_and_one_alone_is_a_figure():
    read = Read(reader, nm.Report())
    nodes = engine.children(engine.parse_fragment("<p>a <img src=i> b<p><a href=/x><img src=j srcset='k 2w'></a>"))

    assert (
        nm.Paragraph(["a ", nm.InlineImage("i"), " b"]),
        nm.Figure(nm.Image("j", renditions=[nm.Rendition("k", width=2)]), link="/x"),
    ) == read.blocks(nodes)


def test_words_beside_a_picture_that_stands_apart_have_no_breaks_at_their_ends():
    nodes = engine.children(engine.parse_fragment("<p><img src=i width=600 height=400><br> <br><em>a</em><br></p>"))

    assert (
        nm.Figure(nm.Image("i", width=600, height=400)),
        nm.Paragraph([nm.Span("a", marks=["emphasis"])]),
    ) == Read(reader, nm.Report()).blocks(nodes)


def test_in_prose_a_tiny_picture_alone_in_its_line_is_a_sign_and_none_of_the_article():
    nodes = engine.children(engine.parse_fragment("<p><img src=i width=24 height=24><p>a <img src=j width=9 height=9>"))
    line = nm.Paragraph(["a ", nm.InlineImage("j", width=9, height=9)])
    others = engine.children(
        engine.parse_fragment("<img src=k width=16 height=9><figure><img src=l width=24 height=24>")
    )

    assert (line,) == Read(reader, nm.Report(), prose=True).blocks(nodes)
    assert (nm.Figure(nm.Image("i", width=24, height=24)), line) == Read(reader, nm.Report()).blocks(nodes)
    assert 2 == len(Read(reader, nm.Report(), prose=True).blocks(others))


def test_in_prose_the_picture_that_youtube_keeps_of_a_film_is_that_film_once():
    thumbnail = "https://i.ytimg.com/vi/abcdefghijk/hqdefault.jpg"
    frame = "<iframe data-src=https://www.youtube.com/embed/abcdefghijk></iframe>"
    nodes = engine.children(engine.parse_fragment(f"<div><img src={thumbnail}>{frame}</div><p>a"))
    figure = nm.Figure(nm.Image(thumbnail))
    url = "https://www.youtube.com/watch?v=abcdefghijk"
    film = nm.Embed(url, provider="youtube", reference="abcdefghijk", fallback=[figure])

    assert (film, nm.Paragraph("a")) == Read(reader, nm.Report(), prose=True).blocks(nodes)
    assert figure == Read(reader, nm.Report()).blocks(nodes)[0]
