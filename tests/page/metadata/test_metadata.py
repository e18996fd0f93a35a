"""What a page says of itself, by the rank of its sources: one test for each thing that sources disagree about."""

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest

from newsmodel.markup.engine import parse
from newsmodel.model import Access, Article, Concept, Organisation, Person, Section
from newsmodel.page import read_page
from newsmodel.report import Report

URL = "https://example.org/news/crossing"


def read(head: str = "", body: str = "", report: Report | None = None, root: str = "", **record: object) -> Article:
    script = ""
    if record:
        script = f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **record})}</script>'
    markup = f"<!doctype html><html {root}><head>{head}{script}</head><body>{body}</body></html>"
    return read_page(parse(markup), Report() if report is None else report, url=URL)


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


# ------------------------------------------------------------------ headline
def test_the_headline_of_json_ld_comes_before_the_h1_and_the_h1_becomes_an_alternative():
    article = read(body="<h1>The crossing is on its way</h1>", headline="The crossing moves")

    assert "The crossing moves" == str(article.headline)
    assert [("web", "The crossing is on its way")] == [(each.use, str(each.text)) for each in article.headlines]


@pytest.mark.parametrize("separator", [" | ", " - ", " – ", " — ", " · "])
def test_the_name_of_the_site_is_cut_off_by_the_h1(separator):
    title = f"The crossing moves{separator}The Quayside Post"

    assert "The crossing moves" == str(read(body="<h1>The crossing moves</h1>", headline=title).headline)
    assert "The crossing moves" == str(read(f"<title>{title}</title>", "<h1>The crossing moves</h1>").headline)


def test_the_name_of_the_site_is_cut_off_by_og_site_name_where_there_is_no_h1():
    head = meta("og:title", "The crossing moves | The Quayside Post") + meta("og:site_name", "The Quayside Post")

    assert "The crossing moves" == str(read(head).headline)


def test_a_dash_in_a_headline_is_no_separator_of_a_site():
    head = meta("og:title", "Quay – the last crossing") + meta("og:site_name", "The Quayside Post")

    assert "Quay – the last crossing" == str(read(head).headline)


def test_a_headline_cut_to_a_limit_is_completed_by_the_h1():
    article = read(body="<h1>The crossing moves at last to the quay</h1>", headline="The crossing moves at last…")

    assert "The crossing moves at last to the quay" == str(article.headline)


def test_entities_and_tags_left_in_a_headline_are_resolved():
    assert "Ann & the quay’s crossing" == str(read(headline="Ann &amp; the <i>quay&#8217;s</i> crossing").headline)


def test_a_logo_in_an_h1_is_no_headline():
    head = "<title>The crossing moves</title>"

    assert "The crossing moves" == str(read(head, "<h1>Quayside Post</h1><h1>The crossing moves</h1>").headline)


@pytest.mark.parametrize(
    ("title", "heading"), [("A word on quays • Ann Lee", "Ann Lee"), ("...: A word on quays", "...")]
)
def test_an_h1_that_is_the_sites_is_no_headline(title, heading):
    head = f"<title>{title}</title>" + meta("og:title", "A word on quays")

    assert "A word on quays" == str(read(head, f"<h1>{heading}</h1>").headline)


def test_a_title_that_a_lesser_heading_says_comes_before_an_h1_of_the_text():
    body = "<h2>What people love about quays</h2><p>…</p><h1>But what they love about quays is the tide</h1>"

    assert "What people love about quays" == str(
        read("<title>What people love about quays | A blog</title>", body).headline
    )


def test_a_description_in_the_place_of_a_headline_is_none():
    told = "The crossing will move to the quay in May, and here is what you need to know about it, and about the" * 2

    assert "The crossing moves" == str(read(meta("og:title", "The crossing moves"), headline=told).headline)


def test_a_kicker_that_the_title_for_networks_lacks_stands_by_itself():
    article = read(meta("og:title", "The crossing moves"), headline="Harbour: The crossing moves")

    assert ("The crossing moves", "Harbour") == (str(article.headline), str(article.kicker.text))


def test_a_kicker_in_the_h1_is_no_part_of_it():
    body = "<h1><span class=kicker>Harbour</span> The crossing moves</h1>"
    article = read("<title>The crossing moves</title>", body)

    assert ("The crossing moves", "Harbour") == (str(article.headline), str(article.kicker.text))


def test_a_heading_that_repeats_the_description_is_the_standfirst():
    summary = "Nobody in the hall spoke against it."

    assert summary == str(read(meta("og:description", summary), f"<h1>T</h1><h2>{summary}</h2>").standfirst)


# ------------------------------------------------------------------- authors
def test_a_longer_list_in_the_head_completes_the_records():
    article = read(meta("author", "Ann Lee,Joe Wu"), author={"@type": "Person", "name": "Ann Lee", "url": "/ann"})

    assert (Person("Ann Lee", url="/ann"), Person("Joe Wu")) == article.authors


def test_an_organisation_of_the_record_is_no_person_in_the_head():
    head = meta("author", "Northern Wire News")

    assert (Organisation("Northern Wire News"),) == read(
        head, author={"@type": "Organization", "name": "Northern Wire News"}
    ).authors


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


