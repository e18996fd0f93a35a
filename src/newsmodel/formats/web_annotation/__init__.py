"""W3C Web Annotation Data Model (`web-annotation`), 2017: comments as annotations of the page that they are about.

Written: an `AnnotationCollection` with one `AnnotationPage`; a feed as a `@graph` of collections. A comment with an
anchor targets its passage, by a `TextQuoteSelector`, by a `TextPositionSelector` in UTF-16 code units where the passage
stands in the article, and by a `FragmentSelector` for its block's id; a reply has the motivation `replying` and targets
what it answers. Read: also a page, one annotation or an array of them, and bodies of any textual kind.
The text of the article is no part of it: pass `article=` to attach the anchors to its blocks.
Source: https://www.w3.org/TR/annotation-model/.
"""

from __future__ import annotations

from newsmodel.embedded import members
from newsmodel.format import Format, beginning
from newsmodel.formats.web_annotation.fit import fit
from newsmodel.formats.web_annotation.reading import parse
from newsmodel.formats.web_annotation.writing import render


def sniff(head: bytes) -> float:
    """By the context that every annotation names."""
    text = beginning(head)
    return 0.95 if text[:1] in (b"{", b"[") and b"www.w3.org/ns/anno.jsonld" in text.replace(b"\\/", b"/") else 0.0


FORMAT = Format(
    name="web-annotation",
    title="W3C Web Annotation",
    spec="https://www.w3.org/TR/annotation-model/",
    suffixes=(".anno.jsonld",),
    media_types=("application/ld+json",),
    sniff=sniff,
    parse=parse,
    fit=fit,
    render=render,
    markup=members("value", format="text/html"),
)
