"""Baits for writers: articles with a great many of one thing."""

from __future__ import annotations

from collections.abc import Callable

from tests.growth.bait import Bait
from tests.growth.baits.exports import PARENTS, thread

import newsmodel as nm
from newsmodel import registry
from newsmodel.model.anchors.body import Body


def _body(block: Callable[[int], nm.Block]) -> Callable[[int], nm.Article]:
    return lambda size: nm.Article("x", body=[block(number) for number in range(size)])


def _text(*spans: nm.Inline | str) -> nm.Article:
    return nm.Article("x", body=[nm.Paragraph(list(spans))])


def _marks(names: tuple[str, ...]) -> list[nm.Mark]:
    return [nm.Style(name) for name in names]


_ALL = ("strong", "emphasis", "underline", "strikethrough", "code")


def _passages(size: int) -> nm.Article:
    words = "word " * size
    anchors = [nm.Anchor("word", block="b", start=5 * each, end=5 * each + 4) for each in range(size)]
    comments = [nm.Comment(id=str(each), anchor=anchor, body="x") for each, anchor in enumerate(anchors)]
    return nm.Article("x", body=[nm.Paragraph(words, id="b")], comments=nm.CommentThread(comments))


def _passages_in_context(size: int) -> nm.Article:
    article = nm.Article("x", body=[nm.Paragraph("word " * size, id="b")])
    body = Body(article)
    comments = [nm.Comment(id=str(each), anchor=body.anchor(0, 5 * each, 5 * each + 4)) for each in range(size)]
    return nm.Article("x", body=article.body, comments=nm.CommentThread(comments))


def _one_passage(size: int) -> nm.Article:
    anchor = nm.Anchor("word", block="b", start=0, end=4)
    comments = [nm.Comment(id=str(each), anchor=anchor, body="x") for each in range(size)]
    return nm.Article("x", body=[nm.Paragraph("word", id="b")], comments=nm.CommentThread(comments))


def _forms(size: int) -> nm.Article:
    forms = [
        nm.FeedbackForm("x?", id=str(each), anchor=nm.Anchor("word", block="b", start=5 * each, end=5 * each + 4))
        for each in range(size)
    ]
    return nm.Article("x", body=[nm.Paragraph("word " * size, id="b")], comments=nm.CommentThread(forms=forms))


def _notes(size: int) -> nm.Article:
    spans = [part for each in range(size) for part in (nm.Span("x"), nm.FootnoteReference(f"n{each}"))]
    return nm.Article(
        "x", body=[nm.Paragraph(spans)], notes=[nm.Footnote(["y"], id=f"n{each}") for each in range(size)]
    )


def _nested(size: int) -> nm.Article:
    block: nm.Block = nm.Paragraph("x " * size)
    for _ in range(60):
        block = nm.Quote([block])
    return nm.Article("x", body=[block])


def _comment(*blocks: nm.Block | str) -> nm.Article:
    return nm.Article("x", comments=nm.CommentThread([nm.Comment(id="1", body=list(blocks))]))


def _spans(size: int, marks: Callable[[int], tuple[str, ...]]) -> nm.Paragraph:
    return nm.Paragraph([nm.Span("x", marks=_marks(marks(number))) for number in range(size)])


def _ids_with_spaces(size: int) -> nm.Article:
    comments = [nm.Comment(id=id, body="x") for id in (" ", *(f"{number} " for number in range(size)))]
    return nm.Article("x", comments=nm.CommentThread(comments))


def _related(size: int) -> nm.Article:
    return nm.Article("x", related=[nm.RelatedItem("x", url=f"/{each}") for each in range(size)])


def _shared(size: int) -> nm.Article:
    return nm.Article("x", share_actions=[nm.ShareAction("x", url=f"/{each}") for each in range(size)])


def _credited(size: int) -> nm.Article:
    return nm.Article("x", credits=[nm.Credit(nm.Person(f"A {each}")) for each in range(size)])


def _uneven(size: int) -> nm.Article:
    rows = [nm.Row([nm.Cell("x")] * size), *[nm.Row([nm.Cell("x")])] * size]
    return nm.Article("x", body=[nm.Table(rows)])


def _one_note(size: int) -> nm.Article:
    spans = [nm.Span("x"), nm.FootnoteReference("n")] * size
    return nm.Article("x", body=[nm.Paragraph(spans)], notes=[nm.Footnote(["y"], id="n")])


def _links_alike(size: int) -> nm.Article:
    return _text(*(nm.Span("x ", marks=[nm.Link("/x", key=str(each))]) for each in range(size)))


def _feed(size: int) -> nm.Feed:
    return nm.Feed("x", articles=[nm.Article(f"x {number}") for number in range(size)])


def _table(rows: int, columns: int) -> nm.Article:
    return nm.Article("x", body=[nm.Table([nm.Row([nm.Cell("x")] * columns)] * rows)])


