"""Documents that carry a payload in every string and URL that the model has."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache, lru_cache
from itertools import cycle, product
from pathlib import Path
from typing import Any

import attrs

import newsmodel as nm
from newsmodel.alphabet import clean
from newsmodel.model import Node, Text, transform
from newsmodel.model.check import shape
from newsmodel.strategies import pool
from newsmodel.strategies.specimens import holders

OWN = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg onload=alert(1)>",
    '" autofocus tabindex=0 onfocus="alert(1)',
    "' onmouseover='alert(1)' x='",
    "javascript:alert(1)",
    " java\tscript\n:alert(1)//",
    "javascript&colon;alert(1)",
    "JAVASCRIPT&#58;alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:image/svg+xml,<svg onload=alert(1)>",
    "vbscript:msgbox(1)",
    'https://e.example/" onclick="alert(1)',
    "https://e.example/'onclick='alert(1)",
    "https://e.example/><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script><!--",
    "--><script>alert(1)</script>",
    "]]><script>alert(1)</script><![CDATA[",
    "\\<img src=x onerror=alert(1)>",
    "`<img src=x onerror=alert(1)>`",
    "[x](javascript:alert(1))",
    '![x](x"onerror="alert(1))',
    "<javascript:alert(1)>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "{{ 7*7 }}{% raw %}${alert(1)}",
    "<base href=//e.example><meta http-equiv=refresh content=0;url=javascript:alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe><object data=x><form action=javascript:alert(1)>",
    '<section class="newsmodel article" data-newsmodel="{}"><h1 class="headline">Mine</h1></section>',
    "<a id=config name=config href=x>clobbered</a><form id=test1><input name=getElementById>",
    "<style>@import '//e.example'</style><link rel=stylesheet href=//e.example><p style=background:url(//e.example)>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "\u2028javascript:alert(1)",
    "<details open ontoggle=alert(1)><summary>x",
)
"""Payloads of our own: of each kind that the suites of sanitisers know, one or two."""

_IDS = {"id", "parent", "note", "key", "block", "target", "comment"}


def shared(samples: Path) -> list[dict[str, Any]]:
    """The payloads of public suites, where they are."""
    file = samples / "hostile-html" / "payloads.json"
    return list(json.loads(file.read_text("utf-8"))) if file.is_file() else []


@cache
def everything() -> nm.Feed:
    """A feed with every field of every class of the model: the specimens, and what one article can hold of them."""
    return nm.Feed("News", articles=[*_specimens(), together()])


@cache
def together() -> nm.Article:
    """An article with all blocks, comments and notes of the specimens, and one value of what it holds one of."""
    values: dict[str, Any] = {}
    for article, field in product(_specimens(), shape(nm.Article)):
        value = getattr(article, field.name)
        if isinstance(value, tuple):
            values[field.name] = (*values.get(field.name, ()), *value)
        elif value != field.default:
            values.setdefault(field.name, value)
    notes = {note.id: note for note in values["notes"]}
    comments = {comment.id: comment for article in _specimens() for comment in article.comments}
    partly_loaded = nm.CommentThread(tuple(comments.values()), declared=len(comments) + 1, url="https://e.example/")
    return nm.Article(**{**values, "notes": tuple(notes.values()), "comments": partly_loaded})


def _specimens() -> tuple[nm.Article, ...]:
    return pool(200)[: len(holders()) + 1]


@lru_cache(maxsize=64)  # the same for every format
def plant(*payloads: str, first: int = 0, into: Callable[[], nm.Document] = everything) -> Any:
    """A document with a payload in place of every string, and before every id: of several each in its turn."""
    turns = cycle(map(clean, [*payloads[first:], *payloads[:first]]))
    return transform(into(), lambda node: _planted(node, turns))


def _planted(node: Node, payloads: Iterator[str]) -> Node:
    values = dict(_strings(node, payloads))
    try:
        return attrs.evolve(node, **values) if values else node
    except (TypeError, ValueError):  # a field of a closed set of words takes no payload
        return _planted_singly(node, values)


def _planted_singly(node: Node, values: dict[str, Any]) -> Node:
    for name, value in values.items():
        with suppress(TypeError, ValueError):
            node = attrs.evolve(node, **{name: value})
    return node


def _strings(node: Node, payloads: Iterator[str]) -> Iterator[tuple[str, Any]]:
    for field in shape(type(node)):
        value = getattr(node, field.name)
        if isinstance(value, str):
            yield field.name, next(payloads) + value if field.name in _IDS else next(payloads)
        elif isinstance(value, Text) and isinstance(value.content, str):
            yield field.name, Text(next(payloads))
        elif value is None and field.name.endswith(("url", "page", "name", "title", "label", "alt")):
            yield field.name, next(payloads)
