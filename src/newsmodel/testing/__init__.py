"""The laws that every format holds to, for us and for the authors of plug-ins. A plug-in's whole test file:

    import pytest
    from newsmodel.testing import LAWS, check
    from my_package.my_format import FORMAT

    @pytest.mark.parametrize("law", LAWS)
    def test_law(law):
        check(FORMAT, law)

A law is a function of a format and a pool of articles. The pool is drawn once in a process: 200 articles, 5,000 with
the environment variable NEWSMODEL_DEEP=1, as many as NEWSMODEL_POOL says. Some hold data, unknown nodes and raw blocks
under the name of the format under test; the law of losses looks at feeds of them too, if the format takes feeds. A law
that fails raises `LawError` with the smallest article that breaks it. One that says nothing of a format (most need a
reader and a writer) is skipped aloud.
"""

from __future__ import annotations

from newsmodel.testing import conversion, manners, naming, robustness, safety
from newsmodel.testing.laws import LAWS, NEEDS, Law, LawError, applies, check
from newsmodel.testing.pool import Pool, shared_pool
from newsmodel.testing.shrink import shrink

__all__ = [
    "LAWS",
    "NEEDS",
    "Law",
    "LawError",
    "Pool",
    "applies",
    "check",
    "conversion",
    "manners",
    "naming",
    "robustness",
    "safety",
    "shared_pool",
    "shrink",
]
