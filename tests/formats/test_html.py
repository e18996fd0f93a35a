"""HTML as a format: what is written comes back, edits are read, and a clean page says what it lacks."""

import json
import re
from datetime import datetime, timedelta, timezone

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel as nm
from newsmodel.formats.html import FORMAT, sniff
from newsmodel.markup import engine
from newsmodel.strategies import articles, comments, feeds, nodes

SIZES = ["small", "typical", "hostile"]
OPTIONS = [
    {"internal": True},
    {},
    {"clean": True},
    {"internal": True, "fragment": True},
    {"clean": True, "fragment": True},
]

STORY = nm.Article(
    "The bridge",
    id="story-1",
    language="en",
    section=nm.Section("Politics", "/politics", path="/politics"),
    standfirst="After ten years.",
    credits=["Ann Lee"],
    dates=nm.Dates(published=datetime(2026, 5, 3, 8, tzinfo=timezone(timedelta(hours=2)))),
    canonical_url="https://news.example/bridge",
    body=[
        nm.Paragraph(["The ", nm.Span("mayor", marks=["strong"]), " said so on Monday."], role="lede"),
        nm.Heading("Then"),
        nm.Paragraph("The second paragraph."),
        nm.List(["one", "two"]),
        nm.PullQuote("Ten years!", attribution="A resident"),
        nm.Figure(nm.Image("https://news.example/a.jpg", alt="A bridge", caption="The bridge", credit="Ann")),
        nm.Quote("We waited.", attribution="Joe"),
        nm.Gallery([nm.Image("b.jpg", alt="B"), nm.Image("c.jpg", alt="C")], title="Pictures"),
    ],
    comments=nm.CommentThread(
        [nm.Comment(id="c1", author="Bo", body="Good."), nm.Comment(id="c2", parent="c1", author="Ed", body="No.")],
        declared=5,
    ),
)
PAGE = nm.to_html(STORY)
SECOND = "<p>The second paragraph.</p>"


def comes_back(document, **options) -> None:
    """The law, for any options: reading what was rendered gives what the fit left, in silence."""
    lost, noticed = nm.Report(), nm.Report()
    fitted = FORMAT.fitted(document, lost, **options)
    back = FORMAT.read(FORMAT.write(document, **options), noticed)

    assert fitted == back
    assert nm.Report() == noticed
    assert lost.clean == (fitted == document)


def reread(page: str) -> nm.Article:
    """The article of an edited page, read without a word."""
    report = nm.Report()
    article = nm.from_html(page, report=report)
    assert nm.Report() == report
    return article


def edited(old: str, new: str) -> nm.Article:
    assert PAGE.count(old) == 1
    return reread(PAGE.replace(old, new))


def body_with(position: int, *blocks: nm.Block, remove: int = 0) -> nm.Article:
    body = (*STORY.body[:position], *blocks, *STORY.body[position + remove :])
    return attrs.evolve(STORY, body=body)


# --- there and back --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
@given(st.data())
def test_an_article_comes_back(size, data):
    comes_back(data.draw(articles(size)), **data.draw(st.sampled_from(OPTIONS)))


@given(feeds("typical"), st.sampled_from(OPTIONS))
def test_a_feed_comes_back(feed, options):
    comes_back(feed, **options)


@given(feeds("hostile"), st.sampled_from(OPTIONS))
def test_a_feed_of_anything_comes_back(feed, options):
    comes_back(feed, **options)


@given(articles("hostile"))
def test_with_internal_nothing_at_all_is_lost(article):
    report = nm.Report()

    data = FORMAT.write(article, report, internal=True)

    assert report.clean
    assert article == FORMAT.read(data)


@given(articles("hostile"))
def test_without_internal_what_is_lost_is_redacted(article):
    assert {"redacted"} >= {loss.effect for loss in nm.losses(article, "html").losses}


@given(articles("hostile"))
def test_a_clean_page_has_no_attribute_of_ours(article):
    root = engine.parse(nm.to_html(article, clean=True))
    names = {name for element in engine.elements(root) for name in engine.attributes(element)}

    assert {"data-newsmodel", "data-space"}.isdisjoint(names)


def test_a_clean_page_collapses_white_space_and_says_so():
    article = nm.Article("x", body=[nm.Paragraph("a  b")])
    report = nm.Report()
    page = nm.to_html(article, clean=True, fragment=True, report=report)

    assert "<p>a b</p>" in page
    assert [("text.space", "altered", "$.body[0].text")] == [(x.code, x.effect, x.at) for x in report.losses]


