"""`python isso.py ISSO`: what Isso's own importer makes of the exports that we write, as Disqus XML and as its JSON.

ISSO: the command of an installed Isso. Prints each difference, then how many there were; exit code 1 if there was one.
Isso keeps two levels: a reply to a reply becomes one to the comment at the top. It asks for dates, takes spam for
published, and of its JSON takes neither parents nor states.
"""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import newsmodel as nm

START = datetime(2026, 3, 5, 6, 30, tzinfo=UTC)


def forum(pages: int = 3, comments: int = 40) -> nm.Feed:
    """Pages with discussions, a comment a minute; some at the top are deleted, of those only what is answered."""
    dice = random.Random(1)
    articles = []
    for page in range(1, pages + 1):
        thread = [_comment(dice, 100 * page, number) for number in range(comments)]
        answered = {comment.parent for comment in thread}
        kept = [comment for comment in thread if comment.status == "published" or comment.id in answered]
        articles.append(
            nm.Article(
                f"Page {page} & more",
                canonical_url=f"https://news.example/page-{page}/",
                comments=nm.CommentThread(kept, key=f"page-{page}"),
            )
        )
    return nm.Feed(articles=articles)


def _comment(dice: random.Random, first: int, number: int) -> nm.Comment:
    is_deleted = number % 6 == 3
    return nm.Comment(
        id=str(first + number),
        parent=str(first + dice.randrange(number)) if number % 3 else None,
        author=dice.choice(["Ada", "Björn ✨", "Li <3"]),
        created=START + timedelta(seconds=60 * number + first),
        status="deleted" if is_deleted else "published",
        body=[] if is_deleted else [f"1 < 2 & so on, {number}."],
    )


def imported(command: str, data: bytes, kind: str, *more: str) -> dict[tuple[str, int], tuple[str, int | None, int]]:
    """(path, second) of each comment in Isso's database -> author, second of the parent, mode."""
    with tempfile.TemporaryDirectory() as folder:
        export, database, settings = (Path(folder) / name for name in ("export", "comments.db", "isso.cfg"))
        export.write_bytes(data)
        settings.write_text(f"[general]\ndbpath = {database}\nhost = https://news.example/\n", "utf-8")
        run = [command, "-c", str(settings), "import", "-t", kind, *more, str(export)]
        environment = {"PATH": "/usr/bin:/bin", "TZ": "UTC", "LANG": "C.UTF-8"}
        subprocess.run(run, check=True, capture_output=True, env=environment)
        rows = sqlite3.connect(database).execute(
            "SELECT uri, c.created, c.author, p.created, c.mode FROM comments AS c JOIN threads AS t ON c.tid = t.id"
            " LEFT JOIN comments AS p ON c.parent = p.id"
        )
        return {
            (uri, int(created)): (author, None if above is None else int(above), mode)
            for uri, created, author, above, mode in rows
        }


def differences(command: str, feed: nm.Feed) -> Iterator[str]:
    """What of *feed* Isso has otherwise."""
    xml = imported(command, nm.render_bytes(feed, "disqus"), "disqus", "--empty-id")
    found = imported(command, nm.render_bytes(feed, "isso"), "generic")
    expected = {key: value for article in feed.articles for key, value in _expected(article)}
    for key, value in expected.items():
        if xml.get(key) != value:
            yield f"disqus {key}: {xml.get(key)}, not {value}"
    authors = {second: author for (_, second), (author, _, _) in found.items()}
    for (_, second), (author, _, _) in expected.items():
        if authors.get(second) != author:
            yield f"isso {second}: {authors.get(second)}, not {author}"
    if not len(xml) == len(found) == len(expected):
        yield f"{len(xml)} and {len(found)} comments, not {len(expected)}"


def _expected(article: nm.Article) -> Iterator[tuple[tuple[str, int], tuple[str, int | None, int]]]:
    by_id = {comment.id: comment for comment in article.comments}
    path = (article.canonical_url or "").removeprefix("https://news.example")
    for comment in article.comments:
        top = comment
        while top.parent is not None:
            top = by_id[top.parent]
        above = None if top is comment else _second(top)
        name = comment.author.name if comment.author else None
        yield (path, _second(comment)), (name or "", above, 4 if comment.status == "deleted" else 1)


def _second(comment: nm.Comment) -> int:
    assert comment.created is not None
    return int(comment.created.timestamp())


if __name__ == "__main__":
    wrong = list(differences(sys.argv[1], forum()))
    print(*wrong, f"Isso's importer: {len(wrong)} differences", sep="\n")
    sys.exit(bool(wrong))
