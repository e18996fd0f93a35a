"""What strangers' content may do in a page of ours: ids, links and media, in articles and, stricter, in comments."""

from collections import Counter

import pytest
from hypothesis import given

import newsmodel as nm
from newsmodel.formats.html import FORMAT
from newsmodel.html_policy import ID_PREFIX, element_id, from_page, in_page, node_id, relations, target
from newsmodel.markup import engine
from newsmodel.strategies.strings import hostile, hostile_urls

BODY = [
    nm.Heading("h", anchor="note-b"),
    nm.Heading("h", anchor="getElementById"),
    nm.Paragraph(["a", nm.FootnoteReference("b"), nm.Span("s", id="comment-1")], id="config"),
    nm.List([nm.ListItem(["x"], id="note-b")]),
    nm.Paragraph(
        [
            nm.Span("down", marks=[nm.Link("#getElementById", rel="opener external", target="other")]),
            nm.Span("up", marks=[nm.Link("#top")]),
            nm.Span("out", marks=[nm.Link("https://e.example/", rel="author", target="_blank")]),
        ]
    ),
    nm.Figure(nm.Image("https://e.example/a.png", alt="A")),
    nm.Figure(nm.Video("https://e.example/a.mp4", poster=nm.Image("https://e.example/p.png"))),
]
ARTICLE = nm.Article(
    "x",
    id="comment-1",
    body=BODY,
    notes=[nm.Footnote([nm.List([nm.ListItem(["x"], id="note-b")])], id="b")],
    comments=nm.CommentThread([nm.Comment(id="1", body=BODY), nm.Comment(id="2", parent="1", body=BODY)]),
)
OPTIONS = [{}, {"clean": True}, {"fragment": True}, {"clean": True, "fragment": True}, {"comment_media": True}]


def page(**options):
    return engine.parse(nm.to_html(ARTICLE, **options))


def bodies(root):
    """The element of the article's body, and those of the comments'."""
    found = [each for each in engine.elements(root, "div") if engine.attribute(each, "class") == "body"]
    return found[0], found[1:]


@pytest.mark.parametrize("document", [ARTICLE, nm.Feed("News", articles=[ARTICLE])], ids=["article", "feed"])
@pytest.mark.parametrize("options", OPTIONS, ids=str)
def test_the_policy_costs_no_round_trip(document, options):
    report = nm.Report()
    read = FORMAT.read(FORMAT.write(document, **options), report)

    assert FORMAT.fitted(document, nm.Report(), **options) == read
    assert nm.Report() == report
    assert options.get("clean") or document == read


@pytest.mark.parametrize("options", OPTIONS, ids=str)
def test_no_id_of_a_node_is_one_that_the_page_makes_or_a_name_that_scripts_use(options):
    ids = Counter(filter(None, (engine.attribute(each, "id") for each in engine.elements(page(**options)))))

    assert {"note-b", "comment-1", "comment-2"} == {each for each in ids if not each.startswith(ID_PREFIX)}
    assert {1} == {ids[each] for each in ("note-b", "comment-1", "comment-2")}
    assert f"{ID_PREFIX}getElementById" in ids


@pytest.mark.parametrize("options", OPTIONS, ids=str)
def test_in_comments_nothing_has_an_id_and_every_link_says_whose_it_is(options):
    _, comments = bodies(page(**options))
    links = [link for each in comments for link in engine.elements(each, "a")]

    assert 2 == len(comments)
    assert [] == [each for body in comments for each in engine.elements(body) if engine.attribute(each, "id")]
    assert {"ugc nofollow noopener"} == {engine.attribute(each, "rel") for each in links if "#" not in href(each)}
    assert {None} == {engine.attribute(each, "target") for each in links}


def href(link):
    return engine.attribute(link, "href") or ""


def test_media_in_comments_load_only_for_who_asks():
    for options, loads in (({}, False), ({"clean": True}, False), ({"comment_media": True}, True)):
        article, comments = bodies(page(**options))

        assert {"https://e.example/a.png", "https://e.example/a.mp4"} == sources(article)
        for body in comments:
            assert loads == ("https://e.example/a.png" in sources(body))
            assert loads or {"data:,"} == sources(body)


def sources(root):
    return {engine.attribute(each, "src") for each in engine.elements(root, "img", "video")}


def test_a_link_of_an_article_keeps_what_is_harmless_and_leads_within_the_page():
    article, _ = bodies(page())
    down, up, out = [
        engine.attributes(each) for each in engine.elements(article, "a") if "role" not in engine.attributes(each)
    ]

    assert (f"#{ID_PREFIX}getElementById", "external", None) == (down["href"], down["rel"], down.get("target"))
    assert "#top" == up["href"]
    assert ("author", "_blank") == (out["rel"], out["target"])


def test_what_a_clean_page_cannot_show_is_a_loss():
    losses = {(loss.code, loss.at) for loss in nm.losses(ARTICLE, "html", clean=True).losses}

    assert ("comment.body", "$.comments.comments[0]") in losses
    assert ("link.rel", "$.body[4].text[0].marks[0]") in losses
    assert ("link.target", "$.body[4].text[0].marks[0]") in losses


@given(hostile_urls)
def test_a_link_within_the_page_leads_back(url):
    assert url == from_page(in_page(url))
    assert in_page(url) == url or url.startswith("#")


@given(hostile)
def test_an_id_comes_back(identity):
    written = element_id(identity)

    assert written is None or identity == node_id(written)
    assert (written is None) == (not identity or any(letter.isspace() for letter in identity))


def test_an_opener_is_no_relation_and_only_a_new_window_a_target():
    assert (None, None, "noopener", "a b") == tuple(map(relations, (None, "OPENER", "opener noopener", "a b")))
    assert (None, None, "_blank") == tuple(map(target, (None, "other", "_blank")))
