"""The newsroom's blocks in HTML, by the table in `newsmodel.html_layout`."""

from __future__ import annotations

from typing import Any

from newsmodel.html_layout import LAYOUTS, SHOWN, Part
from newsmodel.html_shown import facts
from newsmodel.model import Aside, RawBlock, Text
from newsmodel.model.check import shape
from newsmodel.rendering.html_elements import element, join, markup
from newsmodel.rendering.html_media import media_figure
from newsmodel.rendering.html_tags import attributes, part, space, time_element
from newsmodel.rendering.html_text import leading
from newsmodel.rendering.renderer import Out, Rules
from newsmodel.whitespace import collapse_string

rules: Rules = Rules()


@rules(*LAYOUTS)
def laid_out(node: Any, out: Out) -> str:
    """A block of the newsroom, by its layout."""
    layout = next(LAYOUTS[cls] for cls in type(node).__mro__ if cls in LAYOUTS)
    pieces: list[str] = []
    for each in layout.parts:
        if each.kind == "blocks":
            pieces += [element("p", {"class": SHOWN}, line) for line in facts(node) if line]
        pieces.append(_part(node, each, out))
    shown = {"class": node.type, "hidden": layout.hidden, "aria-label": _landmark(node)}
    return element(layout.tag, {**shown, **attributes(node, out)}, *pieces)


@rules(RawBlock)
def raw_block(node: RawBlock, out: Out) -> str:
    """Its markup, if the caller trusts it; else an empty element that keeps it.

    The option `raw` makes markup of its content that stays in its element; None for what cannot.
    """
    show = out.options.get("raw")
    content = show(node.content) if show and node.format == "html" else None
    if content is None:
        return laid_out(node, out)
    return element("div", {"class": "raw-block", **attributes(node, out)}, markup(content))


def _landmark(node: Any) -> str | None:
    """The name of an aside: a landmark among others wants one of its own."""
    return (collapse_string(str(node.title)) or None) if type(node) is Aside and node.title else None


def _part(node: Any, layout: Part, out: Out) -> str:
    value, name = getattr(node, layout.field), layout.field
    if layout.link:
        return _linked(node, layout, value, getattr(node, layout.link), out)
    if value is None or value == ():
        return ""
    if layout.kind in ("blocks", "nodes"):
        return out.body(value, name)
    if layout.kind == "node":
        with out.below(name):
            return element("div", {"class": name}, media_figure(value, out))
    if layout.kind == "time":
        return time_element(name, value)
    if layout.kind == "texts":
        items = [element("li", space(item), out.render(item)) for item in value]
        return element(layout.tag, {"class": name}, join(items))
    return part(layout.tag, name, value, _words(node, name, value, out))


def _words(node: Any, name: str, value: Any, out: Out) -> str:
    return out.field(node, name) if isinstance(value, Text) else str(value)


def _linked(node: Any, layout: Part, value: Any, url: str | None, out: Out) -> str:
    """Words that lead to a URL; a URL without words stands for itself, and words with links of their own beside it."""
    defaults = {field.name: field.default for field in shape(type(node))}
    leads = url != defaults[layout.link or ""]
    if value == defaults[layout.field]:
        return element(layout.tag, {"class": f"{layout.field} untitled"}, leading(url or "", url)) if leads else ""
    words = _words(node, layout.field, value, out)
    return part(layout.tag, layout.field, value, leading(words, url, value) if leads else words)
