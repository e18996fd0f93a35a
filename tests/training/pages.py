"""The pages to learn from, with their truth, and the fold of each: publishers are never parted."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

SETS = ("fundus_dev", "wcxb_dev", "trafilatura")
FOLDS = 5


class Page(NamedTuple):
    """A page: the set and the name it has there, its bytes, its address, what is true of it, its publisher."""

    of: str
    name: str
    html: bytes
    url: str | None
    gold: dict[str, Any]
    publisher: str

    @property
    def fold(self) -> int:
        """0 to 4, the same for all pages of a publisher."""
        return int(hashlib.md5(self.publisher.encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS


def pages(*sets: str) -> Iterator[Page]:
    """The pages of these sets, in order."""
    root = Path(os.environ.get("NEWSMODEL_SAMPLES", "../shared/samples")) / "news-pages"
    for name in sets or SETS:
        for row in json.loads((root / name / "gold.json").read_text("utf-8")):
            html = gzip.decompress((root / name / row["file"]).read_bytes())
            yield Page(name, row["id"], html, row["url"], row["gold"], _publisher(name, row["id"], row["url"]))


def _publisher(of: str, name: str, url: str | None) -> str:
    if of == "fundus_dev":
        return name.split("_")[0].lower()
    labels = (urlsplit(url or "").hostname or name).removeprefix("www.").split(".")
    is_second_level = len(labels) > 2 and len(labels[-1]) == 2 and len(labels[-2]) <= 3
    return ".".join(labels[-3:] if is_second_level else labels[-2:])
