"""Records of plain strings."""

import newsmodel as nm
from newsmodel.fitting import Place
from newsmodel.plain_fitting import filled, only, plain
from newsmodel.report import Report


def told(rule, node, *names):
    report = Report()
    return rule(node, Place("$", report), *names), [(loss.code, loss.effect) for loss in report.losses]


def test_rich_text_becomes_its_words_on_one_line():
    article = nm.Article(nm.Text(["A ", nm.Span("bold", marks=["strong"]), "\nword"]))

    assert (nm.Article("A bold word"), [("article.headline", "flattened")]) == told(plain, article, "headline")


def test_plain_text_stays_the_very_same():
    article = nm.Article("A word")

    assert told(plain, article, "headline")[0] is article


def test_an_empty_string_is_none():
    assert (nm.Account("Ann"), [("account.url", "dropped")]) == told(filled, nm.Account("Ann", url=""))


def test_a_text_without_words_is_none():
    assert nm.Article() == told(plain, nm.Article(summary=" "), "summary")[0]


def test_only_the_named_fields_stay():
    assert (nm.Account("Ann"), [("account.role", "dropped")]) == told(only, nm.Account("Ann", role="staff"), "name")
