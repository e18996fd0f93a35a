"""Lines that may be what stands around an article, of whatever kind: furniture, counts of comments, share labels."""

from __future__ import annotations

import re
from typing import Final

from newsmodel.phrases.counts import comment_count
from newsmodel.phrases.furniture import is_furniture
from newsmodel.phrases.sharing import labelled, share_bar

_SPACE: Final = re.compile(r"[\s\u200b\u2060\ufeff]+")


def words_of(line: str) -> str:
    """*line* as it is looked at: every run of white space, signs without width too, one space."""
    return _SPACE.sub(" ", line).strip()


def is_chrome(line: str) -> bool:
    """Whether a line by itself may be no part of a text, wherever it stands."""
    words = words_of(line)
    return bool(words) and (
        is_furniture(words) or comment_count(words) is not None or labelled(words) is not None or bool(share_bar(words))
    )
