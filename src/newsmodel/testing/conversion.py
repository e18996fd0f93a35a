"""The laws of conversion: what is written comes back, and what does not is in the report."""

from __future__ import annotations

import pickle
import re
from collections import Counter
from typing import Any

from newsmodel.fitting import same
from newsmodel.format import Format
from newsmodel.model.article import Article
from newsmodel.model.walk import plain_text
from newsmodel.report import EFFECTS, Loss, Report
from newsmodel.testing.converted import converted
from newsmodel.testing.laws import alike, article_law, difference
from newsmodel.testing.paths import resolve

_WORD = re.compile(r"\w+")
_NOWHERE = object()


@article_law("parse", "render")
def fit_then_render(format: Format, article: Article) -> None:
    """Reading what was rendered gives exactly what the fit left: `parse(render(fit(a))) == fit(a)`."""
    made = converted(format, article)
    found = difference(made.fitted, alike(made.back, made.fitted))
    assert not found, f"{found}\nwritten: {made.data[:2000]!r}"


@article_law("render")
def fit_settles(format: Format, article: Article) -> None:
    """What a format can carry, it carries: a second fit changes nothing and reports nothing."""
    fitted, report = converted(format, article).fitted, Report()
    again = format.fitted(fitted, report)
    assert same(fitted, again), difference(fitted, again)
    assert report.clean, f"a second fit reports {report.losses[0]}"


@article_law("render")
def the_report_is_true(format: Format, article: Article) -> None:
    """The report is empty exactly when nothing was lost; a write reports the same, each loss with its place."""
    made = converted(format, article)
    fitted, report = made.fitted, made.losses
    if report.clean:
        assert same(fitted, article), f"a clean report, and yet: {difference(article, fitted)}"
    else:
        assert not same(fitted, article), f"nothing is lost, and yet: {report.losses[0]}"
    actual = Report()
    format.write(article, actual)
    assert actual == report, f"losses() says {report.losses}, a write says {actual.losses}"
    for loss in report.losses:
        _true_loss(loss, article)


def _true_loss(loss: Loss, article: Article) -> None:
    assert loss.effect in EFFECTS, f"{loss.effect!r} is no effect"
    assert loss.code, f"a loss without a code: {loss}"
    assert loss.stage == "render", f"a writer's loss at stage {loss.stage!r}: {loss}"
    assert resolve(article, loss.at, _NOWHERE) is not _NOWHERE, f"the article has no {loss.at} ({loss})"


@article_law("parse", "render")
def the_reader_trusts_its_writer(format: Format, article: Article) -> None:
    """A reader has nothing to say of what its own writer wrote: no loss, no diagnostic."""
    report = converted(format, article).reading
    assert not report.losses, f"the reader lost {report.losses[0]}"
    assert not report.diagnostics, f"the reader noticed {report.diagnostics[0]}"


@article_law("parse", "render")
def writing_settles(format: Format, article: Article) -> None:
    """Writing what was read gives the same bytes: `render(parse(render(a))) == render(a)`."""
    made = converted(format, article)
    first, second = made.data, format.write(alike(made.back, article))
    assert first == second, _first_difference(first, second)


def _first_difference(one: bytes, other: bytes) -> str:
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    start = max(0, at - 60)
    return f"at byte {at}: {one[start : at + 60]!r} != {other[start : at + 60]!r}"


@article_law("parse", "render")
def words_survive(format: Format, article: Article) -> None:
    """Every word of the body is in what is read back, or lies in a block that the report names."""
    made = converted(format, article)
    back, report = alike(made.back, article), made.losses
    silent = {
        f"$.body[{position}]": block
        for position, block in enumerate(article.body)
        if not any(_covers(loss.at, f"$.body[{position}]") for loss in report.losses)
    }
    missing = _words(tuple(silent.values())) - _words(back.body)
    place = next((at for at, block in silent.items() if missing & _words((block,))), None)
    assert place is None, f"the report says nothing of {place}, yet these words are lost: {list(missing)[:5]}"


def _covers(at: str, path: str) -> bool:
    """Whether a loss at *at* is one of the block at *path*: in it, or of all that holds it."""
    return at in ("$", "$.body", path) or at.startswith((f"{path}.", f"{path}["))


def _words(node: Any) -> Counter[str]:
    return Counter(_WORD.findall(plain_text(node)))


@article_law("render")
def it_is_pure(format: Format, article: Article) -> None:
    """The same article gives the same bytes, and stays as it is; what is read is the same each time, and pickles."""
    before, made = pickle.dumps(article), converted(format, article)
    assert format.write(article) == made.data, "two writes of one article differ"
    assert pickle.dumps(article) == before, "writing changed the article"
    assert pickle.loads(pickle.dumps(made.losses)) == made.losses, "its report does not pickle"
    if format.parse is not None:
        assert same(made.back, format.read(made.data)), "two readings of one file differ"
        assert same(made.back, pickle.loads(pickle.dumps(made.back))), "what it reads does not pickle"