@given(comments("hostile") | nodes(nm.Block, "hostile"))
def test_any_node_renders_alone(node):
    assert nm.render(node, "html", internal=True).startswith("<")


def test_the_word_of_a_clean_page_is_its_report():
    report = nm.Report()

    back = nm.from_html(nm.to_html(STORY, clean=True, report=report))

    assert {
        "article.credits",
        "article.canonical_url",
        "paragraph.role",
        "section.path",
        "comment-thread.declared",
    } == {loss.code for loss in report.losses}
    assert str(STORY.body[0].text) == str(back.body[0].text)
    assert STORY.comments.comments == back.comments.comments


def test_a_page_is_whole_and_a_fragment_is_its_article():
    fragment = nm.to_html(STORY, fragment=True)

    assert PAGE.startswith("<!DOCTYPE html>\n<html")
    assert PAGE.rstrip().endswith("</html>")
    assert fragment.startswith('<article class="newsmodel article"')
    assert fragment.strip() in PAGE
    assert STORY == nm.from_html(fragment)


# --- one fact, one place ---------------------------------------------------------------------------------------------


def test_the_head_is_for_others_and_never_read_back():
    for old, new in [
        ('"headline":"The bridge"', '"headline":"Another"'),
        ('<meta property="og:title" content="The bridge">', '<meta property="og:title" content="Another">'),
        ("<title>The bridge</title>", "<title>Another</title>"),
        ('<link rel="canonical" href="https://news.example/bridge">', ""),
    ]:
        assert STORY == edited(old, new), old
    generator = '<meta name="generator" content="newsmodel">'
    assert STORY == reread(re.sub(r"<head>.*</head>", f"<head>{generator}</head>", PAGE, flags=re.DOTALL))


def test_no_word_that_is_seen_stands_in_an_attribute_too():
    attributes = " ".join(re.findall(r'data-newsmodel="([^"]*)"', PAGE))

    for words in ("bridge</", "second paragraph", "Ten years", "resident", "waited", "Good.", "After ten", "Politics"):
        assert words not in attributes


# --- a person edits the file -----------------------------------------------------------------------------------------


def test_changed_words_are_read_and_nothing_else_changes():
    assert body_with(2, nm.Paragraph("Quite another one."), remove=1) == edited(SECOND, "<p>Quite another one.</p>")


def test_words_changed_in_a_paragraph_with_an_attribute_keep_its_fields():
    assert "lede" == edited(" said so on Monday.", " never said so.").body[0].role


def test_a_changed_headline_section_and_comment_are_read():
    page = PAGE.replace('class="headline">The bridge', 'class="headline">No bridge')
    page = page.replace(">Politics</a>", ">City</a>").replace("Good.", "Bad.")
    article = reread(page)

    assert "No bridge" == str(article.headline)
    assert nm.Section("City", "/politics", path="/politics") == article.section
    assert ("Bad.", "Bo", 5) == (
        nm.plain_text(article.comments.comments[0].body),
        article.comments.comments[0].author.name,
        article.comments.declared,
    )


FOREIGN = [
    ("<p>New <b>bold</b> words", nm.Paragraph(["New ", nm.Span("bold", marks=["strong"]), " words"])),
    ("loose words", nm.Paragraph("loose words")),
    ("<div>loose words</div>", nm.Paragraph("loose words")),
    ("<ul><li>x<li>y</ul>", nm.List(["x", "y"])),
    ("<ol start=3><li>x</ol>", nm.List(["x"], ordered=True, start=3)),
    ('<img src="n.png" alt="N">', nm.Figure(nm.Image("n.png", alt="N"))),
    ("<h4>More</h4>", nm.Heading("More", level=4)),
    ("<blockquote>Said</blockquote>", nm.Quote("Said")),
    ("<pre>a  b</pre>", nm.Code("a  b")),
    ("<hr>", nm.Divider()),
    (
        '<figure><img src="n.png" alt="N"><figcaption>Seen</figcaption></figure>',
        nm.Figure(nm.Image("n.png", alt="N", caption="Seen")),
    ),
    ('<iframe src="https://www.youtube.com/embed/x"></iframe>', nm.Embed("https://www.youtube.com/embed/x")),
]


