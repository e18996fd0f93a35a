"""Each law can fail: a format broken in one way breaks that law. And the seven lines of a plug-in's author."""

import os
import re
import subprocess
import sys
import time
from datetime import UTC, datetime
from functools import cache
from unittest import SkipTest

import attrs
import pytest

from newsmodel import codec, testing
from newsmodel.errors import FormatError
from newsmodel.format import Format
from newsmodel.model import Article, Comment, CommentThread, Image, Node, Paragraph, Tally, transform, walk
from newsmodel.report import Loss, Report
from newsmodel.strategies.strings import OWN
from newsmodel.testing import LAWS, NEEDS, LawError, Pool, applies, check, shared_pool, shrink
from newsmodel.testing.naming import names
from newsmodel.testing.paths import resolve

NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)

# The toy, as a plug-in's author would write it: one file. It is this file's subject twice, as a text and as a module.
TOY = '''"""Toy 1.0: plain data behind a line of its own; https://toy.example/1.0"""

from newsmodel.codec import decode, encode, from_data, to_data
from newsmodel.errors import FormatError
from newsmodel.fitting import Fitter, Rules
from newsmodel.format import Format
from newsmodel.model import Article, Block

HEAD = b"TOY 1.0\\n"
rules = Rules()


@rules(Article)
def _article(node, place):
    return place.clear(node, "comments")


fitter = Fitter(rules)


def sniff(head):
    return 1.0 if head.startswith(HEAD) else 0.0


def parse(data, report):
    """The article of a toy file."""
    if not data.startswith(HEAD):
        raise FormatError("a toy begins with TOY 1.0", line=1, column=1)
    try:
        return from_data(decode(data[len(HEAD):]))
    except UnicodeDecodeError as error:
        raise FormatError("a toy is in UTF-8", line=2) from error


def fit(document, report):
    """Everything but the comments, which are dropped."""
    return fitter(document, report)


def render(document, *, indent=None):
    """A toy file. indent: as in JSON."""
    return HEAD + encode(to_data(document), indent)


FORMAT = Format(
    name="toy", title="Toy 1.0", spec="https://toy.example/1.0", suffixes=(".toy",),
    sniff=sniff, parse=parse, fit=fit, render=render,
)
'''

SEVEN_LINES = """import pytest
from newsmodel.testing import LAWS, check
from toy_format import FORMAT

@pytest.mark.parametrize("law", LAWS)
def test_law(law):
    check(FORMAT, law)
"""


@pytest.fixture(scope="module")
def toy(tmp_path_factory):
    """The toy format, imported from a file as a plug-in is."""
    folder = tmp_path_factory.mktemp("toy")
    (folder / "toy_format.py").write_text(TOY, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(folder))
        import toy_format

        yield toy_format.FORMAT
        sys.modules.pop("toy_format")


@cache
def small_pool() -> Pool:
    """A few articles, one of which the toy cannot carry whole."""
    articles = shared_pool().articles
    return Pool((*articles[::8], next(each for each in articles if each.comments)))


def broken(format: Format, law: str, **options) -> str:
    """The message of the law that *format* must break."""
    with pytest.raises(LawError) as caught:
        check(format, law, pool=small_pool(), **options)
    return str(caught.value)


def holds(format: Format, *laws: str) -> None:
    for law in laws:
        check(format, law, pool=small_pool())


@pytest.mark.parametrize("law", LAWS)
def test_a_sound_format_holds_to(law, toy):
    check(toy, law, pool=small_pool())


@pytest.mark.parametrize("law", LAWS)
def test_every_law_says_what_it_is_and_what_it_needs(law):
    assert LAWS[law].__doc__
    assert NEEDS[law] <= {"parse", "render", "markup"}


def test_a_reader_that_forgets_a_field_breaks_the_round_trip_and_the_message_says_which(toy):
    def parse(data, report):
        return attrs.evolve(toy.parse(data, report), slug=None)

    message = broken(attrs.evolve(toy, parse=parse), "fit_then_render")

    assert "$.slug article.slug" in message
    assert "newsmodel.codec.from_data({'type': 'article', 'slug': " in message


def test_a_reader_that_takes_true_for_one_breaks_the_round_trip_too(toy):
    def parse(data, report):
        return toy.parse(data.replace(b'"votes":1', b'"votes":true'), report)

    article = Article(extra={"toy": {"votes": 1}})

    with pytest.raises(LawError, match=r"article\.extra"):
        check(attrs.evolve(toy, parse=parse), "fit_then_render", pool=Pool((article,)))


