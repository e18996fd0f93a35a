"""What a body repeats of the article's record: the headline, the standfirst, the byline, the date at its top."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from newsmodel.model import Block, Heading, LineBreak, Paragraph, Span, Text
from newsmodel.page.sources import key_of
from newsmodel.phrases.bylines import is_byline
from newsmodel.phrases.dates import written_date

_TOP: Final = 6  # blocks from the top among which a repeat is no part of the text
_EMPTY: Final = frozenset(
    ["", "advertisement", "advertisements", "advertising", "anzeige", "werbung", "publicidad", "publicité",
    "pubblicità",
     "publicidade", "reklama", "reklam", "annonse", "annonce", "mainos", "реклама", "広告", "广告", "광고", "quảngcáo"]
)  # fmt: skip
_LONGEST_EMPTY: Final = max(map(len, _EMPTY))
_OPENING: Final = 80  # characters that tell of most lines that they say something
_LONGEST: Final = 2000


def without_repeats(body: tuple[Block, ...], fields: Mapping[str, Any]) -> tuple[Block, ...]:
    """*body* without the blocks at its top that say what *fields* say: only whole blocks, only there."""
    told = {key_of(str(fields[name])) for name in ("headline", "standfirst", "byline") if fields.get(name)}
    kicker = fields.get("kicker")
    told |= {key_of(str(kicker))} if isinstance(kicker, str) else set()
    kept = (block for at, block in enumerate(body) if at >= _TOP or not _repeats(block, told))
    return tuple(block for block in kept if not _says_nothing(block))


def _says_nothing(block: Block) -> bool:
    """Whether a line is empty to a reader, or marks where an advertisement was."""
    if not isinstance(block, (Heading, Paragraph)):
        return False
    text = str(block.text)
    says_more = len(key_of(text[:_OPENING])) > _LONGEST_EMPTY
    return not says_more and key_of(text) in _EMPTY and _is_plain(block.text)


def _is_plain(text: Text) -> bool:
    return all(isinstance(inline, (Span, LineBreak)) for inline in text)


def _repeats(block: Block, told: set[str]) -> bool:
    if not isinstance(block, (Heading, Paragraph)):
        return False
    text = str(block.text)
    return len(text) <= _LONGEST and (key_of(text) in told or is_byline(text) or written_date(text) is not None)
