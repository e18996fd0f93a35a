"""Titles as pages write them: what is the site's, what is the kicker's, what is the headline's."""

import pytest

from newsmodel.markup.engine import parse
from newsmodel.page.metadata.titles import site_of, without_kicker, without_site
from newsmodel.page.sources import read_sources
from newsmodel.page.survey import Survey
from newsmodel.report import Report

URL = "https://www.quayside-post.example/news/crossing"


def bare(title: str, headings: tuple[str, ...] = (), markup: str = "") -> str:
    survey = Survey(parse(markup))
    return without_site(title, site_of(read_sources(survey, Report(), URL), headings))


@pytest.mark.parametrize(
    "title",
    [
        "Ferries stop at dawn | Quayside Post",
        "Ferries stop at dawn - The Quayside Post",
        "Quayside Post | Ferries stop at dawn",
        "Ferries stop at dawn：Quayside Post",
        "Ferries stop at dawn – ",
    ],
)
def test_the_name_of_the_site_is_told_by_its_host(title):
    assert "Ferries stop at dawn" == bare(title)


@pytest.mark.parametrize("title", ["Quay – the last crossing", "Ferries stop | the captain speaks", "On the quayside"])
def test_a_part_of_a_headline_is_no_site(title):
    assert title == bare(title)


def test_a_heading_of_the_second_level_tells_where_a_title_ends():
    assert "What the captain said" == bare("What the captain said | A blog", markup="<h2>What the captain said</h2>")


def test_a_kicker_is_what_the_title_for_networks_lacks():
    assert ("Ferries stop at dawn", "Storm") == without_kicker("Storm: Ferries stop at dawn", ["Ferries stop at dawn"])


def test_a_kicker_is_what_differs_before_the_same_headline():
    told = without_kicker("Storm: Ferries stop at dawn", ["The north – Ferries stop at dawn"])

    assert ("Ferries stop at dawn", "Storm") == told


@pytest.mark.parametrize(
    "other", ["", "Storm: Ferries stop at dawn", "Weather | Storm: Ferries stop at dawn", "Ferries", "stop at dawn"]
)
def test_a_headline_that_others_have_whole_keeps_what_stands_before_its_colon(other):
    assert ("Storm: Ferries stop at dawn", "") == without_kicker("Storm: Ferries stop at dawn", [other])


def test_the_beginning_of_the_sites_name_stands_for_it():
    named = '<meta property="og:site_name" content="Harbour Gazette Online">'

    assert "Ferries stop at dawn" == bare("Ferries stop at dawn | Harbour Gazette", markup=named)
    assert "Ferries stop at dawn | Harbour" == bare("Ferries stop at dawn | Harbour", markup=named)


def test_the_name_of_the_site_is_cut_off_a_heading_too():
    sources = read_sources(Survey(parse("")), Report(), URL)

    assert ("Ferries stop at dawn",) == site_of(sources, ["Ferries stop at dawn | Quayside Post"]).headings


@pytest.mark.parametrize("mark", "|–—·•»«:›~-｜ㅣ：_")
def test_each_mark_that_may_part_a_site_from_its_title_is_one(mark):
    spaced = f" {mark} " if mark in "|–—·•»«:›~-" else mark

    assert "Ferries stop at dawn" == bare(f"Ferries stop at dawn{spaced}Quayside Post")
