"""Which lines of a page are of its article, by the truth that its set gives.

A line is of the article if it is one of the true paragraphs, or half of its four-word shingles are theirs. Of a short
line, and of a line that the page has more than once, the place decides: it is, where an alignment of the page's words
with the true ones runs through it. Optional text (captions, standfirst) is left out of the training.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections import Counter
from typing import Any

_WORDS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
_BULLET = re.compile(r"^(?:[-*\u2022\u00b7\u25cf\u25aa|#>]+\s+)+")
_PLAIN = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "\u200b": "", "\u00ad": "", "\ufeff": ""}
)

UNKNOWN, OUT, IN = -1, 0, 1

words = _WORDS.findall


def plain(text: str) -> str:
    """A paragraph to compare by: NFKC, plain quotes, single spaces, no bullet, no case."""
    text = " ".join(unicodedata.normalize("NFKC", text).translate(_PLAIN).split())
    return _BULLET.sub("", text).strip().casefold()


def shingles(text: str, size: int = 4) -> Counter[tuple[str, ...]]:
    """Its runs of four words, with how often each stands there; a shorter text is one."""
    found = words(text)
    return Counter(tuple(found[at : at + size]) for at in range(max(1, len(found) - size + 1)) if found)


def labels(texts: list[str], gold: dict[str, Any]) -> list[int]:
    """`IN`, `OUT` or `UNKNOWN` for each line."""
    if "paragraphs" not in gold and "text" not in gold:
        return [_by_strings(text, gold.get("with_", []), gold.get("without", [])) for text in texts]
    paragraphs = gold.get("paragraphs") or re.split(r"\n+", gold["text"])
    true = {plain(line) for paragraph in paragraphs for line in (paragraph, *paragraph.split("\n"))}
    optional = {plain(paragraph) for paragraph in gold.get("optional", [])}
    within, beside = set(shingles("\n".join(paragraphs))), set(shingles("\n".join(gold.get("optional", []))))
    aligned = _aligned(texts, paragraphs)
    copies = Counter(map(plain, texts))
    return [
        _label(text, share, copies, true, optional, within, beside) for text, share in zip(texts, aligned, strict=True)
    ]


def _label(
    text: str,
    aligned: float,
    copies: Counter[str],
    true: set[str],
    optional: set[str],
    within: set[tuple[str, ...]],
    beside: set[tuple[str, ...]],
) -> int:
    key, size = plain(text), len(words(text))
    if not size or key in optional:
        return UNKNOWN
    if key not in true and size < 4:
        return IN if aligned > 0.99 else OUT
    found = shingles(text)
    if key in true or sum(each in within for each in found) >= 0.5 * len(found):
        return OUT if aligned < 0.5 and (size < 8 or copies[key] > 1) else IN
    return UNKNOWN if sum(each in beside for each in found) >= 0.5 * len(found) else OUT


def _aligned(texts: list[str], paragraphs: list[str]) -> list[float]:
    """The share of each line's words that an alignment of the page with the true text runs through."""
    pieces = [(at, word) for at, text in enumerate(texts) for word in words(text)]
    true = words("\n".join(paragraphs))
    hits, sizes = Counter[int](), Counter(at for at, _ in pieces)
    matcher = difflib.SequenceMatcher(None, [word for _, word in pieces], true, autojunk=len(pieces) > 6000)
    for block in matcher.get_matching_blocks():
        hits.update(at for at, _ in pieces[block.a : block.a + block.size])
    return [hits[at] / sizes[at] if sizes[at] else 0.0 for at in range(len(texts))]


def _by_strings(text: str, wanted: list[str], unwanted: list[str]) -> int:
    if any(string in text or (len(text) > 20 and text in string) for string in wanted):
        return IN
    return OUT if any(string in text for string in unwanted) else UNKNOWN
