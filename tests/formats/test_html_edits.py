"""A person's hand in a page of ours: every word that is put anywhere is in the article, or in the report."""

import re
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel as nm
from newsmodel.strategies import articles, feeds
from newsmodel.strategies.sizes import SMALL
from newsmodel.strategies.specimens import holders, specimens

WORD = "qzxword"
OPTIONS = [{"internal": True}, {"clean": True}, {"internal": True, "raw": True}, {"fragment": True}]
ELEMENTS = [
    WORD,
    *(
        f"<{tag}>{WORD}</{tag}>"
        for tag in ("p", "b", "span", "li", "h2", "time", "figcaption", "article", "blockquote")
    ),
    *(
        f'<{tag} class="{name}">{WORD}</{tag}>'
        for tag, name in (
            *(("p", name) for name in ("text", "title", "attribution", "shown", "about", "votes", "more", "byline")),
            *(("p", name) for name in ("section", "kicker", "dates", "authors", "standfirst", "description")),
            *(("div", name) for name in ("body", "lead", "raw-block", "placeholder", "timeline-event", "link-card")),
            *(("span", name) for name in ("caption", "credit", "author", "badge", "flag", "unknown-inline")),
            *(("a", name) for name in ("passage-link", "to", "file", "parent")),
            *(("section", name) for name in ("corrections", "notes", "comments", "newsmodel article")),
            *(("time", name) for name in ("published", "created")),
            ("article", "comment"),
            ("blockquote", "pull-quote"),
            ("h1", "headline"),
            ("footer", "attribution"),
            ("sup", "footnote-reference"),
            ("mark", "passage"),
        )
    ),
    f'<section class="notes"><ol><li id="note-x">{WORD}</li></ol></section>',
    f'<ol><li><article class="comment" id="comment-qz"><div class="body">{WORD}</div></article></li></ol>',
    f'<nav class="share"><ul><li>{WORD}</li><li><a>x</a>{WORD}</li></ul></nav>',
    f"<header><p>{WORD}</p></header>",
    f"<table><tr><td>{WORD}</table>",
    f"<figure><img src=x><p>{WORD}</p></figure>",
    f"<pre><code>{WORD}</code></pre>",
    f"</p><p>{WORD}",
    f"<div hidden>{WORD}</div>",
]

MORNING = datetime(2026, 5, 3, 8, tzinfo=UTC)
FULL = nm.Article(
    "The bridge",
    id="story-1",
    section=nm.Section("Politics", "/politics"),
    kicker=nm.Label("Live"),
    standfirst="After ten years.",
    credits=["Ann Lee"],
    dates=nm.Dates(published=MORNING),
    lead_media=nm.Image("a.jpg", alt="A", caption="The bridge", credit="Ann"),
    body=[
        nm.Paragraph(["It is open.", nm.FootnoteReference("b")]),
        nm.PullQuote("Ten years!", attribution="A resident"),
        nm.Figure(nm.File("plan.pdf")),
        nm.Review("The bridge", rating=nm.Rating(4, best=5, unit="stars"), body=["Good."]),
        nm.LinkCard("/more"),
        nm.LivePost(["Cars cross."], title="Now", published=MORNING, credits=["Bo"]),
        nm.RawBlock("html", "<b>raw words</b>"),
        nm.Placeholder("ad"),
    ],
    notes=[nm.Footnote("Since May.", id="b")],
    corrections=[nm.Correction("It was nine years.")],
    share_actions=[nm.ShareAction("facebook")],
    comments=nm.CommentThread(
        [
            nm.Comment(id="1", author="Bo", created=MORNING, body="Good.", flags=["pinned"]),
            nm.Comment(id="2", parent="1", author="Ed", body="No.", votes=nm.Tally(up=3)),
            nm.Comment(id="3", status="deleted"),
        ]
    ),
)


def gaps(page):
    """Where a person can put something: around every tag in the element of the article."""
    start, end = (
        page.index('class="newsmodel'),
        page.rindex("</", 0, page.rindex("</main>") if "</main>" in page else None),
    )
    return sorted(
        {match.end() for match in re.finditer(">", page) if start < match.start() < end}
        | {match.start() for match in re.finditer("<", page) if start < match.start() <= end}
    )


def said(document, report):
    return nm.to_json(document, internal=True) + "".join(map(str, (*report.losses, *report.diagnostics)))


def is_told(page, read=nm.from_html):
    report = nm.Report()
    return WORD in said(read(page, report=report), report)


def test_a_word_at_any_place_of_a_page_is_in_the_article_or_in_the_report():
    page = nm.to_html(FULL, internal=True, raw=True)
    report = nm.Report()

    assert FULL == nm.from_html(page, report=report)
    assert nm.Report() == report
    assert [] == [page[at - 60 : at] for at in gaps(page) if not is_told(f"{page[:at]} {WORD} {page[at:]}")]


@pytest.mark.parametrize("element", ELEMENTS)
def test_an_element_at_any_place_of_a_page_is_in_the_article_or_in_the_report(element):
    page = nm.to_html(FULL, internal=True, raw=True)
    places = gaps(page)[len(element) % 5 :: 5]  # as all of them take a minute

    assert [] == [page[at - 60 : at] for at in places if not is_told(page[:at] + element + page[at:])]


