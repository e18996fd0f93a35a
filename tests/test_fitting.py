"""Fit: rules over a document, one loss for each change, no change without one, and identity where nothing changed."""

from typing import ClassVar

import attrs
import pytest
from hypothesis import given

import newsmodel as nm
from newsmodel.fitting import Fitter, Place, Rules, compare, redact, rule_for, same, simpler
from newsmodel.strategies import articles
from newsmodel.testing.paths import resolve


@attrs.frozen(kw_only=True)
class Poll(nm.Block):
    type: ClassVar[str] = "acme:poll"
    question: str

    def lower(self):
        return (nm.Paragraph(self.question), nm.Divider())


@attrs.frozen(kw_only=True)
class Lede(nm.Paragraph):
    type: ClassVar[str] = "acme:lede"


STORY = nm.Article(
    "x",
    body=[
        "one",
        nm.PullQuote("two", attribution="Joe"),
        nm.Quote([nm.Paragraph(["three ", nm.Span("b", marks=["strong"])]), nm.Aside([nm.PullQuote("four")])]),
        nm.Figure(nm.Image("a.jpg", caption=["c", nm.LineBreak()])),
    ],
    comments=nm.CommentThread([nm.Comment(id="c1", body=[nm.PullQuote("five")])]),
)


def fitted(rules, document=STORY, finish=None, **options):
    report = nm.Report()
    result = Fitter(rules, finish or {}, **options)(document, report)
    return result, [(loss.code, loss.effect, loss.at) for loss in report.losses]


def lower(node, place):
    return place.lower(node)


def drop(node, place):
    return place.drop(node)


# --- nothing changed -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rules", [{}, {nm.Block: lambda node, _place: node}, {nm.Divider: drop}])
def test_what_no_rule_changes_is_the_very_same_object(rules):
    result, losses = fitted(rules)

    assert STORY is result
    assert [] == losses


@given(articles("hostile"))
def test_any_article_stays_the_very_same_object_under_rules_that_keep_everything(article):
    keep = {nm.Node: lambda node, _place: node, nm.Text: lambda text, _place: text}

    assert article is Fitter(keep, keep)(article, nm.Report())


def test_a_rule_that_makes_an_equal_node_changes_nothing():
    result, losses = fitted({nm.Paragraph: lambda node, _place: nm.Paragraph(node.text)})

    assert STORY is result
    assert [] == losses


def test_only_what_holds_a_change_is_made_anew():
    result, _ = fitted({nm.LineBreak: drop})

    assert all(one is other for one, other in zip(STORY.body[:3], result.body[:3], strict=True))
    assert STORY.body[3] is not result.body[3]
    assert STORY.comments is result.comments
    assert nm.Text("c") == result.body[3].media.caption


# --- one change, one loss --------------------------------------------------------------------------------------------


def test_every_change_is_one_loss_at_its_path():
    result, losses = fitted({nm.PullQuote: lower})

    assert [
        ("pull-quote", "flattened", "$.body[1]"),
        ("pull-quote", "flattened", "$.body[2].body[1].body[0]"),
        ("pull-quote", "flattened", "$.comments.comments[0].body[0]"),
    ] == losses
    assert nm.Quote("two", attribution="Joe") == result.body[1]
    assert not list(nm.walk(result, nm.PullQuote))


@given(articles("typical"))
def test_every_path_leads_to_the_node_that_was_changed(article):
    report = nm.Report()

    Fitter({nm.Paragraph: drop, nm.Image: lambda node, place: place.clear(node, "alt")})(article, report)

    for loss in report.losses:
        node = resolve(article, loss.at, None)
        assert isinstance(node, nm.Paragraph if loss.code == "paragraph" else nm.Image)


def test_a_node_may_become_another_several_or_none():
    result, losses = fitted(
        {
            nm.PullQuote: lambda node, place: place.replace(node, (nm.Divider(), nm.Divider()), "two", "altered"),
            nm.Figure: drop,
            nm.Aside: lambda node, place: place.replace(node, nm.Divider(), "one", "altered"),
        }
    )

    assert (nm.Divider(), nm.Divider()) == result.body[1:3]
    assert (nm.Divider(),) == result.body[3].body[1:]
    assert 4 == len(result.body)
    assert ["two", "one", "figure", "two"] == [code for code, _, _ in losses]


