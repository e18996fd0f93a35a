"""Blocks as Markdown: what a person would write by hand, and the corners where an escape decides."""

import pytest

import newsmodel as nm
from newsmodel.rendering.markdown import markdown


def paragraph(*inlines) -> str:
    return markdown.render(nm.Paragraph(list(inlines)))


def strong(text: str) -> nm.Span:
    return nm.Span(text, marks=["strong"])


def emphasis(text: str) -> nm.Span:
    return nm.Span(text, marks=["emphasis"])


@pytest.mark.parametrize(
    "text",
    [
        "Plain words, a full stop.",
        "snake_case_words and file_name.py",
        "5 * 3 = 15",
        "He said [sic] and left.",
        "AT&T, Q&A, R&D",
        "C:\\new",
        "a < b > c",
        "about ~5 minutes",
        "no. 1) and 2. in the middle",
        "#hashtag and C#",
        "-40 degrees",
        "Wow! Really?",
        "a | b",
        "1,000.5",
    ],
)
def test_ordinary_text_needs_no_escape(text):
    assert text == paragraph(text)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("1986. A year", "1986\\. A year"),
        ("# heading", "\\# heading"),
        ("> quote", "\\> quote"),
        ("- item", "\\- item"),
        ("+ item", "\\+ item"),
        ("---", "\\---"),
        ("===", "\\==="),
        ("*x*", "\\*x\\*"),
        ("_x_", "\\_x\\_"),
        ("`x`", "&#96;x&#96;"),
        ("[a](b)", "\\[a\\](b)"),
        ("![a](b)", "!\\[a\\](b)"),
        ("[^1]", "\\[^1\\]"),
        ("<b>", "&lt;b>"),
        ("a <3 b", "a &lt;3 b"),
        ("{: onclick=x }", "\\{: onclick=x }"),
        ("[sic] (b)", "\\[sic\\] (b)"),
        ("&#38 and &copy;", "&amp;#38 and &amp;copy;"),
        ("&amp;", "&amp;amp;"),
        ("\\*", "&#92;\\*"),
        ("~~x~~", "\\~\\~x\\~\\~"),
        (" a ", "&#32;a&#32;"),
        ("\u00a0", "&nbsp;"),
        ("a\nb\tc", "a&#10;b&#9;c"),
    ],
)
def test_text_that_means_something_is_escaped_where_it_does(text, source):
    assert source == paragraph(text)


