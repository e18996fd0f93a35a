"""The head of a page: what it says to search engines and networks, and that nothing in it can end it."""

import json
from datetime import UTC, datetime

import attrs
import pytest
from hypothesis import given

import newsmodel as nm
from newsmodel.markup import engine
from newsmodel.rendering import head
from newsmodel.rendering.json_ld import json_ld
from newsmodel.strategies import articles

STORY = nm.Article(
    "The bridge",
    language="en-GB",
    direction="ltr",
    canonical_url="https://news.example/bridge",
    summary="A bridge opened.",
    section=nm.Section("City", parent=nm.Section("Politics")),
    credits=[nm.Person("Ann Lee", url="https://news.example/ann"), nm.Person("Joe Wu", email="joe@news.example")],
    publisher=nm.Organisation("The News", logo="https://news.example/logo.png"),
    dates=nm.Dates(published=datetime(2026, 5, 3, 8, tzinfo=UTC), modified=datetime(2026, 5, 4, 9, tzinfo=UTC)),
    lead_media=nm.Image("https://news.example/a.jpg", alt="A bridge", width=1200, height=800, credit="Ann"),
    concepts=["bridges", "traffic"],
    access=nm.Access(level="free"),
    comments=nm.CommentThread(declared=7),
    corrections=[nm.Correction("It was Monday.")],
    body=["The mayor said so."],
)


def page_head(node):
    """The head as a parser sees it: title, {name or property: [contents]}, links by rel, structured data, html tag."""
    root = engine.parse(nm.to_html(node))
    inside = engine.find(root, "head")
    metas: dict[str, list[str]] = {}
    for each in engine.elements(inside, "meta"):
        name = engine.attribute(each, "name") or engine.attribute(each, "property")
        if name:
            metas.setdefault(name, []).append(engine.attribute(each, "content"))
    links = {engine.attribute(each, "rel"): engine.attribute(each, "href") for each in engine.elements(inside, "link")}
    (script,) = engine.elements(root, "script")
    title = engine.text_content(engine.find(inside, "title"))
    return title, metas, links, json.loads(engine.text_content(script)), engine.attributes(engine.find(root, "html"))


def test_search_engines_and_networks_are_told_the_facts():
    title, metas, links, _, html = page_head(STORY)

    assert ("The bridge", "https://news.example/bridge") == (title, links["canonical"])
    assert ("en-GB", "ltr") == (html["lang"], html["dir"])
    expected = {
        "description": ["A bridge opened."],
        "og:type": ["article"],
        "og:title": ["The bridge"],
        "og:description": ["A bridge opened."],
        "og:url": ["https://news.example/bridge"],
        "og:site_name": ["The News"],
        "og:image": ["https://news.example/a.jpg"],
        "og:image:alt": ["A bridge"],
        "og:locale": ["en_GB"],
        "article:published_time": ["2026-05-03T08:00:00+00:00"],
        "article:modified_time": ["2026-05-04T09:00:00+00:00"],
        "article:section": ["City"],
        "article:author": ["https://news.example/ann", "Joe Wu"],
        "article:tag": ["bridges", "traffic"],
        "twitter:card": ["summary_large_image"],
    }
    assert expected == {name: metas.get(name) for name in expected}


def test_structured_data_says_the_same():
    data = page_head(STORY)[3]

    assert ("https://schema.org", "NewsArticle") == (data["@context"], data["@type"])
    assert ("The bridge", "A bridge opened.") == (data["headline"], data["description"])
    assert ["Politics", "City"] == data["articleSection"]
    assert ["Ann Lee", "Joe Wu"] == [author["name"] for author in data["author"]]
    assert {"@type": "Organization", "name": "The News"} == {
        key: value for key, value in data["publisher"].items() if key != "logo"
    }
    assert "https://news.example/logo.png" == data["publisher"]["logo"]["url"]
    assert ("2026-05-03T08:00:00+00:00", "2026-05-04T09:00:00+00:00") == (data["datePublished"], data["dateModified"])
    assert ("ImageObject", "https://news.example/a.jpg") == (data["image"]["@type"], data["image"]["url"])
    assert (1200, 800) == (data["image"]["width"]["value"], data["image"]["height"]["value"])
    assert (True, 7, "It was Monday.") == (data["isAccessibleForFree"], data["commentCount"], data["correction"])


def test_what_is_internal_is_not_told():
    assert "joe@" not in nm.to_html(STORY)
    assert "joe@" not in json_ld(STORY)


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({}, "NewsArticle"),
        ({"genres": ["opinion"]}, "OpinionNewsArticle"),
        ({"genres": ["Opinion"]}, "OpinionNewsArticle"),
        ({"genres": ["unheard of", "analysis"]}, "AnalysisNewsArticle"),
        ({"genres": ["review"]}, "ReviewNewsArticle"),
        ({"genres": ["background"]}, "BackgroundNewsArticle"),
        ({"genres": ["reportage"]}, "ReportageNewsArticle"),
        ({"genres": ["sponsored"]}, "AdvertiserContentArticle"),
        ({"genres": ["satire"]}, "SatiricalArticle"),
        ({"kind": "liveblog", "genres": ["opinion"]}, "LiveBlogPosting"),
    ],
)
def test_the_type_follows_the_kind_and_the_genre(fields, kind):
    assert kind == page_head(attrs.evolve(STORY, **fields))[3]["@type"]


