"""What every node of the model can do: compare, hash, pickle, copy, evolve, and print itself briefly."""

import copy
import pickle
from datetime import UTC, datetime, timedelta, timezone

import attrs
import pytest

from newsmodel import strategies
from newsmodel.model import Article, Comment, Dates, FrozenMap, Heading, Link, Paragraph, Person, Section, Span, walk
from newsmodel.model.base import type_name
from newsmodel.model.check import shape

POOL = strategies.pool()
NODES = {type(node): node for article in POOL for node in walk(article)}  # one of each class
by_class = pytest.mark.parametrize("node", NODES.values(), ids=lambda node: type(node).__name__)


@by_class
def test_a_pickled_node_is_equal_with_an_equal_hash(node):
    back = pickle.loads(pickle.dumps(node))

    assert node == back
    assert node is not back
    assert hash(node) == hash(back)


@by_class
def test_a_copy_is_the_node_itself(node):
    assert copy.copy(node) is node
    assert copy.deepcopy(node) is node


@by_class
def test_a_node_is_frozen_and_has_no_dict(node):
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        node.id = "other"
    assert not hasattr(node, "__dict__")


@by_class
def test_evolve_without_changes_gives_an_equal_node_and_with_one_another(node):
    assert node == attrs.evolve(node)
    assert node != attrs.evolve(node, id="an id of its own")
    assert node == attrs.evolve(attrs.evolve(node, id="an id of its own"), id=node.id)


@by_class
def test_a_node_is_built_again_from_its_fields(node):
    assert node == type(node)(**{field.name: getattr(node, field.name) for field in shape(type(node))})


@by_class
def test_every_field_counts_in_equality(node):
    for field in shape(type(node)):
        if field.default is not attrs.NOTHING and getattr(node, field.name) != field.default:
            assert node != attrs.evolve(node, **{field.name: field.default}), field.name


@by_class
def test_a_node_prints_on_one_short_line(node):
    assert len(repr(node)) <= 240
    assert "\n" not in repr(node)
    assert repr(node).startswith(type(node).__name__)


def test_a_long_article_does_not_flood_the_terminal():
    article = Article("A headline", body=[Paragraph("word " * 1000)] * 1000)

    assert "Article(Text('A headline'), body=<1000 Paragraph>)" == repr(article)


def test_nodes_of_two_classes_with_equal_fields_differ():
    assert Section("x") != Person("x")
    assert Paragraph("x") != Heading("x")


def test_equality_sees_the_offset_of_a_date_and_not_only_its_instant():
    noon = datetime(2024, 5, 3, 12, tzinfo=UTC)
    same_instant = noon.astimezone(timezone(timedelta(hours=2)))

    assert noon == same_instant
    assert Dates(published=noon) != Dates(published=same_instant)
    assert Article(dates=Dates(published=noon)) != Article(dates=Dates(published=same_instant))
    assert Comment(id="1", created=noon) != Comment(id="1", created=same_instant)
    assert Dates(published=noon) == Dates(published=datetime(2024, 5, 3, 12, tzinfo=timezone(timedelta(0))))


def test_equality_tells_one_and_true_apart_in_foreign_data():
    assert Article(extra={"a": {"b": 1}}) != Article(extra={"a": {"b": True}})
    assert Article(extra={"a": {"b": 1}}) != Article(extra={"a": {"b": 1.0}})
    assert Article(extra={"a": {"b": [1]}}) == Article(extra=FrozenMap({"a": {"b": (1,)}}))


def test_the_type_of_a_class_is_its_name_in_kebab_case():
    assert "pull-quote" == type_name("PullQuote")
    assert "article" == Article.type


def test_a_node_cannot_be_compared_with_what_is_none():
    assert Article() != "article"
    assert Span("a", marks=[Link("b")]) != "a"
