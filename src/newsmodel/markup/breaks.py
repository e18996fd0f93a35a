"""Where line breaks part paragraphs: two of them, or one between sentences, as writers without an editor use them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

import attrs

from newsmodel.model import LineBreak, Span, Style
from newsmodel.whitespace import SPACE

if TYPE_CHECKING:
    from newsmodel.markup.flow import Piece

_STRONG: Final = Style("strong")
UNSEEN: Final = f"{SPACE}\xa0\u200b\u200c\u2060\ufeff"
"""Characters that show nothing."""

_LEAST_SENTENCE: Final = 60  # characters; a line of a poem, of an address, of a list is shorter
_LEAST_DENSE_SENTENCE: Final = 25
_DENSE: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SENTENCE_ENDS: Final = frozenset(".!?…:\"”“»«’'۔؟।。！？」』")


def without_blanks(pieces: list[Piece]) -> list[Piece]:
    """*pieces* without those that show nothing at the ends and between line breaks: editors leave `&nbsp;` there."""
    start, end = 0, len(pieces)
    while start < end and _is_blank(pieces[start]):
        start += 1
    while start < end and _is_blank(pieces[end - 1]):
        end -= 1
    if start == end:
        return []
    pieces = pieces[start:end]
    pieces[-1] = _stripped(pieces[-1], str.rstrip)
    pieces[0] = _stripped(pieces[0], str.lstrip)
    if LineBreak not in map(type, pieces):
        return pieces
    return [
        piece
        for at, piece in enumerate(pieces)
        if not is_unseen(piece) or is_space(piece) or not (_is_break(pieces, at - 1) and _is_break(pieces, at + 1))
    ]


def _is_blank(piece: Piece) -> bool:
    return type(piece) is LineBreak or is_unseen(piece)


def _stripped(piece: Piece, strip: Callable[[str, str], str]) -> Piece:
    """A piece without what shows nothing at one end of it."""
    if isinstance(piece, str):
        return strip(piece, UNSEEN)
    kept = strip(piece.text, UNSEEN) if isinstance(piece, Span) else ""
    return attrs.evolve(piece, text=kept) if isinstance(piece, Span) and kept not in ("", piece.text) else piece


def _is_break(pieces: list[Piece], at: int) -> bool:
    return not 0 <= at < len(pieces) or type(pieces[at]) is LineBreak


def without_end_breaks(pieces: list[Piece]) -> list[Piece]:
    """*pieces* without line breaks at their ends, where a picture stood beside them."""
    seen = [at for at, piece in enumerate(pieces) if type(piece) is not LineBreak and not is_space(piece)]
    return pieces[seen[0] : seen[-1] + 1] if seen else []


def is_unseen(piece: Piece) -> bool:
    """Whether a piece shows nothing, spaces that do not break among it."""
    words = piece if isinstance(piece, str) else piece.text if isinstance(piece, Span) else "x"
    return not words.strip(UNSEEN)


def at_double_breaks(pieces: list[Piece]) -> list[list[Piece]]:
    """*pieces* split where two or more line breaks stand with nothing but space between them.

    Breaks at the ends of a paragraph break nothing.
    """
    lines: list[list[Piece]] = [[]]
    breaks: list[Piece] = []
    for piece in pieces:
        if type(piece) is LineBreak or (breaks and is_space(piece)):
            breaks.append(piece)
            continue
        if sum(type(each) is LineBreak for each in breaks) > 1:
            lines.append([])
        elif lines[-1]:
            lines[-1] += breaks
        breaks = []
        lines[-1].append(piece)
    return lines


def at_sentences(pieces: list[Piece]) -> list[list[Piece]]:
    """*pieces* split at line breaks between two long lines that are sentences, and about a line that is all strong."""
    if LineBreak not in map(type, pieces):
        return [pieces]
    breaks = [at for at, piece in enumerate(pieces) if type(piece) is LineBreak]
    ends = [*breaks, len(pieces)]
    starts = [0, *(at + 1 for at in breaks)]
    parts = [pieces[start:end] for start, end in zip(starts, ends, strict=True)]
    are_sentences, are_titles = list(map(_is_sentence, parts)), list(map(_is_title, parts))
    lines = [parts[0]]
    for line, end in enumerate(ends[1:], 1):
        between = are_sentences[line - 1] and are_sentences[line]
        below_title = are_titles[line - 1] and not are_titles[line]
        above_title = are_sentences[line - 1] and are_titles[line] and not are_titles[line - 1]
        if between or below_title or above_title:
            lines.append([])
        else:
            lines[-1].append(pieces[breaks[line - 1]])
        lines[-1] += pieces[starts[line] : end]
    return lines


def _is_sentence(pieces: list[Piece]) -> bool:
    words = "".join(
        piece if isinstance(piece, str) else piece.text for piece in pieces if isinstance(piece, (str, Span))
    )
    words = words.strip()
    least = _LEAST_SENTENCE if words.isascii() or not _DENSE.search(words) else _LEAST_DENSE_SENTENCE
    return len(words) >= least and words[-1] in _SENTENCE_ENDS


def _is_title(pieces: list[Piece]) -> bool:
    """Whether every word of a line is strong: it heads what stands below it."""
    words = [piece for piece in pieces if not is_space(piece)]
    return bool(words) and all(isinstance(piece, Span) and _STRONG in piece.marks for piece in words)


def is_space(piece: Piece) -> bool:
    """Whether a piece is white space that a browser collapses."""
    words = piece if isinstance(piece, str) else piece.text if isinstance(piece, Span) else "x"
    return not words.strip(SPACE)
