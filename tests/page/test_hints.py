"""What a caller may say of a page: where its article is, and how its elements are read."""

import pytest

import newsmodel as nm
from newsmodel.markup.html import reader

SENTENCES = (
    "The harbour board voted on Tuesday to move the crossing, which has closed the road to the quay twice.",
    "Its chair, Ada Mensah, said that the ferry would keep to its timetable, in spite of the works on the pier.",
    "Nobody on the island was asked, the fishers complain, although the slip is theirs since the last war.",
)
ARTICLE = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
BOX = (
    "<div id=box><p>A list of all the ferries.</p>"
    "<p>Ask the harbour master, whose office is in the old customs house.</p></div>"
)
PAGE = f"<!doctype html><title>Harbour</title><main>{ARTICLE}</main><aside>{BOX}</aside>"


def paragraphs(article):
    return nm.plain_text(article).split("\n\n")


def test_root_says_where_the_article_is():
    assert paragraphs(nm.parse(PAGE, "html")) == list(SENTENCES)
    assert "A list of all the ferries." in paragraphs(nm.parse(PAGE, "html", root="#box"))
    assert not set(SENTENCES) & set(paragraphs(nm.parse(PAGE, "html", root="#box")))


def test_several_elements_may_hold_the_article():
    found = paragraphs(nm.parse(PAGE, "html", root="main p:first-child, #box"))

    assert found[0] == SENTENCES[0]
    assert SENTENCES[1] not in found


def test_a_root_that_is_nowhere_is_noticed_and_the_page_is_read():
    report = nm.Report()

    assert paragraphs(nm.parse(PAGE, "html", root=".story", report=report)) == list(SENTENCES)
    assert [each.code for each in report.diagnostics] == ["root-not-found"]


def test_what_is_no_selector_is_a_clear_error():
    with pytest.raises(nm.FormatError, match="no CSS selector"):
        nm.parse(PAGE, "html", root="main >> [")


def test_ones_own_rules_read_the_elements():
    mine = reader.using({"x-poll": lambda element, read: nm.Paragraph("A poll.")})
    page = PAGE.replace("</p><p>Nobody", "</p><x-poll></x-poll><p>Nobody")

    assert "A poll." in paragraphs(nm.parse(page, "html", reader=mine))
