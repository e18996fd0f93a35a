"""The lists of a survey say what a walk over the page would."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.markup import engine
from newsmodel.markup.engine import ENTER
from newsmodel.page.survey import UNSEEN, Survey

TAGS = ("p", "div", "b", "a", "ul", "li", "h1", "br", "script", "section", "noscript", "svg")
tokens = st.sampled_from(TAGS).flatmap(lambda tag: st.sampled_from([f"<{tag}>", f"</{tag}>", f"<{tag} class='x y'>"]))
pages = st.lists(tokens | st.text("ab \n", min_size=1, max_size=5), max_size=40).map("".join)


def seen(node, within=frozenset()):
    """The texts in a node that a reader sees, each with the names of the elements around it in the node."""
    for child in engine.children(node):
        if (data := engine.text(child)) is not None:
            yield data, within
        elif (name := engine.tag(child)) is not None and name not in UNSEEN:
            yield from seen(child, within | {name})


@given(pages.map("<p>one</p>{}".format))
def test_the_range_and_the_text_of_each_element_are_those_of_its_subtree(markup):
    survey = Survey(engine.parse(markup))
    for number, node in enumerate(survey.nodes):
        if any(tag in UNSEEN for tag in around(survey, number)):
            continue
        inside = [name for event, name, _ in engine.walk(node) if event is ENTER]
        texts = [(len(data.strip()), names) for data, names in seen(node)]

        assert survey.tags[number : survey.ends[number]] == inside
        assert survey.chars[number] == sum(size for size, _ in texts)
        if "a" not in around(survey, number):
            assert survey.linked[number] == sum(size for size, names in texts if "a" in names)


def around(survey, number):
    """The names of an element and of those around it."""
    while number >= 0:
        yield survey.tags[number]
        number = survey.parents[number]


@given(pages.map("<p>one</p>{}".format))
def test_every_text_that_is_seen_is_in_one_line(markup):
    page = engine.parse(markup)
    survey = Survey(page)
    shown = "".join("".join(data.split()) for data, _ in seen(page))
    lines = "".join("".join(piece.split()) for pieces in survey.lines.values() for piece in pieces)

    assert sorted(shown) == sorted(lines)
    assert sum(survey.own) == survey.chars[0]


def test_a_page_in_a_noscript_that_nobody_closed_is_read():
    survey = Survey(engine.parse("<body><noscript><p>It rained all night.</p>"))

    assert ["".join(pieces) for pieces in survey.lines.values()] == ["It rained all night."]


@pytest.mark.parametrize(("markup", "lines"), [
    ("<p>one <b>two</b> three</p>", ["one two three"]),
    ("<p><b>one</b> <i>two</i></p>", ["one two"]),
    ("<ul><li>one</li> <li>two</li></ul>", ["one", "two"]),
    ("<p>one<script>two</script></p>", ["one"]),
])  # fmt: skip
def test_a_line_is_the_text_of_a_block_without_those_of_blocks_in_it(markup, lines):
    assert ["".join(pieces) for pieces in Survey(engine.parse(markup)).lines.values()] == lines
