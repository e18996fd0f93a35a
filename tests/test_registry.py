"""Which formats there are, plug-ins that load or do not, and which of them a file is in."""

import attrs
import pytest

import newsmodel as nm
from newsmodel import registry
from newsmodel.format import Format


def toy(name="toy", score=0.0, **fields):
    return Format(name=name, title=name.title(), sniff=lambda _head: score, parse=lambda *_: nm.Article(), **fields)


@pytest.fixture
def formats():
    """Adds formats for one test."""
    added = []

    def add(*values):
        for value in values:
            added.append(value.name)
            registry.register_format(value)

    yield add
    for name in added:
        registry.unregister_format(name)


class Point:
    """An entry point of a plug-in."""

    def __init__(self, name, loaded, distribution="acme-news"):
        self.name, self.value, self._loaded = name, f"{distribution}:{name}", loaded
        self.dist = type("Distribution", (), {"name": distribution})

    def load(self):
        if isinstance(self._loaded, Exception):
            raise self._loaded
        return self._loaded


@pytest.fixture
def plugins(monkeypatch):
    """Installs plug-ins for one test."""

    def install(*points):
        monkeypatch.setattr("importlib.metadata.entry_points", lambda group: points)
        monkeypatch.delenv("NEWSMODEL_NO_PLUGINS", raising=False)
        registry._plugins.cache_clear()
        registry._plugin.cache_clear()

    yield install
    monkeypatch.undo()
    registry._plugins.cache_clear()
    registry._plugin.cache_clear()


# --- which there are -------------------------------------------------------------------------------------------------


def test_built_ins_are_the_modules_of_the_folder():
    from pathlib import Path

    import newsmodel.formats

    folder = Path(newsmodel.formats.__path__[0])
    stems = {path.stem for path in folder.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}

    assert {stem.replace("_", "-") for stem in stems if not stem.startswith("_")} <= set(registry.names())
    assert {"html", "json", "markdown", "text", "pasted"} <= set(registry.names())


@pytest.mark.parametrize("name", registry.names())
def test_a_format_is_found_by_its_name_and_says_what_it_is(name):
    format = registry.get(name)

    assert name == format.name
    assert format.title
    assert format.parse or format.render or format.stream
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in format.suffixes)


def test_every_format_is_listed_once_by_name():
    assert list(registry.names()) == [format.name for format in registry.every()] == sorted(registry.names())
    assert registry.every() == nm.list_formats()


def test_an_unknown_name_is_an_error_with_a_hint():
    with pytest.raises(nm.UnknownFormatError, match='there is no format "htlm"; did you mean "html"'):
        registry.get("htlm")


def test_a_format_is_added_for_this_process_and_taken_out_again(formats):
    formats(toy())

    assert "toy" in registry.names()
    assert "Toy" == registry.get("toy").title
    registry.unregister_format("toy")
    assert "toy" not in registry.names()


def test_a_taken_name_is_taken_unless_the_caller_says_so_aloud():
    with pytest.raises(ValueError, match="replace=True"):
        registry.register_format(toy("html"))

    mine = registry.register_format(attrs.evolve(registry.get("html"), title="Mine"), replace=True)
    try:
        assert mine is registry.get("html")
    finally:
        registry.unregister_format("html")
    assert "Mine" != registry.get("html").title


# --- plug-ins --------------------------------------------------------------------------------------------------------


def test_a_plug_in_is_a_format_or_a_module_with_one(plugins):
    plugins(Point("one", toy("one")), Point("two", type("module", (), {"FORMAT": toy("two")})))

    assert {"one", "two"} <= set(registry.names())
    assert ("One", "Two") == (registry.get("one").title, registry.get("two").title)


@pytest.mark.parametrize(
    ("loaded", "problem"),
    [
        (ImportError("no module named acme"), "does not load: no module named acme"),
        (RuntimeError("boom"), "does not load: boom"),
        (object(), "is no Format named 'bad'"),
        (toy("other"), "is no Format named 'bad'"),
    ],
)
def test_a_plug_in_that_does_not_load_says_so_when_asked_and_breaks_no_other(plugins, loaded, problem):
    plugins(Point("bad", loaded), Point("good", toy("good")))

    with pytest.raises(nm.PluginError, match=problem) as caught:
        registry.get("bad")
    assert "acme-news" == caught.value.distribution
    assert {"bad"} == registry.broken().keys()
    names = [format.name for format in registry.every()]
    assert "good" in names
    assert "bad" not in names


def test_two_distributions_with_one_name_clash_aloud(plugins):
    plugins(Point("one", toy("one"), "acme"), Point("one", toy("one"), "other"))

    with pytest.raises(nm.PluginError, match="uninstall one of the two"):
        registry.get("one")


