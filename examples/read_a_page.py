"""Reads a saved page of a WordPress site, and prints what was found, its Markdown, and what that lost."""

from pathlib import Path

import newsmodel as nm

PAGE = Path(__file__).parent / "pages" / "wordpress-customs-house.html"

report = nm.Report()
article = nm.read(PAGE, report=report)
markdown = nm.render(article, "markdown", report=report)

print(article.headline)
print(article.section.name, "|", article.byline, "|", article.published)
print(article.comments.declared, "comments, shared on", *(action.network for action in article.share_actions))
print(*(line for line in markdown.splitlines() if line.startswith(("## ", "- "))), sep="\n")
print("lost:", *sorted({loss.code for loss in report.losses}))

# Output:
# Language school moves into the old customs house
# Immigration | By Lotte Brandsma | 2026-11-18 07:15:00+01:00
# 4 comments, shared on facebook x reddit pinterest
# ## Evening courses are full
# - mornings, for people who have just arrived: 20 hours a week;
# - evenings, for those who work: six hours a week, and a waiting list of 130;
# - Saturdays, for parents, with a room for the children next door.
# ## A clock for ten past four
# lost: article.comments article.share_actions image.height image.renditions image.width pull-quote
