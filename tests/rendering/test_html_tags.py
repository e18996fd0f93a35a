"""Tags and attributes: escaping, unsafe URLs made inert, the one attribute for what has no visible place."""

import html
import json
import re

import pytest
from hypothesis import given

import newsmodel as nm
from newsmodel.markup import engine
from newsmodel.rendering.html_tags import (
    attribute,
    attributes,
    data_attribute,
    escape,
    escape_attribute,
    fragment,
    link_attribute,
    source_attribute,
    space,
)
from newsmodel.strategies.strings import hostile, hostile_urls

UNSAFE = ["javascript:alert(1)", "JaVa\tScRiPt:alert(1)", " \njavascript:x", "vbscript:x", "data:text/html,x"]


@given(hostile)
def test_escaped_text_is_that_text_to_a_parser(text):
    (element,) = engine.children(engine.parse_fragment(f"<p>{escape(text)}</p>"))

    assert text == engine.text_content(element)


@given(hostile)
def test_an_attribute_has_its_value_and_ends_where_it_ends(value):
    (element,) = engine.children(engine.parse_fragment(f"<p{attribute('title', value)}>x</p>"))

    assert {"title": value} == engine.attributes(element)
    assert "x" == engine.text_content(element)


def test_none_has_no_attribute_and_the_empty_string_has():
    assert "" == attribute("title", None)
    assert ' title=""' == attribute("title", "")
    assert ' width="3"' == attribute("width", 3)
    assert "&lt;a &amp; b&gt;" == escape("<a & b>")
    assert "&lt;a &amp; &quot;b&quot;&gt;" == escape_attribute('<a & "b">')


@pytest.mark.parametrize("url", UNSAFE)
def test_an_unsafe_url_is_inert(url):
    assert link_attribute(url).startswith(" data-href=")
    assert source_attribute(url).startswith(' src="data:," data-src=')


@pytest.mark.parametrize("url", ["https://news.example/", "/a", "#x", "", "mailto:a@b.example"])
def test_a_safe_link_is_a_link(url):
    assert f' href="{url}"' == link_attribute(url)


def test_a_picture_may_be_data_but_no_document():
    assert ' src="data:image/png;base64,AAAA"' == source_attribute("data:image/png;base64,AAAA")
    assert "data-src" in source_attribute("data:image/svg+xml,<svg>")
    assert "data-src" in source_attribute("mailto:a@b.example")
    assert ' src="data:,"' == source_attribute("")
    assert "" == link_attribute(None)


@given(hostile_urls)
def test_what_may_be_followed_has_a_scheme_that_runs_nothing(url):
    from ada_url import URL

    tag = engine.children(engine.parse_fragment(f"<a{link_attribute(url)}></a>"))[0]
    href = engine.attribute(tag, "href")
    try:
        protocol = URL(href or "", "https://base.example/").protocol
    except ValueError:  # a browser follows no such link
        return

    assert protocol in {"http:", "https:", "mailto:", "tel:"}
    assert url == (engine.attribute(tag, "data-href") if href is None else href)


@given(hostile)
def test_space_is_marked_exactly_where_collapsing_would_change_it(text):
    assert bool(space(text)) == (re.sub(r"[ \t\n\f\r]+", " ", text).strip(" ") != text)


@given(hostile)
def test_a_fragment_is_an_id_of_the_page(key):
    found = fragment("note", key)

    assert found.isascii()
    assert not set(found) & set(" \t\n\f\r")


def test_the_attribute_of_a_node_holds_what_is_not_seen_and_only_that():
    node = nm.Paragraph("seen", id="p1", role="lede", language="de", direction="ltr", drop_cap=True)
    (element,) = engine.children(engine.parse_fragment(f"<p{attributes(node)}></p>"))
    found = engine.attributes(element)

    assert ("p1", "de", "ltr") == (found["id"], found["lang"], found["dir"])
    assert {"role": "lede", "drop_cap": True} == json.loads(found["data-newsmodel"])
    assert "" == attributes(nm.Paragraph("seen"))


def test_an_id_that_html_cannot_hold_goes_into_the_attribute():
    assert {"id": "a b"} == json.loads(html.unescape(attributes(nm.Paragraph("x", id="a b")))[17:-1])
    assert "" == data_attribute({})
