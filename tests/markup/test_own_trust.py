"""Whose word counts: markup of ours is believed on our own pages, and nowhere that a stranger can write."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.linear import assert_linear

import newsmodel as nm
from newsmodel.html_fitting import read_fragment
from newsmodel.markup import engine
from newsmodel.markup.own_trust import find_own, is_own, notice_untrusted
from newsmodel.strategies import articles

FORGED = (
    '<{tag} class="newsmodel article" id="forged-id" data-newsmodel=\'{{"canonical_url":"https://forged.example/",'
    '"credits":[{{"agent":{{"type":"person","name":"Forged Name"}}}}],"urgency":1}}\'><header><h1 class="headline">'
    'Buy now</h1></header><div class="body"><p data-newsmodel=\'{{"role":"forged-role"}}\'>Cheap watches here.'
    '</div><section class="comments"><ol><li><article class="comment" id="comment-forged"><div class="body"><p>Great'
    "</div></article></ol></section></{tag}>"
)
WORDS = "<p>The harbour reopened on Monday after ten years of repairs, and the first ships came in at noon.</p>" * 3
PAGE = "<!DOCTYPE html><html><head>{head}<title>Harbour</title></head><body>{before}<main>{main}</main>{after}</body>"
STORY = f"<article><h1>The harbour reopens</h1>{WORDS}{{inside}}{WORDS}</article>"
GENERATOR = '<meta name="generator" content="newsmodel">'
PLACES = {
    "in a comment": {
        "after": '<div id="comments"><ol class="commentlist"><li class="comment">{forged}</li></ol></div>'
    },
    "in the text": {"inside": "{forged}"},
    "in a quotation": {"inside": "<blockquote>{forged}</blockquote>"},
    "in a post that is embedded": {"inside": '<div class="embed">{forged}</div>'},
    "above the text": {"before": "{forged}"},
    "after the text": {"after": "{forged}"},
    "in the head, which it ends": {"head": "{forged}"},
}
OURS = nm.Article(
    "The bridge",
    canonical_url="https://news.example/bridge",
    body=["It is open."],
    comments=nm.CommentThread([nm.Comment(id="c1", author="Bo", body="Good.")]),
)


def page(place, tag="section", **more):
    forged = FORGED.format(tag=tag)
    parts = {name: written.format(forged=forged) for name, written in PLACES[place].items()} | more
    inside = STORY.format(inside=parts.pop("inside", ""))
    return PAGE.format(**({"head": "", "before": "", "after": "", "main": inside} | parts))


@pytest.mark.parametrize("tag", ["section", "article"])
@pytest.mark.parametrize("place", PLACES)
def test_what_a_stranger_marks_as_ours_is_read_as_anyones(place, tag):
    report = nm.Report()
    article = nm.from_html(page(place, tag), report=report)

    assert "forged" not in nm.to_json(article, internal=True).lower()
    assert "first ships came in" in nm.plain_text(article)
    assert ["own-markup-untrusted"] == [each.code for each in report.diagnostics]
    assert report.diagnostics[0].source.startswith("line ")


@pytest.mark.parametrize(
    "head",
    [
        "<meta name=generator content='WordPress 6.4'>",
        "<meta name=generator content=newsmodel-like>",
        "<meta name=description content=newsmodel>",
        "<meta property=generator content=newsmodel>",
    ],
)
def test_a_page_of_another_generator_is_not_ours(head):
    written = PAGE.format(head=head, before="", main=FORGED.format(tag="article"), after="")

    assert find_own(engine.parse(written)) is None


def test_a_generator_outside_the_head_is_none():
    written = PAGE.format(head="", before=GENERATOR, main=FORGED.format(tag="article"), after="")

    assert find_own(engine.parse(written)) is None


@pytest.mark.parametrize("place", PLACES)
def test_on_a_page_that_names_us_only_the_outermost_element_is_ours(place):
    report = nm.Report()
    article = nm.from_html(page(place, head=GENERATOR) if "head" not in PLACES[place] else page(place), report=report)

    assert "forged" not in nm.to_json(article, internal=True).lower()
    assert ["own-markup-untrusted"] == [each.code for each in report.diagnostics]


BESIDE = [
    '<div class="comments">{forged}</div>',
    '<ol id="reply-list"><li>{forged}</ol>',
    "<aside>{forged}</aside>",
    "<div><article>{forged}</article></div>",
    "<div><div>{forged}</div></div>",
    "{forged}",
    '<p data-newsmodel=\'{"role":"forged"}\'>words',
]


@pytest.mark.parametrize("beside", BESIDE)
@pytest.mark.parametrize("before", [True, False])
def test_what_stands_beside_our_article_on_our_page_does_not_take_its_place(beside, before):
    report = nm.Report()
    written, beside = nm.to_html(OURS), beside.replace("{forged}", FORGED.format(tag="section"))
    written = written.replace("<body>", f"<body>{beside}") if before else written.replace("</body>", f"{beside}</body>")

    assert OURS == nm.from_html(written, report=report)
    assert ["own-markup-untrusted"] == [each.code for each in report.diagnostics]


@pytest.mark.parametrize("place", ["<p>It is open.</p>", "<p>Good.</p>"])
@pytest.mark.parametrize("tag", ["section", "article"])
def test_an_article_inside_ours_keeps_its_words_and_sets_nothing(place, tag):
    report = nm.Report()
    article = nm.from_html(nm.to_html(OURS).replace(place, place + FORGED.format(tag=tag)), report=report)

    assert "forged" not in nm.to_json(article, internal=True).lower()
    assert "Cheap watches here." in nm.to_json(article)
    assert (OURS.headline, OURS.canonical_url, ["c1"]) == (
        article.headline,
        article.canonical_url,
        [comment.id for comment in article.comments],
    )
    assert ["own-markup-untrusted"] == [each.code for each in report.diagnostics]


@given(articles("typical"), st.sampled_from(sorted(PLACES)))
def test_no_field_of_any_article_of_ours_is_believed_on_a_strangers_page(article, place):
    written = page(place).replace(FORGED.format(tag="section"), nm.to_html(article, fragment=True, internal=True))
    report = nm.Report()
    found = nm.from_html(written, report=report)

    assert (None, None, ()) == (found.internal, found.urgency, found.concepts)
    assert "own-markup-untrusted" in {each.code for each in report.diagnostics}


FRAGMENT = nm.to_html(OURS, fragment=True)


@pytest.mark.parametrize("written", [FRAGMENT, f"<!-- ours -->\n {FRAGMENT}\n", "\ufeff" + FRAGMENT])
def test_a_fragment_that_is_our_element_alone_is_ours(written):
    report = nm.Report()

    assert OURS == nm.from_html(written, report=report)
    assert nm.Report() == report


@pytest.mark.parametrize(
    "written",
    [
        f"<p>Before.</p>{FRAGMENT}",
        f"{FRAGMENT}<p>After.</p>",
        f"words {FRAGMENT}",
        f"{FRAGMENT}{FRAGMENT}",
        f"<div>{FRAGMENT}</div>",
        f"<!DOCTYPE html>{FRAGMENT}",
        f"<html>{FRAGMENT}",
        f"<body>{FRAGMENT}",
        f"<head></head>{FRAGMENT}",
        f"<title>x</title>{FRAGMENT}",
    ],
)
def test_a_fragment_beside_others_or_a_page_around_it_must_be_vouched_for(written):
    report = nm.Report()

    nm.from_html(written, report=report)
    assert "own-markup-untrusted" in {each.code for each in report.diagnostics}
    assert OURS == nm.from_html(written, own=True)


def test_the_caller_can_vouch_for_a_page_or_refuse_it():
    page = nm.to_html(OURS)
    wrapped = f'<!DOCTYPE html><body><article class="post"><div class="comments-open">{FRAGMENT}</div></article>'
    report = nm.Report()

    assert OURS == nm.from_html(page, own=True) == nm.from_html(wrapped, own=True)
    assert OURS != nm.from_html(page, own=False, report=report)
    assert ["own-markup-untrusted"] == [each.code for each in report.diagnostics]


def test_a_second_article_of_ours_is_reported():
    report = nm.Report()

    assert OURS == nm.from_html(FRAGMENT + FRAGMENT, own=True, report=report)
    assert ["own-markup-untrusted"] == [each.code for each in report.diagnostics]


def test_a_string_of_html_in_another_format_is_never_ours():
    report = nm.Report()
    blocks = read_fragment(FRAGMENT + '<p data-newsmodel=\'{"role":"forged"}\'>words</p>', report)

    assert "forged" not in nm.to_json(nm.Article(body=blocks))
    assert ["own-markup-untrusted"] == [each.code for each in report.diagnostics]


@pytest.mark.parametrize(
    ("markup", "own"),
    [
        ('<article class="newsmodel article">', True),
        ('<section class="newsmodel feed">', True),
        ('<section class=" x newsmodel ">', True),
        ('<div class="newsmodel article">', False),
        ('<article class="newsmodel-x">', False),
        ("<article>", False),
    ],
)
def test_an_element_says_that_it_is_ours(markup, own):
    assert own == is_own(engine.children(engine.parse_fragment(markup))[0])


def test_nothing_is_noticed_where_nothing_is_marked():
    report = nm.Report()
    notice_untrusted([engine.parse("<p>newsmodel</p>")], report)

    assert nm.Report() == report


@pytest.mark.parametrize("bait", ["<div>", "<section>", "<article class=newsmodel>", "<div><article class=newsmodel>"])
def test_finding_takes_time_in_proportion(bait):
    def page(times):
        return engine.parse(f"<!DOCTYPE html><head>{GENERATOR}</head><body>" + bait * times)

    assert_linear(page, lambda document: [find_own(document, own) for own in (None, True)], 2000)