@pytest.mark.parametrize(
    ("inlines", "source"),
    [
        (["a ", strong("b"), " c"], "a **b** c"),
        (["a", strong("b"), "c"], "a**b**c"),
        (["a", emphasis("b"), "c"], "a*b*c"),
        (["a", strong("(b)"), "c"], "&#97;**(b)**&#99;"),
        (["(", strong("“b”"), ")"], "(**“b”**)"),
        ([nm.Span("b", marks=["strong", "emphasis"])], "**_b_**"),
        ([strong("a"), emphasis("b")], "**a**_b_"),
        ([strong("a "), nm.Span("b", marks=["strong", "emphasis"]), strong(" c")], "**a *b* c**"),
        ([nm.Span("a`b", marks=["code"])], "``a`b``"),
        ([nm.Span("`", marks=["code"])], "`` ` ``"),
        ([nm.Span(" a ", marks=["code"])], "`  a  `"),
        ([nm.Span("a\nb", marks=["code"])], "<code>a&#10;b</code>"),
        ([nm.Span("<b>", marks=["code"])], "<code>&lt;b></code>"),
        ([nm.Span("a[0](b)", marks=["code"])], "<code>a\\[0\\](b)</code>"),
        ([nm.Span("H"), nm.Span("2", marks=["subscript"]), "O"], "H<sub>2</sub>O"),
        (["Wow!", nm.Span("a", marks=[nm.Link("/b")])], "Wow\\![a](/b)"),
        ([nm.Span("https://example.org/", marks=[nm.Link("https://example.org/")])], "<https://example.org/>"),
        ([nm.Span("a", marks=[nm.Link("/b (c)", title='say "d"')])], '[a](/b&#32;(c) "say &quot;d&quot;")'),
        ([nm.Span("a", marks=[nm.Link("/b_(c)")])], "[a](/b_(c))"),
        ([nm.Span("a", marks=[nm.Link("/?a=1&b=2&c")])], "[a](/?a=1&b=2&amp;c)"),
        ([nm.Span("a", marks=[nm.Link('/"x"<y>')])], "[a](/&quot;x&quot;&lt;y&gt;)"),
        ([nm.Span("![a](b)", marks=[nm.Link("/c")])], "[!&#91;a&#93;(b)](/c)"),
        ([nm.Span("a", marks=[nm.Link("javascript:b")]), nm.InlineImage("data:text/html,b", alt="c")], "ac"),
        (
            [nm.Span("https://e.org/'x", marks=[nm.Link("https://e.org/'x")])],
            "[https://e.org/'x](https://e.org/&#39;x)",
        ),
        ([nm.Span("a", marks=[nm.Link("/b)c")])], "[a](/b&#41;c)"),
        (["a", nm.LineBreak(), "1. b"], "a\\\n1\\. b"),
        (
            [nm.InlineImage("a.png", alt='"@a" www.b', title="Photo: @a, http://b")],
            '![&quot;&#64;a&quot; www&#46;b](a.png "Photo: &#64;a, http&#58;//b")',
        ),
        ([nm.InlineImage("a.png", alt="[x]"), " b"], "![&#91;x&#93;](a.png) b"),
        ([nm.FootnoteReference("1"), ": a"], "[^1]\\: a"),
    ],
)
def test_marks_are_written_with_the_delimiters_that_read_back(inlines, source):
    assert source == paragraph(*inlines)


@pytest.mark.parametrize(
    ("block", "source"),
    [
        (nm.Heading("a #", level=3), "### a \\#"),
        (nm.Heading("", level=1), "#"),
        (nm.Heading(["a", nm.LineBreak(), "b"]), "## a<br>b"),
        (nm.Code("a\n```\nb", programming_language="python"), "````python\na\n```\nb\n````"),
        (nm.Code(""), "```\n```"),
        (nm.Code("<b>\n\n</b>"), "<pre><code>&lt;b&gt;&#10;\n&lt;/b&gt;\n</code></pre>"),
        (nm.Code("[a]: b", programming_language="md"), '<pre><code class="language-md">&#91;a&#93;: b\n</code></pre>'),
        (nm.Divider(), "---"),
        (nm.Quote(["a", "b"], attribution="Ann"), "> a\n>\n> b\n>\n> — Ann"),
        (nm.Quote([nm.List(["a", "b"])]), "> - a\n> - b"),
        (nm.List(["a", "b"], ordered=True, start=9), "9. a\n10. b"),
        (nm.List(["a", "b"], tight=False), "- a\n\n- b"),
        (nm.List([nm.ListItem(["a"], checked=True), nm.ListItem(["b"], checked=False)]), "- [x] a\n- [ ] b"),
        (nm.List([nm.ListItem(["a", nm.List(["b"], ordered=True)])]), "- a\n  1. b"),
        (nm.List([nm.ListItem([nm.List([nm.ListItem([nm.Divider()])])])]), "- * ___"),
        (nm.List([nm.ListItem([nm.Code("x\n\ny")])]), "- ```\n  x\n\n  y\n  ```"),
        (nm.Figure(nm.Image("a.png", alt="A", title="T"), link="/b"), '[![A](a.png "T")](/b)'),
        (nm.Figure(nm.Image("a.png", caption="Cap", credit="Ann")), "![](a.png)\n*Cap*\n<small>Ann</small>"),
    ],
)
def test_blocks_are_written_as_by_hand(block, source):
    assert source == markdown.render(block)


