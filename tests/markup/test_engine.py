"""The HTML parser behind its seam: a tree as the standard has it, strings in the alphabet, any input, any depth."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from newsmodel.alphabet import REPLACEMENT, is_clean
from newsmodel.markup import engine
from newsmodel.markup.engine import ENTER, LEAVE, TEXT, Node


def body(markup: str | bytes) -> Node:
    found = engine.find(engine.parse(markup), "body")
    assert found is not None
    return found


def only(markup: str | bytes, name: str) -> Node:
    (found,) = engine.elements(engine.parse(markup), name)
    return found


def read(markup: str | bytes) -> str:
    return engine.text_content(body(markup))


# --- the tree -----------------------------------------------------------------------------------------------------

TAGS = ("p", "div", "b", "i", "a", "ul", "li", "table", "tr", "td", "h1", "br", "img", "script", "style", "svg", "pre")
junk = st.sampled_from(["<", ">", "</", "<!--", "-->", "&amp;", "&#1;", "&#x80;", '"', "\0", "\f", "<?x", "<![CDATA["])
words = st.text(st.characters(codec="utf-8"), max_size=6)
opening = st.builds("<{} {}={}>".format, st.sampled_from(TAGS), st.sampled_from(["id", "class", "title"]), words)
closing = st.builds("</{}>".format, st.sampled_from(TAGS))
any_markup = st.lists(opening | closing | junk | words, max_size=30).map("".join)

# What two parsers must agree on to the letter: well-formed flow and phrasing content.
inline = st.recursive(
    st.text("ab &é\n", min_size=1, max_size=4).map(lambda each: each.replace("&", "&amp;")),
    lambda inner: st.builds(
        "<{0} title='{1}'>{2}</{0}>".format,
        st.sampled_from(["b", "i", "em", "span"]),
        st.text("xé ", max_size=3),
        inner,
    ),
    max_leaves=4,
)
flow = st.recursive(
    inline.map("<p>{}</p>".format),
    lambda inner: st.builds(
        "<{0} class=' a  b '>{1}</{0}>".format,
        st.sampled_from(["div", "section", "blockquote", "article"]),
        st.lists(inner, max_size=3).map("".join),
    ),
    max_leaves=8,
)


def ours(node: Node) -> Iterator[tuple[object, ...]]:
    for event, value, place in engine.walk(node):
        yield (event, value, engine.attributes(place)) if event is ENTER else (event, value)


def theirs(root: LexborNode) -> Iterator[tuple[object, ...]]:
    pending: list[LexborNode | str] = [root]
    while pending:
        node = pending.pop()
        if isinstance(node, str):
            yield LEAVE, node
        elif node.tag == "-text":
            yield TEXT, node.text_content
        else:
            assert node.tag is not None
            yield ENTER, node.tag, {name: value or "" for name, value in node.attributes.items()}
            pending.append(node.tag)
            pending.extend(list(node.iter(include_text=True))[::-1])


@given(flow)
def test_another_parser_sees_the_same_tree_in_well_formed_markup(markup: str) -> None:
    other = LexborHTMLParser(f"<!doctype html><body>{markup}").body
    assert other is not None

    assert list(ours(body(f"<!doctype html><body>{markup}"))) == list(theirs(other))


@given(any_markup)
def test_any_markup_has_a_walk_whose_events_pair_up(markup: str) -> None:
    opened = []
    for event, value, node in engine.walk(engine.parse(markup)):
        if event is ENTER:
            opened.append((value, node))
        elif event is LEAVE:
            assert opened.pop() == (value, node)
        else:
            assert engine.text(node) == value

    assert opened == []


@given(any_markup)
def test_attributes_and_text_content_are_in_the_alphabet_whatever_the_page_says(markup: str) -> None:
    document = engine.parse(markup)

    assert is_clean(engine.text_content(document))
    outline = engine.outline(document)
    assert all(map(is_clean, (*filter(None, outline.classes), *engine.data_of(outline.texts))))
    for event, value, node in engine.walk(document):
        assert event is not TEXT or (is_clean(value) and is_clean(engine.text_content(node)))
    for element in engine.elements(document):
        written = engine.attributes(element)
        assert all(is_clean(value) for value in written.values())
        assert written == {name: engine.attribute(element, name) for name in written}


@given(st.binary(max_size=60))
def test_any_bytes_are_a_page(data: bytes) -> None:
    assert is_clean(engine.text_content(engine.parse(data)))


@given(any_markup)
def test_every_child_knows_its_parent(markup: str) -> None:
    for element in engine.elements(engine.parse(markup)):
        assert all(engine.parent(child) is element for child in engine.children(element))


def test_a_node_is_an_element_or_a_text_or_neither() -> None:
    nodes = engine.children(body("<p>x</p>y<!-- z -->"))

    assert [(engine.tag(node), engine.text(node)) for node in nodes] == [("p", None), (None, "y"), (None, None)]


def test_attributes_come_as_written_and_bare_ones_empty() -> None:
    link = only('<A Class=" a  b " REL="x y" hidden data-n=1>', "a")

    assert engine.attributes(link) == {"class": " a  b ", "rel": "x y", "hidden": "", "data-n": "1"}
    assert engine.attribute(link, "hidden") == ""
    assert engine.attribute(link, "rel") == "x y"
    assert engine.attribute(link, "href") is None


def test_what_is_no_element_has_no_attributes() -> None:
    (text,) = engine.children(body("x"))

    assert (engine.attributes(text), engine.attribute(text, "id")) == ({}, None)


def test_foreign_characters_in_attributes_become_white_space_or_replacements() -> None:
    assert engine.attribute(only("<p title='a&#13;b\fc&#1;d'>", "p"), "title") == f"a\nb c{REPLACEMENT}d"
    assert engine.attributes(only("<p title='a\fb' class='a&#1;b'>", "p")) == {
        "title": "a b",
        "class": f"a{REPLACEMENT}b",
    }
    assert [None, None, f"a{REPLACEMENT}b"] == engine.outline(only("<div><p><b class='a&#1;b'>", "div")).classes


def test_the_content_of_a_text_is_in_the_alphabet_too() -> None:
    (text,) = engine.children(body("a&#1;b"))

    assert f"a{REPLACEMENT}b" == engine.text_content(text) == engine.text(text)


def test_a_node_is_altered_if_a_character_of_its_texts_became_another() -> None:
    for markup, altered in (("a&#1;b", True), ("a\ufffdb", False), ("a\fb&#13;", False), ("<p><b>x&#xFFFE;", True)):
        assert altered == engine.is_altered(body(markup))


def test_a_place_is_counted_from_one_in_characters_and_a_text_has_that_of_its_parent() -> None:
    bold = only("<p>\n é日🗞<b>x</b>", "b")
    (text,) = engine.children(bold)

    assert engine.position(bold) == engine.position(text) == (2, 5)


def test_an_element_that_the_parser_supplied_has_no_place() -> None:
    assert engine.position(only("<table><tr>", "tbody")) is None


def test_elements_of_svg_and_mathml_are_foreign_and_html_inside_them_is_not() -> None:
    page = engine.parse("<p><svg><title>x</title><foreignObject><i></i></foreignObject></svg><math></math>")
    foreign = [engine.tag(each) for each in engine.elements(page) if engine.is_foreign(each)]

    assert foreign == ["svg", "title", "foreignObject", "math"]


def test_elements_are_found_in_document_order() -> None:
    page = engine.parse("<i id=1><b id=2></b></i><u id=3></u><b id=4></b>")
    found = [engine.attribute(each, "id") for each in engine.elements(page, "b", "i")]
    first = engine.find(page, "b")

    assert found == ["1", "2", "4"]
    assert first is not None
    assert engine.attribute(first, "id") == "2"
    assert engine.find(page, "table") is None


def test_a_walk_passes_over_comments_and_what_it_is_told_to_skip() -> None:
    events = [event[:2] for event in engine.walk(body("a<!--b--><nav>c<i>d</i></nav><p>e</p>"), skip={"nav"})]

    expected = [(ENTER, "body"), (TEXT, "a"), (ENTER, "p"), (TEXT, "e"), (LEAVE, "p"), (LEAVE, "body")]
    assert events == expected


def test_the_walk_of_a_document_starts_with_itself() -> None:
    assert next(engine.walk(engine.parse("x")))[:2] == (ENTER, "")


def test_text_content_leaves_scripts_and_styles_out_unless_asked_for_one() -> None:
    page = engine.parse('<style>p{}</style><p>a<script type="application/ld+json">{"b": 1}</script><b>c</b>')
    (script,) = engine.elements(page, "script")

    assert engine.text_content(page) == "ac"
    assert engine.text_content(script) == '{"b": 1}'
    assert engine.text_content(engine.children(only("<p>x", "p"))[0]) == "x"


def test_a_template_is_not_part_of_the_page() -> None:
    page = body("a<template>b<template>c</template></template><svg><template>d</template></svg><p>e</p>")

    assert engine.text_content(page) == "ae"
    assert [engine.tag(each) for each in engine.elements(page)] == ["svg", "p"]


def test_a_declarative_shadow_root_stands_as_content_in_its_place() -> None:
    shadow = "<template shadowrootmode=open><b>b<i><template shadowrootmode=closed>c</template></i></b>d</template>"
    page = body(f"<x-y>a{shadow}e</x-y>")

    assert engine.text_content(page) == "abcde"
    assert [engine.tag(each) for each in engine.elements(page)] == ["x-y", "b", "i"]


def test_a_fragment_is_parsed_in_its_context() -> None:
    row = engine.parse_fragment("<td>a\ud800<template>b</template></td>", "tr")

    assert [event[:2] for event in engine.walk(row)] == [
        (ENTER, "tr"), (ENTER, "td"), (TEXT, f"a{REPLACEMENT}"), (LEAVE, "td"), (LEAVE, "tr"),
    ]  # fmt: skip


def test_what_is_read_is_plain_strings_that_do_not_keep_the_page() -> None:
    page = engine.parse("<p title=a class='b c'>d")
    events = [(value, *engine.attributes(node).values()) for _, value, node in engine.walk(page)]

    assert {type(value) for event in events for value in event} == {str}


@given(any_markup)
def test_an_outline_lists_what_a_walk_meets(markup: str) -> None:
    page = engine.parse(markup)
    found = engine.outline(page)
    met = list(engine.walk(page))

    assert [node for event, _, node in met if event is ENTER] == found.nodes
    assert [name for event, name, _ in met if event is ENTER] == found.tags
    assert [value for event, value, _ in met if event is TEXT] == engine.data_of(found.texts)
    assert [engine.parent(text) for text in found.texts] == [found.nodes[holder] for holder in found.holders]
    assert [engine.parent(node) for node in found.nodes[1:]] == [found.nodes[number] for number in found.parents[1:]]
    assert found.numbers == {node: number for number, node in enumerate(found.nodes)}
    assert found.ids == {at: name for at, node in enumerate(found.nodes) if (name := engine.attribute(node, "id"))}


# --- encodings ----------------------------------------------------------------------------------------------------

PAGE = "<p>Zoë isst für 5 € „Käse“"
SHOWN = PAGE.removeprefix("<p>")


@pytest.mark.parametrize(
    "data",
    [
        PAGE.encode(),
        b"\xef\xbb\xbf" + PAGE.encode(),
        PAGE.encode("utf-16"),
        b"\xfe\xff" + PAGE.encode("utf-16-be"),
        PAGE.encode("cp1252"),
        b"<meta charset=windows-1252>" + PAGE.encode("cp1252"),
        b"<meta charset=latin1>" + PAGE.encode("cp1252"),
        b"<meta charset=utf-16>" + PAGE.encode(),
        b"<meta charset=nonsense>" + PAGE.encode(),
        b"<!--" + b" " * 5000 + b"--><meta charset=utf-8>" + PAGE.encode(),
        b"<p>" + b" " * 100_000 + PAGE.encode(),
        b'<?xml version="1.0" encoding="iso-8859-15"?>' + PAGE.encode("cp1252").replace(b"\x80", b"\xa4")
        .replace(b"\x84", b"&bdquo;").replace(b"\x93", b"&ldquo;"),
        b'<?xml version="1.0" encoding="utf-16"?>' + PAGE.encode() + b"<i>\xc3",
        b'<?xml version="1.0" encoding="nonsense"?>' + PAGE.encode("cp1252"),
    ],
    ids=[
        "utf-8", "utf-8-bom", "utf-16le-bom", "utf-16be-bom", "windows-1252", "declared", "latin1-means-windows-1252",
        "utf-16-in-ascii-means-utf-8", "unknown-label", "late-meta", "late-letters", "xml-declaration",
        "xml-declaration-utf-16", "xml-declaration-unknown",
    ],
)  # fmt: skip
def test_a_page_is_read_in_the_encoding_it_is_written_in(data: bytes) -> None:
    assert read(data).strip().removesuffix(REPLACEMENT) == SHOWN


def test_a_page_cut_within_a_letter_is_still_utf_8() -> None:
    assert read(PAGE.encode()[:-1]) == SHOWN[:-1] + REPLACEMENT


def test_a_declared_encoding_wins_over_what_the_bytes_look_like() -> None:
    assert read(b"<meta charset=utf-8><p>caf\xe9") == f"caf{REPLACEMENT}"


def test_a_page_that_is_utf_8_and_says_otherwise_is_read_as_utf_8() -> None:
    assert "naïve – 東京" == read("<meta charset=iso-8859-1><p>naïve – 東京".encode())
    assert "café" == read("<meta charset=iso-8859-1><p>café".encode("latin-1"))


def test_the_encoding_of_bytes_is_known_and_text_has_none() -> None:
    assert engine.encoding_of(engine.parse(PAGE.encode())) == "UTF-8"
    assert engine.encoding_of(engine.parse(PAGE.encode("cp1252"))) == "windows-1252"
    assert engine.encoding_of(engine.parse(PAGE)) is None


def test_text_loses_its_byte_order_mark_and_its_lone_surrogates() -> None:
    assert read("\ufeff<p>a\ud800b") == f"a{REPLACEMENT}b"


def test_null_bytes_disappear_from_text_and_are_replaced_in_attributes() -> None:
    assert read(b"<p>a\0b") == "ab"
    assert engine.attribute(only(b"<p title='a\0b'>", "p"), "title") == f"a{REPLACEMENT}b"


# --- size ---------------------------------------------------------------------------------------------------------


def test_elements_a_hundred_thousand_deep_are_walked() -> None:
    page = engine.parse("<div>a" * 100_000)

    assert sum(event is LEAVE for event, _, _ in engine.walk(page)) == 100_004
    assert len(engine.text_content(page)) == 100_000


def test_formatting_a_hundred_thousand_deep_is_walked() -> None:
    assert engine.text_content(engine.parse("<b><p>a" * 100_000)).count("a") == 100_000


def test_an_element_with_a_hundred_thousand_attributes_is_read() -> None:
    element = only("<p " + " ".join(f"a{number}={number}" for number in range(100_000)) + ">", "p")
    written = engine.attributes(element)

    assert (len(written), written["a99999"]) == (100_000, "99999")


@pytest.mark.parametrize("piece", ["<", "&", "<a ", "</", "<!--", "\0", "<?xml encoding=", "é"])
def test_ten_megabytes_of_one_thing_are_read(piece: str) -> None:
    data = (piece * (10_000_000 // len(piece))).encode("cp1252")

    assert is_clean(engine.text_content(engine.parse(data)))


def test_templates_a_hundred_thousand_deep_are_taken_out_or_put_in_place() -> None:
    inert = engine.parse("<template>" * 100_000 + "a")
    shadow = engine.parse("<template shadowrootmode=open>" * 100_000 + "a")

    assert (engine.text_content(inert), engine.text_content(shadow)) == ("", "a")


def test_real_pages_are_read_as_another_parser_reads_them(samples: Path) -> None:
    pages = sorted((samples / "news-pages" / "fundus_dev" / "html").glob("*.gz"))[:20]
    if not pages:
        pytest.skip("no saved news pages among the samples")
    for page in pages:
        data = gzip.decompress(page.read_bytes())
        other = LexborHTMLParser(data)

        mine = [engine.tag(each) for each in engine.elements(body(data))]
        assert mine.count("p") == len(other.css("body p"))
        assert mine.count("a") == len(other.css("body a"))
