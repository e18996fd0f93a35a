"""An article or a feed back from its element, whatever a person did around its body."""

import pytest
from hypothesis import given

import newsmodel as nm
from newsmodel.markup import engine
from newsmodel.markup.own_record import read_own
from newsmodel.markup.own_trust import find_own
from newsmodel.rendering.html import html
from newsmodel.strategies import comment_threads

COMMENT = (
    '<li><article class="comment" id="comment-c1"><header></header><div class="body"><p>Good.</p></div></article></li>'
)


def page(before="", body="<p>words", after="", attribute=""):
    return (
        f'<main><article class="newsmodel article"{attribute}><header><h1 class="headline">H</h1>{before}</header>'
        f'<div class="body">{body}</div>{after}</article></main>'
    )


def read(markup):
    report = nm.Report()
    return read_own(find_own(engine.parse(markup), True), report), report


@given(comment_threads("hostile"))
def test_a_thread_comes_back_in_silence(thread):
    article, report = read(html.render(nm.Article("x", comments=thread)))

    assert thread == article.comments
    assert nm.Report() == report


def test_the_parts_of_the_header_are_read_from_what_is_seen():
    article, report = read(
        page(
            before='<p class="section"><a class="to" href="/p">Politics</a></p><p class="kicker">Live</p>'
            '<p class="standfirst">S</p><p class="byline">By <b>Ann</b></p>'
            '<p class="dates"><time class="published" datetime="2026-05-03T08:00:00Z">2026-05-03 08:00</time></p>'
        )
    )

    assert nm.Section("Politics", "/p") == article.section
    assert nm.Label("Live") == article.kicker
    assert ("S", "By Ann") == (str(article.standfirst), str(article.byline))
    assert "2026-05-03T08:00:00+00:00" == article.published.isoformat()
    assert () == article.credits
    assert nm.Report() == report


@pytest.mark.parametrize(
    ("parts", "lost"),
    [
        ({"before": "<p>stray</p>"}, ["element-unplaced"]),
        ({"before": "<p> </p><!-- x -->"}, []),
        ({"after": "<p>stray</p>"}, ["element-unplaced"]),
        ({"after": "<hr>"}, []),
        ({"after": f'<section class="comments"><h2>1 comment</h2><ol>{COMMENT}</ol></section>'}, []),
        ({"after": f'<section class="comments"><ol>{COMMENT}{COMMENT}</ol></section>'}, ["comment"]),
        ({"after": f'<section class="comments"><ol>{COMMENT}<li>Nice</li></ol></section>'}, ["comment"]),
        (
            {"after": '<section class="comments"><ol>' + COMMENT.replace("comment-c1", "") + "</ol></section>"},
            ["comment"],
        ),
    ],
)
def test_what_has_no_place_is_reported_and_the_rest_is_read(parts, lost):
    article, report = read(page(**parts))

    assert ("H", "words") == (str(article.headline), nm.plain_text(article))
    assert lost == [loss.code for loss in report.losses]
    assert {"dropped"} >= {loss.effect for loss in report.losses}


def test_a_correction_that_a_person_wrote_is_one():
    article, report = read(page(after='<section class="corrections"><p>We were wrong.</p><ul><li>Twice</ul></section>'))

    assert (nm.Correction("We were wrong."), nm.Correction("Twice")) == article.corrections
    assert nm.Report() == report


def test_share_links_and_notes_that_a_person_wrote_are_read_as_far_as_they_go():
    article, _ = read(
        page(
            after='<nav class="share"><ul><li><a href="/s">Share</a><li>loose</ul></nav>'
            '<section class="notes"><ol><li id="note-1">One</li><li>Two</li></ol></section>'
        )
    )

    assert ["Share"] == [action.label for action in article.share_actions]
    assert (nm.Footnote(["One"], id="1"),) == article.notes


@pytest.mark.parametrize("value", ['{"urgency":50}', '{"dates":5}', "{", '{"comments":{}}', '{"body":5}'])
def test_an_attribute_that_cannot_be_right_costs_nothing_that_is_seen(value):
    article, report = read(page(attribute=f" id=x lang=de data-newsmodel='{value}'"))

    assert ("H", "words", "x", "de") == (
        str(article.headline),
        nm.plain_text(article),
        article.id,
        article.language,
    )
    assert report.clean


def test_a_feed_keeps_its_articles_and_passes_over_what_else_stands_there():
    inner = html.render(nm.Article("One", body=["a"]))
    feed, _ = read(
        f'<section class="newsmodel feed" lang="de"><h1 class="feed-title">News</h1><p>stray</p>{inner}'
        '<p class="description">All</p></section>'
    )

    assert nm.Feed("News", articles=[nm.Article("One", body=["a"])], language="de", description="All") == feed


@pytest.mark.parametrize(
    "inner", ['<ul><li id="note-b">x</ul>', '<h2 id="note-b">x</h2>', '<ol><li id="note-c">x</ol>']
)
def test_what_stands_in_a_note_is_no_note_whatever_its_id(inner):
    article, report = read(
        page(
            after=f'<section class="notes"><ol><li id="note-b">One {inner}</li><li id="note-c">Two</li></ol></section>'
        )
    )

    assert ["b", "c"] == [note.id for note in article.notes]
    assert "x" == nm.plain_text(article.notes[0].body[1])
    assert nm.Report() == report


NOTES = [nm.Footnote([nm.List([nm.ListItem(["x"], id="note-b")]), nm.Heading("h", anchor="note-c")], id="b")]


def test_ids_like_ours_are_nobodys_but_their_nodes():
    comment = nm.Comment(
        id="1", body=[nm.List([nm.ListItem(["x"], id="comment-2")]), nm.Heading("y", anchor="passage-1")]
    )
    article = nm.Article(
        "x",
        id="comment-1",
        body=[nm.Paragraph(["a", nm.FootnoteReference("b")], id="note-b"), nm.Heading("h", anchor="comment-1")],
        notes=[*NOTES, nm.Footnote("Two", id="note-b")],
        comments=nm.CommentThread([comment, nm.Comment(id="comment-1", parent="1", body=["z"])]),
    )

    assert article == nm.from_html(nm.to_html(article))
