"""newsmodel's own JSON as a format: versions, errors, JSON Lines, detection, golden documents."""

import io
import json
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel as nm
from newsmodel.formats.json import FORMAT
from newsmodel.model.frozen import thaw
from newsmodel.strategies import articles, nodes

SAMPLES = sorted((Path(__file__).parent.parent / "samples" / "json").glob("*.json"))
STORY = nm.Article(
    nm.Text(["The ", nm.Span("news", marks=["strong"])]),
    body=["First.", nm.Heading("Then")],
    credits=[nm.Credit(nm.Person("Ann", email="ann@news.example"))],
    internal=nm.Internal(editor_note="Check"),
)


def refused(data, **options) -> nm.FormatError:
    with pytest.raises(nm.FormatError) as caught:
        FORMAT.read(data, **options)
    return caught.value


def document(**fields) -> str:
    return json.dumps({"newsmodel": "1", "type": "article", **fields})


def streamed(data: bytes) -> list[nm.Article]:
    return list(FORMAT.articles(io.BytesIO(data)))


# --- documents -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_golden_document_is_read_and_written_byte_for_byte(path):
    golden = path.read_bytes()

    assert golden == FORMAT.write(FORMAT.read(golden), indent=2, internal=True) + b"\n"


def test_there_are_golden_documents():
    assert {"001-story", "002-live-blog", "003-feed", "004-newer-version", "005-comment"} <= {p.stem for p in SAMPLES}


@given(nodes(nm.Node, "typical"))
def test_any_node_is_written_and_read(node):
    written = FORMAT.write(node, internal=True)

    assert node == FORMAT.read(written)
    assert written == FORMAT.write(FORMAT.read(written), internal=True)


@given(articles("hostile"), st.sampled_from([None, 0, 4]))
def test_layout_says_nothing(article, indent):
    assert article == FORMAT.read(FORMAT.write(article, indent=indent, internal=True).decode("utf-8"))


def test_the_version_and_the_type_come_first():
    assert FORMAT.write(nm.Article("News")) == b'{"newsmodel":"1","type":"article","headline":"News"}'


def test_what_is_internal_is_redacted_and_reported_unless_asked_for():
    report = nm.Report()

    text = nm.to_json(STORY, report=report)

    assert {("article.internal", "redacted"), ("person.email", "redacted")} == {
        (x.code, x.effect) for x in report.losses
    }
    assert "Check" not in text
    assert "ann@" not in text
    assert STORY == nm.from_json(nm.to_json(STORY, internal=True))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_document_is_read_in_any_encoding_of_unicode(encoding):
    assert "Zoë" == str(FORMAT.read(document(headline="Zoë").encode(encoding)).headline)


# --- versions --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("version", ["1.0", "1.4", "1.12"])
def test_another_minor_version_is_read_and_written_back_as_one(version):
    text = document(newsmodel=version, future=[1])

    article = nm.from_json(text)

    assert text == json.dumps(json.loads(nm.to_json(article)))
    assert article == nm.from_json(nm.to_json(article))


@pytest.mark.parametrize(
    ("version", "message"),
    [
        ("2", "this is version 2 of the JSON, and only 1 is read"),
        ("10.1", "this is version 10.1 of the JSON, and only 1 is read"),
        (1, 'the version is a string like "1"'),
        (None, 'the version is a string like "1"'),
        ("one", 'the version is a string like "1"'),
        ("1.", 'the version is a string like "1"'),
        ("1\n", 'the version is a string like "1"'),
    ],
)
def test_another_major_version_is_refused(version, message):
    error = refused(document(newsmodel=version, body=5))

    assert ("json", "$.newsmodel", message) == (error.format, error.at, error.message)


@pytest.mark.parametrize("data", ["{}", "[]", "5", '"newsmodel"', '{"type": "article"}', '{"headline": "by ninjs"}'])
def test_json_of_another_kind_is_refused(data):
    error = refused(data)

    assert "not newsmodel's own" in error.message
    assert error.place


def test_a_schema_is_kept_on_top():
    text = '{"$schema":"https://news.example/schema.json","newsmodel":"1","type":"article"}'

    assert text == nm.to_json(nm.from_json(text))


@given(st.sampled_from(["1", "2", "1.4", "x", 5, None, {"newsmodel": 1}, []]), st.booleans())
def test_a_field_that_is_named_as_the_version_is_survives(value, among_others):
    extra = {"newsmodel": {"newsmodel": value, **({"title": 1, "new": 2} if among_others else {})}}
    for node in (
        nm.Article("News", extra=extra),
        nm.Feed("News", extra=extra),
        nm.Article(body=[nm.Divider(extra=extra)]),
    ):
        again = nm.from_json(nm.to_json(node))

        assert node == again
        assert thaw(node.extra) == thaw(again.extra)


