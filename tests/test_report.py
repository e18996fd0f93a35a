"""The report: values with places, hops that concatenate, no truth value."""

import pickle

import pytest

import newsmodel as nm
from newsmodel.report import EFFECTS


def report():
    found = nm.Report()
    found.loss("image.credit", "dropped", "$.body[2]", "no place for it")
    found.loss("image.credit", "dropped", "$.body[5]")
    found.loss("article.comments", "redacted", source="line 3")
    found.notice("odd", "an odd thing", "$.body[0]", source="line 1")
    return found


def test_a_report_is_clean_until_something_is_lost():
    found = nm.Report()
    assert found.clean

    found.notice("odd", "an odd thing")
    assert found.clean

    found.loss("article.comments", "dropped")
    assert not found.clean


def test_a_report_has_no_truth_value():
    for found in (nm.Report(), report()):
        with pytest.raises(TypeError, match=r"report\.clean"):
            bool(found)
        with pytest.raises(TypeError):
            found or nm.Report()


def test_two_hops_that_share_a_report_concatenate():
    article = nm.Article("x", internal=nm.Internal(editor_note="y"))
    shared, one, two = nm.Report(), nm.Report(), nm.Report()

    nm.render(article, "json", report=one)
    nm.render(article, "html", report=two)
    nm.render(article, "json", report=shared)
    nm.render(article, "html", report=shared)

    assert one.losses + two.losses == shared.losses


def test_an_effect_is_one_of_five_words():
    assert ("dropped", "flattened", "altered", "guessed", "redacted") == EFFECTS
    with pytest.raises(ValueError, match="dropped, flattened"):
        nm.Report().loss("x", "lost")


def test_a_loss_reads_as_a_line_with_its_place():
    assert [
        "image.credit dropped ($.body[2]): no place for it",
        "image.credit dropped ($.body[5])",
        "article.comments redacted ($, line 3)",
    ] == [str(loss) for loss in report().losses]
    assert "odd: an odd thing ($.body[0], line 1)" == str(report().diagnostics[0])
    assert "odd: y" == str(nm.Diagnostic("odd", "y"))


def test_a_summary_groups_the_losses():
    assert (
        "2 x image.credit dropped, first at $.body[2]\n1 x article.comments redacted, first at $" == report().summary()
    )
    assert "" == nm.Report().summary()
    assert "nothing lost" == str(nm.Report())
    assert str(report()).endswith("odd: an odd thing ($.body[0], line 1)")


def test_reports_are_values_that_cross_processes():
    assert report() == report() == pickle.loads(pickle.dumps(report()))
    assert nm.Report() != report()
    assert hash(report().losses[0]) == hash(report().losses[0])


def test_a_readers_loss_is_of_the_stage_of_parsing():
    assert {"parse"} == {loss.stage for loss in report().losses}
    assert "render" == nm.Loss("x", "dropped").stage


def test_what_a_report_quotes_of_the_input_can_be_printed_anywhere():
    report = nm.Report()
    report.loss("thing.\ud800", "dropped", "$", "the id \x1b[31m", source="line 1\n")
    report.notice("odd", "found \ufffe", source="$.\udfff")

    assert r"thing.\ud800 dropped ($, line 1\n): the id \x1b[31m" == str(report.losses[0])
    assert r"odd: found \ufffe ($.\udfff)" == str(report.diagnostics[0])
