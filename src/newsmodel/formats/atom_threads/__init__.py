"""Atom 1.0 with threads (`atom-threads`): RFC 4287 feeds whose entries say what they answer, by RFC 4685.

Written: an entry for the article and, after it, one for each published comment, with `thr:in-reply-to`; a feed of
several articles holds each with its comments behind it. `thr:total` is how many comments are declared, a link of the
relation `replies` where they are. Read: also a feed of comments alone, as Blogger has them, which is about its page.
Sources: https://www.rfc-editor.org/rfc/rfc4287 and https://www.rfc-editor.org/rfc/rfc4685.
"""

from __future__ import annotations

from newsmodel.embedded import elements
from newsmodel.format import Format
from newsmodel.formats.atom_threads.fit import fit
from newsmodel.formats.atom_threads.reading import parse
from newsmodel.formats.atom_threads.terms import ATOM, THREADING
from newsmodel.formats.atom_threads.writing import render


def sniff(head: bytes) -> float:
    """By both namespaces: a feed without threads is not this format's."""
    return 0.95 if ATOM.encode() in head and THREADING.encode() in head and b"feed" in head else 0.0


FORMAT = Format(
    name="atom-threads",
    title="Atom 1.0 with threads",
    spec="https://www.rfc-editor.org/rfc/rfc4685",
    suffixes=(".threads.atom",),
    media_types=("application/atom+xml",),
    sniff=sniff,
    parse=parse,
    fit=fit,
    render=render,
    markup=elements("content"),
)
