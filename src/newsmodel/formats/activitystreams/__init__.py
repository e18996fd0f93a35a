"""ActivityStreams 2.0 (`activitystreams`): an Article and its `replies`, a Collection of Notes.

Written: one `Article` (a feed: a `Collection` of them) with all comments in one flat `replies`, each with its
`inReplyTo`. Read: also a Note or Page, what a Create is about, replies nested in replies or in pages, and the older
words of Activity Streams 1.0 (`objectType`, `displayName`, `author`). A comment that is not published is a `Tombstone`.
Ids are IRIs: any other id is written as a URN that holds it (`newsmodel.iris`).
Sources: https://www.w3.org/TR/activitystreams-core/ and https://www.w3.org/TR/activitystreams-vocabulary/;
`likes` and `preferredUsername` are of https://www.w3.org/TR/activitypub/.
"""

from __future__ import annotations

from newsmodel.embedded import members
from newsmodel.format import Format, beginning
from newsmodel.formats.activitystreams.fit import fit
from newsmodel.formats.activitystreams.reading import parse
from newsmodel.formats.activitystreams.writing import render


def sniff(head: bytes) -> float:
    """By the context that a document of ActivityStreams names."""
    text = beginning(head)
    named = b"www.w3.org/ns/activitystreams" in text.replace(b"\\/", b"/")
    return 0.95 if text[:1] == b"{" and named else 0.0


FORMAT = Format(
    name="activitystreams",
    title="ActivityStreams 2.0",
    spec="https://www.w3.org/TR/activitystreams-core/",
    suffixes=(".as2.json",),
    media_types=("application/activity+json",),
    sniff=sniff,
    parse=parse,
    fit=fit,
    render=render,
    markup=members("content", "summary"),
)
