"""Commento's words and the model's, and the Markdown of a body that nobody typed as Markdown."""

from __future__ import annotations

import re

from newsmodel.model import Block
from newsmodel.model.comments import Status
from newsmodel.rendering.markdown import markdown

SYSTEM = "commento"
VERSION = 1
ANONYMOUS = "anonymous"
"""The id of whoever has none."""

ROOT = "root"
"""The parent of a comment that answers none."""

MODERATOR = "moderator"
UNDEFINED = "undefined"
"""What its database holds for an address that there is not."""

ADDRESS = re.compile(r"https?://([^/?#\s]+)((?:[/?][^#]*)?)(?:#.*)?", re.DOTALL | re.IGNORECASE)
"""The address of a page: its domain and its path."""

STATUSES: dict[str, Status] = {"approved": "published", "unapproved": "pending", "flagged": "spam"}
STATES = {status: state for state, status in STATUSES.items()} | {"deleted": "approved"}


def typed(body: tuple[Block, ...]) -> str:
    """*body* as the Markdown that stands for it where nobody typed any."""
    return markdown.separator.join(markdown.render(block) for block in body)
