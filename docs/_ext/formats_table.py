"""The page of the formats: what can be read and written, by which names, with which options."""

import inspect
import re
from collections.abc import Iterable, Mapping

from newsmodel.format import Format


def page(formats: Iterable[Format]) -> str:
    """The page `formats.md`."""
    every = tuple(formats)
    return "\n".join([INTRODUCTION, table(every), "", *map(_section, every)]).rstrip() + "\n"


def table(formats: Iterable[Format]) -> str:
    """The formats as one table; the README holds it too."""
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
    for verb, function in (("parse", format.parse), ("render", format.render)):
        if function:
            lines += [*_verb(verb, function, format.options(verb)), ""]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines))


def _verb(verb: str, function: object, options: Mapping[str, inspect.Parameter]) -> list[str]:
    signature = ", ".join(str(_shown(parameter)) for parameter in options.values())
    title = {"parse": "Reading", "render": "Writing"}[verb]
    return [f"**{title}**: `{verb}({signature})`", "", "```text", inspect.getdoc(function) or "", "```"]


def _shown(parameter: inspect.Parameter) -> inspect.Parameter:
    return parameter.replace(kind=inspect.Parameter.POSITIONAL_OR_KEYWORD)


INTRODUCTION = """# The formats

What `newsmodel formats` lists, with the options of each; an option is a keyword argument of every verb
(`nm.render(article, "html", fragment=True)`) and `-O name=value` on the command line. What each format carries and what
it loses stands in [its own table](losses.md).
"""
