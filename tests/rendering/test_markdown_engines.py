"""Our Markdown in the engines that others use, raw HTML on: nothing runs in any, and every word is there in each."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from itertools import islice

import pytest
from tests.rendering.closed_list import foreign, words
from tests.rendering.hostile import PAYLOADS, PICTURE, SHARED, documents, shared

import newsmodel as nm

Engine = Callable[[str], str]


def _python_markdown(*extensions: str) -> Engine:
    return lambda source: import_module("markdown").markdown(source, extensions=extensions)


def _mistune(*plugins: str) -> Engine:
    return import_module("mistune").create_markdown(escape=False, plugins=plugins)


def _pyromark() -> Engine:
    pyromark = import_module("pyromark")
    names = ("TABLES", "FOOTNOTES", "STRIKETHROUGH", "TASKLISTS")
    options = pyromark.Options(0)
    for name in names:
        options |= getattr(pyromark.Options, f"ENABLE_{name}")
    return lambda source: pyromark.html(source, options=options)


ENGINES: dict[str, Callable[[], Engine]] = {
    "commonmark": lambda: import_module("commonmark").commonmark,
    "markdown-it-py": lambda: (
        import_module("markdown_it").MarkdownIt("gfm-like", {"html": True, "linkify": False}).render
    ),
    "markdown2": lambda: import_module("markdown2").Markdown().convert,
    "markdown2, extras": lambda: (
        import_module("markdown2")
        .Markdown(extras=["fenced-code-blocks", "footnotes", "header-ids", "tables", "task_list"])
        .convert
    ),
    "mistune": lambda: _mistune("table", "footnotes", "strikethrough", "task_lists"),
    "mistune, plain": _mistune,
    "pyromark": _pyromark,
    "Python-Markdown": _python_markdown,
    "Python-Markdown, extra": lambda: _python_markdown("extra", "toc"),
}


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Engine:
    return ENGINES[request.param]()


@cache
def sources() -> tuple[tuple[str, str, str], ...]:
    """(payload, place, Markdown), each Markdown once."""
    found = {source: (payload, place) for payload in PAYLOADS for place, source in documents(payload)}
    return tuple((payload, place, source) for source, (payload, place) in found.items())


@cache
def shared_sources() -> tuple[tuple[str, str, str], ...]:
    """Each payload beside the repository in one of the places, which take turns."""
    found = ((payload, *each) for turn, payload in enumerate(shared()) for each in documents(payload, turn))
    return tuple(found)


def _found(engine: Engine, documents: Iterator[tuple[str, str, str]]) -> Iterator[tuple[str, str, list[str]]]:
    for payload, place, source in documents:
        if dangers := foreign(engine(source)):
            yield payload, place, dangers


def test_no_engine_finds_what_the_article_does_not_say(engine):
    assert [] == list(islice(_found(engine, iter(sources())), 5))


@pytest.mark.skipif(not SHARED.exists(), reason="the payloads of public test suites are not beside the repository")
def test_no_engine_finds_it_in_the_payloads_of_others(engine):
    assert [] == list(islice(_found(engine, iter(shared_sources())), 5))


def test_the_engines_do_take_raw_html(engine):
    assert foreign(engine(f"a {PICTURE} b\n"))
    assert foreign(engine(f"---\ntitle: {PICTURE}\n---\n"))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_every_word_is_there(engine, payload):
    body = [nm.Paragraph(payload), nm.Heading(payload), nm.Quote([payload]), nm.Code(payload), nm.List([payload])]

    assert re.findall(r"\w+", payload) * len(body) == words(engine(nm.render(nm.Article(body=body), "markdown")))


@pytest.mark.parametrize("note", ["Ibid.", "/x", 'a "b"', "javascript:alert(1)", "p. 12"])
def test_a_footnote_of_one_word_is_there(engine, note):
    if "_md_" in repr(engine) or "Markdown.convert" in repr(engine):
        pytest.skip("markdown2 takes any line for the address of a link")
    article = nm.Article(body=[nm.Paragraph(["a", nm.FootnoteReference("n")])], notes=[nm.Footnote([note], id="n")])

    assert " ".join(re.findall(r"\w+", note)) in " ".join(words(engine(nm.render(article, "markdown"))))
