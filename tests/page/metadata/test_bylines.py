"""Authors by the rank of their sources, and who is none."""

import pytest
from tests.page.metadata.pages import meta, read

from newsmodel.model import Organisation, Person


def test_a_longer_list_in_the_head_completes_the_records():
    article = read(meta("author", "Ann Lee,Joe Wu"), author={"@type": "Person", "name": "Ann Lee", "url": "/ann"})

    assert (Person("Ann Lee", url="/ann"), Person("Joe Wu")) == article.authors


def test_an_organisation_of_the_record_is_no_person_in_the_head():
    head = meta("author", "Northern Wire News")

    assert (Organisation("Northern Wire News"),) == read(
        head, author={"@type": "Organization", "name": "Northern Wire News"}
    ).authors


def test_the_site_is_no_author_beside_a_byline():
    head = meta("og:site_name", "The Quayside Post")
    body = "<h1>T</h1><span class=byline>By Ann Lee</span>"

    assert ("Ann Lee",) == tuple(each.name for each in read(head, body, author="The Quayside Post").authors)
    assert (Organisation("The Quayside Post"),) == read(head, author="The Quayside Post").authors


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Ann Lee", ["Ann Lee"]),
        ("Von Anna Müller und Bo Ek", ["Anna Müller", "Bo Ek"]),
        ("Por Ana Pérez | Redacción", ["Ana Pérez"]),
        ("By Ann Lee, Staff Writer · 5 March 2026", ["Ann Lee"]),
    ],
)
def test_the_byline_on_the_page_serves_where_nothing_else_does(byline, names):
    article = read(body=f"<h1>The crossing moves</h1><div class='article-byline'>{byline}</div>")

    assert names == [each.name for each in article.authors]
    assert str(article.byline or "").startswith(byline[:8])
    assert "2026" not in str(article.byline)


@pytest.mark.parametrize("account", ["KatieS", "admin2"])
def test_a_shown_byline_comes_before_the_account_that_wrote(account):
    body = "<h1>T</h1><p class=byline>By Ann Lee</p>"

    assert ("Ann Lee",) == tuple(each.name for each in read(body=body, author=account).authors)
    assert (account,) == tuple(each.name for each in read(body="<h1>T</h1>", author=account).authors)
    assert ("Bo Ek",) == tuple(each.name for each in read(body=body, author="Bo Ek").authors)
    assert ("张三",) == tuple(each.name for each in read(body=body, author="张三").authors)


def test_a_name_that_begins_with_the_sites_is_the_sites():
    body = "<h1>T</h1><p class=byline>By Ann Lee</p>"

    assert ("Ann Lee",) == tuple(each.name for each in read(body=body, author="EXAMPLE Northern Desk").authors)
    assert ("Example Lee",) == tuple(each.name for each in read(body=body, author="Example Lee").authors)
