"""Microdata gives the records that JSON-LD gives."""

from newsmodel.markup.engine import parse
from newsmodel.page.microdata import read_items
from newsmodel.page.survey import Survey


def items(markup: str):
    return read_items(Survey(parse(markup)))


def test_properties_nest_as_their_items_do():
    markup = """<article itemscope itemtype="https://schema.org/NewsArticle">
        <h1 itemprop="headline name">T</h1>
        <meta itemprop=datePublished content=2026-03-05>
        <div itemprop=author itemscope itemtype="https://schema.org/Person">
        <a itemprop=url href=/ann><span itemprop=name>Ann Lee</span></a></div><p itemprop=description>D</p></article>"""
    person = {"@type": ["https://schema.org/Person"], "url": ["/ann"], "name": ["Ann Lee"]}

    assert [
        {
            "@type": ["https://schema.org/NewsArticle"],
            "headline": ["T"],
            "name": ["T"],
            "datePublished": ["2026-03-05"],
            "author": [person],
            "description": ["D"],
        }
    ] == items(markup)


def test_an_element_gives_its_address_its_date_or_its_words():
    markup = """<div itemscope><img itemprop=image src=/a.jpg>
        <time itemprop=dateModified datetime=2026-03-05>today</time>
        <a itemprop=articleSection href=/town>Town</a><a itemprop=sameAs href=/x>x</a></div>"""

    assert [
        {"@type": [], "image": ["/a.jpg"], "dateModified": ["2026-03-05"], "articleSection": ["Town"], "sameAs": ["/x"]}
    ] == items(markup)


def test_the_text_of_the_article_is_no_property():
    assert [{"@type": [], "articleBody": [""]}] == items("<div itemscope><div itemprop=articleBody>Text</div></div>")
