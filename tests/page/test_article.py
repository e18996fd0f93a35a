"""A whole page as an article: what it must never do, and what stays out of the body."""

import gzip
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.linear import assert_linear

from newsmodel.markup.engine import parse
from newsmodel.model import Article, Figure, Heading, Image, Paragraph
from newsmodel.page import read_page
from newsmodel.report import Report

PROSE = (
    "The harbour board voted on Tuesday to move the crossing, which has closed the road to the quay twice this year.",
    "Nobody in the hall spoke against it, though several people had come with signs that said that they would.",
    "Work is to begin in May and to end, if the frost allows it, before the first ferries of the winter arrive.",
)
KEYS = [
    "@type", "@id", "@graph", "headline", "alternativeHeadline", "description", "author", "creator", "editor",
    "publisher",
    "datePublished", "dateModified", "dateCreated", "expires", "inLanguage", "url", "mainEntityOfPage", "image",
    "thumbnailUrl", "keywords", "about", "mentions", "genre", "articleSection", "isAccessibleForFree", "commentCount",
    "interactionStatistic", "itemListElement", "coverageStartTime", "name", "givenName", "jobTitle", "sameAs", "logo",
    "caption", "creditText", "width", "height", "position", "item", "mainEntity", "interactionType",
    "userInteractionCount",
]  # fmt: skip
LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=True),
    st.text(max_size=20),
    st.sampled_from(
        ["NewsArticle", "BreadcrumbList", "Person", "Organization", "2026-03-05T10:00:00Z", "2026-03-05",
         "9999-12-31T23:59",
         "By Ann Lee", "javascript:alert(1)", "http://[", "https://example.org/a", "\ud800", "a\x00b",
         "99999999999999999999"]
    ),
)  # fmt: skip
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=6),
    max_leaves=25,
)


def page(body: str, head: str = "") -> str:
    return f"<!doctype html><html lang=en><head>{head}</head><body>{body}</body></html>"


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts or PROSE)


def read(markup: str | bytes, url: str | None = "https://example.org/news/crossing") -> Article:
    return read_page(parse(markup), Report(), url=url)


def texts(article: Article) -> list[str]:
    return [str(block.text) for block in article.body if isinstance(block, Paragraph)]


@given(st.lists(st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=12), max_size=3), st.booleans())
def test_no_json_ld_makes_it_raise(records, as_article):
    for record in records if as_article else ():
        record["@type"] = "NewsArticle"
    script = json.dumps(records).replace("</", "<\\/")

    assert isinstance(read(page(paragraphs(), f'<script type="application/ld+json">{script}</script>')), Article)


@given(st.binary(max_size=400))
def test_any_bytes_have_an_article(data):
    assert isinstance(read(data, None), Article)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["div", "p", "a", "article", "h1", "time", "img", "figure", "meta", "link", "ul", "li"]),
            st.sampled_from(["class", "id", "itemprop", "itemscope", "itemtype", "href", "datetime", "content",
                             "property",
                             "rel", "src", "data-comments-count", "hidden", "role"]),
            st.sampled_from(["", "author", "articleBody", "comments", "share", "byline", "headline", "og:image",
                             "canonical",
                             "2026-03-05", "navigation", "https://schema.org/NewsArticle", "http://[", "%%%",
                             "datePublished"]),
            st.text("ab. \n", max_size=9),
        ),
        max_size=25,
    )
)  # fmt: skip
def test_no_markup_makes_it_raise(elements):
    markup = "".join(f'<{tag} {name}="{value}">{text}' for tag, name, value, text in elements)

    assert isinstance(read(markup), Article)


