"""Quotes and pull quotes in anyone's HTML."""

import pytest
from tests.markup.fragments import blocks

import newsmodel as nm

P = nm.Paragraph

EMPHASIS = nm.Span("Joe", marks=["emphasis"])

CASES = [
    ("<blockquote>a</blockquote>", [nm.Quote("a")]),
    ("<blockquote cite=/s><p>a<footer>Joe</footer></blockquote>", [nm.Quote("a", attribution="Joe", source_url="/s")]),
    ("<blockquote class=wp-block-quote><p>a</p><cite>Joe</cite></blockquote>", [nm.Quote("a", attribution="Joe")]),
    ("<blockquote><cite>Joe</cite></blockquote>", [nm.Quote([P([EMPHASIS])])]),
    ("<blockquote>a<blockquote>b</blockquote></blockquote>", [nm.Quote(["a", nm.Quote("b")])]),
    ("<blockquote></blockquote>", []),
    (
        "<figure class=wp-block-pullquote><blockquote><p>a <b>b</b></p><cite>Joe</cite></blockquote></figure>",
        [nm.PullQuote(["a ", nm.Span("b", marks=["strong"])], attribution="Joe")],
    ),
    (
        "<figure class=pullquote><blockquote>a</blockquote><figcaption>Joe, <cite>B</cite></figcaption></figure>",
        [nm.PullQuote("a", attribution=["Joe, ", nm.Span("B", marks=["emphasis"])])],
    ),
    ("<aside class=article__pullquote>a<p>b</aside>", [nm.PullQuote("a b")]),
    ("<div class='c-PullQuote'>a</div>", [nm.PullQuote("a")]),
    ("<blockquote class=pull-quote>a<footer>Joe</footer></blockquote>", [nm.PullQuote("a", attribution="Joe")]),
    ("<aside class=pullquote><cite>Joe</cite></aside>", [P("Joe")]),
    ("<aside class=pullquote></aside>", []),
    ("<div class=has-pullquote><p>a</p><h2>b</h2></div>", [P("a"), nm.Heading("b")]),
    (f"<div class=has-pullquote><p>{'a' * 900}</p></div>", [P("a" * 900)]),
    ("<h2 class=pullquote>a</h2>", [nm.Heading("a")]),
    ("<blockquote><p>a</p><p><cite>\u2014 Joe</cite></p></blockquote>", [nm.Quote("a", attribution="Joe")]),
    ("<blockquote><p>a</p><p class=attribution>Joe</p></blockquote>", [nm.Quote("a", attribution="Joe")]),
    (
        "<blockquote><p>a</p><span class=c-quote__author>Joe</span><span class=c-quote__role>mayor</span></blockquote>",
        [nm.Quote("a", attribution="Joe mayor")],
    ),
    ("<blockquote><p class=author>a</p></blockquote>", [nm.Quote("a")]),
    (f"<blockquote><p>a</p><p class=source>{'b' * 300}</p></blockquote>", [nm.Quote(["a", "b" * 300])]),
    ("<blockquote><p>a</p><p class=sitename>b</p></blockquote>", [nm.Quote(["a", "b"])]),
    ("<blockquote><p>a</p><p>\u2013 Joe, mayor</p></blockquote>", [nm.Quote("a", attribution="Joe, mayor")]),
    ("<blockquote><p>a.<br>\u2014Joe</p></blockquote>", [nm.Quote("a.", attribution="Joe")]),
    ("<blockquote><p>\u2014 Joe</p></blockquote>", [nm.Quote("\u2014 Joe")]),
    (
        "<blockquote>\u201ca.\u201d<br><b>Joe</b>, mayor</blockquote>",
        [nm.Quote("\u201ca.\u201d", attribution=[nm.Span("Joe", marks=["strong"]), ", mayor"])],
    ),
    (
        "<blockquote><p>\u201ca\u201d \u2013 Joe, mayor</p></blockquote>",
        [nm.Quote("\u201ca\u201d", attribution="Joe, mayor")],
    ),
    ('<blockquote><p>"a." -- Joe</p></blockquote>', [nm.Quote('"a."', attribution="Joe")]),
    (
        "<blockquote>\u201ca,\u201d<br>he said.</blockquote>",
        [nm.Quote([P(["\u201ca,\u201d", nm.LineBreak(), "he said."])])],
    ),
    (
        "<blockquote>\u201ca\u201d \u2013 and \u201cb\u201d</blockquote>",
        [nm.Quote("\u201ca\u201d \u2013 and \u201cb\u201d")],
    ),
    ("<blockquote><p>\u2014 a<p>\u2014 b</blockquote>", [nm.Quote(["\u2014 a", "\u2014 b"])]),
    ("<blockquote><p>a<p>\u2014 We came too late.</blockquote>", [nm.Quote(["a", "\u2014 We came too late."])]),
    ("<blockquote><p>a<p>\u2014</blockquote>", [nm.Quote(["a", "\u2014"])]),
    (
        "<div class=PullQuote><blockquote>a</blockquote><div class=PullQuote-attribution>Joe</div></div>",
        [nm.PullQuote("a", attribution="Joe")],
    ),
    (
        "<div class=pullQuote><q>a</q><i class=quoteAuthor>Joe</i></div>",
        [nm.PullQuote([nm.Span("a", marks=["quotation"])], attribution="Joe")],
    ),
    ("<aside class=pullquote><footer><cite>Joe</cite></footer>a</aside>", [nm.PullQuote("a", attribution="Joe")]),
]


@pytest.mark.parametrize(("markup", "expected"), CASES, ids=[markup[:90] for markup, _ in CASES])
def test_a_quote_is_read_from(markup, expected):
    assert expected == blocks(markup)
