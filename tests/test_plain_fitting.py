"""Records of plain strings and numbers."""

import pytest

import newsmodel as nm
from newsmodel.fitting import Place
from newsmodel.model.check import shape
from newsmodel.plain_fitting import LINKS, PICTURES, absolute, filled, natural, only, plain, safe
from newsmodel.report import Report

ADDRESSES = ("url", "feed_url", "canonical_url", "source_url", "uri", "avatar", "icon", "image", "logo")


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


def test_a_url_that_is_not_absolute_is_none():
    account = nm.Account("Ann", url="https://example.org/ann")

    assert (account, []) == told(absolute, account, "url")
    assert (nm.Account("Ann"), [("account.url", "dropped")]) == told(absolute, nm.Account("Ann", url="/ann"), "url")


def test_a_count_below_nothing_is_none():
    assert (nm.Tally(up=0), []) == told(natural, nm.Tally(up=0), "up")
    assert (nm.Tally(), [("tally.up", "dropped")]) == told(natural, nm.Tally(up=-1), "up")


def test_a_count_that_is_too_great_is_none():
    report = Report()

    assert nm.Tally(up=9) == natural(nm.Tally(up=9), Place("$", report), "up", limit=10)
    assert nm.Tally() == natural(nm.Tally(up=10), Place("$", report), "up", limit=10)
    assert ["tally.up"] == [loss.code for loss in report.losses]


@pytest.mark.parametrize("cls", list(dict.fromkeys((*LINKS, *PICTURES))), ids=lambda cls: cls.__name__)
def test_every_address_of_a_class_is_judged(cls):
    addresses = {f.name for f in shape(cls) if f.name in ADDRESSES and f.hint in (str, str | None)}

    assert addresses <= {*LINKS.get(cls, ()), *PICTURES.get(cls, ())}


def test_what_runs_is_none_and_what_leads_nowhere_or_somewhere_stays():
    ann = nm.Account("Ann", url="urn:uuid:1", avatar="data:image/png;base64,AA")
    bad = nm.Account("Ann", url=" \njavascript:x", avatar="data:image/svg+xml,<svg/>")

    assert (ann, []) == told(safe, ann)
    assert (nm.Account("Ann"), [("account.url", "dropped"), ("account.avatar", "dropped")]) == told(safe, bad)
    assert (nm.Paragraph("x"), []) == told(safe, nm.Paragraph("x"))
