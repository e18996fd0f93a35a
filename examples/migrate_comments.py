"""A forum's comments from Disqus to Remark42 and to ActivityStreams: what goes along, and what does not."""

from pathlib import Path

import newsmodel as nm

FORUM = Path(__file__).parent / "comments" / "forum.xml"

reading = nm.Report()
article = nm.read(FORUM, "disqus", report=reading)
print(article.headline, article.canonical_url)
print(f"read: {reading}")

for name, options in {"remark42": {"site": "harbour-news"}, "activitystreams": {}}.items():
    report = nm.Report()
    data = nm.render_bytes(article, name, report=report, **options)
    moved = nm.parse(data, name)
    print(f"\n{name}: {len(moved.comments)} comments")
    for entry in moved.comments.tree():
        comment = entry.comment
        author = comment.author.name if comment.author else "nobody"
        created = comment.created.isoformat() if comment.created else ""
        print(f"{'  ' * entry.depth}{comment.id} {author}, {created}, {comment.status}")
    print(f"not carried:\n{report.summary()}")

# Output:
# The harbour reopens https://news.example/harbour-reopens
# read: 1 x comment.body dropped, first at $.comments
#
# remark42: 4 comments
# 101 Ann, 2026-03-05T07:12:00+00:00, published
#   102 Bo, 2026-03-05T07:30:00+00:00, deleted
#     103 A passenger, 2026-03-05T08:01:00+00:00, published
# 104 Watches, 2026-03-05T09:00:00+00:00, deleted
# not carried:
# 1 x comment.private redacted, first at $.comments.comments[0]
# 1 x article.identifiers dropped, first at $
# 1 x comment-thread.key dropped, first at $.comments
# 1 x comment-thread.system altered, first at $.comments
# 1 x comment-thread.open dropped, first at $.comments
# 2 x account.anonymous dropped, first at $.comments.comments[2].author
# 1 x comment.status altered, first at $.comments.comments[3]
# 1 x comment.body dropped, first at $.comments.comments[3]
# 1 x comment-thread.key guessed, first at $.comments
#
# activitystreams: 4 comments
# 101 Ann, 2026-03-05T07:12:00+00:00, published
#   102 nobody, 2026-03-05T07:30:00+00:00, deleted
#     103 A passenger, 2026-03-05T08:01:00+00:00, published
# 104 nobody, 2026-03-05T09:00:00+00:00, deleted
# not carried:
# 1 x article.identifiers dropped, first at $
# 1 x comment-thread.open dropped, first at $.comments
# 1 x comment-thread.system dropped, first at $.comments
# 1 x comment-thread.key dropped, first at $.comments
# 1 x comment.private dropped, first at $.comments.comments[0]
# 2 x comment.author redacted, first at $.comments.comments[1]
# 1 x account.anonymous dropped, first at $.comments.comments[2].author
# 1 x comment.status altered, first at $.comments.comments[3]
# 1 x comment.body redacted, first at $.comments.comments[3]