def test_a_value_that_is_dropped_leaves_the_default_of_its_field():
    result, losses = fitted({nm.CommentThread: drop, nm.Image: lambda n, p: p.set(n, "altered", alt="A")})

    assert nm.CommentThread() == result.comments
    assert "A" == result.body[3].media.alt
    assert [("image.alt", "altered", "$.body[3].media"), ("comment-thread", "dropped", "$.comments")] == losses


def test_a_rule_of_a_base_serves_the_classes_under_it_and_the_nearest_wins():
    _, losses = fitted({nm.Container: drop, nm.Block: lambda node, _place: node, nm.Quote: lambda node, _place: node})

    assert [("aside", "dropped", "$.body[2].body[1]")] == losses
    assert rule_for({nm.Block: 1, nm.Node: 2}, nm.Aside) == 1
    assert rule_for({nm.Mark: 1}, nm.Aside) is None


def test_what_a_rule_puts_there_meets_the_rules_too():
    result, losses = fitted({nm.PullQuote: lower, nm.Quote: lambda node, place: place.clear(node, "attribution")})

    assert result.body[1].attribution is None
    assert [("pull-quote", "flattened", "$.body[1]"), ("quote.attribution", "dropped", "$.body[1]")] == losses[:2]


def test_rules_of_the_finish_see_what_is_left_of_the_children():
    def empty(node, place):
        return node if node.body else place.drop(node)

    result, losses = fitted({nm.PullQuote: drop}, finish={nm.Aside: empty})

    assert 1 == len(result.body[1].body)
    assert ("aside", "dropped", "$.body[2].body[1]") in losses


# --- what is refused -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "rule",
    [
        lambda node, _place: nm.Divider(),
        lambda node, _place: None,
        lambda node, _place: (node, node),
        lambda node, _place: attrs.evolve(node, role="x"),
    ],
)
def test_a_change_without_a_report_is_an_error(rule):
    for tables in ({"rules": {nm.PullQuote: rule}}, {"rules": {}, "finish": {nm.PullQuote: rule}}):
        with pytest.raises(AssertionError, match=r"PullQuote changed it and reported nothing \(\$\.body\[1\]\)"):
            Fitter(**tables)(STORY, nm.Report())


def test_rules_that_go_round_in_circles_are_an_error():
    def back(node, place):
        return place.replace(node, nm.Divider(), "x", "altered")

    def forth(node, place):
        return place.replace(node, nm.PullQuote("two"), "x", "altered")

    with pytest.raises(RuntimeError, match="without end"):
        fitted({nm.PullQuote: back, nm.Divider: forth})


def test_two_values_where_one_stands_are_an_error():
    with pytest.raises(TypeError, match=r"Figure\.media holds one value, the rules left 2"):
        fitted({nm.Image: lambda node, place: place.replace(node, (nm.Video("a"), nm.Video("b")), "x", "altered")})
    with pytest.raises(TypeError, match="0 documents"):
        fitted({nm.Article: drop})


# --- the place -------------------------------------------------------------------------------------------------------


def at_place(change):
    report = nm.Report()
    node = nm.Image("a.jpg", alt="A", title="T", width=3)
    return change(Place("$.x", report), node), [(loss.code, loss.effect) for loss in report.losses], node


def test_setting_fields_is_one_loss_for_each_that_differs():
    result, losses, _ = at_place(lambda place, node: place.set(node, "guessed", alt="A", title="U", width=4))

    assert ("A", "U", 4) == (result.alt, result.title, result.width)
    assert [("image.title", "guessed"), ("image.width", "guessed")] == losses


def test_clearing_and_keeping_fields_lose_those_that_were_given():
    cleared, losses, _ = at_place(lambda place, node: place.clear(node, "alt", "credit"))
    kept, others, _ = at_place(lambda place, node: place.keep(node, "url", "title", effect="redacted"))

    assert (None, [("image.alt", "dropped")]) == (cleared.alt, losses)
    assert (nm.Image("a.jpg", title="T"), {("image.alt", "redacted"), ("image.width", "redacted")}) == (
        kept,
        set(others),
    )


def test_what_changes_nothing_reports_nothing():
    for change in (
        lambda place, node: place.set(node, "altered", alt="A"),
        lambda place, node: place.clear(node, "credit"),
        lambda place, node: place.replace(node, nm.Image("a.jpg", alt="A", title="T", width=3), "x", "altered"),
    ):
        result, losses, node = at_place(change)
        assert node is result
        assert [] == losses