@st.composite
def edited_pages(draw, documents):
    page = nm.to_html(draw(documents), **draw(st.sampled_from(OPTIONS)))
    at = draw(st.sampled_from(gaps(page)))
    return page[:at] + draw(st.sampled_from(ELEMENTS)) + page[at:]


@given(edited_pages(articles("typical") | articles("hostile")))
def test_a_hand_in_any_page_is_seen(page):
    assert is_told(page)


@given(edited_pages(st.sampled_from(sorted(holders(), key=str)).flatmap(lambda cls: specimens(cls, SMALL))))
def test_a_hand_in_an_element_of_any_class_is_seen(page):
    assert is_told(page)


@given(edited_pages(feeds("typical")))
def test_a_hand_in_any_feed_is_seen(page):
    assert is_told(page, nm.parse_feed)


PAGE = nm.to_html(FULL, internal=True)
PARTED = [  # what an editor makes of a line in which Enter is pressed
    ('class="headline">The bridge', 'class="headline">The</h1><h1 class="headline">bridge', FULL),
    ('class="standfirst">After ten', 'class="standfirst">After</p><p class="standfirst">ten', FULL),
]


def read(page):
    report = nm.Report()
    return nm.from_html(page, report=report), report


@pytest.mark.parametrize(("old", "new", "expected"), PARTED)
def test_a_parted_line_is_one_again(old, new, expected):
    assert 1 == PAGE.count(old)
    assert (expected, nm.Report()) == read(PAGE.replace(old, new))


KEPT = [
    ("Ten years!</p>", 'Ten</p><p class="text">years!</p>', "Ten\n\nyears!"),
    ("nine years.</p>", "nine</p><p>years.</p>", "It was nine\n\nyears."),
    ('<div class="body"><p>Good.</p></div>', "<p>Good.</p>", "Good."),
    ('<figure><a class="file', '<figure><p>Plans</p><a class="file', "Plans"),
    ("Ann Lee</p>", "Ann Lee and Ed</p>", "Ann Lee and Ed"),
    (">Facebook</span>", ">Tell your friends</span>", "Tell your friends"),
    (">plan.pdf</a>", ">The plan</a>", "The plan"),
    (">/more</a>", ">More about it</a>", "More about it"),
]


@pytest.mark.parametrize(("old", "new", "words"), KEPT)
def test_words_that_have_a_place_are_kept_in_silence(old, new, words):
    assert 1 == PAGE.count(old)
    article, report = read(PAGE.replace(old, new))
    parts = [*article.body, *article.corrections, *(comment for comment in article.comments)]
    told = "\n\n".join([*map(nm.plain_text, parts), nm.to_json(article)])

    assert all(line in told for line in words.split("\n\n"))
    assert nm.Report() == report


REPEATED = [
    ("2026-05-03 08:00</time></p>", "4 May 2026</time></p>"),
    ("4/5 stars", "5/5 stars"),
    ('"shown">Bo<', '"shown">Bo and Ann<'),
    ("3 up", "300 up"),
    ("in reply to Bo", "in reply to everybody"),
    (">Pinned<", ">Pinned by us<"),
]


@pytest.mark.parametrize(("old", "new"), REPEATED)
def test_words_that_only_repeat_a_fact_change_nothing_and_are_reported(old, new):
    assert 1 == PAGE.count(old)
    article, report = read(PAGE.replace(old, new))

    assert FULL == article
    assert ["edit-without-effect"] == [each.code for each in report.diagnostics]
    assert report.clean


DROPPED = [
    ("</header>", "<p>Stray</p></header>"),
    ('<div class="body">', 'Stray <div class="body">'),
    ("3 comments", "3 comments, Stray"),
    ("This comment was deleted.</p></article>", "This comment was deleted.</p></article>Stray"),
    ('<span class="author">Bo</span>', '<span class="author">Bo</span> Stray'),
    ("</video>", "Stray</video>"),
    ('role="doc-noteref">1', 'role="doc-noteref">Stray'),
    ('</ol>\n</section>\n<section class="corr', '</ol>Stray</section>\n<section class="corr'),
]


@pytest.mark.parametrize(("old", "new"), DROPPED)
def test_words_without_a_place_are_a_loss_with_their_words_and_their_line(old, new):
    page = PAGE.replace("</figure></div>", "</figure></div><video></video>", 1).replace(old, new, 1)
    article, report = read(page)

    assert FULL == article
    assert ["element-unplaced"] == [loss.code for loss in report.losses]
    assert "Stray" in report.losses[0].detail
    assert report.losses[0].source.startswith("line ")
    assert [] == report.diagnostics


def test_a_long_addition_is_reported_by_its_beginning():
    (loss,) = read(PAGE.replace("</header>", f"<p>{'words ' * 100}</p></header>", 1))[1].losses

    assert loss.detail.startswith("words words")
    assert loss.detail.endswith("…")
    assert len(loss.detail) < 400
