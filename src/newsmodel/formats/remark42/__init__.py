"""Remark42's backup, also its native import (`remark42`), version 1: JSON, one value a line.

The first line says what is known of users and posts, each further one is a comment, its `locator` the page (site and
URL). `text` is HTML, `orig` the Markdown that it was made of. A page is an article: `url` its address, `title` its
headline; the site is its thread's key. There is no state besides deleted: what is not public is written as deleted.
Source: https://github.com/umputun/remark42/blob/master/backend/app/migrator/native.go and
https://github.com/umputun/remark42/blob/master/backend/app/store/comment.go.
"""

from __future__ import annotations

import re

from newsmodel.embedded import members
from newsmodel.format import Format, beginning
from newsmodel.formats.remark42.fit import fit
from newsmodel.formats.remark42.reading import parse
from newsmodel.formats.remark42.writing import render

_HEAD = re.compile(rb'\s*\{\s*"version"\s*:\s*\d+\s*,\s*"(?:users|posts)"\s*:')
_COMMENT = re.compile(rb'\{\s*"id"\s*:[^\n]*"locator"\s*:')


def sniff(head: bytes) -> float:
    """By its first line, or by a comment and its locator."""
    text = beginning(head)
    if _HEAD.match(text):
        return 0.95
    return 0.9 if _COMMENT.match(text) and b'"pid"' in text else 0.0


FORMAT = Format(
    name="remark42",
    title="Remark42 backup",
    spec="https://github.com/umputun/remark42/blob/master/backend/app/migrator/native.go",
    suffixes=(".remark42.json",),
    media_types=("application/x-ndjson",),
    sniff=sniff,
    parse=parse,
    fit=fit,
    render=render,
    markup=members("text"),
)
