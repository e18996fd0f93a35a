"""Builds an article, writes it as a page and as JSON, and reads both back: nothing is lost."""

from datetime import UTC, datetime

import newsmodel as nm

article = nm.Article(
    "Harbour reopens after nine days",
    section=nm.Section("Harbour", url="https://courier.example/harbour"),
    credits=["Karla Steen"],
    dates=nm.Dates(published=datetime(2026, 11, 24, 6, 30, tzinfo=UTC)),
    body=[
        nm.Paragraph(["The ferries ", nm.Span("sail", marks=["emphasis"]), " again, all but one."]),
        nm.PullQuote("I had forgotten how loud they are.", attribution="Britt Olander, nurse"),
        nm.List(["The Annika Storr", "The Old Farrow"], ordered=True),
    ],
)

print(nm.to_html(article.body[0], fragment=True))
print(nm.from_html(nm.to_html(article)) == article)
print(nm.from_json(nm.to_json(article)) == article)
print(article)

# Output:
# <p>The ferries <em>sail</em> again, all but one.</p>
# True
# True
# Harbour reopens after nine days
# Karla Steen · Harbour · 2026-11-24 06:30
#
# The ferries sail again, all but one.  I had forgotten how loud they are.  Britt Olander,
# nurse  The Annika Storr  The Old Farrow
#
# [23 words; 1 x paragraph, 1 x pull-quote, 1 x list]
