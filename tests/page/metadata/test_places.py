"""Where an article stands: section, publisher, addresses, language."""

import json

import pytest
from tests.page.metadata.pages import URL, read

from newsmodel.model import Organisation, Section


def test_the_section_has_the_parents_that_the_breadcrumbs_give_it():
    crumbs = [
        ("Home", "/"),
        ("News", "/news"),
        ("Immigration", "/news/immigration"),
        ("The crossing moves at last", URL),
    ]
    listed = [{"@type": "ListItem", "position": at, "name": n, "item": u} for at, (n, u) in enumerate(crumbs, 1)]
    trail = json.dumps({"@type": "BreadcrumbList", "itemListElement": listed[::-1]})
    head = f'<script type="application/ld+json">{trail}</script>'
    news = Section("News", "https://example.org/news")
    section = Section("Immigration", "https://example.org/news/immigration", news)

    assert section == read(head, headline="The crossing moves at last", articleSection="immigration").section
    assert section == read(head, headline="The crossing moves at last").section


def test_further_sections_follow_the_first():
    article = read(articleSection=["Immigration", "Town"])

    assert (Section("Immigration"), (Section("Town"),)) == (article.section, article.sections)


@pytest.mark.parametrize(
    ("root", "language"),
    [
        ("lang=de", "de"),
        ("lang=en_US", "en-US"),
        ("lang='pt-br'", "pt-BR"),
        ("lang=zh-Hans", "zh-Hans"),
        ("lang='%x'", "fr"),
    ],
)
def test_the_language_is_the_root_elements_before_the_records(root, language):
    assert language == read(root=root, inLanguage="fr").language


def test_a_label_of_language_that_the_text_speaks_against_goes():
    german = (
        "Der Hafenrat hat am Dienstag beschlossen, den Übergang zu verlegen, der die Straße zum Kai in diesem Jahr"
        " schon zweimal gesperrt hat, und die Arbeiten sollen im Mai mit der Brücke beginnen. Niemand sprach dagegen."
    )

    assert "de" == read(body=f"<p>{german}</p>", root="lang=en-US").language
    assert "de" == read('<meta http-equiv=content-language content="utf-8">', f"<p>{german}</p>").language
    assert "de-CH" == read(body=f"<p>{german}</p>", root="lang=de-CH").language


def test_direction_publisher_and_addresses():
    head = "<link rel=canonical href=/a><link rel=amphtml href=/amp/a><link rel=alternate hreflang=fr href=/fr/a>"
    article = read(head, root="dir=rtl", publisher={"name": "Quayside Post", "logo": {"url": "/logo.png"}})

    assert "rtl" == article.direction
    assert Organisation("Quayside Post", logo="/logo.png") == article.publisher
    assert "https://example.org/a" == article.canonical_url
    assert [("https://example.org/amp/a", "amp", None), ("https://example.org/fr/a", None, "fr")] == [
        (each.url, each.kind, each.language) for each in article.urls
    ]
