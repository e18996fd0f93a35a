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
    (
        "<p>a<a class=footnote-anchor id=r1 href=#n1>1</a></p><div class=footnote><a id=n1 href=#r1>1</a>"
        "<div class=footnote-content><p>n</p></div></div>",
        [P(["a", reference("n1")])],
        [nm.Footnote("n", id="n1")],
    ),
    (
        "<p>a<a href=#_ftn1 name=_ftnref1><span>[1]</span></a>.</p><p><a href=#_ftnref1 name=_ftn1>[1]</a> n</p>",
        [P(["a", reference("_ftn1"), "."])],
        [nm.Footnote("n", id="_ftn1")],
    ),
    (
        "<p>a<a href=#n1>[1]</a></p><p id=n1>[1] n</p>",
        [P(["a", reference("n1")])],
        [nm.Footnote("[1] n", id="n1")],
    ),
    (
        "<p>a<span class=easy-footnote><a href=https://n.example/a/#n1 title=n><sup>1</sup></a></span></p>"
        "<div class=easy-footnote-title><h4>Notes</h4></div><ol class=easy-footnotes-wrapper><li><span id=n1></span>n"
        "<a class=easy-footnote-to-top href=https://n.example/a/#r1></a></ol>",
        [P(["a", reference("n1")])],
        [nm.Footnote("n", id="n1")],
    ),
    (
        "<p>a<sup><a href=#n1>1</a><a href=#n2>2</a></sup></p><ol><li id=n1>n<li id=n2>m</ol>",
        [P(["a", *(nm.FootnoteReference(note=f"n{at}", marks=["superscript"]) for at in (1, 2))])],
        [nm.Footnote("n", id="n1"), nm.Footnote("m", id="n2")],
    ),
    (
        "<p>a<sup><a href=#n1>1</a></sup><h2>Notes</h2><ol><li id=n1>n</ol><h2>More</h2><p>b",
        [P(["a", reference("n1")]), nm.Heading("More"), P("b")],
        [nm.Footnote("n", id="n1")],
    ),
]


@pytest.mark.parametrize(("markup", "body", "notes"), CASES, ids=[markup[:90] for markup, _, _ in CASES])
def test_notes_are_read_from(markup, body, notes):
    assert (body, notes) == read(markup, notes={}, url="https://n.example/a")


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


@pytest.mark.parametrize(
    "markup",
    [
        "<p>a <a href=#x>1</a><h2 id=x>n</h2><p>b",
        "<p>a <a href=#x>1</a><p id=x>n",
        "<p>a <a href=https://o.example/#x id=y>1</a><p id=x>n <a href=#y>back</a>",
        "<p>a <a href=#x id=y>One</a><p id=x>n <a href=#y>back</a>",
    ],
)
def test_a_sign_that_nothing_answers_is_a_link(markup):
    body, notes = read(markup, notes={}, url="https://n.example/a")

    assert [] == notes
    assert [nm.Link] == [type(mark) for mark in body[0].text.spans[1].marks]
