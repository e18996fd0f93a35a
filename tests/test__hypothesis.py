"""The plug-in by which Hypothesis draws our classes: in whichever order the two are imported, and light."""

import subprocess
import sys
from importlib.metadata import entry_points

import pytest

INSTALLED = any(entry.name == "newsmodel" for entry in entry_points(group="hypothesis"))
DRAWN = "from hypothesis.strategies import from_type; import newsmodel; from_type(newsmodel.Article).validate()"


def _runs(code: str) -> None:
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert run.returncode == 0, run.stderr


def test_the_plug_in_does_not_import_hypothesis_at_its_top():
    _runs("import sys, newsmodel._hypothesis; sys.exit('hypothesis' in sys.modules)")


def test_an_article_is_drawn_once_registered():
    _runs("import newsmodel._hypothesis as plug_in; plug_in.register(); " + DRAWN)


@pytest.mark.skipif(not INSTALLED, reason="newsmodel-core is not installed, so Hypothesis cannot find it")
@pytest.mark.parametrize("first", ["hypothesis", "newsmodel", "newsmodel.strategies", "newsmodel.testing"])
def test_an_article_is_drawn_whichever_is_imported_first(first):
    _runs(f"import {first}; {DRAWN}")