def test_the_body_holds_the_article_and_nothing_around_it():
    body = f"""
        <header><nav><a href=/>Home</a> <a href=/news>News</a></nav></header>
        <main><article><h1>The crossing moves</h1><p class=byline>By Ann Lee</p>
        <div class="share-buttons"><a href="https://www.facebook.com/sharer/sharer.php?u=x">Share</a></div>
        {paragraphs()}
        <div class=related-stories><h3>Read also</h3><ul><li><a href=/2>Another story of the quay</a></li></ul></div>
        <form class=newsletter><p>Sign up for the letter that we send on every Tuesday of the week, for free.</p></form>
        </article>
        <section id=comments><h2>2 comments</h2><p>I have never agreed with anything as much as this.</p></section>
        </main>
        <footer><p>All rights reserved, and those that are not reserved here are reserved elsewhere.</p></footer>"""
    article = read(page(body))

    assert list(PROSE) == texts(article)
    assert len(PROSE) == len(article.body)


def test_a_repeated_headline_standfirst_and_byline_leave_the_body():
    head = '<meta property="og:title" content="The crossing moves">'
    body = f"""<article><h1>The crossing moves</h1><div class=content><h2>The crossing moves</h2>
        <p class=standfirst>After years of waiting the quay gets its road back, and the cars their way to it.</p>
        <p>By Ann Lee</p><p>5 March 2026</p>{paragraphs()}</div></article>"""
    article = read(page(body, head))

    assert list(PROSE) == texts(article)
    assert str(article.standfirst).startswith("After years of waiting")
    assert "By Ann Lee" == str(article.byline)


def test_the_words_of_a_headline_stay_where_they_are_text():
    said = "The crossing moves, said the clerk, and then she said it again because nobody had listened."
    article = read(page(f"<article><h1>The crossing moves</h1>{paragraphs(*PROSE, said)}</article>"))

    assert [*PROSE, said] == texts(article)


def test_a_picture_that_opens_the_body_is_the_lead_picture_and_stands_there_once():
    head = '<meta property="og:image" content="https://example.org/quay-at-dawn-1200x630.jpg">'
    figure = (
        "<figure><img src=/quay-at-dawn-1200x630.jpg alt='A quay'><figcaption>The quay at dawn.</figcaption></figure>"
    )
    article = read(page(f"<article><h1>The crossing moves</h1><div>{figure}{paragraphs()}</div></article>", head))

    assert isinstance(article.lead_media, Image)
    assert ("https://example.org/quay-at-dawn-1200x630.jpg", "A quay") == (
        article.lead_media.url,
        article.lead_media.alt,
    )
    assert "The quay at dawn." == str(article.lead_media.caption)
    assert not any(isinstance(block, Figure) for block in article.body)


def test_the_lead_picture_below_a_standfirst_stands_there_once_and_one_below_the_text_stays():
    head = '<meta property="og:image" content="https://example.org/quay-at-dawn.jpg">'
    figure = "<figure><img src=/quay-at-dawn.jpg><figcaption>The quay at dawn.</figcaption></figure>"
    dek, *rest = PROSE
    above = read(page(f"<article><h1>T</h1><div>{paragraphs(dek)}{figure}{paragraphs(*rest)}</div></article>", head))
    below = read(page(f"<article><h1>T</h1><div>{paragraphs(*PROSE)}{figure}</div></article>", head))

    assert "The quay at dawn." == str(above.lead_media and above.lead_media.caption)
    assert list(PROSE) == texts(above)
    assert not any(isinstance(block, Figure) for block in above.body)
    assert any(isinstance(block, Figure) for block in below.body)


def test_headings_lists_and_links_of_the_body_keep_their_kind_and_links_become_absolute():
    body = f"<article><h1>T</h1>{paragraphs()}<h2>What comes next</h2><p>{PROSE[0]} <a href=/map>Map</a></p></article>"
    article = read(page(body))

    assert Heading("What comes next", level=2) in article.body
    assert "https://example.org/map" in {
        mark.url for span in article.body[-1].text for mark in span.marks if hasattr(mark, "url")
    }


