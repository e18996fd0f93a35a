"""Every law on every format that is registered; a new format is held to them without an edit here."""

import pytest

from newsmodel import registry
from newsmodel.testing import LAWS, check


@pytest.mark.parametrize("law", LAWS)
@pytest.mark.parametrize("name", registry.names())
def test_law(name, law):
    check(registry.get(name), law)
