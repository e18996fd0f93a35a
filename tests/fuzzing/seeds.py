"""The files that are mutated: samples, examples, what newsmodel writes, and the shared samples where there are any."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from newsmodel import registry
from newsmodel.errors import NewsmodelError
from newsmodel.format import Format
from newsmodel.testing import shared_pool

ROOT = Path(__file__).resolve().parent.parent.parent
CORPUS = Path(__file__).resolve().parent / "corpus"
LONGEST = 6_000
MOST = 120
_WRITTEN = 40
_SHARED_EACH = 40
_FOLDERS = {"html": ("tests/samples/comment-pages", "examples/pages"), "json": ("examples/articles",)}
_TEXTS = {"text", "pasted", "markdown"}  # whose files every text may be


def seeds(format: Format, *, own_only: bool = False) -> list[bytes]:
    """Files for a reader, each once, the smallest first. own_only: none that only some machines have."""
    found = [*_files(ROOT / "tests" / "samples" / format.name), *_examples(format), *_written(format)]
    if not own_only:
        found += _shared(format.name)
    return sorted(set(found), key=lambda data: (len(data), data))[:MOST] or [b""]


def corpus(name: str) -> dict[str, bytes]:
    """What once failed in a reader, by the name of the file."""
    return {path.name: path.read_bytes() for path in sorted((CORPUS / name).glob("*")) if path.is_file()}


def _files(folder: Path) -> Iterator[bytes]:
    for path in sorted(folder.glob("*")):
        if path.is_file() and path.stat().st_size <= LONGEST:
            yield path.read_bytes()


def _examples(format: Format) -> Iterator[bytes]:
    for folder in _FOLDERS.get(format.name, ()):
        yield from (data for data in _files(ROOT / folder) if format.sniff(data[:4096]) >= 0.5)
    if format.name in _TEXTS:
        yield from _files(ROOT / "examples" / "pasted")


def _written(format: Format) -> Iterator[bytes]:
    """What the format makes of small articles; of those that say much."""
    if format.render is None:
        return
    articles = shared_pool().articles
    for article in articles[:: max(1, len(articles) // _WRITTEN)]:
        data = format.write(article)
        if len(data) <= LONGEST:
            yield data


def _shared(name: str) -> list[bytes]:
    found = _by_format().get(name, [])
    return found[:: max(1, len(found) // _SHARED_EACH)]


@cache
def _by_format() -> dict[str, list[bytes]]:
    """The shared samples by the format that each is detected as."""
    folder = Path(os.environ.get("NEWSMODEL_SAMPLES") or ROOT.parent / "shared" / "samples")
    found: dict[str, list[bytes]] = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix not in (".gz", ".py") and 0 < path.stat().st_size <= LONGEST:
            data = path.read_bytes()
            try:
                name = registry.detect(data).name
            except NewsmodelError:
                continue
            found.setdefault(name, []).append(data)
    return found