@pytest.mark.parametrize("version", ["1", "1.4", "2"])
@pytest.mark.parametrize(
    "names", [("id", "$schema", "newsmodel"), ("newsmodel", "new", "$schema"), ("new", "newsmodel")]
)
def test_members_of_newer_versions_are_read_back_in_the_order_that_they_are_written_in(names, version):
    extra = {"newsmodel": {name: version if name == "newsmodel" else "x" for name in names}}
    for node in (nm.Article("News", extra=extra), nm.Feed("News", articles=[nm.Article("News", extra=extra)])):
        again = nm.from_json(nm.to_json(node))

        assert node == again
        assert json.dumps(nm.to_data(node)) == json.dumps(nm.to_data(again))


# --- errors ----------------------------------------------------------------------------------------------------------


def test_an_error_names_the_format_and_every_place():
    error = refused(document(headline=5, body=[{"type": "paragraph", "text": [1]}]))

    assert ("json", "$.headline", 2) == (error.format, error.at, error.count)
    assert (("$.body[0].text[0]", "takes an object, not an integer"),) == error.problems


@pytest.mark.parametrize(
    "data",
    [b"", b" ", b"\x00", b"\xff\xd8\xff\xe0JFIF", b"<html>", b"{", b'{"newsmodel": "1"', b"\xef\xbb\xbf", b"\xff\xfe{"],
)
def test_junk_is_refused_with_line_and_column(data):
    error = refused(data)

    assert error.line
    assert error.column


def test_a_truncated_document_is_refused_wherever_it_ends():
    whole = FORMAT.write(STORY)

    for end in range(len(whole)):
        assert refused(whole[:end]).line == 1


# --- JSON Lines ------------------------------------------------------------------------------------------------------


def test_json_lines_are_streamed_those_of_feeds_among_them():
    feed = nm.Feed(articles=[nm.Article("b"), nm.Article("c")])
    lines = b"\n\n".join([b"", *(FORMAT.write(node) for node in (nm.Article("a"), feed, nm.Article("d"))), b" "])

    assert list("abcd") == [str(article.headline) for article in streamed(lines)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_one_document_over_several_lines_is_streamed_too(encoding):
    text = "\n" + FORMAT.write(STORY, indent=2, internal=True).decode() + "\n"

    assert [STORY] == streamed(text.encode(encoding))


@pytest.mark.parametrize(
    ("lines", "line"),
    [
        ([document(), "", "{}"], 3),
        ([document(), document(slug=5)], 2),
        ([document(), '{"newsmodel": "1"'], 2),
        (["", '{"newsmodel": "1",}', document()], 2),
        ([document(), document(type="person", name="Ann")], 2),
        ([document(type="person", name="Ann"), document()], 1),
        ([document(slug=5), document()], 1),
    ],
)
def test_an_error_in_json_lines_says_the_line(lines, line):
    with pytest.raises(nm.FormatError) as caught:
        streamed("\n".join(lines).encode())

    assert line == caught.value.line


def test_articles_before_a_broken_line_are_given():
    articles = FORMAT.articles(io.BytesIO(document(slug="a").encode() + b"\n{"))

    assert "a" == next(articles).slug


def test_json_lines_take_the_memory_of_one_line():
    line = FORMAT.write(nm.Article("x", body=["word " * 2_000] * 10)) + b"\n"

    class Endless(io.RawIOBase):
        def __init__(self):
            self.left = 300

        def readable(self):
            return True

        def readinto(self, buffer):
            if not self.left:
                return 0
            self.left -= 1
            buffer[: len(line)] = line
            return len(line)

    tracemalloc.start()
    count = sum(1 for _ in FORMAT.articles(io.BufferedReader(Endless(), len(line))))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert 300 == count
    assert peak < 20 * len(line)


# --- detection -------------------------------------------------------------------------------------------------------


@given(nodes(nm.Node, "small"), st.sampled_from([None, 1]), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_every_document_of_ours_is_recognised(node, indent, encoding):
    assert 1.0 == FORMAT.sniff(FORMAT.write(node, indent=indent).decode().encode(encoding)[:4096])


@pytest.mark.parametrize(
    ("head", "score"),
    [
        (b'{"$schema": "https://news.example/s", "newsmodel": "1.4", "type"', 1.0),
        (b'{"headline": "News", "newsmodel": "1", "type": "article"}', 0.6),
        (b'{"version": "https://jsonfeed.org/version/1.1"}', 0.0),
        (b'{"newsmodel": {"a": 1}}', 0.0),
        (b'<script>{"newsmodel": "1"}</script>', 0.0),
        (b"", 0.0),
        (b"\xff\xfe\xff", 0.0),
    ],
)
def test_other_files_are_not(head, score):
    assert score == FORMAT.sniff(head)
