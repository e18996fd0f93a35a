"""The page of the formats: what can be read and written, by which names, with which options."""

import inspect
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from newsmodel.format import Format


def page(formats: Iterable[Format]) -> str:
    """The page `formats.md`."""
    every = tuple(formats)
    return "\n".join([INTRODUCTION, table(every), "", *map(_section, every)]).rstrip() + "\n"


def table(formats: Iterable[Format]) -> str:
    """The formats as one table."""
    head = ["| format | name | read | write | file names |", "|---|---|:-:|:-:|---|"]
    return "\n".join([*head, *map(_row, formats)])


def _row(format: Format) -> str:
    suffixes = " ".join(f"`{suffix}`" for suffix in format.suffixes)
    read, write = ("yes" if can else "–" for can in (format.parse, format.render))
    return f"| {format.title} | `{format.name}` | {read} | {write} | {suffixes} |"


def _section(format: Format) -> str:
    lines = [f"## {format.title} (`{format.name}`)", ""]
    if format.spec:
        lines.append(f"- Specification: <{format.spec}>")
    if format.media_types:
        lines.append(f"- Media types: {', '.join(f'`{media_type}`' for media_type in format.media_types)}")
    if format.stream:
        lines.append("- Many articles in one file, streamed in constant memory.")
    lines.append("")
    if format.parse:
        lines += [*_verb("parse", [format.parse], format.options("parse")), ""]
    if format.render:
        lines += [*_verb("render", [format.render, format.fit], format.options("render")), ""]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines))


def _verb(verb: str, functions: Iterable[Callable[..., Any]], options: Mapping[str, inspect.Parameter]) -> list[str]:
    given = ", ".join(
        ["data" if verb == "parse" else "document", *(["*"] if options else []), *map(_shown, options.values())]
    )
    title = {"parse": "Reading", "render": "Writing"}[verb]
    described = "\n\n".join(inspect.getdoc(function) or "" for function in functions)
    return [f"**{title}**: `{verb}({given})`", "", "```text", described, "```"]


def _shown(option: inspect.Parameter) -> str:
    """`name: type = default`; a default that is no plain value, such as a renderer, is "…"."""
    plain = option.default is None or isinstance(option.default, bool | int | float | str)
    return (
        f"{option.name}: {option.annotation} = {option.default!r}"
        if plain
        else f"{option.name}: {option.annotation} = …"
    )


INTRODUCTION = """# The formats

What `newsmodel formats` lists, with the options of each; an option is a keyword argument of every verb
(`nm.render(article, "html", fragment=True)`) and `-O name=value` on the command line. What each format carries and what
it loses stands in [its own table](losses.md).
"""
