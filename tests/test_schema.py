"""The JSON Schema: what we write is valid, what it refuses is refused by the reader, and it never changes unnoticed."""

import copy
import hashlib
import json
import re
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel import FormatError, Report, schema
from newsmodel.codec import VERSION, decode, to_data
from newsmodel.formats.json import parse, render
from newsmodel.model import Block, Inline, Mark, Media, Node
from newsmodel.model.registry import built_in
from newsmodel.strategies import articles, nodes

SAMPLES = sorted((Path(__file__).parent / "samples" / "json").glob("*.json"))
SCHEMA = schema.generate()
_VALIDATOR = jsonschema.Draft202012Validator
VALIDATOR = _VALIDATOR(SCHEMA, format_checker=_VALIDATOR.FORMAT_CHECKER)

DIGESTS = {
    "1": "b9364964d8a7a055a8f8007360a9d95dde317c58239069850f8831ec6423e93b",
}
"""Of each version that the JSON has had, the SHA-256 of its schema, `without_words`."""


def without_words(value):
    """A schema without what is written for people: a better docstring is no other version."""
    if isinstance(value, list):
        return [without_words(item) for item in value]
    if not isinstance(value, dict):
        return value
    words = {"title", "description"}
    return {key: without_words(item) for key, item in value.items() if not (key in words and isinstance(item, str))}


def is_valid(data) -> bool:
    return VALIDATOR.is_valid(data)


def is_read(data) -> bool:
    try:
        parse(json.dumps(data).encode(), Report())
    except FormatError:
        return False
    return True


def written(node: Node):
    return decode(render(node))


def document(**fields):
    return {"newsmodel": "1", "type": "article", **fields}


# --- the file --------------------------------------------------------------------------------------------------------


def test_the_shipped_schema_is_the_generated_one():
    assert SCHEMA == json.loads(schema.PATH.read_text("utf-8")), "run python -m newsmodel.schema"


def test_the_schema_is_written_as_it_is_shipped(tmp_path):
    schema.write(tmp_path / "schema.json")

    assert schema.PATH.read_bytes() == (tmp_path / "schema.json").read_bytes()


def test_the_schema_does_not_change_without_a_version():
    digest = hashlib.sha256(json.dumps(without_words(SCHEMA), sort_keys=True).encode()).hexdigest()

    assert VERSION in DIGESTS, "add the digest of the new version, and keep those of the old ones"
    assert digest == DIGESTS[VERSION], "the schema changed: raise newsmodel.codec.VERSION, or take the change back"


def test_the_schema_is_a_schema():
    _VALIDATOR.check_schema(SCHEMA)

    assert SCHEMA["$id"].endswith(VERSION)


def test_every_class_is_in_the_schema_with_its_title_and_its_meaning():
    for name, cls in built_in().items():
        definition = SCHEMA["$defs"][name]

        assert cls.__name__ == definition["title"]
        assert definition["description"].startswith(cls.__doc__.strip().split("\n")[0])
        assert {"const": name} == definition["properties"]["type"]


def test_every_definition_is_used():
    text = json.dumps(SCHEMA)

    assert SCHEMA["$defs"].keys() == set(re.findall(r'"#/\$defs/([^"]+)"', text))


# --- valid documents -------------------------------------------------------------------------------------------------


@given(nodes(Node, "small"))
def test_any_node_that_we_write_is_valid(node):
    assert [] == list(VALIDATOR.iter_errors(written(node)))


@given(articles("hostile"))
def test_an_article_that_we_write_is_valid(article):
    assert [] == list(VALIDATOR.iter_errors(written(article)))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_golden_document_is_valid(path):
    assert [] == list(VALIDATOR.iter_errors(json.loads(path.read_text("utf-8"))))


@pytest.mark.parametrize(
    "data",
    [
        document(),
        document(newsmodel="1.4", glow=1, body=[{"type": "hologram"}, {"type": "quote", "glow": {"any": ["thing"]}}]),
        document(
            headline=["a", {"type": "emoji"}, {"type": "span", "text": "b", "marks": [{"type": "pulse"}, "code"]}]
        ),
        document(section={"type": "section", "name": "World"}, dates={"type": "dates"}),
        document(section={"name": "World"}, dates={}, summary=None, lead_media=None, direction=None),
        {"newsmodel": "1", "type": "acme:poll", "question": "Yes?"},
        {"$schema": "x", "newsmodel": "1", "type": "rating", "value": 4},
        {"newsmodel": "1", "type": "dates", "created": "2026-03-05T14:07:00.5-00:30"},
    ],
)
def test_what_the_reader_takes_is_valid(data):
    assert is_valid(data)
    assert is_read(data)


