"""What an article is and is about."""

from datetime import UTC, datetime

import pytest
from tests.page.metadata.pages import read

from newsmodel.model import Concept


def test_the_type_of_the_record_tells_kind_and_genre():
    live = read(**{"@type": "LiveBlogPosting"}, coverageStartTime="2026-03-05T10:00:00Z", headline="T")
    opinion = read(**{"@type": ["OpinionNewsArticle"]}, headline="T")

    assert ("liveblog", datetime(2026, 3, 5, 10, tzinfo=UTC)) == (live.kind, live.coverage.start)
    assert ["Opinion"] == [genre.name for genre in opinion.genres]
    assert "article" == opinion.kind


@pytest.mark.parametrize(
    "keywords", ["quay, ferry", ["quay", "ferry"], "quay;ferry", [{"name": "quay"}, {"name": "ferry"}]]
)
def test_keywords_are_concepts_however_they_are_listed(keywords):
    assert (Concept("quay", kind="keyword"), Concept("ferry", kind="keyword")) == read(keywords=keywords).concepts


def test_what_an_article_is_about_keeps_its_kind_and_its_address():
    about = {"@type": "Place", "name": "The Narrows", "sameAs": "https://example.org/narrows"}
    expected = Concept("The Narrows", kind="place", rel="about", uri="https://example.org/narrows")

    assert (expected,) == read(about=about).concepts
