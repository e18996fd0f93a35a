"""The whole test file of a format: the laws that the built-in ones hold to."""

import pytest
from desk_brief import FORMAT

from newsmodel.testing import LAWS, check


@pytest.mark.parametrize("law", LAWS)
def test_law(law):
    check(FORMAT, law)