def test_a_live_blog_tells_its_coverage_and_updates():
    blog = nm.Article(
        "Live",
        kind="liveblog",
        coverage=nm.Coverage(start=datetime(2026, 5, 3, 8, tzinfo=UTC), end=datetime(2026, 5, 3, 9, tzinfo=UTC)),
        body=[
            nm.LivePost(["One."], title="First", published=datetime(2026, 5, 3, 8, 5, tzinfo=UTC), credits=["Ann"]),
            "between",
            nm.LivePost(["Two."]),
        ],
    )
    data = page_head(blog)[3]

    assert ("2026-05-03T08:00:00+00:00", "2026-05-03T09:00:00+00:00") == (
        data["coverageStartTime"],
        data["coverageEndTime"],
    )
    first, second = data["liveBlogUpdate"]
    assert ("BlogPosting", "First", "One.", "Ann") == (
        first["@type"],
        first["headline"],
        first["articleBody"],
        first["author"]["name"],
    )
    assert "2026-05-03T08:05:00+00:00" == first["datePublished"]
    assert "Two." == second["articleBody"]
    assert "headline" not in second


@pytest.mark.parametrize("words", ["</script><script>alert(1)</script>", "<!--<script>", "--> ]]>", "a & b", "\u2028"])
def test_nothing_in_a_headline_ends_the_structured_data(words):
    title, metas, _, data, _ = page_head(attrs.evolve(STORY, headline=words, summary=words))

    assert words == data["headline"] == data["description"]
    assert words == metas["og:title"][0]
    assert words.strip() == title.strip()
    assert "<" not in json_ld(attrs.evolve(STORY, headline=words))


@given(articles("hostile"))
def test_the_head_of_any_article_is_a_head(article):
    root = engine.parse(nm.to_html(article, clean=True))
    inside = engine.find(root, "head")

    assert {"meta", "title", "link", "script", "style"} >= {engine.tag(each) for each in engine.elements(inside)}
    (script,) = engine.elements(root, "script")
    assert "application/ld+json" == engine.attribute(script, "type")
    assert isinstance(json.loads(engine.text_content(script)), dict)


def test_an_unsafe_address_is_told_to_nobody():
    article = attrs.evolve(
        STORY,
        canonical_url="javascript:alert(1)",
        lead_media=nm.Image("data:image/svg+xml,<svg onload=x>"),
        credits=[nm.Person("Ann Lee", url="javascript:alert(2)")],
    )
    _, metas, links, data, _ = page_head(article)

    assert "canonical" not in links
    assert {"og:url", "og:image"}.isdisjoint(metas)
    assert {"url", "image", "mainEntityOfPage"}.isdisjoint(data)
    assert (["summary"], ["Ann Lee"]) == (metas["twitter:card"], metas["article:author"])
    assert "url" not in data["author"]


def test_other_pages_of_a_person_are_told_if_they_are_safe_to_follow():
    ann = nm.Person("Ann Lee", same_as=["https://social.example/@ann", "javascript:alert(1)"])

    assert "https://social.example/@ann" == page_head(nm.Article("x", credits=[ann]))[3]["author"]["sameAs"]


def test_a_description_is_the_summary_or_the_standfirst_or_the_beginning():
    assert "S" == head.description(nm.Article("x", summary="S", standfirst="T", body=["B"]))
    assert "T" == head.description(nm.Article("x", standfirst="T", body=["B"]))
    assert "B C" == head.description(nm.Article("x", body=["B", "C"]))
    assert "" == head.description(nm.Article("x"))
    long = head.description(nm.Article("x", body=["word " * 100]))
    assert len(long) <= 201
    assert long.endswith("word…")


def test_an_article_without_anything_has_a_title_and_a_language():
    title, _, _, data, html = page_head(nm.Article())

    assert ("Untitled", "en") == (title, html["lang"])
    assert "NewsArticle" == data["@type"]


def test_a_feed_tells_what_it_holds():
    feed = nm.Feed("News", url="https://news.example/", articles=[STORY, nm.Article("Two")])
    title, metas, links, data, _ = page_head(feed)

    assert ("News", "website", "https://news.example/") == (title, metas["og:type"][0], links["canonical"])
    assert ["The bridge", "Two"] == [part["headline"] for part in data["hasPart"]]


def test_published_comments_are_in_the_structured_data_with_what_they_answer():
    thread = nm.CommentThread(
        [
            nm.Comment(id="a", author="Ann", body=["First."], votes=nm.Tally(up=3)),
            nm.Comment(id="b", parent="a", body=["Second."]),
            nm.Comment(id="c", status="pending", body=["Not yet."]),
            nm.Comment(id="d", status="deleted"),
        ]
    )
    data = json.loads(json_ld(nm.Article("x", canonical_url="https://news.example/x", comments=thread)))

    assert [
        {
            "@type": "Comment",
            "@id": "https://news.example/x#comment-a",
            "author": {"@type": "Person", "name": "Ann"},
            "text": "First.",
            "upvoteCount": 3,
        },
        {
            "@type": "Comment",
            "@id": "https://news.example/x#comment-b",
            "parentItem": {"@id": "https://news.example/x#comment-a"},
            "text": "Second.",
        },
    ] == data["comment"]
