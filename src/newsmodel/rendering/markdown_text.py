"""Rich text as inline Markdown: the fewest escapes that any CommonMark parser reads back exactly.

A delimiter of emphasis counts only beside the right characters ("flanking"). Where the text has others, the neighbour
is written as a numeric character reference, which is punctuation to the rule and a letter to the reader. Marks for
which Markdown has no sign are HTML tags.
Source: CommonMark 0.31.2, sections 2.4, 2.5 and 6, https://spec.commonmark.org/0.31.2/; GitHub Flavored Markdown,
sections 4.10 and 6.5, https://github.github.com/gfm/.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import attrs

from newsmodel.html_layout import STYLE_TAGS
from newsmodel.model.nesting import events
from newsmodel.model.text import FootnoteReference, Inline, InlineImage, LineBreak, Link, Mark, Span, Style, Text
from newsmodel.rendering.markdown_escapes import (
    destination,
    escape,
    is_autolink,
    kinds,
    protect_line,
    quoted_title,
    reference,
)

DELIMITERS = {"strong": "**", "emphasis": "*", "strikethrough": "~~"}
"""The marks that Markdown writes with delimiters, which must not have white space on their inner side."""

TAGS = {name: tag for name, tag in STYLE_TAGS.items() if name not in DELIMITERS}
"""The marks that Markdown writes as HTML tags; code only where backticks do not do."""
EMPTY_COMMENT = "<!-- -->"

# U+0085 is white space to Python alone, and a reference to it is an error to HTML.
_BLANK_ENDS = re.compile(r"^[^\S\n\x85]|[^\S\n\x85]\Z", re.MULTILINE)


@attrs.define
class _Piece:
    """A piece of the output. is_words: it is text, so that it may be escaped. side: "open", "close" of a delimiter."""

    source: str
    is_words: bool = False
    side: str = ""


def inline_markdown(text: Text, *, one_line: bool = False, in_cell: bool = False) -> str:
    """*text* in Markdown. one_line: within a heading or a cell, where a line cannot end. in_cell: pipes are escaped."""
    pieces = _pieces(text, one_line=one_line or in_cell, in_cell=in_cell)
    _part_references(pieces)
    _escape_words(pieces)
    _alternate(pieces)
    _make_flanking(pieces)
    source = "".join(piece.source for piece in pieces)
    if not (one_line or in_cell):
        source = "\n".join(map(protect_line, source.split("\n")))
    source = _guard_ends(source)
    return source.replace("|", "\\|") if in_cell else source


def _guard_ends(source: str) -> str:
    """White space at the ends of a block and after a line break as references, else the reader takes it away."""
    return _BLANK_ENDS.sub(lambda found: reference(found[0]), source)


def _pieces(text: Text, *, one_line: bool, in_cell: bool) -> list[_Piece]:
    walk = list(events(text))
    pieces: list[_Piece] = []
    closing: list[list[_Piece]] = []
    position = 0
    while position < len(walk):
        event, value = walk[position]
        position += 1
        if event == "enter":
            assert isinstance(value, Mark)
            if whole := _whole(value, walk[position : position + 2], in_cell):
                pieces.append(_Piece(whole))
                position += 2
                continue
            opener, closer = _around(value)
            pieces += opener
            closing.append(closer)
        elif event == "leave":
            pieces += closing.pop()
        else:
            assert isinstance(value, Inline)
            _append_inline(pieces, value, one_line)
    return pieces


def _append_inline(pieces: list[_Piece], inline: Inline, one_line: bool) -> None:
    if isinstance(inline, LineBreak):
        pieces.append(_Piece("<br>" if one_line else "\\\n"))
    elif isinstance(inline, InlineImage):
        pieces.append(_Piece(image_markdown(inline)))
    elif isinstance(inline, FootnoteReference):
        pieces.append(_Piece(f"[^{inline.note}]"))
    elif inline.plain and pieces and pieces[-1].is_words:
        pieces[-1].source += inline.plain
    elif inline.plain:
        pieces.append(_Piece(inline.plain, is_words=True))


def image_markdown(image: Any) -> str:
    """The picture *image* (url, alt, title) in Markdown."""
    alt = escape(image.alt or "")
    return f"![{alt}]({destination(image.url, bool(image.title))}{quoted_title(image.title)})"


def link_end(link: Link) -> str:
    """What follows the text of *link*."""
    return f"]({destination(link.url, bool(link.title))}{quoted_title(link.title)})"


def _whole(mark: Mark, following: Sequence[tuple[str, Any]], in_cell: bool) -> str | None:
    """*mark* with the one span under it, where the two are one thing in Markdown: code, or an address as a link."""
    if len(following) < 2 or following[1][0] != "leave" or type(following[0][1]) is not Span:
        return None
    words = following[0][1].text
    if mark == Style("code"):
        return _code(words, in_cell)
    if isinstance(mark, Link) and mark.title is None and words == mark.url and is_autolink(words):
        return f"<{words}>"
    return None


def _code(words: str, in_cell: bool) -> str | None:
    """*words* between backticks; None where a line end or an escaped pipe would be changed there."""
    if not words or "\n" in words or (in_cell and "\\|" in words):
        return None
    taken = set(map(len, re.findall("`+", words)))
    fence = "`" * next(length for length in range(1, len(taken) + 2) if length not in taken)
    # One space at each end is taken away if both have one, so that code may begin with a backtick.
    padded = words.strip(" ") and ((words[0] == words[-1] == " ") or "`" in (words[0], words[-1]))
    space = " " if padded else ""
    return f"{fence}{space}{words}{space}{fence}"


def _around(mark: Mark) -> tuple[list[_Piece], list[_Piece]]:
    if isinstance(mark, Link):
        return [_Piece("[")], [_Piece(link_end(mark))]
    name = mark.name if isinstance(mark, Style) else ""
    if delimiter := DELIMITERS.get(name):
        return [_Piece(delimiter, side="open")], [_Piece(delimiter, side="close")]
    if tag := TAGS.get(name):
        return [_Piece(f"<{tag}>")], [_Piece(f"</{tag}>")]
    return [], []


def _part_references(pieces: list[_Piece]) -> None:
    """An empty comment after a footnote reference that a link follows: `[^1][text](url)` is read as another thing."""
    for piece, following in pairwise(pieces):
        is_reference = piece.source.startswith("[^") and not piece.is_words
        if is_reference and following.source == "[" and not following.is_words:
            piece.source += EMPTY_COMMENT


def _escape_words(pieces: list[_Piece]) -> None:
    tildes = sum(piece.source.count("~") for piece in pieces)
    sources = ["", *(piece.source for piece in pieces), ""]
    for piece, before, after in zip(pieces, sources, sources[2:], strict=False):
        if not piece.is_words:
            continue
        piece.source = escape(piece.source, tildes=tildes > 1)
        if before.endswith("]") and piece.source[0] in ":([":  # a footnote reference must not become a link
            piece.source = "\\" + piece.source
        if after.startswith("[") and piece.source.endswith("!"):
            piece.source = piece.source[:-1] + "\\!"


def _alternate(pieces: list[_Piece]) -> None:
    """Emphasis beside strong is written with the other letter, so that no two delimiters run together."""
    opened: list[int] = []
    for position, piece in enumerate(pieces):
        if piece.side == "open":
            opened.append(position)
        elif piece.side == "close":
            start = opened.pop()
            if piece.source == "*" and (_beside_strong(pieces, start) or _beside_strong(pieces, position)):
                pieces[start].source = piece.source = "_"


def _beside_strong(pieces: list[_Piece], position: int) -> bool:
    return any(piece.source == "**" and piece.side for piece in pieces[max(0, position - 1) : position + 2])


def _make_flanking(pieces: list[_Piece]) -> None:
    for position, piece in enumerate(pieces):
        if not piece.side:
            continue
        before = pieces[position - 1] if position else None
        after = pieces[position + 1] if position + 1 < len(pieces) else None
        outer, inner = (before, after) if piece.side == "open" else (after, before)
        ends = (-1, 0) if piece.side == "open" else (0, -1)
        outside = outer.source[ends[0]] if outer else " "
        inside = inner.source[ends[1]] if inner else " "
        if outer and outer.is_words and not _flanks(outside, inside, piece.source):
            is_open = piece.side == "open"
            outer.source = outer.source[:-1] + reference(outside) if is_open else reference(outside) + outer.source[1:]


def _flanks(outside: str, inside: str, delimiter: str) -> bool:
    """Whether a delimiter counts between these two characters, in whatever class a parser puts them."""
    for out in kinds(outside):
        for within in kinds(inside):
            if within == "punctuation" and out == "letter":
                return False
            if delimiter == "_" and out == "letter":
                return False
    return True
