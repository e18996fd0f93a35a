"""Articles and feeds on which some format once broke a law: none does any more."""

import re
from pathlib import Path

import pytest
from tests.conftest import samples_folder

import newsmodel as nm
from newsmodel import registry
from newsmodel.report import Report
from newsmodel.testing.laws import alike, difference, takes_feeds
from newsmodel.testing.naming import require_named

FILES = sorted((samples_folder() / "laws").glob("*.json"))
WRITERS = [format for format in registry.every() if format.parse and format.render]


def document(path: Path) -> nm.Document:
    return registry.get("json").read(path.read_bytes())


def test_the_samples_are_here():
    if not FILES:
        pytest.skip("the shared samples are not here")
    assert {"crash", "unnamed", "untrue", "loss", "differs"} <= {
        word for path in FILES for word in path.stem.split("-")
    }


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
@pytest.mark.parametrize("format", WRITERS, ids=lambda format: format.name)
def test_what_broke_a_law_breaks_none(format, path):
    given, report = document(path), Report()
    if isinstance(given, nm.Feed) and not takes_feeds(format):
        pytest.skip(f"{format.name} takes no feeds")
    fitted = format.fitted(given, report)

    require_named(given, fitted, report)
    assert report.clean == (given == fitted)
    assert "" == difference(fitted, alike(format.read(format.render(fitted)), fitted))


@pytest.mark.parametrize("path", [path for path in FILES if "detect" in path.stem], ids=lambda path: path.stem)
def test_what_was_taken_for_another_format_is_read_as_its_own(path):
    given = document(path)
    format = next(format for format in WRITERS if re.search(rf"-{format.name}-\w+$", path.stem))
    data = format.write(given)

    assert format.read(data) == nm.parse(data)
