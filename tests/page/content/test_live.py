"""The posts of live blogs."""

from datetime import datetime

import pytest

import newsmodel as nm
from newsmodel.markup.engine import children, parse
from newsmodel.markup.html import reader
from newsmodel.markup.reading import Read
from newsmodel.page.content.live import live_posts, live_rules
from newsmodel.page.sources import read_sources
from newsmodel.page.survey import Survey

WORDS = "The harbour board voted on Tuesday to move the crossing, which has closed the road to the quay twice."
NINE, TEN = (datetime.fromisoformat(f"2026-11-18T{hour}:00:00+01:00") for hour in ("09", "10"))


def read(body, head=""):
    root = parse(f"<html><head>{head}</head><body>{body}</body></html>")
    survey = Survey(root)
    sources = read_sources(survey, nm.Report(), "https://n.example/live")
    posts = live_posts(survey, sources.found, sources.by_id)
    place = survey.nodes[survey.by_tag["body"][0]]
    return list(Read(reader, nm.Report(), rules=live_rules(survey, posts)).blocks(children(place)))


def post(tag, hour, title="", more="", text=WORDS):
    heading = f"<h3>{title}</h3>" if title else ""
    return f"<{tag} {more}><time datetime=2026-11-18T{hour}:00+01:00>{hour}:00</time>{heading}<p>{text}</p></{tag}>"


def told(*updates):
    listed = ",".join(updates)
    record = f'{{"@type":"LiveBlogPosting","headline":"H","liveBlogUpdate":[{listed}]}}'
    return f'<script type="application/ld+json">{record}</script>'


@pytest.mark.parametrize(
    ("body", "head"),
    [
        (f"<main>{post('article', '10', 'Ten')}{post('article', '09', 'Nine')}</main>", told()),
        (f"<div class=c-liveBlog>{post('div', '10', 'Ten')}{post('div', '09', 'Nine')}</div>", ""),
        (
            "<div itemscope itemtype=https://schema.org/LiveBlogPosting>"
            f"{post('div', '10', 'Ten', 'itemprop=liveBlogUpdate itemscope')}"
            f"{post('div', '09', 'Nine', 'itemprop=liveBlogUpdate itemscope')}</div>",
            "",
        ),
        (
            f"<amp-live-list id=l><div items>{post('div', '10', 'Ten', 'data-sort-time=1')}"
            f"{post('div', '09', 'Nine', 'data-sort-time=2')}</div></amp-live-list>",
            "",
        ),
    ],
    ids=["the record says so", "its class says so", "microdata", "amp-live-list"],
)
def test_posts_are_found_where(body, head):
    assert [
        nm.LivePost([WORDS], title="Ten", published=TEN),
        nm.LivePost([WORDS], title="Nine", published=NINE),
    ] == read(body, head)


def test_a_record_gives_the_dates_and_people_of_the_post_that_it_names():
    by_address = (
        '{"@type":"BlogPosting","url":"https://n.example/live#b1","headline":"Ten","author":{"name":"Ann Lee"},'
        '"datePublished":"2026-11-18T09:00:00+01:00","dateModified":"2026-11-18T10:00:00+01:00"}'
    )
    by_headline = '{"headline":"Nine – now!","author":{"name":"Bo Poe"}}'
    one, two, three = read(
        f"<div>{post('div', '10', more='id=b1')}{post('div', '10', 'Nine, now')}{post('div', '10', 'Other')}</div>",
        told(by_address, by_headline),
    )

    assert ("b1", "Ten", NINE, TEN) == (one.id, str(one.title), one.published, one.modified)
    assert [["Ann Lee"], ["Bo Poe"], []] == [
        [credit.agent.name for credit in each.credits] for each in (one, two, three)
    ]
    assert TEN == two.published


def test_the_epoch_of_an_amp_list_is_the_time_of_a_post_that_shows_none():
    items = "".join(f"<div id=p{n} data-sort-time={n}00000000><p>{WORDS}</p></div>" for n in (16, 17))
    one, two = read(f"<amp-live-list><div items>{items}</div></amp-live-list>")

    assert ("p16", 1600000000) == (one.id, one.published.timestamp())
    assert ("p17", 1700000000) == (two.id, two.published.timestamp())


@pytest.mark.parametrize(
    "body",
    [
        f"<main>{post('article', '10', 'Ten')}{post('article', '09', 'Nine')}</main>",
        f"<div class=liveblog>{post('div', '10', 'Ten')}</div>",
        f"<div class=liveblog>{post('div', '10', 'Ten', text='x')}{post('div', '09', 'Nine', text='y')}</div>",
        f"<div class=liveblog></div><main>{post('article', '10', 'Ten')}{post('article', '09', 'Nine')}</main>",
        f"<div class=liveblog>{post('div', '10') * 2}{post('div', '09', text='Teaser') * 3}</div>",
        "",
    ],
    ids=["nothing says live", "one post", "no prose", "the live part is elsewhere", "most are no posts", "nothing"],
)
def test_no_posts_are_found_where(body):
    assert not [block for block in read(body) if isinstance(block, nm.LivePost)]


def test_what_stands_between_posts_stays():
    between = f"<p>{WORDS}</p>"
    found = read(f"<main>{between}{post('article', '10')}{post('article', '09')}<h2>End</h2></main>", told())

    assert ["paragraph", "live-post", "live-post", "heading"] == [block.type for block in found]


def test_a_time_in_the_text_of_a_post_stays_there():
    text = f"{WORDS} It opens at <time datetime=2026-11-18T12:00+01:00>noon</time>."
    found = read(f"<main>{post('article', '10', text=text)}{post('article', '09')}</main>", told())

    assert f"{WORDS} It opens at noon." == nm.plain_text(found[0])
    assert TEN == found[0].published
