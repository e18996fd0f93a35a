"""What each format carries, field by field: not stated but computed, by asking `fit` about one small document a field.

A field is carried if the fitted document still holds it. Otherwise the cell says what the losses of that document say;
where a parent lost the field along with itself, what the parent's loss says.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from instances import classes, content, document, example, filled, own_fields

import newsmodel as nm
from newsmodel.format import Format
from newsmodel.model import Node
from newsmodel.model.check import shape
from newsmodel.report import EFFECTS, Loss, Report

CARRIED = "carried"
COLUMNS = (CARRIED, *EFFECTS)


class Fitted(NamedTuple):
    """A document, what a format makes of it, and what that loses."""

    whole: Node
    left: Any
    losses: tuple[Loss, ...]


def fates(format: Format, cls: type[Node], **options: Any) -> Mapping[str, str]:
    """What becomes of every field of *cls* in *format*: "carried" or an effect."""
    return {field.name: fate(format, cls, field.name, **options) for field in own_fields(cls)}


def fate(format: Format, cls: type[Node], name: str, **options: Any) -> str:
    """What becomes of the field *name* of *cls* in *format*."""
    node = example(cls, name)
    fitted = _fit(format, node, options)
    if fitted.left == fitted.whole or _holds(fitted.left, cls, _has(name, getattr(node, name))):
        return CARRIED
    if name in content(cls):
        return _effect(fitted.losses, Counter())
    return _effect(fitted.losses, Counter(map(_kind, _fit(format, example(cls), options).losses)))


def itself(format: Format, cls: type[Node]) -> str:
    """What becomes of a node of *cls* as such: carried, though perhaps without some of its fields, or an effect."""
    fitted = _fit(format, filled(cls), {})
    empty = {type(node) for node in nm.walk(nm.Article())}  # an article has these whether or not they say anything
    if fitted.left == fitted.whole or (cls not in empty and _holds(fitted.left, cls, lambda _: True)):
        return CARRIED
    return _effect(fitted.losses, Counter())


def _has(name: str, value: Any) -> Callable[[Node], bool]:
    return lambda node: bool(getattr(node, name) == value)


def _fit(format: Format, node: Node, options: Mapping[str, Any]) -> Fitted:
    whole, report = document(node), Report()
    left = format.fitted(whole, report, **options)
    return Fitted(whole, left, tuple(report.losses))


def _holds(document: Any, cls: type[Node], wanted: Callable[[Any], bool]) -> bool:
    found = nm.Text([document]) if isinstance(document, nm.Inline) else document
    return any(type(node) is cls and wanted(node) for node in nm.walk(found))


def _kind(loss: Loss) -> tuple[str, str]:
    return loss.code, loss.effect


def _effect(losses: Iterable[Loss], before: Counter[tuple[str, str]]) -> str:
    """The gravest effect of the losses that are new, or of all if none is."""
    kinds = Counter(map(_kind, losses))
    new = (kinds - before) or kinds
    return min((effect for _, effect in new), key=EFFECTS.index, default=CARRIED)


def section(format: Format) -> str:
    """The part of the page that is about one format."""
    every = {cls: fates(format, cls) for cls in classes()}
    fields = [fate for found in every.values() for fate in found.values()]
    share = f"{fields.count(CARRIED)} of {len(fields)} fields of {len(every)} classes"
    lines = [f"## {format.title} (`{format.name}`)", "", f"It carries {share}. {_common(format)}", ""]
    whole = {cls: itself(format, cls) for cls in every}
    fates_of = {cls: {*found.values(), whole[cls]} for cls, found in every.items()}
    lines += _table({cls: every[cls] for cls in every if len(fates_of[cls]) > 1}, whole)
    for effect in EFFECTS:
        names = ", ".join(f"`{cls.__name__}`" for cls in every if fates_of[cls] == {effect})
        lines += [f"Whole classes {effect}: {names}.", ""] if names else []
    return "\n".join([*lines, "Every other class is carried whole.", ""])


def _table(rows: Mapping[type[Node], Mapping[str, str]], whole: Mapping[type[Node], str]) -> list[str]:
    if not rows:
        return []
    used = [column for column in COLUMNS if any(column in found.values() for found in rows.values())]
    head = [f"| class | itself | {' | '.join(used)} |", f"|---|---|{'---|' * len(used)}"]
    return [*head, *(_row(cls, whole[cls], found, used) for cls, found in rows.items()), ""]


def _row(cls: type[Node], whole: str, found: Mapping[str, str], used: Iterable[str]) -> str:
    cells = []
    for column in used:
        names = [f"`{name}`" for name, fate in found.items() if fate == column]
        cells.append("all others" if column == CARRIED and 2 * len(names) > len(found) else ", ".join(names))
    return f"| `{cls.__name__}` | {whole} | {' | '.join(cells)} |"


def _common(format: Format) -> str:
    """What becomes of the fields that every node has, and every block."""
    of_nodes = (f"`{field.name}`: {fate(format, nm.Paragraph, field.name)}" for field in shape(nm.Block))
    return f"Of a paragraph {', '.join(of_nodes)}."


def page(formats: Iterable[Format]) -> str:
    """The page `losses.md`."""
    written = [format for format in formats if format.render]
    return "\n".join([INTRODUCTION, *map(section, written)]).rstrip() + "\n"


INTRODUCTION = """# What each format carries

This page is computed: for every field of every class, a small document in which that field is set is given to the
format's `fit`, with its default options. What a particular article loses may depend on its data (a heading inside a
table cell, two links side by side); `nm.losses(article, "markdown")` and `newsmodel losses FILE -t markdown` say it
for one article.

dropped
: it is not in the output.

flattened
: its words are in the output, its structure is not.

altered
: it is there in another form.

guessed
: the format requires it, the article lacks it, a documented default stands there.

redacted
: it is internal and was withheld; `internal=True` writes it.
"""
