"""Other pages that a page relates its article to."""

import json

import pytest

from newsmodel.markup.engine import parse
from newsmodel.model import RelatedItem
from newsmodel.page import read_page
from newsmodel.report import Report

URL = "https://example.org/news/crossing"


def related(head: str = "", **record: object) -> tuple[RelatedItem, ...]:
    script = f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **record})}</script>'
    return read_page(parse(f"<!doctype html><head>{head}{script}</head>"), Report(), url=URL).related


@pytest.mark.parametrize(
    ("record", "item"),
    [
        ({"relatedLink": "/a"}, RelatedItem(url="https://example.org/a")),
        ({"isRelatedTo": {"name": "A", "url": "/a"}}, RelatedItem("A", url="https://example.org/a")),
        ({"citation": "The harbour act"}, RelatedItem("The harbour act", relation="citation")),
        ({"isPartOf": {"@type": "CreativeWorkSeries", "name": "Tides"}}, RelatedItem("Tides", relation="part-of")),
    ],
)
def test_what_the_record_relates_the_article_to_is_related(record, item):
    assert (item,) == related(**record)


def test_links_to_the_pages_before_and_after_are_related():
    head = "<link rel=prev href=/1><link rel=next href=/3>"

    assert [("previous", "https://example.org/1"), ("next", "https://example.org/3")] == [
        (item.relation, item.url) for item in related(head)
    ]


@pytest.mark.parametrize(
    "whole", [{"@type": "WebSite", "name": "Post"}, {"@type": ["WebPage"], "@id": "https://example.org/x"}]
)
def test_the_site_that_a_page_is_part_of_is_no_relation(whole):
    assert () == related(isPartOf=whole)
