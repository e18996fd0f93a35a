"""How comments are told apart, dated and cleaned, in small; and that no page costs more than it is long."""

from datetime import UTC, datetime

import pytest
from tests.linear import assert_linear

import newsmodel as nm
from newsmodel.page.comments.dating import date_in

PROSE = "<p>The harbour board voted on Tuesday to move the crossing, which has closed the road to the quay twice.</p>"


def comments(markup: str) -> dict[str, nm.Comment]:
    article = nm.parse(f"<article><h1>T</h1>{PROSE}</article>{markup}", "html", url="https://quayside.example/a")
    return {comment.id: comment for comment in article.comments}


def item(number: int, text: str = "<p>At last!</p>", inside: str = "") -> str:
    return (
        f'<li id="comment-{number}" class="comment"><b class="fn">Ann</b>'
        '<time datetime="2026-03-02T09:15:00Z">now</time>'
        f'<div class="comment-content">{text}</div>{inside}</li>'
    )


def test_a_list_around_comments_that_looks_like_one_is_none():
    found = comments(
        f'<div class="comment depth-1">{item(1)}{item(2)}</div>'.replace("li>", "div>").replace("<li ", "<div ")
    )

    assert {"1": None, "2": None} == {id: comment.parent for id, comment in found.items()}


def test_a_comment_that_stands_there_twice_is_one():
    assert ["1", "2"] == list(comments(f"<ol class=commentlist>{item(1)}{item(2)}{item(1)}</ol>"))


def test_replies_in_a_list_beside_their_comment_are_replies_to_it():
    found = comments(
        f"<div id=comments>{item(1)}<ul class=children>{item(2)}</ul>{item(3)}</div>".replace("li>", "div>").replace(
            "<li ", "<div "
        )
    )

    assert {"1": None, "2": "1", "3": None} == {id: comment.parent for id, comment in found.items()}


def test_without_nesting_the_depth_tells_the_parent():
    flat = "".join(
        item(number).replace('class="comment"', f'class="comment depth-{depth}"')
        for number, depth in ((1, 1), (2, 2), (3, 3), (4, 2), (5, 1))
    )

    assert {"1": None, "2": "1", "3": "2", "4": "1", "5": None} == {
        id: comment.parent for id, comment in comments(f"<ol>{flat}</ol>").items()
    }


@pytest.mark.parametrize(
    "chrome",
    [
        "<div class=reply><a href=#>Reply</a></div>",
        "<button>Report</button>",
        '<a href="javascript:vote(1)">Vote up</a>',
        "<form><textarea>Your reply</textarea></form>",
        "<span class=screen-reader-text>Permalink</span>",
        "<div class=sharedaddy>Share this</div>",
        "<script>alert(1)</script>",
    ],
)
def test_what_is_there_to_be_clicked_is_no_text(chrome):
    assert "At last!" == nm.plain_text(comments(f"<ol>{item(1, f'<p>At last!</p>{chrome}')}</ol>")["1"])


def test_a_text_keeps_its_blocks_and_loses_what_is_unsafe():
    text = (
        '<p>See <a href="/b" onclick="x()">this</a> &amp; <b>that</b>.</p><blockquote><p>Quoted</p></blockquote>'
        '<ul><li>One</li></ul><p onmouseover="x()"><a href="javascript:alert(1)">gone</a>Stays <script>x</script></p>'
    )
    body = comments(f"<ol>{item(1, text)}</ol>")["1"].body

    assert ["Paragraph", "Quote", "List", "Paragraph"] == [type(block).__name__ for block in body]
    assert "Stays" == str(body[3].text)
    assert "https://quayside.example/b" == next(m.url for s in body[0].text for m in s.marks if isinstance(m, nm.Link))


def test_a_text_of_signs_alone_is_a_text():
    assert ":-)" == nm.plain_text(comments(f"<ol>{item(1, '<p>:-)</p>')}</ol>")["1"])


def test_a_body_that_quotes_its_comments_keeps_the_quotation():
    article = nm.parse(f"<article><h1>T</h1>{PROSE}<p>At last!, wrote Ann, and meant the ferry to the islands, "
                       f"which has not sailed since October.</p></article><ol>{item(1)}</ol>", "html")  # fmt: skip

    assert 2 == len(article.body)
    assert 1 == len(article.comments)


