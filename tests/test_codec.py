"""Values to plain data and back: nothing is lost or coerced, and every error is told at once, with its path."""

from datetime import UTC, datetime
from typing import ClassVar

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsmodel import FormatError
from newsmodel.codec import encode, field_data, from_data, structure_fields, to_data
from newsmodel.model import (
    Article,
    Block,
    Comment,
    CommentThread,
    Credit,
    Dates,
    Divider,
    Figure,
    FrozenMap,
    Heading,
    Image,
    Link,
    List,
    Mark,
    Node,
    Organisation,
    Paragraph,
    Person,
    Quote,
    Section,
    Span,
    Style,
    Tally,
    Text,
    UnknownBlock,
    UnknownInline,
    UnknownMark,
    registered,
)
from newsmodel.model.check import shape
from newsmodel.model.registry import built_in
from newsmodel.strategies import articles, datetimes, frozen_maps, nodes

CLASSES = sorted(built_in().values(), key=lambda cls: cls.type)
TWO_LINKS = [{"type": "link", "url": "a"}, {"type": "link", "url": "b"}]
few = settings(max_examples=max(10, settings.default.max_examples // 5))  # for what runs once a class


@attrs.frozen(kw_only=True)
class Poll(Block):
    type: ClassVar[str] = "acme:poll"
    question: str
    share: float = 0.5
    options: tuple[Text, ...] = ()
    _secret: str | None = None

    def lower(self):
        return (Paragraph(self.question),)


def survives(node: Node) -> bool:
    again = from_data(to_data(node))
    return again == node and encode(to_data(again)) == encode(to_data(node))


def problems(data, cls=None) -> dict[str, str]:
    with pytest.raises(FormatError) as caught:
        from_data(data, cls)
    error = caught.value
    return dict([(error.at, error.message), *error.problems])


# --- what is written -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.type)
def test_a_node_of_every_class_survives(cls):
    @few
    @given(nodes(cls, "small"))
    def law(node):
        assert survives(node)

    law()


@given(articles("typical"))
def test_an_article_survives(article):
    assert survives(article)


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.type)
def test_what_is_read_is_what_the_constructor_makes(cls):
    """Slots are filled without the constructor: it must have nothing to add."""

    @few
    @given(nodes(cls, "small"))
    def law(node):
        read = from_data(to_data(node), cls)
        built = cls(**{field.name: getattr(read, field.name) for field in shape(cls)})

        assert all(getattr(built, name) == getattr(read, name) for name in cls._slots)
        assert hash(built) == hash(read)

    law()


def test_the_tag_comes_first_and_defaults_are_left_out():
    data = to_data(Heading("News", id="h1", level=3, extra={"acme": {"a": (1, 2)}}))

    assert ["type", "id", "text", "level", "extra"] == list(data)
    assert {"type": "heading", "id": "h1", "text": "News", "level": 3, "extra": {"acme": {"a": [1, 2]}}} == data


def test_the_tag_is_left_out_where_one_class_alone_can_stand():
    article = Article(credits=[Credit(Person("Ann")), Credit(Organisation("Desk"))], section=Section("World"))

    data = to_data(article)

    assert [
        {"agent": {"type": "person", "name": "Ann"}},
        {"agent": {"type": "organisation", "name": "Desk"}},
    ] == data["credits"]
    assert {"name": "World"} == data["section"]
    tagged = {**data, "section": {"type": "section", "name": "World"}}
    assert article == from_data(data) == from_data(tagged)


def test_text_is_a_string_until_something_in_it_is_marked():
    text = Text(["A ", Span("bold", marks=["strong", Link("https://example.org")]), " word"])

    assert "plain" == to_data(Text("plain"))
    assert [
        "A ",
        {"type": "span", "marks": ["strong", {"type": "link", "url": "https://example.org"}], "text": "bold"},
        " word",
    ] == to_data(text)
    assert [Text("plain"), text] == [from_data(to_data(each), Text) for each in (Text("plain"), text)]


@pytest.mark.parametrize("mark", [Style("strong"), Style("strong", id="s"), Style("strong", extra={"a": {}})])
def test_a_style_is_its_name_unless_it_carries_more(mark):
    text = Text([Span("x", marks=[mark]), Span("y", id="y")])

    assert text == from_data(to_data(text), Text)
    assert (to_data(text)[0]["marks"] == ["strong"]) == (mark == Style("strong"))


@given(datetimes("hostile"))
def test_a_date_keeps_its_offset(instant):
    dates = from_data(to_data(Dates(created=instant)))

    assert dates == Dates(created=instant)
    assert dates.created.utcoffset() == instant.utcoffset()


def test_utc_is_written_as_z_and_read_either_way():
    dates = Dates(created=datetime(2026, 3, 5, 14, 7, tzinfo=UTC))

    assert {"type": "dates", "created": "2026-03-05T14:07:00Z"} == to_data(dates)
    assert dates == from_data({"created": "2026-03-05T14:07:00+00:00"}, Dates)


@pytest.mark.parametrize("value", [(), (Paragraph("a"), Divider()), FrozenMap({"a": (1, {"b": None})}), None, 5, "x"])
def test_plain_data_is_made_of_values_that_are_no_node(value):
    assert encode(to_data(value))


def test_data_shares_nothing_with_the_node():
    node = Image("u", extra={"acme": {"list": [1]}})

    to_data(node)["extra"]["acme"]["list"].append(2)

    assert Image("u", extra={"acme": {"list": [1]}}) == node


# --- what a newer version wrote --------------------------------------------------------------------------------------


def test_an_unknown_field_comes_back_at_its_own_key():
    data = {"type": "figure", "media": {"type": "image", "url": "u", "hdr": [1]}, "depth": {"a": None}}

    figure = from_data(data)

    assert Figure(Image("u", extra={"newsmodel": {"hdr": [1]}}), extra={"newsmodel": {"depth": {"a": None}}}) == figure
    assert data == to_data(figure)


def test_an_unknown_block_inline_and_mark_come_back_verbatim():
    data = {
        "type": "quote",
        "body": [
            {"type": "poll", "text": {"any": ["thing", 1.5]}, "body": 7},
            {"type": "paragraph", "text": [{"type": "emoji", "marks": 5}, {"type": "span", "marks": [], "text": "a"}]},
            {"type": "paragraph", "text": [{"type": "span", "marks": [{"type": "blink", "n": 1}], "text": "b"}]},
        ],
    }

    quote = from_data(data)

    assert quote.body[0] == UnknownBlock("newsmodel", "poll", data=data["body"][0])
    assert quote.body[1].text.spans[0] == UnknownInline("newsmodel", "emoji", data={"type": "emoji", "marks": 5})
    assert quote.body[2].text.spans[0].marks == (UnknownMark("newsmodel", "blink", data={"type": "blink", "n": 1}),)
    written = to_data(quote)
    assert data["body"][0] == written["body"][0]
    assert data["body"][1]["text"] == [written["body"][1]["text"][0], {**data["body"][1]["text"][1]}]
    assert data["body"][2] == written["body"][2]
    assert survives(quote)


@given(frozen_maps("small"), st.sampled_from(["newsmodel", "html"]), st.sampled_from(["poll", "paragraph", "a:b", ""]))
def test_an_unknown_block_that_is_not_whole_still_survives(data, format, name):
    for map in (data, FrozenMap({**data, "type": name})):
        plain = UnknownBlock(format, name, data=map)
        assert survives(plain)
        assert survives(Quote([plain, attrs.evolve(plain, role="x"), attrs.evolve(plain, fallback=["words"])]))
        assert survives(Paragraph([UnknownInline(format, name, data=map, marks=[UnknownMark(format, name, data=map)])]))


@given(frozen_maps("small"), st.sampled_from(["id", "type", "extra", "text", "level", "newsmodel", "new"]))
def test_no_field_hides_another_of_the_same_name(data, name):
    for extra in ({name: data}, {name: 1, "more": data}, data, {}, [], "text", None):
        assert survives(Heading("News", extra={"before": {}, "newsmodel": extra, "after": {}}))


def test_what_has_the_name_of_a_field_stays_under_extra():
    heading = Heading("News", extra={"newsmodel": {"level": 9, "glow": 1}})

    assert {"type": "heading", "text": "News", "glow": 1, "extra": {"newsmodel": {"level": 9}}} == to_data(heading)


def test_a_block_kind_of_ones_own_is_read_once_it_is_registered():
    article = Article(body=[Poll(question="Yes?", share=1.0, options=(Text("a"),), secret="s")])
    data = to_data(article)

    with registered(Poll):
        assert article == from_data(data)
        assert {"$.body[0].share": "takes a number, not a string"} == problems(
            {"type": "article", "body": [{"type": "acme:poll", "question": "", "share": "1"}]}
        )
    unknown = from_data(data)
    assert (UnknownBlock("newsmodel", "acme:poll", data=data["body"][0]),) == unknown.body
    assert data == to_data(unknown)
    assert unknown.body[0] == from_data(data["body"][0])


# --- what is refused -------------------------------------------------------------------------------------------------


def test_every_error_is_told_at_once_each_with_its_path():
    data = {
        "type": "article",
        "headline": 5,
        "urgency": True,
        "language": ["en"],
        "dates": {"created": "yesterday", "modified": "2026-02-31T00:00:00Z"},
        "body": [
            {
                "type": "paragraph",
                "text": ["a", {"type": "span", "text": "b", "marks": ["storng", 1, {"type": "link"}]}],
            },
            {"text": "no type"},
            {"type": "person", "name": "no block"},
            "no object",
            {"type": "figure", "media": {"type": "painting"}, "link": "\x00"},
        ],
        "comments": {"comments": [{"flags": ["a", 1, None]}]},
        "extra": {"acme": {"a b": [1, float("inf"), "\ud800"]}},
        "newer": float("nan"),
    }

    found = problems(data)

    assert {
        "$.headline": "takes a string or a list, not an integer",
        "$.urgency": "takes an integer, not true or false",
        "$.language": "takes a string, not a list",
        "$.dates.created": "must be an RFC 3339 date and time with its offset: 2026-03-05T14:07:00+01:00",
        "$.dates.modified": "must be an RFC 3339 date and time with its offset: 2026-03-05T14:07:00+01:00",
        "$.body[0].text[1].marks[1]": "takes an object, not an integer",
        "$.body[0].text[1].marks[2]": 'lacks "url"',
        "$.body[1]": 'lacks "type"',
        "$.body[2].type": '"person" is no block',
        "$.body[3]": "takes an object, not a string",
        "$.body[4].media.type": '"painting" is no media',
        "$.body[4].link": "must hold only XML 1.0 characters with LF line ends",
        "$.comments.comments[0]": 'lacks "id"',
        "$.comments.comments[0].flags[1]": "takes a string, not an integer",
        "$.comments.comments[0].flags[2]": "takes a string, not null",
        '$.extra.acme["a b"][1]': "a number of JSON data must be finite",
        '$.extra.acme["a b"][2]': "text holds a character outside XML 1.0 Char with LF line ends",
        "$.newer": "a number of JSON data must be finite",
    } == {at: message for at, message in found.items() if at != "$.body[0].text[1].marks[0]"}
    assert found["$.body[0].text[1].marks[0]"].startswith("must be one of strong, emphasis")


def test_a_hundred_errors_are_listed_and_all_are_counted():
    with pytest.raises(FormatError) as caught:
        from_data({"type": "article", "body": [5] * 250, "slug": 1})

    assert 251 == caught.value.count
    assert 100 == len(caught.value.problems)
    assert "$.body[0]" == caught.value.at
    assert ("$.body[100]", "takes an object, not an integer") == caught.value.problems[-1]


@pytest.mark.parametrize(
    ("cls", "data", "at"),
    [
        (Heading, {"text": "x", "level": 9}, "$.level"),
        (Heading, {"text": "x", "level": "2"}, "$.level"),
        (Heading, {"text": "x", "level": 2.0}, "$.level"),
        (Heading, {"text": "x", "level": True}, "$.level"),
        (Heading, {"text": "x", "level": None}, "$.level"),
        (Heading, {"text": "x", "level": 2**70}, "$.level"),
        (Heading, {"text": None}, "$.text"),
        (Heading, {"text": "a\r\nb"}, "$.text"),
        (Heading, {"text": ["a", "\x0b"]}, "$.text[1]"),
        (Heading, {"text": {"type": "span", "text": "x"}}, "$.text"),
        (Heading, {"text": "x", "type": "paragraph"}, "$.type"),
        (Heading, {"text": "x", "type": 5}, "$.type"),
        (Heading, {"text": "x", "extra": []}, "$.extra"),
        (Heading, {"text": "x", "extra": {"newsmodel": 5}, "glow": 1}, "$.extra.newsmodel"),
        (Heading, {"text": "x", "direction": "up"}, "$.direction"),
        (Heading, {"text": "x", "a\x00": 1}, '$["a\\u0000"]'),
        (Heading, {"text": "x", 5: 1}, '$["5"]'),
        (Heading, [], "$"),
        (Heading, None, "$"),
        (Dates, {"created": "2026-03-05T14:07:00"}, "$.created"),
        (Dates, {"created": "2026-03-05T14:07:00+01:00:30"}, "$.created"),
        (Dates, {"created": "2026-03-05T14:07:00.1234567Z"}, "$.created"),
        (Dates, {"created": "٢٠٢٦-03-05T14:07:00Z"}, "$.created"),
        (Dates, {"created": 1772719620}, "$.created"),
        (Tally, {"reactions": {"heart": "3"}}, "$.reactions"),
        (Tally, {"reactions": {"heart": 2**63}}, "$.reactions.heart"),
        (Comment, {"id": ""}, "$.id"),
        (Comment, {"id": "1", "flags": "pinned"}, "$.flags"),
        (Comment, {"id": "1", "status": "gone"}, "$.status"),
        (Comment, {"id": "1", "rating": {"value": True}}, "$.rating.value"),
        (Comment, {"id": "1", "rating": {"value": 2**63 - 1}}, "$.rating.value"),
        (CommentThread, {"comments": [{"id": "1"}, {"id": "1"}]}, "$.comments"),
        (Paragraph, {"text": [{"type": "line-break", "marks": TWO_LINKS}]}, "$.text[0].marks"),
        (Mark, "loud", "$"),
        (None, {"type": "no-such-thing"}, "$.type"),
        (None, {"type": "block"}, "$.type"),
        (None, {}, "$"),
        (None, 5, "$"),
    ],
)  # fmt: skip
def test_nothing_is_coerced(cls, data, at):
    assert [at] == list(problems(data, cls))


def test_a_whole_number_is_a_fine_float_if_one_holds_it():
    assert 2**53 == from_data({"value": 2**53}, built_in()["rating"]).value
    assert {"$.value"} == problems({"value": 2**53 + 1}, built_in()["rating"]).keys()


def test_a_float_has_one_zero():
    assert b'{"type":"rating","value":0.0}' == encode(to_data(from_data({"value": -0.0}, built_in()["rating"])))


def nested(depth: int, kind: str = "quote"):
    data = {"type": "paragraph", "text": "x"}
    for _ in range(depth):
        data = {
            "quote": {"type": "quote", "body": [data]},
            "table": {"type": "table", "body": [{"cells": [{"body": [data]}]}]},
            "section": {"name": "x", "parent": {} if data.get("type") else data},
        }[kind]
    return data


@pytest.mark.parametrize("kind", ["quote", "table"])
def test_containers_nest_64_deep_and_no_deeper(kind):
    deepest = nested(64, kind)

    assert deepest == to_data(from_data(deepest))
    assert "nest at most 64 deep" in problems(nested(65, kind))["$"]


@pytest.mark.parametrize(("kind", "depth"), [("quote", 500), ("table", 250)])
def test_containers_nest_64_deep_for_a_deep_caller_too(kind, depth):
    def call(left: int):
        return call(left - 1) if left else to_data(from_data(nested(64, kind)))

    assert nested(64, kind) == call(depth)


@pytest.mark.parametrize("data", [nested(100_000), {"type": "section", "parent": nested(50_000, "section")}])
def test_deeper_data_than_the_stack_is_refused_with_its_place(data):
    found = problems(data)

    assert ["it nests too deeply"] == list(found.values())
    assert 64 == sum(map(next(iter(found)).count, (".", "[")))


def test_foreign_data_nests_64_deep_and_no_deeper():
    value = 1
    for _ in range(63):
        value = [value]
    assert from_data({"type": "divider", "extra": {"acme": value}})
    assert ["JSON values nest at most 64 deep"] == list(problems({"type": "divider", "extra": {"a": [value]}}).values())


def test_many_comments_take_linear_time():
    many = CommentThread([Comment(id=str(n), parent=str(n - 1), body=["x"]) for n in range(20_000)])

    assert many == from_data(to_data(many))


# --- single fields ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.type)
def test_single_fields_survive(cls):
    names = [field.name for field in shape(cls)]

    @few
    @given(nodes(cls, "small"))
    def law(node):
        data = field_data(node, names)

        assert node == cls(**structure_fields(cls, data))
        assert data.keys() == {f.name for f in shape(cls) if getattr(node, f.name) != f.default}

    law()


def test_only_the_named_fields_are_given():
    image = Image("u", alt="a", width=4, extra={"newsmodel": {"x": 1}})

    assert {"width": 4, "extra": {"newsmodel": {"x": 1}}} == field_data(image, ["width", "height", "extra"])


def test_single_fields_are_as_strict_as_whole_nodes():
    with pytest.raises(FormatError) as caught:
        structure_fields(List, {"items": [5], "start": "1", "glow": 1, "tight": True}, "$.body[7]")

    assert {
        "$.body[7].items[0]": "takes an object, not an integer",
        "$.body[7].start": "takes an integer, not a string",
        "$.body[7].glow": "list has no such field",
    } == dict([(caught.value.at, caught.value.message), *caught.value.problems])


def test_a_class_whose_fields_have_no_json_is_a_programming_error():
    @attrs.frozen(kw_only=True)
    class Odd(Block):
        type: ClassVar[str] = "acme:odd"
        payload: complex = 0j

        def lower(self):
            return ()

    with pytest.raises(TypeError, match="no JSON"):
        to_data(Odd(payload=1j))
    with registered(Odd), pytest.raises(TypeError, match="no JSON"):
        from_data({"type": "acme:odd", "payload": "1j"})


def test_an_unknown_field_nests_as_deep_as_extra_can_hold_it():
    value = 1
    for _ in range(62):
        value = [value]
    assert {"type": "divider", "newer": value} == to_data(from_data({"type": "divider", "newer": value}))
    for deeper in ([value], [[value]], [[[value]]]):
        assert ["JSON values nest at most 64 deep"] == list(problems({"type": "divider", "newer": deeper}).values())


def test_marks_and_flags_are_read_in_normal_form():
    marked = {"type": "span", "text": "a", "marks": ["strong", "code", "strong", {"type": "style", "name": "code"}]}

    assert Span("a", marks=["strong", "code"]) == from_data(marked)
    assert ("edited", "pinned") == from_data({"id": "1", "flags": ["pinned", "edited", "pinned"]}, Comment).flags
    assert Text("one two") == from_data(["one", {"type": "span", "text": " "}, "two", ""], Text)