def test_a_fit_that_never_ends_breaks_fit_settles(toy):
    def fit(document, report):
        report.losses.extend(_loss())
        return attrs.evolve(document, version=f"{document.version or ''}x")

    assert "slug" not in broken(attrs.evolve(toy, fit=fit), "fit_settles")


def _loss(at: str = "$", effect: str = "altered", code: str = "article.version"):
    report = Report()
    report.loss(code, effect, at, stage="render")
    return report.losses


def test_a_silent_change_breaks_the_report(toy):
    silent = attrs.evolve(toy, fit=lambda document, report: attrs.evolve(document, slug=None))

    assert "a clean report, and yet" in broken(silent, "the_report_is_true")


def test_a_loss_that_is_none_breaks_the_report(toy):
    def fit(document, report):
        report.losses.extend(_loss())
        return document

    assert "nothing is lost, and yet" in broken(attrs.evolve(toy, fit=fit), "the_report_is_true")


def test_a_loss_at_a_place_that_is_not_there_breaks_the_report(toy):
    def fit(document, report):
        if document.slug is None:
            return document
        report.losses.extend(_loss(at="$.body[99]"))
        return attrs.evolve(document, slug=None)

    assert "the article has no $.body[99]" in broken(attrs.evolve(toy, fit=fit), "the_report_is_true")


def _lossy(toy, change):
    """*toy* with a fit that changes more than it says, but never nothing: the toy drops comments, and says so."""

    def fit(document, report):
        fitted = toy.fit(document, report)
        return change(fitted, report) if isinstance(fitted, Article) and not report.clean else fitted

    return attrs.evolve(toy, fit=fit)


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (lambda article, _: attrs.evolve(article, slug="x"), "$.slug changes (article.slug)"),
        (
            lambda article, _: attrs.evolve(article, dates=attrs.evolve(article.dates, modified=NOON)),
            "$.dates.modified",
        ),
        (lambda article, _: attrs.evolve(article, body=[*article.body, Paragraph("x")]), "$.body changes"),
        (
            lambda article, report: (report.losses.extend(_loss("$.dates")), attrs.evolve(article, version="x"))[1],
            "$.version changes (article.version)",
        ),
        (lambda article, report: (report.losses.extend(_loss("$.body[99]")), article)[1], "there is no $.body[99]"),
    ],
)
def test_a_change_that_no_loss_names_at_its_place_breaks_the_naming(change, named, toy):
    lossy = _lossy(toy, change)

    holds(lossy, "the_report_is_true") if "no $" not in named else None
    assert named in broken(lossy, "every_change_is_named")


def test_a_feed_whose_change_is_said_of_the_article_breaks_the_naming(toy):
    def fit(document, report):
        if isinstance(document, Article):
            return toy.fit(document, report)
        return attrs.evolve(document, articles=[toy.fit(article, report) for article in document.articles])

    assert "$.articles[" in broken(attrs.evolve(toy, fit=fit), "every_change_is_named")


@pytest.mark.parametrize(
    ("code", "at", "change"),
    [
        ("comment.votes", "$.comments.comments[1]", "$.comments.comments[1].votes.up"),
        ("comment", "$.comments.comments[0]", "$.comments.comments"),
        ("comment", "$.comments.comments[0]", "$.comments.comments[1].votes"),
        ("article.comments", "$", "$.comments.comments[1].votes"),
        ("image.caption", "$", "$.lead_media.caption"),
        ("text.space", "$.headline", "$.headline"),
    ],
)
def test_a_loss_names_what_is_in_its_field_and_around_it(code, at, change):
    comments = [Comment(id="1"), Comment(id="2", votes=Tally(up=1))]
    document = Article("A", lead_media=Image("a.png"), comments=CommentThread(comments))

    assert names(Loss(code, "altered", at), change, document)
    assert not names(Loss("comment.author", "altered", "$"), change, document)
    assert not names(Loss("article.slug", "altered", "$"), change, document)


def test_feeds_of_the_pool_hold_all_of_its_articles_in_several_lengths():
    feeds = list(shared_pool().feeds)

    assert {0, 1, 2, 3} == {len(feed.articles) for feed in feeds}
    assert shared_pool().articles == tuple(article for feed in feeds for article in feed.articles)


