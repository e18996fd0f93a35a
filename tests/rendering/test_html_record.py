"""The article around its body in HTML: header, notes, corrections, share actions, comments, feeds."""

from datetime import UTC, datetime

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel as nm
from newsmodel import registry
from newsmodel.markup import engine
from newsmodel.rendering.html import html
from newsmodel.sharing import networks, with_share_urls


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
        ("share", "nav", "Tweet e-mail"),
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

    assert "Mastodon" == engine.text_content(root)
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


SHARED = nm.Article(
    "Ferries & tides",
    canonical_url="https://quayside.example/ferries",
    share_actions=[
        nm.ShareAction("reddit", label="Submit"),
        nm.ShareAction("hackernews"),
        nm.ShareAction("copy", label="Copy the link"),
        nm.ShareAction("x", url="https://x.com/intent/post?url=mine"),
        nm.ShareAction("googleplus", url="https://plus.google.com/share?url=mine", label="+1"),
        nm.ShareAction("pocket"),
        nm.ShareAction("pinterest", label="Pin", target="image"),
        nm.ShareAction("viber"),
    ],
)


def bar(node):
    """Words and `href` of each item of the share bar that *node* is written with."""
    root = engine.parse_fragment(html.render(node))
    items = [item for item in engine.elements(root, "li") if "share-action" in engine.attribute(item, "class")]
    shown = [next(each for each in engine.elements(item) if engine.tag(each) in ("a", "span")) for item in items]
    return [(engine.text_content(each), engine.attribute(each, "href")) for each in shown]


def test_a_share_action_leads_where_its_network_takes_the_article_unless_it_leads_elsewhere():
    address = "https%3A%2F%2Fquayside.example%2Fferries"

    assert [
        ("Submit", f"https://www.reddit.com/submit?url={address}&title=Ferries%20%26%20tides"),
        ("Hacker News", f"https://news.ycombinator.com/submitlink?u={address}&t=Ferries%20%26%20tides"),
        ("Copy the link", "https://quayside.example/ferries"),
        ("X", "https://x.com/intent/post?url=mine"),
        ("+1", None),
        ("Pocket", None),
        ("Pin", None),
        ("Viber", None),
    ] == bar(SHARED)
    assert [None] * 3 == [url for _, url in bar(attrs.evolve(SHARED, canonical_url=None))[:3]]
    assert [None] * 3 == [url for _, url in bar(attrs.evolve(SHARED, canonical_url="javascript:alert(1)"))[:3]]


def test_the_address_of_a_network_is_written_for_people_and_is_not_read():
    report = nm.Report()

    assert SHARED == nm.from_html(nm.to_html(SHARED, report=report))
    assert report.clean


@given(
    st.lists(
        st.builds(
            nm.ShareAction,
            st.sampled_from([*networks(), "copy", "print", "twitter", "nobody", "Ünknown 1"]),
            url=st.none() | st.just("https://e.example/?a=1&b") | st.just("javascript:alert(1)") | st.just(""),
            label=st.none() | st.sampled_from(["", "Share", " a  b ", "<b>"]),
            count=st.none() | st.integers(0, 9),
            target=st.sampled_from(["article", "article", "image"]),
        ),
        max_size=4,
    ),
    st.sampled_from([None, "", "https://e.example/1?a&b", "/1", "javascript:alert(1)"]),
    st.sampled_from([{}, {"clean": True}, {"fragment": True}]),
)
def test_share_actions_of_any_make_come_back(actions, url, options):
    article = nm.Article("A <b>", canonical_url=url, share_actions=actions)
    report = nm.Report()
    fitted = registry.get("html").fitted(article, report, **options)

    assert fitted == nm.from_html(nm.to_html(article, **options))
    assert fitted == registry.get("html").fitted(fitted, nm.Report(), **options)
    assert report.clean == (fitted == article)
    assert report.clean or options.get("clean")


def test_a_clean_page_keeps_the_links_and_says_that_they_are_a_guess():
    report = nm.Report()
    clean = nm.from_html(nm.to_html(SHARED, clean=True, report=report))

    assert bar(SHARED)[:4] == bar(clean)[:4]
    assert with_share_urls(SHARED).share_actions[0] == clean.share_actions[0]
    assert ("article.share_actions", "guessed") in [(loss.code, loss.effect) for loss in report.losses]


def test_a_share_bar_has_no_script():
    assert "<script" not in html.render(SHARED)
    assert "onclick" not in html.render(SHARED)