@pytest.mark.parametrize(("markup", "block"), FOREIGN, ids=[markup for markup, _ in FOREIGN])
def test_what_a_person_inserts_is_read_and_all_else_stays(markup, block):
    article = edited(SECOND, f"{SECOND}\n{markup}\n")

    assert type(block) is type(article.body[3])
    assert nm.plain_text(block) == nm.plain_text(article.body[3])
    if not isinstance(block, (nm.Figure, nm.Embed)):
        assert block == article.body[3]
    assert body_with(3, article.body[3]) == article


@pytest.mark.parametrize("position", range(len(STORY.body)))
def test_a_deleted_block_is_gone_and_all_else_stays(position):
    element = nm.render(STORY.body[position], "html")

    assert body_with(position, remove=1) == edited(element, "")


@pytest.mark.parametrize("position", range(len(STORY.body)))
def test_a_copied_block_is_there_twice(position):
    element = nm.render(STORY.body[position], "html")

    assert body_with(position, STORY.body[position]) == edited(element, f"{element}\n{element}")


BREAKABLE = r"(?:p|ul|ol|li|h\d|div|article|header|section|figure|figcaption|blockquote|main|body|aside|footer)"


def pretty(page: str) -> str:
    """Every tag of a block on a line of its own, set in: what a pretty printer makes of a page."""
    return re.sub(rf"\s*(</?{BREAKABLE}\b[^>]*>)\s*", r"\n      \1\n        ", page)


def wrapped(page: str) -> str:
    """Every space between words of the body a line end, as an editor wraps lines."""
    head, body = page.split("<body>")
    return f"{head}<body>" + re.sub(r"(?<=\w) (?=\w)(?=[^<>]*<)", "\n   ", body)


@pytest.mark.parametrize("change", [pretty, wrapped])
def test_a_page_laid_out_anew_says_the_same(change):
    page = change(PAGE)

    assert page != PAGE
    assert STORY == reread(page)


@given(articles("typical"))
def test_any_article_survives_a_pretty_printer(article):
    page = nm.to_html(article, internal=True)
    kept = "data-space" in page or "<pre" in page

    assert kept or article == nm.from_html(pretty(page))


def test_significant_white_space_is_marked_and_survives():
    article = nm.Article("a  b", body=[nm.Paragraph(" two  spaces\tand\nlines "), nm.Paragraph("plain")])
    page = nm.to_html(article)

    assert 2 == page.count('data-space="preserve">')
    assert article == nm.from_html(page)


# --- a damaged attribute ---------------------------------------------------------------------------------------------

DAMAGE = [
    "{oops",
    "[]",
    "null",
    "5",
    '{"role":5}',
    '{"nothing":1}',
    '{"role":"\\u0000"}',
    '{"role":"\\ud800"}',
    '{"extra":{"x":NaN}}',
    "[" * 100_000,
    '{"a":' * 100_000,
]


def damaged(damage: str, *, of: str = "role") -> tuple[nm.Article, nm.Report]:
    report = nm.Report()
    value = damage.replace("&", "&amp;").replace('"', "&quot;")
    page = re.sub(rf'data-newsmodel="[^"]*{of}[^"]*"', lambda _: f'data-newsmodel="{value}"', PAGE, count=1)
    return nm.from_html(page, report=report), report


@pytest.mark.parametrize("damage", DAMAGE, ids=lambda damage: damage[:20])
def test_a_damaged_attribute_costs_its_own_fields_and_a_diagnostic(damage):
    article, report = damaged(damage)

    assert body_with(0, nm.Paragraph(STORY.body[0].text), remove=1) == article
    assert ["attribute-unreadable"] == [each.code for each in report.diagnostics]
    assert report.diagnostics[0].source.startswith("line ")


@pytest.mark.parametrize("damage", [*DAMAGE, '{"urgency":50}'], ids=lambda damage: damage[:20])
def test_a_damaged_attribute_of_the_article_costs_its_own_fields(damage):
    article, report = damaged(damage, of="canonical_url")

    assert (STORY.headline, STORY.body, STORY.comments) == (article.headline, article.body, article.comments)
    assert (None, ()) == (article.canonical_url, article.credits)
    assert ["attribute-unreadable"] == [each.code for each in report.diagnostics]


WITHIN = [
    ("<h2 data-newsmodel='{\"level\":9}'>Words</h2>", nm.Heading("Words")),
    ("<table><tr><td data-newsmodel='{\"colspan\":9999}'>Words</table>", nm.Table([nm.Row(["Words"])])),
    ('<div class="unknown-block"><p>Words</div>', nm.Paragraph("Words")),
    ('<p><span class="unknown-inline">Words</span>', nm.Paragraph("Words")),
    ('<p><span class="mention">Words</span>', nm.Paragraph("Words")),
    ('<p><a class="to" href="x">Words</a>', nm.Paragraph("Words")),
]


