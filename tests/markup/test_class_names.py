"""Class names by their words."""

import pytest

from newsmodel.markup.class_names import ClassTable

KEYS = (".pull-quote", ".quote", ".wp-caption", ".caption", ".wp-block-embed__wrapper")
TABLE = ClassTable({key: key for key in KEYS})


@pytest.mark.parametrize(
    ("classes", "key"),
    [
        ("pullquote", ".pull-quote"),
        ("pull-quote", ".pull-quote"),
        ("article__pullQuote--wide", ".pull-quote"),
        ("PullQuote", ".pull-quote"),
        ("ARTICLE_PULL_QUOTE", ".pull-quote"),
        ("pulled-quote", ".quote"),
        ("a quote pull-quote", ".pull-quote"),
        ("quote caption", ".quote"),
        ("wp-caption alignleft", ".wp-caption"),
        ("wp-caption-text", ".wp-caption"),
        ("wp-block-embed__wrapper", ".wp-block-embed__wrapper"),
        ("pull quote", ".quote"),
        ("quotes", None),
        ("unquote", None),
        ("", None),
        ("-- __", None),
    ],
)
def test_the_key_of_most_words_is_found_in(classes, key):
    assert key == TABLE.find(classes)


def test_a_class_attribute_of_any_size_is_looked_at_in_no_time():
    assert TABLE.find("a-" * 1_000_000) is None
    assert TABLE.find("quote " + "a" * 1_000_000) == ".quote"


def test_a_table_without_keys_finds_nothing():
    assert ClassTable({}).find("quote") is None
    assert not ClassTable({})
