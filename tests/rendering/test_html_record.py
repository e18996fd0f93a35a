"""The article around its body in HTML: header, notes, corrections, share actions, comments, feeds."""

from datetime import UTC, datetime

import pytest

import newsmodel as nm
from newsmodel.markup import engine
from newsmodel.rendering.html import html


def element(node, name):
    """The first element of class *name* in what *node* is written as: its tag, attributes and words."""
    root = engine.parse_fragment(html.render(node))
    found = next(each for each in engine.elements(root) if name in (engine.attribute(each, "class") or "").split())
    return engine.tag(found), engine.attributes(found), engine.text_content(found)


ARTICLE = nm.Article(
    "The bridge",
    section=nm.Section("Politics", "/politics"),
    kicker="Live",
    standfirst="After ten years.",
    byline="By Ann Lee",
    credits=["Ann Lee"],
    dates=nm.Dates(
        published=datetime(2026, 5, 3, 8, tzinfo=UTC),
        modified=datetime(2026, 5, 4, 9, tzinfo=UTC),
        created=datetime(2026, 5, 1, tzinfo=UTC),
    ),
    lead_media=nm.Image("a.jpg", alt="A"),
    notes=[nm.Footnote(["The note."], id="n1")],
    corrections=[nm.Correction("We were wrong.")],
    share_actions=[nm.ShareAction("x", url="https://x.example/", label="Tweet"), nm.ShareAction("email")],
)


@pytest.mark.parametrize(
    ("name", "tag", "words"),
    [
        ("headline", "h1", "The bridge"),
        ("section", "p", "Politics"),
        ("kicker", "p", "Live"),
        ("standfirst", "p", "After ten years."),
        ("byline", "p", "By Ann Lee"),
        ("dates", "p", "2026-05-03 08:00 2026-05-04 09:00"),
        ("lead", "div", ""),
        ("notes", "section", "The note."),
        ("corrections", "section", "We were wrong."),
        ("share", "nav", "Tweet email"),
    ],
)
def test_a_part_of_the_record_is_seen_in_its_element(name, tag, words):
    found = element(ARTICLE, name)

    assert (tag, words) == (found[0], " ".join(found[2].split()))


def test_the_record_comes_back_the_unseen_dates_too():
    assert ARTICLE == nm.from_html(nm.to_html(ARTICLE))


def test_parts_that_are_absent_leave_no_trace():
    markup = html.render(nm.Article("x"))

    for name in ("standfirst", "byline", "dates", "lead", "notes", "corrections", "share", "comments", "authors"):
        assert f'class="{name}"' not in markup


def test_authors_are_shown_where_there_is_no_byline_and_are_not_read_as_one():
    article = nm.Article("x", credits=["Ann Lee", nm.Credit("Joe", role="editor")])

    assert "Ann Lee" == element(article, "authors")[2]
    assert article == nm.from_html(nm.to_html(article))
    assert "authors" not in html.render(ARTICLE)


def test_a_share_action_without_label_or_url_is_its_network():
    root = engine.parse_fragment(html.render(nm.ShareAction("mastodon")))

    assert "mastodon" == engine.text_content(root)
    assert not list(engine.elements(root, "a"))


def test_what_marks_a_comment_is_written_and_read():
    thread = nm.CommentThread(
        [
            nm.Comment(id="a b", author=nm.Account("Bo", url="javascript:x"), created_text="1 year ago", body="Hi"),
            nm.Comment(id="c", parent="a b", status="deleted", votes=nm.Tally(up=3)),
            nm.Comment(id="d", parent="nobody", author="", body=["x"], created=datetime(2026, 5, 3, tzinfo=UTC)),
        ],
        declared=9,
    )
    article = nm.Article("x", comments=thread)
    page = nm.to_html(article)

    assert "9 comments" in page
    assert 'href="#comment-a%20b"' in page
    assert "in reply to Bo" in page
    assert "This comment was deleted." in page
    assert "3 up" in page
    assert ' href="javascript' not in page
    assert article == nm.from_html(page)


def test_a_feed_holds_its_articles():
    feed = nm.Feed("News", articles=[nm.Article("One", body=["a"]), nm.Article("Two")], description="All of it")
    page = nm.to_html(feed)

    assert 2 == page.count('<article class="newsmodel article"')
    assert feed == nm.parse_feed(page, "html")
    with pytest.raises(nm.FormatError, match="parse_feed"):
        nm.from_html(page)
