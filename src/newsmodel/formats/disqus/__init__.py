"""Disqus XML, the export of a forum (`disqus`): its threads and their posts, of the schema 1.0.

A thread is an article: `link` its address, `title` its headline, the thread's `dsq:id` its identifier of the scheme
"disqus"; `id`, the site's own name for the page, is the thread's key. Messages are HTML. Votes, edits and who approved
what are not in an export. A post whose thread is not in the file is kept, with an article that has the identifier only.
Source: the export of Disqus and its schemas, https://disqus.com/api/schemas/1.0/disqus.xsd and
https://disqus.com/api/schemas/1.0/disqus-internals.xsd, described at
https://help.disqus.com/en/articles/1717164-comments-export.
"""

from __future__ import annotations

from newsmodel.embedded import elements
from newsmodel.format import Format
from newsmodel.formats.disqus.fit import fit
from newsmodel.formats.disqus.reading import parse
from newsmodel.formats.disqus.terms import NAMESPACE
from newsmodel.formats.disqus.writing import render


def sniff(head: bytes) -> float:
    """By the namespace of its root."""
    return 1.0 if b"<disqus" in head and NAMESPACE.encode() in head else 0.0


FORMAT = Format(
    name="disqus",
    title="Disqus XML",
    spec="https://help.disqus.com/en/articles/1717164-comments-export",
    suffixes=(".disqus.xml",),
    media_types=("application/xml", "text/xml"),
    sniff=sniff,
    parse=parse,
    fit=fit,
    render=render,
    markup=elements("message"),
)
