"""Elements: what is not markup is text, an unsafe URL is inert, and what runs cannot be built."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from newsmodel.markup import engine
from newsmodel.rendering.html_elements import (
    attribute_list,
    element,
    element_of_lines,
    end_tag,
    escape,
    join,
    pattern,
    start_tag,
)
from newsmodel.strategies.strings import hostile, hostile_urls

UNSAFE = ["javascript:alert(1)", "JaVa\tScRiPt:alert(1)", " \njavascript:x", "vbscript:x", "data:text/html,x"]


def only(markup: str):
    (node,) = engine.children(engine.parse_fragment(markup))
    return node


@given(hostile)
def test_a_string_is_text(text):
    for built in (element("p", {}, text), element("p", {}, text, ""), element("p", {}, join([text, ""]))):
        assert text == engine.text_content(only(built))
        assert [] == list(engine.elements(only(built)))


@given(hostile, hostile)
def test_what_was_built_stays_what_it_is(text, value):
    inner = element("b", {"title": value}, text)
    outer = only(element("p", {}, inner, join([inner, inner], ", "), escape(inner)))

    assert [value] * 4 == [engine.attribute(each, "title") for each in engine.elements(outer, "b")]


def test_pieces_put_together_by_hand_are_text_again():
    assert "<p>&lt;b&gt;x&lt;/b&gt;!</p>" == element("p", {}, "".join([element("b", {}, "x"), "!"]))
    assert "<p>&lt;b&gt;</p>" == element("p", {}, f"{start_tag('b', {})}")


@given(hostile)
def test_an_attribute_has_its_value_and_ends_where_it_ends(value):
    node = only(element("p", {"title": value, "data-x": value}, "x"))

    assert {"title": value, "data-x": value} == engine.attributes(node)
    assert "x" == engine.text_content(node)


def test_markup_in_an_attribute_is_a_value_like_any_other():
    assert '<p title="&lt;b&gt;&quot;"></p>' == element("p", {"title": Markup('<b>"')})


def test_none_and_false_have_no_attribute_and_the_empty_string_has():
    assert ' hidden title="" width="0"' == attribute_list(
        {"lang": None, "controls": False, "hidden": True, "title": "", "width": 0}
    )
    assert "&lt;a &amp; b&gt;" == escape("<a & b>")


@pytest.mark.parametrize("url", UNSAFE)
def test_an_unsafe_url_is_inert(url):
    assert attribute_list({"href": url}).startswith(" data-href=")
    assert attribute_list({"cite": url}).startswith(" data-cite=")
    assert attribute_list({"src": url}).startswith(' src="data:," data-src=')
    assert "" == attribute_list({"poster": url})


@pytest.mark.parametrize("listed", ["/a.jpg 1w, javascript:x 2w", "data:text/html,x 1w", "", ",", "mailto:x"])
def test_one_unsafe_candidate_leaves_out_the_whole_list(listed):
    assert "" == attribute_list({"srcset": listed})


@pytest.mark.parametrize("url", ["https://news.example/", "/a", "#x", "", "mailto:a@b.example"])
def test_a_safe_link_is_a_link(url):
    assert f' href="{url}"' == attribute_list({"href": url})


def test_a_picture_may_be_data_but_no_document():
    assert ' src="data:image/png;base64,AAAA"' == attribute_list({"src": "data:image/png;base64,AAAA"})
    assert "data-src" in attribute_list({"src": "data:image/svg+xml,<svg>"})
    assert "data-src" in attribute_list({"src": "mailto:a@b.example"})
    assert ' src="data:,"' == attribute_list({"src": ""})
    assert ' srcset="/a.jpg 1w"' == attribute_list({"srcset": "/a.jpg 1w"})


@given(hostile_urls)
def test_what_may_be_followed_has_a_scheme_that_runs_nothing(url):
    from ada_url import URL

    tag = only(element("a", {"href": url}))
    href = engine.attribute(tag, "href")
    try:
        protocol = URL(href or "", "https://base.example/").protocol
    except ValueError:  # a browser follows no such link
        return

    assert protocol in {"http:", "https:", "mailto:", "tel:"}
    assert url == (engine.attribute(tag, "data-href") if href is None else href)


@pytest.mark.parametrize("tag", ["script", "style", "iframe", "form", "svg", "textarea", "P", "a b", "p>", "", "1"])
def test_an_element_that_does_more_than_show_is_refused(tag):
    for build in (lambda: element(tag, {}, "x"), lambda: start_tag(tag, {}), lambda: end_tag(tag)):
        with pytest.raises(ValueError, match="is not built from text and elements"):
            build()


@pytest.mark.parametrize("name", ["onclick", "onfocus", "style", "srcdoc", "a b", 'x"', "x>", "", "xlink:href", "ON"])
def test_an_attribute_that_runs_something_is_refused(name):
    with pytest.raises(ValueError, match="is not written"):
        element("p", {name: "x"})


@given(st.text())
def test_no_name_breaks_out_of_its_tag(name):
    try:
        built = element("p", {name: "x"}, "words")
    except ValueError:
        return
    node = only(built)

    assert {name} >= engine.attributes(node).keys() - {f"data-{name}"}
    assert "words" == engine.text_content(node)


def test_a_void_element_has_no_children():
    assert "<br>" == element("br", {})
    with pytest.raises(ValueError, match="no content"):
        element("br", {}, "x")
    with pytest.raises(ValueError, match="no content"):
        element_of_lines("br", {}, ["x"])


def test_the_start_tag_of_a_void_element_has_its_attributes():
    assert '<img src="a.jpg" width="3">' == start_tag("img", {"src": "a.jpg", "width": 3})


def test_custom_elements_are_elements():
    assert '<our-chart data-id="7">x</our-chart>' == element("our-chart", {"data-id": 7}, "x")


PATTERN = '<p class="{}"{}>Photo: <b>{}</b>{}</p>'


@given(hostile, hostile, hostile, hostile)
def test_a_pattern_is_what_its_elements_are(css_class, title, one, other):
    inner = element("i", {}, other)
    expected = element("p", {"class": css_class, "title": title}, "Photo: ", element("b", {}, one), inner)

    assert expected == pattern(PATTERN)(css_class, {"title": title}, one, inner)


def test_a_pattern_needs_a_value_for_each_place():
    assert "<p></p>" == pattern("<p>{}</p>")("")
    with pytest.raises(TypeError):
        pattern("<p>{}</p>")()


@pytest.mark.parametrize("source", ["<script>{}</script>", '<p onclick="{}">', '<p style="{}">', "<P>{}</P>"])
def test_a_pattern_is_refused_as_its_elements_are(source):
    with pytest.raises(ValueError, match="is not"):
        pattern(source)


@pytest.mark.parametrize("source", ['<a href="{}">x</a>', '<a class="x" href="/{}">', '<img src="{}">'])
def test_a_pattern_takes_no_address_that_is_not_judged(source):
    with pytest.raises(ValueError, match="must be judged"):
        pattern(source)


@pytest.mark.parametrize("source", ["<p onclick={}>", "<p class=x>", "<p hidden>", "<p class='{}'>"])
def test_the_attributes_of_a_pattern_stand_in_quotes(source):
    with pytest.raises(ValueError, match='name="value"'):
        pattern(source)


@given(hostile, hostile)
def test_markup_between_quotes_is_text(one, other):
    markup = element("b", {"title": one}, other)

    assert markup == engine.attribute(only(pattern('<p title="{}">x</p>')(markup)), "title")
    assert markup == engine.attribute(only(element("p", {"title": markup}, "x")), "title")


@given(hostile)
def test_a_fragment_is_no_address(key):
    built = pattern('<a href="#{}" class="{}">x</a>')(key, "y")

    assert "#" + key == engine.attribute(only(built), "href")
    assert "<a data-href" in pattern("<a{}>x</a>")({"href": "javascript:x"})


def test_children_stand_on_lines_of_their_own():
    assert "<ul>\n<li>&lt;</li>\nb\n</ul>" == element_of_lines("ul", {}, [element("li", {}, "<"), "b"])
    assert "<ul>\n</ul>" == element_of_lines("ul", {}, [])
