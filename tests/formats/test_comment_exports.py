"""Exports of comment systems: the tree, authors, dates and states are read, and what is written is read back."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import attrs
import pytest

import newsmodel as nm
from newsmodel import registry
from newsmodel.report import Report
from newsmodel.testing.paths import resolve

ROOT = Path(__file__).resolve().parents[2]
OWN = ROOT / "tests" / "samples"
SAMPLES = Path(os.environ.get("NEWSMODEL_SAMPLES") or ROOT.parent / "shared" / "samples") / "comment-data"
FILES = {
    "disqus": "001-forum.xml",
    "remark42": "001-two-pages.json",
    "commento": "001-export.json",
    "isso": "001-generic.json",
    "wordpress-comments": "001-answer.json",
}


def sample(name):
    return (OWN / name / FILES[name]).read_bytes()


def shared(name):
    path = SAMPLES / name
    if not path.exists():
        pytest.skip("the shared samples are not here")
    return path.read_bytes()


def read(name, data=None, **options):
    report = Report()
    return registry.get(name).read(sample(name) if data is None else data, report, **options), report


def tree(article):
    return [(comment.id, comment.parent, comment.status) for comment in article.comments]


def article(*comments, **fields):
    return nm.Article("The bridge", comments=nm.CommentThread(comments, **fields))


@pytest.mark.parametrize("name", FILES)
def test_an_export_is_detected(name):
    assert name == nm.detect(sample(name))


@pytest.mark.parametrize("name", FILES)
def test_private_data_is_written_only_when_asked(name):
    format = registry.get(name)
    document, _ = read(name)
    usual, internal = format.write(document), format.write(document, internal=True)

    assert [] == [word for word in (b"192.0.2.7", b"mail.example", b"deadbeef") if word in usual]
    assert format.read(internal) == format.fitted(document, Report(), internal=True)
    assert any(comment.private for each in pages(format.read(internal)) for comment in each.comments)


def pages(document):
    return document.articles if isinstance(document, nm.Feed) else (document,)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("junk", [b"[1]", b'{"version": 9}', b"", b"<a/>", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"])
def test_another_file_is_refused(name, junk):
    with pytest.raises(nm.FormatError):
        read(name, junk)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("status", ["pending", "spam", "rejected", "withheld", "deleted", "unknown"])
def test_what_is_not_public_never_becomes_so(name, status):
    given = article(nm.Comment(id="1", status=status, body="Words"), nm.Comment(id="2", parent="1", body="Yes"))
    back = registry.get(name).read(registry.get(name).write(given))

    assert "published" != back.comments.comments[0].status
    assert ("2", "1", "published") == tree(back)[1]


@pytest.mark.parametrize("name", FILES)
def test_the_tree_is_kept_however_deep_and_in_whatever_order(name):
    chain = [nm.Comment(id=str(number), parent=str(number - 1) if number > 1 else None) for number in range(1, 2001)]
    back = registry.get(name).read(registry.get(name).write(article(*reversed(chain))))

    assert [(each.id, each.parent) for each in reversed(chain)] == [(c.id, c.parent) for c in back.comments]


def test_a_deleted_disqus_post_keeps_its_place_and_loses_its_words():
    forum, report = read("disqus")

    assert [
        ("101", None, "published"),
        ("102", "101", "deleted"),
        ("103", "102", "published"),
        ("104", None, "spam"),
    ] == tree(forum)
    assert () == forum.comments.comments[1].body
    assert ["comment.body"] == [loss.code for loss in report.losses]
    assert ("harbour-reopens", True) == (forum.comments.key, forum.comments.open)


def test_a_comment_whose_id_is_blank_or_another_s_is_no_disqus_post():
    report = Report()
    comments = [nm.Comment(id=id) for id in ("\n", " 1 ", "1")]
    fitted = registry.get("disqus").fitted(article(*comments), report)

    assert [("1", None, "published")] == tree(fitted)
    assert "article.comments" in [loss.code for loss in report.losses]
    assert nm.Article() == registry.get("disqus").fitted(article(nm.Comment(id="\n")), Report())


def test_a_disqus_post_whose_thread_is_missing_is_kept():
    document, report = read("disqus", shared("disqus-isso.xml"))

    assert [["4", "5", "9", "11"], ["6"], ["8"]] == [[c.id for c in each.comments] for each in document.articles]
    assert "1337" == document.articles[1].identifiers[0].value
    assert ["thread-missing"] == [each.code for each in report.diagnostics]


@pytest.mark.parametrize("name", ["disqus-remark42.xml", "disqus-deleted-post-remark42.xml"])
def test_disqus_xml_that_is_not_well_formed_is_refused_with_its_line(name):
    with pytest.raises(nm.FormatError) as caught:
        read("disqus", shared(name))

    assert 147 == caught.value.line


def test_characters_in_front_of_the_xml_are_passed_over():
    document, report = read("disqus", b"`" + sample("disqus"))

    assert 4 == len(document.comments)
    assert "xml-junk" in [each.code for each in report.diagnostics]


def test_markup_that_would_close_cdata_comes_back():
    given = article(nm.Comment(id="1", body=[nm.Code("a]]>b")]))

    back = registry.get("disqus").read(registry.get("disqus").write(given))

    assert given.comments.comments[0].body == back.comments.comments[0].body


def test_a_remark42_backup_is_read_with_votes_edits_pins_and_sources():
    document, _ = read("remark42")
    bridge, other = document.articles
    first = bridge.comments.comments[0]

    assert [("a1", None, "published"), ("a2", "a1", "deleted")] == tree(bridge)
    assert ("The bridge", "news", False) == (str(bridge.headline), bridge.comments.key, bridge.comments.open)
    assert (-2, ("pinned",), "typo", "administrator") == (
        first.votes.score,
        first.flags,
        first.edit_note,
        first.author.role,
    )
    assert "It **opens**." == first.source.text
    assert "2026-03-05T08:07:00.123456+01:00" == first.created.isoformat()
    assert other.comments.comments[0].created is None


def test_a_line_of_a_remark42_backup_that_is_no_json_is_named():
    with pytest.raises(nm.FormatError) as caught:
        read("remark42", sample("remark42").replace(b'{"id":"a2"', b'{"id":a2'))

    assert 3 == caught.value.line


def test_the_first_line_remark42_writes_is_what_its_import_asks_for():
    data = registry.get("remark42").write(article(nm.Comment(id="1", body="Yes")), site="news")
    head, line = map(json.loads, data.splitlines())

    assert {"version": 1, "users": [], "posts": []} == head
    assert {"site": "news", "url": ""} == line["locator"]
    assert "<p>Yes</p>" == line["text"]


def test_a_commento_export_joins_comments_and_commenters():
    document, report = read("commento")
    first, second, third = document.comments

    assert "https://news.example/bridge" == document.canonical_url
    assert ("p1", "Ann", None, "moderator") == (first.author.id, first.author.name, first.author.url, first.author.role)
    assert (True, "spam", "Buy this") == (second.author.anonymous, second.status, str(second.body[0].text))
    assert ("deleted", ()) == (third.status, third.body)
    assert {"commenter.provider"} == {loss.code for loss in report.losses}


def by(id, account, **fields):
    return nm.Comment(id=id, author=account, body=["Yes."], **fields)


def through(name, given, **options):
    """What is read back, and the places of the losses of writing it, by their codes."""
    report = Report()
    back = registry.get(name).read(registry.get(name).write(given, report, **options))
    return back, {(loss.code, loss.at) for loss in report.losses}


def test_nobody_speaks_in_anothers_name_where_two_share_an_account_id():
    ann, bo = nm.Account("Ann", id="p"), nm.Account("Bo", id="p")
    back, losses = through("commento", article(by("1", ann), by("2", bo), by("3", nm.Account(id="p")), by("4", bo)))
    first, second, third, fourth = (comment.author for comment in back.comments)

    assert ["Ann", "Bo", None, "Bo"] == [each.name for each in (first, second, third, fourth)]
    assert "p" == first.id != second.id != third.id
    assert second == fourth
    assert {f"$.comments.comments[{n}]" for n in (1, 2, 3)} == {at for code, at in losses if code == "comment.author"}


def test_an_account_has_the_same_picture_in_all_of_an_export_and_the_loss_its_place_in_the_feed():
    one, other = nm.Account("Ann", id="p", avatar="a.png"), nm.Account("Ann", id="p")
    pages = [
        nm.Article(canonical_url=f"https://e.example/{n}", comments=nm.CommentThread([by("1", who)]))
        for n, who in enumerate((one, other))
    ]
    back, losses = through("commento", nm.Feed(articles=[nm.Article("empty"), *pages]))

    assert ["a.png", "a.png"] == [each.comments.comments[0].author.avatar for each in back.articles]
    assert ("comment.author", "$.articles[2].comments.comments[0]") in losses


@pytest.mark.parametrize("ids", [("0", "#0"), ("#0", "0"), ("0", "#0", "1"), ("0", "00")])
@pytest.mark.parametrize("name", ["wordpress-comments", "isso"])
def test_no_two_ids_get_one_number(name, ids):
    back, _ = through(name, article(*(by(id, None) for id in ids), by("r", None, parent=ids[0]), key="1"))

    assert len(ids) + 1 == len(set(back.comments))
    assert back.comments.comments[0].id == back.comments.comments[-1].parent


def test_a_comment_that_two_pages_of_one_address_have_is_dropped_at_its_page():
    page = nm.Article("A", canonical_url="https://e.example/", comments=nm.CommentThread([by("1", None)]))
    _, losses = through("disqus", nm.Feed(articles=[page, nm.Article("no comments"), page]))

    assert ("comment", "$.articles[2]") in losses


@pytest.mark.parametrize("node", [lambda each: each, lambda each: nm.CommentThread([each])])
@pytest.mark.parametrize("name", [*FILES, "activitystreams", "atom-threads", "coral", "web-annotation"])
def test_losses_of_a_lone_comment_or_thread_have_their_places_in_it(name, node):
    given = node(by("1", nm.Account("Ann", location="Rome"), flags=["x"], rating=nm.Rating(3, best=7)))
    report = nm.losses(given, name)

    assert not report.clean
    assert [] == [loss.at for loss in report.losses if resolve(given, loss.at, None) is None]
    where = "$.author" if isinstance(given, nm.Comment) else "$.comments[0].author"
    assert where in [loss.at for loss in report.losses if loss.code.startswith("account.")]


BAD = ["javascript:alert(1)", "JaVa\tScript:x", "vbscript:x", "data:text/html,<script>x</script>"]


@pytest.mark.parametrize("bad", BAD)
@pytest.mark.parametrize("name", [*FILES, "activitystreams", "atom-threads", "coral", "web-annotation"])
def test_no_address_that_runs_code_is_written(name, bad):
    key = None if name in ("disqus", "coral") else bad  # there it is a name; elsewhere an address is made of it
    thread = nm.CommentThread([by("1", nm.Account("Ann", id="7", url=bad, avatar=bad), url=bad)], url=bad, key=key)
    author = nm.Credit(nm.Person("Ann", url=bad, image=bad))
    page = nm.Article(
        "A", canonical_url=bad, credits=[author], comments=thread, section=nm.Section("News", url=bad),
        concepts=[nm.Concept("Rome", kind="place", uri=bad)], body=[nm.Quote(["Yes."], source_url=bad)],
    )  # fmt: skip
    report = Report()
    for given in (page, attrs.evolve(page, canonical_url=None), nm.Feed("F", url=bad, articles=[page, page])):
        data = registry.get(name).write(given, report)

        assert not any(found in data for found in (b"javascript:", b"script:x", b"text/html,"))
    assert {"article.canonical_url"} <= {loss.code for loss in report.losses}


def test_addresses_that_run_nothing_are_kept():
    thread = nm.CommentThread([by("1", nm.Account("Ann", id="7", url="/ann", avatar="data:image/png;base64,AA"))])
    back, losses = through("commento", nm.Article(canonical_url="https://e.example/", comments=thread))

    assert ("/ann", "data:image/png;base64,AA") == (
        back.comments.comments[0].author.url,
        back.comments.comments[0].author.avatar,
    )
    assert not {"account.url", "account.avatar"} & {code for code, _ in losses}


def test_isso_texts_are_html_or_markdown_as_asked():
    as_html, _ = read("isso")
    as_markdown, _ = read("isso", markdown=True, url="https://news.example/")

    assert "It **opens**." == str(as_html.comments.comments[0].body[0].text)
    assert "It opens." == str(as_markdown.comments.comments[0].body[0].text)
    assert "https://news.example/bridge/" == as_markdown.canonical_url
    assert datetime(2026, 3, 5, 8, 7, tzinfo=UTC) == as_html.comments.comments[0].created
    assert (("2", "1", "pending"), 4, 1) == (
        tree(as_html)[1],
        as_html.comments.comments[1].votes.up,
        as_html.comments.comments[1].votes.down,
    )


def test_isso_gets_all_that_its_import_asks_for():
    data = registry.get("isso").write(article(nm.Comment(id="x", created=datetime(2026, 3, 5, 8, 7, tzinfo=UTC))))
    (thread,) = json.loads(data)

    assert {"id", "title", "comments"} == set(thread)
    assert {"id", "author", "email", "website", "remote_addr", "created", "text"} == set(thread["comments"][0])
    assert "2026-03-05 08:07:00" == thread["comments"][0]["created"]
    assert int is type(thread["comments"][0]["id"])


def test_a_real_isso_export_is_read_whole():
    document, report = read("isso", shared("isso-generic.json"))

    assert ["/posts/0001/", "/posts/0007/"] == [each.comments.key for each in document.articles]
    assert report.clean


def test_a_real_commento_export_is_read_whole():
    document, _ = read("commento", shared("commento-remark42.json"))

    assert [1, 2] == [len(each.comments) for each in document.articles]
    assert "Saturnin Uf" == document.articles[1].comments.comments[1].author.name


def test_the_answer_of_wordpress_says_what_post_it_is_about():
    post, _ = read("wordpress-comments")
    first, second = post.comments

    assert ("Bridges & tunnels", "https://news.example/bridge/", "7") == (
        str(post.headline),
        post.canonical_url,
        post.comments.key,
    )
    assert (datetime(2026, 3, 5, 8, 7, tzinfo=UTC), "3") == (first.created, first.author.id)
    assert ("12", "pending", "pingback") == (second.parent, second.status, second.kind)


@pytest.mark.parametrize("name", ["wordpress-comments", "isso"])
def test_ids_that_are_no_numbers_become_the_same_number_everywhere(name):
    format, report = registry.get(name), Report()
    one, other = nm.Comment(id="first"), nm.Comment(id="second", parent="first")
    there = format.read(format.write(article(one, other), report)).comments
    alone = format.read(format.write(article(other))).comments

    assert there.comments[1].parent == there.comments[0].id == alone.comments[0].parent
    assert "comment.id" in [loss.code for loss in report.losses]


def test_zero_is_no_comment_to_wordpress():
    format = registry.get("wordpress-comments")
    back = format.read(format.write(article(nm.Comment(id="0"), nm.Comment(id="1", parent="0")))).comments

    assert "0" != back.comments[0].id == back.comments[1].parent


def test_pages_of_one_address_become_one():
    page = nm.Article(canonical_url="https://a.example/b", comments=nm.CommentThread([nm.Comment(id="1")]))
    other = nm.Article(canonical_url="https://a.example/b", comments=nm.CommentThread([nm.Comment(id="2")]))
    report = Report()
    back = registry.get("commento").read(registry.get("commento").write(nm.Feed(articles=[page, other]), report))

    assert ["1", "2"] == [comment.id for comment in back.comments]
    assert "article" in [loss.code for loss in report.losses]


def test_a_table_of_any_shape_is_typed_for_commento():
    table = nm.Table([], foot=[nm.Row([nm.Cell("a"), nm.Cell([])])])
    given = article(nm.Comment(id="1", body=[table]))

    assert b"| a   |     |" in registry.get("commento").write(given)
    assert (table,) == registry.get("commento").read(registry.get("commento").write(given)).comments.comments[0].body