def test_lowering_what_has_no_simpler_form_changes_nothing():
    report = nm.Report()
    paragraph = nm.Paragraph("x")

    assert paragraph is Place("$", report).lower(paragraph)
    assert report.clean
    assert () == Place("$", report).lower(nm.Placeholder("advertisement"))
    assert [("placeholder", "dropped")] == [(loss.code, loss.effect) for loss in report.losses]


def test_equal_values_of_two_types_are_not_the_same():
    assert not same(1, True)
    assert not same(1, 1.0)
    assert same(nm.Paragraph("x"), nm.Paragraph("x"))
    assert not same(nm.Paragraph("x"), nm.Paragraph("y"))


# --- kinds of one's own ----------------------------------------------------------------------------------------------


def test_a_kind_of_ones_own_is_lowered_unless_the_format_carries_it_or_has_a_rule_for_it():
    article = nm.Article("x", body=[Poll(question="Why?"), Lede("y")])
    lowered, losses = fitted({}, article)

    assert (nm.Paragraph("Why?"), nm.Divider(), nm.Paragraph("y")) == lowered.body
    assert [("acme:poll", "flattened", "$.body[0]"), ("acme:lede", "flattened", "$.body[1]")] == losses
    assert article is fitted({}, article, own_kinds=True)[0]
    assert article.body[0] is fitted({Poll: lambda node, _place: node}, article)[0].body[0]


def test_a_kind_of_ones_own_is_in_the_models_terms_what_it_extends():
    assert (nm.Paragraph("y", role="r"),) == simpler(Lede("y", role="r"))
    assert (nm.Paragraph("Why?"), nm.Divider()) == simpler(Poll(question="Why?"))


def test_a_kind_that_cannot_be_lowered_is_an_error_that_says_how():
    @attrs.frozen(kw_only=True)
    class Bare(nm.Block):
        type: ClassVar[str] = "acme:bare"

    with pytest.raises(TypeError, match="Bare needs lower"):
        simpler(Bare())


# --- redacting and comparing -----------------------------------------------------------------------------------------

SECRET = nm.Article(
    "x",
    internal=nm.Internal(editor_note="Check"),
    credits=[nm.Person("Ann", email="ann@news.example")],
    body=[nm.LivePost(["y"], credits=[nm.Person("Bo", email="bo@news.example")])],
    comments=nm.CommentThread([nm.Comment(id="c", private=nm.CommentPrivate(ip_address="192.0.2.1"))]),
)


def test_redacting_takes_out_what_is_internal_wherever_it_stands():
    report = nm.Report()
    result = redact(SECRET, report)

    assert {
        ("article.internal", "$"),
        ("person.email", "$.credits[0].agent"),
        ("person.email", "$.body[0].credits[0].agent"),
        ("comment.private", "$.comments.comments[0]"),
    } == {(loss.code, loss.at) for loss in report.losses}
    assert {"redacted"} == {loss.effect for loss in report.losses}
    assert not any(word in nm.to_json(result, internal=True) for word in ("Check", "@news", "192.0.2.1"))


@given(articles("hostile"))
def test_redacting_settles(article):
    report = nm.Report()
    once = redact(article, report)

    assert once is redact(once, nm.Report())
    assert report.clean == (once is article)


def compared(expected, actual):
    report = nm.Report()
    compare(expected, actual, report)
    return [(loss.code, loss.effect, loss.at) for loss in report.losses]


def test_comparing_names_the_smallest_fields_that_differ():
    other = attrs.evolve(STORY, headline="y", body=(nm.Divider(), *STORY.body[1:3], nm.Figure(nm.Image("a.jpg"))))

    assert [] == compared(STORY, attrs.evolve(STORY))
    assert [
        ("article.headline", "altered", "$.headline"),
        ("article.body", "altered", "$.body[0]"),
        ("image.caption", "dropped", "$.body[3].media.caption"),
    ] == compared(STORY, other)
    assert [("article.body", "dropped", "$.body")] == compared(STORY, attrs.evolve(STORY, body=()))
    assert [("article.type", "altered", "$")] == compared(STORY, nm.Feed())


def test_a_table_of_rules_is_filled_by_its_decorator():
    rules = Rules()

    @rules(nm.Image, nm.Video)
    def rule(node, _place):
        return node

    assert {nm.Image: rule, nm.Video: rule} == rules
