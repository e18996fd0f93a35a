"""Jinja2 templates as rules: one for a kind, a folder of them as a theme. The only module that imports jinja2.

    html.using({Figure: template("figure.html")})     # one kind
    html.using(templates("theme/"))                   # theme/pull-quote.html, theme/image.html, theme/article.html …

A template gets `node`, `place`, `options`, `lost(code, effect)` and `default()`, what the renderer's own rule makes of
the node. Filters: `render` (a node, or several, as the renderer does it), `spans` (rich text); all else is escaped.
`article.html` is the page; it extends "newsmodel/article.html" and fills its blocks: title, meta, links, social,
structured_data, style, before, main, after.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from newsmodel.errors import FormatError
from newsmodel.model import Article, Feed, Node, Text
from newsmodel.model.registry import built_in, class_of
from newsmodel.rendering import head
from newsmodel.rendering.html_tags import attribute
from newsmodel.rendering.json_ld import json_ld
from newsmodel.rendering.renderer import Out, Rule

_THEMES = Path(__file__).parent / "themes"


def template(path: str | os.PathLike[str]) -> Rule:
    """The template file at *path* as a rule. Raises FileNotFoundError, and FormatError for what Jinja2 cannot read."""
    file = Path(path)
    if not file.is_file():
        raise FileNotFoundError(f"there is no template {file}")
    return _rule(_environment(str(file.parent.resolve())), file.name)


def template_string(source: str) -> Rule:
    """A template given as text, as a rule."""
    environment = _environment(None)
    return _as_rule(lambda: _compiled(lambda: environment.from_string(source), "a template"))


def templates(folder: str | os.PathLike[str]) -> Mapping[type[Any], Rule]:
    """The templates of a folder as a table: `pull-quote.html` is the rule of the class whose `type` is "pull-quote".

    Files whose names begin with "_" are parts that others include. Raises ValueError for a name that is no type.
    """
    path = Path(folder)
    if not path.is_dir():
        raise FileNotFoundError(f"there is no folder of templates {path}")
    table: dict[type[Any], Rule] = {}
    environment = _environment(str(path.resolve()))
    for file in sorted(path.glob("*.html")):
        if file.name.startswith("_"):
            continue
        cls = class_of(file.stem)
        if cls is None:
            raise ValueError(f"{file.name} names no type; the types are {', '.join(sorted(built_in()))}")
        table[cls] = _rule(environment, file.name)
    return table


@cache
def _environment(folder: str | None) -> jinja2.Environment:
    loaders: list[jinja2.BaseLoader] = [jinja2.PrefixLoader({"newsmodel": jinja2.FileSystemLoader(_THEMES / "plain")})]
    if folder is not None:
        loaders.insert(0, jinja2.FileSystemLoader(folder))
    environment = jinja2.Environment(
        loader=jinja2.ChoiceLoader(loaders),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.filters |= {"render": _render, "spans": _render}
    environment.globals["head"] = {
        "title": head.title,
        "meta": head.meta_tags,
        "canonical": head.canonical,
        "json_ld": lambda node: Markup(json_ld(node)),
        "attribute": lambda name, value: Markup(attribute(name, value)),
    }
    return environment


@jinja2.pass_context
def _render(context: jinja2.runtime.Context, value: Node | Text | Iterable[Node] | None) -> Markup:
    """A node, rich text, or several nodes, by the renderer at hand."""
    out: Out = context["out"]
    if value is None:
        return Markup("")
    if isinstance(value, (Node, Text)):
        return Markup(out.render(value))
    return Markup(out.renderer.separator.join(out.render(node) for node in value))


def _rule(environment: jinja2.Environment, name: str) -> Rule:
    compiled = _compiled(lambda: environment.get_template(name), name)
    return _as_rule(lambda: compiled)


def _compiled(load: Callable[[], jinja2.Template], name: str) -> jinja2.Template:
    try:
        return load()
    except jinja2.TemplateSyntaxError as error:
        raise FormatError(
            f"the template {error.name or name} cannot be read: {error.message}", line=error.lineno
        ) from error


def _as_rule(compiled: Callable[[], jinja2.Template]) -> Rule:
    loaded: list[jinja2.Template] = []

    def rule(node: Any, out: Out) -> str:
        if not loaded:
            loaded.append(compiled())
        return render_template(loaded[0], node, out)

    return rule


def render_template(compiled: jinja2.Template, node: Any, out: Out) -> str:
    """*compiled* for *node*, its pieces joined."""
    names = {
        "node": node,
        "out": out,
        "place": out.place,
        "options": out.options,
        "lost": out.lost,
        "default": lambda: Markup(out.default(node)),
    }
    return "".join(compiled.root_render_func(compiled.new_context(names)))


def page(node: Article | Feed, out: Out) -> str:
    """A page around the element of an article or a feed."""
    return render_template(_environment(None).get_template("newsmodel/article.html"), node, out)