# --- invalid documents -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data",
    [
        5,
        [],
        {},
        {"newsmodel": "1"},
        {"type": "article"},
        document(newsmodel="2"),
        document(newsmodel=1),
        document(type="no-such-type"),
        document(type="block"),
        document(headline=5),
        document(headline={"type": "span", "text": "a"}),
        document(headline=["a", 5]),
        document(headline=[{"text": "no type"}]),
        document(headline=[{"type": "paragraph"}]),
        document(headline=[{"type": "span"}]),
        document(headline=[{"type": "span", "text": "a", "marks": ["bold"]}]),
        document(headline=[{"type": "span", "text": "a", "marks": [{"type": "line-break"}]}]),
        document(headline=[{"type": "span", "text": "a", "marks": [{"type": "style", "name": "bold"}]}]),
        document(headline="a\rb"),
        document(headline="\x00"),
        document(slug=["a"]),
        document(slug="a\ufffe"),
        document(urgency="1"),
        document(urgency=1.5),
        document(urgency=10),
        document(urgency=2**63),
        document(direction="up"),
        document(dates={"type": "section"}),
        document(dates={"created": "yesterday"}),
        document(dates={"created": "2026-02-31T00:00:00Z"}),
        document(dates={"created": "2026-03-05T14:07:00"}),
        document(dates=[]),
        document(credits=[{"agent": {"name": "Ann"}}]),
        document(credits=[{"agent": {"type": "section", "name": "Ann"}}]),
        document(credits=[{}]),
        document(body={}),
        document(body=["words"]),
        document(body=[{"type": "person", "name": "Ann"}]),
        document(body=[{"type": "figure", "media": {"type": "painting"}}]),
        document(body=[{"type": "heading", "level": 7}]),
        document(
            body=[{"type": "quote", "body": [{"type": "list", "items": [{"body": [{"type": "code", "text": 1}]}]}]}]
        ),
        document(comments={"comments": [{}]}),
        document(comments={"comments": [{"id": ""}]}),
        document(comments={"comments": [{"id": "1", "status": "gone"}]}),
        document(extra=[]),
    ],
    ids=lambda data: json.dumps(data)[-40:],
)
def test_what_is_wrong_is_refused_by_the_schema_and_the_reader(data):
    assert not is_valid(data)
    assert not is_read(data)


def places(data) -> list[tuple]:
    """Every value below *data*: its holder and key."""
    found = []
    waiting = [data]
    while waiting:
        holder = waiting.pop()
        for key in holder if isinstance(holder, dict) else range(len(holder)):
            found.append((holder, key))
            if isinstance(holder[key], (dict, list)):
                waiting.append(holder[key])
    return found


WRONG = st.sampled_from([None, True, 5, 1.5, -1, 2**63, "", "\x0b", "text", [], [5], ["text"], {}, {"type": "link"}])


@given(nodes(Node, "typical"), WRONG, st.randoms(use_true_random=False))
def test_what_the_schema_refuses_the_reader_refuses_too(node, wrong, random):
    data = copy.deepcopy(written(node))
    holder, key = random.choice(places(data))
    holder[key] = wrong

    assert is_valid(data) or not is_read(data)


@given(nodes(Node, "typical"), st.randoms(use_true_random=False))
def test_a_document_that_lacks_something_is_refused_by_both_or_by_neither(node, random):
    data = copy.deepcopy(written(node))
    holder, key = random.choice([place for place in places(data) if isinstance(place[0], dict)])
    del holder[key]

    assert is_valid(data) == is_read(data)


@pytest.mark.parametrize("base", [Block, Inline, Mark, Media])
@given(data=st.data())
def test_an_object_stands_only_where_its_class_may(base, data):
    node = data.draw(nodes(data.draw(st.sampled_from([Block, Inline, Mark, Media])), "small"))
    holder = {
        Block: lambda it: document(body=[it]),
        Inline: lambda it: document(headline=[it]),
        Mark: lambda it: document(headline=[{"type": "span", "text": "a", "marks": [it]}]),
        Media: lambda it: document(lead_media=it),
    }[base](to_data(node))

    assert isinstance(node, base) == is_valid(holder) == is_read(holder)
