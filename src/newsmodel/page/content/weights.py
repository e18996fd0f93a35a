"""The trained table: what class names and ids speak for and against, and the trees that judge lines.

`table.json` is written by `python -m tests.training` and by nothing else.
"""

from __future__ import annotations

import json
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from newsmodel.page.content.forest import Forest, Tree
from newsmodel.page.words import tokens_of, words_of

override: dict[str, Any] | None = None
"""A table to judge by in place of the one that ships, for its training; clear the caches when you set it."""


@cache
def table() -> dict[str, Any]:
    """The table as it ships, or `override`."""
    shipped: dict[str, Any] = json.loads(files("newsmodel.page.content").joinpath("table.json").read_text("utf-8"))
    return shipped if override is None else override


@cache
def forest() -> Forest:
    """The judge of lines."""
    trained = table()["forest"]
    trees = tuple(Tree(tuple(map(tuple, nodes)), tuple(leaves)) for nodes, leaves in trained["trees"])
    return Forest(tuple(trained["features"]), tuple(map(tuple, trained["thresholds"])), trees, trained["bias"])


@lru_cache(maxsize=4096)
def weights_of(names: str) -> tuple[int, int]:
    """The least and the greatest weight of the words in class and id; below zero speaks against an article.

    Hundredths of the logarithm of how much more often a name stands around the lines of an article than around others.
    """
    words, tokens = table()["words"], table()["tokens"]
    found = [words[word] for word in words_of(names) if word in words]
    found += [tokens[token] for token in tokens_of(names) if token in tokens]
    return min(found, default=0), max(found, default=0)
