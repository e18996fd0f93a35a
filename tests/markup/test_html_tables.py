"""HTML tables: sections, spans, headers, captions; tables that only lay out a page."""

import pytest
from tests.markup.fragments import blocks

import newsmodel as nm
from newsmodel.markup.html_tables import span

R, C, P = nm.Row, nm.Cell, nm.Paragraph

CASES = [
    ("<tr><td>a<td>b", [nm.Table([R(["a", "b"])])]),
    (
        "<caption>C</caption><thead><tr><th>h<tbody><tr><td>a<tfoot><tr><td>f",
        [nm.Table([R(["a"])], head=[R([C("h", header=True)])], foot=[R(["f"])], caption="C")],
    ),
    ("<tr><td colspan=2 rowspan=3>a<td>b", [nm.Table([R([C("a", colspan=2, rowspan=3), "b"])])]),
    ("<tr><td colspan=0 rowspan=-1>a<td colspan=9999 rowspan=99999>b", None),
    ("<tr><td align=RIGHT>a<td style='text-align: center'>b", None),
    ("<tr><td><p>a<p>b<td><ul><li>c</ul>", [nm.Table([R([C([P("a"), P("b")]), C([nm.List(["c"])])])])]),
    ("<tr><td>a<tr><td>b", [P("a"), P("b")]),
    ("<tr><td><table><tr><td>a</table>", [P("a")]),
    ("<tr><td><td>", []),
    (
        "<tr><th>A<th>B<tr><th>r<td>1",
        [nm.Table([R([C("r", header=True), "1"])], head=[R([C("A", header=True), C("B", header=True)])])],
    ),
    ("<tr><th>A<th>B", [nm.Table([R([C("A", header=True), C("B", header=True)])])]),
    ("<tr><td>a<table><tr><td>b<td>c</table><td>d", [P("a"), nm.Table([R(["b", "c"])]), P("d")]),
    (
        f"<tr><td><h2>H</h2><p>{'a ' * 200}</p><td><img src=i>",
        [nm.Heading("H"), P(("a " * 200).strip()), nm.Figure(nm.Image("i"))],
    ),
    (
        f"<tr><th>A<th>B<tr><td><p>a</p><p>{'a' * 400}</p><td>b",
        [
            nm.Table(
                [R([C(["a", "a" * 400]), "b"])],
                head=[R([C("A", header=True), C("B", header=True)])],
            )
        ],
    ),
    ("<caption></caption><tr><td>a<tr><td>b", [P("a"), P("b")]),
    ("<caption>C</caption><tr><td>a<tr><td>b", [nm.Table([R(["a"]), R(["b"])], caption="C")]),
    ("<tr><td><img src=i><tr><td class=image-caption>c", [nm.Figure(nm.Image("i", caption="c"))]),
    ("", []),
]


@pytest.mark.parametrize(("inside", "expected"), CASES, ids=[inside for inside, _ in CASES])
def test_a_table_is_read_from(inside, expected):
    found = blocks(f"<table>{inside}</table>")

    if expected is not None:
        assert expected == found


def test_spans_are_held_to_the_limits_of_the_standard():
    (table,) = blocks("<table><tr><td colspan=0 rowspan=-1>a<td colspan=9999 rowspan=99999>b")

    assert [(1, 1), (1000, 65534)] == [(cell.colspan, cell.rowspan) for cell in table.body[0].cells]


def test_alignment_is_read_from_style_and_attribute():
    (table,) = blocks("<table><tr><td align=RIGHT>a<td style='x; text-align : center'>b<td align=char>c")

    assert ["right", "center", None] == [cell.alignment for cell in table.body[0].cells]


@pytest.mark.parametrize(("value", "number"), [("3", 3), ("", 1), (None, 1), ("0", 1), ("-1", 1), ("99", 10), ("x", 1)])
def test_a_span_is_at_least_one(value, number):
    assert number == span(value, 10)


def test_alignment_is_read_from_class():
    (table,) = blocks("<table><tr><td class='has-text-align-right x'>a<td class=text-center>b<td class=text-right-x>c")

    assert ["right", "center", None] == [cell.alignment for cell in table.body[0].cells]


def test_a_table_that_says_that_it_is_layout_is_transparent():
    assert [P("a"), P("b")] == blocks("<table role=presentation><tr><td>a<td>b</table>")
