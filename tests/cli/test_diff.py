import json

import pytest

import newsmodel as nm
from newsmodel.cli.diff import _change


def _write(folder, **files):
    for name, text in files.items():
        (folder / f"{name}.toy").write_text(text)


def test_equal_articles_have_no_difference(run, folder):
    _write(folder, a="TOY Harbour\nOne.\n", b="TOY Harbour\n\nOne.\n\n")
    result = run("diff", "a.toy", "b.toy")

    assert (0, "", "") == (result.exit_code, result.stdout, result.stderr)


def test_the_fields_that_differ_are_listed_by_path(run, folder):
    _write(folder, a="TOY Harbour\nOne.\nTwo.", b="TOY Boats\nOne.\n2.")
    result = run("diff", "a.toy", "b.toy")

    assert 1 == result.exit_code
    assert ["$.headline: 'Harbour' -> 'Boats'", "$.body[1].text: 'Two.' -> '2.'"] == result.stdout.splitlines()


def test_quiet_leaves_the_exit_code(run, folder):
    _write(folder, a="TOY Harbour", b="TOY Boats")
    result = run("diff", "-q", "a.toy", "b.toy")

    assert (1, "") == (result.exit_code, result.stdout)


def test_the_answer_is_there_for_programs(run, folder):
    _write(folder, a="TOY Harbour", b="TOY Boats")

    assert [{"at": "$.headline", "field": "article.headline", "one": "'Harbour'", "other": "'Boats'"}] == json.loads(
        run("diff", "--json", "a.toy", "b.toy").stdout
    )


@pytest.mark.parametrize(("other", "code"), [("missing.toy", 2), ("bad.toy", 5)])
def test_a_file_that_cannot_be_read_is_no_difference(other, code, run, folder):
    _write(folder, a="TOY Harbour", bad="nonsense")

    assert code == run("diff", "a.toy", other).exit_code


@pytest.mark.parametrize(
    ("one", "other", "at", "expected"),
    [
        (
            nm.Article(body=["One.", "Two."]),
            nm.Article(body=["One."]),
            "$.body",
            ("2 x paragraph, the first 1 alike", "1 x paragraph"),
        ),
        (
            nm.Paragraph([nm.Span("bold", marks=["strong"])]),
            nm.Paragraph("bold"),
            "$.text",
            ("'bold' marked [bold: strong]", "marked []"),
        ),
        (nm.Article(slug="a"), nm.Article(), "$.slug", ("'a'", "none")),
        (nm.Article(urgency=1), nm.Article(urgency=2), "$.urgency", ("1", "2")),
    ],
)
def test_a_difference_is_told_in_a_few_words(one, other, at, expected):
    assert expected == _change(at, one, other)