FOOTNOTE = '<p>The price was never told<sup><a href="#fn1" id="r1">1</a></sup> to the people of the island at all.</p>'
TUBE = "https://www.youtube.com/embed/abcdefghijk"
SET_APART = [
    ("<blockquote><p>We were never asked.</p><cite>Joe Bloggs</cite></blockquote>", "quote"),
    ("<figure class=wp-block-pullquote><blockquote><p>Never asked.</p></blockquote></figure>", "pull-quote"),
    ("<aside class=factbox><h3>Facts</h3><ul><li>Built in 1912</li><li>Closed twice</li></ul></aside>", "aside"),
    ("<table><tr><th>Year</th><th>Ferries</th></tr><tr><td>2020</td><td>12</td></tr></table>", "table"),
    ("<figure class=gallery><img src=/1.jpg><img src=/2.jpg><figcaption>Both</figcaption></figure>", "gallery"),
    ("<p><em>Editor's note: this article was updated to add a statement of the county.</em></p>", "editor-note"),
    ("<p>Correction: an earlier version of this article said that it was built in 1913.</p>", "correction"),
    (
        "<div class=embed-consent><p>We need your consent to show what is there.</p>"
        f"<iframe data-src={TUBE}></iframe></div>",
        "embed",
    ),
    (
        "<blockquote class=bluesky-embed><p>Hi</p>&mdash; X <a href=https://bsky.app/profile/x/post/3>May</a></blockquote>",
        "embed",
    ),
    (FOOTNOTE + "<ol><li id=fn1>The minutes of 2 May. <a href=#r1>back</a></li></ol>", "paragraph"),
]


@pytest.mark.parametrize(("inside", "kind"), SET_APART, ids=[kind for _, kind in SET_APART])
def test_what_is_set_apart_between_paragraphs_is_what_it_is_and_all_of_it(inside, kind):
    markup = page(
        f"<article><h1>The crossing moves</h1>{paragraphs(*PROSE[:2])}{inside}{paragraphs(*PROSE[1:])}</article>"
    )
    article = read(markup)

    assert ["paragraph", "paragraph", kind, "paragraph", "paragraph"] == [block.type for block in article.body]


def test_a_text_that_stands_twice_and_once_hidden_is_read_once():
    hidden = f"<div style='display:none'>{paragraphs()}</div>"

    assert list(PROSE) == texts(read(page(f"<article><h1>T</h1>{paragraphs()}{hidden}</article>")))


def test_text_right_inside_a_div_keeps_its_links_and_breaks_beside_a_box():
    lines = "<br><br>".join(f"{sentence} <a href=/m>The minutes</a> say so." for sentence in PROSE)
    article = read(page(f"<article><h1>T</h1><div>{lines}<div class=ad>Advertisement</div></div></article>"))

    assert [f"{sentence} The minutes say so." for sentence in PROSE] == texts(article)


def test_a_page_without_a_body_says_so():
    report = Report()
    article = read_page(parse("<title>Nothing</title>"), report)

    assert () == article.body
    assert ["no-body"] == [diagnostic.code for diagnostic in report.diagnostics]


@pytest.mark.parametrize(
    "unit",
    [
        "<div class=related>",
        "<div itemscope itemprop=author>",
        "<span itemprop=name>a",
        "<p itemprop=articleBody>text</p>",
        "<section id=comments>",
        "<a class=share href=x>Share</a>",
        "<div class=byline>By Ann",
        "<h1>a</h1>",
        "<svg><title>a</title>",
        "<p>The board voted to move the crossing, which has closed the road twice.</p>",
        "<h2>Read also</h2><ul><li>The board voted to move the crossing.",
        "<div><img src=a.png><span>The pier</span></div>",
    ],
)
def test_the_time_grows_with_the_page_and_not_faster(unit):
    assert_linear(lambda count: parse(unit * count + paragraphs()), lambda root: read_page(root, Report()), 1500)


def test_real_pages_of_news_sites_have_their_words_found(samples):
    folder = samples / "news-pages" / "fundus_dev"
    if not folder.is_dir():
        pytest.skip(f"no pages at {folder}")
    shares = []
    for row in json.loads((folder / "gold.json").read_text("utf-8"))[::6]:
        data = gzip.decompress((folder / row["file"]).read_bytes())
        article = read(data, row["url"])
        found = set(" ".join(texts(article)).split())
        wanted = set(" ".join(row["gold"]["paragraphs"]).split())
        shares.append(len(found & wanted) / max(1, len(found | wanted)))

    assert sum(shares) / len(shares) > 0.8
