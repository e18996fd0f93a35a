"""The newsroom's blocks in HTML, one element each that says what it is."""

import pytest
from hypothesis import HealthCheck, given, settings

from newsmodel.html_layout import LAYOUTS
from newsmodel.markup import engine
from newsmodel.rendering.html import html
from newsmodel.strategies import nodes


@pytest.mark.parametrize("cls", LAYOUTS, ids=lambda cls: cls.type)
def test_an_element_of_the_newsrooms_is_known_by_its_class(cls):
    @settings(max_examples=5, database=None, suppress_health_check=list(HealthCheck))
    @given(nodes(cls, "typical"))
    def check(node):
        (element,) = [each for each in engine.children(engine.parse_fragment(html.render(node))) if engine.tag(each)]

        assert LAYOUTS[cls].tag == engine.tag(element)
        assert cls.type in (engine.attribute(element, "class") or "").split()

    check()
