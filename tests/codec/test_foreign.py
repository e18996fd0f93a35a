"""Other people's JSON, member by member."""

import ast
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsmodel import from_json, registry, to_json
from newsmodel.codec import foreign
from newsmodel.codec.foreign import Object, read, read_all
from newsmodel.errors import FormatError
from newsmodel.report import Report


def asked(value, question, *names):
    report = Report()
    return getattr(Object(value, report, "thing"), question)(*names), report


@pytest.mark.parametrize(
    ("question", "value", "expected"),
    [
        ("string", "words", "words"),
        ("key", 42, "42"),
        ("key", "a", "a"),
        ("integer", 7, 7),
        ("integer", 7.0, 7),
        ("truth", False, False),
        ("moment", "2026-03-05T14:07:00Z", datetime(2026, 3, 5, 14, 7, tzinfo=UTC)),
        ("moment", 1772719620, datetime(2026, 3, 5, 14, 7, tzinfo=UTC)),
    ],
)
def test_a_member_of_its_kind_is_given(question, value, expected):
    found, report = asked({"it": value}, question, "it")

    assert expected == found
    assert [] == report.diagnostics


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("string", 5),
        ("key", True),
        ("integer", True),
        ("integer", 2**63),
        ("integer", 0.5),
        ("truth", 1),
        ("moment", "soon"),
        ("moment", []),
    ],
)
def test_a_member_of_another_kind_is_nothing_with_a_notice_of_its_place(question, value):
    found, report = asked({"it": value}, question, "it")

    assert found is None
    assert [("member-unreadable", "$.it")] == [(each.code, each.source) for each in report.diagnostics]


@pytest.mark.parametrize("question", ["string", "key", "integer", "truth", "moment"])
def test_an_absent_member_is_nothing_without_a_word(question):
    found, report = asked({"it": None}, question, "it", "other")

    assert found is None
    assert Report() == report


def test_the_first_name_that_there_is_counts():
    assert "b" == asked({"two": "b", "three": "c"}, "string", "one", "two", "three")[0]


def test_a_date_that_leaves_its_zone_open_is_reported_as_guessed():
    found, report = asked({"it": "2026-03-05T14:07:00"}, "moment", "it")

    assert found is not None
    assert [("thing.it", "guessed")] == [(loss.code, loss.effect) for loss in report.losses]


def test_every_string_and_key_that_is_read_is_in_the_alphabet_and_the_report_says_where_one_was_not():
    report = Report()
    data = b'{"it": "a\\u0001", "in": [{"x": ["\\ud800"]}], "k\\ufffe": "v", "lines": "a\\r\\nb"}'
    thing = read(data, report, "thing", "an object was expected")
    inner = next(thing.objects("in"))

    assert ("a\ufffd", "v", "a\nb") == (thing.string("it"), thing.string("k\ufffd"), thing.string("lines"))
    assert ["\ufffd"] == list(inner.strings("x"))
    assert {"$.it", "$.in[0].x[0]", '$["k\\ufffd"]'} == {each.source for each in report.diagnostics}
    assert {"character-replaced"} == {each.code for each in report.diagnostics}


@pytest.mark.parametrize("data", [b"[]", b"3", b"null", b'"text"', b"{", b'{"a": 1, "a": 2}', b"[" * 100_000])
def test_a_document_that_is_no_object_is_a_format_error_with_its_place(data):
    with pytest.raises(FormatError) as error:
        read(data, Report(), "thing", "an object was expected")

    assert error.value.place


def test_a_list_gives_its_objects_and_says_what_is_none():
    report = Report()
    found = read_all(b'[{"id": 1}, 3, null]', report, "thing", "a list was expected")

    assert ["$[0]"] == [each.at for each in found]
    assert ["$[1]", "$[2]"] == [each.source for each in report.diagnostics]
    assert ["$"] == [each.at for each in read_all(b'{"id": 1}', report, "thing", "a list was expected")]
    with pytest.raises(FormatError, match="a list was expected"):
        read_all(b"[3]", report, "thing", "a list was expected")


def test_text_in_the_place_of_an_object_is_one_member_of_it_if_the_format_says_so():
    report = Report()
    thing = Object({"it": ["urn:1", {"id": "urn:2"}, 3]}, report, "thing")

    assert ["urn:1", "urn:2"] == [each.string("id") for each in thing.objects("it", named="id")]
    assert ["$.it[2]"] == [each.source for each in report.diagnostics]


def test_texts_are_given_and_what_is_none_is_told():
    report = Report()

    assert ["a", "b"] == list(Object({"it": ["a", {}, "", "b", 1]}, report, "thing").strings("it"))
    assert ["$.it[1]", "$.it[4]"] == [each.source for each in report.diagnostics]


def test_a_date_without_a_zone_is_certain_where_the_format_says_that_it_is_utc():
    report = Report()
    found = Object({"it": "2026-03-05 14:07:00"}, report, "thing").moment("it", in_utc=True)

    assert datetime(2026, 3, 5, 14, 7, tzinfo=UTC) == found
    assert Report() == report


_PACKAGE = Path(foreign.__file__).parent.parent


@pytest.mark.parametrize("path", sorted((_PACKAGE / "formats").rglob("*.py")), ids=lambda path: path.stem)
def test_a_format_gets_at_json_of_others_only_through_objects(path):
    reads_json = {"newsmodel.codec.decode", "newsmodel.codec.wire.decode", "json", "msgspec"}
    tree = ast.parse(path.read_text("utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            names |= {f"{node.module}.{alias.name}" for alias in node.names}

    assert path.relative_to(_PACKAGE).as_posix() == "formats/json.py" or not names & reads_json


SHAPES = {
    "activitystreams": """{{"type": {0}, "id": {0}, "attributedTo": {0},
                           "replies": {{"items": [{{"id": {0}, "type": {0}}}]}}}}""",
    "coral": """{{"story": {{"comments": {{"nodes": [
                    {{"id": "1", "author": {{"badges": {0}, "role": {0}}}, "tags": {0}}}]}}}}}}""",
    "web-annotation": '{{"type": {0}, "id": {0}, "creator": {0}, "target": {0}, "body": {0}}}',
    "wordpress-comments": '[{{"id": 1, "author_avatar_urls": {{"96": {0}}}, "date_gmt": {0}, "type": {0}}}]',
    "isso": '[{{"id": {0}, "comments": [{{"id": 1, "mode": {0}, "created": {0}, "text": {0}}}]}}]',
    "remark42": '{{"id": {0}, "locator": {{"site": {0}, "url": {0}}}, "votes": {{"a": {0}}}, "time": {0}}}',
    "guardian-discussion": '{{"discussion": {{"key": {0}, "comments": [{{"id": {0}, "status": {0}}}]}}}}',
    "commento": """{{"version": 1, "commenters": {0},
                     "comments": [{{"commentHex": {0}, "state": {0}, "commenterHex": {0}}}]}}""",
}
"""Places where a reader looks something up, tests what it is, or hands it on."""


VALUES = [
    *("{}", "[]", "[[]]", '"\\u0001"', '["\\ud800"]', '{"\\ufffe": 1}', '{"type": {}}'),
    *("1e999", "18446744073709551615", "true"),
]


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("name", SHAPES)
def test_a_reader_takes_any_value_in_any_place_or_says_in_words_that_can_be_printed_why_not(name, value):
    report = Report()
    words = ""
    try:
        document = registry.get(name).read(SHAPES[name].format(value).replace("\n", " "), report)
    except FormatError as error:
        words = str(error)
    else:
        assert from_json(to_json(document, internal=True)) == document
    assert f"{report}{words}".encode()
