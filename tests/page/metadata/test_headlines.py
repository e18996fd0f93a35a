"""What stands around a headline: alternatives, kicker, standfirst."""

from tests.page.metadata.pages import meta, read


def test_the_headline_of_json_ld_comes_before_the_h1_and_the_h1_becomes_an_alternative():
    article = read(body="<h1>The crossing is on its way</h1>", headline="The crossing moves")

    assert "The crossing moves" == str(article.headline)
    assert [("web", "The crossing is on its way")] == [(each.use, str(each.text)) for each in article.headlines]


def test_a_kicker_in_the_h1_is_no_part_of_it():
    body = "<h1><span class=kicker>Harbour</span> The crossing moves</h1>"
    article = read("<title>The crossing moves</title>", body)

    assert ("The crossing moves", "Harbour") == (str(article.headline), str(article.kicker.text))


def test_a_heading_that_repeats_the_description_is_the_standfirst():
    summary = "Nobody in the hall spoke against it."

    assert summary == str(read(meta("og:description", summary), f"<h1>T</h1><h2>{summary}</h2>").standfirst)
