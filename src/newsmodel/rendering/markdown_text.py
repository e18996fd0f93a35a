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
from typing import Any, Literal, TypeAlias

import attrs

from newsmodel.html_layout import STYLE_TAGS
from newsmodel.model.nesting import events
from newsmodel.model.text import FootnoteReference, Inline, InlineImage, LineBreak, Link, Mark, Span, Style, Text
from newsmodel.rendering.markdown_escapes import (
    EMPTY_COMMENT,
    alternative,
    destination,
    escape,
    is_autolink,
    is_inert,
    kinds,
    protect_line,
    quoted_title,
    reference,
)
from newsmodel.urls import is_safe, is_safe_image

DELIMITERS = {"strong": "**", "emphasis": "*", "strikethrough": "~~"}
"""The marks that Markdown writes with delimiters, which must not have white space on their inner side."""

TAGS = {name: tag for name, tag in STYLE_TAGS.items() if name not in DELIMITERS}
"""The marks that Markdown writes as HTML tags; code only where backticks do not do."""

_CELLS = ("cell", "head")

# U+0085 is white space to Python alone, and a reference to it is an error to HTML.
_BLANK_ENDS = re.compile(r"^[^\S\n\x85]|[^\S\n\x85]\Z", re.MULTILINE)


@attrs.define
class _Piece:
    """A piece of the output. is_words: it is text, so that it may be escaped. side: "open", "close" of a delimiter.

    in_link: it is a part of a link's text.
    """

    source: str
    is_words: bool = False
    in_link: bool = False
    side: str = ""


Where: TypeAlias = Literal["block", "heading", "cell", "head"]
"""Where text stands: a line cannot end in a heading or in a cell; "head" is a cell of a table's head."""


def inline_markdown(text: Text, where: Where = "block") -> str:
    """*text* in Markdown. In cells pipes are escaped. In a head there is no `"`: some engines make it an attribute."""
    pieces = _pieces(text, where)
    _part_references(pieces)
    _escape_words(pieces)
    _alternate(pieces)
    _make_flanking(pieces)
    source = "".join(piece.source for piece in pieces)
    if where == "block":
        source = "\n".join(map(protect_line, source.split("\n")))
    source = _guard_ends(source)
    source = source.replace('"', "&quot;") if where == "head" else source
    return source.replace("|", "\\|") if where in _CELLS else source


def _guard_ends(source: str) -> str:
    """White space at the ends of a block and after a line break as references, else the reader takes it away."""
    return _BLANK_ENDS.sub(lambda found: reference(found[0]), source)


def _pieces(text: Text, where: Where) -> list[_Piece]:
    walk = list(events(text))
    pieces: list[_Piece] = []
    closing: list[list[_Piece]] = []
    position = 0
    while position < len(walk):
        event, value = walk[position]
        position += 1
        if event == "enter":
            assert isinstance(value, Mark)
            if whole := _whole(value, walk[position : position + 2], where):
                pieces.append(_Piece(whole))
                position += 2
                continue
            opener, closer = _around(value, where)
            pieces += opener
            closing.append(closer)
        elif event == "leave":
            pieces += closing.pop()
        else:
            assert isinstance(value, Inline)
            _append_inline(pieces, value, where)
    return pieces


def _append_inline(pieces: list[_Piece], inline: Inline, where: Where) -> None:
    if isinstance(inline, LineBreak):
        pieces.append(_Piece("\\\n" if where == "block" else "<br>"))
    elif isinstance(inline, InlineImage) and is_safe_image(inline.url):
        pieces.append(_Piece(image_markdown(inline, where)))
    elif isinstance(inline, FootnoteReference):
        pieces.append(_Piece(f"[^{inline.note}]"))
    elif inline.plain and pieces and pieces[-1].is_words:
        pieces[-1].source += inline.plain
    elif inline.plain:
        in_link = any(isinstance(mark, Link) for mark in inline.marks)
        pieces.append(_Piece(inline.plain, is_words=True, in_link=in_link))


def image_markdown(image: Any, where: Where = "block") -> str:
    """The picture *image* (url, alt, title) in Markdown; its words where loading it could run code."""
    if not is_safe_image(image.url):
        return escape(image.alt or "", in_brackets=True)
    return f"![{alternative(image.alt or '')}]({_address(image, where)})"


def _address(node: Any, where: Where) -> str:
    quote = "'" if where == "head" else '"'
    return f"{destination(node.url, bool(node.title))}{quoted_title(node.title, quote)}"


def _whole(mark: Mark, following: Sequence[tuple[str, Any]], where: Where) -> str | None:
    """*mark* with the one span under it, where the two are one thing in Markdown: code, or an address as a link."""
    if len(following) < 2 or following[1][0] != "leave" or type(following[0][1]) is not Span:
        return None
    words = following[0][1].text
    if mark == Style("code"):
        return _code(words, where)
    if isinstance(mark, Link) and mark.title is None and words == mark.url and is_autolink(words):
        return f"<{words}>"
    return None


def _code(words: str, where: Where) -> str | None:
    """*words* between backticks; None where something would be changed there, or taken for markup."""
    if not words or "\n" in words or not is_inert(words):
        return None
    if (where in _CELLS and "\\|" in words) or (where == "head" and '"' in words):
        return None
    taken = set(map(len, re.findall("`+", words)))
    fence = "`" * next(length for length in range(1, len(taken) + 2) if length not in taken)
    # One space at each end is taken away if both have one, so that code may begin with a backtick.
    padded = words.strip(" ") and ((words[0] == words[-1] == " ") or "`" in (words[0], words[-1]))
    space = " " if padded else ""
    return f"{fence}{space}{words}{space}{fence}"


def _around(mark: Mark, where: Where) -> tuple[list[_Piece], list[_Piece]]:
    if isinstance(mark, Link):
        return ([_Piece("[")], [_Piece(f"]({_address(mark, where)})")]) if is_safe(mark.url) else ([], [])
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
        piece.source = escape(piece.source, tildes=tildes > 1, in_brackets=piece.in_link)
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
