"""The renderer: rules by class, bases as fallback and reported, customising with `using`, places and losses."""

from typing import ClassVar

import attrs
import pytest

import newsmodel as nm
from newsmodel.rendering.html import html
from newsmodel.rendering.renderer import Out, Renderer, Rules

rules = Rules()


@rules(nm.Text)
def _text(value, _out):
    return str(value)


@rules(nm.Paragraph)
def _paragraph(node, out):
    return f"p:{out.render(node.text)}"


@rules(nm.Quote)
def _quote(node, out):
    return f"q[{out.place}]({out.body(node.body)})"


@rules(nm.Article)
def _article(node, out):
    return out.body(node.body)


PLAIN = Renderer("plain", rules, separator="|")


@attrs.frozen(kw_only=True)
class Poll(nm.Block):
    type: ClassVar[str] = "acme:poll"
    question: str

    def lower(self):
        return (nm.Paragraph(self.question), nm.Paragraph("Vote!"))


@attrs.frozen(kw_only=True)
class Lede(nm.Paragraph):
    type: ClassVar[str] = "acme:lede"


def rendered(node, renderer=PLAIN, **options):
    report = nm.Report()
    return renderer.render(node, report, **options), [(loss.code, loss.effect, loss.at) for loss in report.losses]


def test_a_node_is_rendered_by_the_rule_of_its_class():
    assert ("p:a|q[$.body[1]](p:b)", []) == rendered(nm.Article(body=["a", nm.Quote("b")]))


def test_a_class_without_a_rule_takes_that_of_its_base_and_is_reported():
    assert ("p:x", [("acme:lede", "flattened", "$.body[0]")]) == rendered(nm.Article(body=[Lede("x")]))


def test_a_kind_of_ones_own_is_rendered_as_it_lowers_and_is_reported():
    article = nm.Article(body=["a", Poll(question="Why?")])

    assert ("p:a|p:Why?|p:Vote!", [("acme:poll", "flattened", "$.body[1]")]) == rendered(article)


def test_each_node_without_a_rule_is_reported_where_it_stands():
    article = nm.Article(body=[nm.Quote([Lede("x")]), Lede("y")])

    assert ["$.body[0].body[0]", "$.body[1]"] == [at for _, _, at in rendered(article)[1]]


def test_what_has_no_rule_at_all_is_an_error_that_names_both():
    with pytest.raises(TypeError, match="'plain' has no rule for Divider"):
        rendered(nm.Article(body=[nm.Divider()]))


def test_a_table_cannot_be_changed():
    with pytest.raises(TypeError):
        PLAIN.table[nm.Divider] = _paragraph
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        PLAIN.name = "other"


def test_using_makes_another_renderer_and_leaves_the_first_alone():
    mine = PLAIN.using({nm.Paragraph: lambda node, out: f"P:{node.text}"})

    assert "P:x" == mine.render(nm.Paragraph("x"))
    assert "p:x" == PLAIN.render(nm.Paragraph("x"))


def test_the_later_table_wins():
    mine = PLAIN.using({nm.Paragraph: lambda _node, _out: "one"}, {nm.Paragraph: lambda _node, _out: "two"})

    assert "two" == mine.render(nm.Paragraph("x"))
    assert "three" == mine.using({nm.Paragraph: lambda _node, _out: "three"}).render(nm.Paragraph("x"))


def test_the_default_is_the_renderers_own_rule_however_often_it_was_replaced():
    def shout(node, out):
        return f"<{out.default(node)}>"

    assert "<p:x>" == PLAIN.using({nm.Paragraph: shout}).render(nm.Paragraph("x"))
    assert "<p:x>" == PLAIN.using({nm.Paragraph: shout}).using({nm.Paragraph: shout}).render(nm.Paragraph("x"))


def test_a_rule_of_ones_own_reaches_blocks_at_any_depth():
    mine = html.using({nm.Paragraph: lambda node, _out: f"<p class=mine>{node.text}</p>"})
    page = nm.to_html(nm.Article("x", body=[nm.Quote([nm.Aside(["deep"])])]), renderer=mine)

    assert '<blockquote><aside class="aside"><p class=mine>deep</p></aside></blockquote>' in page


def test_a_rule_sees_the_options_and_says_what_it_leaves_out():
    def rule(node, out):
        return str(out.options["colour"]) + out.lost("paragraph.text", detail="on purpose")

    renderer = PLAIN.using({nm.Paragraph: rule})

    assert ("red", [("paragraph.text", "dropped", "$.body[0]")]) == rendered(
        nm.Article(body=["x"]), renderer, colour="red"
    )


def test_places_are_paths_and_go_back_up():
    out = Out(PLAIN, nm.Report(), {})

    with out.below("body", 3):
        with out.below("text"):
            assert "$.body[3].text" == out.place
        assert "$.body[3]" == out.place
    with pytest.raises(ValueError, match="x"), out.below("body"):
        raise ValueError("x")
    assert "$" == out.place


def test_a_kind_of_ones_own_with_a_rule_is_rendered_by_it_and_nothing_is_lost():
    mine = html.using({Poll: lambda node, _out: f"<p>{node.question}</p>"})
    report = nm.Report()

    page = nm.to_html(nm.Article("x", body=[Poll(question="Why?")]), renderer=mine, report=report)

    assert "<p>Why?</p>" in page
    assert "Vote!" not in page
    assert report.clean


def test_a_kind_of_ones_own_without_a_rule_is_lowered_by_the_fit_with_its_place():
    article = nm.Article("x", body=["a", nm.Aside([Poll(question="Why?")])])
    report = nm.losses(article, "html")

    assert [("acme:poll", "flattened", "$.body[1].body[0]")] == [(x.code, x.effect, x.at) for x in report.losses]
    assert "Vote!" in nm.to_html(article)