def test_the_site_is_no_author_beside_a_byline():
    head = meta("og:site_name", "The Quayside Post")
    body = "<h1>T</h1><span class=byline>By Ann Lee</span>"

    assert ("Ann Lee",) == tuple(each.name for each in read(head, body, author="The Quayside Post").authors)
    assert (Organisation("The Quayside Post"),) == read(head, author="The Quayside Post").authors


@pytest.mark.parametrize(
    "nobody", ["https://www.facebook.com/quay", "admin", "Email the author", "editor@example.org", ""]
)
def test_an_address_an_account_or_a_button_is_no_author(nobody):
    assert () == read(meta("article:author", nobody), author=nobody).authors


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


def test_editors_and_translators_are_credited_but_no_authors():
    article = read(author="Ann Lee", editor={"name": "Bo Ek"}, translator="Cy Oz")

    assert [("Ann Lee", "author"), ("Bo Ek", "editor"), ("Cy Oz", "translator")] == [
        (credit.agent.name, credit.role) for credit in article.credits
    ]


# --------------------------------------------------------------------- dates
def test_dates_keep_their_zones():
    article = read(datePublished="2026-03-05T14:07:00+01:00", dateModified="2026-03-06T08:00:00Z")

    assert datetime(2026, 3, 5, 14, 7, tzinfo=timezone(timedelta(hours=1))) == article.published
    assert timedelta(hours=1) == article.dates.published.utcoffset()
    assert datetime(2026, 3, 6, 8, tzinfo=UTC) == article.modified


def test_a_date_without_a_zone_is_read_as_utc_and_said():
    report = Report()
    article = read(report=report, datePublished="2026-03-05T14:07:00")

    assert datetime(2026, 3, 5, 14, 7, tzinfo=UTC) == article.published
    assert ["date-without-zone"] == [each.code for each in report.diagnostics if each.code != "no-body"]


def test_of_two_published_dates_the_one_with_a_time_and_a_zone_is_taken():
    head = meta("article:published_time", "2026-03-05") + meta("article:published_time", "2026-03-05T14:07:00+01:00")

    assert datetime(2026, 3, 5, 13, 7, tzinfo=UTC) == read(head).published


def test_a_date_without_a_zone_takes_that_of_the_same_time_of_the_clock():
    report = Report()
    article = read(meta("date", "2026-03-05T14:07:00+01:00"), report=report, datePublished="2026-03-05 14:07:00.0")

    assert datetime(2026, 3, 5, 13, 7, tzinfo=UTC) == article.published
    assert "date-without-zone" not in [each.code for each in report.diagnostics]


def test_local_time_that_is_called_utc_takes_the_zone_that_another_source_knows():
    head = meta("article:published_time", "2026-03-05T14:07:00-04:00")

    assert datetime(2026, 3, 5, 18, 7, tzinfo=UTC) == read(head, datePublished="2026-03-05T14:07:00+00:00").published


def test_a_day_takes_the_time_that_another_source_knows_of_it():
    head = meta("article:published_time", "2026-03-05T14:07:00+01:00")

    assert datetime(2026, 3, 5, 13, 7, tzinfo=UTC) == read(head, datePublished="2026-03-05").published


def test_another_time_of_another_source_changes_nothing():
    head = meta("article:published_time", "2026-03-05T15:00:00+01:00")

    assert datetime(2026, 3, 5, 14, 7, tzinfo=UTC) == read(head, datePublished="2026-03-05T14:07:00Z").published


def test_the_record_of_the_page_knows_the_date_that_the_articles_lacks():
    page = json.dumps({"@type": "WebPage", "datePublished": "2026-03-05T14:07:00Z"})
    head = f'<script type="application/ld+json">{page}</script>'

    assert datetime(2026, 3, 5, 14, 7, tzinfo=UTC) == read(head, headline="T").published


@pytest.mark.parametrize(
    "written",
    ['"publishedAt":"2026-03-05T14:07:00Z"', r"\"post_date\":\"2026-03-05T14:07:00Z\"", "'published_at': '2026-03-05'"],
)
def test_the_data_of_a_script_knows_the_date_that_nothing_else_says(written):
    assert (
        datetime(2026, 3, 5, tzinfo=UTC).date() == read(f"<script>var page = {{{written}}}</script>").published.date()
    )


@pytest.mark.parametrize("path", ["2026/03/05/crossing", "2026-03-05-crossing", "20260305/crossing"])
def test_a_date_in_the_address_serves_at_last(path):
    page = parse("<h1>T</h1>")

    assert datetime(2026, 3, 5, tzinfo=UTC) == read_page(page, Report(), url=f"https://example.org/{path}").published


def test_a_time_element_serves_where_nothing_else_does():
    body = "<h1>T</h1><time datetime='2026-03-05T14:07:00+01:00'>yesterday</time>"

    assert datetime(2026, 3, 5, 13, 7, tzinfo=UTC) == read(body=body).published


