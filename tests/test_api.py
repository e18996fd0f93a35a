"""The verbs: on bytes, str, paths and open files; options and errors; files replaced whole or not at all."""

import gzip
import io
import os
from contextlib import nullcontext
from pathlib import Path

import pytest
from hypothesis import given

import newsmodel as nm
from newsmodel.strategies import articles

STORY = nm.Article(
    "The bridge — opened", body=["It is open.", nm.PullQuote("Ten years!")], internal=nm.Internal(editor_note="Check")
)
PUBLIC = nm.Article(STORY.headline, body=STORY.body)
PAGE = nm.to_html(STORY)
FEED = nm.Feed("News", articles=[PUBLIC, nm.Article("Two")])


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(PAGE, "utf-8")
    return path


# --- in memory -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("data", [PAGE, PAGE.encode(), bytearray(PAGE.encode()), "\ufeff" + PAGE], ids=repr)
@pytest.mark.parametrize("format", ["html", None])
def test_text_and_bytes_are_parsed_named_or_detected(data, format):
    assert PUBLIC == nm.parse(data, format)


def test_a_feed_is_for_parse_feed_and_one_article_is_a_feed_of_one():
    page = nm.to_html(FEED)

    with pytest.raises(nm.FormatError, match="it holds 2 articles, not one; use parse_feed or iter_articles"):
        nm.parse(page, "html")
    assert FEED == nm.parse_feed(page, "html")
    assert nm.Feed(PUBLIC.headline, articles=[PUBLIC]) == nm.parse_feed(PAGE)
    assert PUBLIC == nm.parse(nm.to_html(nm.Feed(articles=[PUBLIC])), "html")


def test_a_node_that_is_no_article_is_for_from_json():
    text = nm.to_json(nm.Comment(id="c1"))

    with pytest.raises(nm.FormatError, match="it holds a Comment, not an article; use from_json"):
        nm.parse(text, "json")
    assert nm.Comment(id="c1") == nm.from_json(text)


def test_text_is_rendered_as_str_and_as_bytes():
    assert isinstance(nm.render(STORY, "html"), str)
    assert nm.render(STORY, "html").encode() == nm.render_bytes(STORY, "html")


def test_what_is_no_text_is_not_rendered_as_str():
    from newsmodel import registry
    from newsmodel.format import Format

    registry.register_format(Format(name="zip", title="A box", render=lambda _: b"\xff", binary=True))
    try:
        with pytest.raises(nm.FormatError, match="A box is no text; use render_bytes or write"):
            nm.render(STORY, "zip")
        assert b"\xff" == nm.render_bytes(STORY, "zip")
    finally:
        registry.unregister_format("zip")


@pytest.mark.parametrize(
    "node", [FEED, STORY, nm.Comment(id="c", body="Hi"), nm.Paragraph("x"), nm.Divider()], ids=repr
)
@pytest.mark.parametrize("format", [format.name for format in nm.list_formats() if format.render])
def test_any_node_renders_in_any_format(node, format):
    assert isinstance(nm.render_bytes(node, format), bytes)


def test_the_two_home_formats_have_verbs_of_their_own():
    assert STORY == nm.from_json(nm.to_json(STORY, internal=True, indent=2))
    assert PUBLIC == nm.from_json(nm.to_json(STORY))
    assert STORY == nm.from_html(nm.to_html(STORY, internal=True))
    assert nm.to_html(STORY, fragment=True) == nm.render(STORY, "html", fragment=True)
    assert "https://n.example/x" in nm.to_json(
        nm.from_html("<article><h1>T</h1><p>It has <a href=/x>a link</a> in a line.", url="https://n.example/")
    )


# --- reports ---------------------------------------------------------------------------------------------------------


@given(articles("typical"))
def test_losses_are_the_report_of_a_write(article):
    for format in nm.list_formats():
        if format.render:
            report = nm.Report()
            nm.render_bytes(article, format.name, report=report)
            assert report == nm.losses(article, format.name)


