"""The newsroom's blocks in HTML, by the table in `newsmodel.html_layout`."""

from __future__ import annotations

from typing import Any

from newsmodel.html_layout import LAYOUTS, SHOWN, Part
from newsmodel.model import Aside, LivePost, RawBlock, Recipe, Review, Text
from newsmodel.model.check import shape
from newsmodel.rendering.html_media import media_figure
from newsmodel.rendering.html_tags import attribute, attributes, escape, space, time_element
from newsmodel.rendering.html_text import leading
from newsmodel.rendering.renderer import Out, Rules
from newsmodel.whitespace import collapse_string

rules: Rules = Rules()


@rules(*LAYOUTS)
def laid_out(node: Any, out: Out) -> str:
    """A block of the newsroom, by its layout."""
    layout = next(LAYOUTS[cls] for cls in type(node).__mro__ if cls in LAYOUTS)
    inside = "".join((_facts(node) if part.kind == "blocks" else "") + _part(node, part, out) for part in layout.parts)
    hidden = " hidden" if layout.hidden else ""
    return f'<{layout.tag} class="{node.type}"{hidden}{_landmark(node)}{attributes(node)}>{inside}</{layout.tag}>'


@rules(RawBlock)
def raw_block(node: RawBlock, out: Out) -> str:
    """Its markup, if the caller trusts it (`raw=True`); else an empty element that keeps it."""
    if out.options.get("raw") and node.format == "html":
        return f'<div class="raw-block"{attributes(node)}>{node.content}</div>'
    return laid_out(node, out)


def _landmark(node: Any) -> str:
    """The name of an aside: a landmark among others wants one of its own."""
    named = collapse_string(str(node.title)) if type(node) is Aside and node.title else ""
    return attribute("aria-label", named or None)


def _facts(node: Any) -> str:
    """What stands in the attribute and people want to see: a rating, the times of a recipe, who wrote a post."""
    if isinstance(node, (Review, Recipe)):
        lines = [str(block.text) for block in node.facts()]
    else:
        lines = [", ".join(credit.agent.name for credit in node.credits)] if isinstance(node, LivePost) else []
    return "".join(f'<p class="{SHOWN}">{escape(line)}</p>' for line in lines if line)


def _part(node: Any, part: Part, out: Out) -> str:
    value = getattr(node, part.field)
    if part.link:
        return _linked(node, part, value, getattr(node, part.link), out)
    if value is None or value == ():
        return ""
    if part.kind in ("blocks", "nodes"):
        return out.body(value, part.field)
    if part.kind == "node":
        with out.below(part.field):
            return f'<div class="{part.field}">{media_figure(value, out)}</div>'
    if part.kind == "time":
        return time_element(part.field, value)
    if part.kind == "texts":
        items = "".join(f"<li{space(item)}>{out.render(item)}</li>" for item in value)
        return f'<{part.tag} class="{part.field}">{items}</{part.tag}>'
    return f'<{part.tag} class="{part.field}"{space(value)}>{_words(node, part.field, value, out)}</{part.tag}>'


def _words(node: Any, name: str, value: Any, out: Out) -> str:
    return out.field(node, name) if isinstance(value, Text) else escape(value)


def _linked(node: Any, part: Part, value: Any, url: str | None, out: Out) -> str:
    """Words that lead to a URL; a URL without words stands for itself, and words with links of their own beside it."""
    defaults = {field.name: field.default for field in shape(type(node))}
    leads = url != defaults[part.link or ""]
    if value == defaults[part.field]:
        shown = f'<{part.tag} class="{part.field} untitled">{leading(escape(url or ""), url)}</{part.tag}>'
        return shown if leads else ""
    words = _words(node, part.field, value, out)
    inside = leading(words, url, value) if leads else words
    return f'<{part.tag} class="{part.field}"{space(value)}>{inside}</{part.tag}>'
