"""The byline that a page shows: where it may stand, and what only looks like one."""

import pytest

from newsmodel.markup.engine import parse
from newsmodel.page.metadata.shown_bylines import Byline, shown_byline
from newsmodel.page.survey import Survey


def shown(body: str, *, thoroughly: bool = True) -> Byline | None:
    return shown_byline(Survey(parse(f"<!doctype html><body>{body}</body>")), thoroughly=thoroughly)


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        ("<p class=byline>By Ann Lee and Joe Wu</p>", ("Ann Lee", "Joe Wu")),
        ("<span class='author vcard'>Veröffentlicht von <a class='url fn'>jancak</a></span>", ("jancak",)),
        ("<span class=author-name>Amanda</span>", ("Amanda",)),
        ("<a rel=author href=/a>Amanda</a>", ("Amanda",)),
        ("<p>by <a href=/a>Amanda</a> · Dec 20, 2025 at 3:00 am · <a href=/c>12 comments</a></p>", ("Amanda",)),
        ("<div><span>Published August 7, 2023 </span><span>by Ann Lee</span></div>", ("Ann Lee",)),
        ("<p class=author>Interview: Ann Lee</p>", ("Ann Lee",)),
        ("<p class=author>By <a>Ann Lee</a>, <a>Joe Wu</a></p>", ("Ann Lee", "Joe Wu")),
        ("<p class=author>By <a>Ann Lee</a> Fact-checked by <a>Joe Wu</a></p>", ("Ann Lee",)),
        ("<p class=authors>张三</p>", ("张三",)),
        ("<div><a href=/blog/authors/ann-lee>Ann Lee</a> · <a href=/town>Town</a></div>", ("Ann Lee",)),
        ("<p><a href=https://example.org/en/Author/7>Harbour Team</a></p>", ("Harbour Team",)),
        ("<p><a href=/staff-contributors/ann/>Ann</a></p>", ("Ann",)),
        ("<div class=author-info><img><b class=name>Ann Lee</b> Harbour writer</div>", ("Ann Lee",)),
        ("<p class=authors-name><i>&</i> <a href=/autoren/ann>Ann Lee</a> Writer, Harbours</p>", ("Ann Lee",)),
        ("<p class=authors-name>& <a href=/u/ann>Ann Lee</a> Writer, Harbours</p>", ("Ann Lee",)),
        ("<p class=author-name>Amanda <a href=/c>Uncategorized</a></p>", ("Amanda Uncategorized",)),
        ("<p>By <a href=/author/ann>Ann Lee</a>, Ferries and Harbours</p>", ("Ann Lee",)),
        ("<p>By Ann Lee</p><p class=byline>By Joe Wu</p>", ("Ann Lee",)),
        ("<a href=/author/ann>Ann Lee</a><p class=byline>By Joe Wu</p>", ("Ann Lee",)),
        ("<p class=byline>By Ann Lee</p><p>By Joe Wu</p><a rel=author>Bo Ek</a>", ("Ann Lee",)),
        ("<span class=byline>by <a rel=author>Support Team</a></span>", ("Support Team",)),
        ("<p class=meta-author>by <a class=fn>r23</a> in <a>Uncategorized</a> <a>3 comments</a></p>", ("r23",)),
    ],
)
def test_a_byline_behind_the_heading_is_read(markup, names):
    assert names == (found.names if (found := shown(f"<h1>The crossing moves</h1>{markup}")) else None)


@pytest.mark.parametrize(
    "markup",
    [
        "<p class=author>Written By</p>",
        "<p class=author>Veröffentlicht am</p>",
        "<p class=author>page.head.extra.author</p>",
        "<p class=author-info><a>Uncategorized</a> <a>Leave a comment</a></p>",
        "<p class=author>Categories: Uncategorized</p>",
        "<p class=author-bio>writes about harbours and ferries</p>",
        "<div class=comments><span class=author>Joe Wu</span></div>",
        "<div class=related-articles><p class=byline>By Joe Wu</p></div>",
        "<div class=sidebar-right><p class=byline>By Joe Wu</p></div>",
        "<p>By the time the ferries sailed, it was dark.</p>",
        "<button class=author>Ann Lee</button>",
        "<p><a href=/authors/>All of them</a> <a href=/authority/port>Port Authority</a></p>",
        "<div class=teasers><a href=/author/joe>Joe Wu</a></div>",
        "<a href=/author/ann-lee>AL</a>",
        "<a href=/journalist/2026/03/crossing>The crossing moves</a>",
    ],
)
def test_what_only_looks_like_a_byline_is_none(markup):
    assert shown(f"<h1>The crossing moves</h1>{markup}") is None


def test_a_byline_before_the_heading_serves_too():
    assert ("Ann Lee",) == shown("<p class=byline>Von Ann Lee</p><h1>The crossing moves</h1>").names


def test_the_byline_behind_the_heading_comes_first():
    assert ("Ann Lee",) == shown("<p class=byline>By Joe Wu</p><h1>T</h1><p class=byline>By Ann Lee</p>").names


def test_an_author_link_at_the_end_of_the_page_serves_if_looked_for_thoroughly():
    body = "<h1>T</h1>" + "<p>They stopped.</p>" * 300 + "<a rel=author>Ann Lee</a>"

    assert ("Ann Lee",) == shown(body).names
    assert shown(body, thoroughly=False) is None


@pytest.mark.parametrize("text", ["here", "Articles by Ann Lee"])
def test_a_link_to_more_of_an_author_is_no_byline(text):
    assert shown("<h1>T</h1>" + "<p>They stopped.</p>" * 300 + f"<a href=/author/ann>{text}</a>") is None


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p class=byline>By Ann Lee | 5 March 2026</p>", "By Ann Lee"),
        ("<p class=byline>By <a>Ann Lee</a> on March 5, 2026 at 3:00 am 12 comments</p>", "By Ann Lee"),
        ("<p class=byline>By <a>Ann Lee</a>, who sails</p>", "By Ann Lee, who sails"),
        ("<p class=byline>Propos recueillis par <a>Ann Lee</a></p>", "Propos recueillis par Ann Lee"),
        ("<p class=author><a rel=author>Ann Lee</a> October 14, 2025</p>", "Ann Lee"),
        (
            "<p class=author>In the harbour, on the quay: <a rel=author>ANN LEE</a></p>",
            "In the harbour, on the quay: ANN LEE",
        ),
        ("<p class=byline>Recipe by <a>Ann Lee</a></p>", "Recipe by Ann Lee"),
        ("<p class=byline>Northwire, <a>Ann Lee</a></p>", "Northwire, Ann Lee"),
        ("<p class=author>& <a href=/author/ann>Ann Lee</a></p>", "Ann Lee"),
        ("<p class=author>Mar 5 Written By <a>Ann Lee</a></p>", "Ann Lee"),
        ("<p class=author>The crossing moves to the old quay <a>Ann Lee</a></p>", "Ann Lee"),
        ("<p class=author-name>ANN LEE</p>", "ANN LEE"),
        ("<p class=author><a href=/author/ann>Ann Lee</a> | Updated: 5 March 2026</p>", "Ann Lee"),
    ],
)
def test_the_text_of_a_byline_is_its_lead_its_names_and_what_is_said_of_them(markup, text):
    assert text == shown(f"<h1>T</h1>{markup}").text
