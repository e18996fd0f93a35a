"""Coral, the story JSON of its GraphQL API (`coral`): a story and its comments as connections of edges and nodes.

Read: the answer to a query for a `story` (`{"data": {"story": …}}`), the story itself, or several `stories`; replies
nested in their comments or told by `parent`, to any depth. Written: one flat connection, each node with its `parent`.
Bodies are HTML. A private note or an e-mail has no place here and is never written.
Source: the schema, https://github.com/coralproject/talk/blob/main/server/src/core/server/graph/schema/schema.graphql.
"""

from __future__ import annotations

import re

from newsmodel.embedded import members
from newsmodel.format import Format, beginning
from newsmodel.formats.coral.fit import fit
from newsmodel.formats.coral.reading import parse
from newsmodel.formats.coral.writing import render

_ANSWER = re.compile(rb'\{\s*"data"\s*:\s*\{\s*"stor(?:y|ies)"\s*:\s*\{')


def sniff(head: bytes) -> float:
    """By an answer about stories, or by a story whose counts only Coral has."""
    text = beginning(head)
    if _ANSWER.match(text):
        return 0.95
    counted = b'"commentCounts"' in text or b'"actionCounts"' in text
    return 0.9 if text[:1] == b"{" and counted and b'"edges"' in text else 0.0


FORMAT = Format(
    name="coral",
    title="Coral story JSON",
    spec="https://github.com/coralproject/talk/blob/main/server/src/core/server/graph/schema/schema.graphql",
    suffixes=(".coral.json",),
    media_types=("application/json",),
    sniff=sniff,
    parse=parse,
    fit=fit,
    render=render,
    markup=members("body"),
)
