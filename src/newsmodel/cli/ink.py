"""Rich text for a terminal: marks as styles, links that can be clicked."""

from __future__ import annotations

from urllib.parse import urlsplit

from rich.style import Style as Ink
from rich.table import Table
from rich.text import Text as Line

from newsmodel.cli.terminal import one_line, safe
from newsmodel.model import FootnoteReference, Inline, InlineImage, Link, Mark, Style, Text

_STYLES = {
    "strong": Ink(bold=True),
    "emphasis": Ink(italic=True),
    "underline": Ink(underline=True),
    "strikethrough": Ink(strike=True),
    "deletion": Ink(strike=True),
    "insertion": Ink(underline=True),
    "highlight": Ink(reverse=True),
    "code": Ink(color="cyan"),
    "keyboard": Ink(color="cyan"),
}
_CLICKABLE = frozenset({"http", "https", "mailto"})


def line(text: Text | str | None, style: str = "") -> Line:
    """*text* with its marks, all of it in *style*."""
    inked = Line(style=style)
    for inline in Text(text) if isinstance(text, str) else text or ():
        inked.append(safe(_words(inline)), _ink(inline.marks))
    return inked


def plain(text: object, style: str = "") -> Line:
    """*text* as it stands, in *style*."""
    return Line(safe(str(text)), style=style)


def cell(text: str, style: str = "") -> Line:
    """*text* on one line of a table, or of a list of facts."""
    return Line(one_line(text), style=style)


def grid(*names: str, right: tuple[str, ...] = ()) -> Table:
    """A table without lines, with columns of these *names*. right: those that are set to the right."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in names:
        table.add_column(name, justify="right" if name in right else "left", overflow="fold")
    return table


def joined(*pieces: Line | str) -> Line:
    """*pieces* one after another."""
    return Line.assemble(*(plain(piece) if isinstance(piece, str) else piece for piece in pieces))


def _words(inline: Inline) -> str:
    if isinstance(inline, FootnoteReference):
        return f"[{inline.note}]"
    if isinstance(inline, InlineImage):
        return f"[{inline.alt or 'image'}]"
    return inline.plain


def _ink(marks: tuple[Mark, ...]) -> Ink:
    return Ink.combine(map(_of_mark, marks)) if marks else Ink.null()


def _of_mark(mark: Mark) -> Ink:
    if isinstance(mark, Style):
        return _STYLES.get(mark.name, Ink.null())
    if isinstance(mark, Link):
        return Ink(underline=True, link=_target(mark.url))
    return Ink.null()


def _target(url: str) -> str | None:
    """*url* if a terminal may open it."""
    try:
        scheme = urlsplit(url).scheme
    except ValueError:
        return None
    return safe(url) if scheme in _CLICKABLE else None
