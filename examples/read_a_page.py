"""Reads a saved page of a WordPress site, and prints its Markdown and what the reader made of its comments."""

from pathlib import Path

import newsmodel as nm

PAGE = Path(__file__).parent / "pages" / "wordpress-customs-house.html"

report = nm.Report()
article = nm.read(PAGE, report=report)
markdown = nm.render(article, "markdown", report=report)

print(*markdown.splitlines()[-12:], sep="\n")
print()
for comment in article.comments:
    answers = f" (answers {comment.parent})" if comment.parent else ""
    print(f"{comment.id}{answers} {comment.author.name}: {nm.plain_text(comment.body)[:44]}")
print("lost:", sorted({loss.code for loss in report.losses}))