ARTICLES: dict[str, tuple[Callable[[int], nm.Article], int]] = {
    "paragraphs": (_body(lambda number: nm.Paragraph(f"Words, {number} of them.")), 400),
    "one long paragraph": (lambda size: _text("word " * size), 6000),
    "spaces": (lambda size: _text("x" + " " * size + "y"), 20000),
    "lines": (lambda size: _text("x" + "\n" * size + "y"), 20000),
    "punctuation": (lambda size: _text("*_`[]()<>#+-.!|~\\&" * size), 800),
    "asterisks": (lambda size: _text("*" * size), 8000),
    "backticks": (lambda size: _text(nm.Span("`" * size, marks=_marks(("code",)))), 8000),
    "spans": (lambda size: nm.Article("x", body=[_spans(size, lambda n: _ALL[n % 3 : n % 3 + 2])]), 300),
    "marks that overlap": (lambda size: nm.Article("x", body=[_spans(size, lambda n: _ALL[: n % 5 + 1])]), 300),
    "links": (lambda size: _text(*(nm.Span("x", marks=[nm.Link(f"/{each}")]) for each in range(size))), 300),
    "links alike": (_links_alike, 300),
    "line breaks": (lambda size: _text(*([nm.Span("x"), nm.LineBreak()] * size)), 400),
    "inline images": (lambda size: _text(*([nm.Span("x"), nm.InlineImage("/x.jpg", alt="y")] * size)), 300),
    "footnotes": (_notes, 200),
    "references to one footnote": (_one_note, 300),
    "headings": (_body(lambda number: nm.Heading(f"x {number}", anchor=f"a{number}")), 300),
    "headings alike": (_body(lambda number: nm.Heading("x")), 300),
    "lists": (_body(lambda number: nm.List([nm.ListItem(["x"])])), 200),
    "items": (lambda size: nm.Article("x", body=[nm.List([nm.ListItem(["x"])] * size)]), 300),
    "blocks of one item": (lambda size: nm.Article("x", body=[nm.List([nm.ListItem(["x"] * size)])]), 300),
    "quotes": (_body(lambda number: nm.Quote(["x"])), 200),
    "quotes nested": (_nested, 1000),
    "definitions": (lambda size: nm.Article("x", body=[nm.DefinitionList([nm.Definition("x", ["y"])] * size)]), 200),
    "code": (lambda size: nm.Article("x", body=[nm.Code("x = 1\n" * size)]), 4000),
    "code of backticks": (lambda size: nm.Article("x", body=[nm.Code("`` ``` " * size)]), 4000),
    "tables": (_body(lambda number: nm.Table([nm.Row([nm.Cell("x")])])), 150),
    "rows": (lambda size: _table(size, 2), 150),
    "columns": (lambda size: _table(2, size), 150),
    "uneven rows": (_uneven, 60),
    "wide cells": (
        lambda size: nm.Article("x", body=[nm.Table([nm.Row([nm.Cell("x", colspan=1000, rowspan=1000)])] * size)]),
        40,
    ),
    "figures": (_body(lambda number: nm.Figure(nm.Image(f"/{number}.jpg", alt="x", caption="y"))), 150),
    "a gallery": (lambda size: nm.Article("x", body=[nm.Gallery([nm.Image("/x.jpg", alt="")] * size)]), 150),
    "embeds": (_body(lambda number: nm.Embed(f"https://news.example/{number}")), 200),
    "live posts": (_body(lambda number: nm.LivePost(["x"], title="y", id=f"p{number}")), 150),
    "unknown blocks": (_body(lambda number: nm.UnknownBlock("cms", "x", data={"k": number}, fallback=["y"])), 150),
    "raw blocks": (_body(lambda number: nm.RawBlock("html", "<b>x</b>")), 300),
    "authors": (_credited, 200),
    "concepts": (lambda size: nm.Article("x", concepts=[nm.Concept(f"c {each}") for each in range(size)]), 300),
    "related": (_related, 300),
    "share actions": (_shared, 300),
    "foreign data": (lambda size: nm.Article("x", extra={"cms": {f"k{each}": [each] for each in range(size)}}), 2000),
    "ids": (_body(lambda number: nm.Paragraph("x", id=f"p{number}")), 400),
    "passages": (_passages, 100),
    "passages in context": (_passages_in_context, 100),
    "one passage": (_one_passage, 100),
    "feedback forms": (_forms, 100),
    "a comment of many blocks": (lambda size: _comment(*["x"] * size), 300),
    "a comment of one long word": (lambda size: _comment("x" * size), 20000),
    "a comment of spaces": (lambda size: _comment("x" + " " * size), 8000),
    "a comment of marks": (lambda size: _comment(_spans(size, lambda n: _ALL[n % 3 :])), 200),
    "a comment of rules": (lambda size: _comment(*[nm.Paragraph("x"), nm.Divider()] * size), 200),
    "comments, ids with spaces": (_ids_with_spaces, 150),
    **{f"comments, {shape}": (lambda size, shape=shape: thread(shape, size), 100) for shape in PARENTS},
}  # fmt: skip

_OF_COMMENTS = {"passages", "passages in context", "one passage", "feedback forms"}


def _takes(format: str, name: str) -> bool:
    """Whether a writer writes the thing at all; a paragraph or a table is nothing to an export of comments."""
    return format in ("html", "json", "markdown", "text") or "comment" in name or name in (*_OF_COMMENTS, "paragraphs")


def _bait(format: str, name: str, make: Callable[[int], nm.Article], size: int) -> Bait:
    return Bait("write", format, name, make, max(20, size // 2))


BAITS: list[Bait] = [
    *(
        _bait(format.name, name, make, size)
        for format in registry.every()
        if format.render
        for name, (make, size) in ARTICLES.items()
        if _takes(format.name, name)
    ),
    Bait("write", "html", "comments, clean", lambda size: thread("pairs", size), 100, options={"clean": True}),
    Bait("write", "markdown", "with comments", lambda size: thread("pairs", size), 100, options={"comments": True}),
    Bait("write", "text", "with comments", lambda size: thread("pairs", size), 100, options={"comments": True}),
    Bait(
        "write", "html", "a feed", lambda size: nm.Feed("x", articles=[nm.Article(f"x {n}") for n in range(size)]), 50
    ),
    Bait(
        "write", "json", "a feed", lambda size: nm.Feed("x", articles=[nm.Article(f"x {n}") for n in range(size)]), 50
    ),
]
