"""The lines of all pages with their features and what is true of them."""

from __future__ import annotations

from typing import NamedTuple

from tests.training.pages import Page
from tests.training.truth import IN, OUT, UNKNOWN, labels

from newsmodel.markup import engine
from newsmodel.page.comments import find_discussion
from newsmodel.page.content.body import told_of
from newsmodel.page.content.features import Columns, columns
from newsmodel.page.content.lines import Lines
from newsmodel.page.content.regions import Regions
from newsmodel.page.sources import read_sources
from newsmodel.page.survey import Survey
from newsmodel.report import Report

_PIECES = ("ul", "ol", "dl", "table", "blockquote", "pre")


class Example(NamedTuple):
    """A page as the judge sees it: its lines' texts, features and labels, and the names around each line."""

    page: Page
    texts: list[str]
    columns: Columns
    labels: list[int]
    names: list[list[str]]


def example(page: Page) -> Example:
    """What there is to learn from a page."""
    survey = Survey(engine.parse(page.html))
    sources = read_sources(survey, Report(), page.url)
    lines = Lines(survey, find_discussion(survey).sections)
    found = columns(survey, lines, Regions(survey, lines), told_of(sources))
    known = labels(lines.texts, page.gold)
    if "text" not in page.gold:
        known = _without_pieces(survey, lines, known)
    return Example(page, lines.texts, found, known, [_names(survey, number) for number in lines.numbers])


def _without_pieces(survey: Survey, lines: Lines, known: list[int]) -> list[int]:
    """The labels without those of the lists, tables and quotes that stand among the paragraphs of an article.

    A truth of paragraphs, as the parsers of news publishers read them, tells nothing of these: most leave them out.
    """
    article = {survey.parents[number] for number, label in zip(lines.numbers, known, strict=True) if label == IN}
    pieces = [number for number in survey.numbers(*_PIECES) if survey.parents[number] in article]
    silent = {
        number
        for piece in pieces
        if 2 * survey.linked[piece] <= survey.chars[piece]
        for number in range(piece, survey.ends[piece])
    }
    labelled = zip(lines.numbers, known, strict=True)
    return [UNKNOWN if label == OUT and number in silent else label for number, label in labelled]


def cropped(page: Page) -> Page | None:
    """The page with nothing but the element around its article, as people pass fragments; None if none is known."""
    survey = Survey(engine.parse(page.html))
    lines = Lines(survey)
    labelled = zip(lines.numbers, labels(lines.texts, page.gold), strict=True)
    article = [number for number, label in labelled if label == IN]
    if not article:
        return None
    root = survey.parents[article[0]]
    while survey.ends[root] <= article[-1]:
        root = survey.parents[root]
    markup = survey.nodes[root].html
    return page._replace(of=f"{page.of}, cropped", html=f"<!doctype html><meta charset=utf-8><body>{markup}".encode())


def _names(survey: Survey, number: int) -> list[str]:
    found = []
    while number >= 0:
        if survey.names[number]:
            found.append(survey.names[number])
        number = survey.parents[number]
    return found
