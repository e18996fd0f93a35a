"""Commento's export (`commento`), version 1, JSON: comments, and the commenters that they name.

A page is an article, its address `domain` and `url` (a path). `markdown` is what people typed, which Commento's import
renders anew; `html` is what it became, and what is read, if it is there (else the Markdown, with the extra `markdown`).
A comment by "anonymous" has an anonymous account. Commenters stand once: of two accounts of one id the first is kept.
Source: https://gitlab.com/commento/commento, `api/domain_export.go`, `api/comment.go` and `api/commenter.go`.
"""

from __future__ import annotations

from newsmodel.embedded import members
from newsmodel.format import Format, beginning
from newsmodel.formats.commento.fit import fit
from newsmodel.formats.commento.reading import parse
from newsmodel.formats.commento.writing import render


def sniff(head: bytes) -> float:
    """By the names of its ids."""
    named = b'"commentHex"' in head or b'"commenters"' in head
    return 0.95 if named and beginning(head)[:1] == b"{" else 0.0


FORMAT = Format(
    name="commento",
    title="Commento export",
    spec="https://gitlab.com/commento/commento",
    suffixes=(".commento.json",),
    media_types=("application/json",),
    sniff=sniff,
    parse=parse,
    fit=fit,
    render=render,
    markup=members("html"),
)
