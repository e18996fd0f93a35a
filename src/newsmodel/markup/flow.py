"""The walk of the HTML reader through elements, at any depth without recursion, each node met once.

Words gather in a paragraph, marks open and close around them, elements without a rule are transparent, and a rule takes
an element whole. White space is collapsed as soon as it is met: most texts have none to collapse.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

import attrs

from newsmodel.markup import engine
from newsmodel.markup.breaks import UNSEEN, at_double_breaks, at_sentences, is_space, without_blanks, without_end_breaks
from newsmodel.model import Embed, Figure, Image, InlineImage, LineBreak, Link, Mark, Paragraph, Span, Text
from newsmodel.model.frozen import MAXIMUM_DEPTH
from newsmodel.model.text import Inline
from newsmodel.whitespace import SPACE

if TYPE_CHECKING:
    from newsmodel.markup.reading import Read

UNREAD: Final = frozenset({"script", "style", "template", "head", "title", "link", "meta", "noscript", "svg", "math"})
"""Elements that are no content: a rule may take one, and none is walked through. (`noscript` is parsed as markup: what
stands there repeats a lazy picture.)"""

_BREAKS = """
    address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search section select
    summary table tbody td tfoot th thead tr ul
"""
BREAKS: Final = frozenset(_BREAKS.split())
"""Elements that end a paragraph (HTML Standard, section 15.3, `display: block` and its kin)."""


class Picture(NamedTuple):
    """A picture met among words, and the marks around it. A line of nothing else becomes figures.

    apart: it is a figure even where words stand beside it.
    """

    image: Image
    marks: tuple[Mark, ...] = ()
    apart: bool = False

    @property
    def is_tiny(self) -> bool:
        """Whether it is a sign or a button rather than a picture, by its size."""
        width, height = self.image.width, self.image.height
        return width is not None and height is not None and min(width, height) > _RATIO and max(width, height) <= _TINY

    def as_figure(self) -> Figure:
        """The picture as a block, linked as it was."""
        return Figure(self.image, link=next((mark.url for mark in self.marks if isinstance(mark, Link)), None))

    def as_inline(self) -> InlineImage:
        """The picture in its line."""
        it = self.image
        return InlineImage(it.url, alt=it.alt, title=it.title, width=it.width, height=it.height, marks=self.marks)


Piece: TypeAlias = "str | Inline | Picture"
"""What a paragraph gathers: words without a mark, anything else."""


_FILM: Final = re.compile(r"//(?:i\d*\.ytimg|img\.youtube)\.com/\w+/([\w-]{11})/")
_TINY: Final = 40  # pixels, either way
_RATIO: Final = 9  # no pixels: "16" by "9" says what shape a picture has
_WORDS: Final = {str}
_END: Final = (None,)  # on the stack: here a block ends; any other tuple holds the marks to go back to
_RUN = re.compile(r" [ \t\n\f\r]+|[\t\n\f\r][ \t\n\f\r]*")


def squeeze(raw: str) -> str:
    """*raw* with every run of white space as one space, one at either end too."""
    if raw.isprintable() and "  " not in raw:  # of all white space, a space alone can be printed
        return raw
    core = raw.strip(SPACE)
    if "  " in core or "\n" in core or "\t" in core or "\r" in core or "\f" in core:
        core = _RUN.sub(" ", core)
    elif len(core) == len(raw):
        return raw
    if not core:
        return " " if raw else ""
    return f"{' ' if raw[0] in SPACE else ''}{core}{' ' if raw[-1] in SPACE else ''}"


class Flow:
    """One walk. Its stack holds nodes to meet, and what to do on leaving an element."""

    __slots__ = ("done", "marks", "one_text", "pieces", "preserve", "read")

    def __init__(self, read: Read, preserve: bool, *, one_text: bool = False) -> None:
        self.read: Read = read
        self.preserve: bool = preserve
        self.one_text: bool = one_text
        self.done: list[Any] = []
        self.pieces: list[Piece] = []
        self.marks: tuple[Mark, ...] = ()

    def through(self, nodes: Iterable[engine.Node]) -> list[Any]:
        """What stands in *nodes*: blocks, and whatever else the rules give."""
        self._walk(nodes)
        self._end_paragraph()
        return self.done

    def text(self, nodes: Iterable[engine.Node]) -> Text:
        """The words in *nodes* as one text."""
        self._walk(nodes)
        return self._text_of(self.pieces)

    def _walk(self, nodes: Iterable[engine.Node]) -> None:
        waiting: list[Any] = list(nodes)
        waiting.reverse()
        is_left_out = self.read.passes_over
        while waiting:
            item = waiting.pop()
            if type(item) is tuple:
                self._leave(item)
            elif (raw := engine.text(item)) is not None:
                self._words(raw, item)
            elif (name := engine.tag(item)) is None:  # a comment
                continue
            elif name in UNREAD:
                _ = self._is_inline(name, item) or self._takes(name, item)
            elif not is_left_out(item):
                self._element(name, item, waiting)

    def _leave(self, item: tuple[Any, ...]) -> None:
        if item is not _END:
            self.marks = item[0]
        elif self.one_text:
            self.pieces.append(" ")
        else:
            self._end_paragraph()

    def _words(self, raw: str, node: engine.Node) -> None:
        if not raw:
            return
        if self.read.met is not None:
            self.read.met.add(node)
        if not self.preserve:
            raw = squeeze(raw)
            if raw == " " and not self.pieces:
                return
        raw = self.read.words(raw, node)
        self.pieces.append(Span(raw, marks=self.marks) if self.marks else raw)

    def _element(self, name: str, node: engine.Node, waiting: list[Any]) -> None:
        """Takes the element, or puts what is in it on the stack."""
        if self._is_inline(name, node) or self._takes(name, node):
            return
        if name in BREAKS:
            self._boundary()
            waiting.append(_END)
        elif marks := self._marks_of(name, node):
            waiting.append((self.marks,))
            self.marks = (*self.marks, *marks)
        waiting.extend(engine.children(node)[::-1])

    def _is_inline(self, name: str, node: engine.Node) -> bool:
        """Whether an inline rule took the element."""
        rule = self.read.reader.inlines.get(name)
        if rule is None or (inline := rule(node, self.read)) is NotImplemented:
            return False
        if isinstance(inline, Picture):
            self.pieces.append(inline._replace(marks=self.marks))
        elif inline is not None:
            if type(inline) is Span and not self.preserve and (words := squeeze(inline.text)) != inline.text:
                inline = attrs.evolve(inline, text=words)
            self.pieces.append(_marked(inline, self.marks))
        return True

    def _takes(self, name: str, node: engine.Node) -> bool:
        """Whether a block rule took the element; its blocks are then done."""
        if self.one_text:
            return False
        for rule in self.read.rules_for(name, node):
            if self.read.is_too_deep(node):
                self.read.lost("container-too-deep", "flattened", node)
                return False
            result = rule(node, self.read)
            if result is not NotImplemented:
                self._end_paragraph()
                if type(result) is Embed and self.read.prose and self._is_shown(result):
                    return True
                self.done.extend(result if type(result) in (tuple, list) else () if result is None else (result,))
                return True
        return False

    def _marks_of(self, name: str, node: engine.Node) -> tuple[Mark, ...]:
        """What an element marks its words as; a rule gives one mark, or several, outermost first."""
        rule = self.read.reader.marks.get(name)
        mark: Any = rule(node, self.read) if rule else None
        if mark is None or (isinstance(mark, Link) and any(isinstance(other, Link) for other in self.marks)):
            return ()
        marks = mark if type(mark) is tuple else (mark,)
        if len(self.marks) + len(marks) > MAXIMUM_DEPTH:
            self.read.lost("mark-too-deep", "dropped", node)
            return ()
        return marks

    def _boundary(self) -> None:
        if not self.one_text:
            self._end_paragraph()
        elif self.pieces and not isinstance(self.pieces[-1], LineBreak):
            self.pieces.append(" ")

    def _end_paragraph(self) -> None:
        pieces = self.pieces
        if not pieces:
            return
        self.pieces = []
        if len(pieces) == 1 and type(words := pieces[0]) is str and not self.preserve:  # as most paragraphs
            if words := words.strip(UNSEEN if self.read.prose else SPACE):
                self.done.append(Paragraph(Text(words)))
            return
        if self.read.prose and not self.preserve:
            pieces = without_blanks(pieces)
        if self.preserve or LineBreak not in map(type, pieces):
            self._paragraph(pieces)
            return
        for lines in at_double_breaks(pieces):
            for line in at_sentences(lines) if self.read.prose else (lines,):
                self._paragraph(line)

    def _paragraph(self, pieces: list[Piece]) -> None:
        """A line of words as a paragraph, its pictures in it or beside it."""
        pictures = [piece for piece in pieces if type(piece) is Picture]
        if not pictures:
            if text := self._text_of(pieces):
                self.done.extend(_figures(text) if not self.preserve and _is_pictures(text) else (Paragraph(text),))
            return
        is_alone = all(type(piece) in (Picture, LineBreak) or is_space(piece) for piece in pieces)
        apart = {id(each) for each in pictures if is_alone or each.apart}
        is_first = id(next(piece for piece in pieces if not is_space(piece))) in apart
        is_sign = self.read.prose and not self.read.figures
        shown = [each for each in pictures if id(each) in apart and not (is_sign and each.is_tiny)]
        figures = [film or each.as_figure() for each in shown for film in [self._film(each)]]
        text = Text() if is_alone else self._text_of(without_end_breaks([p for p in pieces if id(p) not in apart]))
        words = (Paragraph(text),) if text else ()
        self.done += (*figures, *words) if is_first else (*words, *figures)

    def _is_shown(self, embed: Embed) -> bool:
        """Whether the picture right before an embed stands for the same film."""
        last = self.done[-1] if self.done else None
        return isinstance(last, Embed) and bool(last.fallback) and last.reference == embed.reference is not None

    def _film(self, picture: Picture) -> Embed | None:
        """The film that a picture stands for, which a click would load: YouTube keeps it under the id of the film."""
        found = _FILM.search(picture.image.url) if self.read.prose else None
        if found is None:
            return None
        url = f"https://www.youtube.com/watch?v={found[1]}"
        return Embed(url, provider="youtube", reference=found[1], fallback=[picture.as_figure()])

    def _text_of(self, pieces: list[Piece]) -> Text:
        if set(map(type, pieces)) <= _WORDS:
            words: str = "".join(pieces)  # type: ignore[arg-type]
            if not self.preserve:
                words = (words if len(pieces) == 1 else squeeze(words)).strip(SPACE)
            return Text(words)
        return Text(map(self._inline, pieces if self.preserve else _in_line(pieces)))

    def _inline(self, piece: Piece) -> Inline:
        if type(piece) is str:
            return Span(piece)
        return piece.as_inline() if isinstance(piece, Picture) else piece  # type: ignore[return-value]


def _in_line(pieces: list[Piece]) -> list[Piece]:
    """*pieces*, each squeezed, as one line: no space at its ends, around line breaks, or after another space."""
    done: list[Piece] = []
    after_space = True
    for piece in pieces:
        words = piece if type(piece) is str else piece.text if isinstance(piece, Span) else None
        if words is None:
            if isinstance(piece, LineBreak):
                _strip_end(done)
            after_space = isinstance(piece, LineBreak)
            done.append(piece)
        elif after_space and words[:1] == " ":
            _append(done, piece, words[1:])
            after_space = len(words) == 1 or words[-1] == " "
        elif words:
            done.append(piece)
            after_space = words[-1] == " "
        else:
            _append(done, piece, words)
    _strip_end(done)
    return done


def _strip_end(done: list[Piece]) -> None:
    """Takes the space from the end of the last words; there is never more than one."""
    for at in range(len(done) - 1, -1, -1):
        piece = done[at]
        words = piece if type(piece) is str else piece.text if isinstance(piece, Span) else None
        if words is None or (words and words[-1] != " "):
            return
        if words:
            rest = done[at + 1 :]
            del done[at:]
            _append(done, piece, words[:-1])
            done += rest
            return


def _append(done: list[Piece], piece: Piece, words: str) -> None:
    """Appends *piece* with other words; one without any is kept only for what else it says."""
    if type(piece) is str:
        if words:
            done.append(words)
    elif isinstance(piece, Span) and (words or piece.id is not None or piece.extra):
        done.append(attrs.evolve(piece, text=words))


def _marked(inline: Inline, marks: tuple[Mark, ...]) -> Inline:
    return attrs.evolve(inline, marks=(*marks, *inline.marks)) if marks else inline


def _is_pictures(text: Text) -> bool:
    return type(text.content) is tuple and all(type(inline) in (InlineImage, LineBreak) for inline in text.content)


def _figures(text: Text) -> Iterable[Figure]:
    """The pictures of a line that holds nothing else, as figures."""
    for each in text:
        if isinstance(each, InlineImage):
            image = Image(each.url, alt=each.alt, title=each.title, width=each.width, height=each.height)
            yield Picture(image, each.marks).as_figure()
