import json

import pytest
from tests.page.metadata.pages import meta
from tests.page.metadata.pages import read as article

import newsmodel as nm
from newsmodel.markup.engine import parse
from newsmodel.page.metadata.access import read_access, seen_access
from newsmodel.page.sources import read_sources
from newsmodel.page.survey import Survey

LINE = "The ferry to the island runs again, the harbour master of the town said in a note on Friday."
LONG = f"<p>{LINE}</p>" * 30
SHORT = f"<p>{LINE}</p>" * 3
PAID = {"isAccessibleForFree": False}
GATE = '<div class="c-paywall"><p>Choose a plan that suits you.</p></div>'
NOTICE = "<p>Subscribe to continue reading</p>"


def read(text, after="", record=PAID, head=""):
    """The access of a page and the codes of what was noticed; its first element is the body, whatever is *after* it."""
    told = json.dumps({"@type": "NewsArticle", "headline": "Ferry runs again", **record})
    head += f"<script type=application/ld+json>{told}</script>"
    page = f"<html><head>{head}</head><body><div>{text}</div>{after}</body>"
    report = nm.Report()
    sources = read_sources(Survey(parse(page)), report, None)
    root = sources.survey.numbers("div")[0]
    body = tuple(
        nm.Paragraph(sources.survey.lines[number][0])
        for number in sources.survey.numbers("p")
        if number < sources.survey.ends[root]
    )
    access = seen_access(read_access(sources), body, sources, (root,), frozenset())
    return access, [each.code for each in report.diagnostics]


PREVIEWS = {
    "fewer words than the page counts": (LONG, "", {**PAID, "wordCount": 2000}),
    "an ellipsis": (LONG + "<p>And then the captain said that …</p>", "", PAID),
    "a last line that fades out": (LONG + f'<p class="text--faded">{LINE}</p>', "", PAID),
    "a notice after the text": (LONG, NOTICE, PAID),
    "a notice at the end of the text": (LONG + NOTICE, "", PAID),
    "a gate after few words": (SHORT, GATE, PAID),
    "little more than the summary": (SHORT, "", {**PAID, "description": LINE * 2}),
    "a gate and a notice after few words, with no word of a price": (SHORT, GATE + NOTICE, {}),
}


@pytest.mark.parametrize("case", PREVIEWS)
def test_a_preview_is_told(case):
    access, codes = read(*PREVIEWS[case])

    assert nm.Access("subscriber", extra={"html": {"preview": True}}) == access
    assert ["preview-only"] == codes


WHOLES = {
    "paid text that is all there": (LONG, "", PAID),
    "a gate after many words": (LONG, GATE, PAID),
    "as many words as the page counts, and a gate and a notice": (SHORT, GATE + NOTICE, {**PAID, "wordCount": 54}),
    "a text that ends in an ellipsis and is free": (
        SHORT + "<p>And so on …</p>",
        NOTICE,
        {"isAccessibleForFree": True},
    ),
    "a notice after a text of which nothing is said": (SHORT, NOTICE, {}),
    "a gate and a notice after a long text of which nothing is said": (LONG, GATE + NOTICE, {}),
    "fewer words than the page counts, of a free text": (SHORT, "", {"isAccessibleForFree": True, "wordCount": 2000}),
    "nothing at all": ("", GATE + NOTICE, PAID),
}


@pytest.mark.parametrize("case", WHOLES)
def test_a_whole_text_is_no_preview(case):
    access, codes = read(*WHOLES[case])

    assert [] == codes
    assert access is None or "html" not in access.extra


def test_the_closed_part_and_the_level_are_kept():
    part = {"@type": "WebPageElement", "isAccessibleForFree": "False", "cssSelector": ".c-paywall"}
    tier = '<meta property="article:content_tier" content="locked">'
    access, _ = read(SHORT, GATE, {"isAccessibleForFree": False, "hasPart": [part]}, tier.replace("locked", "premium"))
    closed = {"hasPart": [{"isAccessibleForFree": False, "cssSelector": ".c-paywall"}]}

    assert nm.Access("premium", extra={"schema.org": closed, "html": {"preview": True}}) == access
    assert nm.Access("subscriber") == read(LONG, record={}, head=tier)[0]
    assert nm.Access("metered") == read(LONG, record={}, head=tier.replace("locked", "metered"))[0]
    assert read(LONG, record={})[0] is None


@pytest.mark.parametrize(
    ("told", "level"), [(True, "free"), ("False", "subscriber"), ("http://schema.org/True", "free")]
)
def test_access_is_told_by_a_truth_in_any_spelling(told, level):
    assert nm.Access(level) == article(isAccessibleForFree=told).access


def test_the_part_that_is_closed_closes_the_article_and_is_kept():
    part = {"@type": "WebPageElement", "isAccessibleForFree": "False", "cssSelector": ".paywall"}
    closed = [{"isAccessibleForFree": False, "cssSelector": ".paywall"}]

    assert nm.Access("subscriber", extra={"schema.org": {"hasPart": closed}}) == article(hasPart=[part]).access
    metered = article(meta("article:content_tier", "metered"), hasPart=part).access
    assert nm.Access("metered", extra={"schema.org": {"hasPart": closed}}) == metered
