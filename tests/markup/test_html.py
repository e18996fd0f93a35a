"""Anyone's elements as the model has them, tag by tag."""

import pytest
from tests.linear import assert_linear

import newsmodel as nm
from newsmodel.markup import engine
from newsmodel.markup.html import BLOCKS, CLASSES, MARKS, direction, integer, reader
from newsmodel.markup.html_boxes import box_rules
from newsmodel.markup.html_embeds import embed_rules
from newsmodel.markup.html_media import media_rules
from newsmodel.markup.html_quotes import quote_rules
from newsmodel.markup.reading import Read


def blocks(markup, **options):
    reading = Read(reader, nm.Report(), **options)
    return list(reading.blocks(engine.children(engine.parse_fragment(markup))))


P = nm.Paragraph
LI = nm.ListItem

BLOCK_CASES = [
    *((f"<h{level}>x</h{level}>", [nm.Heading("x", level=level)]) for level in range(1, 7)),
    ('<h2 id="a">x</h2>', [nm.Heading("x", anchor="a")]),
    ("<h2></h2>", []),
    ("<ul><li>a<li>b</ul>", [nm.List(["a", "b"])]),
    ("<menu><li>a</menu>", [nm.List(["a"])]),
    ("<ol start=3><li>a</ol>", [nm.List(["a"], ordered=True, start=3)]),
    ("<ol start=x><li>a</ol>", [nm.List(["a"], ordered=True)]),
    ("<ol start=99999999999999999999999><li>a</ol>", [nm.List(["a"], ordered=True)]),
    ("<ul><li><p>a<p>b</ul>", [nm.List([LI(["a", "b"])], tight=False)]),
    ("<ul><li>a<ul><li>b</ul></ul>", [nm.List([LI(["a", nm.List(["b"])])])]),
    ("<ul><li>a</li><ul><li>b</ul></ul>", [nm.List([LI(["a", nm.List(["b"])])])]),
    ("<ul>a<li></li></ul>", [nm.List(["a"])]),
    ("<ul><li></ul>", []),
    ("<li>a", [P("a")]),
    ("<dl><dt>a<dd>b<dd>c</dl>", [nm.DefinitionList([nm.Definition("a", ["b", "c"])])]),
    ("<dl><div><dt>a<dd>b</div></dl>", [nm.DefinitionList([nm.Definition("a", ["b"])])]),
    ("<dl><dd>b</dl>", [nm.DefinitionList([nm.Definition("", ["b"])])]),
    ("<dl></dl>", []),
    ("<pre>a  b\n c</pre>", [nm.Code("a  b\n c")]),
    ('<pre><code class="hljs language-python">a</code></pre>', [nm.Code("a", programming_language="python")]),
    ('<pre class="lang-js">a</pre>', [nm.Code("a", programming_language="js")]),
    ("<pre> </pre>", []),
    ("<listing>a</listing>", [nm.Code("a")]),
    ("<xmp><b></xmp>", [nm.Code("<b>")]),
    ("<ol><li value=4>a<li>b</ol>", [nm.List(["a", "b"], ordered=True, start=4)]),
    (
        "<ul><li><input type=checkbox checked> a<li><label><input type=checkbox> b</label><li>c</ul>",
        [nm.List([LI(["a"], checked=True), LI(["b"], checked=False), LI(["c"])])],
    ),
    (
        "<ul data-type=taskList><li data-checked=true>a<li data-checked=false>b</ul>",
        [nm.List([LI(["a"], checked=True), LI(["b"], checked=False)])],
    ),
    ("<ul><li><input type=text> a</ul>", [nm.List(["a"])]),
    ("<ul><li>a<ul><li><input type=checkbox>b</ul></ul>", [nm.List([LI(["a", nm.List([LI(["b"], checked=False)])])])]),
    ("<h2><a href=#x>#</a> a</h2>", [nm.Heading("a")]),
    ("<h2>a <b>b</b> <a href=#x>¶</a></h2>", [nm.Heading(["a ", nm.Span("b", marks=["strong"])])]),
    ("<h2><a href=#x>a</a></h2>", [nm.Heading([nm.Span("a", marks=[nm.Link("#x")])])]),
    ("<h2><b>#</b> 1</h2>", [nm.Heading([nm.Span("#", marks=["strong"]), " 1"])]),
    ("a<hr>b", [P("a"), nm.Divider(), P("b")]),
]

MARK_CASES = [
    *((tag, nm.Style("strong")) for tag in ("b", "strong")),
    *((tag, nm.Style("emphasis")) for tag in ("i", "em", "cite", "dfn", "var")),
    *((tag, nm.Style("strikethrough")) for tag in ("s", "strike")),
    *((tag, nm.Style("code")) for tag in ("code", "tt", "samp")),
    ("u", nm.Style("underline")),
    ("sub", nm.Style("subscript")),
    ("sup", nm.Style("superscript")),
    ("mark", nm.Style("highlight")),
    ("q", nm.Style("quotation")),
    ("ins", nm.Style("insertion")),
    ("del", nm.Style("deletion")),
    ("kbd", nm.Style("keyboard")),
    ("a href=/x title=T rel=nofollow target=_blank", nm.Link("/x", title="T", rel="nofollow", target="_blank")),
    ("a href=' /x '", nm.Link("/x")),
    ("span lang=de dir=rtl", nm.LanguageRun("de", direction="rtl")),
    ("bdo dir=rtl", nm.LanguageRun(direction="rtl")),
    ("bdi lang=de", nm.LanguageRun("de")),
    ("span style='color:red;font-weight:700'", nm.Style("strong")),
    ("span style='FONT-STYLE: Italic'", nm.Style("emphasis")),
    ("span style='text-decoration:underline'", nm.Style("underline")),
    ("span style='text-decoration-line: line-through'", nm.Style("strikethrough")),
    ("span style='font-size:.6em;vertical-align:super'", nm.Style("superscript")),
    ("span style='vertical-align: sub'", nm.Style("subscript")),
    ("span style='font-variant:small-caps'", nm.Style("small-caps")),
]

