"""Markdown: CommonMark 0.31 with YAML front matter, and GitHub's tables, task lists, strikethrough and footnotes.

The record is front matter (`newsmodel.formats.markdown.record` says under which names), the body is Markdown as
`newsmodel.rendering.markdown` writes it and `newsmodel.markup.markdown` reads it. Writing needs no extra, reading needs
`markdown`. Comments are not carried, unless `comments=True` makes them lists at the end of the body.
Sources: CommonMark 0.31.2, https://spec.commonmark.org/0.31.2/; GitHub Flavored Markdown, https://github.github.com/gfm/.
"""

from __future__ import annotations

import re
from typing import Any

from newsmodel.format import Format
from newsmodel.formats.markdown.fit import fit
from newsmodel.formats.markdown.record_reading import read_record
from newsmodel.formats.markdown.record_writing import write_record
from newsmodel.markup.decoding import decode, encode
from newsmodel.markup.markdown_events import MOST_FILLED_CELLS
from newsmodel.model.article import Article
from newsmodel.rendering.front_matter import front_matter
from newsmodel.rendering.markdown import markdown
from newsmodel.rendering.renderer import Renderer
from newsmodel.report import Report

SPEC = "https://spec.commonmark.org/0.31.2/"


def parse(
    data: bytes, report: Report, *, url: str | None = None, most_filled_cells: int = MOST_FILLED_CELLS
) -> Article:
    """A Markdown text with or without front matter as an article.

    Without a title in the front matter, a heading of level 1 at the top is the headline. Unknown keys of the front
    matter stay in `extra["markdown"]`. url: relative links are joined to it. most_filled_cells: how many cells the rows
    of tables may leave out, which are filled up to the width of the head.
    Losses: `front-matter.KEY` dropped for a value that its field cannot hold; those of `read_markdown`.
    Raises FormatError for binary data, for front matter that is no YAML or TOML, and beyond a bound (of the tables, or
    of `newsmodel.markup.front_matter`), MissingExtraError without the extra.
    """
    from newsmodel.markup.front_matter import split
    from newsmodel.markup.markdown import read_markdown

    text = decode(data, report)
    matter = split(text, report)
    first_line = 1 + text.count("\n", 0, len(text) - len(matter.body))
    document = read_markdown(matter.body, report, url=url, most_filled_cells=most_filled_cells, first_line=first_line)
    return read_record(matter.data, document.body, document.notes, report)


def render(document: Any, *, raw: bool = False, renderer: Renderer = markdown) -> bytes:
    """An article as Markdown with front matter; any other node as Markdown alone.

    raw: blocks of HTML are written as they are. renderer: `markdown.using({...})`, with rules of one's own.
    """
    body = renderer.render(document, raw=raw)
    matter = front_matter(write_record(document)) if isinstance(document, Article) else ""
    if not matter and body.partition("\n")[0] == "---":
        body = f"***{body[3:]}"  # a line of dashes at the top would open front matter
    between = "\n" if matter and body else ""
    end = "\n" if body else ""
    return encode(f"{matter}{between}{body}{end}")


_FRONT_MATTER = re.compile(rb"(?:\xef\xbb\xbf)?(?:---[ \t]*\r?\n[\w\"'-]+[ \t]*:|\+\+\+[ \t]*\r?\n)")
_MARKS = (
    re.compile(rb"^#{1,6} \S", re.MULTILINE),
    re.compile(rb"^(?:[-*+]|[0-9]{1,3}\.) \S", re.MULTILINE),
    re.compile(rb"\[[^\]\n]{1,200}\]\([^)\s]{1,500}\)"),
    re.compile(rb"\*\*[^*\s][^*\n]{0,200}\*\*"),
    re.compile(rb"^(?:```|> )", re.MULTILINE),
)


def sniff(head: bytes) -> float:
    """Front matter is nearly sure; each kind of Markdown's own marks adds a little."""
    if _FRONT_MATTER.match(head):
        return 0.8
    if head.lstrip()[:1] in (b"<", b"{", b"["):
        return 0.0
    return min(0.7, 0.15 * sum(1 for mark in _MARKS if mark.search(head)))


FORMAT = Format(
    name="markdown",
    title="Markdown",
    spec=SPEC,
    suffixes=(".md", ".markdown", ".mdown", ".mkd"),
    media_types=("text/markdown",),
    sniff=sniff,
    parse=parse,
    fit=fit,
    render=render,
)
