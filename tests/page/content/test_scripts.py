import json

import pytest

import newsmodel as nm
from newsmodel.markup.engine import parse
from newsmodel.page.content.scripts import as_markup, body_from_scripts, fuller_body
from newsmodel.page.sources import read_sources
from newsmodel.page.survey import Survey

LINES = [
    f"On day {at} the ferry to the island ran again, the harbour master of Norhaven said in a short note."
    for at in range(6)
]
WANTED = tuple(map(nm.Paragraph, LINES))
TITLE = "Ferry runs again, says harbour master of Norhaven"


def sources_of(record=None, script="", report=None):
    told = {"@type": "NewsArticle", "headline": TITLE, **(record or {})}
    page = (
        f"<html><head><title>{TITLE}</title><script type=application/ld+json>{json.dumps(told)}</script></head>"
        f"<body><div id=app></div><script>{script}</script></body></html>"
    )
    return read_sources(Survey(parse(page)), nm.Report() if report is None else report, "https://news.example/a")


def state(body):
    return "window.__STATE__ = " + json.dumps({"a": {"body": body, "menu": ["Home", "News", "Sport"]}})


@pytest.mark.parametrize("body", [LINES, "\n".join(LINES), "".join(f"<p>{line}</p>" for line in LINES)])
def test_the_body_is_read_from_a_script(body):
    assert WANTED == body_from_scripts(sources_of(script=state(body)))


@pytest.mark.parametrize(
    "told",
    [
        "\n\n".join(LINES),
        "".join(f"<p>{line}</p>" for line in LINES),
        "".join(f"&lt;p&gt;{line}&lt;/p&gt;" for line in LINES),
    ],
)
def test_the_body_is_read_from_the_record(told):
    assert WANTED == body_from_scripts(sources_of({"articleBody": told, "wordCount": 114}))


def test_paragraphs_are_taken_from_a_script_where_the_record_has_none():
    assert WANTED == body_from_scripts(sources_of({"articleBody": " ".join(LINES)}, state(LINES)))
    assert (nm.Paragraph(" ".join(LINES)),) == body_from_scripts(sources_of({"articleBody": " ".join(LINES)}))


@pytest.mark.parametrize(
    "record",
    [
        {"articleBody": "\n".join(LINES) + " …"},
        {"articleBody": "\n".join(LINES)[:-4] + "..."},
        {"articleBody": "\n".join(LINES), "wordCount": 400},
        {"articleBody": LINES[0]},
        {"articleBody": 7},
        {},
    ],
)
def test_a_record_that_is_cut_off_is_not_taken_for_the_whole(record):
    assert () == body_from_scripts(sources_of(record))
    assert WANTED == body_from_scripts(sources_of(record, state(LINES)))


def test_slots_for_advertisements_are_no_text():
    assert WANTED == body_from_scripts(
        sources_of(script=state([LINES[0], "$$INLINE_AD$$", *LINES[1:], "{{ newsletter }}"]))
    )


def test_markup_in_a_script_runs_no_more_than_any_other():
    evil = "".join(f"<p>{line}<script>alert(1)</script><img src=x onerror=alert(1)></p>" for line in LINES)
    page = nm.to_html(nm.Article("x", body=body_from_scripts(sources_of(script=state(evil).replace("</", "<\\/")))))

    assert "alert(1)" not in page


def test_only_a_hollow_body_is_replaced_and_that_is_noticed():
    report = nm.Report()
    sources = sources_of(script=state(LINES), report=report)
    full = (nm.Paragraph("Word " * 100),)

    assert full == fuller_body(full, sources)
    assert [] == report.diagnostics
    assert WANTED == fuller_body((nm.Paragraph("Please turn on JavaScript."),), sources)
    assert ["body-from-script"] == [each.code for each in report.diagnostics]


def test_a_body_is_kept_where_the_scripts_have_little_more():
    body = (nm.Paragraph("Word " * 60),)

    assert body == fuller_body(body, sources_of(script=state(LINES)))
    assert () == fuller_body((), sources_of())


def test_markup_is_made_of_lines_and_their_entities():
    assert "<p>a &amp; b</p><p>c &lt; d</p>" == as_markup("a &amp; b \n\n c < d\n")
    assert "<p>a</p>" == as_markup("&lt;p&gt;a&lt;/p&gt;")
