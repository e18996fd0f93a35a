"""The table that the writer and the reader of our HTML share: each class has an element, each field a place."""

import pytest

import newsmodel as nm
from newsmodel.html_layout import DATA, ELEMENTS, LAYOUTS, NO_URL, STYLE_TAGS, visible
from newsmodel.model.check import shape
from newsmodel.model.registry import built_in
from newsmodel.rendering.html import html
from newsmodel.urls import is_safe_image


def fields(cls):
    return {field.name: field for field in shape(cls)}


@pytest.mark.parametrize("cls", ELEMENTS, ids=lambda cls: cls.type)
def test_what_a_class_shows_are_fields_of_its_own(cls):
    assert set(visible(cls)) <= fields(cls).keys()
    assert len(visible(cls)) == len(set(visible(cls)))


@pytest.mark.parametrize("cls", ELEMENTS, ids=lambda cls: cls.type)
def test_every_class_with_an_element_has_a_rule(cls):
    assert cls in html.table or cls is nm.Account  # which stands in the header of its comment


def test_every_kind_of_block_and_inline_has_an_element():
    kinds = {cls for cls in built_in().values() if issubclass(cls, (nm.Block, nm.Inline, nm.Mark))}

    assert kinds <= set(ELEMENTS)


@pytest.mark.parametrize("cls", LAYOUTS, ids=lambda cls: cls.type)
def test_a_layout_has_one_part_of_blocks_at_most_and_parts_that_hold_what_they_say(cls):
    parts = LAYOUTS[cls].parts
    hints = {name: str(field.hint) for name, field in fields(cls).items()}

    assert 1 >= sum(part.kind in ("blocks", "nodes") for part in parts)
    for part in parts:
        expected = {"text": "Text", "string": "str", "time": "datetime", "texts": "Text"}.get(part.kind, "")
        assert expected in hints[part.field], part
        assert part.link is None or "str" in hints[part.link]


def test_no_two_classes_can_be_taken_for_each_other():
    assert len(LAYOUTS) == len({cls.type for cls in LAYOUTS})
    assert len(STYLE_TAGS) == len(set(STYLE_TAGS.values()))


def test_the_attribute_is_one_that_html_allows_and_the_placeholder_loads_nothing():
    assert DATA.startswith("data-")
    assert DATA == DATA.lower()
    assert not is_safe_image(NO_URL)
