"""`newsmodel show`: an article to read in the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any

import attrs
import click

from newsmodel.cli import options, report, values
from newsmodel.cli.exits import TABLE, Exit, combined
from newsmodel.cli.files import expand
from newsmodel.cli.outcome import Outcome, attempt
from newsmodel.cli.reading import Reading
from newsmodel.cli.terminal import console, counted, trimmed
from newsmodel.format import Format

if TYPE_CHECKING:
    from rich.console import RenderableType

    from newsmodel.model import Article, Feed, Node


_READABLE = 88  # columns: the eye loses longer lines


@click.command("show", short_help="Read an article in the terminal.", epilog=TABLE)
@options.inputs
@options.reader
@options.keys
@options.url
@options.verbose
def command(
    inputs: tuple[str, ...], reader: Format | None, given: tuple[str, ...], url: str | None, verbose: bool
) -> Exit:
    """Shows articles to read in the terminal: headline, byline, dates, the body, what belongs to it, what was lost.

    Plain text where the output is no terminal; NO_COLOR is honoured.

    \b
    newsmodel show page.html
    newsmodel show page.html | less
    curl -s https://example.org/ | newsmodel show -f html
    """
    read = Reading(format=reader, url=url, given=values.split(given))
    screen = console()
    screen.width = min(screen.width, _READABLE)

    def work(outcome: Outcome) -> None:
        document = read(outcome)
        for piece in chain(_document(document), _footer(document, outcome, verbose)):
            trimmed(screen, piece)

    sources = expand(inputs, reader)
    return combined(attempt(source, work, verbose).code for source in sources)


def _document(document: Any) -> Iterator[RenderableType]:
    from newsmodel.cli.ink import plain
    from newsmodel.cli.paint import paint
    from newsmodel.model import Article, Block, Feed, plain_text

    if isinstance(document, Article):
        yield from _article(document)
    elif isinstance(document, Feed):
        yield from _feed(document)
    elif isinstance(document, Block):
        yield from paint(document)
    else:  # JSON may hold any node
        yield plain(plain_text(document))


def _article(article: Article) -> Iterator[RenderableType]:
    from newsmodel.cli.ink import line, plain
    from newsmodel.cli.paint import each, medium

    article = _with_labels(article)
    yield from _head(article)
    if article.lead_media:
        yield from (medium(article.lead_media), "")
    yield from each(article.body)
    for note in article.notes:
        yield plain(f"[{note.label or note.id}]", "dim")
        yield from each(note.body, 4)
    for correction in article.corrections:
        yield line(correction.text, "italic")
        yield ""


def _with_labels(article: Article) -> Article:
    """*article* with references to footnotes by the label that is printed, for the eye alone."""
    from newsmodel.model import FootnoteReference, transform

    labels = {note.id: note.label for note in article.notes if note.label}

    def labelled(node: Node) -> Node:
        if isinstance(node, FootnoteReference):
            return attrs.evolve(node, note=labels.get(node.note, node.note))
        return node

    return transform(article, labelled) if labels else article


def _head(article: Article) -> Iterator[RenderableType]:
    from newsmodel.cli.ink import line, plain

    above = line(article.kicker.text) if article.kicker else plain(article.section.name if article.section else "")
    if above:
        above.stylize("dim")
        yield above
    yield line(article.headline or "(no headline)", "bold")
    if article.standfirst:
        yield line(article.standfirst, "italic")
    if by := article.byline or ", ".join(author.name for author in article.authors):
        yield line(by)
    yield from (plain(date, "dim") for date in _dates(article))
    yield ""


def _dates(article: Article) -> list[str]:
    from newsmodel.cli.paint import moment

    named = (("published", article.published), ("updated", article.modified))
    dates = [f"{name} {moment(instant)}" for name, instant in named if instant]
    place = [article.dateline.text] if article.dateline and article.dateline.text else []
    return place + dates


def _feed(feed: Feed) -> Iterator[RenderableType]:
    from newsmodel.cli.ink import line, plain

    yield line(feed.title or "(no title)", "bold")
    if feed.description:
        yield line(feed.description, "italic")
    yield ""
    for article in feed.articles:
        yield line(article.headline or "(no headline)", "bold")
        yield from (plain(fact, "dim") for fact in (*_dates(article), article.canonical_url) if fact)
    yield ""


def _footer(document: Any, outcome: Outcome, verbose: bool) -> Iterator[RenderableType]:
    from newsmodel.cli.ink import cell

    facts = [f"read as {outcome.reader}", *_counts(document)]
    yield cell(" · ".join(facts), "dim")
    lines = report.as_lines([outcome]) if verbose else report.warnings([outcome])
    yield from (cell(line, "dim") for line in lines)


def _counts(document: Any) -> Iterator[str]:
    from newsmodel.model import Article, Feed, word_count

    yield counted(word_count(document), "word")
    if isinstance(document, Feed):
        yield counted(len(document.articles), "article")
    if not isinstance(document, Article):
        return
    if comments := _comments(len(document.comments), document.comments.declared):
        yield comments
    if document.share_actions:
        yield f"share: {', '.join(action.network for action in document.share_actions)}"


def _comments(loaded: int, declared: int | None) -> str:
    if declared is None or declared == loaded:
        return counted(loaded, "comment") if loaded or declared is not None else ""
    return f"{counted(loaded, 'comment')} of the {declared:,} declared"
