"""Every choice between sources is told, if it is asked for, and only then."""

import newsmodel as nm
from newsmodel.page.metadata.choosing import Candidate, explain

PAGE = """<!doctype html><html lang="en"><head><title>Ferries stop | Quayside Post</title>
<meta property="og:title" content="No more ferries"><meta name="author" content="Ann Lee">
<meta property="article:published_time" content="2026-03-05T14:07:00+01:00">
<link rel="canonical" href="https://example.org/ferries"><meta property="og:image" content="https://example.org/quay.jpg">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferries stop", "author": "Ann Lee",
"datePublished": "2026-03-05T14:07:00"}</script></head><body><h1>Ferries stop</h1><p>They stopped.</p></body></html>"""
FIELDS = ["$.headline", "$.credits", "$.dates.published", "$.canonical_url", "$.language", "$.lead_media"]


def told(page: str = PAGE, **options: object) -> list[nm.Report]:
    report = nm.Report()
    nm.parse(page, "html", report=report, **options)
    return [each for each in report.diagnostics if each.code in ("chosen", "sources-disagree")]


def test_each_choice_is_told_once_at_the_place_of_its_field():
    chosen = [each.at for each in told(explain=True) if each.code == "chosen"]

    assert sorted(FIELDS) == sorted(chosen)


def test_nothing_is_told_that_was_not_asked_for():
    assert [] == told()


def test_a_message_names_the_winner_those_who_agree_and_the_losers():
    messages = {(each.code, each.at): each.message for each in told(explain=True)}

    assert 'headline: json-ld says "Ferries stop" (so does h1, title)' == messages["chosen", "$.headline"]
    assert 'headline: json-ld was taken over og:title: "No more ferries"' == messages["sources-disagree", "$.headline"]
    assert ("sources-disagree", "$.credits") not in messages


def test_explaining_changes_nothing_else():
    assert nm.parse(PAGE, "html") == nm.parse(PAGE, "html", explain=True)


def test_sources_that_say_the_same_are_one_loser_and_a_long_value_is_cut():
    report = nm.Report()
    others = [Candidate("a", "x" * 500), Candidate("b", "x" * 500), Candidate("c", "y"), Candidate("d", "")]
    explain(report, "field", "$.field", "y", others)

    assert f'field: c was taken over a, b: "{"x" * 120}…"' == report.diagnostics[1].message


def test_a_value_that_no_source_says_as_it_stands_comes_from_several():
    report = nm.Report()
    explain(report, "authors", "$.credits", "Ann, Bo", [Candidate("json-ld", "Ann")])

    assert 'authors: several sources together says "Ann, Bo"' == report.diagnostics[0].message
