"""Which of the texts that a page calls its headline is the one: a test for each thing that they disagree about."""

import pytest
from tests.page.metadata.pages import meta, read

from newsmodel.model import Article


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


# What is for readers, and what is for search engines.
SEARCH = "Ferry crossing: New quay, new times, new prices"
SHOWN = "The crossing moves to the quay"


def titles(record: str = "", network: str = "", window: str = "", body: str = "") -> Article:
    """A page with these titles; "" for one that it lacks."""
    head = (meta("og:title", network) if network else "") + (f"<title>{window}</title>" if window else "")
    return read(head, body, **({"headline": record} if record else {}))


@pytest.mark.parametrize("heading", [SEARCH, "The Quayside Post"])
@pytest.mark.parametrize("tag", ["h2", "h3"])
def test_the_heading_behind_an_h1_for_others_shows_the_headline_and_its_kicker(heading, tag):
    body = f"<h1>{heading}</h1><p>5 March 2026</p><{tag}><span>Harbour</span> {SHOWN}</{tag}><p>They stopped.</p>"
    article = titles(SEARCH, SHOWN, SEARCH, body)

    assert (SHOWN, "Harbour") == (str(article.headline), str(article.kicker.text))


@pytest.mark.parametrize(
    "body",
    [
        f"<h1>{SEARCH}</h1><p>{'They stopped. ' * 20}</p><h2>{SHOWN}</h2>",
        f"<h1>{SEARCH}</h1>{'<i></i>' * 60}<h2>{SHOWN}</h2>",
        f"<h2>{SHOWN}</h2><h1>{SEARCH}</h1>",
        f"<h1>{SEARCH}</h1><h2>{SHOWN}: what we know</h2>",
        f"<h1>{SEARCH}</h1><h2>{SEARCH} – {SHOWN}</h2>",
    ],
)
def test_a_heading_of_the_text_shows_no_headline(body):
    assert SEARCH == str(titles(SEARCH, SHOWN, SEARCH, body).headline)


def test_a_heading_that_the_h1_ends_with_shows_nothing_else():
    whole = f"Harbour: {SHOWN}"

    assert whole == str(titles(whole, whole, SHOWN, f"<h1>{whole}</h1><h2>{SHOWN}</h2>").headline)


@pytest.mark.parametrize("network", [SHOWN, SEARCH])
def test_the_h1_is_believed_where_record_and_window_are_for_search_engines(network):
    heading = SHOWN if network == SHOWN else "Ferry crossing: A new quay and its prices"
    article = titles(SEARCH, network, f"{SEARCH} | Example", f"<h1>{heading}</h1>")

    assert heading == str(article.headline)


@pytest.mark.parametrize(
    ("network", "window", "heading"),
    [
        ("Another word of the captain", SEARCH, SHOWN),  # each says another
        (SHOWN, SHOWN, SHOWN),  # the window's title is not the record's
        (SEARCH, SHOWN, "Ferry crossing: A new quay and its prices"),
        (SEARCH, SEARCH, "What harbour masters want of us"),  # an h1 of other words
        (SEARCH, SEARCH, "New quay, new times, new prices"),  # the record's own words, without the kicker
        (SEARCH, SEARCH, "Ferry crossing: A new quay and its prices</h1><h1>Welcome"),  # one of two
    ],
)
def test_the_record_is_believed_against_an_h1_otherwise(network, window, heading):
    assert SEARCH == str(titles(SEARCH, network, window, f"<h1>{heading}</h1>").headline)


def test_a_section_behind_the_records_headline_goes_if_the_title_for_networks_has_none():
    assert SHOWN == str(titles(f"{SHOWN} | Harbour", SHOWN).headline)
    assert f"{SHOWN} | Harbour" == str(titles(f"{SHOWN} | Harbour", SHOWN, body=f"<h1>{SHOWN} | Harbour</h1>").headline)


def test_an_h1_that_only_the_windows_title_holds_is_the_headline_of_a_page_without_a_record():
    assert SHOWN == str(titles("", "Press releases", f"The Port: {SHOWN}", f"<h1>{SHOWN}</h1>").headline)


def test_an_h1_that_is_a_word_of_the_title_is_no_headline():
    title = "You need this: The best plan for planning a day at the quay"

    assert title == str(titles("", title, body="<h1>First steps</h1><h1>Planning</h1>").headline)


def test_an_h1_of_the_titles_words_is_the_headline_whatever_stands_between_them():
    heading = "How to cross the Narrows?"

    assert heading == str(titles(window="Narrows - cross, swim, sail", body=f"<h1>{heading}</h1>").headline)


@pytest.mark.parametrize("day", ["05.03.2026 - ", "5 March 2026 | ", "2026-03-05: "])
def test_a_day_before_the_headline_is_no_part_of_it(day):
    assert SHOWN == str(titles("", day + SHOWN).headline)


@pytest.mark.parametrize("headline", ["2026 – the year of the quay", "10 - 12: the score of the harbour"])
def test_a_number_before_the_headline_is_no_day(headline):
    assert headline == str(titles("", headline).headline)


def test_a_short_h1_behind_the_name_of_the_site_is_the_headline():
    assert "Das Boot" == str(titles(window="Example: Das Boot", body="<h1>Das Boot</h1>").headline)
