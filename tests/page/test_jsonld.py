"""JSON-LD as publishers write it: broken, wrapped, nested, several at once."""

import pytest

from newsmodel.markup.engine import parse
from newsmodel.page.jsonld import find_article, read_records
from newsmodel.page.survey import Survey
from newsmodel.report import Report


def records(*scripts: str, report: Report | None = None):
    markup = "".join(f'<script type="application/ld+json">{script}</script>' for script in scripts)
    return read_records(Survey(parse(markup)), Report() if report is None else report)


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "NewsArticle", "headline": "One\n two"}',
        '{"@type": "NewsArticle", "headline": "One\\n two",}',
        '{"@type": ["NewsArticle",], "headline": "One\\n two" , }',
        '<!-- {"@type": "NewsArticle", "headline": "One\\n two"} -->',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "One\\n two"};\n//]]>',
        '{"@graph": [{"@type": "NewsArticle", "headline": "One\\n two"}]}',
        '[[{"@type": "http://schema.org/NewsArticle", "headline": "One\\n two"}]]',
        '{"@type": "WebPage", "mainEntity": {"@type": "NewsArticle", "headline": "One\\n two"}}',
    ],
)
def test_a_record_is_found_whatever_was_done_to_it(script):
    assert "One\n two" == find_article(records(script), "")["headline"]


def test_a_comma_inside_a_string_is_no_trailing_comma():
    assert "a, } b,]" == find_article(records('{"@type": "Article", "headline": "a, } b,]",}'), "")["headline"]


@pytest.mark.parametrize("script", ['{"@type": "Article"', "nonsense", "[" * 100_000, '{"a": ' + "9" * 9999 + "}"])
def test_what_no_repair_makes_json_is_left_out_and_said(script):
    report = Report()

    assert [] == records(script, report=report)
    assert ["json-ld-unreadable"] == [diagnostic.code for diagnostic in report.diagnostics]


def test_an_empty_script_is_nothing_to_speak_of():
    report = Report()

    assert [] == records("  ", report=report)
    assert [] == report.diagnostics


def test_the_record_with_the_address_of_the_page_is_the_articles():
    teaser = (
        '{"@type": "NewsArticle", "url": "https://example.org/2", "headline": "2", "author": "A", "description": "d"}'
    )
    own = '{"@type": "NewsArticle", "mainEntityOfPage": {"@id": "https://example.org/1"}, "headline": "1"}'

    assert "1" == find_article(records(teaser, own), "https://example.org/1")["headline"]
    assert "2" == find_article(records(teaser, own), "")["headline"]


def test_a_page_of_something_else_has_no_article_record():
    assert {} == find_article(records('{"@type": "Organization", "name": "A"}', '{"@type": 3}', '"x"'), "")


def test_every_string_of_a_record_is_in_the_alphabet_of_the_model():
    script = r'{"@type": "Article", "headline": "a\u0001", "author": [{"name\ufffe": "\ud800"}]}'

    assert [{"@type": "Article", "headline": "a\ufffd", "author": [{"name\ufffd": "\ufffd"}]}] == records(script)