def test_a_pool_is_named_for_the_format_under_test():
    def data_of(pool, name):
        return sum(
            name in node.extra or getattr(node, "format", None) == name for a in pool.articles for node in walk(a)
        )

    assert data_of(shared_pool(), OWN) > 20
    assert data_of(shared_pool(), "toy") == 0
    assert data_of(shared_pool("toy"), "toy") > 20
    assert shared_pool("toy") is shared_pool("toy")


def test_a_reader_that_drops_data_under_the_formats_own_name_breaks_the_round_trip(toy):
    def without(node):
        return attrs.evolve(node, extra={name: node.extra[name] for name in node.extra if name != "toy"})

    forgetful = attrs.evolve(toy, parse=lambda data, report: transform(toy.parse(data, report), without))

    assert "extra" in broken(forgetful, "fit_then_render")


def test_a_writer_whose_report_differs_from_losses_breaks_the_report(toy):
    known = []

    def fit(document, report):
        is_new = all(document is not each for each in known)
        known.append(document)
        return toy.fit(document, report if is_new else Report())

    assert "a write says" in broken(attrs.evolve(toy, fit=fit), "the_report_is_true")


@pytest.mark.parametrize("kind", ["loss", "diagnostic"])
def test_a_reader_that_talks_of_its_own_writer_breaks_its_trust(toy, kind):
    def parse(data, report):
        if kind == "loss":
            report.loss("article.slug", "dropped")
        else:
            report.notice("odd", "that is odd")
        return toy.parse(data, report)

    assert "the reader" in broken(attrs.evolve(toy, parse=parse), "the_reader_trusts_its_writer")


def test_a_writer_that_counts_its_calls_breaks_settling_and_purity(toy):
    calls = []

    def render(document):
        calls.append(document)
        return toy.render(attrs.evolve(document, version=str(len(calls))))

    counting = attrs.evolve(toy, render=render)

    assert "at byte" in broken(counting, "writing_settles")
    assert "two writes of one article differ" in broken(counting, "it_is_pure")


def test_a_fit_that_drops_words_and_names_another_place_breaks_words(toy):
    def fit(document, report):
        if not document.body:
            return document
        report.losses.extend(_loss(at="$.slug"))
        return attrs.evolve(document, body=())

    assert "the report says nothing of $.body[0]" in broken(attrs.evolve(toy, fit=fit), "words_survive")


def test_a_reader_that_raises_anything_else_breaks_politeness(toy):
    def parse(data, report):
        return codec.from_data(codec.decode(data[8:]))["no such key"]

    assert "raises" in broken(attrs.evolve(toy, parse=parse), "junk_is_refused_politely")


def test_a_reader_that_gives_no_document_breaks_politeness(toy):
    assert "gives None" in broken(attrs.evolve(toy, parse=lambda data, report: None), "junk_is_refused_politely")


def test_a_reader_that_takes_too_long_breaks_politeness(toy, monkeypatch):
    monkeypatch.setattr(testing.robustness, "MOST_SECONDS", 0.01)

    def parse(data, report):
        busy = time.process_time() + 0.02
        while time.process_time() < busy:
            pass
        return toy.parse(data, report)

    assert "worked" in broken(attrs.evolve(toy, parse=parse), "junk_is_refused_politely")


def test_an_error_without_a_place_breaks_errors_say_where(toy):
    def parse(data, report):
        try:
            return toy.parse(data, report)
        except FormatError:
            raise FormatError("it is wrong") from None

    assert "without a place" in broken(attrs.evolve(toy, parse=parse), "errors_say_where")


def test_a_writer_that_cannot_write_what_it_read_breaks_foreign_reading(toy):
    def parse(data, report):
        try:
            return toy.parse(data, report)
        except FormatError:
            return Article("mended", slug="mended")

    def render(document):
        return toy.render(attrs.evolve(document, slug=None) if document.slug == "mended" else document)

    assert "after reading" in broken(attrs.evolve(toy, parse=parse, render=render), "foreign_reading_survives")


def test_a_format_that_looks_like_another_is_not_found(toy):
    json_like = attrs.evolve(toy, sniff=lambda head: 0.9, render=lambda document: b'{"newsmodel": "1"}')

    assert "is not found" in broken(json_like, "it_is_found")


def test_a_format_with_neither_suffix_nor_sniffer_is_not_found(toy):
    hidden = Format(name="toy", title="Toy", parse=toy.parse, fit=toy.fit, render=toy.render)

    assert "nobody finds it" in broken(hidden, "it_is_found")