def test_a_plug_in_cannot_take_the_place_of_a_built_in(plugins):
    plugins(Point("html", toy("html")))

    assert "Html" != registry.get("html").title


def test_plug_ins_can_be_left_out(plugins, monkeypatch):
    plugins(Point("one", toy("one")))
    monkeypatch.setenv("NEWSMODEL_NO_PLUGINS", "1")
    registry._plugins.cache_clear()

    assert "one" not in registry.names()


# --- which a file is in ----------------------------------------------------------------------------------------------


def test_content_and_suffix_say_what_a_file_is_and_why():
    found = registry.detect(b"<!DOCTYPE html><title>x</title>", "x.html")

    assert "html" == found == found.name
    assert 1.0 == found.score
    assert 2 == len(found.reasons)
    assert ("html", 1.0) == found.candidates[0]
    assert found.score > registry.detect(b"<!DOCTYPE html><title>x</title>").score


def test_a_detection_is_the_name_and_crosses_processes():
    import pickle

    found = registry.detect(b"<!DOCTYPE html>")
    again = pickle.loads(pickle.dumps(found))

    assert (found, found.reasons, found.candidates) == (again, again.reasons, again.candidates)


def test_what_nothing_recognises_is_an_error_that_lists_the_formats():
    with pytest.raises(nm.UnknownFormatError, match="no format recognises this input"):
        registry.detect(b"\x00\x01\x02\x03")


def test_two_that_recognise_it_equally_are_an_error_that_names_them(formats):
    formats(toy("one", 1.0), toy("two", 0.98))

    with pytest.raises(nm.AmbiguousFormatError, match="one or two") as caught:
        registry.detect(b"\x00\x01")
    assert ("one", "two") == caught.value.candidates


def test_the_suffix_decides_between_two(formats):
    formats(toy("one", 0.5, suffixes=(".one",)), toy("two", 0.5, suffixes=(".two",)))

    assert "two" == registry.detect(b"\x00\x01", "a.TWO")


def test_a_suffix_alone_is_enough_and_a_whisper_of_content_is_not(formats):
    formats(toy("one", 0.0, suffixes=(".one",)), toy("two", 0.1))

    assert "one" == registry.detect(b"\x00\x01", "a.one")
    with pytest.raises(nm.UnknownFormatError):
        registry.detect(b"\x00\x01", "a.other")


def test_the_name_of_a_format_that_has_no_sniffer_counts_more_than_a_guess_and_less_than_what_is_sure(formats):
    formats(Format(name="brief", title="Brief", suffixes=(".brief",), parse=lambda *_: nm.Article()))

    assert "brief" == registry.detect(b"Words.\n\n1 comment\n", "a.brief")
    assert "html" == registry.detect(b"<!DOCTYPE html><p>Words.", "a.brief")


def test_only_what_can_be_read_comes_into_question(formats):
    formats(Format(name="writer", title="W", sniff=lambda _: 1.0, render=lambda _d: b""))

    with pytest.raises(nm.UnknownFormatError):
        registry.detect(b"\x00\x01")
    assert "writer" == registry.detect(b"\x00\x01", wanted=lambda format: format.render is not None)


@pytest.mark.parametrize(
    "words", ["Rain.\n\n1 comment\n", "Rain.\n\nShare\n\n12 Comments\n", "![](a.png)\n\n1 comment"]
)
def test_a_guess_does_not_come_into_question_for_a_file_whose_name_says_more(words):
    assert "pasted" == registry.detect(words.encode()) == registry.detect(words.encode(), "saved.txt")
    assert "markdown" == registry.detect(words.encode(), "article.md") == registry.detect(words.encode(), "a.MARKDOWN")


def test_a_format_without_suffixes_is_found_in_files_of_its_media_type(formats):
    formats(toy("api", 0.9, media_types=("application/json",)), toy("guess", 0.9, media_types=("text/plain",)))

    assert "api" == registry.detect(b"x", "x.json", lambda format: format.name in ("api", "guess", "json"))


def test_a_file_to_write_is_in_the_format_of_its_longest_suffix(formats):
    formats(
        toy("one", suffixes=(".x",), render=lambda _d: b""),
        toy("two", suffixes=(".y.x",), render=lambda _d: b""),
        toy("reader", suffixes=(".z",)),
    )

    assert ("one", "two") == (registry.by_suffix("a.x").name, registry.by_suffix("a.y.x").name)
    with pytest.raises(nm.UnknownFormatError, match=r'"\.z"'):
        registry.by_suffix("a.z")
    formats(toy("three", suffixes=(".x",), render=lambda _d: b""))
    with pytest.raises(nm.AmbiguousFormatError):
        registry.by_suffix("a.x")