def test_a_date_in_words_serves_where_there_is_no_time_element():
    body = "<h1>T</h1><span class='post-date'>Veröffentlicht am 5. März 2026, 14:07 Uhr</span>"

    assert datetime(2026, 3, 5, 14, 7, tzinfo=UTC) == read(body=body).published


@pytest.mark.parametrize("nothing", ["comment_date", "0000-00-00", "03/04/2026", "2026", ""])
def test_a_placeholder_is_no_date(nothing):
    assert read(datePublished=nothing).published is None


# ------------------------------------------- section, publisher, addresses, language
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


# ---------------------------------------------- kind, genres, concepts, access, picture
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


@pytest.mark.parametrize(
    ("told", "level"), [(True, "free"), ("False", "subscriber"), ("http://schema.org/True", "free")]
)
def test_access_is_told_by_a_truth_in_any_spelling(told, level):
    assert Access(level) == read(isAccessibleForFree=told).access


def test_the_part_that_is_closed_closes_the_article_and_is_kept():
    part = {"@type": "WebPageElement", "isAccessibleForFree": "False", "cssSelector": ".paywall"}
    closed = [{"isAccessibleForFree": False, "cssSelector": ".paywall"}]

    assert Access("subscriber", extra={"schema.org": {"hasPart": closed}}) == read(hasPart=[part]).access
    assert (
        Access("metered", extra={"schema.org": {"hasPart": closed}})
        == read(meta("article:content_tier", "metered"), hasPart=part).access
    )


def test_of_the_pictures_named_the_one_that_the_page_shows_is_the_lead():
    head = meta("og:image", "https://example.org/card-with-logo.jpg")
    body = (
        "<h1>T</h1><figure><img srcset='/s/quay-at-dawn-600x400.jpg 600w, /s/quay-at-dawn-1200x800.jpg 1200w'></figure>"
    )
    image = read(head, body, image={"url": "/quay-at-dawn-1600x900.jpg", "width": 1600, "height": 900}).lead_image

    assert ("https://example.org/quay-at-dawn-1600x900.jpg", 1600) == (image.url, image.width)
    assert [
        ("https://example.org/s/quay-at-dawn-600x400.jpg", 600),
        ("https://example.org/s/quay-at-dawn-1200x800.jpg", 1200),
    ] == [(each.url, each.width) for each in image.renditions]


def test_the_figure_at_the_top_is_the_lead_where_no_picture_named_is_shown():
    body = "<h1>T</h1><figure><img src=/quay-at-dawn.jpg alt='A quay'><figcaption>Dawn</figcaption></figure>"
    image = read(meta("og:image", "/another-name.jpg"), body).lead_image

    assert ("https://example.org/quay-at-dawn.jpg", "A quay", "Dawn") == (image.url, image.alt, str(image.caption))


@pytest.mark.parametrize(
    "body",
    [
        "<h1>T</h1><aside><figure><img src=/other.jpg></figure></aside>",
        "<h1>T</h1><a href=/x><figure><img src=/other.jpg></figure></a>",
        "<h1>T</h1><p><img src=/other.jpg></p>",
        "<h1>T</h1>" + "<p>Text.</p>" * 200 + "<figure><img src=/other.jpg></figure>",
    ],
)
def test_a_picture_at_the_side_or_far_below_is_not_the_lead(body):
    assert "https://example.org/quay.jpg" == read(meta("og:image", "/quay.jpg"), body).lead_image.url


def test_the_lead_picture_is_open_graphs_with_what_the_record_and_the_figure_know_of_it():
    head = meta("og:image", "/quay-large.jpg") + meta("og:image:width", "1200") + meta("og:image:height", "630px")
    caption = "<figcaption>Dawn <span class=credit>Bo Ek</span></figcaption>"
    body = f"<figure><img src=/quay-large.jpg alt='A quay'>{caption}</figure>"
    image = read(head, body, image={"url": "https://example.org/quay-large.jpg", "caption": "The quay"}).lead_image

    assert ("https://example.org/quay-large.jpg", "A quay", 1200, 630) == (
        image.url,
        image.alt,
        image.width,
        image.height,
    )
    assert ("Dawn", "Bo Ek") == (str(image.caption), str(image.credit))


def test_a_figure_above_the_body_tells_of_the_lead_picture_too():
    figure = "<header><figure><img src=/s/quay-large.jpg alt='A quay'><figcaption>Dawn</figcaption></figure></header>"
    image = read(meta("og:image", "/quay-large.jpg"), figure).lead_image

    assert ("https://example.org/quay-large.jpg", "A quay", "Dawn") == (image.url, image.alt, str(image.caption))


def test_a_caption_that_only_the_record_knows_serves_too():
    record = {
        "url": "https://example.org/quay-large.jpg",
        "caption": "The quay",
        "creditText": "Bo Ek",
        "width": "1200",
    }
    image = read(image=[record]).lead_image

    assert ("The quay", "Bo Ek", 1200) == (str(image.caption), str(image.credit), image.width)


def test_a_picture_of_data_or_script_is_none():
    assert read(meta("og:image", "data:image/png;base64,AAAA")).lead_image is None
    assert read(meta("og:image", "javascript:alert(1)")).lead_image is None