def test_a_module_that_loads_hypothesis_is_not_light(tmp_path, monkeypatch):
    message = broken(_imported("heavy_format", "import hypothesis\n" + TOY, tmp_path, monkeypatch), "it_is_light")

    assert re.search("heavy_format loads .*hypothesis", message)


def _imported(name: str, source: str, folder, monkeypatch) -> Format:
    (folder / f"{name}.py").write_text(source, encoding="utf-8")
    monkeypatch.syspath_prepend(str(folder))
    return __import__(name).FORMAT


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (TOY.partition("\n")[0], '"""Plain data."""', "does not name"),
        ('spec="https://toy.example/1.0"', 'spec=""', "not the URL of a specification"),
        (" indent: as in JSON.", "", "no docstring of render says what the option 'indent' does"),
    ],
)
def test_a_format_that_leaves_something_unsaid_is_not_explained(old, new, said, tmp_path, monkeypatch):
    assert old in TOY
    name = f"unsaid_{abs(hash(old))}"

    assert said in broken(_imported(name, TOY.replace(old, new), tmp_path, monkeypatch), "it_is_explained")


def test_a_format_that_drops_own_kinds_in_silence_is_no_host_to_them(toy):
    def fit(document, report):
        return transform(document, lambda node: None if ":" in node.type else node)

    assert "does not report" in broken(attrs.evolve(toy, fit=fit), "own_kinds_are_welcome")


def test_laws_that_say_nothing_of_a_format_are_skipped_aloud(toy):
    reader, writer = attrs.evolve(toy, render=None), attrs.evolve(toy, parse=None)

    assert {"junk_is_refused_politely", "errors_say_where", "it_is_light", "it_is_explained"} == {
        law for law in LAWS if applies(reader, law)
    }
    assert {law for law in LAWS if not applies(writer, law)} == {
        law for law in LAWS if NEEDS[law] & {"parse", "markup"}
    }
    with pytest.raises(SkipTest, match="needs parse and render, which toy does not have"):
        check(reader, "fit_then_render")


def test_options_reach_the_functions_that_take_them(toy):
    def fit(document, report, *, lossy=False):
        return attrs.evolve(document, slug=None) if lossy else document

    lossy = attrs.evolve(toy, fit=fit)

    holds(lossy, "the_report_is_true")
    assert "a clean report, and yet" in broken(lossy, "the_report_is_true", lossy=True)
    with pytest.raises(TypeError, match="losy"):
        check(lossy, "the_report_is_true", losy=True)


def test_a_failing_article_is_made_as_small_as_it_can_be():
    article = next(article for article in shared_pool().articles if len(article.body) > 3)

    smallest = shrink(article, lambda node: any(True for _ in walk(node, Paragraph)) or not node.body)

    assert Article(body=()) == smallest


def test_a_path_of_a_loss_leads_to_its_place():
    article = Article(body=[Paragraph(["one ", Paragraph("x").text.spans[0]])])

    assert article.body[0] is resolve(article, "$.body[0]", None)
    assert isinstance(resolve(article, "$.body[0].text[0]", None), Node)
    assert "absent" == resolve(article, "$.body[1]", "absent")
    assert "absent" == resolve(article, "body[0]", "absent")


def test_the_seven_lines_of_the_docstring_are_a_whole_test_file(tmp_path):
    lines = [line[4:] for line in testing.__doc__.splitlines() if line.startswith("    ")]
    assert SEVEN_LINES.replace("toy_format", "my_package.my_format").split() == "\n".join(lines).split()
    (tmp_path / "toy_format.py").write_text(TOY, encoding="utf-8")
    (tmp_path / "test_toy.py").write_text(SEVEN_LINES, encoding="utf-8")

    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", ".", "test_toy.py"]
    run = subprocess.run(command, cwd=tmp_path, env=_environment(tmp_path), capture_output=True, text=True, check=False)

    assert run.returncode == 0, run.stdout + run.stderr
    assert f"{len(LAWS) - 1} passed, 1 skipped" in run.stdout  # it writes no HTML


def _environment(folder) -> dict[str, str]:
    path = os.pathsep.join([str(folder), *filter(None, sys.path)])
    return {**os.environ, "NEWSMODEL_POOL": "12", "NEWSMODEL_DEEP": "", "PYTHONPATH": path}
