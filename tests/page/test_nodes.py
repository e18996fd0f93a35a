"""What the nodes of a page say in brief."""

import pytest

from newsmodel.markup import engine
from newsmodel.page.nodes import brief_text


def brief(markup):
    return brief_text(engine.find(engine.parse(f"<body>{markup}"), "body"))


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ("one", "one"),
        ("<b>Ro</b>me and <i>Par</i>is", "Rome and Paris"),
        ("<p>one</p><p>two</p>", "one two"),
        ("one<br>two", "one two"),
        ("<p>one<script>two</script><!-- three --></p>", "one"),
        ("structured dat<b>a</b>, <i>time</i> and <b>i</b>", "structured data, time and i"),
    ],
)
def test_elements_part_words_where_they_are_blocks(markup, said):
    assert brief(markup) == said


def test_only_the_beginning_of_a_long_text_is_read():
    assert len(brief("<p>word</p>" * 10_000)) < 2000


def test_a_script_says_nothing():
    assert brief_text(engine.find(engine.parse("<script>one</script>"), "script")) == ""
