"""Pasted text: the words of a page as people copy or scrape them, the article among the page's chrome.

Section label, headline, byline, dates and paragraphs; then "0 Comments", "Inline Feedbacks", "Share Tweet Submit Pin".
A reader only. Nobody specifies this; it is text/plain (RFC 2046, section 4.1,
https://www.rfc-editor.org/rfc/rfc2046#section-4.1). What stands around an article is told by tables of set phrases
(`newsmodel.phrases`), and a line is chrome only as a whole, above or below the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from newsmodel.errors import FormatError
from newsmodel.format import HEAD, Format
from newsmodel.formats.pasted.head import Head, read_head
from newsmodel.formats.pasted.lines import Line, lines_of, unwrapped
from newsmodel.formats.pasted.tail import Around, take_around
from newsmodel.markup.decoding import decode
from newsmodel.model import Article, CommentThread, Credit, Dates, Paragraph, Person, ShareAction
from newsmodel.phrases.counts import comment_count
from newsmodel.phrases.furniture import is_furniture
from newsmodel.phrases.sharing import share_bar
from newsmodel.rendering.text import paragraphs, split_headline
from newsmodel.report import Report

_MARKUP: Final = re.compile(r"\s*(?:[<{\[]|---\s*$|\+\+\+\s*$|%PDF|PK\x03)", re.MULTILINE)
_TAGGED: Final = re.compile(r"<(?:p|div|html|body|a|article|script|rss|feed)\b", re.IGNORECASE)
_SURE, _LIKELY = 0.9, 0.65


def parse(data: bytes, report: Report, *, url: str | None = None) -> Article:
    """The article of a pasted page: section, headline, byline, dates, a body of paragraphs, the declared comments.

    *data*: text in UTF-8, UTF-16 with a byte order mark, or windows-1252. *url*: the page's address.
    Paragraphs are lines, or blocks of lines that an editor broke at a width. "0 Comments" declares a thread of none,
    "1.2K Comments" about 1,200; share labels become share actions, by network.
    Lost: `image.caption` (captions and credits of pictures that a text cannot show), `comment.body` (what stands in the
    comment section). Noticed: `chrome-dropped`, `date-without-zone` (UTC is assumed), `count-rounded`, and those of
    `newsmodel.markup.decoding`.
    Raises FormatError for empty input and for what is no text.
    """
    lines = lines_of(decode(data, report))
    if not lines:
        raise FormatError("the input is empty", mend="paste the text of a page")
    around = take_around(lines)
    head = read_head(around.kept, report)
    _report_rest(head, around, report)
    return Article(
        head.headline,
        section=head.section,
        standfirst=head.standfirst or None,
        byline=head.byline or None,
        credits=[Credit(Person(name, title=head.role or None)) for name in head.names],
        dates=Dates(published=head.published, modified=head.modified),
        canonical_url=url,
        body=[Paragraph(line.text) for line in unwrapped(around.kept[head.length :])],
        comments=_thread(around),
        share_actions=[ShareAction(each.network, label=each.label, count=each.count) for each in around.share],
    )


def _thread(around: Around) -> CommentThread:
    if around.count is None:
        return CommentThread()
    return CommentThread(declared=around.count.number, declared_text=around.count.rounded)


def _report_rest(head: Head, around: Around, report: Report) -> None:
    """Says what was left out: chrome costs the article nothing, captions and comments are lost."""
    for run in _runs(sorted([*around.dropped, *head.dropped], key=lambda line: line.number)):
        shown = " / ".join(line.text for line in run[:6])
        report.notice("chrome-dropped", f"left out as no part of the article: {shown}", source=f"line {run[0].number}")
    for line in [*head.captions, *around.captions]:
        report.loss("image.caption", "dropped", "$.body", line.text, source=f"line {line.number}")
    if around.discussion:
        first = around.discussion[0].number
        detail = f"{len(around.discussion)} lines of the comment section"
        report.loss("comment.body", "dropped", "$.comments", detail, source=f"line {first}")
    if around.count and around.count.rounded:
        report.notice("count-rounded", f"the page says {around.count.rounded}; the exact count is not known")


def _runs(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines that stand together: with nothing but blank lines between, as far as their numbers tell."""
    runs: list[list[Line]] = []
    for line in lines:
        if runs and line.number - runs[-1][-1].number <= 2:
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def sniff(head: bytes) -> float:
    """By the chrome: 0.9 for two of its kinds, 0.65 for one; 0.0 for anything with marks of another format.

    An underlined headline, or an underline alone, is a mark of the format `text`, which writes one above such lines.
    """
    try:
        text = decode(head, Report())
    except FormatError:
        return 0.0
    if _MARKUP.match(text) or _TAGGED.search(text) or "\ufffd" in text[:-4] or _is_underlined(text):
        return 0.0
    lines = lines_of(text if len(head) < HEAD else text.rpartition("\n")[0])  # the last one is cut off
    around = take_around(lines)
    bars = any(share_bar(line.text) for line in lines) or len(around.share) > 1
    counts = around.count is not None or any((c := comment_count(line.text)) and c.number is not None for line in lines)
    phrases = any(is_furniture(line.text) for line in lines)
    kinds = bars + counts + phrases
    return (0.0, _LIKELY, _SURE, _SURE)[kinds]


def _is_underlined(text: str) -> bool:
    opening = paragraphs(text)[:1]
    return bool(opening) and split_headline(opening[0]) is not None


FORMAT = Format(
    name="pasted",
    title="Pasted text",
    spec="https://www.rfc-editor.org/rfc/rfc2046#section-4.1",
    media_types=("text/plain",),
    sniff=sniff,
    parse=parse,
)
