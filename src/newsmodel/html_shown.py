"""What our pages show only to repeat it: words made of facts that stand elsewhere, and so are not read as facts.

The reader of our pages knows by this what nobody edited.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any, Final

from newsmodel.model import Article, LivePost, Recipe, Review, Tally

ENDED: Final = {
    "deleted": "This comment was deleted.",
    "rejected": "This comment was removed.",
    "withheld": "This comment was withheld.",
    "spam": "This comment was removed.",
}
"""Status of a comment -> what stands in the place of its words."""

FLAGS: Final = {"pinned": "Pinned", "sticky": "Pinned", "featured": "Editor’s pick", "edited": "Edited"}
"""Flag of a comment -> what its header says of it."""

COUNTED: Final = re.compile(r"(?:View all )?-?\d+ comments?")
"""The heading of a discussion, and the ways to the rest of it."""

NUMBERED: Final = re.compile(r"\d+|\*")
"""What stands for a footnote in the text."""

TO_COMMENT: Final = "+"
"""The link from a passage to its comment."""


def moment(value: datetime) -> tuple[str, str]:
    """An instant for `datetime` (RFC 3339), and for people: "2026-05-03 08:00"."""
    exact = value.isoformat()
    return exact, f"{exact[:10]} {exact[11:16]}"


def instant(value: datetime) -> str:
    """An instant for people."""
    return moment(value)[1]


def authors(article: Article) -> str:
    """The line of an article that has no byline but says who wrote it."""
    return ", ".join(agent.name for agent in article.authors)


def in_reply_to(name: str | None) -> str:
    """The link of a comment to the one by *name* that it answers."""
    return f"in reply to {name or 'a comment'}"


def votes(tally: Tally) -> str:
    """What others think of a comment, in numbers."""
    counts = [("up", tally.up), ("down", tally.down), ("points", tally.score), *tally.reactions.items()]
    return ", ".join(f"{count} {word}" for word, count in counts if count is not None)


def facts(node: Any) -> list[str]:
    """The lines of a block for a rating, the times of a recipe, who wrote a post."""
    if isinstance(node, (Review, Recipe)):
        return [str(block.text) for block in node.facts()]
    return [", ".join(credit.agent.name for credit in node.credits)] if isinstance(node, LivePost) else []
