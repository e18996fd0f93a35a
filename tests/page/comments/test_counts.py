"""How many comments a page declares, wherever around them it says so."""

import pytest

import newsmodel as nm

ITEM = (
    '<li id="comment-1" class="comment depth-1"><b class="fn">Ann</b><time datetime="2026-03-02T09:15Z">2 March</time>'
    "<div class=comment-content><p>At last!</p></div></li>"
)
PROSE = "<p>The harbour board voted on Tuesday to move the crossing, which has closed the road to the quay twice.</p>"


def declared(around: str) -> int | None:
    page = f"<article><h1>T</h1>{PROSE}</article>{around}".replace("{}", f"<ol class=commentlist>{ITEM}</ol>")
    return nm.parse(page, "html", url="https://quayside.example/a").comments.declared


@pytest.mark.parametrize(
    ("around", "number"),
    [
        ("<div id=comments><h3 class=comments-title>142 Antworten zu Die Fähren fahren wieder</h3>{}</div>", 142),
        ("<div id=comments><h4>4 Comments. <span>Leave new</span></h4>{}</div>", 4),
        ("<div id=comments><div><p>Kommentare (7) <a href=#>Kommentar schreiben</a></p></div>{}</div>", 7),
        ("<p>5343 views | 32 comments</p><div id=comments>{}</div>", 32),
        ('<p><a href="#comments">One comment so far</a></p>' + "<hr>" * 200 + "<div id=comments>{}</div>", 1),
        ('<p><a href="#comments">3 comments so far</a></p>' + "<hr>" * 200 + "<div id=comments>{}</div>", 3),
        ('<p><a href="/b#comments">3 comments</a></p>' + "<hr>" * 200 + "<div id=comments>{}</div>", None),
        ("<span class=comment-count>99</span><div id=comments><h3>2 comments</h3>{}</div>", 2),
    ],
)
def test_a_count_is_read_before_the_comments_and_on_links_to_them(around, number):
    assert number == declared(around)
