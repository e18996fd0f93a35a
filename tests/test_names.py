"""The public names: sorted, true, described, and none of them shadowed by a module that is imported later."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

import attrs
import pytest

import newsmodel as nm

VERBS = sorted(name for name in nm.__all__ if inspect.isroutine(getattr(nm, name)))
DESCRIBED = sorted(
    name for name in nm.__all__ if inspect.isroutine(getattr(nm, name)) or inspect.isclass(getattr(nm, name))
)
MODULES = {module.name for module in pkgutil.iter_modules(nm.__path__)}

ARTICLE = nm.Article(headline="Harbour reopens", body=[nm.Paragraph("The ferries sail again.")])
HTML = "<!doctype html><title>Harbour reopens</title><article><h1>Harbour reopens</h1><p>Ferries sail.</p></article>"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Poll(nm.Block):
    """A block kind of one's own."""

    type: ClassVar[str] = "test:poll"
    question: str = ""

    def lower(self) -> tuple[nm.Block, ...]:
        return (nm.Paragraph(self.question),)


def _register_an_own_block() -> None:
    with nm.registered(Poll):
        assert nm.register_block(Poll) is Poll


# Every public function, called once in a plain way; `page` is a saved HTML page, `out` a file to be written.
CALLS: dict[str, Callable[[Path, Path], Any]] = {
    "anchor": lambda page, out: nm.anchor(ARTICLE, "$.body[0]", 0, 3),
    "convert": lambda page, out: nm.convert(HTML, "html", "json"),
    "detect": lambda page, out: nm.detect(HTML.encode()),
    "from_html": lambda page, out: nm.from_html(HTML),
    "from_json": lambda page, out: nm.from_json(nm.to_json(ARTICLE)),
    "iter_articles": lambda page, out: list(nm.iter_articles(page)),
    "list_formats": lambda page, out: nm.list_formats(),
    "losses": lambda page, out: nm.losses(ARTICLE, "markdown"),
    "parse": lambda page, out: nm.parse(HTML, "html"),
    "parse_feed": lambda page, out: nm.parse_feed(HTML, "html"),
    "parse_share_url": lambda page, out: nm.parse_share_url("https://bsky.app/intent/compose?text=Ferries"),
    "plain_text": lambda page, out: nm.plain_text(ARTICLE),
    "read": lambda page, out: nm.read(page),
    "reanchor": lambda page, out: nm.reanchor(nm.anchor(ARTICLE, "$.body[0]", 0, 3), ARTICLE, ARTICLE),
    "register_block": lambda page, out: _register_an_own_block(),
    "registered": lambda page, out: _register_an_own_block(),
    "render": lambda page, out: nm.render(ARTICLE, "text"),
    "render_bytes": lambda page, out: nm.render_bytes(ARTICLE, "json"),
    "resolve": lambda page, out: nm.resolve(ARTICLE, nm.Anchor("ferries")),
    "share_url": lambda page, out: nm.share_url(ARTICLE, "reddit", url="https://example.org/ferries"),
    "to_data": lambda page, out: nm.to_data(ARTICLE),
    "to_html": lambda page, out: nm.to_html(ARTICLE),
    "to_json": lambda page, out: nm.to_json(ARTICLE),
    "transform": lambda page, out: nm.transform(ARTICLE, lambda node: node),
    "walk": lambda page, out: list(nm.walk(ARTICLE)),
    "word_count": lambda page, out: nm.word_count(ARTICLE),
    "write": lambda page, out: nm.write(ARTICLE, out),
}


def _import_everything() -> None:
    for module in pkgutil.walk_packages(nm.__path__, "newsmodel."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)


def test_the_public_names_are_sorted_and_unique():
    # constants, then classes, then functions, as ruff's RUF022 sorts them
    assert sorted(set(nm.__all__), key=lambda name: (not name.isupper(), not name[:1].isupper(), name)) == nm.__all__


def test_every_public_name_exists():
    assert [] == [name for name in nm.__all__ if not hasattr(nm, name)]


def test_no_public_name_is_left_out():
    left_out = {name for name in vars(nm) if not name.startswith("_") and not inspect.ismodule(getattr(nm, name))}

    assert set() == left_out - set(nm.__all__)


@pytest.mark.parametrize("name", DESCRIBED)
def test_a_public_name_has_a_docstring(name):
    # its own, not one that it inherits or that a decorator made up
    described = vars(getattr(nm, name)).get("__doc__") or getattr(nm, name).__doc__

    assert described
    assert not described.startswith(f"{name}(")


def test_no_public_name_is_the_name_of_a_module():
    assert set() == MODULES & set(nm.__all__)


def test_every_verb_is_called_below():
    assert sorted(CALLS) == VERBS


@pytest.mark.parametrize("name", VERBS)
def test_a_verb_still_works_after_everything_was_imported(name, tmp_path):
    nm.convert(HTML, "html", "markdown")
    _import_everything()
    page = tmp_path / "page.html"
    page.write_text(HTML, encoding="utf-8")

    CALLS[name](page, tmp_path / "out.json")