def test_an_article_among_longer_comments_is_still_the_article():
    long = "<p>I have much to say about this, and I say it at length, as those who know me will know. " * 20
    article = nm.parse(f'<div class="post"><h1>T</h1>{PROSE}</div><div id="comments">'
                       f'{item(1, long).replace("li ", "article ")}</div>', "html")  # fmt: skip

    assert ["The harbour board"] == [str(block.text)[:17] for block in article.body]


@pytest.mark.parametrize(
    ("shown", "date", "words"),
    [
        ("March 2, 2026 at 9:15 am", datetime(2026, 3, 2, 9, 15, tzinfo=UTC), "March 2, 2026 at 9:15 am"),
        ("Submitted by Ann on Tue, 2026-03-03 17:00.", datetime(2026, 3, 3, 17, tzinfo=UTC), "2026-03-03 17:00."),
        ("2. März 2026 um 9:15 Uhr", datetime(2026, 3, 2, 9, 15, tzinfo=UTC), "2. März 2026 um 9:15 Uhr"),
        ("July 11, 2021 / 9:47 pm", datetime(2021, 7, 11, 21, 47, tzinfo=UTC), "July 11, 2021 / 9:47 pm"),
        ("18/02/2020 à 16:42", datetime(2020, 2, 18, 16, 42, tzinfo=UTC), "18/02/2020 à 16:42"),
        ("März 7, 2018", datetime(2018, 3, 7, tzinfo=UTC), "März 7, 2018"),
    ],
)
def test_a_date_is_found_among_other_words(shown, date, words):
    found = date_in(shown)

    assert found is not None
    assert (date, words) == (found[0].value, found[1])


@pytest.mark.parametrize("shown", ["1 year ago", "vor 2 Stunden", "03/04/2026", "comment_date", "", "12:30"])
def test_an_age_or_a_date_of_two_readings_is_none(shown):
    assert date_in(shown) is None


@pytest.mark.parametrize(
    "page",
    [
        lambda n: "<ol class=comment-list>" + "".join(item(k) for k in range(n)) + "</ol>",
        lambda n: "<ol><li id=comment-1>" + "<div class=author><div class=date>" * n + "x",
        lambda n: "<div class=comments>" + '<div class="comment author date meta">' * n + "x",
        lambda n: "<div id=comments>" + "<time>1</time><p>x</p>" * n,
        lambda n: "".join(f"<div class=comment id=comment-{k}>" for k in range(n)),
        lambda n: "<div id=comments>" + "<div><time>2 May 2026</time><b class=author>A</b><p>the same</p>" * n,
        lambda n: "<div id=comments>" + "<p><span>Ann</span><span>2 hours ago</span><span>So it is.</span>" * n,
        lambda n: "<div class=comments><div><time>2 May 2026</time><b>Ann</b>" + "<i>x</i>" * n + "</div>",
    ],
)
def test_the_time_grows_with_the_page_alone(page):
    assert_linear(page, lambda source: nm.parse(source, "html"), 1000)


def test_the_language_of_the_page_tells_which_number_is_the_day():
    shown = (
        '<ol><li id="comment-1"><b class="fn">Ann</b><span class="comment-date">Le {}</span><p>Enfin !</p></li></ol>'
    )

    def date(language: str) -> datetime | None:
        return (
            nm.parse(f'<html lang="{language}"><body>{shown.format("03/04/2026 à 09:15")}', "html")
            .comments.comments[0]
            .created
        )

    assert datetime(2026, 4, 3, 9, 15, tzinfo=UTC) == date("fr") == date("en-GB")
    assert date("en") is None


def test_a_count_right_before_the_comments_is_the_declared_one():
    page = f"<article><h1>T</h1>{PROSE}</article><p class=x>12 comments</p><ol>{item(1)}</ol><p>99 comments</p>"
    thread = nm.parse(page, "html").comments

    assert (12, False) == (thread.declared, thread.complete)
