"""Markdown that is made to cost: in linear time, or refused with a FormatError that says where."""

import time
import tracemalloc
from collections.abc import Callable
from typing import Any

import pytest

import newsmodel as nm
from newsmodel.formats.markdown import FORMAT

GROWTH = 9.0  # from n to 4 n: what is linear takes 4 times as long, what is quadratic 16 times
LEAST = 0.02  # seconds of CPU; below, a clock says little


def growth(work: Callable[[int], Any], n: int) -> float:
    return seconds(work, 4 * n) / max(seconds(work, n), LEAST)


def seconds(work: Callable[[int], Any], n: int) -> float:
    """The least CPU time of two runs: other work on the machine can only make it longer."""
    times = []
    for _ in range(2):
        start = time.process_time()
        work(n)
        times.append(time.process_time() - start)
    return min(times)


SOURCES = {
    "marks in marks": lambda n: "<b>a" * n,
    "marks of two kinds in each other": lambda n: "<u>a<b>c" * n,
    "emphasis in emphasis": lambda n: "*a " * n + "b" + "*" * n,
    "links in links": lambda n: "<a href=x>a" * n,
    "marks that another one closes": lambda n: "<b>" * n + "a" + "</i>" * n,
    "delimiters": lambda n: "*a **b _c ~~d " * n,
    "pictures in pictures": lambda n: "![" * n + "a" + "](b)" * n,
    "footnotes": lambda n: "".join(f"a[^{i}] " for i in range(n)) + "".join(f"\n\n[^{i}]: b" for i in range(n)),
    "definitions": lambda n: (
        "".join(f"[r{i}]: /u{i}\n" for i in range(n)) + "\n" + "".join(f"[r{i}] " for i in range(n))
    ),
    "a definition that is long": lambda n: f"[a]: /{'u' * n}\n\n" + "[a] " * n,
    "quotes": lambda n: ">" * n + " a\n" * n,
    "items": lambda n: "- a\n\n  b\n" * n,
    "a long table": lambda n: "|a|b|\n|-|-|\n" + "|c|d|\n" * n,
    "breaks in a caption": lambda n: f"![](a.png)\n*{'<br>' * n}a*",
    "references": lambda n: "&#1;" * n,
    "attributes": lambda n: "a <x y='" * n,
    "YAML, a list": lambda n: f"---\na: [{'1, ' * n}]\n---\n",
    "YAML, aliases": lambda n: f"---\na: &a [x]\nb: [{'*a, ' * n}]\n---\n",
    "YAML, keys": lambda n: "---\n" + "".join(f"k{i}: a\n" for i in range(n)) + "---\n",
    "TOML, tables": lambda n: "+++\n" + "[[a]]\n[[a.b]]\n" * n + "+++\n",
    "TOML, quotes": lambda n: "+++\na = " + '\\"' * n + "\n+++\n",
}


@pytest.mark.parametrize("what", SOURCES)
def test_reading_and_writing_again_is_linear(what):
    def read_and_write(n: int) -> None:
        try:
            FORMAT.write(FORMAT.read(SOURCES[what](n)))
        except nm.FormatError:
            assert what == "TOML, quotes"

    assert growth(read_and_write, 500) < GROWTH


ARTICLES = {
    "footnotes": lambda n: nm.Article(
        body=[nm.Paragraph([nm.FootnoteReference(str(i)) for i in range(n)])],
        notes=[nm.Footnote(["a"], id=str(i)) for i in range(n)],
    ),
    "footnotes whose labels clash": lambda n: nm.Article(
        notes=[nm.Footnote(["a"], id=each) for i in range(2, 2 * n) for each in (f"note-{i}", chr(0x4E00 + i))]
    ),
    "breaks in a caption": lambda n: nm.Article(
        body=[nm.Figure(nm.Image("/a", caption=[nm.LineBreak(), nm.Span(" ", marks=["strong"])] * n + ["a"]))]
    ),
    "marks by turns": lambda n: nm.Article(
        body=[nm.Paragraph([nm.Span(" a ", marks=[("strong", "emphasis")[i % 2]]) for i in range(n)])]
    ),
    "backticks": lambda n: nm.Article(
        body=[nm.Paragraph([nm.Span("".join("`" * (i % 99 + 1) + "a" for i in range(n)), marks=["code"])])]
    ),
    "code of empty lines": lambda n: nm.Article(
        body=[nm.Code("<a>" + ("\n" + " " * 9) * n), nm.Code("{" * n + "] " * n)]
    ),
    "brackets": lambda n: nm.Article(body=["[a " * n, "[ab] " * n, "&" * n]),
    "addresses": lambda n: nm.Article(
        body=[nm.Paragraph([nm.Span("a", marks=[nm.Link(url)])]) for url in ("(" * n, "/&a" * n, "/&amp;" * n)]
    ),
    "rows of one cell": lambda n: nm.Article(body=[nm.Table([nm.Row(["a"] * n), *[nm.Row(["a"])] * n])]),
}


