"""The command line with a toy format, and a second one that everything fits into."""

import importlib.util
from collections.abc import Callable, Iterator
from pathlib import Path

import attrs
import pytest
from click.testing import CliRunner, Result

from newsmodel import registry
from newsmodel.cli.app import app
from newsmodel.format import Format
from newsmodel.model import Article, Figure, Image, Paragraph
from newsmodel.report import Report

TOY_FILE = Path(__file__).parent / "toy.py"
STORY = "TOY Harbour reopens\nThe ferries sail again.\n"


def _toy() -> Format:
    spec = importlib.util.spec_from_file_location("newsmodel_test_toy", TOY_FILE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.FORMAT


def _parse_pictured(data: bytes, report: Report) -> Article:
    headline = data.decode("utf-8-sig").removeprefix("PICTURED ").strip()
    return Article(headline, body=[Figure(Image("a.jpg")), Paragraph("Words."), Figure(Image("b.jpg"))])


@pytest.fixture(autouse=True)
def toys(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Three formats and no others, so that what is tested is the command line.

    toy; pictured, which only reads, with two pictures that toy cannot carry; blob, which is binary.
    """
    monkeypatch.setattr(registry, "_built_ins", dict)
    monkeypatch.setattr(registry, "_plugins", dict)
    toy = _toy()
    pictured = Format(
        name="pictured",
        title="Pictured",
        suffixes=(".pictured",),
        sniff=lambda head: 0.9 if head.startswith(b"PICTURED") else 0.0,
        parse=_parse_pictured,
    )
    blob = attrs.evolve(
        toy, name="blob", title="Blob", suffixes=(".blob",), sniff=lambda head: 0.0, parse=None, binary=True
    )
    for each in (toy, pictured, blob):
        registry.register_format(each)
    yield
    for each in (toy, pictured, blob):
        registry.unregister_format(each.name)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def story(folder: Path) -> Path:
    """A valid file."""
    path = folder / "story.toy"
    path.write_text(STORY)
    return path


Run = Callable[..., Result]


@pytest.fixture
def run() -> Run:
    """`run("convert", "a.html")` -> exit_code, stdout, stderr."""

    def invoke(*arguments: str, stdin: str | None = None) -> Result:
        result = CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin, prog_name="newsmodel")
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return invoke