def test_two_lists_in_a_row_stay_two():
    body = [nm.List(["a"]), nm.List(["b"]), nm.List(["c"]), nm.List(["d"], ordered=True), nm.List(["e"], ordered=True)]

    assert "- a\n\n* b\n\n- c\n\n1. d\n\n1) e" == markdown.render(nm.Article(body=body))


def test_a_table_is_set_in_columns():
    head = [nm.Row([nm.Cell("Ticket", alignment="left"), nm.Cell("Price", alignment="right")])]
    table = nm.Table([nm.Row(["a|b", "---"])], head=head)

    assert "| Ticket | Price |\n| :----- | ----: |\n| a\\|b   |   --- |" == markdown.render(table)


def test_a_table_without_head_has_an_empty_one():
    assert "|     |     |\n| --- | --- |\n| a   | b   |" == markdown.render(nm.Table([nm.Row(["a", "b"])]))


def test_a_table_of_any_shape_is_written():
    ragged = nm.Table([nm.Row([nm.Cell("a"), nm.Cell("b")])], head=[nm.Row([nm.Cell("h")])])

    assert "| h   |     |\n| --- | --- |\n| a   | b   |" == markdown.render(ragged)
    assert "|     |\n| --- |\n| f   |" == markdown.render(nm.Table([], foot=[nm.Row([nm.Cell("f")])]))


def test_a_wide_table_is_not_padded():
    source = markdown.render(nm.Table([nm.Row(["x" * 200, "a"]), nm.Row(["b", "c"])]))

    assert "| b   | c   |" in source


def test_footnotes_stand_at_the_end():
    article = nm.Article(
        body=[nm.Paragraph(["a", nm.FootnoteReference("n")])], notes=[nm.Footnote(["b c", nm.Code("d")], id="n")]
    )

    assert "a[^n]\n\n[^n]: b c\n\n    ```\n    d\n    ```" == markdown.render(article)


@pytest.mark.parametrize(
    ("note", "source"),
    [
        ("Words of a note.", "Words of a note."),
        ("Ibid.", "Ibid.<!-- -->"),
        ('/x "y"', '/x "y"<!-- -->'),
        ("Source: the harbour office", "Source: the harbour office"),
        ("javascript:alert(1)", "j<!-- -->avascript:alert(1)"),
        ("javascript: alert(1)", "j<!-- -->avascript: alert(1)"),
        (["Ibid.", nm.LineBreak(), "p. 2"], "Ibid.<!-- -->\\\n    p. 2"),
    ],
)
def test_a_footnote_is_no_address_of_a_link_to_an_engine_without_footnotes(note, source):
    assert f"[^n]: {source}" == markdown.render(nm.Footnote([nm.Paragraph(note)], id="n"))


def test_in_the_head_of_a_table_is_no_quote():
    words = ['"a" ', nm.Span('"', marks=["code"]), nm.Span("b", marks=[nm.Link("/c", title="d")])]
    table = nm.Table([], head=[nm.Row([nm.Cell([nm.Paragraph(words)])])])

    assert "| &quot;a&quot; <code>&quot;</code>[b](/c 'd') |" == markdown.render(table).partition("\n")[0]


def test_a_rule_of_ones_own_takes_the_place_of_another():
    mine = markdown.using({nm.Divider: lambda node, out: "* * *"})

    assert "* * *\n" == nm.render(nm.Divider(), "markdown", renderer=mine)


@pytest.mark.parametrize(
    "name", sorted(cls for cls in dir(nm.model) if cls in ("Recipe", "Timeline", "LivePost", "Review"))
)
def test_a_block_without_a_rule_is_rendered_as_it_lowers_and_reported(name):
    report = nm.Report()
    block = getattr(nm, name)(
        **{"LivePost": {"title": "T"}, "Review": {"item": "T"}, "Recipe": {"name": "T"}}.get(name, {"title": "T"})
    )

    assert "T" in markdown.render(block, report)
    assert ["flattened"] == [loss.effect for loss in report.losses]