def test_a_conversion_has_one_report_of_both_hops():
    report = nm.Report()
    page = PAGE.replace("<p>", '<p data-newsmodel="{">', 1).replace("<body>", '<body><h2 data-newsmodel="{"></h2>')
    text = nm.convert(page, "html", "json", report=report)

    assert PUBLIC == nm.from_json(text)
    assert ["own-markup-untrusted", "attribute-unreadable"] == [each.code for each in report.diagnostics]
    loud = nm.Report()
    nm.convert(nm.to_json(STORY, internal=True), None, "text", report=loud)
    assert {"pull-quote"} <= {loss.code.split(".")[0] for loss in loud.losses}


def test_an_option_of_a_conversion_goes_to_whichever_takes_it():
    assert "data-newsmodel" not in nm.convert(nm.to_json(STORY), "json", "html", clean=True)
    assert "https://n.example/x" in nm.convert(
        "<article><h1>T</h1><p>It has <a href=/x>a link</a> in a line.", "html", "json", url="https://n.example/"
    )
    with pytest.raises(nm.OptionError, match='did you mean "clean"'):
        nm.convert(nm.to_json(STORY), "json", "html", claen=True)


def test_a_verified_write_reads_back():
    report = nm.Report()

    nm.render(STORY, "html", report=report, verify=True)

    assert ["article.internal"] == [loss.code for loss in report.losses]


@pytest.mark.parametrize(
    "call",
    [
        lambda: nm.parse(PAGE, "html", ulr="x"),
        lambda: nm.render(STORY, "html", raww=True),
        lambda: nm.losses(STORY, "html", clena=True),
        lambda: nm.to_html(STORY, fragmnet=True),
        lambda: nm.from_html(PAGE, rul="x"),
    ],
)
def test_an_option_that_does_not_exist_is_refused_with_a_hint(call):
    with pytest.raises(nm.OptionError, match="did you mean"):
        call()


def test_an_unknown_format_is_refused_with_a_hint():
    for call in (nm.render, nm.losses):
        with pytest.raises(nm.UnknownFormatError, match='did you mean "markdown"'):
            call(STORY, "markdwon")
    with pytest.raises(nm.UnknownFormatError, match='name it \\(format="…"\\)'):
        nm.parse(b"\x00\x01\x02")


# --- files -----------------------------------------------------------------------------------------------------------


SOURCES = {
    "a path": nullcontext,
    "a string": lambda path: nullcontext(str(path)),
    "a binary file": lambda path: path.open("rb"),
    "an unbuffered file": lambda path: path.open("rb", buffering=0),
    "a text file": lambda path: path.open(encoding="utf-8"),
    "bytes in memory": lambda path: io.BytesIO(path.read_bytes()),
    "text in memory": lambda path: io.StringIO(path.read_text("utf-8")),
}


@pytest.mark.parametrize("kind", SOURCES)
def test_a_file_is_read_from_a_path_or_open(page, kind):
    with SOURCES[kind](page) as source:
        assert PUBLIC == nm.read(source)


@pytest.mark.parametrize("kind", SOURCES)
def test_the_articles_of_a_file_come_one_by_one(tmp_path, kind):
    path = tmp_path / "news.jsonl"
    path.write_text("".join(f"{nm.to_json(article)}\n" for article in FEED.articles), "utf-8")

    with SOURCES[kind](path) as source:
        assert list(FEED.articles) == list(nm.iter_articles(source, "json"))


def test_a_compressed_file_is_read_as_it_comes(tmp_path):
    path = tmp_path / "page.html.gz"
    path.write_bytes(gzip.compress(PAGE.encode()))

    with gzip.open(path) as file:
        assert [PUBLIC] == list(nm.iter_articles(file))
    with gzip.open(path) as file:
        assert PUBLIC == nm.read(file)


