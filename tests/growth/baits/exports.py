"""Baits for the exports and interfaces of comment systems: threads of every shape, written by their own writers."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from html import escape

from tests.growth.bait import Bait
from tests.growth.baits.markup import FRAGMENTS, run
from tests.growth.baits.pages import size_of

import newsmodel as nm
from newsmodel import registry

FORMATS = (
    "activitystreams",
    "atom-threads",
    "commento",
    "coral",
    "disqus",
    "guardian-discussion",
    "isso",
    "remark42",
    "web-annotation",
    "wordpress-comments",
)
PARENTS: dict[str, Callable[[int, int], int | None]] = {
    "comments": lambda number, size: None,
    "a chain": lambda number, size: number - 1 if number else None,
    "a star": lambda number, size: 0 if number else None,
    "a chain from its end": lambda number, size: number + 1 if number + 1 < size else None,
    "a ring": lambda number, size: (number + 1) % size,
    "rings": lambda number, size: number ^ 1 if number ^ 1 < size else None,
    "pairs": lambda number, size: number // 2 if number else None,
}
_ID, _PARENT, _BODY = 777_001, 777_002, "bodybodybody"

MARKUP = (
    "formatting left open, all alike",
    "formatting misnested",
    "formatting around blocks",
    "links misnested",
    "divs nested",
    "quotes nested",
    "lists nested",
    "tables in tables",
    "text out of a table",
    "lists of one list",
    "details of one term",
    "one long word",
    "spaces",
    "control characters",
    "character references",
    "attributes",
    "SVG and HTML in turns",
    "templates nested",
    "line breaks",
    "footnotes",
)
"""Of the markup in `FRAGMENTS`, what a comment is tried with: each is read by the one reader of fragments."""


@cache
def thread(shape: str, size: int, body: str = "Words.") -> nm.Article:
    """An article of *size* comments, by the name of a shape in `PARENTS`."""
    parents = [PARENTS[shape](number, size) for number in range(size)]
    comments = [
        nm.Comment(id=str(number), parent=None if parent is None else str(parent), author="Ann", body=body)
        for number, parent in enumerate(parents)
    ]
    return nm.Article("The harbour", canonical_url="https://news.example/a", comments=nm.CommentThread(comments))


def _written(format: str, shape: str, size: int) -> bytes:
    if format == "guardian-discussion":
        return _guardian(shape, size)
    written: bytes = registry.get(format).write(thread(shape, size))
    return written


def _guardian(shape: str, size: int) -> bytes:
    comments = []
    for comment in thread(shape, size).comments:
        reply = f'"responseTo": {{"commentId": "{comment.parent}"}}, ' if comment.parent else ""
        comments.append(f'{{"id": {comment.id}, {reply}"status": "visible", "body": "<p>Words.</p>"}}')
    return f'{{"status": "ok", "discussion": {{"key": "/p/1", "comments": [{", ".join(comments)}]}}}}'.encode()


@cache
def _frame(format: str) -> tuple[str, str]:
    """What stands around the body of a file with one comment."""
    if format == "guardian-discussion":
        whole = _guardian("comments", 1).decode().replace("<p>Words.</p>", _BODY)
    else:
        whole = registry.get(format).write(thread("comments", 1, _BODY)).decode("utf-8")
    before, *_, after = whole.split(f"<p>{_BODY}</p>") if f"<p>{_BODY}</p>" in whole else whole.split(_BODY)
    return before, after


def _with_body(format: str, markup: str) -> bytes:
    before, after = _frame(format)
    if format == "disqus":
        written = markup.replace("]]>", "")
        return f"{before}{written}{after}".replace("\x01", "").replace("\f", "").encode("utf-8")
    if format == "atom-threads":
        return f"{before}{escape(markup)}{after}".replace("\x01", "").replace("\f", "").encode("utf-8")
    written = markup.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f"{before}{written}{after}".replace("\x01", "\\u0001").replace("\f", "\\f").encode("utf-8")


def _threads(format: str, shape: str) -> Bait:
    return Bait("read", format, shape, lambda size: _written(format, shape, size), 60, either=True)


def _bodies(format: str, name: str) -> Bait:
    make = run(*FRAGMENTS[name])
    return Bait(
        "read", format, f"a body, {name}", lambda size: _with_body(format, make(size)), size_of(FRAGMENTS[name])
    )


XML: dict[str, tuple[str, str, str]] = {
    "elements": ("<a>", "<b/>", "</a>"),
    "elements nested": ("", "<b>", ""),
    "attributes": ("<a ", "b§='x' ", "/>"),
    "namespaces": ("<a>", "<b xmlns='urn:§'/>", "</a>"),
    "prefixes": ("<a ", "xmlns:p§='urn:§' ", "/>"),
    "a long text": ("<a>", "x ", "</a>"),
    "references": ("<a>", "&amp;&#65;", "</a>"),
    "CDATA": ("<a>", "<![CDATA[x]]>", "</a>"),
    "comments": ("<a>", "<!-- x -->", "</a>"),
    "instructions": ("<a>", "<?x y?>", "</a>"),
    "entities": ("<!DOCTYPE a [", "<!ENTITY e§ '&e0;&e0;'>", "]><a/>"),
    "tags left open": ("<a>", "<", ""),
    "junk first": ("", "x", "<a/>"),
}
_LAUGHS = (
    "<!DOCTYPE a [<!ENTITY e0 'ha'>"
    + "".join(f"<!ENTITY e{each} '{f'&e{each - 1};' * 10}'>" for each in range(1, 10))
    + "]>"
)
JSON: dict[str, tuple[str, str, str]] = {
    "brackets": ("", "[", ""),
    "objects": ("", '{"a":', ""),
    "quotation marks": ("", '\\"', ""),
    "a long number": ("[", "1", "]"),
    "keys": ("{", '"k§":1,', '"z":1}'),
    "numbers": ("[", "1,", "1]"),
    "spaces": ("", " ", "{}"),
    "lines": ("", "{}\n", ""),
}


def _broken(format: str, name: str, parts: tuple[str, str, str]) -> Bait:
    make = run(*parts)
    return Bait("read", format, f"broken, {name}", lambda size: make(size).encode(), size_of(parts), refused=True)


BAITS: list[Bait] = [
    *(_threads(format, shape) for format in FORMATS for shape in PARENTS),
    *(
        _bodies(FORMATS[(number + shift) % len(FORMATS)], name)
        for shift in (0, 3, 7)
        for number, name in enumerate(MARKUP)
    ),
    *(_broken(format, name, parts) for format in ("atom-threads", "disqus") for name, parts in XML.items()),
    *(
        _broken(format, "a billion laughs", (_LAUGHS, " ", f"<a>{'&e9;' * 10}</a>"))
        for format in ("atom-threads", "disqus")
    ),
    *(
        _broken(format, name, parts)
        for format in FORMATS
        if format not in ("atom-threads", "disqus")
        for name, parts in JSON.items()
    ),
]
