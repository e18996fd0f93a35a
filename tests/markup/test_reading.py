"""The walk of the HTML reader: paragraphs out of whatever stands there, rules of one's own, depth, losses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel as nm
from newsmodel.markup import engine
from newsmodel.markup.html import reader
from newsmodel.markup.reading import Read


def read(markup, used=reader, **options):
    report = nm.Report()
    reading = Read(used, report, **options)
    return reading.blocks(engine.children(engine.parse_fragment(markup))), report


def blocks(markup, used=reader, **options):
    found, report = read(markup, used, **options)
    assert nm.Report() == report
    return list(found)


P = nm.Paragraph

CASES = [
    ("words", [P("words")]),
    ("a <b>b</b> c", [P(["a ", nm.Span("b", marks=["strong"]), " c"])]),
    ("a<p>b</p>c", [P("a"), P("b"), P("c")]),
    ("<div>a<div>b</div>c</div>", [P("a"), P("b"), P("c")]),
    ("<b>a<div>b</div></b>", [P([nm.Span("a", marks=["strong"])]), P([nm.Span("b", marks=["strong"])])]),
    ("<blink>a</blink> <marquee>b</marquee>", [P("a b")]),
    ("a<br>b", [P(["a", nm.LineBreak(), "b"])]),
    ("a<br><br>b", [P("a"), P("b")]),
    ("a<br> \n <br>b", [P("a"), P("b")]),
    ("a<br><br>", [P("a")]),
    ("<br>a<br>", [P("a")]),
    ("a <br> b<br>", [P(["a", nm.LineBreak(), "b"])]),
    ("  a \n\t b  ", [P("a b")]),
    ("a\u00a0b", [P("a\u00a0b")]),
    ("<p> </p><p></p><p>\n</p>", []),
    ("<script>a</script><style>b</style><template>c</template><noscript>d</noscript><svg><text>e</text></svg>", []),
    ("<!-- a -->b<!-- c -->", [P("b")]),
    ("<section>a<article>b<header>c</header></article></section>", [P("a"), P("b"), P("c")]),
    ("<button>a</button>", [P("a")]),
    ('<p><img src="a.png" alt="A"></p>', [nm.Figure(nm.Image("a.png", alt="A"))]),
    (
        '<p>a <img src="a.png" alt="A"> b</p>',
        [P(["a ", nm.InlineImage("a.png", alt="A"), " b"])],
    ),
    ('<a href="/x"><img src="a.png" alt=""></a>', [nm.Figure(nm.Image("a.png", alt=""), link="/x")]),
    ('<a href="/x"><h2>a</h2></a>', [nm.Heading("a")]),
]


@pytest.mark.parametrize(("markup", "expected"), CASES, ids=[markup for markup, _ in CASES])
def test_paragraphs_are_found_in(markup, expected):
    assert expected == blocks(markup)


def test_a_rule_of_ones_own_takes_an_element_whole():
    mine = reader.using({"cms-poll": lambda element, _read: nm.Paragraph(engine.attribute(element, "question"))})

    assert [P("a"), P("Why?"), P("b")] == blocks('a<cms-poll question="Why?">not read</cms-poll>b', mine)
    assert [P("not read")] == blocks("<cms-poll>not read</cms-poll>")


def test_a_rule_may_give_several_blocks_none_or_leave_the_element_alone():
    mine = reader.using(
        {
            "x-two": lambda _element, _read: [P("1"), P("2")],
            "x-none": lambda _element, _read: None,
            "x-pass": lambda _element, _read: NotImplemented,
        }
    )

    assert [P("1"), P("2"), P("c")] == blocks("<x-two>a</x-two><x-none>b</x-none><x-pass>c</x-pass>", mine)


def test_a_rule_reads_what_is_inside():
    mine = reader.using({"x-box": lambda element, read: nm.Aside(read.inside(element), kind="box")})

    assert [nm.Aside([P("a"), nm.Aside([P("b")], kind="box")], kind="box")] == blocks(
        "<x-box>a<x-box>b</x-box></x-box>", mine
    )


def test_the_later_table_wins_and_the_reader_stays_as_it_was():
    one, two = (lambda _e, _r: P("1")), (lambda _e, _r: P("2"))

    assert [P("2")] == blocks("<p>a", reader.using({"p": one}, {"p": two}))
    assert [P("a")] == blocks("<p>a")
    with pytest.raises(TypeError):
        reader.blocks["p"] = one


def test_links_are_joined_to_the_page():
    (paragraph,) = blocks('<a href="../b">x</a>', url="https://news.example/a/c")

    assert ["https://news.example/b"] == [link.url for link in nm.walk(paragraph, nm.Link)]


def test_elements_are_passed_over_on_request():
    assert [P("b")] == blocks("<p class=ad>a</p>b", skip=lambda element: engine.attribute(element, "class") == "ad")


def test_text_is_the_words_of_an_element_whatever_they_stand_in():
    (element,) = engine.children(engine.parse_fragment("<div>a<p>b <b>c</b></p><ul><li>d</ul></div>"))

    assert nm.Text(["a b ", nm.Span("c", marks=["strong"]), " d"]) == Read(reader, nm.Report()).text(element)


@pytest.mark.parametrize("tag", ["blockquote", "ul", "dl", "aside", "details", "figure", "table", "x-box"])
@pytest.mark.parametrize("depth", [65, 100, 20_000])
def test_what_nests_too_deep_is_flattened_with_a_loss_and_keeps_its_words(tag, depth):
    inner = {"ul": "<li>", "dl": "<dt>t<dd>", "table": "<caption>c</caption><tr><td>"}.get(tag, "")
    mine = reader.using({"x-box": lambda element, read: nm.Aside(read.inside(element))})
    found, report = read(f"<{tag}>{inner}" * depth + "deep words", mine)

    assert "deep words" in nm.plain_text(found)
    if tag != "figure":  # a figure without a picture is no container
        assert 63 <= max(map(depth_of, found)) <= 64
        assert {("container-too-deep", "flattened")} == {(loss.code, loss.effect) for loss in report.losses}
        assert all(loss.source == "line 1" for loss in report.losses)


def depth_of(block):
    from newsmodel.model.block import depth_of

    return depth_of(block)


def test_marks_nest_64_deep_and_deeper_ones_are_dropped_with_a_loss():
    styles = ["b", "i", "u", "s", "sub", "sup", "mark", "q", "ins", "del", "kbd", "code"]
    spans = [f'<span lang="l{n}">' for n in range(60)]
    found, report = read("".join(f"<{name}>" for name in styles) + "".join(spans) + "deep words")

    assert 64 == len(found[0].text.spans[0].marks)
    assert [("mark-too-deep", "dropped")] * 8 == [(loss.code, loss.effect) for loss in report.losses]


def test_a_link_in_a_link_is_one_link():
    # The parser takes them apart; a table between them is how they come to nest all the same.
    found, _ = read('<a href="/1">a<table><tr><td><a href="/2">b</a></table></a>')

    assert all(sum(isinstance(m, nm.Link) for m in s.marks) < 2 for block in found for s in nm.walk(block, nm.Span))


def test_characters_that_no_text_may_hold_are_replaced_with_a_diagnostic():
    found, report = read("<p>a&#x1;b&#xFFFE;c")

    assert (P("a\ufffdb\ufffdc"),) == found
    assert ["character-replaced"] == [each.code for each in report.diagnostics]
    assert "line 1" == report.diagnostics[0].source


TAGS = ["p", "div", "b", "i", "a href=x", "span lang=de", "ul", "li", "table", "tr", "td", "figure", "img src=x", "br"]
TAGS += ["blockquote", "dl", "dt", "dd", "aside", "h2", "pre", "hr", "figcaption", "iframe src=x", "details", "section"]


@given(st.lists(st.sampled_from([*(f"<{tag}>" for tag in TAGS), *(f"</{t.split()[0]}>" for t in TAGS), "word", " "])))
def test_any_soup_is_read_and_its_words_survive(pieces):
    found, report = read("".join(f"{piece}{n} " if piece == "word" else piece for n, piece in enumerate(pieces)))
    words = {f"word{n}" for n, piece in enumerate(pieces) if piece == "word"}
    inside_frame = any(piece.startswith("<iframe") for piece in pieces)  # its content is text that no browser shows
    told = any(loss.code == "figure.media" for loss in report.losses)  # a caption of nothing that can be read

    assert inside_frame or told or words <= set(nm.plain_text(found).split())


def test_a_rule_of_ones_own_takes_an_element_by_the_words_of_its_class():
    mine = reader.using({".acme-poll": lambda _element, _read: P("poll"), ".acme": lambda _e, _r: NotImplemented})

    assert [P("poll"), P("b"), P("c")] == blocks(
        "<div class='x acme-poll--big'>a</div><div class=acme>b</div><p class=poll>c", mine
    )


def test_a_rule_for_one_element_is_asked_before_all_others():
    one, two = engine.children(engine.parse_fragment("<h2>a</h2><h2>b</h2>"))
    read = Read(reader, nm.Report(), rules={two: lambda _element, _read: P("two")})

    assert (nm.Heading("a"), P("two")) == read.blocks([one, two])


def test_what_is_left_out_is_told_to_one_who_asks():
    report = nm.Report()
    nodes = engine.children(engine.parse_fragment("<p class='ad  big'>Buy\n this</p><p>a"))
    skip = {nodes[0]}.__contains__
    read = Read(reader, report, skip=skip, explain=True)

    assert (P("a"),) == read.blocks(nodes)
    assert [("left-out", "<p class='ad  big'> 'Buy this'")] == [(d.code, d.message) for d in report.diagnostics]
    assert (P("a"),) == Read(reader, report, skip=skip).blocks(nodes)
    assert 1 == len(report.diagnostics)