def test_reading_starts_at_the_beginning_whatever_detection_looked_at(tmp_path):
    path = tmp_path / "long"
    path.write_text(nm.to_html(nm.Article("x", body=["words " * 5000])), "utf-8")

    for file in (path.open("rb"), path.open("rb", buffering=0), io.BytesIO(path.read_bytes())):
        with file:
            (article,) = nm.iter_articles(file)
            assert 5000 == nm.word_count(article)


def test_a_file_that_is_not_there_is_an_os_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        nm.read(tmp_path / "nothing.html")


@pytest.mark.parametrize("kind", [Path, str])
def test_a_file_is_written_in_the_format_of_its_name(tmp_path, kind):
    for name, format in (("a.html", "html"), ("a.json", "json"), ("a.MD", "markdown")):
        nm.write(STORY, kind(tmp_path / name))
        assert nm.render_bytes(STORY, format) == (tmp_path / name).read_bytes()
    with pytest.raises(nm.UnknownFormatError, match=r'"\.zzz"'):
        nm.write(STORY, kind(tmp_path / "a.zzz"))


def test_an_open_file_is_written_binary_or_text(tmp_path):
    binary, text = io.BytesIO(), io.StringIO()
    nm.write(STORY, binary, "html")
    nm.write(STORY, text, "html")
    with (tmp_path / "b.html").open("w", encoding="utf-8", newline="") as file:
        nm.write(STORY, file)

    assert PAGE == binary.getvalue().decode() == text.getvalue() == (tmp_path / "b.html").read_bytes().decode()


def test_a_write_takes_options_and_reports(tmp_path):
    report = nm.Report()
    nm.write(STORY, tmp_path / "a.html", report=report, internal=True)

    assert report.clean
    assert STORY == nm.read(tmp_path / "a.html")


def files(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(page, monkeypatch):
    before = files(page.parent)

    with pytest.raises(nm.OptionError):
        nm.write(STORY, page, nonsense=True)
    with pytest.raises(ZeroDivisionError):
        nm.write(STORY, page, renderer=broken())
    assert before == files(page.parent)

    monkeypatch.setattr(os, "replace", failing)
    with pytest.raises(OSError, match="the disk is full"):
        nm.write(STORY, page)
    assert before == files(page.parent)


def broken():
    from newsmodel.rendering.html import html

    return html.using({nm.PullQuote: lambda _node, _out: 1 / 0})


def failing(*_args):
    raise OSError("the disk is full")


def test_a_replaced_file_keeps_its_permissions_and_a_new_one_has_the_usual(tmp_path):
    path = tmp_path / "a.html"
    path.write_text("old")
    path.chmod(0o640)
    usual = tmp_path / "usual"
    usual.touch()

    nm.write(STORY, path)
    nm.write(STORY, tmp_path / "b.html")

    assert 0o640 == path.stat().st_mode & 0o777
    assert usual.stat().st_mode == (tmp_path / "b.html").stat().st_mode


# --- what is this ----------------------------------------------------------------------------------------------------


def test_detect_says_what_it_is_how_surely_and_why():
    found = nm.detect(PAGE, "page.html")

    assert "html" == found
    assert 1.0 == found.score
    assert found.reasons == ("its content looks like HTML (WHATWG) (0.90)", "its name ends in .html")
    assert "json" == nm.detect(nm.to_json(STORY)) == nm.detect(nm.to_json(STORY).encode())


def test_detect_refuses_what_nothing_recognises():
    with pytest.raises(nm.UnknownFormatError):
        nm.detect(b"\x00\x01\x02")


def test_formats_are_listed_with_what_they_can_do():
    found = {format.name: format for format in nm.list_formats()}

    assert found["html"].parse
    assert found["html"].render
    assert found["pasted"].render is None


def test_a_feed_is_read_with_its_address_and_a_report():
    report = nm.Report()
    feed = nm.parse_feed("Café".encode("latin-1"), "text", url="https://e.example/a", report=report)

    assert ["https://e.example/a"] == [each.canonical_url for each in feed.articles]
    assert 1 == len(report.diagnostics)
