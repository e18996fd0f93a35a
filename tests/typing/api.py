"""What the types promise; checked by mypy and pyright, never run.

Each line is code that a user writes: a type that gets narrower or wider by accident turns it red.
"""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import assert_type

import newsmodel as nm

# Constructors take plain text for rich text and lists for tuples; fields give back what is stored.
paragraphs = [nm.Paragraph("The ferries sail again."), nm.Paragraph(nm.Text("All of them."))]
article = nm.Article(
    headline="Harbour reopens",
    section=nm.Section("Harbour", url="https://example.org/harbour"),
    body=[nm.Heading("Since noon", level=2), *paragraphs],
    comments=nm.CommentThread(comments=[nm.Comment(id="1", body=[nm.Paragraph("At last.")])]),
)
only_paragraphs = nm.Article(headline="A list of one kind of block is a body", body=paragraphs)
plain_strings = nm.Article(headline="A string is a paragraph", body=["The ferries sail again.", nm.Divider()])
assert_type(article.headline, nm.Text)
assert_type(article.body, tuple[nm.Block, ...])
assert_type(article.comments, nm.CommentThread)
assert_type(nm.Heading("Since noon", level=2).level, int)
assert_type(str(article.headline), str)
assert_type(article.published, datetime | None)

# Verbs
report = nm.Report()
assert_type(nm.read("page.html"), nm.Article)
assert_type(nm.read(Path("page.html"), "html", report=report), nm.Article)
assert_type(nm.parse(b"{}", "json", url=None), nm.Article)
assert_type(nm.parse_feed("{}", "json"), nm.Feed)
assert_type(nm.iter_articles("export.jsonl"), Iterator[nm.Article])
assert_type(nm.render(article, "markdown", report=report), str)
assert_type(nm.render(nm.Paragraph("One block renders too."), "html"), str)
assert_type(nm.render_bytes(article, "html"), bytes)
assert_type(nm.convert(b"{}", "json", "html"), str)
assert_type(nm.losses(article, "text"), nm.Report)
assert_type(nm.to_html(article), str)
assert_type(nm.to_json(article), str)
assert_type(nm.from_html("<p>"), nm.Article)
assert_type(nm.plain_text(article), str)
assert_type(nm.word_count(article), int)

# Reports
assert_type(report.clean, bool)
assert_type([loss.code for loss in report.losses], list[str])

# What must not pass: each of these is an error, so an unused ignore would be one.
nm.Article(headline=1)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
nm.Article(headline="x", body=[nm.Text("no block")])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
article.headline = nm.Text("frozen")  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
nm.Comment(id="1", created="2026-03-02")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
