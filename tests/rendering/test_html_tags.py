"""What the tags of nodes say: ids, and the one attribute for what has no visible place."""

import json
import re

from hypothesis import given

import newsmodel as nm
from newsmodel.markup import engine
from newsmodel.rendering.html import html as renderer
from newsmodel.rendering.html_elements import element
from newsmodel.rendering.html_tags import attributes, data_attribute, fragment, space
from newsmodel.rendering.renderer import Out
from newsmodel.report import Report
from newsmodel.strategies.strings import hostile


def out() -> Out:
    return Out(renderer, Report(), {})


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
    (paragraph,) = engine.children(engine.parse_fragment(element("p", attributes(node, out()))))
    found = engine.attributes(paragraph)

    assert ("user-content-p1", "de", "ltr") == (found["id"], found["lang"], found["dir"])
    assert {"role": "lede", "drop_cap": True} == json.loads(found["data-newsmodel"])
    assert {} == attributes(nm.Paragraph("seen"), out())


def test_an_id_that_html_cannot_hold_goes_into_the_attribute():
    found = attributes(nm.Paragraph("x", id="a b"), out())

    assert {"id": "a b"} == json.loads(found["data-newsmodel"])
    assert found.get("id") is None
    assert {} == data_attribute({})


def test_nothing_in_a_comment_has_an_id_and_it_is_kept_all_the_same():
    within = out()
    within.memo["comment"] = "c1"
    found = attributes(nm.Paragraph("x", id="p1"), within)

    assert {"id": "p1"} == json.loads(found["data-newsmodel"])
    assert found.get("id") is None
