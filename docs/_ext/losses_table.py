"""What each format carries, field by field: not stated but computed, by asking `fit` about one small document a field.

A field is carried if the fitted document still holds it. Otherwise the cell says what the losses of that document say;
where a parent lost the field along with itself, what the parent's loss says.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

import attrs
from instances import classes, document, example, own_fields

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
    """What becomes of every field of *cls* in *format*: "carried" or an effect; of the node itself under ""."""
    bare = _fit(format, example(cls), options)
    found = {"": CARRIED if _holds(bare.left, cls, lambda _: True) else _effect(bare.losses, Counter())}
    lost_before = Counter(map(_kind, bare.losses))
    for field in own_fields(cls):
        if field.default is attrs.NOTHING:
            node, before = example(cls), Counter[tuple[str, str]]()
        else:
            node, before = example(cls, field.name), lost_before
        value = getattr(node, field.name)
        fitted = _fit(format, node, options)
        kept = fitted.left == fitted.whole or _holds(fitted.left, cls, _has(field.name, value))
        found[field.name] = CARRIED if kept else _effect(fitted.losses, before)
    return found


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


def common_fields(format: Format) -> Mapping[str, str]:
    """What becomes of `id` and `extra`, which every node has, on most classes."""
    return {
        field.name: Counter(_fate(format, cls, field.name) for cls in classes()).most_common(1)[0][0]
        for field in shape(Node)
    }


def _fate(format: Format, cls: type[Node], name: str) -> str:
    node = example(cls, name)
    fitted = _fit(format, node, {})
    if fitted.left == fitted.whole or _holds(fitted.left, cls, _has(name, getattr(node, name))):
        return CARRIED
    return _effect(fitted.losses, Counter(map(_kind, _fit(format, example(cls), {}).losses)))


def section(format: Format) -> str:
    """The part of the page that is about one format."""
    lines = [f"## {format.title} (`{format.name}`)", ""]
    every = {cls: fates(format, cls) for cls in classes()}
    lost = {cls: found for cls, found in every.items() if set(found.values()) != {CARRIED}}
    total = sum(len(found) - 1 for found in every.values())
    carried = sum(fate == CARRIED for found in every.values() for name, fate in found.items() if name)
    lines += [f"It carries {carried} of {total} fields of {len(every)} classes.{_common(format)}", ""]
    if not lost:
        return "\n".join(lines)
    used = [column for column in COLUMNS if any(column in found.values() for found in lost.values())]
    lines += ["Classes that are not listed are carried whole.", ""]
    lines += [f"| class | itself | {' | '.join(used)} |", f"|---|---|{'---|' * len(used)}"]
    lines += [_row(cls, found, used) for cls, found in lost.items()]
    return "\n".join([*lines, ""])


def _row(cls: type[Node], found: Mapping[str, str], used: Iterable[str]) -> str:
    cells = []
    for column in used:
        names = [f"`{name}`" for name, fate in found.items() if name and fate == column]
        cells.append("all others" if column == CARRIED and 2 * len(names) > len(found) else ", ".join(names))
    return f"| `{cls.__name__}` | {found['']} | {' | '.join(cells)} |"


def _common(format: Format) -> str:
    fate = common_fields(format)
    return f" `id`, on most classes: {fate['id']}; `extra`: {fate['extra']}."


def page(formats: Iterable[Format]) -> str:
    """The page `losses.md`."""
    written = [format for format in formats if format.render]
    return "\n".join([INTRODUCTION, *map(section, written)]).rstrip() + "\n"


INTRODUCTION = """# What each format carries

This page is computed: for every field of every class, the smallest document in which that field is set is given to the
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
