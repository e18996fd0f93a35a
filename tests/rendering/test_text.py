"""Blocks as plain text."""

import pytest

import newsmodel as nm
from newsmodel.rendering.text import paragraphs, split_headline, underlined
from newsmodel.rendering.text import text as plain


@pytest.mark.parametrize(
    ("block", "text"),
    [
        (nm.Paragraph(["a", nm.LineBreak(), nm.Span("b", marks=["strong"])]), "a\nb"),
        (nm.Heading("Heading"), "Heading"),
        (nm.List(["a", nm.ListItem(["b", "c"])]), "- a\n- b\n  c"),
        (nm.List(["a"], ordered=True, start=3), "3. a"),
        (nm.Quote(["a"], attribution="Ann"), "a\n\n— Ann"),
        (nm.Code("x\n  y", caption="Cap"), "x\n  y\n\nCap"),
        (nm.Table([nm.Row(["a", "b"])], caption="Cap"), "Cap\n\na | b"),
        (nm.Aside(["a"], title="Title"), "Title\n\na"),
        (nm.RawBlock("html", "<b>"), ""),
        (nm.UnknownBlock("x", "y", fallback=["a"]), "a"),
        (nm.Placeholder("advertisement"), ""),
        (nm.Figure(nm.Image("a.png", alt="Alt", caption="Cap", credit="Ann")), "Alt\n\nCap\n\nAnn"),
    ],
)
def test_blocks_are_words_in_paragraphs(block, text):
    assert text == plain.render(block)


@pytest.mark.parametrize("headline", ["", "A", "Two\nlines", "x" * 100, "==="])
def test_an_underlined_headline_is_told_apart(headline):
    assert headline == split_headline(underlined(headline))


@pytest.mark.parametrize("paragraph", ["words", "==", "a\nb", "=== a", "a\n=-="])
def test_other_paragraphs_are_no_headline(paragraph):
    assert split_headline(paragraph) is None


def test_blank_lines_of_any_length_part_paragraphs():
    assert ["a\nb ", " c"] == paragraphs("\n\na\nb \n \n\n\t\n c\n")


def test_a_rule_of_ones_own_takes_the_place_of_another():
    assert "***\n" == nm.render(nm.Divider(), "text", renderer=plain.using({nm.Paragraph: lambda node, out: "***"}))
