"""Jinja2 templates as rules: one for a kind, a folder of them as a theme. The only module that imports jinja2.

    html.using({Figure: template("figure.html")})     # one kind
    html.using(templates("theme/"))                   # theme/pull-quote.html, theme/image.html, theme/article.html …

A template gets `node`, `place`, `options`, `lost(code, effect)` and `default()`, what the renderer's own rule makes of
the node. Filters: `render` (a node, or several, as the renderer does it), `spans` (rich text), `url` (an address to
follow) and `image_url` (one to load), which let only a safe one through. All else is escaped, which does not make an
address safe. `article.html` is the page; it extends "newsmodel/article.html" and fills its blocks: title, meta, links,
social, structured_data, style, before, main, after.

sandboxed: for templates that are not yours. They can read the article and nothing else: what reaches for Python itself
raises `jinja2.sandbox.SecurityError`. What they write is still markup, and they may take as long as they like.
Source: https://jinja.palletsprojects.com/en/stable/sandbox/.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from newsmodel.errors import FormatError
from newsmodel.html_layout import NO_URL
from newsmodel.model import Article, Feed, Node, Text
from newsmodel.model.registry import built_in, class_of
from newsmodel.rendering import head
from newsmodel.rendering.html_elements import attribute_list
from newsmodel.rendering.json_ld import json_ld
from newsmodel.rendering.renderer import Out, Rule
from newsmodel.urls import is_safe, is_safe_image

_THEMES = Path(__file__).parent / "themes"
_OUT = "newsmodel.out"  # no name in a template can say it


def template(path: str | os.PathLike[str], *, sandboxed: bool = False) -> Rule:
    """The template file at *path* as a rule. Raises FileNotFoundError, and FormatError for what Jinja2 cannot read."""
    file = Path(path)
    if not file.is_file():
        raise FileNotFoundError(f"there is no template {file}")
    file = file.resolve()
    return _rule(_environment(str(file.parent), sandboxed), file.name)


def template_string(source: str, *, sandboxed: bool = False) -> Rule:
    """A template given as text, as a rule."""
    environment = _environment(None, sandboxed)
    return _as_rule(lambda: _compiled(lambda: environment.from_string(source), "a template"))


def templates(folder: str | os.PathLike[str], *, sandboxed: bool = False) -> Mapping[type[Any], Rule]:
    """The templates of a folder as a table: `pull-quote.html` is the rule of the class whose `type` is "pull-quote".

    Files whose names begin with "_" are parts that others include. Symbolic links that lead out of the folder are not
    followed. Raises FileNotFoundError for a folder that is not there, ValueError for a name that is no type, and
    FormatError for what Jinja2 cannot read.
    """
    path = Path(folder)
    if not path.is_dir():
        raise FileNotFoundError(f"there is no folder of templates {path}")
    table: dict[type[Any], Rule] = {}
    environment = _environment(str(path.resolve()), sandboxed)
    for file in sorted(path.glob("*.html")):
        if file.name.startswith("_"):
            continue
        cls = class_of(file.stem)
        if cls is None:
            raise ValueError(f"{file.name} names no type; the types are {', '.join(sorted(built_in()))}")
        table[cls] = _rule(environment, file.name)
    return table


class _FolderLoader(jinja2.FileSystemLoader):
    """Templates of one folder, and nothing that a link in it leads to."""

    def get_source(self, environment: jinja2.Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        source, name, is_current = super().get_source(environment, template)
        if not any(Path(name).resolve().is_relative_to(Path(folder).resolve()) for folder in self.searchpath):
            # not TemplateNotFound, after which the next loader would be asked
            raise jinja2.TemplateError(f"{template} is a link that leads out of the folder of templates")
        return source, name, is_current


@cache
def _environment(folder: str | None, sandboxed: bool) -> jinja2.Environment:
    loaders: list[jinja2.BaseLoader] = [jinja2.PrefixLoader({"newsmodel": _FolderLoader(_THEMES / "plain")})]
    if folder is not None:
        loaders.insert(0, _FolderLoader(folder))
    kind = ImmutableSandboxedEnvironment if sandboxed else jinja2.Environment
    environment = kind(
        loader=jinja2.ChoiceLoader(loaders),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.filters |= {"render": _render, "spans": _render, "url": _url, "image_url": _image_url}
    environment.globals["head"] = {
        "title": head.title,
        "meta": head.meta_tags,
        "canonical": head.canonical,
        "json_ld": lambda node: Markup(json_ld(node)),
        "attribute": lambda name, value: attribute_list({name: value}),
    }
    return environment


def _url(value: str | None) -> str:
    """An address that is safe to follow; "about:invalid", which leads nowhere, in place of any other."""
    return value if value is not None and is_safe(value) else "about:invalid"


def _image_url(value: str | None) -> str:
    """An address that is safe to load a picture, a film or a sound from; an empty one in place of any other."""
    return value if value is not None and is_safe_image(value) else NO_URL


@jinja2.pass_context
def _render(context: jinja2.runtime.Context, value: Node | Text | Iterable[Node] | None) -> Markup:
    """A node, rich text, or several nodes, by the renderer at hand."""
    out: Out = context[_OUT]
    if value is None:
        return Markup("")
    if isinstance(value, (Node, Text)):
        return Markup(out.render(value))
    return Markup(out.joined(map(out.render, value)))


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
    except jinja2.TemplateError as error:
        raise FormatError(f"the template {name} cannot be read: {error.message}") from error


def _as_rule(compiled: Callable[[], jinja2.Template]) -> Rule:
    loaded: list[jinja2.Template] = []

    def rule(node: Any, out: Out) -> str:
        if not loaded:
            loaded.append(compiled())
        return render_template(loaded[0], node, out)

    return rule


def render_template(compiled: jinja2.Template, node: Any, out: Out) -> str:
    """*compiled* for *node*, its pieces joined. Raises what Jinja2 raises, such as `jinja2.UndefinedError`."""
    names = {
        "node": node,
        _OUT: out,
        "place": out.place,
        "options": out.options,
        "lost": out.lost,
        "default": lambda: Markup(out.default(node)),
    }
    return "".join(compiled.root_render_func(compiled.new_context(names)))


def page(node: Article | Feed, out: Out) -> str:
    """A page around the element of an article or a feed."""
    return render_template(_environment(None, False).get_template("newsmodel/article.html"), node, out)
