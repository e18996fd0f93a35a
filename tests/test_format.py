"""Format: one wire format as a value; its checked options, its errors, and what it does with a full stack."""

import io

import attrs
import pytest

import newsmodel as nm
from newsmodel.fitting import Fitter
from newsmodel.format import Format, beginning, carries_all, never

SEEN = []


def parse(data, report, *, url=None, colour="red"):
    SEEN.append((data, url, colour))
    if b"bad" in data:
        raise nm.FormatError("it is bad", line=3)
    report.notice("read", "it was read")
    return nm.Article(data.removeprefix(b"\xef\xbb\xbf").decode())


def fit(document, report, *, shout=False):
    rules = {nm.Article: lambda node, place: place.set(node, "altered", headline=str(node.headline).upper())}
    return Fitter(rules if shout else {})(document, report)


def render(document, *, ending=""):
    return (str(document.headline) + ending).encode()


TOY = Format(name="toy", title="Toy", parse=parse, fit=fit, render=render)


@pytest.mark.parametrize("head", [b"{ }", b"\n { }", b"\xef\xbb\xbf { }"])
def test_a_sniffer_sees_no_byte_order_mark_and_no_white_space(head):
    assert b"{ }" == beginning(head)


def test_reading_parses_with_its_options():
    report = nm.Report()

    article = TOY.read(b"x", report, colour="blue")

    assert (nm.Article("x"), (b"x", None, "blue")) == (article, SEEN[-1])
    assert ["read"] == [each.code for each in report.diagnostics]


@pytest.mark.parametrize("data", ["é", "\ufeffé"])
def test_a_str_arrives_as_utf_8_with_one_byte_order_mark(data):
    assert nm.Article("é") == TOY.read(data)
    assert b"\xef\xbb\xbf\xc3\xa9" == SEEN[-1][0]


@pytest.mark.parametrize("data", [bytearray(b"x"), memoryview(b"x")])
def test_whatever_holds_bytes_is_read(data):
    assert nm.Article("x") == TOY.read(data)


def test_writing_fits_then_renders_and_gives_each_its_options():
    report = nm.Report()

    assert b"ABC!" == TOY.write(nm.Article("abc"), report, shout=True, ending="!")
    assert [("article.headline", "altered")] == [(loss.code, loss.effect) for loss in report.losses]
    assert b"abc" == TOY.write(nm.Article("abc"))


def test_verify_reads_back_and_reports_what_differs():
    lossy = attrs.evolve(TOY, render=lambda document: b"other")
    report, silent = nm.Report(), nm.Report()

    lossy.write(nm.Article("abc"), silent)
    lossy.write(nm.Article("abc"), report, verify=True)
    TOY.write(nm.Article("abc"), silent, verify=True)

    assert silent == nm.Report()
    assert [("article.headline", "altered", "read back")] == [(x.code, x.effect, x.detail) for x in report.losses]


def test_an_error_gets_the_name_of_the_format():
    with pytest.raises(nm.FormatError) as caught:
        TOY.read(b"bad")

    assert ("toy", 3) == (caught.value.format, caught.value.line)


@pytest.mark.parametrize(
    ("call", "option", "message"),
    [
        (lambda: TOY.read(b"", color="x"), "color", 'did you mean "colour"'),
        (lambda: TOY.write(nm.Article(), shuot=True), "shuot", 'did you mean "shout"'),
        (lambda: TOY.write(nm.Article(), colour="x"), "colour", "the options are shout, ending"),
        (lambda: list(TOY.articles(io.BytesIO(b""), zzz=1)), "zzz", "the options are url, colour"),
    ],
)
def test_an_option_that_is_not_taken_is_refused_with_a_hint(call, option, message):
    with pytest.raises(nm.OptionError, match=message) as caught:
        call()

    assert (option, "toy") == (caught.value.option, caught.value.format)


def test_options_are_the_keywords_of_the_functions():
    assert ["url", "colour"] == list(TOY.options("parse"))
    assert ["shout", "ending"] == list(TOY.options("render"))
    assert {} == TOY.options("stream")


def test_what_a_format_cannot_do_is_said():
    with pytest.raises(nm.FormatError, match="written, not read"):
        Format(name="x", title="X", render=render).read(b"")
    with pytest.raises(nm.FormatError, match="read, not written"):
        Format(name="x", title="X", parse=parse).write(nm.Article())
    with pytest.raises(nm.FormatError, match="cannot be read back"):
        Format(name="x", title="X", render=render).write(nm.Article("x"), verify=True)


def test_articles_come_from_the_stream_the_feed_or_the_one_article():
    def stream(file, _report, *, skip=0):
        yield from (nm.Article(line.decode().strip()) for line in list(file)[skip:])

    feed = attrs.evolve(TOY, parse=lambda data, report: nm.Feed(articles=[nm.Article("1"), nm.Article("2")]))

    assert [nm.Article("x")] == list(TOY.articles(io.BytesIO(b"x")))
    assert ["1", "2"] == [str(a.headline) for a in feed.articles(io.BytesIO(b"x"))]
    assert ["b"] == [str(a.headline) for a in attrs.evolve(TOY, stream=stream).articles(io.BytesIO(b"a\nb"), skip=1)]


def test_a_format_carries_everything_and_is_never_guessed_unless_it_says_so():
    article = nm.Article("x")

    assert article is carries_all(article, nm.Report())
    assert 0.0 == never(b"x")


def deep(depth, work):
    return work() if depth == 0 else deep(depth - 1, work)


def needs(frames):
    return frames if frames == 0 else 1 + needs(frames - 1)


def test_a_nearly_full_stack_is_no_obstacle_and_nothing_is_reported_twice():
    def parse(_data, report):
        report.notice("once", "x")
        return nm.Article(str(needs(700)))

    report = nm.Report()
    report.notice("before", "y")

    assert nm.Article("700") == deep(600, lambda: attrs.evolve(TOY, parse=parse).read(b"", report))
    assert ["before", "once"] == [each.code for each in report.diagnostics]


def test_an_error_raised_beyond_a_full_stack_is_that_error():
    def parse(_data, _report):
        needs(700)
        raise nm.FormatError("it is bad")

    with pytest.raises(nm.FormatError, match="toy: it is bad"):
        deep(600, lambda: attrs.evolve(TOY, parse=parse).read(b""))
