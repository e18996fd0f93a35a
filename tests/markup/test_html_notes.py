"""Footnotes in anyone's HTML."""

import pytest

import newsmodel as nm
from newsmodel.markup import engine
from newsmodel.markup.html import reader
from newsmodel.markup.html_notes import footnotes
from newsmodel.markup.reading import Read

P = nm.Paragraph


def reference(note):
    return nm.FootnoteReference(note=note)


def read(markup, **options):
    reading = Read(reader, nm.Report(), **options)
    body = reading.blocks(engine.children(engine.parse_fragment(markup)))
    return list(body), list(footnotes(reading))


CASES = [
    (
        "<p>a<sup data-fn=x class=fn><a href=#x id=x-link>1</a></sup></p>"
        "<ol class=wp-block-footnotes><li id=x>n <a href=#x-link>↩︎</a></li></ol>",
        [P(["a", reference("x")])],
        [nm.Footnote("n", id="x")],
    ),
    (
        "<p>a<sup id=fnref:1><a href=#fn:1>1</a></sup> b<sup><a href=#fn:2>2</a></sup></p><div class=footnotes><hr><ol>"
        "<li id=fn:1><p>n <b>o</b> <a href=#fnref:1>&#8617;</a></p><li id=fn:2><p>m</ol></div>",
        [P(["a", reference("fn:1"), " b", reference("fn:2")])],
        [nm.Footnote([P(["n ", nm.Span("o", marks=["strong"])])], id="fn:1"), nm.Footnote("m", id="fn:2")],
    ),
    (
        "<p>a<a href=#fn1 role=doc-noteref><sup>1</sup></a></p><section class=footnotes><h2>Notes</h2>"
        "<p id=fn1>n</section>",
        [P(["a", reference("fn1")])],
        [nm.Footnote("n", id="fn1")],
    ),
    (
        "<p>a<sup><a href=#n1>*</a></sup>, c<sup><a href=#n1>*</a></sup></p><p><a id=n1></a>n",
        [P(["a", reference("n1"), ", c", reference("n1")])],
        [nm.Footnote("n", id="n1")],
    ),
    (
        "<p>a<sup><a href=#1>1</a></sup></p><ol><li id=1>n<sup><a href=#1>1</a></sup><li>o</ol>",
        [P(["a", reference("1")]), nm.List(["o"], ordered=True)],
        [nm.Footnote([P(["n", reference("1")])], id="1")],
    ),
]


@pytest.mark.parametrize(("markup", "body", "notes"), CASES, ids=[markup[:90] for markup, _, _ in CASES])
def test_notes_are_read_from(markup, body, notes):
    assert (body, notes) == read(markup, notes={})


@pytest.mark.parametrize(
    "markup",
    [
        "a<sup><a href=#gone>1</a></sup>",
        "<p id=x>a<sup><a href=#x>1</a></sup>",
        "a<sup><a href=/p#x>1</a></sup><p id=x>n",
        "a<sup>2</sup>",
        "a<sup><a href=#x>a whole line</a></sup><p id=x>n",
        f"a<sup><a href=#x>1</a></sup><div id=x>{'n' * 5000}</div>",
        "a<sup><a href=#x>1</a></sup><p id=x></p>",
    ],
)
def test_what_leads_to_no_note_is_superscript(markup):
    body, notes = read(markup, notes={})

    assert [] == notes
    assert "superscript" in [mark.name for mark in nm.walk(body[0], nm.Style)]


def test_notes_stay_in_the_text_where_nobody_asks_for_them():
    body, notes = read(CASES[0][0])

    assert [] == notes
    assert ["paragraph", "list"] == [block.type for block in body]


def test_a_page_of_references_is_read_in_linear_time():
    count = 3000
    references = "".join(f"<sup><a href=#n{n}>1</a></sup>" for n in range(count))
    _, notes = read(references + "".join(f"<p id=n{n}>x</p>" for n in range(count)), notes={})

    assert count == len(notes)