@pytest.mark.parametrize(("markup", "block"), WITHIN, ids=[markup for markup, _ in WITHIN])
def test_words_stay_whatever_their_element_lacks(markup, block):
    assert (block,) == nm.from_html(PAGE.replace(SECOND, markup)).body[2:3]


def test_a_comment_given_twice_costs_the_second_and_is_reported():
    item = nm.render(STORY.comments.comments[0], "html")
    report = nm.Report()

    article = nm.from_html(PAGE.replace(item, item * 2), report=report)

    assert 1 == PAGE.count(item)
    assert STORY == article
    assert [("comment", "dropped", "parse")] == [(loss.code, loss.effect, loss.stage) for loss in report.losses]


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ('<div class="body">\n', "<p>Stray</p>"),
        ("</header>\n<div", "<p>Stray</p>"),
        ("</ol>\n</section>", "<li>Stray"),
        ("</figcaption></figure>\n<blockquote", "Stray"),
    ],
)
def test_words_where_nothing_has_its_place_are_reported(before, words):
    report = nm.Report()

    assert 1 == PAGE.count(before)
    assert STORY == nm.from_html(PAGE.replace(before, words + before), report=report)
    assert ["dropped"] == [loss.effect for loss in report.losses]


# --- what is no page of ours -----------------------------------------------------------------------------------------


def test_a_relative_link_of_our_own_page_is_kept_and_that_of_another_is_joined():
    foreign = "<!DOCTYPE html><article><h1>News</h1><p>Read <a href='/more'>more about it here</a> today, please."

    own = nm.from_html(PAGE, url="https://mirror.example/")
    other = nm.from_html(foreign, url="https://mirror.example/")

    assert STORY == own
    assert ["https://mirror.example/more"] == [link.url for link in nm.walk(other, nm.Link)]


@pytest.mark.parametrize(
    "data", [b"", b"  \n", b"\xef\xbb\xbf", b"\xff\xd8\xff\xe0\0\x10JFIF", b"%PDF-1.7", b"PK\x03\x04"]
)
def test_what_is_no_page_is_refused(data):
    with pytest.raises(nm.FormatError) as caught:
        FORMAT.read(data)

    assert "html" == caught.value.format


@pytest.mark.parametrize(
    ("head", "least", "most"),
    [
        (b"<!DOCTYPE html>", 0.9, 1),
        (b"\xef\xbb\xbf  <html lang=en>", 0.9, 1),
        (b"<!-- saved --><!doctype HTML>", 0.9, 1),
        (b"<article>", 0.5, 0.89),
        (b"<?xml version='1.0'?><rss>", 0, 0),
        (b"<rss>", 0, 0),
        (b"plain words", 0, 0),
        (b"{}", 0, 0),
    ],
)
def test_a_page_is_known_by_its_beginning(head, least, most):
    assert least <= sniff(head) <= most


def test_raw_markup_is_written_only_when_asked_for():
    article = nm.Article("x", body=[nm.RawBlock("html", "<b>raw</b>"), nm.RawBlock("latex", "\\raw")])

    assert "<b>raw</b>" not in nm.to_html(article)
    assert "<b>raw</b>" in nm.to_html(article, raw=True)
    assert article == nm.from_html(nm.to_html(article)) == nm.from_html(nm.to_html(article, raw=True))


def test_the_attribute_is_ascii_json():
    article = nm.Article("x", body=[nm.Paragraph("y", role="ключ \"'<>& \U0001f469")])
    (value,) = re.findall(r'data-newsmodel="([^"]*)"', nm.to_html(article))

    assert value.isascii()
    assert {"role": "ключ \"'<>& \U0001f469"} == json.loads(
        value.replace("&quot;", '"').replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    )


@pytest.mark.parametrize("before", ["<!--x--> ", "<!-- --> <!-- ", "<!-- <!-- -->\n"])
def test_comments_before_a_page_are_passed_over_at_once(before):
    assert 0.9 == sniff((before.replace("<!-- --> <!-- ", "<!-- <!-- -->") * 300 + "<!DOCTYPE html>").encode())
    assert 0.9 > sniff((before * 300 + "<p>x").encode())  # a pattern that backtracked never came to an end