NO_MARKS = [
    "span",
    "span class=x",
    "a",
    "a name=x",
    "a href=''",
    "font",
    "span dir=up",
    "abbr title=x",
    "b style='font-weight:normal'",
    "strong style='font-weight: 400'",
    "i style=font-style:normal",
    "span style='font-weight:400;vertical-align:subpixel'",
    "span style=x-font-weight:bold",
]


@pytest.mark.parametrize(("markup", "expected"), BLOCK_CASES, ids=[markup for markup, _ in BLOCK_CASES])
def test_a_block_is_read_from(markup, expected):
    assert expected == blocks(markup)


@pytest.mark.parametrize(("tag", "mark"), MARK_CASES, ids=[tag for tag, _ in MARK_CASES])
def test_a_mark_is_read_from(tag, mark):
    assert [P(["a", nm.Span("x", marks=[mark]), "b"])] == blocks(f"<p>a<{tag}>x</{tag.split()[0]}>b")


def test_items_and_rows_are_passed_over_on_request():
    markup = "<ul><li>a<li class=ad>b</ul><dl><dt>a<dd class=ad>b<dd>c</dl>"
    markup += "<table><tr class=ad><td>a<td>b<tr><td>c<td>d</table>"

    assert [
        nm.List(["a"]),
        nm.DefinitionList([nm.Definition("a", ["c"])]),
        nm.Table([nm.Row(["c", "d"])]),
    ] == blocks(markup, skip=lambda element: engine.attribute(element, "class") == "ad")


def test_a_span_has_all_the_marks_of_its_style():
    markup = "<p><span lang=de style='font-weight:bold;font-style:italic'>a</span>"
    markup += "<a href=/x><span style='text-decoration:underline;font-weight:600'>b</span></a>"

    assert [
        P(
            [
                nm.Span("a", marks=[nm.LanguageRun("de"), nm.Style("strong"), nm.Style("emphasis")]),
                nm.Span("b", marks=[nm.Link("/x"), nm.Style("strong")]),
            ]
        )
    ] == blocks(markup)


def test_that_a_list_counts_down_is_lost():
    report = nm.Report()
    markup = "<ol reversed><li>b<li>a</ol>"
    found = Read(reader, report).blocks(engine.children(engine.parse_fragment(markup)))

    assert (nm.List(["b", "a"], ordered=True),) == found
    assert [("list.reversed", "dropped")] == [(loss.code, loss.effect) for loss in report.losses]


@pytest.mark.parametrize("tag", NO_MARKS)
def test_no_mark_is_read_from(tag):
    assert [P("axb")] == blocks(f"<p>a<{tag}>x</{tag.split()[0]}>b")


def test_there_is_a_case_for_every_tag_of_the_table():
    seen = {markup.split(">")[0].split()[0].lstrip("<") for markup, _ in BLOCK_CASES} | {"hr"}

    assert MARKS.keys() == {tag.split()[0] for tag, _ in MARK_CASES} | {"span"}
    others = media_rules.keys() | embed_rules.keys() | quote_rules.keys() | box_rules.keys() | {"table"}
    assert seen >= BLOCKS.keys() - others  # these have files of their own


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("3", 3),
        (" -3", -3),
        ("+3", 3),
        ("3px", 3),
        ("", None),
        (None, None),
        ("x", None),
        ("9" * 30, None),
        ("٣", None),
    ],
)
def test_a_number_is_read_as_html_reads_one(value, number):
    assert number == integer(value)


@pytest.mark.parametrize(("value", "expected"), [("RTL", "rtl"), ("auto", "auto"), ("up", None), ("", None)])
def test_a_direction_is_one_of_three(value, expected):
    (element,) = engine.children(engine.parse_fragment(f'<p dir="{value}">x</p>'))

    assert expected == direction(element)


def test_a_link_that_runs_a_script_stays_a_string_and_is_written_inert():
    (paragraph,) = blocks('<a href="javascript:alert(1)">x</a>')

    assert ["javascript:alert(1)"] == [link.url for link in nm.walk(paragraph, nm.Link)]
    assert 'href="javascript' not in nm.render(paragraph, "html").replace("data-href", "")


TAGS_AND_CLASSES = [*(f"<{tag}>" for tag in BLOCKS), *(f"<div class={name[1:]}>" for name in CLASSES)]


@pytest.mark.parametrize(
    "opening",
    [
        *TAGS_AND_CLASSES,
        *("<sup><a href=#x></a>", "<div id=x>", "<noscript>", "<div class=infobox><div class=factbox>"),
    ],
)
def test_any_element_nests_deep_and_stands_often_in_linear_time(opening):
    read = Read(reader, nm.Report(), notes={}, skip=lambda element: engine.tag(element) == "nav")

    def blocks(markup):
        return read.blocks(engine.children(engine.parse_fragment(markup)))

    assert_linear(lambda count: f"<figure><nav>{opening * count}words<img src=i>", blocks, 400)
    assert_linear(lambda count: f"{opening}words<img src=i></div></p></li></ul>" * count, blocks, 400)
