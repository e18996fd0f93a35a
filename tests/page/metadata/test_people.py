"""People and organisations, however a source writes them."""

import json

import pytest
from tests.page.metadata.pages import meta, read

from newsmodel.model import Organisation, Person


def test_authors_are_people_and_lists_stay_lists():
    author = [
        {"@type": "Person", "name": "Ann Lee", "url": "/ann", "jobTitle": "Harbour reporter"},
        {"@type": "Person", "name": "Joe Wu"},
    ]

    assert (Person("Ann Lee", url="/ann", title="Harbour reporter"), Person("Joe Wu")) == read(author=author).authors


def test_several_names_in_one_string_are_several_authors():
    assert ("Ann Lee", "Joe Wu", "Bo Ek") == tuple(
        each.name for each in read(author="By Ann Lee, Joe Wu and Bo Ek").authors
    )


def test_an_organisation_is_an_author_of_its_own_kind():
    author = {
        "@type": "NewsMediaOrganization",
        "name": "Northern Wire",
        "logo": {"url": "https://example.org/logo.png"},
    }

    assert (Organisation("Northern Wire", logo="https://example.org/logo.png"),) == read(author=author).authors


def test_an_author_given_by_reference_is_found_in_the_graph():
    graph = [
        {"@type": "NewsArticle", "headline": "T", "author": {"@id": "#ann"}},
        {"@id": "#ann", "@type": "Person", "name": "Ann Lee"},
    ]
    script = f'<script type="application/ld+json">{json.dumps({"@graph": graph})}</script>'

    assert (Person("Ann Lee"),) == read(script).authors


@pytest.mark.parametrize(
    "nobody", ["https://www.facebook.com/quay", "admin", "Email the author", "editor@example.org", ""]
)
def test_an_address_an_account_or_a_button_is_no_author(nobody):
    assert () == read(meta("article:author", nobody), author=nobody).authors


def test_editors_and_translators_are_credited_but_no_authors():
    article = read(author="Ann Lee", editor={"name": "Bo Ek"}, translator="Cy Oz")

    assert [("Ann Lee", "author"), ("Bo Ek", "editor"), ("Cy Oz", "translator")] == [
        (credit.agent.name, credit.role) for credit in article.credits
    ]
