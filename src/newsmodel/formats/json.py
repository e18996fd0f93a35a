"""newsmodel's own JSON, version 1: every field of every node, without loss.

A document is the object of one node, with the version on top:

    {"newsmodel": "1", "type": "article", "headline": "…", "body": [{"type": "paragraph", "text": "…"}]}

What stands where is in `newsmodel.codec`; the JSON Schema is `newsmodel/schema.json` (`newsmodel.schema`).
A document of a newer minor version ("1.4") is read without loss and written back as one; that of another major version
is refused. A `$schema` is kept. JSON Lines, one document a line, are read by `stream`.
Sources: RFC 8259, https://www.rfc-editor.org/rfc/rfc8259; JSON Lines, https://jsonlines.org/.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from newsmodel.codec import ENCODINGS, VERSION, decode, encode, from_data, to_data
from newsmodel.errors import FormatError
from newsmodel.fitting import redact
from newsmodel.format import Format
from newsmodel.model import Article, Feed
from newsmodel.report import Report

_KEY = "newsmodel"
_MAJOR = VERSION.partition(".")[0]
_VERSION = re.compile(r"(\d{1,9})(?:\.\d{1,9})?", re.ASCII)
_OPENING = re.compile(r'\s*\{\s*(?:"\$schema"\s*:\s*"[^"]*"\s*,\s*)?"newsmodel"\s*:\s*"\d')
_WITHIN = re.compile(r'"newsmodel"\s*:\s*"\d+(?:\.\d+)?"')
_WIDE = tuple(mark for mark, name in ENCODINGS if not name.startswith("utf-8"))


def sniff(head: bytes) -> float:
    """By the version on top; less surely by one further down."""
    encoding = next((name for mark, name in ENCODINGS if head.startswith(mark)), "utf-8")
    text = head.decode(encoding, "ignore")
    if _OPENING.match(text):
        return 1.0
    return 0.6 if text.lstrip().startswith("{") and _WITHIN.search(text) else 0.0


def parse(data: bytes, _report: Report) -> Any:
    """The node that *data* is: an Article, a Feed, a Comment, a block … UTF-8, or UTF-16 or UTF-32 with a BOM.

    Raises FormatError with everything that is wrong: what is no JSON by line and column, the rest by its path.
    """
    return _document(decode(data))


def fit(document: Any, report: Report, *, internal: bool = False) -> Any:
    """All of it with *internal*; else what editors noted and the private data of people are redacted."""
    return document if internal else redact(document, report)


def render(document: Any, *, indent: int | None = None) -> bytes:
    """*document*, any node, whole, as JSON in UTF-8, on one line.

    indent: each level on lines of its own, so many spaces deeper.
    """
    return encode(_headed(to_data(document)), indent)


def stream(file: BinaryIO, _report: Report) -> Iterator[Article]:
    """The articles of JSON Lines, one after another, in the memory of the longest line; those of feeds among them.

    A file that is one document over several lines is read whole. Lines are in UTF-8. Raises FormatError with the line.
    """
    beginning = b"".join(_until_text(file))
    first = max(1, beginning.count(b"\n"))
    try:
        articles = _articles(beginning)
    except FormatError as error:
        if error.line != first + 1 and not beginning.startswith(_WIDE):
            error.line = first
            raise
        articles = _articles(beginning + file.read())  # it goes on in the next line
    yield from articles
    for number, line in enumerate(file, first + 1):
        if line.strip():
            yield from _articles_of_line(line, number)


def _until_text(file: BinaryIO) -> Iterator[bytes]:
    """The first lines, up to one that is not empty."""
    for line in file:
        yield line
        if line.strip():
            return


def _articles_of_line(line: bytes, number: int) -> tuple[Article, ...]:
    try:
        return _articles(line)
    except FormatError as error:
        error.line = number
        raise


def _articles(data: bytes) -> tuple[Article, ...]:
    document = _document(decode(data))
    if isinstance(document, Feed):
        return document.articles
    if isinstance(document, Article):
        return (document,)
    raise FormatError(f"it holds a {document.type}, not an article", at="$.type")


def _document(data: Any) -> Any:
    """The node of a document, its version checked and left out: but a newer one is kept, as a field of that version."""
    if not isinstance(data, dict) or _KEY not in data:
        raise FormatError(f'this is JSON, but not newsmodel\'s own: it has no version, "{_KEY}": "{VERSION}"', at="$")
    version = data[_KEY]
    found = _VERSION.fullmatch(version) if isinstance(version, str) else None
    if found is None:
        raise FormatError(f'the version is a string like "{VERSION}"', at=f"$.{_KEY}")
    if found[1] != _MAJOR:
        mend = "install a newsmodel-core that knows it" if int(found[1]) > int(_MAJOR) else None
        raise FormatError(
            f"this is version {version} of the JSON, and only {_MAJOR} is read", at=f"$.{_KEY}", mend=mend
        )
    return from_data({key: value for key, value in data.items() if key != _KEY or version != VERSION})


def _headed(data: dict[str, Any]) -> dict[str, Any]:
    """*data* with the version on top: ours, or the newer one that it came with."""
    head = {"$schema": data.pop("$schema")} if "$schema" in data else {}
    version = data.get(_KEY, VERSION)
    if _KEY in data and not _is_newer(data.pop(_KEY)):
        extra = data.setdefault("extra", {})
        extra[_KEY] = {**extra.get(_KEY, {}), _KEY: version}  # where it says nothing about the document
        version = VERSION
    return {**head, _KEY: version, **data}


def _is_newer(version: Any) -> bool:
    found = _VERSION.fullmatch(version) if isinstance(version, str) else None
    return found is not None and found[1] == _MAJOR and version != VERSION


FORMAT = Format(
    name="json",
    title="newsmodel's JSON",
    spec="https://www.rfc-editor.org/rfc/rfc8259",
    suffixes=(".json", ".jsonl", ".ndjson"),
    media_types=("application/json",),
    sniff=sniff,
    parse=parse,
    fit=fit,
    render=render,
    stream=stream,
)
