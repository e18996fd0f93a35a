"""Blocks in HTML, each as people who read the source expect it, and back."""

from datetime import UTC, datetime

import pytest
from hypothesis import given

import newsmodel as nm
from newsmodel.markup import engine
from newsmodel.rendering.html import html
from newsmodel.strategies import blocks

CASES = [
    (nm.Paragraph("a & b"), "<p>a &amp; b</p>"),
    (nm.Paragraph("x", drop_cap=True), '<p data-newsmodel="{&quot;drop_cap&quot;:true}">x</p>'),
    (nm.Heading("x", level=3, anchor="then"), '<h3 id="user-content-then">x</h3>'),
    (nm.List(["a", "b"]), "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
    (nm.List(["a"], ordered=True, start=3), '<ol start="3">\n<li>a</li>\n</ol>'),
    (nm.List([nm.ListItem(["a", "b"])]), "<ul>\n<li><p>a</p>\n<p>b</p></li>\n</ul>"),
    (nm.List([nm.ListItem(["a", nm.List(["b"])])]), "<ul>\n<li>a<ul>\n<li>b</li>\n</ul></li>\n</ul>"),
    (nm.DefinitionList([nm.Definition("t", ["d"])]), "<dl>\n<dt>t</dt><dd>d</dd>\n</dl>"),
    (
        nm.Quote("x", attribution="Joe", source_url="/s"),
        '<blockquote cite="/s"><p>x</p>\n<footer class="attribution">Joe</footer></blockquote>',
    ),
    (nm.Quote("x", source_url="javascript:y"), '<blockquote data-cite="javascript:y"><p>x</p></blockquote>'),
    (nm.Code("a < b", programming_language="c"), '<pre><code class="language-c">a &lt; b</code></pre>'),
    (
        nm.Code("x", caption="How"),
        '<figure class="code"><pre><code>x</code></pre><figcaption class="caption">How</figcaption></figure>',
    ),
    (nm.Divider(), "<hr>"),
    (
        nm.Figure(nm.Image("a.jpg", alt="A", caption="C", credit="D", width=3, height=2), link="/x"),
        '<figure><a class="to" href="/x"><img src="a.jpg" alt="A" width="3" height="2"></a><figcaption>'
        '<span class="caption">C</span> <span class="credit">D</span></figcaption></figure>',
    ),
    (nm.Figure(nm.Video("a.mp4")), '<figure><video src="a.mp4" controls preload="none"></video></figure>'),
    (nm.Figure(nm.Audio("a.mp3")), '<figure><audio src="a.mp3" controls preload="none"></audio></figure>'),
    (nm.Figure(nm.File("a.pdf", title="A")), '<figure><a class="file" href="a.pdf" download>A</a></figure>'),
    (nm.Speech("Ann", "Hi"), '<div class="speech"><p class="speaker">Ann</p><p>Hi</p></div>'),
    (nm.EditorNote("x"), '<div class="editor-note"><p>x</p></div>'),
    (
        nm.QuestionAndAnswer("Why?", "So."),
        '<div class="question-and-answer"><p class="question">Why?</p><p>So.</p></div>',
    ),
    (
        nm.LivePost(["x"], title="T", published=datetime(2026, 5, 3, 8, tzinfo=UTC)),
        '<article class="live-post"><h2 class="title">T</h2><time class="published" '
        'datetime="2026-05-03T08:00:00+00:00">2026-05-03 08:00</time><p>x</p></article>',
    ),
    (
        nm.LinkCard("/x", title="T"),
        '<div class="link-card"><p class="title"><a class="to" href="/x">T</a></p></div>',
    ),
    (
        nm.Placeholder("advertisement"),
        '<div class="placeholder" hidden data-newsmodel="{&quot;kind&quot;:&quot;advertisement&quot;}"></div>',
    ),
]


def read_back(block):
    return nm.from_html(nm.to_html(nm.Article("x", body=[block]))).body


@pytest.mark.parametrize(("block", "markup"), CASES, ids=[block.type for block, _ in CASES])
def test_a_block_is_written_as(block, markup):
    assert markup == html.render(block)
    assert (block,) == read_back(block)


def test_a_table_has_its_sections_spans_and_headers():
    table = nm.Table(
        [nm.Row(["a", nm.Cell("b", colspan=2, alignment="right")])],
        head=[nm.Row([nm.Cell("h", header=True)])],
        caption="Cap",
    )
    root = engine.parse_fragment(html.render(table))

    assert ["caption", "thead", "tbody"] == [
        engine.tag(each) for each in engine.children(engine.children(root)[0]) if engine.tag(each)
    ]
    assert "2" == engine.attribute(list(engine.elements(root, "td"))[1], "colspan")
    assert 1 == len(list(engine.elements(root, "th")))
    assert (table,) == read_back(table)


@given(blocks("hostile"))
def test_a_block_is_one_element_whatever_it_holds(block):
    root = engine.parse_fragment(f"{html.render(block)}<hr id=end>")
    elements = [each for each in engine.children(root) if engine.tag(each)]

    assert 2 == len(elements)
    assert "end" == engine.attribute(elements[-1], "id")


@pytest.mark.parametrize("text", [" x", "x ", "a  b", "a\nb", "\tx"])
@pytest.mark.parametrize(
    "block",
    [nm.Paragraph, nm.Heading, nm.Quote, lambda text: nm.List([text]), lambda text: nm.Table([nm.Row([text])])],
)
def test_white_space_is_kept_in_every_block_of_text(block, text):
    assert (block(text),) == read_back(block(text))


def test_code_keeps_its_lines_and_a_leading_one():
    for text in ("\n\na\n  b\n", "\n", " ", ""):
        assert (nm.Code(text),) == read_back(nm.Code(text)), text
