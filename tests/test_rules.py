"""A table of rules is written by decorators."""

from newsmodel import fitting
from newsmodel.model import Audio, Image, Video
from newsmodel.rendering import renderer
from newsmodel.rules import RuleTable


def test_a_function_becomes_the_rule_of_classes_and_stays_what_it_is():
    rules = RuleTable()

    @rules(Image, Video)
    def rule(node):
        return node

    rules(Audio)(len)

    assert {Image: rule, Video: rule, Audio: len} == rules
    assert 1 == rule(1)


def test_fits_and_renderers_have_the_same_table():
    assert RuleTable is type(fitting.Rules()) is type(renderer.Rules())
