"""The passage of an article in data whose form nobody told us: which strings of a large value are its paragraphs.

Two forms are known. One long string, of HTML or of lines. Or a list with an item for each paragraph, whose text is in
one string or in several of the same key, somewhere inside the item. A list of teasers has that form too, so an item
with an address or a date of its own counts as none, and what the page says of its article must occur in the passage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any, Final, NamedTuple

from newsmodel.page.content.script_data import decoded
from newsmodel.page.words import word_set

_LEAST: Final = 250  # characters of prose
_LONG: Final = 60  # characters from which on a piece is prose
_LONGEST_ITEM: Final = 4000
_MOST_STEPS: Final = 400_000
_MOST_LISTS: Final = 4  # around a string that it is counted for
_MOST_DECODED: Final = 5_000_000
_LEAST_SHARED: Final = 0.5  # of the words that the page says of its article
_NEAR_BEST: Final = 0.85
_TAG: Final = re.compile(r"<[^<>]{0,2000}>")
_BLOCKS: Final = re.compile(r"<(?:p|br|div|h[1-6]|li|blockquote)\b", re.IGNORECASE)
_HTML: Final = re.compile(r"</?[a-z][^<>]{0,2000}>|&(?:[a-z]{2,20}|#\d{1,6});", re.IGNORECASE)
_END: Final = re.compile(r"[.!?…。！？।؟\"”»“]\s*$")
_SPACES: Final = re.compile(r"[ \u3000-\ud7ff]")
_HEADING: Final = re.compile(r"head|\bh[2-6]\b|subtitle|zwischentitel|intertitre", re.IGNORECASE)
_QUOTE: Final = re.compile(r"quote", re.IGNORECASE)
_WORD: Final = re.compile(r"\w{4,}")
_DENSE: Final = re.compile("[\u3000-\ud7ff]")
_OWN_PAGE: Final = word_set(
    "url href link slug permalink headline canonicalurl canonical_url publishedat published_at published publishdate"
    " datepublished date created_at createdat firstpublished author authors byline comments"
)
_KINDS: Final = ("type", "_type", "nodeType", "__typename", "kind", "tag", "tagName", "style", "name", "blockName")


class _Passage(NamedTuple):
    """What may be the article. prose: characters of it that read like prose. items: of how many parts it is."""

    markup: str
    prose: int
    items: int


class _Table:
    """The strings in one list, by the key that they stand under: for each item its pieces in order."""

    __slots__ = ("items", "texts")

    def __init__(self, items: Sequence[Any]) -> None:
        self.items = items
        self.texts: dict[str, dict[int, list[str]]] = {}


_Around = tuple[tuple[_Table, int], ...]


def best_passage(values: Sequence[Any], known: str, words: int | None = None) -> str:
    """The markup of the passage in *values* that is most likely the article; "" if none is.

    *known*: headline and description, some of whose words must occur in it. *words*: how many words the page says that
    the article has. Linear in the size of the values; nothing is raised.
    """
    wanted = _words(known)
    found = [
        each for each in _passages(values) if each.prose >= _LEAST and each.items > 1 and _shares(each.markup, wanted)
    ]
    if not found:
        return ""
    if words:
        found = _nearest(found, words)
    most = max(each.prose for each in found)
    return max((each for each in found if each.prose >= _NEAR_BEST * most), key=lambda each: each.items).markup


def _nearest(found: list[_Passage], words: int) -> list[_Passage]:
    """Those that are about as long as the page says; all if none is."""
    sized = [each for each in found if 0.7 * words <= len(_TAG.sub(" ", each.markup).split()) <= 1.4 * words]
    return sized or found


def _passages(values: Sequence[Any]) -> Iterator[_Passage]:
    tables: list[_Table] = []
    for text in _strings(values, tables):
        if len(text) >= _LEAST and (_BLOCKS.search(text) or "\n" in text.strip()):
            yield _of_string(text)
    for table in tables:
        for texts in table.texts.values():
            if (passage := _of_list(table.items, texts)) is not None:
                yield passage


def _strings(values: Sequence[Any], tables: list[_Table]) -> Iterator[str]:
    """Every string in the values, in order; filled into *tables* on the way for the lists around it."""
    waiting: list[tuple[Any, str, _Around]] = [(value, "", ()) for value in reversed(values)]
    room = _MOST_DECODED
    for _ in range(_MOST_STEPS):
        if not waiting:
            return
        value, key, around = waiting.pop()
        if isinstance(value, str):
            if len(value) >= _LEAST and len(value) <= room and (inner := decoded(value)) is not None:
                room -= len(value)
                waiting.append((inner, key, around))
                continue
            for table, at in around:
                table.texts.setdefault(key, {}).setdefault(at, []).append(value)
            yield value
        elif isinstance(value, dict):
            waiting.extend((each, name, around) for name, each in reversed(value.items()))
        elif isinstance(value, list) and not _is_element(value):
            tables.append(table := _Table(value))
            kept = around[1 - _MOST_LISTS :]
            waiting.extend((each, key, (*kept, (table, at))) for at, each in reversed(list(enumerate(value))))
        elif isinstance(value, list):
            waiting.append((value[3], key, around))


def _is_element(value: list[Any]) -> bool:
    """Whether a list is an element as React writes it: `["$", tag, key, {properties}]`."""
    return len(value) >= 4 and value[0] == "$" and isinstance(value[1], str)


def _of_string(text: str) -> _Passage:
    plain = _TAG.sub(" ", text)
    parts = len(_BLOCKS.findall(text)) or text.count("\n")
    markup = text if _BLOCKS.search(text) else "".join(map(_paragraph, filter(None, map(str.strip, text.split("\n")))))
    return _Passage(markup, len(plain.strip()) if _SPACES.search(plain) else 0, parts)


def _of_list(items: Sequence[Any], texts: Mapping[int, list[str]]) -> _Passage | None:
    """The passage of a list, by the strings of one key in its items; None if it is none."""
    if sum(len(piece) for pieces in texts.values() for piece in pieces) < _LEAST:  # as nearly all
        return None
    prose, parts = 0, []
    for at, pieces in texts.items():
        text = _joined(pieces)
        if len(text) > _LONGEST_ITEM and not _BLOCKS.search(text):
            return None
        item = items[at]
        if _has_own_page(item):
            continue
        if len(text) >= _LONG // (1 + 2 * bool(_DENSE.search(text))) and _END.search(_TAG.sub("", text)):
            prose += len(_TAG.sub("", text))
        parts.append(_part(text, item))
    return _Passage("".join(parts), prose, len(parts)) if prose >= _LEAST else None


def _joined(pieces: list[str]) -> str:
    """The pieces of a paragraph in one; where one of them is the whole, that one."""
    longest = max(pieces, key=len)
    others = sum(map(len, pieces)) - len(longest)
    if others and others <= 1.1 * len(longest) and all(piece in longest for piece in pieces):
        return longest
    return "".join(pieces)


def _has_own_page(item: Any) -> bool:
    """Whether an item is a thing with a page or a date of its own: a teaser, a comment."""
    return isinstance(item, dict) and any(key.lower() in _OWN_PAGE and item[key] for key in item)


def _part(text: str, item: Any) -> str:
    """One item as markup; what its kind says of it is taken for headings and quotes."""
    if not text.strip():
        return ""
    if _BLOCKS.search(text):
        return text
    kinds = " ".join(_kinds(item))
    words = text if _HTML.search(text) else escape(text, quote=False)
    if _HEADING.search(kinds):
        return f"<h2>{words}</h2>"
    return f"<blockquote><p>{words}</p></blockquote>" if _QUOTE.search(kinds) else f"<p>{words}</p>"


def _kinds(item: Any) -> Iterator[str]:
    if isinstance(item, list) and _is_element(item):
        yield item[1]
    elif isinstance(item, dict):
        yield from (each for key in _KINDS if isinstance(each := item.get(key), str) and len(each) < _LONG)


def _paragraph(text: str) -> str:
    return f"<p>{text if _HTML.search(text) else escape(text, quote=False)}</p>"


def _words(text: str) -> frozenset[str]:
    """The longer words of a text; of a script without spaces its pairs of characters."""
    text = text.casefold()
    if len(_DENSE.findall(text)) * 2 > len(text):
        return frozenset(text[at : at + 2] for at in range(len(text) - 1) if _DENSE.match(text[at]))
    return frozenset(_WORD.findall(text))


def _shares(markup: str, wanted: frozenset[str]) -> bool:
    if not wanted:
        return True
    text = markup.casefold()
    return sum(word in text for word in wanted) >= _LEAST_SHARED * len(wanted)