@pytest.mark.parametrize("what", ARTICLES)
def test_writing_is_linear(what):
    documents = {n: ARTICLES[what](n) for n in (1000, 4000)}

    assert growth(lambda n: FORMAT.write(documents[n]), 1000) < GROWTH


def table(columns: int, rows: int) -> str:
    return "|a" * columns + "\n" + "|-" * columns + "\n" + "|a\n" * rows


def test_a_table_whose_rows_leave_out_too_many_cells_is_refused():
    with pytest.raises(nm.FormatError, match="leave out more than 20000 cells") as caught:
        FORMAT.read(f"---\ntitle: A\n---\n\nWörter.\n\n{table(1000, 1000)}")

    assert (caught.value.format, caught.value.line) == ("markdown", 7 + 2 + 20)  # 999 a row: the 21st row is too much
    assert "most_filled_cells" in str(caught.value)


def test_how_many_cells_may_be_left_out_is_for_the_caller_to_say():
    source = table(30, 20)

    assert [30] * 20 == [len(row.cells) for row in nm.parse(source, "markdown", most_filled_cells=580).body[0].body]
    with pytest.raises(nm.FormatError):
        nm.parse(source, "markdown", most_filled_cells=579)


def test_empty_cells_that_stand_there_are_not_counted():
    article = nm.parse("|a|b|\n|-|-|\n" + "| | |\n" * 50, "markdown", most_filled_cells=0)

    assert 50 == len(article.body[0].body)


@pytest.mark.parametrize("marker", [">", "> ", "- ", "1. ", ">- "])
def test_lines_that_go_on_with_what_is_deep_are_refused_beyond_a_bound(marker):
    def lazy(depth: int, lines: int) -> str:
        return marker * depth + "a\n" + "b\n" * lines

    assert nm.plain_text(FORMAT.read(lazy(20_000, 10))).startswith("a b")
    with pytest.raises(nm.FormatError, match="too deep for so many lines") as caught:
        FORMAT.read(f"a\n\n{lazy(20_000, 20_000)}")
    assert 3 == caught.value.line


@pytest.mark.parametrize(
    "source",
    [
        "a." * 20_000 + "a = 1",
        "[" + "a." * 20_000 + "a]",
        "'a'.\"b\" . " * 10_000 + "a = 1",
        "b = 1\na = " + "[" * 20_000 + "]" * 20_000,
        "a = " + "{a=" * 20_000 + "1" + "}" * 20_000,
    ],
    ids=lambda source: source[:12],
)
def test_toml_that_nests_is_refused_in_little_memory(source):
    tracemalloc.start()
    try:
        with pytest.raises(nm.FormatError, match="deeper than 100 levels"):
            FORMAT.read(f"+++\n{source}\n+++\n")
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


def test_what_only_looks_like_nesting_in_toml_is_read():
    dots = ".".join("a" * 300)
    deep = "[" * 300
    source = f"a = '{dots}' # {dots}\nb = \"\"\"\n{dots} {deep}\n\"\"\"\nc = '''{deep}'''\nd.e.f = '{deep}'"
    extra = nm.to_data(FORMAT.read(f"+++\n{source}\n+++\n"))["extra"]["markdown"]

    assert (dots, deep, {"e": {"f": deep}}) == (extra["a"], extra["c"], extra["d"])


@pytest.mark.parametrize(
    "source",
    [
        "a: " + "[" * 100_000,
        "a: " + "{" * 100_000,
        "a:\n" + "- " * 100_000 + "b",
        "a0: &a0 [x]\n" + "".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 12)),
        f"a: &a {'x' * 100_000}\nb: [{'*a, ' * 1000}]",
    ],
    ids=["lists", "mappings", "items", "aliases of aliases", "aliases of a long text"],
)
def test_yaml_that_is_made_to_cost_is_refused(source):
    with pytest.raises(nm.FormatError, match="front matter") as caught:
        FORMAT.read(f"---\n{source}\n---\n")

    assert caught.value.line
